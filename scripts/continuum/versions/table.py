"""Diff -> Markdown tables for a reviewer. What comes from the content can neither add markup nor call anyone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from difflib import unified_diff
from itertools import islice

from ..addresses import url_of
from ..report.markdown import fenced, plain
from ..report.marking import marked
from ..report.problem import count
from .edit import UNSEEN, Diff, Edit
from .seen import EVERY

MOST = 60_000  # a comment on GitHub holds 65,536 characters
FOR_THE_COUNT = 200  # characters kept for the line on what did not fit
NAMED = 12  # pages named one by one
LINES = 10_000  # of two files that are compared line by line
NOTHING = "Nothing that visitors see changes."
HEAD = "| Where | Was | Will be |\n| --- | --- | --- |"
NO_TEXT = "—"
KINDS = {"compare/": "comparison", "print/": "printed sheet"}
UNREADABLE = (
    "The old version does not fit today's shape of the file ({problems}), so its pages cannot be"
    " made. These lines changed:"
)


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
    start = [_summary(diff), *(f"⚠ {flag}" for flag in diff.flags)]
    end = _endings(diff, groups)
    room = most - sum(map(len, start + end)) - FOR_THE_COUNT

    tables, cut = [], []
    for group in groups:
        table, rest = _table(diff, group, site, room)
        tables += table
        cut += rest
        room -= sum(map(len, table))
    if cut:
        tables.append(_cut(cut))
    return "\n\n".join(filter(None, [*start, *tables, *end])) + "\n"


def by_lines(old: str, new: str, problems: int) -> str:
    """Return the lines that differ, for an old version that cannot be shown as pages."""
    lines = unified_diff(
        old.splitlines(),
        new.splitlines(),
        "was",
        "will be",
        n=1,
        lineterm="",
    )
    found = list(islice(lines, LINES))
    said = UNREADABLE.format(problems=count(problems, "problem"))
    return f"{said}\n\n{fenced(found, 'diff', MOST)}\n"


def _summary(diff: Diff) -> str:
    """Return how much changes where, and how much of it to look at with care."""
    edits = count(len(diff.edits), "change")
    if not diff.changed:
        return f"{NOTHING} {edits} that no page shows:"
    pages = count(len(diff.changed), "page")
    if EVERY in diff.changed:
        pages = "every page"
    numbers = count(sum(edit.number for edit in diff.edits), "number")
    care = _with_care(diff.edits) + len(diff.flags)
    more = f" {care} to look at with care (⚠)." if care else ""
    return f"**{edits} on {pages}; {numbers}.**{more}"


def _with_care(edits: list[Edit]) -> int:
    return sum(bool(edit.flags) for edit in edits)


def _cut(edits: list[Edit]) -> str:
    """Return what to say of edits that do not fit."""
    rows, care = count(len(edits), "more row"), _with_care(edits)
    return (
        f"… and {rows}, {care} of them to look at with care (⚠). They do not fit here."
    )


def _groups(diff: Diff) -> list[Group]:
    """Return the edits by page, in the order of the site; what is seen on no page comes last."""
    homes: dict[str, list[Edit]] = {}
    for edit in diff.edits:
        homes.setdefault(edit.home, []).append(edit)
    order = {path: place for place, path in enumerate(diff.changed)}
    known = sorted(
        homes,
        key=lambda home: (home == UNSEEN, order.get(home, len(order)), home),
    )
    groups = []
    for home in known:
        also = _also(diff, home, homes[home], alone=len(homes) == 1)
        groups.append(Group(home, homes[home], also))
    return groups


def _also(diff: Diff, home: str, edits: list[Edit], alone: bool) -> list[str]:
    """Return the other pages that show these edits. Where they are all there is, every page that
    changes does.
    """
    if home == UNSEEN:
        return []
    pages = {path for edit in edits for path in edit.pages}
    if alone:
        pages = set(diff.changed)
    others = pages - {home} - diff.gone
    return [path for path in diff.changed if path in others]


def _endings(diff: Diff, groups: list[Group]) -> list[str]:
    """Return what the report says after its tables: pages that no table names, pages that go."""
    named = set()
    for group in groups:
        named |= {group.home, *group.also}
    gone = [path for path in diff.changed if path in diff.gone]
    others = [path for path in diff.changed if path not in named | diff.gone]
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
    lines = [f"### {_heading(diff, group.home, site)}\n", HEAD]
    room -= len(note) + sum(map(len, lines))

    shown = []
    for edit in group.edits:
        row = _row(edit)
        room -= len(row) + 1
        if room <= 0:
            break
        shown.append(row)
    cut = group.edits[len(shown) :]
    table = ["\n".join(lines + shown), note] if shown else []
    return table, cut


def _heading(diff: Diff, home: str, site: str) -> str:
    """Return the title of a page with its address, or what stands where there is no page."""
    if not home.endswith(".md"):
        return plain(home[:1].upper() + home[1:])
    title = plain(diff.changed[home])
    address = url_of(home)
    if home in diff.gone:
        return f"{title} (`/{address}`), no longer there"
    if site:
        title = f"[{title}]({site}{address})"
    return f"{title} (`/{address}`)"


def _note(what: str, pages: list[str], diff: Diff) -> str:
    """Return one line that names pages; comparisons and sheets are counted."""
    single, counted = [], Counter()
    for path in pages:
        kind = _kind(path)
        if kind:
            counted[kind] += 1
        else:
            single.append(path)

    names = [_name(diff, path) for path in single[:NAMED]]
    if len(single) > NAMED:
        names.append(count(len(single) - NAMED, "more page"))
    for kind in KINDS.values():
        if counted[kind]:
            names.append(count(counted[kind], kind))
    return f"{what}: {', '.join(names)}." if names else ""


def _name(diff: Diff, path: str) -> str:
    if path == EVERY:
        return EVERY
    return f"{plain(diff.changed[path])} (`/{url_of(path)}`)"


def _kind(path: str) -> str:
    """Return what a page is called that is counted and not named; nothing for any other."""
    for folder, kind in KINDS.items():
        if path.startswith(folder) and not path.endswith("/index.md"):
            return kind
    return ""


def _row(edit: Edit) -> str:
    """Return an edit as a row of the table."""
    was, will = marked(edit.was, edit.will)
    where = plain(edit.where)
    for flag in edit.flags:
        where += f"<br>⚠ {flag}"
    return f"| {where} | {was or NO_TEXT} | {will or NO_TEXT} |"
