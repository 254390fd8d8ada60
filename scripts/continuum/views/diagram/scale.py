"""Hours a week -> bars from zero on an axis that holds the numbers of all levels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, inf, isinf

from ...model.claim import Claim
from ...model.level import Level
from ..figures import first_headline
from ..speaking import Speaker
from .measure import Box, Canvas, wrap
from .parts import Bar, Hours, Label, Scale, Tick

BAR = 16  # the height of a bar
# Of the words over a bar, a little larger than they are, since they are bold.
LETTERS = 14.5
UNDER_WORDS = 9  # from the baseline of these words to the bar
OVER = 5  # how far the lines of the axis pass over a bar
LEAST = 3  # a shorter bar could not be seen
OVER_LINES = 6  # from the line of a number on the axis to the number
SMALL = 240  # the width of a small bar; pages stretch it

WHOLE_WEEK = 168  # hours: no axis is longer
FADE = 0.2  # of the axis: how far a bar fades on where no one sets an upper end
# The parts of a fading bar, from its start to its end: each is shorter, and farther from the last.
FADING = ((0, 0.3), (0.4, 0.62), (0.74, 0.87), (0.96, 1))
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


def any_counted(levels: Iterable[Level]) -> bool:
    """Return whether any of these levels has a bar: a number of hours a week that is shown."""
    return any(_headlines(levels))


def axis_of(levels: Iterable[Level], canvas: Canvas, x: float, width: float) -> Axis:
    """Return an axis of that place and width that holds the headlines of these levels."""
    end = min(_farthest(levels), WHOLE_WEEK)
    step = _step(end)
    whole = ceil(end / step) * step
    return Axis(
        canvas=canvas,
        x=x,
        width=width,
        end=min(whole, WHOLE_WEEK),
        step=step,
    )


def _headlines(levels: Iterable[Level]) -> list[Claim]:
    """Return the numbers of hours a week that levels have."""
    found = []
    for level in levels:
        claim = first_headline(level, "hours_per_week")
        if claim:
            found.append(claim)
    return found


def _farthest(levels: Iterable[Level]) -> float:
    """Return how many hours the longest bar takes, with what it fades on."""
    ends = [1.0]
    for claim in _headlines(levels):
        span = claim.span
        if isinf(span.high):
            ends.append(span.low / (1 - FADE))
        else:
            ends.append(span.high)
    return max(ends)


def _step(end: float) -> float:
    """Return how many hours stand between two ticks."""
    for step in STEPS:
        if end / step <= MOST_STEPS:
            return step
    return LONGEST_STEP


def ticks(
    say: Speaker, axis: Axis, top: float, heights: Sequence[float]
) -> tuple[Tick, ...]:
    """Return the numbers of an axis, a little above `top`, and their lines beside the bars that
    begin at these heights.
    """
    found = []
    for hours in range(0, int(axis.end) + 1, int(axis.step)):
        x = axis.canvas.x(axis.at(hours))
        lines = [f"M{x} {bar - OVER}V{bar + BAR + OVER}" for bar in heights]
        tick = Tick(
            x=x,
            y=top - OVER_LINES,
            text=say.phrases.number(hours),
            path="".join(lines),
        )
        found.append(tick)
    return tuple(found)


def bars(axis: Axis, level: Level, y: float) -> tuple[Bar, ...]:
    """Return a level's bars from zero: what is certain, then up to its upper end, or fading."""
    claim = first_headline(level, "hours_per_week")
    if claim is None:
        return ()

    found = []
    span = claim.span
    if span.low:
        found.append(Bar("least", _part(axis, 0, span.low, y)))
    if span.low < axis.end and isinf(span.high):
        found.append(Bar("more", _fading(axis, span.low, y)))
    if span.low < span.high < inf:
        found.append(Bar("most", _part(axis, span.low, span.high, y)))
    return tuple(found)


def _part(axis: Axis, low: float, high: float, y: float) -> str:
    """Return the outline of a bar from so many hours to so many."""
    start = axis.at(low)
    width = max(axis.at(high) - start, LEAST)
    box = Box(round(start, 1), y, round(width, 1), BAR)
    return axis.canvas.bar(box)


def _fading(axis: Axis, low: float, y: float) -> str:
    """Return the outlines of a bar that goes on from so many hours and gets lost."""
    room = min(axis.end * FADE, axis.end - low)
    outlines = []
    for start, end in FADING:
        outline = _part(axis, low + room * start, low + room * end, y)
        outlines.append(outline)
    return "".join(outlines)


def hours(say: Speaker, axis: Axis, level: Level, y: float) -> Hours:
    """Return a level's hours on an axis: the words from a height on, and the bars under them."""
    text = hours_of(say, level)
    lines = wrap(text or say.phrases("continuum.unknown"), LETTERS, axis.width)
    kind = "amount" if text else "unknown"
    words = Label(axis.canvas.x(axis.x), y, lines, kind)
    top = words.last + UNDER_WORDS
    drawn = bars(axis, level, top)
    return Hours(words, drawn, top, bottom=top + BAR if drawn else words.last)


def hours_of(say: Speaker, level: Level) -> str:
    """Return a level's hours a week in words, if it has a number."""
    claim = first_headline(level, "hours_per_week")
    if claim is None:
        return ""
    return say.phrases.amount("hours_per_week", claim)


def small_bars(say: Speaker) -> Scale:
    """Return the bars of all levels for places where levels stand in a list."""
    content = say.content
    canvas = Canvas(SMALL, content.mirrored)
    axis = axis_of(content.levels, canvas, 0, SMALL)
    found = {level.id: bars(axis, level, 0) for level in content.levels}
    return Scale(
        width=SMALL,
        height=BAR,
        end=say.phrases.number(axis.end),
        bars=found,
    )
