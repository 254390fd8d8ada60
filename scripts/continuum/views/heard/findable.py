"""Content -> every page and every name by which a reader may look for it, from A to Z."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from ...addresses import PAGES, Entry, at
from ..speaking import Speaker, capitalized
from .called import other_names
from .help_shown import STRIP, help_of


@dataclass(frozen=True, slots=True)
class Findable:
    """A page or a name a reader may look for: its address, and what it is in a line.

    `also` says that the page it leads to has another name of its own, which tells the rest.
    `help` names the help that stands above it; `ages` are the least and the most that it is about.
    """

    name: str
    address: str
    meaning: str = ""
    also: bool = False
    help: str = ""
    ages: str = ""


def index(say: Speaker) -> list[Findable]:
    """Return every page and every name a reader may look for, from A to Z.

    Where two have one name, what comes later takes its place. A word that something else is
    called too says that it is the word.
    """
    others = [
        *_services(say),
        *_levels(say),
        *_topics(say),
        *_states(say),
        *_pages(say),
    ]
    taken = {found.name for found in others}
    listed = [*_words(say, taken), *others]

    by_name = {found.name: found for found in listed}

    return sorted(by_name.values(), key=lambda found: found.name.casefold())


def _levels(say: Speaker) -> Iterator[Findable]:
    """Yield the names that levels go by; one that two share leads to the first."""
    taken = set()
    for level in say.content.levels:
        address = at("level", level.id)
        meaning = say.text(level.in_a_line)
        yield Findable(say.name(level), address, meaning)
        names = other_names(level)
        if level.everyday:
            names.append(level.name)
        for name in map(capitalized, names):
            if name not in taken:
                taken.add(name)
                yield Findable(name, address, also=True)


def _words(say: Speaker, taken: Container[str]) -> Iterator[Findable]:
    """Yield the names of words."""
    for word in say.content.words:
        for given in (word.term, *word.also):
            name = capitalized(given)
            if name in taken:
                name = say.phrases("search.word", name=name)
            also = given != word.term
            yield Findable(
                name=name,
                address=f"{at('words')}#{word.id}",
                meaning="" if also else say.text(word.meaning),
                also=also,
            )


def _services(say: Speaker) -> Iterator[Findable]:
    for service in say.content.services:
        address = f"{at('services')}#{service.id}"
        yield Findable(service.name, address, say.text(service.meaning))


def _topics(say: Speaker) -> Iterator[Findable]:
    """Yield the topics, and what else people call what they are about."""
    for topic in say.content.topics:
        address = at("topic", topic.id)
        for name in map(capitalized, topic.also):
            yield Findable(name, address, also=True)
        yield Findable(
            name=topic.title,
            address=address,
            meaning=say.text(topic.in_a_line),
            help=help_of(topic),
            ages=" ".join(f"{age:g}" for age in topic.ages),
        )


def _states(say: Speaker) -> Iterator[Findable]:
    for state in say.content.states:
        yield Findable(
            name=state.name,
            address=at("state", state.id),
            meaning=say.text(state.about),
        )


def _pages(say: Speaker) -> Iterator[Findable]:
    """Yield the site's own pages, and what else people call what is there."""
    for entry in PAGES:
        missing = entry.needs and not getattr(say.content, entry.needs)
        if entry.listed and entry.heading and not missing:
            yield from _page(say, entry)


def _page(say: Speaker, entry: Entry) -> Iterator[Findable]:
    heading = say.phrases(entry.heading)
    for name in say.phrases.under(f"search.also.{entry.id}").values():
        yield Findable(capitalized(name), entry.address, also=True)
    help = STRIP if entry.id == "help" else ""
    yield Findable(heading, entry.address, help=help)
