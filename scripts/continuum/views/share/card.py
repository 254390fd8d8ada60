"""What a picture for sharing is made of: words, bars from zero, hours of a week."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from ..weeks.drawn import HOURS, Span

# A sentence that ends in one of these needs no full stop.
ENDS = ".?!…。？！؟۔।"


class Shared(Protocol):
    """A page that is shared: its line in the table of pages, its address and its words."""

    id: str
    address: str
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class Row:
    """A level among bars: its name, its hours in words, and where its bar is certain and ends, in
    parts of the axis. One that `fades` has no upper end. `where` says where people sleep.
    """

    name: str
    words: str
    least: float = 0
    most: float = 0
    fades: bool = False
    where: str = "home"

    @property
    def end(self) -> float:
        """Where all of its bar ends, in parts of the axis."""
        return max(self.least, self.most)


@dataclass(frozen=True, slots=True)
class Ranges:
    """How far rules differ about a level: its name, the number that is shown first in words and
    where it starts and ends, in parts of the axis; then each end of a rule's range: where it
    stands, how many lie under it, and whether the range starts there.
    """

    name: str
    words: str
    shown: tuple[float, float]
    ends: tuple[tuple[float, int, bool], ...]

    @property
    def highest(self) -> int:
        """How many ends lie on one another at most."""
        return max((under for _, under, _ in self.ends), default=0) + 1


@dataclass(frozen=True, slots=True)
class Differing:
    """Levels with what rules say of them, on one axis, and its numbers: where each stands."""

    levels: tuple[Ranges, ...]
    ticks: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class ShownWeek:
    """An example week: the letters of its days, when treatment is on each, when people are awake,
    and what stands under it. `there` says that people live where the treatment is.
    """

    letters: tuple[str, ...]
    treatment: tuple[Span | None, ...]
    awake: Span
    caption: tuple[str, ...]
    there: bool = False

    def kind(self, hour: int) -> str:
        """Return what people do in an hour without treatment: they are awake or asleep."""
        wakes, sleeps = self.awake
        if wakes <= hour < sleeps:
            return "awake"
        return "asleep"

    def treated(self, day: int) -> Iterator[tuple[int, float, float]]:
        """Yield each hour of a day with treatment, and between which parts of the hour that is."""
        span = self.treatment[day]
        for hour in self.hours if span else ():
            first, last = max(span[0], hour), min(span[1], hour + 1)
            if first < last:
                yield hour, first - hour, last - hour

    @property
    def hours(self) -> range:
        """The hours of a day."""
        return range(HOURS)


@dataclass(frozen=True, slots=True)
class Card:
    """The picture of one page: its name, what stands below it, and what it shows.

    `rows` are levels with their bars, `differing` levels with what rules say; `facts` stand beside
    a week, or alone. What is empty is not drawn. It is `saved` where its page shows the same and
    readers may want to keep it.
    """

    title: str
    lead: str = ""
    facts: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    differing: Differing | None = None
    week: ShownWeek | None = None
    pair: bool = False
    saved: bool = False


def sentences(texts: Iterable[str]) -> str:
    """Return texts as sentences one after the other."""
    said = []
    for text in texts:
        stripped = text.strip()
        if stripped:
            said.append(stripped if stripped[-1] in ENDS else f"{stripped}.")
    return " ".join(said)
