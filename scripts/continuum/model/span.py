"""The arithmetic of ranges: closed, half-open and open ends; containment, overlap, gaps, products."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, inf, isinf


@dataclass(frozen=True, slots=True)
class Span:
    """The numbers from `low` to `high`. `open` says that `high` itself is left out; an endless span is always open.

    A span counts whole units (hours, days), so 9 to 19 and 20 or more are neighbours with nothing between them.
    """

    low: float = 0
    high: float = inf
    open: bool = False

    def __post_init__(self):
        if isinf(self.high) and not self.open:
            object.__setattr__(self, "open", True)

    @property
    def empty(self) -> bool:
        """Return whether no number lies in the span."""
        return self.low > self.high or (self.low == self.high and self.open)

    def __contains__(self, value: float) -> bool:
        return self.low <= value and (
            value < self.high or (value == self.high and not self.open)
        )

    def within(self, other: Span) -> bool:
        """Return whether every number of this span lies in the other."""
        if self.empty:
            return True
        return self.low >= other.low and (self.high, not self.open) <= (
            other.high,
            not other.open,
        )

    def overlaps(self, other: Span) -> bool:
        """Return whether some number lies in both spans."""
        ends = min((self.high, not self.open), (other.high, not other.open))
        return not Span(max(self.low, other.low), ends[0], not ends[1]).empty

    def gap(self, above: Span) -> tuple[int, int] | None:
        """Return the first and last whole number that lies over this span and under `above`; None where there is none."""
        if isinf(self.high):
            return None
        first = ceil(self.high) if self.open else floor(self.high) + 1
        last = ceil(above.low) - 1
        return (first, last) if first <= last else None

    def times(self, other: Span) -> Span:
        """Return the span of all products of a number of this span and one of the other. Ends must not be negative."""
        if 0 in (self.high, other.high):
            return Span(self.low * other.low, 0)
        return Span(
            self.low * other.low, self.high * other.high, self.open or other.open
        )

    def capped(self, top: float) -> Span:
        """Return the part of the span that is not over `top`."""
        return (
            self if (self.high, not self.open) <= (top, True) else Span(self.low, top)
        )

    def reaches(self, other: Span) -> bool:
        """Return whether both ends of `other` can be met from inside this span; an endless end needs no meeting."""
        top = other.high if not isinf(other.high) else other.low
        return other.low in self and (
            top in self or (other.open and self.low <= top <= self.high)
        )
