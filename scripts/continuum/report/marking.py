"""Two texts -> both as Markdown, with what goes and what comes marked, and a few words around it."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import NamedTuple

from .markdown import plain

MOST_OF_A_CELL = 2_000
LONG = 300  # characters of one stretch of text
ISLAND = 2  # unchanged words between two changes that are shown as changed
NEAR = 6  # unchanged words around a change
CUT = "…"


class Run(NamedTuple):
    """A stretch of both texts that stays, or that is another: the words before, the words after."""

    stays: bool
    old: list[str]
    new: list[str]


def marked(was: str, will: str) -> tuple[str, str]:
    """Return both texts with what differs marked: ~~gone~~ and **new**. What is all new stays
    plain.
    """
    runs = _runs(was.split(), will.split())
    if not was or not will or _all_new(runs):
        return plain(_short(was)), plain(_short(will))

    left, right = [], []
    for place, run in enumerate(runs):
        if run.stays:
            kept = plain(_near(run.old, place > 0, place < len(runs) - 1))
            left.append(kept)
            right.append(kept)
        if not run.stays and run.old:
            left.append(f"~~{_said(run.old)}~~")
        if not run.stays and run.new:
            right.append(f"**{_said(run.new)}**")
    return _joined(left), _joined(right)


def _all_new(runs: list[Run]) -> bool:
    """Return whether two texts of some length have nothing in common."""
    first = runs[0]
    return len(runs) == 1 and not first.stays and len(first.old) > NEAR


def _runs(old: list[str], new: list[str]) -> list[Run]:
    """Return which words stay and which change. A word or two that stay between changes are hard
    to read, so they count as changed.
    """
    steps = SequenceMatcher(None, old, new, False).get_opcodes()
    runs: list[Run] = []
    for place, (kind, a, b, c, d) in enumerate(steps):
        inner = 0 < place < len(steps) - 1
        island = inner and b - a <= ISLAND
        run = Run(kind == "equal" and not island, old[a:b], new[c:d])
        if runs and not run.stays and not runs[-1].stays:
            before = runs.pop()
            run = Run(False, before.old + run.old, before.new + run.new)
        runs.append(run)
    return runs


def _near(words: list[str], after: bool, before: bool) -> str:
    """Return unchanged words, only those near the change `before` which or `after` which they
    stand.
    """
    if len(words) <= NEAR * (after + before):
        return " ".join(words)
    first = words[:NEAR] if after else []
    last = words[-NEAR:] if before else []
    return " ".join([*first, CUT, *last])


def _said(words: list[str]) -> str:
    return plain(_short(" ".join(words)))


def _short(text: str) -> str:
    """Return a text, or its start where it is long, up to the end of a word."""
    if len(text) <= LONG:
        return text
    start = text[:LONG]
    whole = start.rpartition(" ")[0]
    return f"{whole or start} {CUT}"


def _joined(runs: list[str]) -> str:
    """Return runs of words as one text; what is too long for a table is cut between two of them,
    so that no mark stays open.
    """
    kept = []
    length = 0
    for place, run in enumerate(runs):
        length += len(run)
        if place > 1 and length >= MOST_OF_A_CELL:
            return " ".join([*kept, CUT])
        kept.append(run)
    return " ".join(kept)
