"""Bars and the axis under them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

Point = tuple[float, float]

UNSEEN = 0.5  # of a picture's own units: nobody sees so little
SHORTEST = 4  # units: a bar may be this wide, however short its range is


@dataclass(frozen=True, slots=True)
class Axis:
    """Where hours stand: `zero` is the place of no hours, `hour` the way to the next hour.

    `end` is the last number on it, in hours.
    """

    zero: float
    hour: float
    end: float

    def hours(self, x: float) -> float:
        """Return the hours that a place stands for."""
        way = x - self.zero
        return way / self.hour

    @property
    def unseen(self) -> float:
        """How many hours are too few to be seen."""
        unit = abs(self.hour)
        return UNSEEN / unit

    @property
    def shortest(self) -> float:
        """How many hours a bar may seem to last, however short its range is."""
        unit = abs(self.hour)
        return SHORTEST / unit


@dataclass(frozen=True, slots=True)
class Bar:
    """A part of a range, in hours. `parts` are the lengths of its pieces."""

    start: float
    end: float
    parts: tuple[float, ...]


def bars_of(element: Element, axis: Axis) -> dict[str, Bar]:
    """Return the bars inside an element by their kind: `least`, `most` or `more`."""
    bars = {}
    for path in bars_in(element):
        name = path.get("class")
        kind = name.removeprefix("bar-")
        bar = _bar(path, axis)
        bars[kind] = bar
    return bars


def bars_in(element: Element) -> Iterator[Element]:
    """Yield the outlines of the bars inside an element."""
    for path in element.iter("path"):
        kind = path.get("class", "")
        if kind.startswith("bar-"):
            yield path


def _bar(path: Element, axis: Axis) -> Bar:
    outlines = path.get("d").split("Z")
    pieces = []
    for outline in outlines:
        hours = [axis.hours(x) for x, _ in _corners(outline)]
        if hours:
            pieces.append((min(hours), max(hours)))
    return Bar(
        start=pieces[0][0],
        end=pieces[-1][1],
        parts=tuple(end - start for start, end in pieces),
    )


def corners(path: Element) -> list[Point]:
    """Return the corners of a path. Raises ValueError for commands other than M, H, V, Z."""
    return _corners(path.get("d"))


def _corners(outline: str) -> list[Point]:
    x = y = 0.0
    points = []
    for command, rest in re.findall(r"([A-Za-z])([^A-Za-z]*)", outline):
        numbers = [float(number) for number in rest.split()]
        if command == "Z":
            continue
        if command == "H":
            (x,) = numbers
        elif command == "V":
            (y,) = numbers
        elif command == "M":
            x, y = numbers
        else:
            raise ValueError(f"cannot follow {command} in {outline}")
        points.append((x, y))
    return points
