"""Content -> the card of each of its pages, and what is heard in place of the picture."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from urllib.parse import urlsplit

from ...addresses import levels_in
from ...model.level import Level
from ..card import split
from ..diagram.bands import rows
from ..diagram.scale import any_counted
from ..diagram.sentences import finding
from ..figures import Fact
from ..help.strip import strip
from ..speaking import Speaker, capitalized, uncapitalized
from ..weeks import AWAKE, LevelWeek, weeks
from .bars import Bars
from .card import Card, Shared, ShownWeek, sentences
from .ranges import of_states

FACTS = 3
# Pages about the whole line of levels: they show it.
ALL_LEVELS = ("home", "levels", "compare", "hours", "week")
# Facts that say by themselves what they are.
PLAIN = ("hours", "days")


class Cards:
    """The cards of the pages of one site."""

    def __init__(self, say: Speaker):
        self.say = say
        self.bars = Bars(say)
        self.site = say.content.site.name
        self.address = _shown(say.publication.url)

    def card(self, page: Shared) -> Card:
        """Return the card of a page."""
        if page.id == "level":
            return self._level(*self._levels(page.address), page.title)
        if page.id == "pair":
            return self._pair(self._levels(page.address), page.title)
        if page.id in ALL_LEVELS:
            return self._all(page.title)
        if page.id == "states":
            return of_states(self.say, page)
        if page.id == "help":
            return Card(page.title, facts=tuple(self._numbers()))
        return Card(page.title, lead=page.description)

    def of_all(self) -> Card:
        """Return the card of the home page, which stands for the whole site."""
        return self._all(self.say.content.site.title)

    def heard(self, card: Card) -> str:
        """Return what a picture says, for those who do not see it."""
        said = [card.title, card.lead, *card.facts]
        if card.pair:
            said += [_fact(self.say, row.name, row.words) for row in card.rows]
        if card.week:
            said += card.week.caption
        return sentences([*said, self.site])

    def _numbers(self) -> Iterator[str]:
        """Yield the numbers of the strip on every page, each with what it is for."""
        for help, contacts in strip(self.say.content):
            for contact in contacts[:1]:
                yield _fact(
                    self.say, self.say.text(help.strip), self.say.text(contact.words)
                )

    def _levels(self, address: str) -> list[Level]:
        name = address.rstrip("/").rpartition("/")[2]
        return [self.say.levels[id] for id in levels_in(name)]

    def _level(self, level: Level, title: str) -> Card:
        tiles, others = split(self.say, level)
        known = [fact for fact in (*tiles, *others) if _stands_alone(fact)]
        facts = [self._said(level, fact) for fact in known[:FACTS]]
        week = self._week(level)
        on_the_line = level in self.say.content.line_of_levels
        saved = on_the_line and week is not None
        return Card(title, facts=tuple(facts), week=week, saved=saved)

    def _said(self, level: Level, fact: Fact) -> str:
        """Return a fact so that it says what it is about."""
        if fact.sign == level.sleep.where:
            return self.say.phrases(f"continuum.sleep.{level.sleep.where}")
        if fact.sign in PLAIN:
            return fact.value.text
        return _fact(self.say, fact.name, uncapitalized(fact.value.text))

    def _week(self, level: Level) -> ShownWeek | None:
        """Return the first example of a level's week, or the week of one where people live."""
        week = self._weeks[level.id]
        if week.examples:
            example = week.examples[0]
            amount = self.say.phrases("share.example", amount=example.amount)
            caption = (amount, example.name)
            return ShownWeek(week.letters, example.treatment, AWAKE, caption)
        if week.there:
            free = (None,) * len(week.letters)
            caption = (capitalized(self.say.phrases("week.key.there")),)
            return ShownWeek(week.letters, free, AWAKE, caption, there=True)
        return None

    @cached_property
    def _weeks(self) -> dict[str, LevelWeek]:
        return weeks(self.say)

    def _pair(self, levels: list[Level], title: str) -> Card:
        drawn = map(self.bars.row, levels)
        return Card(title, rows=tuple(drawn), pair=True, saved=any_counted(levels))

    def _all(self, title: str) -> Card:
        drawn = map(self.bars.row, rows(self.say.content))
        return Card(title, lead=finding(self.say), rows=tuple(drawn))


def _fact(say: Speaker, name: str, value: str) -> str:
    return say.phrases("share.fact", name=name, value=value)


def _stands_alone(fact: Fact) -> bool:
    """Return whether a fact says something in a few words. How long people stay does not: it needs
    to be said which stays were counted.
    """
    return not fact.value.silent and fact.sign != "length"


def _shown(url: str) -> str:
    """Return an address as people read it."""
    parts = urlsplit(url)
    return f"{parts.netloc}{parts.path}".rstrip("/")
