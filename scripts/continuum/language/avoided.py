"""The words to avoid in one language, `content/wording/`: a text -> each such word in it, with what to say instead."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ..model.node import Node, way
from ..report.problem import ContentError, Problem

QUOTED = re.compile(r"“[^”]*”|«[^»]*»|„[^“]*“|(?<!\w)\"[^\"]*\"(?!\w)")


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
        wanted = self.when is None or re.search(self.when, text, re.I)
        return bool(wanted) and not (self.unless and re.search(self.unless, text, re.I))


class Excuse(_Data):
    """A rule that is broken somewhere for a good reason that readers do not see."""

    where: Text
    rule: Text
    words: Text | None = None
    because: Text


class Lists(_Data):
    """The file: terms with their sources, names and letters that are left alone, words that may stand twice, and excuses."""

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
class Wording:
    """The lists of one language, and where they stand."""

    lists: Lists
    tree: Node
    file: str
    text: str

    @cached_property
    def _any(self) -> re.Pattern:
        """One pattern for all terms, in small letters: reading a text once, without two cases and marks, is twenty times faster."""
        small = (
            re.sub(r"(?<!\\)[A-Z]", lambda letter: letter[0].lower(), term.avoid)
            for term in self.lists.terms
        )
        return re.compile(rf"\b(?:{'|'.join(small)})(?!\w)")

    def find(self, text: str, names: Iterable[str] = ()) -> Iterator[Found]:
        """Yield each word to avoid, but in quotations, in the listed names and in these `names`."""
        free: list[range] | None = None
        start, small = 0, text.lower()
        while (
            hit := self._any.search(small if len(small) == len(text) else text, start)
        ) is not None:
            free = _free(text, [*self.lists.names, *names]) if free is None else free
            found = (
                None
                if any(hit.start() in span for span in free)
                else self._at(text, hit.start())
            )
            if found:
                yield found
            start = hit.start() + (len(found.words) if found else 1)

    def _at(self, text: str, start: int) -> Found | None:
        """Return the first term of the list that fits a text at a spot."""
        for term in self.lists.terms:
            if (hit := term.pattern.match(text, start)) and term.fits(text):
                return Found(term, start, hit[0])
        return None


def _free(text: str, names: Iterable[str]) -> list[range]:
    """Return the spans of a text that are someone else's words."""
    spans = [range(*quoted.span()) for quoted in QUOTED.finditer(text)]
    for name in names:
        start = text.find(name)
        while start >= 0:
            spans.append(range(start, start + len(name)))
            start = text.find(name, start + 1)
    return spans


def read_wording(tree: Node, file: str, text: str) -> Wording:
    """Return the wording of a located tree. Raises ContentError with every value that has the wrong shape."""
    try:
        lists = Lists.model_validate_json(json.dumps(tree.plain()), strict=True)
    except ValidationError as error:
        raise ContentError(
            [_problem(one, tree) for one in error.errors(include_url=False)], file, text
        ) from None
    if problems := [*_patterns(lists, tree), *_origins(lists, tree)]:
        raise ContentError(problems, file, text)
    return Wording(lists, tree, file, text)


def _patterns(lists: Lists, tree: Node) -> Iterator[Problem]:
    """Yield each pattern that cannot be read. What is compiled here is not compiled again."""
    for index, term in enumerate(lists.terms):
        for name in ("avoid", "when", "unless"):
            try:
                _ = (
                    term.pattern
                    if name == "avoid"
                    else re.compile(getattr(term, name) or "", re.I)
                )
            except re.error as error:
                steps, fix = (
                    ("terms", index, name),
                    "close each bracket, and write \\. for a full stop.",
                )
                yield Problem(
                    tree.find(*steps).spot,
                    way(tree, steps),
                    f"This pattern cannot be read: {error}.",
                    fix,
                )


def _origins(lists: Lists, tree: Node) -> Iterator[Problem]:
    """Yield each source of a term that the lists do not name."""
    for index, term in enumerate(lists.terms):
        if term.source not in lists.sources:
            steps, text = (
                ("terms", index, "source"),
                f"No source has the id “{term.source}”.",
            )
            yield Problem(
                tree.find(*steps).spot,
                way(tree, steps),
                text,
                "add it under “sources:”.",
            )


def _problem(error, tree: Node) -> Problem:
    """Return what is wrong with a value of the file, in an editor's words."""
    steps = error["loc"]
    place = tree.find(*steps).spot
    named = way(tree, steps)
    match error["type"]:
        case "missing":
            return Problem(
                place, named, f"“{steps[-1]}” is missing.", f"add “{steps[-1]}:”."
            )
        case "extra_forbidden":
            return Problem(
                place,
                named,
                f"There is no value called “{steps[-1]}”.",
                "compare it with the entries around it.",
            )
    return Problem(
        place,
        named,
        f"“{steps[-1]}” does not hold what is due here.",
        "compare it with the entries around it.",
    )
