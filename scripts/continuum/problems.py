"""What an editor reads when content is wrong: place, what is wrong, how to put it right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

FAR = 200  # a line is shown from its start if the place in it is nearer than this
JOINERS = "\u200c\u200d\u200e\u200f"  # other scripts need these


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a file: `line` and `column` count from 1; `width` is the number of characters to underline."""

    line: int = 1
    column: int = 1
    width: int = 1


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault. `path` names the way to it in the editor's words; `text` says what is wrong; `fix` what to do.

    `advice` is a matter of judgment: it is reported and stops nothing. `file` is the file it stands in, where that is another than
    the one being read.
    """

    place: Place
    path: str
    text: str = field(compare=False)
    fix: str = field(compare=False)
    advice: bool = field(default=False, compare=False)
    file: str = field(default="", compare=False)


class ContentError(Exception):
    """All problems found, sorted by line: those of `file`, whose text is `source`, then those of `others`. `str()` gives the report."""

    def __init__(self, problems: Iterable[Problem], file: str = "levels.yaml", source: str = "", others: Mapping[str, str] | None = None):
        self.problems = sorted(problems, key=lambda problem: (problem.file, problem))
        self.file = file
        self.source = source
        self.others = others or {}
        super().__init__(self.problems)

    def __str__(self) -> str:
        """Return every problem with the line it stands on, and a closing count."""
        faults = [problem for problem in self.problems if not problem.advice]
        closing = f"{count(len(faults), 'problem')} in {self.file}. Nothing was published."
        return "\n\n".join([*self.reports(), closing])

    def reports(self) -> Iterator[str]:
        """Yield each problem as an editor reads it."""
        texts = {"": self.source, **self.others}
        for problem in self.problems:
            yield report(problem, problem.file or self.file, texts[problem.file].split("\n"))


def count(number: int, what: str) -> str:
    """Return a number with what it counts: `1 problem`, `2 problems`."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def report(problem: Problem, file: str, lines: list[str]) -> str:
    """Return one problem as an editor reads it: place, the line with the spot underlined, what is wrong, the fix."""
    place = problem.place
    shown = [f"{file}:{place.line}:{place.column}  {visible(problem.path)}".rstrip()]
    if 0 < place.line <= len(lines) and lines[place.line - 1].strip():
        shown += [f"   | {line}" for line in _excerpt(lines[place.line - 1], place)]
    fix = "Better" if problem.advice else "Fix"
    return "\n".join([*shown, f"   {problem.text}", f"   {fix}: {problem.fix}"])


def _excerpt(line: str, place: Place) -> tuple[str, str]:
    """Return a line and what underlines the place in it; of a long line, the part around the place."""
    cut = 0 if place.column <= FAR else place.column - 60
    start = "… " if cut else ""
    excerpt = f"{start}{visible(line[cut : max(100, place.column + 40)])}"
    column = place.column - cut + len(start)
    return excerpt, " " * (column - 1) + "^" * max(1, min(place.width, len(excerpt) - column + 1))


def visible(text: str) -> str:
    """Return a text with a dot for each sign that cannot be seen or that would turn the line about; so columns still hold."""
    return "".join(sign if sign.isprintable() or sign in JOINERS else "·" for sign in text)
