"""Content -> lists in which readers find a level, a word or a page: by hours, letter, name."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from ..addresses import PAGES, at
from ..model.claim import Claim
from ..model.level import Level
from ..model.site import Word
from .examples import lives_in
from .figures import Cell, figure_cell, first_headline
from .speaking import Speaker, capitalized


@dataclass(frozen=True, slots=True)
class Timed:
    """A level in the list by hours: the least it takes, where you sleep, and its number."""

    level: Level
    least: float
    sleep: str
    number: Cell | None


@dataclass(frozen=True, slots=True)
class Findable:
    """A page or a name a reader may look for: its address, and what it is in a line."""

    name: str
    address: str
    meaning: str = ""


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


def index(say: Speaker) -> list[Findable]:
    """Return every page and every name a reader may look for, from A to Z.

    Where two have one name, what comes later takes its place.
    """
    levels = {found.name: found for found in _levels(say)}
    words = _words(say, levels)
    listed = [*words, *_services(say), *levels.values(), *_pages(say)]

    by_name = {found.name: found for found in listed}
    return sorted(by_name.values(), key=lambda found: found.name.casefold())


def _levels(say: Speaker) -> Iterator[Findable]:
    """Yield the names that levels go by; one that two share leads to the first."""
    taken = set()
    for level in say.content.levels:
        names = [say.name(level), level.short, level.name, *level.also_called]
        meaning = say.text(level.in_a_line)
        for name in map(capitalized, names):
            if name in taken:
                continue
            taken.add(name)
            yield Findable(
                name=name,
                address=at("level", level.id),
                meaning=meaning,
            )


def _words(say: Speaker, levels: Container[str]) -> Iterator[Findable]:
    """Yield the names of words; one that is a level's name too says that it is the word."""
    for word in say.content.words:
        meaning = say.text(word.meaning)
        for given in (word.term, *word.also):
            name = capitalized(given)
            if name in levels:
                name = say.phrases("search.word", name=name)
            yield Findable(
                name=name,
                address=f"{at('words')}#{word.id}",
                meaning=meaning,
            )


def _services(say: Speaker) -> Iterator[Findable]:
    for service in say.content.services:
        yield Findable(
            name=service.name,
            address=f"{at('services')}#{service.id}",
            meaning=say.text(service.meaning),
        )


def _pages(say: Speaker) -> Iterator[Findable]:
    """Yield the topics and the states of the file, then the site's own pages."""
    for topic in say.content.topics:
        for name in (*map(capitalized, topic.also), topic.title):
            yield Findable(
                name=name,
                address=at("topic", topic.id),
                meaning=say.text(topic.in_a_line),
            )
    for state in say.content.states:
        yield Findable(
            name=state.name,
            address=at("state", state.id),
            meaning=say.text(state.about),
        )
    for entry in PAGES:
        missing = entry.needs and not getattr(say.content, entry.needs)
        if entry.listed and entry.heading and not missing:
            yield Findable(say.phrases(entry.heading), entry.address)
