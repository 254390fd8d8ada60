"""The arithmetic of ranges: closed, half-open and open ends; overlap, gaps, products."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, inf, isinf

End = tuple[float, bool]  # a number, and whether it belongs to the span


@dataclass(frozen=True, slots=True)
class Span:
    """The numbers from `low` to `high`.

    `open` says that `high` itself is left out; an endless span is always open. A span counts whole
    units (hours, days), so 9 to 19 and 20 or more are neighbours with nothing between them.
    """

    low: float = 0
    high: float = inf
    open: bool = False

    def __post_init__(self):
        if isinf(self.high) and not self.open:
            object.__setattr__(self, "open", True)

    @property
    def top(self) -> End:
        """The upper end, as one that can be compared with others."""
        closed = not self.open
        return self.high, closed

    @property
    def empty(self) -> bool:
        """Return whether no number lies in the span."""
        if self.open:
            return self.low >= self.high
        return self.low > self.high

    def __contains__(self, value: float) -> bool:
        if value < self.low:
            return False
        return (value, True) <= self.top

    def within(self, other: Span) -> bool:
        """Return whether every number of this span lies in the other."""
        if self.empty:
            return True
        if self.low < other.low:
            return False
        return self.top <= other.top

    def overlaps(self, other: Span) -> bool:
        """Return whether some number lies in both spans."""
        low = max(self.low, other.low)
        high, closed = min(self.top, other.top)
        shared = Span(low, high, open=not closed)
        return not shared.empty

    def gap(self, above: Span) -> tuple[int, int] | None:
        """Return the first and last whole number over this span and under `above`.

        None where there is none.
        """
        if isinf(self.high):
            return None

        first = ceil(self.high) if self.open else floor(self.high) + 1
        last = ceil(above.low) - 1
        if first > last:
            return None
        return first, last

    def times(self, other: Span) -> Span:
        """Return the span of all products of a number of this span and one of the other.

        Ends must not be negative.
        """
        low = self.low * other.low
        if 0 in (self.high, other.high):
            return Span(low, 0)

        high = self.high * other.high
        return Span(low, high, open=self.open or other.open)

    def capped(self, top: float) -> Span:
        """Return the part of the span that is not over `top`."""
        if self.top <= (top, True):
            return self
        return Span(self.low, top)

    def reaches(self, other: Span) -> bool:
        """Return whether both ends of `other` can be met from inside this span.

        An endless end needs no meeting.
        """
        if other.low not in self:
            return False
        if isinf(other.high) or other.high in self:
            return True

        # Where the end itself is left out, both come as near to it as one likes.
        return other.open and other.high == self.high
