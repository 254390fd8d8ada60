"""Level -> example weeks: its hours a day and days a week, laid out on seven days. Numbers only; none of it is a schedule."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, isinf

from ..model.base import AUDIENCES, Who
from ..model.level import Level
from ..model.span import Span

DAYS = 7
MOST = 3
# Which days are taken, by how many they are: spread over the working week, the weekend last.
ON = {1: (2,), 2: (1, 3), 3: (0, 2, 4), 4: (0, 1, 3, 4)}
# Where no source gives hours a day, an example puts no more than this on one day.
LONGEST_VISIT = 3


@dataclass(frozen=True, slots=True)
class Week:
    """Hours of treatment on each of seven days; the first is the first day after the weekend."""

    hours: tuple[float, ...]

    @property
    def total(self) -> float:
        """Hours in the whole week."""
        return sum(self.hours)

    @property
    def days(self) -> int:
        """Days with treatment."""
        return sum(1 for hours in self.hours if hours)


def lives_in(level: Level) -> bool:
    """Return whether people live there, so that a day has no hours of its own."""
    return level.sleep.where in ("residence", "hospital")


def blocks(hours: float, longest: float) -> tuple[tuple[float, float], ...]:
    """Return one block for each hour as (top, height), in hundredths of the longest day from its end down; part of an hour gets part of a block."""
    each = 100 / longest
    gap = each / 8
    tops = range(1, ceil(hours) + 1)
    heights = [max(each * min(1, hours - top + 1) - gap, gap) for top in tops]
    return tuple(
        (round(100 - each * (top - 1) - height, 1), round(height, 1))
        for top, height in zip(tops, heights, strict=True)
    )


def example_weeks(level: Level) -> tuple[Week, ...]:
    """Return up to three weeks that the headline numbers allow, from the fewest hours to the most.

    None where people live there, and none where no number is known.
    """
    if lives_in(level):
        return ()
    audience = next(
        (
            audience
            for audience in AUDIENCES
            if level.headline("hours_per_week", audience)
        ),
        AUDIENCES[0],
    )
    week, days, hours = (
        level.headline(figure, audience)
        for figure in ("hours_per_week", "days_per_week", "hours_per_day")
    )
    found: set[Week] = set()
    if days and hours:
        found = _by_day(
            level, days.span, hours.span, week.span if week else Span(), audience
        )
    elif week:
        found = {
            _by_total(total) for total in _named_totals(level, week.span, audience)
        }
    return tuple(sorted(found, key=lambda week: (week.total, week.days))[:MOST])


def _by_day(
    level: Level, days: Span, hours: Span, week: Span, audience: Who
) -> set[Week]:
    """Return weeks with the fewest and the most days at the least hours a day, and one with the next longer day that a source names."""
    few = max(1, ceil(days.low))
    many = (
        DAYS
        if isinf(days.high)
        else min(DAYS, ceil(days.high) - 1 if days.open else floor(days.high))
    )
    named = {
        end
        for claim in level.hours_per_day
        if claim.covers(audience)
        for end in (claim.min, claim.max)
        if end and end in hours
    }
    longer = min(named - {hours.low}, default=hours.low)
    tries = [
        (few, max(hours.low, ceil(week.low / few))),
        (many, max(hours.low, ceil(week.low / many))),
        (few, longer),
    ]
    return {
        _even(each, count)
        for count, each in tries
        if each and each in hours and count * each in week
    }


def _named_totals(level: Level, week: Span, audience: Who) -> list[float]:
    """Return the whole hours a week that some source names and the headline allows."""
    ends = {
        end
        for claim in level.hours_per_week
        if claim.covers(audience)
        for end in (claim.min, claim.max)
        if end
    }
    return sorted(end for end in ends if end in week and end == int(end))[:MOST]


def _by_total(total: float) -> Week:
    """Return a week with so many whole hours, on as few days as the longest visit allows."""
    days = min(ceil(total / LONGEST_VISIT), DAYS)
    each, left = divmod(total, days)
    return _week({day: each + (place < left) for place, day in enumerate(_on(days))})


def _even(each: float, days: int) -> Week:
    return _week(dict.fromkeys(_on(days), each))


def _on(days: int) -> tuple[int, ...]:
    return ON.get(days, tuple(range(days)))


def _week(hours: dict[int, float]) -> Week:
    return Week(tuple(float(hours.get(day, 0)) for day in range(DAYS)))
