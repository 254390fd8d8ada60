"""Small bars: lists in which each level has a bar of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markup import classed, text

from .bars import Axis, Bar, bars_of
from .signs import level_of, signs_of

SCALE = re.compile(r"Bars: [a-z ]+, from 0 to ([\d.]+)\.(?: |$)")


@dataclass(frozen=True, slots=True)
class Small:
    """One level of a list. `level` is its id or, where no link tells it, its name.

    `sought` is what a form finds it by.
    """

    level: str
    axis: Axis
    bars: dict[str, Bar]
    signs: list[str]
    sought: dict[str, str]


def small_bars(document: Element, mirrored: bool) -> Iterator[Small]:
    """Yield the small bars of a page. Raises LookupError where no words tell their scale."""
    words = text(document)
    said = SCALE.search(words)
    for item in document.iter("li"):
        for drawing in classed(item, "small-bar"):
            if said is None:
                raise LookupError("no words say what the small bars show")
            end = float(said[1])
            axis = _axis(drawing, end, mirrored)
            yield _small(item, axis)


def _axis(drawing: Element, end: float, mirrored: bool) -> Axis:
    """Return the axis of a small bar, whose far side stands for a number of hours."""
    box = drawing.get("viewbox")
    _, _, width, _ = box.split()
    width = float(width)
    hour = width / end
    if mirrored:
        return Axis(width, -hour, end)
    return Axis(0, hour, end)


def _small(item: Element, axis: Axis) -> Small:
    named = next(item.iter("strong"), None)
    level = level_of(item) if named is None else text(named)
    return Small(
        level=level,
        axis=axis,
        bars=bars_of(item, axis),
        signs=list(signs_of(item)),
        sought=item.attrib,
    )
