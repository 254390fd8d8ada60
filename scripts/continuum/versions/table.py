"""Diff -> Markdown tables for a reviewer."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from ..addresses import SHEETS, address_of_path, at, path_of
from ..report.markdown import plain
from ..report.marking import marked
from ..report.terminal import count
from .edit import UNSEEN, Diff, Edit
from .seen import EVERY

MOST = 60_000  # a comment on GitHub holds 65,536 characters
FOR_THE_COUNT = 200  # characters kept for the line on what did not fit
NAMED = 12  # pages named one by one
NOTHING = "Nothing that visitors see changes."
HEAD = "| Where | Was | Will be |\n| --- | --- | --- |"
NO_TEXT = "—"
KINDS = {at("compare"): "comparison", SHEETS: "printed sheet"}


@dataclass(frozen=True, slots=True)
class Group:
    """The edits of one page, and the other pages that show them."""

    home: str
    edits: list[Edit]
    also: list[str]


def report(diff: Diff, site: str = "", most: int = MOST) -> str:
    """Return the whole report, cut to `most` characters between edits. `site` is where the site
    stands, for links.
    """
    if not diff.edits and not diff.changed:
        return f"{NOTHING}\n"

    groups = _groups(diff)
    start = [_summary(diff)]
    for flag in diff.flags:
        start.append(f"⚠ {flag}")
    end = _endings(diff, groups)

    room = most - FOR_THE_COUNT
    for part in start + end:
        room -= len(part)

    tables, cut = [], []
    for group in groups:
        table, rest = _table(diff, group, site, room)
        room -= sum(map(len, table))
        tables += table
        cut += rest
    if cut:
        tables.append(_cut(cut))

    parts = filter(None, [*start, *tables, *end])
    return "\n\n".join(parts) + "\n"


def _summary(diff: Diff) -> str:
    """Return how much changes where, and how much of it to look at with care."""
    edits = count(len(diff.edits), "change")
    if not diff.changed:
        return f"{NOTHING} {edits} that no page shows:"

    pages = count(len(diff.changed), "page")
    if EVERY in diff.changed:
        pages = "every page"

    figures = [edit for edit in diff.edits if edit.number]
    numbers = count(len(figures), "number")

    told = f"**{edits} on {pages}; {numbers}.**"
    flagged = [edit for edit in diff.edits if edit.flags]
    care = len(flagged) + len(diff.flags)
    if care:
        told += f" {care} to look at with care (⚠)."

    return told


def _cut(edits: list[Edit]) -> str:
    """Return what to say of edits that do not fit."""
    rows = count(len(edits), "more row")
    flagged = [edit for edit in edits if edit.flags]
    care = len(flagged)
    return (
        f"… and {rows}, {care} of them to look at with care (⚠). They do not fit here."
    )


def _groups(diff: Diff) -> list[Group]:
    """Return the edits by page, in the order of the site; what is seen on no page comes last."""
    homes = defaultdict(list)
    for edit in diff.edits:
        homes[edit.home].append(edit)

    pages = [home for home in diff.changed if home in homes]
    headings = sorted(homes.keys() - diff.changed - {UNSEEN})
    last = [UNSEEN] if UNSEEN in homes else []

    groups = []
    for home in pages + headings + last:
        shown = _shown_on(diff, homes[home])
        if home == UNSEEN:
            shown = []
        elif len(homes) == 1:
            shown = list(diff.changed)  # all that changes follows from one page

        also = []
        for path in shown:
            if path != home and path not in diff.gone:
                also.append(path)
        groups.append(Group(home, homes[home], also))
    return groups


def _shown_on(diff: Diff, edits: list[Edit]) -> list[str]:
    """Return the pages that show these edits, in the order of the site."""
    pages = set()
    for edit in edits:
        pages.update(edit.pages)
    return [path for path in diff.changed if path in pages]


def _endings(diff: Diff, groups: list[Group]) -> list[str]:
    """Return what the report says after its tables: pages that no table names, pages that go."""
    named = set(diff.gone)
    for group in groups:
        named.add(group.home)
        named.update(group.also)

    others = [path for path in diff.changed if path not in named]
    gone = [path for path in diff.changed if path in diff.gone]
    return [
        _note("Other pages that change", others, diff),
        _note("No longer there", gone, diff),
    ]


def _table(
    diff: Diff,
    group: Group,
    site: str,
    room: int,
) -> tuple[list[str], list[Edit]]:
    """Return the table of a page with a line under it, and the edits for which `room` characters
    are too few.
    """
    what = "Also shown on" if group.home in diff.changed else "Shown on"
    note = _note(what, group.also, diff)
    heading = _heading(diff, group.home, site)
    lines = [f"### {heading}\n", HEAD]
    room -= len(note)
    room -= sum(map(len, lines))

    shown = _rows(group.edits, room)
    cut = group.edits[len(shown) :]
    if not shown:
        return [], cut
    table = "\n".join(lines + shown)

    return [table, note], cut


def _rows(edits: list[Edit], room: int) -> list[str]:
    """Return the first edits as rows of the table, as many as `room` characters hold."""
    shown = []
    for edit in edits:
        row = _row(edit)
        room -= len(row) + 1
        if room <= 0:
            break
        shown.append(row)
    return shown


def _row(edit: Edit) -> str:
    """Return an edit as a row of the table."""
    where = plain(edit.where)
    for flag in edit.flags:
        where += f"<br>⚠ {flag}"

    was, will = marked(edit.was, edit.will)
    cells = [
        where,
        was or NO_TEXT,
        will or NO_TEXT,
    ]
    return f"| {' | '.join(cells)} |"


def _heading(diff: Diff, home: str, site: str) -> str:
    """Return the title of a page with its address, or what stands where there is no page."""
    if not home.endswith(".html"):
        return plain(home[:1].upper() + home[1:])

    address = address_of_path(home)
    title = plain(diff.changed[home])
    if home in diff.gone:
        return f"{title} (`/{address}`), no longer there"

    if site:
        title = f"[{title}]({site}{address})"
    return f"{title} (`/{address}`)"


def _note(what: str, pages: list[str], diff: Diff) -> str:
    """Return one line that names pages; comparisons and sheets are counted."""
    single = []
    counted = Counter()
    for path in pages:
        kind = _kind(path)
        if kind:
            counted[kind] += 1
        else:
            single.append(path)

    names = [_name(path, diff) for path in single[:NAMED]]
    more = len(single) - NAMED
    if more > 0:
        names.append(count(more, "more page"))
    for kind in KINDS.values():
        number = counted[kind]
        if number:
            names.append(count(number, kind))
    if not names:
        return ""
    return f"{what}: {', '.join(names)}."


def _kind(path: str) -> str:
    """Return what a page is called that is counted and not named; nothing for any other."""
    for folder, kind in KINDS.items():
        if path.startswith(folder) and path != path_of(folder):
            return kind
    return ""


def _name(path: str, diff: Diff) -> str:
    """Return how a page is named: its title and its address."""
    if path == EVERY:
        return EVERY
    title = plain(diff.changed[path])
    address = address_of_path(path)
    return f"{title} (`/{address}`)"
