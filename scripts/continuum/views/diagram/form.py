"""Measures, and what draws one level -> a whole form of the picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

from ...model.level import Level
from ..speaking import Speaker
from . import steps
from .measure import Canvas
from .parts import Beside, DrawnLevel, Form, Label, Steps
from .scale import Axis, ticks


@dataclass(frozen=True, slots=True)
class Measures:
    """How large a form is: the lines under the ticks (`axis`) and above the first level (`top`),
    what lies between the last level and the band, and under that, and how far steps are apart.
    """

    kind: str
    width: float
    axis: float
    top: float
    below: float
    edge: float
    lane: float


@dataclass(frozen=True, slots=True)
class Grid:
    """Who speaks, on what, and where the dots and the bars stand."""

    say: Speaker
    canvas: Canvas
    axis: Axis
    spine: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """What draws the parts of a form: a level from its top, what stands above and below all of
    them, which end at a height, and the band from its top.
    """

    level: Callable[[Grid, Level, float], DrawnLevel]
    heads: Callable[[Grid, float], tuple[Label, ...]]
    band: Callable[[Grid, float], Beside]


def form(measures: Measures, grid: Grid, drawing: Drawing) -> Form:
    """Return a form: the levels of the line one under the other, and a band for the others."""
    content = grid.say.content
    levels = _stacked(measures, grid, drawing)
    bottom = levels[-1].bottom if levels else measures.top

    band = None
    end = bottom + measures.below
    if content.alongside:
        band = drawing.band(grid, end)
        end += band.band.height

    return Form(
        kind=measures.kind,
        width=measures.width,
        height=ceil(end + measures.edge),
        heads=drawing.heads(grid, bottom),
        ticks=ticks(grid.say, grid.axis, measures.axis, bottom),
        steps=_steps(measures, grid, levels),
        levels=levels,
        beside=band,
    )


def _stacked(
    measures: Measures, grid: Grid, drawing: Drawing
) -> tuple[DrawnLevel, ...]:
    """Return levels drawn one under the other."""
    top = measures.top
    found = []
    for level in grid.say.content.line_of_levels:
        drawn = drawing.level(grid, level, top)
        found.append(drawn)
        top = drawn.bottom
    return tuple(found)


def _steps(measures: Measures, grid: Grid, levels: tuple[DrawnLevel, ...]) -> Steps:
    """Return the lines of steps beside the dots of drawn levels."""
    lanes = steps.lanes(grid.say.content)
    spine = steps.Spine(grid.canvas, grid.spine, measures.lane)
    dots = [level.dot[1] for level in levels]
    return steps.draw(lanes, spine, dots)
