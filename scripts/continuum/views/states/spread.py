"""Content -> how far the states differ in a level's hours a week: a strip of marks, and in words.

Lengths are in units of the strip's own view box.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil, isinf

from ...model.base import AUDIENCES, Who
from ...model.claim import Authority, Claim
from ...model.level import Level
from ..diagram.measure import Box, Canvas
from ..diagram.parts import Tick
from ..diagram.scale import Axis
from ..speaking import Speaker

FIGURE = "hours_per_week"
WIDTH = 300
MARGIN = 10  # at both ends of the axis: half a mark, and half a number of the axis
STEP = 10  # hours between the numbers of the axis, where few are enough; else twice as many
MOST_TICKS = 8
LEVEL_WITH = 4.5  # from the axis to the middle of the lowest mark
APART = 8  # from the middle of a mark to that of the one on top of it
OVER = 5  # from the highest mark to the edge
NUMBERS = 18  # the height of the numbers below the axis
BASELINE = 14  # from the axis to the baseline of these numbers

Says = tuple[Authority, Claim]


@dataclass(frozen=True, slots=True)
class Dot:
    """Where a range starts, filled, or ends."""

    x: float
    y: float
    filled: bool


@dataclass(frozen=True, slots=True)
class End:
    """Hours where the range of a state starts, or ends, and how many such ends lie under it."""

    hours: float
    under: int
    starts: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The states that name the same range for the same people, each with what it counts.

    `shown` is whether it is the range that tables show.
    """

    range: str
    states: tuple[tuple[Authority, str], ...]
    shown: bool


@dataclass(frozen=True, slots=True)
class Strip:
    """The marks of one audience at one level: dots where ranges start, rings where they end.

    `band` is the range that tables show, behind the marks, and `headline` the same in words.
    `claim` is that number itself, `ends` what is marked, and `longest` the end of the axis.
    """

    who: str
    headline: str
    whose: str
    height: float
    axis: str
    band: Box
    marks: tuple[Dot, ...]
    ticks: tuple[Tick, ...]
    groups: tuple[Group, ...]
    claim: Claim
    ends: tuple[End, ...]
    longest: float


@dataclass(frozen=True, slots=True)
class Spread:
    """A level and the strips of those for whom states name hours a week."""

    level: Level
    strips: tuple[Strip, ...]
    width: float = WIDTH


def spreads(say: Speaker) -> list[Spread]:
    """Return the levels for which states name hours a week, in order."""
    end = _end(say)
    found = []
    for level in say.content.levels:
        strips = tuple(_strips(say, level, end))
        if strips:
            found.append(Spread(level, strips))
    return found


def _end(say: Speaker) -> float:
    """Return where the axis of all strips ends: after the last mark."""
    ends = [1.0]
    for level in say.content.levels:
        for claim in level.hours_per_week:
            ends += [claim.span.low, claim.span.high]
    named = [end for end in ends if not isinf(end)]
    return ceil(max(named) / STEP) * STEP


def numbers_of(end: float) -> range:
    """Return the hours that stand as numbers on an axis of that length."""
    step = STEP
    while end / step > MOST_TICKS:
        step *= 2
    return range(0, int(end) + 1, step)


def _strips(say: Speaker, level: Level, end: float) -> Iterator[Strip]:
    seen: list[tuple[Claim | None, list[Says]]] = []
    for audience in AUDIENCES:
        said = list(_said(say, level, audience))
        shown = (level.headline(FIGURE, audience), said)
        if said and shown not in seen:
            seen.append(shown)
            yield _strip(say, level, audience, said, end)


def _said(say: Speaker, level: Level, audience: Who) -> Iterator[Says]:
    """Yield what states, and what lies within them, say of an audience, from A to Z; what is no
    longer in force is left out.
    """
    for state in say.content.states:
        for voice in say.content.within(state):
            for claim in level.hours_per_week:
                about = claim.whose == voice.id and claim.covers(audience)
                if about and not claim.until:
                    yield voice, claim


def _strip(
    say: Speaker, level: Level, audience: Who, said: list[Says], end: float
) -> Strip:
    w = say.phrases
    canvas = Canvas(WIDTH, say.content.mirrored)
    axis = Axis(canvas, MARGIN, WIDTH - 2 * MARGIN, end, STEP)
    head = level.headline(FIGURE, audience)
    ends = tuple(_stacked(said))
    line = LEVEL_WITH + (1 + max((end.under for end in ends), default=0)) * APART + OVER
    return Strip(
        who=w(f"who.{audience}"),
        headline=w.amount(FIGURE, head),
        whose=say.authorities[head.whose].name,
        height=line + NUMBERS,
        axis=canvas.line(MARGIN, WIDTH - MARGIN, line),
        band=_band(axis, head, line),
        marks=tuple(_marks(axis, ends, line)),
        ticks=tuple(_ticks(say, axis, line)),
        groups=tuple(_groups(say, head, said)),
        claim=head,
        ends=ends,
        longest=end,
    )


def _ends(said: Iterable[Says]) -> Iterator[tuple[float, bool]]:
    """Yield where each range starts (true) and ends (false), where the state says so."""
    for _, claim in said:
        if claim.min is not None:
            yield claim.span.low, True
        if not isinf(claim.span.high) and claim.span.high != claim.min:
            yield claim.span.high, False


def _stacked(said: Iterable[Says]) -> Iterator[End]:
    """Yield the ends of ranges; where several are the same, one lies on the other."""
    under: Counter[float] = Counter()
    # Starts before ends, so that a stack has its dots below.
    for hours, starts in sorted(_ends(said), key=lambda end: not end[1]):
        yield End(hours, under[hours], starts)
        under[hours] += 1


def _marks(axis: Axis, ends: Iterable[End], line: float) -> Iterator[Dot]:
    lowest = line - LEVEL_WITH
    for end in ends:
        across = axis.at(end.hours)
        height = lowest - end.under * APART
        yield Dot(
            x=axis.canvas.x(across),
            y=round(height, 1),
            filled=end.starts,
        )


def _band(axis: Axis, head: Claim, line: float) -> Box:
    low, high = axis.at(head.span.low), axis.at(head.span.high)
    return axis.canvas.box(low, 0, high - low, line)


def _ticks(say: Speaker, axis: Axis, line: float) -> Iterator[Tick]:
    for hours in numbers_of(axis.end):
        x = axis.canvas.x(axis.at(hours))
        yield Tick(
            x=x,
            y=line + BASELINE,
            text=say.phrases.number(hours),
            path=f"M{x} {line}v4",
        )


def _groups(say: Speaker, head: Claim, said: Iterable[Says]) -> Iterator[Group]:
    """Yield the ranges from the one that starts and ends first, with the states that name them."""
    found: dict[str, list[Says]] = {}
    for voice, claim in sorted(said, key=_by_range):
        range = say.phrases.amount(FIGURE, claim)
        found.setdefault(range, []).append((voice, claim))
    for range, together in found.items():
        _, first = together[0]
        yield Group(
            range=range,
            states=tuple(
                (voice, say.text(claim.counts or "")) for voice, claim in together
            ),
            shown=first.span == head.span,
        )


def _by_range(said: Says) -> tuple[float, float]:
    span = said[1].span
    return span.low, span.high
