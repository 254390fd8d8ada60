"""Measures, and what draws one level -> a whole form of the picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

from ...model.level import Level
from ..speaking import Speaker
from .bands import runs
from .beside import drawn_beside
from .measure import Canvas
from .parts import Band, DrawnLevel, Form, Label
from .scale import Axis, ticks

BELOW = 16  # between the last level and the band beside the levels


@dataclass(frozen=True, slots=True)
class Grid:
    """Who speaks, on what, and where the bars stand; no axis where no level has hours."""

    say: Speaker
    canvas: Canvas
    axis: Axis | None


@dataclass(frozen=True, slots=True)
class Opening:
    """A band whose levels are not drawn yet: where the first of them begins, how far down the band
    reaches at least, and what makes it once its end is known.
    """

    first: float
    least: float
    close: Callable[[float], Band]


@dataclass(frozen=True, slots=True)
class Drawing:
    """What draws the parts of a form: what stands above the levels, with the height at which it
    ends; a level, and a band of levels where people sleep at one place, from their tops.
    """

    kind: str
    head: Callable[[Grid], tuple[tuple[Label, ...], float]]
    level: Callable[[Grid, Level, float], DrawnLevel]
    band: Callable[[Grid, str, float], Opening]


def form(grid: Grid, drawing: Drawing) -> Form:
    """Return a form: the levels of the line in bands one under the other, and what is beside."""
    heads, top = drawing.head(grid)
    bands, levels, bottom = _stacked(grid, drawing, top)
    heights = [one.hours.top for one in levels if one.hours and one.hours.bars]
    beside = None
    end = bottom
    if grid.say.content.alongside:
        beside = drawn_beside(grid.say, grid.canvas, bottom + BELOW)
        end = beside.band.y + beside.band.height

    return Form(
        kind=drawing.kind,
        width=grid.canvas.width,
        height=ceil(end) + 1,
        heads=heads,
        bands=bands,
        ticks=ticks(grid.say, grid.axis, top, heights) if grid.axis else (),
        levels=levels,
        beside=beside,
    )


def _stacked(
    grid: Grid, drawing: Drawing, top: float
) -> tuple[tuple[Band, ...], tuple[DrawnLevel, ...], float]:
    """Return bands and their levels one under the other, and where they end."""
    bands, drawn = [], []
    for where, levels in runs(grid.say.content):
        opening = drawing.band(grid, where, top)
        top = opening.first
        for level in levels:
            found = drawing.level(grid, level, top)
            drawn.append(found)
            top = found.bottom
        top = max(top, opening.least)
        bands.append(opening.close(top))
    return tuple(bands), tuple(drawn), top
