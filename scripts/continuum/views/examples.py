"""Level -> example weeks: its hours and days laid out on seven days, none of it a schedule."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, isinf

from ..model.base import AUDIENCES, Who
from ..model.claim import Claim
from ..model.level import Level
from ..model.span import Span

DAYS = 7
WORKING = 5  # days
MOST = 3  # example weeks for one level
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
        taken = [hours for hours in self.hours if hours]
        return len(taken)


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a level's headlines for one audience allow: hours a week, hours a day, days a week."""

    audience: Who
    week: Span | None
    day: Span | None
    days: Span | None


def lives_in(level: Level) -> bool:
    """Return whether people live there, so that a day has no hours of its own."""
    where = level.sleep.where
    return where in ("residence", "hospital")


def example_weeks(level: Level) -> tuple[Week, ...]:
    """Return up to three weeks that the headlines allow, from the fewest hours to the most.

    None where people live there, and none where no number is known.
    """
    if lives_in(level):
        return ()

    bounds = _bounds(level)
    found: set[Week] = set()
    if bounds.days and bounds.day:
        found = _by_day(level, bounds)
    elif bounds.week:
        totals = _named_totals(level, bounds)
        found = set(map(_by_total, totals))

    by_hours = sorted(found, key=_hours_and_days)
    if len(by_hours) > MOST:  # the last of them says the most, and stays
        by_hours = [*by_hours[: MOST - 1], by_hours[-1]]

    return tuple(by_hours)


def _hours_and_days(week: Week) -> tuple[float, int]:
    return week.total, week.days


def _bounds(level: Level) -> Bounds:
    """Return the bounds for adults; for teens where only they have hours a week."""
    known = [who for who in AUDIENCES if level.headline("hours_per_week", who)]
    audience = known[0] if known else AUDIENCES[0]
    return Bounds(
        audience=audience,
        week=_span(level, "hours_per_week", audience),
        day=_span(level, "hours_per_day", audience),
        days=_span(level, "days_per_week", audience),
    )


def _span(level: Level, figure: str, audience: Who) -> Span | None:
    claim = level.headline(figure, audience)
    if claim is None:
        return None

    return claim.span


def _by_day(level: Level, bounds: Bounds) -> set[Week]:
    """Return weeks with the fewest and the most days at the least hours a day, one with the next
    longer day that a source names, and one with the most hours a week.
    """
    day = bounds.day
    week = bounds.week or Span()
    few = max(1, ceil(bounds.days.low))
    many = _most_days(bounds.days)
    named = _ends(level.hours_per_day, bounds.audience, day)
    longer = min(named - {day.low}, default=day.low)

    tries = [
        (few, _least(day, week, few)),
        (many, _least(day, week, many)),
        (few, longer),
    ]
    found = set()
    for days, each in tries:
        if not each or each not in day:
            continue
        if days * each in week:
            example = _even(each, days)
            found.add(example)

    longest = _fullest(bounds, few, many)
    if longest:
        found.add(longest)
    return found


def _fullest(bounds: Bounds, few: int, many: int) -> Week | None:
    """Return the week with the most whole hours, on as many days as may be, where its end is
    known.
    """
    if bounds.week is None or isinf(bounds.week.high):
        return None
    total = floor(bounds.week.high)
    if total not in bounds.week:
        total -= 1
    for days in range(many, few - 1, -1):
        week = _spread(total, days)
        if all(hours in bounds.day for hours in week.hours if hours):
            return week
    return None


def _least(day: Span, week: Span, days: int) -> float:
    """Return the least hours a day that make up the least hours a week on so many days."""
    least = ceil(week.low / days)
    if least > day.low:
        return least

    return day.low


def _most_days(days: Span) -> int:
    """Return the most whole days that a range allows; without an upper end, those of a working
    week, or as many as it asks for.
    """
    if isinf(days.high):
        return max(WORKING, ceil(days.low))
    most = floor(days.high)
    if days.open:
        most = ceil(days.high) - 1

    return min(DAYS, most)


def _ends(claims: list[Claim], audience: Who, span: Span) -> set[float]:
    """Return the numbers that sources name for an audience and that a range holds."""
    found = set()
    for claim in claims:
        if not claim.covers(audience):
            continue
        for end in (claim.min, claim.max):
            if end and end in span:
                found.add(end)

    return found


def _named_totals(level: Level, bounds: Bounds) -> list[float]:
    """Return the whole hours a week that some source names and the headline allows."""
    ends = _ends(level.hours_per_week, bounds.audience, bounds.week)

    whole = []
    for end in sorted(ends):
        if end == int(end):
            whole.append(end)

    return whole[:MOST]


def _by_total(total: float) -> Week:
    """Return a week with so many whole hours, on as few days as the longest visit allows."""
    visits = ceil(total / LONGEST_VISIT)
    return _spread(total, min(visits, DAYS))


def _spread(total: float, days: int) -> Week:
    """Return a week with so many whole hours on so many days."""
    each, left = divmod(total, days)

    hours = {}
    for place, day in enumerate(_on(days)):
        # Hours that do not come out even lengthen the first visits.
        hours[day] = each
        if place < left:
            hours[day] += 1

    return _week(hours)


def _even(each: float, days: int) -> Week:
    hours = dict.fromkeys(_on(days), each)
    return _week(hours)


def _on(days: int) -> tuple[int, ...]:
    if days in ON:
        return ON[days]

    first_days = range(days)
    return tuple(first_days)


def _week(hours: dict[int, float]) -> Week:
    found = [0.0] * DAYS

    for day, each in hours.items():
        found[day] = float(each)

    return Week(tuple(found))
