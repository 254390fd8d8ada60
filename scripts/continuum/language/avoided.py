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

QUOTED = re.compile(r"“[^”]*”|«[^»]*»|„[^“]*“|(?<!\w)\"[^\"]*\"(?!\w)")
CAPITAL = re.compile(
    r"(?<!\\)[A-Z]"
)  # a letter, and not the name of a class such as \W
COMPARE = "compare it with the entries around it."


Text = Annotated[str, Field(min_length=1)]


class _Data(BaseModel):
    model_config = ConfigDict(
        extra="forbid", frozen=True, strict=True, use_attribute_docstrings=True
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
        """The word alone, whole."""
        return re.compile(rf"\b(?:{self.avoid})(?!\w)", re.I)

    def fits(self, text: str) -> bool:
        """Return whether the word is to be avoided in this text."""
        if self.when and not re.search(self.when, text, re.I):
            return False
        return not (self.unless and re.search(self.unless, text, re.I))


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
    def _any(self) -> re.Pattern:
        """One pattern for all terms, in small letters.

        To read a text once, without two cases and marks, is twenty times faster.
        """
        terms = [CAPITAL.sub(_small, term.avoid) for term in self.lists.terms]
        return re.compile(rf"\b(?:{'|'.join(terms)})(?!\w)")

    def find(self, text: str, names: Iterable[str] = ()) -> Iterator[Found]:
        """Yield each word to avoid, but in quotations, in the listed names and in these `names`."""
        small = text.lower()
        searched = small if len(small) == len(text) else text
        hit = self._any.search(searched)
        if hit is None:
            return
        free = _free(text, [*self.lists.names, *names])
        while hit is not None:
            start = hit.start()
            theirs = any(start in span for span in free)
            found = None if theirs else self._at(text, start)
            if found:
                yield found
            step = len(found.words) if found else 1
            hit = self._any.search(searched, start + step)

    def _at(self, text: str, start: int) -> Found | None:
        """Return the first term of the list that fits a text at a spot."""
        for term in self.lists.terms:
            hit = term.pattern.match(text, start)
            if hit and term.fits(text):
                return Found(term, start, hit[0])
        return None


def _small(letter: re.Match) -> str:
    return letter[0].lower()


def _free(text: str, names: Iterable[str]) -> list[range]:
    """Return the spans of a text that are someone else's words."""
    spans = [range(*quoted.span()) for quoted in QUOTED.finditer(text)]
    for name in names:
        start = text.find(name)
        while start >= 0:
            spans.append(range(start, start + len(name)))
            start = text.find(name, start + 1)
    return spans


def read_avoided(tree: Node, file: str, text: str) -> Avoided:
    """Return the lists of a located tree.

    Raises ContentError with every value that has the wrong shape.
    """
    try:
        lists = Lists.model_validate_json(json.dumps(tree.plain()), strict=True)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        problems = [_misfit(one, tree) for one in errors]
        raise ContentError(Findings(problems, file, text)) from None
    if problems := [*_unreadable(lists, tree), *_unnamed(lists, tree)]:
        raise ContentError(Findings(problems, file, text))
    return Avoided(lists, tree, file, text)


def _unreadable(lists: Lists, tree: Node) -> Iterator[Problem]:
    """Yield each pattern that cannot be read."""
    for index, term in enumerate(lists.terms):
        for name in ("avoid", "when", "unless"):
            try:
                _compiled(term, name)
            except re.error as error:
                text = f"This pattern cannot be read: {error}."
                fix = "close each bracket, and write \\. for a full stop."
                yield _problem(tree, ("terms", index, name), text, fix)


def _compiled(term: Term, name: str) -> re.Pattern:
    """Return a pattern of a term. That of the word is kept with it, and not compiled again."""
    if name == "avoid":
        return term.pattern
    return re.compile(getattr(term, name) or "", re.I)


def _unnamed(lists: Lists, tree: Node) -> Iterator[Problem]:
    """Yield each source of a term that the lists do not name."""
    for index, term in enumerate(lists.terms):
        if term.source not in lists.sources:
            text = f"No source has the id “{term.source}”."
            fix = "add it under “sources:”."
            yield _problem(tree, ("terms", index, "source"), text, fix)


def _misfit(error: ErrorDetails, tree: Node) -> Problem:
    """Return what is wrong with a value of the file, in an editor's words."""
    steps = error["loc"]
    name = steps[-1]
    match error["type"]:
        case "missing":
            return _problem(tree, steps, f"“{name}” is missing.", f"add “{name}:”.")
        case "extra_forbidden":
            return _problem(tree, steps, f"There is no value called “{name}”.", COMPARE)
    return _problem(tree, steps, f"“{name}” does not hold what is due here.", COMPARE)


def _problem(tree: Node, steps: tuple[str | int, ...], text: str, fix: str) -> Problem:
    return Problem(tree.find(*steps).spot, way(tree, steps), text, fix)
