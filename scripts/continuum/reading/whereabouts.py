"""Lines of a file -> the way to one of them in the editor's words, told by how far each is moved.

It serves where the text cannot be read as a tree.
"""

from __future__ import annotations

import re

from ..model.node import NAMES_OF_ITEMS

MOST = 10  # steps of a way, and dashes of a line
FAR = 2000  # what stands further along a line names nothing
OUTSIDE = 10_000  # a column to the right of every line that counts
DASH = "-"
DASH_AND_GAP = re.compile(r"- +")
NAME = re.compile(
    r"(?P<quote>[\"']?)"
    r"(?P<name>[^\s:#\"'\[\]{},&*!|<>%@`-][^:#\"'\[\]{},]*?)"
    r"(?P=quote) *:(?= |$)"
)
NAME_IN_BRACKETS = re.compile(r"[{,] *([^\s:,\"'\[\]{}][^:,\"'\[\]{}]*): ")
# A name with nothing or only an opening sign behind it: the line may have others below it.
OPENING = r"(:|[>|][+-]?|[\[{,])\s*$"


def way_to(lines: list[str], line: int, column: int = 1) -> str:
    """Return the way to a line and column, both counted from 1: `levels > iop > figure > min`."""
    if line > len(lines):
        return ""

    way = _Way(lines, line - 1, column - 1)
    number = line - 1
    while number > 0 and not way.is_whole:
        number -= 1
        way.lead_through(number)

    return str(way)


def indent(line: str) -> int:
    """Return how many spaces a line starts with."""
    rest = line.lstrip(" ")
    return len(line) - len(rest)


class _Way:
    """Steps to a line, the innermost first. All that are still to be found stand left of `edge`."""

    def __init__(self, lines: list[str], number: int, column: int):
        own = lines[number]
        self.lines = lines
        self.steps = _name_around(own, column)
        self.edge = OUTSIDE
        for start, mark in _marks(own):
            self._add(number, start, mark)

        column_of_line = indent(own)
        self.edge = min(self.edge, column_of_line)

    def __str__(self) -> str:
        steps = []
        outermost = self.steps[-MOST:]
        for step in reversed(outermost):
            name = step.removeprefix(DASH)
            steps.append(name)

        return " > ".join(steps)

    @property
    def is_whole(self) -> bool:
        """Whether no step is still to be found."""
        at_the_edge = self.edge == 0
        return at_the_edge and not self._ends_in_item

    def lead_through(self, number: int) -> None:
        """Add what a line further up holds of the way."""
        line = self.lines[number]
        for start, mark in _marks(line):
            if self._can_hold(mark, line):
                self._add(number, start, mark)

    @property
    def _ends_in_item(self) -> bool:
        """Whether the outermost step yet is an item, so that the name of its list is due."""
        if not self.steps:
            return False

        outermost = self.steps[-1]
        return outermost.startswith(DASH)

    def _can_hold(self, mark: str, line: str) -> bool:
        """Return whether the steps can stand below a mark."""
        if mark == DASH:
            return not self._ends_in_item  # an item stands in no other item
        if self._ends_in_item or not self.steps:
            return True

        return re.search(OPENING, line) is not None

    def _add(self, number: int, start: int, mark: str) -> None:
        """Add a step if it starts further out than all the others; its list may start beside it."""
        if start > self.edge:
            return
        if start == self.edge and not self._ends_in_item:
            return

        step = mark
        if mark == DASH:
            step += _called(self.lines, number, start)

        self.steps.append(step)
        self.edge = start


def _marks(line: str) -> list[tuple[int, str]]:
    """Return the dashes and the name that a line starts with, each with its column from 0, the
    innermost first.
    """
    marks = []
    column = indent(line)
    dash = DASH_AND_GAP.match(line, column)
    while dash is not None:
        if len(marks) < MOST:
            marks.append((column, DASH))

        column = dash.end()
        dash = DASH_AND_GAP.match(line, column)

    found = NAME.match(line, column)
    if found is not None:
        marks.append((column, found["name"]))

    marks.reverse()
    return marks


def _name_around(line: str, column: int) -> list[str]:
    """Return the name inside curly brackets that a column belongs to, if any."""
    first = max(0, column + 1 - FAR)
    before = line[first:column]
    start = before.rfind("{")
    end = before.rfind("}")
    if start <= end or "{{" in before:
        return []

    names = NAME_IN_BRACKETS.findall(before, start)
    return names[-1:]


def _called(lines: list[str], number: int, start: int) -> str:
    """Return what an editor calls the item whose dash stands there: its id, aim or number."""
    own = _lines_of_item(lines, number, start)
    columns = [indent(line) for line in own if line.strip()]
    column = columns[0] if columns else start + 2

    first = own[0].lstrip()
    if first.startswith("{"):
        own = own[:1]

    for name in NAMES_OF_ITEMS:
        value = _value_of(name, column)
        for line in own:
            found = value.match(line)
            if found is not None:
                return found[1].strip()

    above = _items_above(lines, number, start)
    return f"item {above + 1}"


def _value_of(name: str, column: int) -> re.Pattern:
    """Return what finds the value of a name in an item, at that column or in curly brackets."""
    return re.compile(
        rf"(?: {{{column}}}|.*[{{,] *){name}: +"
        r"[\"']?([^\"',{}\[\]#]+?)(?: *[\"',{}\[\]#]| +[a-z_]+: |$)"
    )


def _lines_of_item(lines: list[str], number: int, start: int) -> list[str]:
    """Return the lines of an item, with a space in place of its dash."""
    column = start + 1
    space = " " * column
    first = lines[number]
    own = [space + first[column : start + FAR]]
    for line in lines[number + 1 :]:
        if line.strip() and indent(line) <= start:
            break

        own.append(line)

    return own


def _items_above(lines: list[str], number: int, start: int) -> int:
    """Return how many items of the same list stand above a line."""
    dash = " " * start + "- "
    count = 0
    for line in reversed(lines[:number]):
        if line.startswith(dash):
            count += 1
        elif line.strip() and not _goes_on(line, start):
            break

    return count


def _goes_on(line: str, start: int) -> bool:
    """Return whether a line belongs to a list whose dashes stand in the column `start`."""
    column = indent(line)
    if column != start:
        return column > start

    said = line.lstrip()
    return said.startswith(DASH)
