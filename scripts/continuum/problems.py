"""What an editor reads when content is wrong: place, what is wrong, how to put it right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a file: `line` and `column` count from 1; `width` is the number of characters to underline."""

    line: int = 1
    column: int = 1
    width: int = 1


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault. `path` names the way to it in the editor's words; `text` says what is wrong; `fix` what to do."""

    place: Place
    path: str
    text: str = field(compare=False)
    fix: str = field(compare=False)


class ContentError(Exception):
    """All problems found in one file, sorted by line. `str()` gives the report."""

    def __init__(self, problems: Iterable[Problem], file: str = "levels.yaml", source: str = ""):
        self.problems = sorted(problems)
        self.file = file
        self.source = source
        super().__init__(self.problems)

    def __str__(self) -> str:
        """Return every problem with the line it stands on, and a closing count."""
        lines = self.source.split("\n")
        count = len(self.problems)
        reports = [report(problem, self.file, lines) for problem in self.problems]
        closing = f"{count} {'problem' if count == 1 else 'problems'} in {self.file}. Nothing was published."
        return "\n\n".join([*reports, closing])


def report(problem: Problem, file: str, lines: list[str]) -> str:
    """Return one problem as an editor reads it: place, the line with the spot underlined, what is wrong, the fix."""
    place = problem.place
    shown = [f"{file}:{place.line}:{place.column}  {problem.path}".rstrip()]
    if 0 < place.line <= len(lines) and lines[place.line - 1].strip():
        excerpt = lines[place.line - 1][: max(100, place.column + 40)]
        width = max(1, min(place.width, len(excerpt) - place.column + 1))
        shown += [f"   | {excerpt}", f"   | {' ' * (place.column - 1)}{'^' * width}"]
    return "\n".join([*shown, f"   {problem.text}", f"   Fix: {problem.fix}"])
