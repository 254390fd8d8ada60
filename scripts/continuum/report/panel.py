"""Findings -> what a page shows of them, over its own content, while someone edits."""

from __future__ import annotations

from dataclasses import dataclass

from .problem import Findings, Place, Problem
from .text import count, visible

NEAR = 70  # so many characters of a long line are shown before the spot, and after it


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
    title = _title(problems, "problem") if problems else _title(advice, "suggestion")
    files = {item.file for item in [*problems, *advice]}
    return Panel(title, len(files), problems, advice)


def _title(items: list[Item], what: str) -> str:
    files = {item.file for item in items}
    where = files.pop() if len(files) == 1 else count(len(files), "file")
    return f"{count(len(items), what)} in {where}"


def _item(problem: Problem, findings: Findings) -> Item:
    lines = findings.text_of(problem).split("\n")
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


def _shown(place: Place, lines: list[str]) -> tuple[str, str, str]:
    """Return the line of a place in three parts: before the spot, the spot, after it."""
    there = 0 < place.line <= len(lines)
    line = visible(lines[place.line - 1]) if there else ""
    if not line.strip():
        return "", "", ""
    start = min(place.column - 1, len(line))
    end = min(start + max(1, place.width), len(line))
    before, after = line[:start], line[end:]
    if start > NEAR:
        before = f"…{line[start - NEAR : start].lstrip()}"
    if len(after) > NEAR:
        after = f"{after[:NEAR]}…"
    return before, line[start:end] or " ", after
