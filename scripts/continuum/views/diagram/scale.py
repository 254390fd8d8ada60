"""Hours a week -> bars on an axis that holds the numbers of all levels."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, isinf

from ...model.claim import Claim
from ...model.content import Content
from ...model.level import Level
from ..examples import lives_in
from ..figures import first_headline
from ..speaking import Speaker
from .measure import Box, Canvas
from .parts import Bar, Scale, Tick

BAR = 16  # the height of a bar
INSET = 4  # from the edge of a bar of nights to that of the bar of hours inside it
LEAST = 3  # a shorter bar could not be seen
OVER_LINES = 6  # from the line of a number on the axis to the number
SMALL = 240  # the width of a small bar; pages stretch it

WHOLE_WEEK = 168  # hours: no axis is longer
ROOM = 1.5  # the axis goes on beyond the longest bar, for “or more” to be seen
NO_HOURS = 10  # stands for the longest bar where no level has hours
STEPS = (1, 2, 5, 10, 20, 40)  # hours between ticks: the first that needs few of them
LONGEST_STEP = 60
MOST_STEPS = 4


@dataclass(frozen=True, slots=True)
class Axis:
    """Hours a week from 0 to `end`, with a tick every `step`, on a line that begins at `x`."""

    canvas: Canvas
    x: float
    width: float
    end: float
    step: float

    def at(self, hours: float) -> float:
        """Return where a number of hours stands; more than the axis holds stand at its end."""
        part = min(hours / self.end, 1)
        return self.x + self.width * part


def axis_of(content: Content, canvas: Canvas, x: float, width: float) -> Axis:
    """Return an axis of that place and width that holds every headline of the line of levels."""
    end = (_most_hours(content) or NO_HOURS) * ROOM
    step = _step(end)
    whole = ceil(end / step) * step
    return Axis(
        canvas=canvas,
        x=x,
        width=width,
        end=min(whole, WHOLE_WEEK),
        step=step,
    )


def _most_hours(content: Content) -> float:
    """Return the most hours a week that a headline of the line of levels names."""
    ends = [0.0]
    for level in content.line_of_levels:
        claim = first_headline(level, "hours_per_week")
        if claim:
            ends += [claim.span.low, claim.span.high]
    named = [end for end in ends if not isinf(end)]
    return max(named)


def _step(end: float) -> float:
    """Return how many hours stand between two ticks."""
    for step in STEPS:
        if end / step <= MOST_STEPS:
            return step
    return LONGEST_STEP


def ticks(say: Speaker, axis: Axis, top: float, bottom: float) -> tuple[Tick, ...]:
    """Return the numbers of an axis, a little above `top`, and their lines down to `bottom`."""
    found = []
    for hours in range(0, int(axis.end) + 1, int(axis.step)):
        x = axis.canvas.x(axis.at(hours))
        tick = Tick(
            x=x,
            y=top - OVER_LINES,
            text=say.phrases.number(hours),
            path=f"M{x} {top}V{bottom}",
        )
        found.append(tick)
    return tuple(found)


def bars(axis: Axis, level: Level, y: float) -> tuple[Bar, ...]:
    """Return a level's bars: its nights or a dashed line where it has them, and its hours."""
    claim = first_headline(level, "hours_per_week")
    nights = lives_in(level)
    box = Box(axis.x, y, axis.width, BAR)
    whole = axis.canvas.bar(box, arrow=False)

    found = []
    if nights:
        found.append(Bar("night", whole))
    elif claim is None:
        found.append(Bar("unknown", whole))
    if claim:
        inset = INSET if nights else 0
        found.append(_hours(axis, claim, y + inset, BAR - 2 * inset))
    return tuple(found)


def _hours(axis: Axis, claim: Claim, y: float, height: float) -> Bar:
    span = claim.span
    low = axis.at(span.low)
    high = axis.at(span.high)
    width = max(high - low, LEAST)
    box = Box(
        x=round(low, 1),
        y=y,
        width=round(width, 1),
        height=height,
    )
    path = axis.canvas.bar(box, arrow=isinf(span.high))
    return Bar("hours", path)


def bar_label(say: Speaker, level: Level) -> str:
    """Return the words over a level's bars."""
    w = say.phrases
    amount = hours_of(say, level)
    if not lives_in(level):
        return amount or w("continuum.unknown")

    live_in = w("continuum.live_in")
    if not amount:
        return live_in
    hours = w("continuum.live_in_hours", amount=amount)
    return f"{live_in}, {hours}"


def hours_of(say: Speaker, level: Level) -> str:
    """Return a level's hours a week in words, if it has a number."""
    claim = first_headline(level, "hours_per_week")
    if claim is None:
        return ""
    return say.phrases.amount("hours_per_week", claim)


def small_bars(say: Speaker) -> Scale:
    """Return the bars of the line of levels for places where levels stand in a list."""
    content = say.content
    canvas = Canvas(SMALL, content.direction == "rtl")
    axis = axis_of(content, canvas, 0, SMALL)
    found = {level.id: bars(axis, level, 0) for level in content.levels}
    return Scale(
        width=SMALL,
        height=BAR,
        end=say.phrases.number(axis.end),
        bars=found,
    )
