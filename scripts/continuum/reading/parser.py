"""Text -> composed YAML, and every fault for which the parser refuses it.

The parser stops at its first fault. Each one is mended, or left out with the lines that hang on it,
and the rest is read again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import yaml

from ..report.problem import Place
from .composer import Loader, too_deep
from .whereabouts import NAME, indent

MOST = 20  # refusals told of at once
DEEP = (
    "Brackets or dashes stand inside one another too many times.",
    "delete those that are too many.",
)
UNKNOWN = "This line cannot be read."


@dataclass(frozen=True, slots=True)
class Refusal:
    """A fault in an editor's words.

    `mended` is the line as it was probably meant, with which reading can go on.
    """

    place: Place
    text: str
    fix: str
    mended: str | None = None


@dataclass(frozen=True, slots=True)
class Stop:
    """What the parser says, and where it stopped; lines and columns count from 0.

    `opened` is where that began which it was reading.
    """

    message: str
    line: int
    column: int
    opened: tuple[int, int] | None
    lines: list[str]

    @property
    def text(self) -> str:
        """The line that the parser stopped at."""
        return self.lines[self.line]

    @property
    def sign(self) -> str:
        """The sign that the parser stopped at."""
        rest = self.text[self.column :]
        return rest[:1]

    @property
    def before(self) -> str:
        """What stands before that sign on its line."""
        return self.text[: self.column]

    @property
    def start(self) -> Stop:
        """The same, placed where that began which the parser was reading."""
        if self.opened is None:
            return self

        line, column = self.opened
        return replace(
            self,
            line=line,
            column=column,
            opened=None,
        )

    def place(self, column: int | None = None, width: int = 1) -> Place:
        """Return the place of a column of the line."""
        if column is None:
            column = self.column

        return Place(
            line=self.line + 1,
            column=column + 1,
            width=width,
        )


@dataclass
class Composition:
    """The composed tree of what could be read, the refusals, and the text without them."""

    text: str
    root: yaml.Node | None = None
    refusals: list[Refusal] = field(default_factory=list)


def compose(text: str, tell: Callable[[Stop], Refusal]) -> Composition:
    """Return what can be read of a text, and each fault as `tell` says it."""
    if (place := too_deep(text)) is not None:
        return Composition(text, None, [Refusal(place, *DEEP)])

    lines = text.split("\n")
    rest = Composition(text)
    mended: set[int] = set()
    while len(rest.refusals) < MOST:
        try:
            root = yaml.compose("\n".join(lines), Loader=Loader)
        except yaml.YAMLError as error:
            refusal = tell(_stop(error, lines))
        else:
            return Composition("\n".join(lines), root, rest.refusals)

        number = refusal.place.line - 1
        if number in mended:
            blank(lines, number)  # it was meant in another way: told once, and left out
        elif _leads_nowhere(refusal, rest.refusals):
            break
        else:
            rest.refusals.append(refusal)
            _mend(refusal, lines, mended)

    return rest


def blank(lines: list[str], first: int) -> None:
    """Blank a line, those that hang on it, and those beside it without a name or a dash."""
    edge = indent(lines[first])
    lines[first] = ""
    below = range(first + 1, len(lines))
    for number in below:
        if _begins_anew(lines[number], edge):
            break

        lines[number] = ""


def place_of(node: yaml.Node) -> Place:
    """Return where a node starts, and as its width that of a text of one line."""
    start = node.start_mark
    end = node.end_mark
    width = 1
    if start.line == end.line:
        length = end.column - start.column
        width = max(width, length)

    return Place(
        line=start.line + 1,
        column=start.column + 1,
        width=width,
    )


def _leads_nowhere(refusal: Refusal, above: list[Refusal]) -> bool:
    """Return whether a later refusal comes of how we mended an earlier one."""
    if not above:
        return False

    last = above[-1]
    if refusal.text == UNKNOWN:
        return True

    return refusal.place.line < last.place.line


def _mend(refusal: Refusal, lines: list[str], mended: set[int]) -> None:
    """Put right the line of a refusal, or blank it, so that the lines below can be read."""
    number = refusal.place.line - 1
    if refusal.mended is None:
        blank(lines, number)
        return

    lines[number] = refusal.mended
    mended.add(number)


def _begins_anew(line: str, edge: int) -> bool:
    """Return whether a line no longer hangs on one that is moved in as far as `edge`."""
    column = indent(line)
    if not line.strip():
        return False
    if column != edge:
        return column < edge
    if line[edge] in "-#":
        return True

    return NAME.match(line, edge) is not None


def _stop(error: yaml.YAMLError, lines: list[str]) -> Stop:
    """Return what the parser says; where it stopped at an empty line, at the end of that above."""
    opened = _mark(error, "context_mark")
    line, column = _mark(error, "problem_mark") or opened or (0, 0)
    if line >= len(lines) or not lines[line].strip():
        line, column = _end_above(line, column, lines)

    context = getattr(error, "context", None) or ""
    problem = getattr(error, "problem", None) or error

    return Stop(
        message=f"{context}; {problem}",
        line=line,
        column=column,
        opened=opened,
        lines=lines,
    )


def _mark(error: yaml.YAMLError, name: str) -> tuple[int, int] | None:
    """Return the line and the column of one of the places that the parser names."""
    mark = getattr(error, name, None)
    if mark is None:
        return None

    return mark.line, mark.column


def _end_above(line: int, column: int, lines: list[str]) -> tuple[int, int]:
    """Return the end of the last line above that holds something; the place itself where all are
    empty up to the first.
    """
    while line:
        line -= 1
        said = lines[line].rstrip()
        column = max(0, len(said) - 1)
        if said:
            break

    return line, column
