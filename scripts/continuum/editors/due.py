"""Content -> what must be checked again, and when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ..model.base import Model, Review
from ..model.content import Content
from ..model.site import Source
from ..report.markdown import plain
from ..report.terminal import count

SOON = 60  # days
READ_AGAIN = timedelta(730)  # a source says something else in time
TABLE = ("| Due | | What | Last checked | Line |", "|---|---|---|---|--:|")


@dataclass(frozen=True, slots=True)
class Due:
    """One thing to check: what it is, its line in the file, the last check, the next one, and the
    days until then, fewer than 0 if it is late.
    """

    what: str
    line: int
    checked: date
    next: date
    days: int

    @property
    def group(self) -> str:
        """How urgent it is."""
        if self.days < 0:
            return "Overdue"
        if self.days <= SOON:
            return f"Due in the next {SOON} days"
        return "Due later"

    @property
    def left(self) -> str:
        """How long it is until then, in words."""
        if not self.days:
            return "today"
        days = count(abs(self.days), "day")
        if self.days < 0:
            return f"{days} late"
        return f"{days} left"


def due(content: Content, today: date) -> list[Due]:
    """Return everything that has a review, and the sources that must be read again soon, what is
    due first at the top. A source is read again within two years; there may be hundreds, so that
    those with time left would hide all else.
    """
    found = []
    for group in content.everything:
        review = getattr(group, "review", None)
        if isinstance(review, Review):
            found.append(_due(group, review, review.checked, review.next, today))
        if isinstance(group, Source) and group.read:
            again = group.read + READ_AGAIN
            entry = _due(group, group, group.read, again, today)
            if entry.days <= SOON:
                found.append(entry)
    return sorted(found, key=lambda entry: (entry.next, entry.line))


def _due(group: Model, where: Model, checked: date, next: date, today: date) -> Due:
    return Due(
        what=_called(group),
        line=where.line,
        checked=checked,
        next=next,
        days=(next - today).days,
    )


def _called(group: Model) -> str:
    """Return what an editor calls what must be checked."""
    if isinstance(group, Source):
        return f"{group.publisher}: {group.title}"
    for name in ("name", "title"):
        told = getattr(group, name, None)
        if told:
            return told
    return "The file as a whole"


def for_people(entries: list[Due]) -> Iterator[str]:
    """Yield the list as lines for a terminal, by how urgent things are."""
    names = [entry.what for entry in entries]
    wide = max(map(len, names))
    for heading, members in _groups(entries):
        yield heading
        for entry in members:
            left = f"{entry.left:<13}"
            what = f"{entry.what:<{wide}}"
            checked = f"checked {entry.checked}, line {entry.line}"
            yield f"  {entry.next}  {left}  {what}  {checked}"
        yield ""


def as_markdown(entries: list[Due]) -> Iterator[str]:
    """Yield the list as Markdown tables. Names of the content are text in them."""
    for heading, members in _groups(entries):
        yield f"### {heading}"
        yield ""
        yield from TABLE
        for entry in members:
            cells = [
                str(entry.next),
                entry.left,
                plain(entry.what),
                str(entry.checked),
                str(entry.line),
            ]
            yield f"| {' | '.join(cells)} |"
        yield ""


def _groups(entries: Iterable[Due]) -> Iterator[tuple[str, list[Due]]]:
    """Yield each group that is equally urgent, under how urgent it is and how many there are."""
    groups = defaultdict(list)
    for entry in entries:
        groups[entry.group].append(entry)

    for name, members in groups.items():
        heading = f"{name}: {len(members)}"
        yield heading, members
