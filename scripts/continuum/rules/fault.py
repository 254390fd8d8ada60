"""What a rule reports: a problem and, where an exception may excuse it, whose exception."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.base import Model
from ..model.node import Node, way
from ..report.problem import Place, Problem


@dataclass(frozen=True, slots=True)
class Fault:
    """One broken rule.

    With a `level`, that level's `exceptions:` may excuse it, for this `neighbor` if two levels are
    meant.
    """

    problem: Problem
    level: str | None = None
    neighbor: str | None = None

    def excusable(self, level: str, neighbor: str | None = None) -> Fault:
        """Return this fault as one that a level may declare as its exception."""
        return Fault(self.problem, level, neighbor)


def at(
    where: Model,
    *steps: str | int,
    text: str,
    fix: str,
    advice: bool = False,
) -> Fault:
    """Return a fault that stands at `steps` below `where`. `advice` stops nothing."""
    node = where.node.find(*steps)
    below = node is not where.node
    parts = (where.path, way(where.node, steps))

    problem = Problem(
        place=node.spot if below else _start(node),
        path=" > ".join(part for part in parts if part),
        text=text,
        fix=fix,
        advice=advice,
    )
    return Fault(problem)


def in_docs(
    file: str,
    text: str,
    fix: str,
    place: Place | None = None,
    advice: bool = False,
) -> Fault:
    """Return a fault of a file in `docs/`: at a place, or as a whole."""
    problem = Problem(
        place=place or Place(),
        path="",
        text=text,
        fix=fix,
        advice=advice,
        file=f"docs/{file}",
    )
    return Fault(problem)


def _start(group: Node) -> Place:
    """Return where a group starts: its name, or in a list the first name that it holds."""
    if group.key:
        return group.key

    names = group.value if isinstance(group.value, dict) else {}
    for held in names.values():
        return held.key or group.place
    return group.place


def within(node: Node, start: int, width: int) -> Place:
    """Return the place of a part of a text.

    It is that of the whole text where this fills several lines or holds escaped signs.
    """
    place = node.place
    quotes = place.width - len(node.value)
    if not 0 <= quotes <= 2:
        return node.spot

    column = place.column + quotes // 2 + start
    return Place(place.line, column, width, place.file)
