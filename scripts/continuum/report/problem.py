"""What is wrong with what an editor wrote: problems, and all that a reading found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from .terminal import whole


class Place(NamedTuple):
    """A spot in a file: `line` and `column` count from 1.

    `width` is the number of characters to underline. `file` is the file it lies in, where that is
    another than the one being read.
    """

    line: int = 1
    column: int = 1
    width: int = 1
    file: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault. `path` names the way to it in the editor's words; `text` says what is wrong.

    `fix` says what to do. `advice` is a matter of judgment: it is reported and stops nothing.
    `file` is the file it stands in, where that is another than the one being read.
    """

    place: Place
    path: str
    text: str = field(compare=False)
    fix: str = field(compare=False)
    advice: bool = field(default=False, compare=False)
    file: str = field(default="", compare=False)


Rank = tuple[bool, str, Problem]  # advice comes last; then a file after the other


@dataclass(frozen=True, slots=True)
class Findings:
    """All problems of a reading, sorted by line: those of `file`, whose text is `source`.

    Then come those of `others`, by file, and then all advice.
    """

    problems: Sequence[Problem] = ()
    file: str = "levels.yaml"
    source: str = ""
    others: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        # It is frozen, so this is the moment to bring its problems into order.
        placed = [_in_its_file(one) for one in self.problems]
        in_order = sorted(placed, key=_rank)
        object.__setattr__(self, "problems", in_order)

    @property
    def faults(self) -> list[Problem]:
        """The problems that are more than advice."""
        return self._those(advice=False)

    @property
    def advice(self) -> list[Problem]:
        """What might be better but stops nothing."""
        return self._those(advice=True)

    def _those(self, advice: bool) -> list[Problem]:
        return [one for one in self.problems if one.advice is advice]

    def joined(self, more: Findings) -> Findings:
        """Return these together with those of a second file."""
        problems = [replace(one, file=more.file_of(one)) for one in more.problems]
        others = {**self.others, more.file: more.source}
        return replace(self, problems=[*self.problems, *problems], others=others)

    def file_of(self, problem: Problem) -> str:
        """Return the name of the file that a problem stands in."""
        if problem.file:
            return problem.file
        return self.file

    def text_of(self, problem: Problem) -> str:
        """Return the text of the file that a problem stands in; nothing for one that was not read,
        such as a picture whose name is at fault.
        """
        if problem.file:
            return self.others.get(problem.file, "")
        return self.source

    def lines_of(self, problem: Problem) -> list[str]:
        """Return the lines of the file that a problem stands in."""
        text = self.text_of(problem)
        return text.split("\n")


def _in_its_file(problem: Problem) -> Problem:
    """Return a problem that says in which file it stands, where its place does."""
    if problem.place.file and not problem.file:
        return replace(problem, file=problem.place.file)
    return problem


def _rank(problem: Problem) -> Rank:
    return problem.advice, problem.file, problem


class ContentError(Exception):
    """Content that cannot be published, and why: its `findings`. `str()` gives the report."""

    def __init__(self, findings: Findings):
        self.findings = findings
        super().__init__(findings)

    def __str__(self) -> str:
        """Return every problem with the line it stands on, and a closing count."""
        return whole(self.findings)
