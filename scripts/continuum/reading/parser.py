"""Text -> composed YAML, and every fault for which the parser refuses it, in an editor's words.

The parser stops at its first fault. Each fault found is mended or left out with the lines that hang on it, and the rest is read again.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import yaml

from ..report.problem import Place
from .whereabouts import NAME, indent

# libyaml composes about twenty times faster than the pure loader, and reports the same places.
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
MOST = 20  # faults told of at once
DEEPEST = 200  # libyaml crashes on what nests some ten thousand times; the file needs about 10
STARTS = re.compile(rf"(?m)^[ ]*(?:[-?][ ]+){{{DEEPEST}}}|^[ ]{{1000}}")
DEEP = (
    "Brackets or dashes stand inside one another too many times.",
    "delete those that are too many.",
)
UNKNOWN = "This line cannot be read."


@dataclass(frozen=True, slots=True)
class Told:
    """A fault in an editor's words, and the line as it was probably meant, with which reading can go on."""

    place: Place
    text: str
    fix: str
    mended: str | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """What the parser says, where, and where that began which it was reading; lines and columns count from 0."""

    said: str
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
        return self.text[self.column : self.column + 1]

    @property
    def start(self) -> Fault:
        """The same fault, placed where that began which the parser was reading."""
        return Fault(
            self.said, *(self.opened or (self.line, self.column)), None, self.lines
        )

    def place(self, column: int | None = None, width: int = 1) -> Place:
        """Return the place of a column of the line."""
        return Place(
            self.line + 1, (self.column if column is None else column) + 1, width
        )


def compose(
    text: str, tell: Callable[[Fault], Told]
) -> tuple[yaml.Node | None, list[Told], str]:
    """Return the composed tree of what can be read, each fault as `tell` says it, and the text without the faults."""
    if (deep := too_deep(text)) is not None:
        return None, [Told(deep, *DEEP)], text
    lines, faults, mended = text.split("\n"), [], set()
    while len(faults) < MOST:
        try:
            return (
                yaml.compose("\n".join(lines), Loader=LOADER),
                faults,
                "\n".join(lines),
            )
        except yaml.YAMLError as error:
            told = tell(_fault(error, lines))
            number = told.place.line - 1
            if number in mended:
                blank(
                    lines, number
                )  # it was meant in another way: reported once, and left out
                continue
            if faults and (number < faults[-1].place.line or told.text == UNKNOWN):
                break
            faults.append(told)
            if told.mended is None:
                blank(lines, number)
            else:
                lines[number] = told.mended
                mended.add(number)
    return None, faults, text


def blank(lines: list[str], first: int) -> None:
    """Blank a line, the lines that hang on it, and those beside it that have neither a name nor a dash."""
    edge = indent(lines[first])
    lines[first] = ""
    for number in range(first + 1, len(lines)):
        line = lines[number]
        if line.strip() and (
            indent(line) < edge
            or (indent(line) == edge and (NAME.match(line, edge) or line[edge] in "-#"))
        ):
            break
        lines[number] = ""


def too_deep(text: str) -> Place | None:
    """Return the place of a text that nests too deeply to be composed."""
    if (found := STARTS.search(text)) is not None:
        return Place(text.count("\n", 0, found.start()) + 1)
    depth, opened = 0, 0
    for found in re.finditer(r"[\[{]|[\]}]", text):
        if not depth:
            opened = found.start()
        depth = max(0, depth + (1 if found[0] in "[{" else -1))
        if depth > DEEPEST:
            return Place(
                text.count("\n", 0, opened) + 1, opened - text.rfind("\n", 0, opened)
            )
    return None


def _fault(error: yaml.YAMLError, lines: list[str]) -> Fault:
    opened = getattr(error, "context_mark", None)
    mark = getattr(error, "problem_mark", None) or opened
    said = f"{getattr(error, 'context', None) or ''}; {getattr(error, 'problem', None) or error}"
    line, column = (mark.line, mark.column) if mark else (0, 0)
    while line and (line >= len(lines) or not lines[line].strip()):
        line -= 1
        column = max(0, len(lines[line].rstrip()) - 1)
    return Fault(
        said, line, column, (opened.line, opened.column) if opened else None, lines
    )
