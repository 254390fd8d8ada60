"""Content -> lists in which readers find a level by its hours, or a word by its letter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..model.claim import Claim
from ..model.level import Level
from ..model.site import Word
from .examples import lives_in
from .figures import Cell, figure_cell, first_headline
from .speaking import Speaker


@dataclass(frozen=True, slots=True)
class Timed:
    """A level in the list by hours: the least it takes, where you sleep, and its number."""

    level: Level
    least: float
    sleep: str
    number: Cell | None


def by_hours(say: Speaker) -> tuple[list[Timed], list[Level]]:
    """Return the levels by the least hours a week that they take; then those without a number.

    Where people live there they come after those who sleep at home, whatever the hours.
    """
    known, others = [], []
    for level in say.content.levels:
        claim = first_headline(level, "hours_per_week")
        if claim or lives_in(level):
            known.append(_timed(say, level, claim))
        else:
            others.append(level)
    return sorted(known, key=_home_first), others


def _timed(say: Speaker, level: Level, claim: Claim | None) -> Timed:
    sleep = "either" if level.sleep.where == "varies" else "home"
    number = None
    if level.hours_per_week:
        number = figure_cell(say, level, "hours_per_week")
    return Timed(
        level=level,
        least=claim.span.low if claim else 0,
        sleep="away" if lives_in(level) else sleep,
        number=number,
    )


def _home_first(timed: Timed) -> tuple[bool, float]:
    if timed.sleep == "away":
        return True, 0
    return False, timed.least


def first_letters(words: Iterable[Word]) -> list[tuple[str, Word]]:
    """Return each first letter of sorted words, with the first word that it opens."""
    found: dict[str, Word] = {}
    for word in words:
        letter = word.term[:1].upper()
        if letter not in found:
            found[letter] = word
    return list(found.items())
