"""A text -> each word in it that one language avoids, with what to say instead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from ..model.node import Node, way
from ..report.problem import Problem
from .patterns.openings import LONGEST, ByStart
from .patterns.patience import TooSlow

QUOTED = re.compile(r"“[^”]*”|«[^»]*»|„[^“]*“|(?<!\w)\"[^\"]*\"(?!\w)")
WORD = re.compile(r"\b\w")  # where one starts
Text = Annotated[str, Field(min_length=1)]


class _Data(BaseModel):
    # Each is made ready when the whole file is first read, and not once by itself before that.
    model_config = ConfigDict(
        extra="forbid", frozen=True, strict=True, defer_build=True
    )


class Origin(_Data):
    """Whose rule a term is, and how we know it."""

    name: Text
    remark: Text


class Term(_Data):
    """A word to avoid, what to say instead, and why."""

    avoid: Text
    say: list[Text]
    why: Text
    source: Text
    advice: bool = False
    when: Text | None = None
    """It counts only where this stands in the same text."""
    unless: Text | None = None
    """It is fine where this stands in the same text."""

    @cached_property
    def pattern(self) -> re.Pattern:
        """The word alone, whole; in small letters, where the term has no capitals.

        To look for two cases at once takes four times longer.
        """
        alone = rf"\b(?:{self.avoid})(?!\w)"
        return re.compile(alone, re.I if self.has_capitals else 0)

    @cached_property
    def has_capitals(self) -> bool:
        """Whether the term tells capitals apart."""
        return self.avoid != self.avoid.lower()

    def fits(self, text: str) -> bool:
        """Return whether the word is to be avoided in this text."""
        if self.when and not re.search(self.when, text, re.I):
            return False
        if self.unless is None:
            return True
        return re.search(self.unless, text, re.I) is None


class Excuse(_Data):
    """A rule that is broken somewhere for a good reason that readers do not see."""

    where: Text
    rule: Text
    words: Text | None = None
    because: Text


class Lists(_Data):
    """The file: terms with their sources, what is left alone or may stand twice, and excuses."""

    sources: dict[str, Origin]
    terms: list[Term]
    names: list[Text] = []
    letters: dict[str, Text] = {}
    twice: list[Text] = []
    exceptions: list[Excuse] = []


@dataclass(frozen=True, slots=True)
class Found:
    """A word to avoid in a text, and where it starts."""

    term: Term
    start: int
    words: str


@dataclass
class Avoided:
    """The words that one language avoids, and where their lists stand: in `file`, as `text`."""

    lists: Lists
    tree: Node
    file: str
    text: str

    @cached_property
    def _terms(self) -> ByStart[Term]:
        return ByStart((term.avoid, term) for term in self.lists.terms)

    def find(self, text: str, names: Iterable[str] = ()) -> Iterator[Found]:
        """Yield each word to avoid, but in quotations, in the listed names and in these `names`.

        Raises TooSlow with the entry that was tried when the time was over.
        """
        small = text.lower()
        if len(small) != len(text):  # some capitals have small letters of two signs
            small = text

        free: list[range] | None = None
        end = 0
        for word in WORD.finditer(small):
            start = word.start()
            terms = self._terms[small[start : start + LONGEST]]
            if start < end or not terms:
                continue

            found = self._first(terms, text, small, start)
            if found is None:
                continue

            if free is None:
                free = _free(text, [*self.lists.names, *names])
            if not any(start in span for span in free):
                yield found
                end = start + len(found.words)

    def _first(
        self, terms: list[Term], text: str, small: str, start: int
    ) -> Found | None:
        """Return the first term of a list that fits a text at a spot."""
        for term in terms:
            try:
                hit = term.pattern.match(text if term.has_capitals else small, start)
                fits = hit and term.fits(text)
            except TooSlow as error:
                error.problem = self._slow(term)
                raise
            if fits:
                words = text[start : hit.end()]
                return Found(term, start, words)
        return None

    def _slow(self, term: Term) -> Problem:
        steps = ("terms", self.lists.terms.index(term))
        return Problem(
            place=self.tree.find(*steps, "avoid").spot,
            path=way(self.tree, steps),
            text="A search with this entry takes too long: it was ended before it was done.",
            fix="write fewer of the signs * + ? { in it, and nothing twice that can fit the same "
            "words.",
            file=self.file,
        )


def _free(text: str, names: Iterable[str]) -> list[range]:
    """Return the spans of a text that are someone else's words."""
    spans = []
    for quoted in QUOTED.finditer(text):
        spans.append(range(*quoted.span()))

    for name in names:
        start = text.find(name)
        while start >= 0:
            end = start + len(name)
            spans.append(range(start, end))
            start = text.find(name, start + 1)
    return spans
