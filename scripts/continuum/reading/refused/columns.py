"""Lines that start in another column than those they belong to."""

from __future__ import annotations

from typing import NamedTuple

from ...report.problem import Place
from ..parser import Refusal, Stop
from ..whereabouts import OUTSIDE, indent

NOTHING_ABOVE = "This line does not start under a line that it could belong to."


class Edge(NamedTuple):
    """The column in which the lines of an open group start, and a line that shows it."""

    column: int
    line: int


def moved_line(stop: Stop) -> Refusal:
    """Return the words for a line that starts in a column where nothing above it starts."""
    start = indent(stop.text)
    near = _nearest(stop, start)
    for edge in near:
        if _agrees_with_none(stop, edge):
            return _odd_line(stop, edge)

    if not near:
        fix = "put as many spaces before it as before the lines it belongs to."
        return Refusal(stop.place(start), NOTHING_ABOVE, fix)

    ways = []
    for edge in near:
        ways.append(f"{_spaces(edge.column)} before it, as on line {edge.line + 1}")

    return Refusal(
        stop.place(start),
        NOTHING_ABOVE,
        f"put {', or '.join(ways)}; {_there_are(start)} now.",
        _moved(stop.text, near[0].column),
    )


def line_beside_list(stop: Stop) -> Refusal:
    """Return the words for a line without a dash right under a list."""
    inside = indent(stop.text) + 2
    outside = 0
    for edge in _edges(stop):
        if edge.column < inside - 2:
            outside = max(outside, edge.column)

    return Refusal(
        stop.place(),
        "Above stands a list, and this line has no dash.",
        f"put {inside} spaces before it if it belongs to the item above, "
        f"or {outside} if it stands beside the list; or delete the dash above.",
        _moved(stop.text, inside),
    )


def _odd_line(stop: Stop, edge: Edge) -> Refusal:
    """Return the words for a line above with which those below it do not agree."""
    start = indent(stop.text)
    return Refusal(
        Place(edge.line + 1, edge.column + 1),
        NOTHING_ABOVE,
        f"put {_spaces(start)} before it, as on line {stop.line + 1} "
        f"and those after it; {_there_are(edge.column)} now.",
        _moved(stop.lines[edge.line], start),
    )


def _agrees_with_none(stop: Stop, edge: Edge) -> bool:
    """Return whether a line above starts in a column of its own, and two or more below it agree.

    It is the first of its group.
    """
    start = indent(stop.text)
    if _column_after(stop) != start or indent(stop.lines[edge.line]) != edge.column:
        return False

    for line in stop.lines[edge.line + 1 : stop.line]:
        if line.strip() and indent(line) == edge.column:
            return False

    for line in reversed(stop.lines[: edge.line]):
        if _holds_values(line):
            return indent(line) < min(edge.column, start)

    return False


def _column_after(stop: Stop) -> int:
    """Return the column of the next line that starts no further in."""
    start = indent(stop.text)
    for line in stop.lines[stop.line + 1 :]:
        if line.strip() and indent(line) <= start:
            return indent(line)

    return 0


def _nearest(stop: Stop, start: int) -> list[Edge]:
    """Return the edges of open groups that lie nearest to the column `start`."""
    lines = {edge.column: edge.line for edge in reversed(_edges(stop))}
    lines.pop(start, None)
    if not lines:
        return []

    least = min(abs(column - start) for column in lines)
    near = []
    for column, line in sorted(lines.items()):
        if abs(column - start) == least:
            near.append(Edge(column, line))

    return near


def _edges(stop: Stop) -> list[Edge]:
    """Return the edge of each group that is open above the line, the nearest first."""
    is_item = stop.text.lstrip().startswith("- ")
    column = OUTSIDE
    edges = []
    for number in range(stop.line - 1, -1, -1):
        line = stop.lines[number]
        if not _holds_values(line) or indent(line) >= column:
            continue

        column = indent(line)
        if not line.lstrip().startswith("- "):
            if not is_item:
                edges.append(Edge(column, number))
        elif is_item:
            edges.append(Edge(column, number))
        else:
            edges.append(Edge(column + 2, number))
        if column == 0:
            break

    return edges


def _holds_values(line: str) -> bool:
    """Return whether a line is neither empty nor a remark."""
    text = line.strip()
    return bool(text) and not text.startswith("#")


def _moved(line: str, column: int) -> str:
    return " " * column + line.lstrip()


def _spaces(count: int) -> str:
    if count < 2:
        return f"{count or 'no'} space"
    return f"{count} spaces"


def _there_are(count: int) -> str:
    return f"there {'is' if count == 1 else 'are'} {count}"
