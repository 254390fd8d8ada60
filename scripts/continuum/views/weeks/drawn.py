"""Hours of seven days -> lines that show a week hour by hour.

Lengths are in units of the picture's own view box. A day is an upright line; its style breaks it
into hours.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Span = tuple[float, float]  # hours of a day, from 0 to 24

HOUR = 4  # the height of an hour
HOURS = 24
DAY = 10  # the breadth of a day
APART = 1  # between two days


@dataclass(frozen=True, slots=True)
class DrawnWeek:
    """A week as lines for each kind of hours, those of treatment over the others."""

    width: float
    height: float
    asleep: str
    awake: str
    treatment: str


def drawn_week(
    treatment: Sequence[Span | None], awake: Span, mirrored: bool
) -> DrawnWeek:
    """Return the lines of seven days with these hours of treatment, each night alike."""
    width = len(treatment) * (DAY + APART) - APART
    wakes, sleeps = awake
    nights, days, hours = [], [], []
    for place, span in enumerate(treatment):
        x = place * (DAY + APART) + DAY / 2
        if mirrored:
            x = width - x
        nights.append(_lines(x, [(0, wakes), (sleeps, HOURS)]))
        days.append(_lines(x, [awake]))
        if span:
            hours.append(_lines(x, [span]))
    return DrawnWeek(
        width=width,
        height=HOURS * HOUR,
        asleep="".join(nights),
        awake="".join(days),
        treatment="".join(hours),
    )


def _lines(x: float, spans: Iterable[Span]) -> str:
    """Return upright lines through hours of a day."""
    return "".join(f"M{x:g} {start * HOUR:g}V{end * HOUR:g}" for start, end in spans)
