"""Content, the site's own words, hand-written pages -> every text that someone wrote, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..language.borrowed import PLACEHOLDER, by_id, fill, resolve
from ..language.phrases import HOLE, Phrases
from ..model.base import Model
from ..model.content import Content
from ..model.node import Node, way
from ..report.problem import Place, Problem
from .fault import Fault, at, within

# Ids, addresses, numbers to dial and words of the machine: nobody reads them as language.
NOT_WORDS = {
    "id",
    "url",
    "value",
    "number",
    "language",
    "direction",
    "rule",
    "whose",
    "standard",
    "grade",
    "service",
    "to",
    "level",
    "neighbor",
    "kind",
    "place",
    "where",
    "form",
    "part",
    "who",
    "unit",
    "basis",
    "state",
    "tier",
    "addresses",
    "levels",
    "sources",
    "checked",
    "next",
    "date",
}
# What others call things, and what people type when they search.
OTHERS = {
    ("Source", "title"),
    ("Source", "publisher"),
    ("Numbering", "title"),
    ("Level", "also_called"),
    ("Service", "also_called"),
    ("Word", "also"),
}
GAP = "\u00a7"
# A list item, a heading or a line after an empty one starts a new text.
BLOCK = re.compile(r"[^\n]+(?:\n(?!\s*(?:[-*#>|]|\d+\.\s|\n|$))[^\n]+)*")
NOT_SAID = re.compile(
    r"\]\([^)]*\)|`[^`]*`|https?://[^\s)]+|^\s*(?:[-*+]|\d+\.|#+)\s+|[*_]{1,2}"
)


@dataclass(frozen=True, slots=True)
class Written:
    """One text as it was typed: under a name of the content, in the site's own words, or in a hand-written page (`file`).

    `said` is as long as `text`, with blanks where a number is filled in or where markup stands.
    """

    text: str
    said: str
    group: Model | None = None
    way: tuple[str | int, ...] = ()
    file: str = ""
    path: str = ""
    node: Node | None = None
    place: Place = Place()

    @property
    def kind(self) -> tuple[str, str]:
        """The sort of group that it stands in, and its name there."""
        return type(self.group).__name__ if self.group else "", next(
            (step for step in reversed(self.way) if isinstance(step, str)), ""
        )

    @property
    def plain(self) -> str:
        """The text without markup, a number in each hole of a pattern; borrowed numbers are still to be filled in."""
        return (
            self.text
            if self.group
            else re.sub(f"{GAP}+", "9" if self.node else "", self.said)
        )

    @property
    def way_to_it(self) -> str:
        """The way to this text as a report names it."""
        return (
            " > ".join((self.group.path, way(self.group.node, self.way))).removeprefix(
                " > "
            )
            if self.group
            else self.path
        )

    def fault(
        self, text: str, fix: str, start: int = 0, piece: str = "", advice: bool = False
    ) -> Fault:
        """Return a fault of this text; with a `piece`, at the one that begins at `start`."""
        if self.group:
            return at(
                self.group,
                *self.way,
                text=text,
                fix=fix,
                piece=piece,
                start=start,
                advice=advice,
            )
        return Fault(
            Problem(
                self._spot(start, len(piece)), self.path, text, fix, advice, self.file
            )
        )

    def _spot(self, start: int, width: int) -> Place:
        if self.node:
            return within(self.node, start, width) if width else self.node.spot
        above, last = self.text.count("\n", 0, start), self.text.rfind("\n", 0, start)
        return Place(
            self.place.line + above,
            start - last if above else self.place.column + start,
            width or len(self.text.split("\n")[0]),
        )


def written(content: Content, words: Phrases) -> list[Written]:
    """Return every text that someone wrote. The list is made once for the rules that follow each other."""
    if not (_latest and _latest[0] is content and _latest[1] is words):
        _latest[:] = (
            content,
            words,
            [*_of_content(content), *_of_words(words), *_of_pages(words.pages)],
        )
    return _latest[2]


_latest: list[Any] = []


def _of_content(content: Content) -> Iterator[Written]:
    for group in content.everything:
        if not isinstance(group.node.value, dict):
            continue
        sort = type(group).__name__
        for name in group.node.value:
            if name in NOT_WORDS or (sort, name) in OTHERS:
                continue
            value = getattr(group, name)
            if isinstance(value, str):
                yield Written(value, _blank(PLACEHOLDER, value), group, (name,))
            elif isinstance(value, list):
                for index, item in enumerate(value):
                    if isinstance(item, str):
                        yield Written(
                            item, _blank(PLACEHOLDER, item), group, (name, index)
                        )


def _of_words(words: Phrases) -> Iterator[Written]:
    """Yield the site's own words, but for the patterns that checks read as patterns."""
    for path, node in _leaves(words.tree, ()) if words.tree else ():
        if path[0] != "prose":
            yield Written(
                node.value,
                _blank(HOLE, node.value),
                file=words.file,
                path=" > ".join(path),
                node=node,
            )


def _leaves(
    node: Node, path: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], Node]]:
    if isinstance(node.value, dict):
        for name, below in node.value.items():
            yield from _leaves(below, (*path, name))
    elif isinstance(node.value, str):
        yield path, node


def _of_pages(pages: Mapping[str, str]) -> Iterator[Written]:
    """Yield each paragraph, list item and heading of hand-written pages, under the heading above it."""
    for file, page in pages.items():
        heading = ""
        for block in BLOCK.finditer(page):
            text = block[0]
            heading = text.lstrip("# ") if text.startswith("#") else heading
            line = page.count("\n", 0, block.start()) + 1
            yield Written(
                text,
                _blank(NOT_SAID, _blank(PLACEHOLDER, text)),
                file=file,
                path=heading,
                place=Place(line),
            )


def _blank(pattern: re.Pattern, text: str) -> str:
    return pattern.sub(lambda found: GAP * len(found[0]), text)


def as_read(content: Content, words: Phrases) -> Callable[[str], str]:
    """Return a function that fills in a text's borrowed numbers as readers see them; what stands for nothing stays as it is."""
    levels, help = by_id(content)

    def show(name: str) -> str:
        try:
            found = resolve(name, levels, help)
        except LookupError:
            return name
        if found.help:
            return found.help.contacts[0].value
        if found.end:
            return words.number(
                getattr(
                    found.claim,
                    found.end
                    if getattr(found.claim, found.end) is not None
                    else "under",
                )
            )
        return words.amount(found.figure, found.claim)

    return lambda text: fill(text, show)
