"""The picture of the line of levels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import dist
from xml.etree.ElementTree import Element

from markup import classed, first, number, text

from .bars import Axis, Bar, Point, bars_in, bars_of, corners
from .signs import level_of, signs_of

Dots = dict[str, Point]
Places = Iterator[float]

NEAR = 12  # units from the middle of a dot to the end of a line that leads to it
CAPITAL = 9  # units: no letter that begins a line is lower
MARKS = ("on", "off")


@dataclass(frozen=True, slots=True)
class Row:
    """A level: its bars by kind, its signs, its dots from the first, its words.

    `spoken` is what is heard of it. `top` and `bottom` are the heights between which it stands.
    """

    level: str
    axis: Axis
    bars: dict[str, Bar]
    signs: list[str]
    dots: list[str]
    words: str
    spoken: str
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a line that stands upright."""

    x: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line between the dots of two levels."""

    levels: frozenset[str]
    stretches: list[Stretch]


@dataclass(frozen=True, slots=True)
class Picture:
    """One form of the picture. `ticks` are the numbers on the axis with their places.

    `tips` are the levels that the tips of lines point to.
    """

    form: str
    ticks: list[Point]
    grid: list[float]
    axis: Axis
    rows: list[Row]
    lines: list[Line]
    tips: list[str]


def pictures(document: Element) -> Iterator[Picture]:
    """Yield each form of the picture of the levels in a document."""
    for svg in classed(document, "continuum"):
        if svg.tag == "svg":
            yield _picture(svg)


def _picture(svg: Element) -> Picture:
    names = svg.get("class")
    _, form = names.split()
    ticks = list(_ticks(svg))
    edges = list(_edges(svg))
    axis = _axis(ticks, edges)
    groups = list(_groups(svg))
    dots = {level_of(group): _dot(group) for group in groups}
    rows = [_row(group, axis) for group in groups]
    lines = [_line(lane, dots) for lane in classed(svg, "lane")]
    tips = [_pointed_at(tip, dots) for tip in classed(svg, "tip")]
    return Picture(
        form=form,
        ticks=ticks,
        grid=list(_grid(svg)),
        axis=axis,
        rows=rows,
        lines=lines,
        tips=tips,
    )


def _ticks(svg: Element) -> Iterator[Point]:
    for tick in classed(svg, "tick"):
        label = text(tick)
        hours = float(label)
        place = number(tick, "x")
        yield hours, place


def _grid(svg: Element) -> Places:
    for line in classed(svg, "grid"):
        top, *_ = corners(line)
        x, _ = top
        yield x


def _groups(svg: Element) -> Iterator[Element]:
    """Yield the part of the picture for each level: the one with its dot."""
    for group in svg.iter("g"):
        dot = group.find("circle")
        if dot is not None:
            yield group


def _edges(svg: Element) -> Places:
    """Yield where the corners of all bars are."""
    for bar in bars_in(svg):
        for x, _ in corners(bar):
            yield x


def _axis(ticks: list[Point], edges: list[float]) -> Axis:
    """Return the axis through the first and the last tick; bars may go on after the last."""
    low, start = ticks[0]
    high, stop = ticks[-1]
    way = stop - start
    hour = way / (high - low)
    zero = start - low * hour
    farthest = max(edges) if hour > 0 else min(edges)
    end = (farthest - zero) / hour
    return Axis(zero, hour, end)


def _row(group: Element, axis: Axis) -> Row:
    heights = list(_heights(group))
    words = [text(words) for words in group.iter("text")]
    marks = [mark.get("class") for mark in group.iter("circle")]
    link = group.find("a")
    return Row(
        level=level_of(group),
        axis=axis,
        bars=bars_of(group, axis),
        signs=list(signs_of(group)),
        dots=[mark for mark in marks if mark in MARKS],
        words=" ".join(words),
        spoken=link.get("aria-label"),
        top=min(heights),
        bottom=max(heights),
    )


def _heights(group: Element) -> Places:
    """Yield how high the bars, dots, words and signs of a level begin and end."""
    for bar in bars_in(group):
        for _, y in corners(bar):
            yield y
    for dot in group.iter("circle"):
        middle = number(dot, "cy")
        radius = number(dot, "r")
        yield middle - radius
        yield middle + radius
    for sign in classed(group, "sign"):
        top = number(sign, "y")
        yield top
        yield top + number(sign, "height")
    for words in group.iter("text"):
        yield from _baselines(words)


def _baselines(words: Element) -> Places:
    """Yield how high the first line of a text begins, and where each of its lines stands."""
    baseline = number(words, "y")
    yield baseline - CAPITAL
    for line in words.iter("tspan"):
        baseline += number(line, "dy")
        yield baseline


def _dot(group: Element) -> Point:
    """Return the middle of a level's own dot."""
    dot = first(group, "dot")
    x = number(dot, "cx")
    y = number(dot, "cy")
    return x, y


def _line(lane: Element, dots: Dots) -> Line:
    first, *_, last = corners(lane)
    start = _nearest(first, dots)
    stop = _nearest(last, dots)
    levels = frozenset((start, stop))
    stretches = list(_stretches(lane))
    return Line(levels, stretches)


def _pointed_at(tip: Element, dots: Dots) -> str:
    """Return the level that a tip points to: it is drawn from side to side over its point."""
    _, point, _ = corners(tip)
    return _nearest(point, dots)


def _stretches(lane: Element) -> Iterator[Stretch]:
    points = corners(lane)
    for (x, start), (beside, stop) in pairwise(points):
        if x == beside:
            top = min(start, stop)
            bottom = max(start, stop)
            yield Stretch(x, top, bottom)


def _nearest(point: Point, dots: Dots) -> str:
    """Return the level whose dot a point belongs to. Raises LookupError where none is near."""
    ways = {level: dist(dot, point) for level, dot in dots.items()}
    level = min(ways, key=ways.get)
    if ways[level] > NEAR:
        raise LookupError(f"no dot is near {point}")
    return level
