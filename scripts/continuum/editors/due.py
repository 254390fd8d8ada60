"""Content -> what must be checked again, and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from ..model.base import Review
from ..model.content import Content
from ..report.github import plain
from ..report.text import count

SOON = 60  # days


@dataclass(frozen=True, slots=True)
class Due:
    """One thing to check: what it is, its line in the file, the last check, the next one, and the days until then, fewer than 0 if it is late."""

    what: str
    line: int
    checked: date
    next: date
    days: int

    @property
    def group(self) -> str:
        """How urgent it is."""
        return (
            "Overdue"
            if self.days < 0
            else f"Due in the next {SOON} days"
            if self.days <= SOON
            else "Due later"
        )

    @property
    def left(self) -> str:
        """How long it is until then, in words."""
        return (
            "today"
            if not self.days
            else f"{count(abs(self.days), 'day')} {'late' if self.days < 0 else 'left'}"
        )


def due(content: Content, today: date) -> list[Due]:
    """Return everything that has a review, what is due first at the top."""
    found = []
    for group in content.everything:
        review = getattr(group, "review", None)
        if isinstance(review, Review):
            what = (
                getattr(group, "name", None)
                or getattr(group, "title", None)
                or "The file as a whole"
            )
            found.append(
                Due(
                    what,
                    review.line,
                    review.checked,
                    review.next,
                    (review.next - today).days,
                )
            )
    return sorted(found, key=lambda entry: (entry.next, entry.line))


def for_people(entries: list[Due]) -> Iterator[str]:
    """Yield the list as lines for a terminal, by how urgent things are."""
    wide = max(len(entry.what) for entry in entries)
    for group, members in _groups(entries):
        yield f"{group}: {len(members)}"
        for entry in members:
            yield f"  {entry.next}  {entry.left:<13}  {entry.what:<{wide}}  checked {entry.checked}, line {entry.line}"
        yield ""


def as_markdown(entries: list[Due]) -> Iterator[str]:
    """Yield the list as Markdown tables. Names of the content are text in them."""
    for group, members in _groups(entries):
        yield f"### {group}: {len(members)}"
        yield ""
        yield "| Due | | What | Last checked | Line |"
        yield "|---|---|---|---|--:|"
        for entry in members:
            yield f"| {entry.next} | {entry.left} | {plain(entry.what)} | {entry.checked} | {entry.line} |"
        yield ""


def _groups(entries: Iterable[Due]) -> Iterator[tuple[str, list[Due]]]:
    for group, members in groupby(entries, lambda entry: entry.group):
        yield group, list(members)
