"""Diff -> a Markdown table for a reviewer. What comes from the content can neither add markup nor call anyone."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import groupby

from ..addresses import url_of
from ..report.text import count
from .compare import UNSEEN, Diff, Row
from .seen import EVERY

MOST = 60_000  # a comment on GitHub holds 65,536 characters
MOST_OF_A_CELL = 2_000
LONG = 300  # characters of one stretch of text
ISLAND = 2  # unchanged words between two changes that are shown as changed
NEAR = 6  # unchanged words around a change
NAMED = 12  # pages named one by one
NOTHING = "Nothing that visitors see changes."
OTHER = "Other pages that change"
HEAD = "| Where | Was | Will be |\n| --- | --- | --- |"
KINDS = {"compare/": "comparison", "print/": "printed sheet"}
GAP = "&#8203;"  # a space without width: GitHub then makes no link, and calls nobody
SPECIAL = re.compile(r"[\\`*_\[\]~|]")
CALLS = re.compile(r"(@|#(?=\d)|:(?=//|\w+:)|www(?=\.)|GH(?=-\d))", re.I)
CHECKSUM = re.compile(r"\b([0-9a-f]{6})(?=[0-9a-f]+\b)")


def report(diff: Diff, site: str = "", most: int = MOST) -> str:
    """Return the whole report, cut to `most` characters between rows. `site` is where the site stands, for links."""
    if not diff.rows and not diff.changed:
        return f"{NOTHING}\n"
    groups = _groups(diff)
    named = {
        path
        for home, rows in groups
        for path in (home, *_also(diff, home, rows, len(groups)))
    }
    others = [
        path for path in diff.changed if path not in named and path not in diff.gone
    ]
    end = [
        _note(OTHER, others, diff),
        _note(
            "No longer there",
            [path for path in diff.changed if path in diff.gone],
            diff,
        ),
    ]
    start = [_summary(diff), *(f"⚠ {flag}" for flag in diff.flags)]
    tables, cut = _tables(
        diff, groups, site, most - sum(map(len, [*start, *end])) - 200
    )
    if cut:
        care = sum(bool(row.flags) for row in cut)
        tables.append(
            f"… and {count(len(cut), 'more row')}, {care} of them to look at with care (⚠). They do not fit here."
        )
    return "\n\n".join(filter(None, [*start, *tables, *end])) + "\n"


def _tables(
    diff: Diff, groups: list[tuple[str, list[Row]]], site: str, left: int
) -> tuple[list[str], list[Row]]:
    """Return a table for each page, with a line under it, and the rows for which `left` characters have no room."""
    tables, cut = [], []
    for home, rows in groups:
        note = _note(
            "Also shown on" if home in diff.changed else "Shown on",
            _also(diff, home, rows, len(groups)),
            diff,
        )
        head = f"### {_heading(diff, home, site)}\n\n{HEAD}"
        shown, room = [], left - len(head) - len(note)
        for row in rows:
            line = _row(row)
            room -= len(line) + 1
            (shown if room > 0 else cut).append(line if room > 0 else row)
        if shown:
            left = room
            tables += ["\n".join([head, *shown]), note]
    return tables, cut


def _summary(diff: Diff) -> str:
    pages = "every page" if EVERY in diff.changed else count(len(diff.changed), "page")
    if not diff.changed:
        return f"{NOTHING} {count(len(diff.rows), 'change')} that no page shows:"
    parts = f"**{count(len(diff.rows), 'change')} on {pages}; {count(sum(row.number for row in diff.rows), 'number')}.**"
    care = sum(bool(row.flags) for row in diff.rows) + len(diff.flags)
    return parts + (f" {care} to look at with care (⚠)." if care else "")


def _groups(diff: Diff) -> list[tuple[str, list[Row]]]:
    """Return the rows by page, in the order of the site; what is seen on no page comes last."""
    order = {path: index for index, path in enumerate(diff.changed)}
    rows = sorted(
        diff.rows,
        key=lambda row: (row.home == UNSEEN, order.get(row.home, len(order)), row.home),
    )
    return [(home, list(group)) for home, group in groupby(rows, lambda row: row.home)]


def _also(diff: Diff, home: str, rows: list[Row], groups: int) -> list[str]:
    """Return the other pages that show these rows. Where all rows belong to one page, all that changes follows from them."""
    if home == UNSEEN:
        return []
    pages = (
        diff.changed if groups == 1 else {path for row in rows for path in row.pages}
    )
    return [
        path
        for path in diff.changed
        if path in pages and path != home and path not in diff.gone
    ]


def _heading(diff: Diff, home: str, site: str) -> str:
    if not home.endswith(".md"):
        return escaped(home[:1].upper() + home[1:])
    title, address = escaped(diff.changed[home]), url_of(home)
    gone = ", no longer there" if home in diff.gone else ""
    return f"{f'[{title}]({site}{address})' if site and not gone else title} (`/{address}`){gone}"


def _note(what: str, pages: list[str], diff: Diff) -> str:
    """Return one line that names pages; comparisons and sheets are counted."""
    single = [path for path in pages if not _kind(path)]
    names = [
        EVERY if path == EVERY else f"{escaped(diff.changed[path])} (`/{url_of(path)}`)"
        for path in single[:NAMED]
    ]
    names += [count(len(single) - NAMED, "more page")] if len(single) > NAMED else []
    names += [
        count(sum(_kind(path) == kind for path in pages), kind)
        for kind in KINDS.values()
        if any(_kind(path) == kind for path in pages)
    ]
    return f"{what}: {', '.join(names)}." if names else ""


def _kind(path: str) -> str:
    return next(
        (
            kind
            for folder, kind in KINDS.items()
            if path.startswith(folder) and not path.endswith("/index.md")
        ),
        "",
    )


def _row(row: Row) -> str:
    was, will = marked(row.was, row.will)
    flags = "".join(f"<br>⚠ {flag}" for flag in row.flags)
    return f"| {escaped(row.where)}{flags} | {was or '—'} | {will or '—'} |"


def marked(was: str, will: str) -> tuple[str, str]:
    """Return both texts with what differs marked: ~~gone~~ and **new**, with a few words around it. What is all new stays plain."""
    old, new = was.split(), will.split()
    steps = _steps(old, new)
    if (
        not was
        or not will
        or (steps[0][0] != "equal" and len(steps) == 1 and len(old) > NEAR)
    ):
        return escaped(_short(was)), escaped(_short(will))
    left, right = [], []
    for index, (kind, a, b, c, d) in enumerate(steps):
        if kind == "equal":
            kept = escaped(_near(old[a:b], index > 0, index < len(steps) - 1))
            left.append(kept)
            right.append(kept)
        else:
            left += [f"~~{escaped(_short(' '.join(old[a:b])))}~~"] if b > a else []
            right += [f"**{escaped(_short(' '.join(new[c:d])))}**"] if d > c else []
    return _joined(left), _joined(right)


def _joined(runs: list[str]) -> str:
    """Return runs of words as one text; what is too long for a table is cut between two of them, so that no mark stays open."""
    kept = [
        run
        for index, run in enumerate(runs)
        if index < 2 or sum(map(len, runs[: index + 1])) < MOST_OF_A_CELL
    ]
    return " ".join(kept + ["…"] * (len(kept) < len(runs)))


def _steps(old: list[str], new: list[str]) -> list[tuple[str, int, int, int, int]]:
    """Return which words stay and which change. A word or two that stay between changes are hard to read, so they count as changed."""
    steps: list[tuple[str, int, int, int, int]] = []
    found = SequenceMatcher(None, old, new, False).get_opcodes()
    for index, (kind, a, b, c, d) in enumerate(found):
        inner = 0 < index < len(found) - 1
        kept = kind == "equal" and not (inner and b - a <= ISLAND)
        if steps and not kept and steps[-1][0] == "change":
            _, a, _, c, _ = steps.pop()
        steps.append(("equal" if kept else "change", a, b, c, d))
    return steps


def _near(words: list[str], after: bool, before: bool) -> str:
    """Return unchanged words, only those near the change before or after them."""
    if len(words) <= NEAR * (after + before):
        return " ".join(words)
    return " ".join(
        [*(words[:NEAR] if after else []), "…", *(words[-NEAR:] if before else [])]
    )


def _short(text: str, most: int = LONG) -> str:
    if len(text) <= most:
        return text
    return (text[:most].rsplit(" ", 1)[0] if " " in text[:most] else text[:most]) + " …"


def fenced(lines: list[str], most: int) -> str:
    """Return lines as they are, in a fence that none of them can close, cut to `most` characters."""
    fence = "`" * max(
        [3, *(len(run) + 1 for line in lines for run in re.findall("`+", line))]
    )
    kept = list(lines)
    while kept and sum(map(len, kept)) + len(kept) > most:
        kept.pop()
    more = (
        f"\n\n… and {count(len(lines) - len(kept), 'more line')}."
        if len(kept) < len(lines)
        else ""
    )
    return "\n".join([f"{fence}diff", *kept, fence]) + more


def escaped(text: str) -> str:
    """Return a text that Markdown shows as it is, on one line: no markup, no link, no call to a person, no reference to an issue."""
    text = CHECKSUM.sub(rf"\1{GAP}", CALLS.sub(rf"\1{GAP}", " ".join(text.split())))
    text = (
        text.replace("&", "&amp;")
        .replace(f"&amp;{GAP[1:]}", GAP)
        .replace("<", "&lt;")
        .replace(">", "&gt;")
    )
    return SPECIAL.sub(r"\\\g<0>", text).replace("$", "<span>$</span>")
