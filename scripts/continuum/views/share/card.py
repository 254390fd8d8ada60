"""What a picture for sharing is made of: words, bars from zero, hours of a week."""

from __future__ import annotations

from collections.abc import Iterable
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
class ShownWeek:
    """An example week: the letters of its days, when treatment is on each, when people are awake,
    and what stands under it. `there` says that people live where the treatment is.
    """

    letters: tuple[str, ...]
    treatment: tuple[Span | None, ...]
    awake: Span
    caption: tuple[str, ...]
    there: bool = False

    def kind(self, day: int, hour: int) -> str:
        """Return whose an hour is: of treatment, of sleep, or one's own."""
        span = self.treatment[day]
        if span and span[0] < hour + 1 and hour < span[1]:
            return "treatment"
        wakes, sleeps = self.awake
        asleep = hour < wakes or hour >= sleeps
        return "asleep" if asleep else "awake"

    @property
    def hours(self) -> range:
        """The hours of a day."""
        return range(HOURS)


@dataclass(frozen=True, slots=True)
class Card:
    """The picture of one page: its name, what stands below it, and what it shows.

    `rows` are levels with their bars; `facts` stand beside a week, or alone. What is empty is not
    drawn. It is `saved` where its page shows the same and readers may want to keep it.
    """

    title: str
    lead: str = ""
    facts: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    week: ShownWeek | None = None
    pair: bool = False
    saved: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """Every text that stands in it, beside whose it is."""
        found = [self.title, self.lead, *self.facts]
        for row in self.rows:
            found += (row.name, row.words)
        if self.week:
            found += (*self.week.letters, *self.week.caption)
        return tuple(text for text in found if text)


def sentences(texts: Iterable[str]) -> str:
    """Return texts as sentences one after the other."""
    said = []
    for text in texts:
        stripped = text.strip()
        if stripped:
            said.append(stripped if stripped[-1] in ENDS else f"{stripped}.")
    return " ".join(said)
