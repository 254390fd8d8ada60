"""Content, phrases, publication -> what any sentence needs: texts filled in, names, how we know."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any, TypeVar

from ..language.borrowed import Borrowed, by_id, fill, resolve
from ..language.phrases import Phrases
from ..model.base import Model, Review, Sourced
from ..model.claim import Claim
from ..model.content import Content
from ..model.level import Level
from ..settings import Publication

Item = TypeVar("Item", bound=Model)


class Speaker:
    """Says what stands in one Content in one language: what any sentence of the site needs."""

    def __init__(self, content: Content, phrases: Phrases, publication: Publication):
        self.content = content
        self.phrases = phrases
        self.publication = publication
        self.levels, self.help = by_id(content)
        self.sources = _under_id(content.sources)
        self.authorities = _under_id(content.authorities)
        self.services = _under_id(content.services)
        self.supervision = _under_id(content.supervision)
        self.position = _places(self.levels)
        self.rank = _places(self.supervision)
        self.show = cache(self._show)

    def text(self, text: str) -> str:
        """Return a text of the file with its borrowed numbers filled in."""
        return fill(text, self.show)

    def name(self, level: Level) -> str:
        """Return what people call a level, with its letters, else with its plain name: "Day program
        (PHP)", "Rehab (high-intensity residential)".
        """
        first = level.everyday or level.name
        second = level.acronym
        if level.everyday and not second:
            second = uncapitalized(level.name)
        return f"{first} ({second})" if second else first

    def called(self, level: Level) -> str:
        """Return a level's short name for the middle of a sentence."""
        if level.acronym:
            return level.acronym
        return uncapitalized(level.short)

    def backup(self, level: Level) -> str:
        """Return how near a doctor or nurse is, in words."""
        grade = level.medical.grade
        named = self.supervision[grade]
        return named.name

    def basis(self, sourced: Sourced) -> str:
        """Return how we know a fact that we did not read ourselves, else nothing.

        Where the file says which of its sources only repeat it, where there is one source, and for
        a number, it says whose words they are.
        """
        if not sourced.sources:
            return ""
        if sourced.secondhand and sourced.basis != "weak":
            who = self._publishers(sourced.secondhand)
            return self.phrases("basis.restated", who=self.phrases.list(who))
        if sourced.basis == "confirmed":
            return ""

        who = self._publishers(sourced.sources)
        if len(who) > 1 and not isinstance(sourced, Claim):
            return self.phrases(f"basis.{sourced.basis}_many")
        return self.phrases(f"basis.{sourced.basis}", who=self.phrases.list(who))

    def past(self, claim: Claim) -> str:
        """Return since when a number is no longer in force; nothing where it is."""
        if claim.until is None:
            return ""
        return self.phrases("level.past", day=self.phrases.day(claim.until))

    def _publishers(self, sources: Iterable[str]) -> list[str]:
        """Return who publishes these sources, each once."""
        names = [self.sources[source].publisher for source in sources]
        return list(dict.fromkeys(names))

    def overdue(self, review: Review) -> str:
        """Return what readers must know of a check that is overdue on the day of the build."""
        today = self.publication.today
        if today is None:
            return ""
        if not review.overdue(today):
            return ""
        day = self.phrases.day(review.next)
        return self.phrases("page.overdue", day=day)

    def checked_by(self, review: Review) -> str:
        """Return who checked something: a clinician or an editor, and whose they were where the
        facts are another site's.
        """
        if review.state == "clinician":
            said = self.phrases("page.by_clinician", by=review.by)
        else:
            said = self.phrases("page.by_editor")
        source = self.content.facts_from
        if not source:
            return said
        return f"{said} {self.phrases('page.facts_from', name=source)}"

    def edit(self, line: int) -> str:
        """Return the address that opens `levels.yaml` at a line, if the project has one."""
        address = self.publication.edit
        if not address:
            return ""
        return f"{address}#L{line}"

    def _show(self, name: str) -> str:
        """Return what a borrowed name stands for. Raises LookupError where there is nothing."""
        found = resolve(name, self.levels, self.help)
        if found.help:
            first = found.help.contacts[0]
            return first.value

        if found.end:
            end = _end_of(found)
            return self.phrases.number(end)

        return self.phrases.amount(found.figure, found.claim)


@dataclass(slots=True)
class Citations:
    """The sources of one page, numbered in the order in which the page first names them, and how
    well what is said there is known.
    """

    numbers: dict[str, int] = field(default_factory=dict)
    standings: set[str] = field(default_factory=set)

    def number(self, source: str) -> int:
        """Return the number of a source on this page."""
        known = self.numbers
        if source not in known:
            known[source] = len(known) + 1
        return known[source]


def together(reviews: Iterable[Review]) -> Review:
    """Return one review for what several reviews cover.

    It has the oldest check, the first one due, and a clinician only where all have one.
    """
    found = sorted(reviews, key=_state_and_day, reverse=True)
    values: dict[str, Any] = {
        "checked": min(review.checked for review in found),
        "next": min(review.next for review in found),
    }
    first = found[0]
    if first.state == "clinician":
        values["by"] = _names_of(found)

    return first.model_copy(update=values)


def _names_of(reviews: Iterable[Review]) -> str | None:
    """Return who made several reviews, each person once; None where no name is known."""
    names: dict[str, None] = {}
    for review in reviews:
        if review.by:
            names[review.by] = None

    if not names:
        return None
    return ", ".join(names)


def review_of_all(content: Content) -> Review:
    """Return the review of what says something of every level: of the file and of each level."""
    found = [content.review]
    for level in content.levels:
        found.append(level.review)

    return together(found)


def _state_and_day(review: Review) -> tuple[str, date]:
    # From behind, “editor” comes before “clinician”, and the newest check before older ones.
    return review.state, review.checked


def sources_of(sourced: Iterable[Sourced]) -> tuple[str, ...]:
    """Return the sources of several facts, each once, in the order in which they are named."""
    found: dict[str, None] = {}

    for fact in sourced:
        for source in fact.sources:
            found[source] = None

    return tuple(found)


def capitalized(text: str) -> str:
    """Return a text for the start of a sentence."""
    first, rest = text[:1], text[1:]
    return first.upper() + rest


def uncapitalized(text: str) -> str:
    """Return a text for the middle of a sentence; letters such as IOP keep their form."""
    word = text.split(" ")[0]
    if len(word) > 1 and word.isupper():
        return text

    first, rest = text[:1], text[1:]
    return first.lower() + rest


def _under_id(items: Iterable[Item]) -> dict[str, Item]:
    found = {}
    for item in items:
        found[item.id] = item

    return found


def _places(ids: Iterable[str]) -> dict[str, int]:
    """Return where each id stands among the others, from 0 on."""
    found = {}

    for place, id in enumerate(ids):
        found[id] = place

    return found


def _end_of(found: Borrowed) -> float:
    """Return the end of a claim that a borrowed name asks for."""
    claim = found.claim
    if found.end == "min":
        return claim.min
    if claim.max is None:
        return claim.under
    return claim.max
