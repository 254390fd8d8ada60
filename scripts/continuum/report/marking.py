"""Two texts -> both as Markdown, with what goes and what comes marked."""

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
    """A stretch of two texts that stays, or that is another: the words before, the words after."""

    stays: bool
    old: list[str]
    new: list[str]


def marked(was: str, will: str) -> tuple[str, str]:
    """Return both texts with what differs marked: ~~gone~~ and **new**. What is all new stays
    plain.
    """
    runs = _runs(was.split(), will.split())
    changed = [run for run in runs if not run.stays]
    all_new = changed == runs and len(was.split()) > NEAR
    if not was or not will or all_new:
        return plain(_short(was)), plain(_short(will))

    left, right = [], []
    for place, run in enumerate(runs):
        if run.stays:
            after = place > 0
            before = place < len(runs) - 1
            kept = plain(_near(run.old, after, before))
            left.append(kept)
            right.append(kept)
            continue
        if run.old:
            gone = _said(run.old)
            left.append(f"~~{gone}~~")
        if run.new:
            come = _said(run.new)
            right.append(f"**{come}**")
    return _joined(left), _joined(right)


def _runs(old: list[str], new: list[str]) -> list[Run]:
    """Return which words stay and which change. A word or two that stay between changes are hard
    to read, so they count as changed.
    """
    found = SequenceMatcher(None, old, new, autojunk=False)
    steps = found.get_opcodes()
    runs: list[Run] = []
    for place, step in enumerate(steps):
        kind, start, end, new_start, new_end = step
        before = old[start:end]
        after = new[new_start:new_end]
        inner = 0 < place < len(steps) - 1
        island = inner and len(before) <= ISLAND
        stays = kind == "equal" and not island

        if runs and not stays and not runs[-1].stays:
            last = runs.pop()
            before = last.old + before
            after = last.new + after
        runs.append(Run(stays, before, after))
    return runs


def _near(words: list[str], after: bool, before: bool) -> str:
    """Return words that stay, of many only those near the change that they come `after`, and near
    the one that they come `before`.
    """
    most = NEAR * (after + before)
    if len(words) <= most:
        return " ".join(words)

    near = []
    if after:
        near += words[:NEAR]
    near.append(CUT)
    if before:
        near += words[-NEAR:]
    return " ".join(near)


def _said(words: list[str]) -> str:
    """Return words that change, in Markdown."""
    text = _short(" ".join(words))
    return plain(text)


def _short(text: str) -> str:
    """Return a text, or its start where it is long, up to the end of a word."""
    if len(text) <= LONG:
        return text

    start = text[:LONG]
    words = start.rpartition(" ")[0]
    return f"{words or start} {CUT}"


def _joined(runs: list[str]) -> str:
    """Return runs of words as one text; what is too long for a table is cut between two of them,
    so that no mark stays open.
    """
    kept = []
    length = 0
    for place, run in enumerate(runs):
        length += len(run)
        if place > 1 and length >= MOST_OF_A_CELL:
            kept.append(CUT)
            break
        kept.append(run)
    return " ".join(kept)
