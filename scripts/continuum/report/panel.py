"""ContentError -> what a page shows of it, over its own content, while someone edits."""

from __future__ import annotations

from dataclasses import dataclass

from .problem import ContentError, Problem, count, visible

NEAR = 70  # so many characters of a long line are shown before the spot, and after it


@dataclass(frozen=True, slots=True)
class Item:
    """One problem. The line it stands on is shown as `before`, `spot` and `after`; all three are empty where there is nothing to show."""

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
    """What is wrong in how many files, and what might be better. `title` is what a screen reader is told at once."""

    title: str
    files: int
    problems: list[Item]
    advice: list[Item]


def panel(error: ContentError | None) -> Panel | None:
    """Return what a page shows of an error; nothing where there is nothing to say."""
    if not error or not error.problems:
        return None
    texts = {"": error.source, **error.others}
    items = [
        (
            problem.advice,
            _item(problem, problem.file or error.file, texts[problem.file].split("\n")),
        )
        for problem in error.problems
    ]
    problems, advice = (
        [item for advised, item in items if advised is wanted]
        for wanted in (False, True)
    )
    title = _title(problems, "problem") if problems else _title(advice, "suggestion")
    return Panel(title, len({item.file for _, item in items}), problems, advice)


def _title(items: list[Item], what: str) -> str:
    files = {item.file for item in items}
    return f"{count(len(items), what)} in {files.pop() if len(files) == 1 else count(len(files), 'file')}"


def _item(problem: Problem, file: str, lines: list[str]) -> Item:
    place = problem.place
    line = visible(lines[place.line - 1]) if 0 < place.line <= len(lines) else ""
    start = min(place.column - 1, len(line))
    end = min(start + max(1, place.width), len(line))
    before = (
        line[:start] if start <= NEAR else f"…{line[start - NEAR : start].lstrip()}"
    )
    after = line[end:] if len(line) - end <= NEAR else f"{line[end : end + NEAR]}…"
    shown = (before, line[start:end] or " ", after) if line.strip() else ("", "", "")
    return Item(
        file,
        place.line,
        problem.path.replace(" > ", " › "),
        *shown,
        problem.text,
        problem.fix,
    )
