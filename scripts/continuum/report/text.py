"""Findings -> what an editor reads in a terminal: place, what is wrong, how to put it right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .problem import Findings, Place, Problem

FAR = 200  # a line is shown from its start if the place in it is nearer than this
BEFORE = 60  # characters of a longer line that are shown before the place
AFTER = 40  # characters that are shown after it
SHORT = 100  # so much of a line is shown in any case
JOINERS = "\u200c\u200d\u200e\u200f"  # other scripts need these


def whole(findings: Findings) -> str:
    """Return every problem with the line it stands on, and a closing count."""
    return "\n\n".join([*reports(findings), closing(findings)])


def reports(findings: Findings) -> Iterator[str]:
    """Yield each problem as an editor reads it."""
    for problem in findings.problems:
        lines = findings.text_of(problem).split("\n")
        yield report(problem, findings.file_of(problem), lines)


def closing(findings: Findings) -> str:
    """Return how much was found, in a line."""
    said = advised(findings)
    faults = findings.faults
    if not faults:
        return f"{said}No problem in {findings.file}."
    files = {findings.file_of(problem) for problem in faults}
    where = files.pop() if len(files) == 1 else count(len(files), "file")
    return f"{said}{count(len(faults), 'problem')} in {where}. Nothing was published."


def advised(findings: Findings) -> str:
    """Return how much advice was found: `2 pieces of advice. `, or nothing."""
    pieces = len(findings.advice)
    return f"{count(pieces, 'piece')} of advice. " if pieces else ""


def count(number: int, what: str) -> str:
    """Return a number with what it counts: `1 problem`, `2 problems`."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def report(problem: Problem, file: str, lines: list[str]) -> str:
    """Return one problem as an editor reads it: place, underlined spot, what is wrong, the fix."""
    place = problem.place
    where = f"{file}:{place.line}:{place.column}  {visible(problem.path)}"
    shown = [f"   | {line}" for line in excerpt(place, lines)]
    fix = "Better" if problem.advice else "Fix"
    said = [f"   {problem.text}", f"   {fix}: {problem.fix}"]
    return "\n".join([where.rstrip(), *shown, *said])


def excerpt(place: Place, lines: list[str]) -> list[str]:
    """Return the line of a place and, under it, what underlines the place.

    Of a long line, it is the part around the place. An empty line has nothing to show.
    """
    there = 0 < place.line <= len(lines)
    if not there or not lines[place.line - 1].strip():
        return []
    cut = 0 if place.column <= FAR else place.column - BEFORE
    start = "… " if cut else ""
    end = max(SHORT, place.column + AFTER)
    shown = start + visible(lines[place.line - 1][cut:end])
    column = place.column - cut + len(start)
    width = min(place.width, len(shown) - column + 1)
    return [shown, " " * (column - 1) + "^" * max(1, width)]


def visible(text: str) -> str:
    """Return a text with a dot for each sign that cannot be seen or would turn the line about.

    So columns still hold.
    """
    signs = (_seen(sign) for sign in text)
    return "".join(signs)


def _seen(sign: str) -> str:
    return sign if sign.isprintable() or sign in JOINERS else "·"
