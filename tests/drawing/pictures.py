"""The picture of the line of levels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markup import classed, number, text

from .bars import Axis, Bar, Point, bars_in, bars_of, corners
from .signs import level_of, signs_of

Places = Iterator[float]

CAPITAL = 9  # units: no letter that begins a line is lower


@dataclass(frozen=True, slots=True)
class Row:
    """A level: its bars by kind, its tags with what is heard of them, its words.

    `spoken` is what is heard of it. `top` and `bottom` are the heights between which it stands.
    """

    level: str
    axis: Axis | None
    bars: dict[str, Bar]
    tags: dict[str, str]
    words: str
    spoken: str
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Band:
    """Where people sleep: the kind of place by its ground, its cell, its sign and its words.

    `top` and `bottom` are the heights between which its levels stand.
    """

    kinds: set[str]
    words: str
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Picture:
    """One form of the picture. `ticks` are the numbers on the axis with their places."""

    form: str
    ticks: list[Point]
    grid: list[set[float]]
    axis: Axis | None
    rows: list[Row]
    bands: list[Band]
    title: str


def pictures(document: Element) -> Iterator[Picture]:
    """Yield each form of the picture of the levels in a document."""
    for svg in classed(document, "continuum"):
        if svg.tag == "svg":
            yield _picture(svg)


def _picture(svg: Element) -> Picture:
    names = svg.get("class")
    _, form = names.split()
    ticks = list(_ticks(svg))
    axis = _axis(ticks) if ticks else None
    return Picture(
        form=form,
        ticks=ticks,
        grid=[_across(line) for line in classed(svg, "grid")],
        axis=axis,
        rows=[_row(group, axis) for group in classed(svg, "row")],
        bands=list(_bands(svg)),
        title=text(next(svg.iter("title"))),
    )


def _ticks(svg: Element) -> Iterator[Point]:
    for tick in classed(svg, "tick"):
        label = text(tick)
        hours = float(label)
        place = number(tick, "x")
        yield hours, place


def _across(line: Element) -> set[float]:
    """Return where a line of the axis stands: the same place beside every bar."""
    return {x for x, _ in corners(line)}


def _axis(ticks: list[Point]) -> Axis:
    """Return the axis through the first and the last tick."""
    low, start = ticks[0]
    high, stop = ticks[-1]
    hour = (stop - start) / (high - low)
    return Axis(zero=start - low * hour, hour=hour, end=high)


def _row(group: Element, axis: Axis | None) -> Row:
    heights = list(_heights(group))
    words = [text(words) for words in group.iter("text")]
    link = group.find("a")
    tags = {
        level_of(tag): tag.get("aria-label")
        for tag in group.iter("a")
        if tag.get("class") == "pill"
    }
    return Row(
        level=level_of(group),
        axis=axis,
        bars=bars_of(group, axis) if axis else {},
        tags=tags,
        words=" ".join(words),
        spoken=link.get("aria-label"),
        top=min(heights),
        bottom=max(heights),
    )


def _bands(svg: Element) -> Iterator[Band]:
    grounds = list(classed(svg, "ground"))
    for group in svg.iter("g"):
        ground = next((one for one in group if one in grounds), None)
        if ground is None:
            continue
        kinds = {_kind(one, "of-") for one in group.iter("rect")}
        kinds |= {
            _kind(one, "on-") for one in (*classed(group, "sign"), *group.iter("text"))
        }
        top = number(ground, "y")
        yield Band(
            kinds=kinds | set(signs_of(group)),
            words=text(first_text(group)),
            top=top,
            bottom=top + number(ground, "height"),
        )


def first_text(group: Element) -> Element:
    """Return the first text of a group. Raises StopIteration without one."""
    return next(group.iter("text"))


def _kind(element: Element, start: str) -> str:
    """Return what follows a start in one of an element's classes. Raises StopIteration."""
    names = element.get("class").split()
    return next(name for name in names if name.startswith(start)).removeprefix(start)


def _heights(group: Element) -> Places:
    """Yield how high the bars, words and tags of a level begin and end."""
    for bar in bars_in(group):
        for _, y in corners(bar):
            yield y
    for frame in classed(group, "frame"):
        top = number(frame, "y")
        yield top
        yield top + number(frame, "height")
    for words in group.iter("text"):
        yield from _baselines(words)


def _baselines(words: Element) -> Places:
    """Yield how high the first line of a text begins, and where each of its lines stands."""
    baseline = number(words, "y")
    yield baseline - CAPITAL
    for line in words.iter("tspan"):
        baseline += number(line, "dy")
        yield baseline
