"""Findings -> what a page shows of them, over its own content, while someone edits."""

from __future__ import annotations

from dataclasses import dataclass

from .problem import Findings, Place, Problem
from .terminal import count, line_of, one_or_many, visible

NEAR = 70  # so many characters of a long line are shown before the spot, and after it

Shown = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Item:
    """One problem. The line it stands on is shown as `before`, `spot` and `after`.

    All three are empty where there is nothing to show.
    """

    file: str
    line: int
    way: str
    before: str
    spot: str
    after: str
    text: str
    fix: str


@dataclass(frozen=True, slots=True)
class Panel:
    """What is wrong in how many files, and what might be better.

    `title` is what a screen reader is told at once.
    """

    title: str
    files: int
    problems: list[Item]
    advice: list[Item]


def panel(findings: Findings | None) -> Panel | None:
    """Return what a page shows of findings; nothing where there is nothing to say."""
    if not findings or not findings.problems:
        return None

    problems = [_item(problem, findings) for problem in findings.faults]
    advice = [_item(problem, findings) for problem in findings.advice]
    files = {item.file for item in [*problems, *advice]}

    title = _title(advice, "suggestion")
    if problems:
        title = _title(problems, "problem")
    return Panel(
        title=title,
        files=len(files),
        problems=problems,
        advice=advice,
    )


def _title(items: list[Item], what: str) -> str:
    found = count(len(items), what)
    files = {item.file for item in items}
    return f"{found} in {one_or_many(files)}"


def _item(problem: Problem, findings: Findings) -> Item:
    lines = findings.lines_of(problem)
    before, spot, after = _shown(problem.place, lines)
    return Item(
        file=findings.file_of(problem),
        line=problem.place.line,
        way=problem.path.replace(" > ", " › "),
        before=before,
        spot=spot,
        after=after,
        text=problem.text,
        fix=problem.fix,
    )


def _shown(place: Place, lines: list[str]) -> Shown:
    """Return the line of a place in three parts: before the spot, the spot, after it."""
    line = visible(line_of(place, lines))
    if not line.strip():
        return "", "", ""

    start = min(place.column - 1, len(line))
    end = start + max(1, place.width)

    before = line[:start]
    spot = line[start:end]
    after = line[end:]

    if len(before) > NEAR:
        near = before[-NEAR:]
        before = f"…{near.lstrip()}"
    if len(after) > NEAR:
        after = f"{after[:NEAR]}…"
    return before, spot or " ", after
