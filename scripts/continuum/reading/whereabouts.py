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
OPENING = re.compile(r"(:|[>|][+-]?|[\[{,])\s*$")


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
    return len(line) - len(line.lstrip(" "))


class _Way:
    """Steps to a line, the innermost first. All that are still to be found stand left of `edge`."""

    def __init__(self, lines: list[str], number: int, column: int):
        own = lines[number]
        first = max(0, column + 1 - FAR)
        self.lines = lines
        self.steps = _name_around(own[first:column])
        self.edge = OUTSIDE
        for start, mark in reversed(_marks(own)):
            self._add(number, start, mark)

        self.edge = min(self.edge, indent(own))

    def __str__(self) -> str:
        steps = [step.removeprefix(DASH) for step in self.steps[-MOST:]]
        return " > ".join(reversed(steps))

    @property
    def is_whole(self) -> bool:
        """Whether no step is still to be found."""
        return self.edge == 0 and not self._ends_in_item

    def lead_through(self, number: int) -> None:
        """Add what a line further up holds of the way."""
        line = self.lines[number]
        for start, mark in reversed(_marks(line)):
            if self._can_hold(mark, line):
                self._add(number, start, mark)

    @property
    def _ends_in_item(self) -> bool:
        """Whether the outermost step yet is an item, so that the name of its list is due."""
        return bool(self.steps) and self.steps[-1].startswith(DASH)

    def _can_hold(self, mark: str, line: str) -> bool:
        """Return whether the steps can stand below a mark."""
        if mark == DASH:
            return not self._ends_in_item  # an item stands in no other item
        if self._ends_in_item or not self.steps:
            return True

        return OPENING.search(line) is not None

    def _add(self, number: int, start: int, mark: str) -> None:
        """Add a step if it starts further out than all the others; its list may start beside it."""
        if start > self.edge:
            return
        if start == self.edge and not self._ends_in_item:
            return

        name = _called(self.lines, number, start) if mark == DASH else ""
        self.steps.append(mark + name)
        self.edge = start


def _marks(line: str) -> list[tuple[int, str]]:
    """Return the dashes and the name that a line starts with, each with its column from 0."""
    marks = []
    column = indent(line)
    while (dash := DASH_AND_GAP.match(line, column)) is not None:
        marks.append((column, DASH))
        column = dash.end()

    name = NAME.match(line, column)
    named = [(column, name["name"])] if name else []
    return marks[:MOST] + named


def _name_around(before: str) -> list[str]:
    """Return the name inside curly brackets that the end of `before` belongs to, if any."""
    start = before.rfind("{")
    if start <= before.rfind("}") or "{{" in before:
        return []

    return NAME_IN_BRACKETS.findall(before, start)[-1:]


def _called(lines: list[str], number: int, start: int) -> str:
    """Return what an editor calls the item whose dash stands there: its id, aim or number."""
    own = _lines_of_item(lines, number, start)
    column = next((indent(line) for line in own if line.strip()), start + 2)
    if own[0].lstrip().startswith("{"):
        own = own[:1]

    for name in NAMES_OF_ITEMS:
        value = re.compile(
            rf"(?: {{{column}}}|.*[{{,] *){name}: +"
            r"[\"']?([^\"',{}\[\]#]+?)(?: *[\"',{}\[\]#]| +[a-z_]+: |$)"
        )
        for line in own:
            found = value.match(line)
            if found is not None:
                return found[1].strip()

    return f"item {1 + _items_above(lines, number, start)}"


def _lines_of_item(lines: list[str], number: int, start: int) -> list[str]:
    """Return the lines of an item, with a space in place of its dash."""
    first = lines[number][start + 1 : start + FAR]
    own = [" " * (start + 1) + first]
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
    if indent(line) == start:
        return line.lstrip().startswith(DASH)
    return indent(line) > start
