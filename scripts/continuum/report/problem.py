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
    """All problems found, sorted by line: those of `file`, whose text is `source`, then those of `others`; then all advice.

    `str()` gives the report.
    """

    def __init__(
        self,
        problems: Iterable[Problem],
        file: str = "levels.yaml",
        source: str = "",
        others: Mapping[str, str] | None = None,
    ):
        self.problems = sorted(
            problems, key=lambda problem: (problem.advice, problem.file, problem)
        )
        self.file = file
        self.source = source
        self.others = others or {}
        super().__init__(self.problems)

    def __str__(self) -> str:
        """Return every problem with the line it stands on, and a closing count."""
        return "\n\n".join([*self.reports(), self.closing])

    @property
    def faults(self) -> list[Problem]:
        """The problems that are more than advice."""
        return [problem for problem in self.problems if not problem.advice]

    @property
    def closing(self) -> str:
        """How much was found, in a line."""
        if not self.faults:
            return f"{self.advised}No problem in {self.file}."
        files = {problem.file or self.file for problem in self.faults}
        where = files.pop() if len(files) == 1 else count(len(files), "file")
        return f"{self.advised}{count(len(self.faults), 'problem')} in {where}. Nothing was published."

    @property
    def advised(self) -> str:
        """How much advice was found: `2 pieces of advice. `, or nothing."""
        pieces = len(self.problems) - len(self.faults)
        return f"{count(pieces, 'piece')} of advice. " if pieces else ""

    def reports(self) -> Iterator[str]:
        """Yield each problem as an editor reads it."""
        for problem in self.problems:
            yield report(
                problem, problem.file or self.file, self.text_of(problem).split("\n")
            )

    def text_of(self, problem: Problem) -> str:
        """Return the text of the file that a problem stands in."""
        return self.others[problem.file] if problem.file else self.source


def count(number: int, what: str) -> str:
    """Return a number with what it counts: `1 problem`, `2 problems`."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def report(problem: Problem, file: str, lines: list[str]) -> str:
    """Return one problem as an editor reads it: place, the line with the spot underlined, what is wrong, the fix."""
    place = problem.place
    shown = [
        f"{file}:{place.line}:{place.column}  {visible(problem.path)}".rstrip(),
        *(f"   | {line}" for line in excerpt(place, lines)),
    ]
    fix = "Better" if problem.advice else "Fix"
    return "\n".join([*shown, f"   {problem.text}", f"   {fix}: {problem.fix}"])


def excerpt(place: Place, lines: list[str]) -> list[str]:
    """Return the line of a place and, under it, what underlines the place; of a long line, the part around it. Nothing where that line is empty."""
    if not (0 < place.line <= len(lines) and lines[place.line - 1].strip()):
        return []
    line = lines[place.line - 1]
    cut = 0 if place.column <= FAR else place.column - 60
    start = "… " if cut else ""
    shown = f"{start}{visible(line[cut : max(100, place.column + 40)])}"
    column = place.column - cut + len(start)
    return [
        shown,
        " " * (column - 1) + "^" * max(1, min(place.width, len(shown) - column + 1)),
    ]


def visible(text: str) -> str:
    """Return a text with a dot for each sign that cannot be seen or that would turn the line about; so columns still hold."""
    return "".join(
        sign if sign.isprintable() or sign in JOINERS else "·" for sign in text
    )
