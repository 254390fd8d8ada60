"""A text -> each word in it that one language avoids, with what to say instead."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from ..model.node import Node, way
from ..report.problem import ContentError, Findings, Problem
from .openings import LONGEST, ByStart

QUOTED = re.compile(r"“[^”]*”|«[^»]*»|„[^“]*“|(?<!\w)\"[^\"]*\"(?!\w)")
WORD = re.compile(r"\b\w")  # where one starts
Steps = tuple[str | int, ...]


Text = Annotated[str, Field(min_length=1)]


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


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
        """Yield each word to avoid, but in quotations, in the listed names and in these `names`."""
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

            found = _first(terms, text, small, start)
            if found is None:
                continue

            if free is None:
                free = _free(text, [*self.lists.names, *names])
            if not any(start in span for span in free):
                yield found
                end = start + len(found.words)


def _first(terms: list[Term], text: str, small: str, start: int) -> Found | None:
    """Return the first term of a list that fits a text at a spot."""
    for term in terms:
        hit = term.pattern.match(text if term.has_capitals else small, start)
        if hit and term.fits(text):
            words = text[start : hit.end()]
            return Found(term, start, words)
    return None


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


def read_avoided(tree: Node, file: str, text: str) -> Avoided:
    """Return the lists of a located tree.

    Raises ContentError with every value that has the wrong shape.
    """
    data = json.dumps(tree.plain())
    try:
        lists = Lists.model_validate_json(data, strict=True)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        problems = [_misfit(one, tree) for one in errors]
        raise ContentError(Findings(problems, file, text)) from None

    problems = list(_unreadable(lists, tree))
    problems += _unnamed(lists, tree)
    if problems:
        raise ContentError(Findings(problems, file, text))
    return Avoided(lists, tree, file, text)


def _unreadable(lists: Lists, tree: Node) -> Iterator[Problem]:
    """Yield each pattern that cannot be read."""
    for index, term in enumerate(lists.terms):
        for name in ("avoid", "when", "unless"):
            try:
                _compiled(term, name)
            except re.error as error:
                yield _problem(
                    tree,
                    ("terms", index, name),
                    text=f"This pattern cannot be read: {error}.",
                    fix="close each bracket, and write \\. for a full stop.",
                )


def _compiled(term: Term, name: str) -> re.Pattern:
    """Return a pattern of a term. That of the word is kept with it, and not compiled again."""
    if name == "avoid":
        return term.pattern

    condition = getattr(term, name) or ""
    return re.compile(condition, re.I)


def _unnamed(lists: Lists, tree: Node) -> Iterator[Problem]:
    """Yield each source of a term that the lists do not name."""
    for index, term in enumerate(lists.terms):
        if term.source not in lists.sources:
            yield _problem(
                tree,
                ("terms", index, "source"),
                text=f"No source has the id “{term.source}”.",
                fix="add it under “sources:”.",
            )


def _misfit(error: ErrorDetails, tree: Node) -> Problem:
    """Return what is wrong with a value of the file, in an editor's words."""
    steps = error["loc"]
    name = steps[-1]
    fix = "compare it with the entries around it."

    match error["type"]:
        case "missing":
            text = f"“{name}” is missing."
            fix = f"add “{name}:”."
        case "extra_forbidden":
            text = f"There is no value called “{name}”."
        case _:
            text = f"“{name}” does not hold what is due here."
    return _problem(tree, steps, text, fix)


def _problem(tree: Node, steps: Steps, text: str, fix: str) -> Problem:
    return Problem(
        place=tree.find(*steps).spot,
        path=way(tree, steps),
        text=text,
        fix=fix,
    )
