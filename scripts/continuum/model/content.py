"""The whole file: every level of care, and everything said about them."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from ..report.problem import Place
from .base import Model, Review
from .claim import Authority
from .level import Level, Supervision
from .marks import LanguageTag, Prose
from .pages.topic import Topic
from .question import Answer, Heading, Question
from .site import (
    Change,
    Comparison,
    Danger,
    Help,
    Matter,
    Publisher,
    Service,
    Site,
    Source,
    Word,
)


class Content(Model):
    """Every level of care, and everything said about them."""

    model_config = ConfigDict(title="The file")

    language: LanguageTag
    """The language of the texts, in letters. The site's own words come from the file of that name
    in `content/words/`.

    Write: `language: en`
    Not: `language: English`
    """
    direction: Literal["ltr", "rtl"] = "ltr"
    """Which way the script runs, where that is not the way of the language.

    - ltr: From left to right, as English does.
    - rtl: From right to left, as Arabic and Hebrew do.
    """
    site: Site
    """What the site says about itself."""
    publisher: Publisher
    """Who makes it."""
    review: Review
    """When the facts as a whole were checked."""
    help: Annotated[list[Help], Field(min_length=1)]
    """Help in a crisis. Every page, table and print takes its numbers from here."""
    dangers: list[Danger] = []
    """Dangers that several levels share."""
    authorities: Annotated[list[Authority], Field(min_length=1)]
    """Whose numbers and names we show. Each state among them has a page."""
    unread: list[Prose] = []
    """Names of states whose rules we have not read yet. The page about states lists them, and says
    where to look.

    Write: `unread: [Alaska, Arizona]`
    """
    supervision: Annotated[list[Supervision], Field(min_length=1)]
    """Grades of medical backup, from the least to the most."""
    levels: Annotated[list[Level], Field(min_length=2)]
    """The levels of care, in order, then what stands beside them."""
    services: list[Service] = []
    """Services and therapies."""
    ask: list[Question] = []
    """Questions to ask any program."""
    matters: list[Matter] = []
    """What can matter to people, for a sheet to fill in."""
    faq: list[Answer] = []
    """Questions that concern more than one level."""
    headings: list[Heading] = []
    """The headings under which the page with all questions lists them, in order."""
    words: list[Word] = []
    """The glossary."""
    topics: list[Topic] = []
    """Pages about what concerns every level."""
    comparisons: list[Comparison] = []
    """Three or four levels at a time, for other sites to show."""
    changes: list[Change] = []
    """What changed, the newest first. Add a line whenever a number or an answer changes."""
    sources: Annotated[list[Source], Field(min_length=1)]
    """Where every fact comes from."""

    __slots__ = ("_left_out", "_facts_from")

    def leave_out(self, levels: list[Level]) -> None:
        """Note levels that the site leaves out, whose numbers texts may still borrow."""
        object.__setattr__(self, "_left_out", levels)

    @property
    def left_out(self) -> list[Level]:
        """The levels of the file that the site leaves out."""
        return getattr(self, "_left_out", [])

    def take_facts_from(self, publisher: str) -> None:
        """Note who made and checked the facts, where that is not the publisher of the site."""
        object.__setattr__(self, "_facts_from", publisher)

    @property
    def facts_from(self) -> str:
        """Who made and checked the facts, where that is not the publisher of the site."""
        return getattr(self, "_facts_from", "")

    @cached_property
    def everything(self) -> list[Model]:
        """Every group of values of the file, in one list that all rules share."""

        def place(group: Model) -> Place:
            return group.node.place

        return sorted(self.groups(), key=place)

    @property
    def states(self) -> list[Authority]:
        """The authorities that are states, each with a page, from A to Z."""
        found = [one for one in self.authorities if one.has_page]
        return sorted(found, key=lambda state: state.name.casefold())

    def within(self, state: Authority) -> list[Authority]:
        """Return whoever speaks on a state's page: the state, then what lies within it."""
        others = [one for one in self.authorities if one.within == state.id]
        return [state, *others]

    @property
    def mirrored(self) -> bool:
        """Whether its script runs from right to left."""
        return self.direction == "rtl"

    @property
    def line_of_levels(self) -> list[Level]:
        """The levels on the continuum, in order."""
        return self._at("continuum")

    @property
    def alongside(self) -> list[Level]:
        """What stands beside the continuum."""
        return self._at("alongside")

    def _at(self, place: str) -> list[Level]:
        return [level for level in self.levels if level.place == place]
