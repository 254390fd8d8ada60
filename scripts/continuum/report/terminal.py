"""Findings -> what an editor reads in a terminal: place, what is wrong, how to put it right."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .problem import Findings, Place, Problem

FAR = 200  # a line is shown from its start if the place in it is nearer than this
BEFORE = 60  # characters of a longer line that are shown before the place
AFTER = 40  # characters that are shown after it
SHORT = 100  # so much of a line is shown in any case
JOINERS = "\u200c\u200d\u200e\u200f"  # other scripts need these


def show_any_sign() -> None:
    """Let what this program prints show signs that a terminal does not know as their numbers.

    Else it ends at the first one, just when there is something to say.
    """
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")


def whole(findings: Findings) -> str:
    """Return every problem with the line it stands on, and a closing count."""
    parts = [*reports(findings), closing(findings)]
    return "\n\n".join(parts)


def reports(findings: Findings) -> Iterator[str]:
    """Yield each problem as an editor reads it."""
    for problem in findings.problems:
        file = findings.file_of(problem)
        lines = findings.lines_of(problem)
        yield report(problem, file, lines)


def closing(findings: Findings) -> str:
    """Return how much was found, in a line."""
    advice = advised(findings)
    faults = findings.faults
    if not faults:
        return f"{advice}No problem in {findings.file}."

    found = count(len(faults), "problem")
    files = {findings.file_of(problem) for problem in faults}
    where = one_or_many(files)
    return f"{advice}{found} in {where}. Nothing was published."


def advised(findings: Findings) -> str:
    """Return how much advice was found: `2 pieces of advice. `, or nothing."""
    pieces = len(findings.advice)
    if not pieces:
        return ""
    return f"{count(pieces, 'piece')} of advice. "


def count(number: int, what: str) -> str:
    """Return a number with what it counts: `1 problem`, `2 problems`."""
    if number == 1:
        return f"1 {what}"
    return f"{number} {what}s"


def one_or_many(files: set[str]) -> str:
    """Return the name of a file where it is the only one, else how many there are."""
    if len(files) > 1:
        return count(len(files), "file")
    return "".join(files)


def report(problem: Problem, file: str, lines: list[str]) -> str:
    """Return one problem as an editor reads it: place, underlined spot, what is wrong, the fix."""
    place = problem.place
    spot = f"{file}:{place.line}:{place.column}"
    way = visible(problem.path)
    fix = "Better" if problem.advice else "Fix"

    said = [f"{spot}  {way}".rstrip()]
    for line in excerpt(place, lines):
        said.append(f"   | {line}")

    said.append(f"   {problem.text}")
    said.append(f"   {fix}: {problem.fix}")
    return "\n".join(said)


def excerpt(place: Place, lines: list[str]) -> list[str]:
    """Return the line of a place and, under it, what underlines the place.

    Of a long line, it is the part around the place. An empty line has nothing to show.
    """
    line = line_of(place, lines)
    if not line.strip():
        return []

    cut = 0
    start = ""
    if place.column > FAR:
        cut = place.column - BEFORE
        start = "… "

    end = max(SHORT, place.column + AFTER)
    part = visible(line[cut:end])
    shown = start + part

    column = place.column - cut + len(start)
    left = len(shown) - column + 1
    width = min(place.width, left)

    before = " " * (column - 1)
    under = "^" * max(1, width)
    return [shown, before + under]


def line_of(place: Place, lines: list[str]) -> str:
    """Return the line of a place; nothing where the text does not reach so far."""
    if 0 < place.line <= len(lines):
        return lines[place.line - 1]
    return ""


def visible(text: str) -> str:
    """Return a text with a dot for each sign that cannot be seen or would turn the line about.

    So columns still hold.
    """
    signs = map(_seen, text)
    return "".join(signs)


def _seen(sign: str) -> str:
    if sign.isprintable() or sign in JOINERS:
        return sign
    return "·"
