"""What a rule reports: a problem and, where an exception may excuse it, the level that would declare one."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.base import Model
from ..model.node import Node, way
from ..report.problem import Place, Problem


@dataclass(frozen=True, slots=True)
class Fault:
    """One broken rule. With a `level`, that level's `exceptions:` may excuse it, for this `neighbor` if two levels are meant."""

    problem: Problem
    level: str | None = None
    neighbor: str | None = None


def at(
    where: Model,
    *steps: str | int,
    text: str,
    fix: str,
    piece: str = "",
    start: int | None = None,
    level: str | None = None,
    neighbor: str | None = None,
    advice: bool = False,
) -> Fault:
    """Return a fault that stands at `steps` below `where`; with a `piece`, at that part of the text there: the first one, or the one
    that begins at `start`. `advice` stops nothing.
    """
    node = where.node.find(*steps)
    place = (
        node.spot
        if steps and node is not where.node
        else (where.node.key or _first(where) or where.node.place)
    )
    if piece and isinstance(node.value, str) and piece in node.value:
        place = within(
            node, node.value.index(piece) if start is None else start, len(piece)
        )
    named = " > ".join(part for part in (where.path, way(where.node, steps)) if part)
    return Fault(Problem(place, named, text, fix, advice), level, neighbor)


def within(node: Node, start: int, width: int) -> Place:
    """Return the place of a part of a text; that of the whole text where it fills several lines or holds escaped signs."""
    quotes = node.place.width - len(node.value)
    if not 0 <= quotes <= 2:
        return node.spot
    return Place(node.place.line, node.place.column + quotes // 2 + start, width)


def _first(where: Model):
    """Return the place of the group's first name, so that a list item is underlined where it starts."""
    return (
        next((item.key for item in where.node.value.values()), None)
        if isinstance(where.node.value, dict)
        else None
    )
