"""A page's HTML -> what is said in it. The one reader of our own markup.

It goes by elements, and by the attributes that say what they mean (`data-search-exclude`: the
search leaves this out; `data-opens`: where that which a heading opens stands), never by classes, so
that a class can be renamed and nothing else changes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser
from itertools import groupby
from typing import NamedTuple

from .tags import ASIDE, BLOCKS, HEADINGS, INLINE, NEVER_SEEN, READ_ALOUD, VOID

BEFORE_A_SIGN = re.compile(r"\s+([.,;:?!)])")
AFTER_A_BRACKET = re.compile(r"([(])\s+")

Attributes = list[tuple[str, str | None]]


class Run(NamedTuple):
    """One stretch of text between two tags, and where it stands.

    `block` counts paragraphs, `line` what stands on a line of its own, and `part` the headings
    that have an address, before which comes part 0.
    """

    text: str
    block: int
    line: int
    part: int
    heading: bool
    aside: bool
    searched: bool
    seen: bool


@dataclass(frozen=True, slots=True)
class Part:
    """What a page says from one heading to the next. Before the first one, both are empty."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """What is said in a page: its runs, and the address of each heading that has one."""

    runs: tuple[Run, ...]
    ids: tuple[str, ...]

    def lines(self) -> list[str]:
        """Return what is seen or heard, one text for each line."""
        seen = [run for run in self.runs if run.seen]
        return _grouped(seen, _line)

    def paragraphs(self) -> list[str]:
        """Return the paragraphs, list items and cells, without what stands beside them."""
        prose = [run for run in self.runs if not run.aside]
        return _grouped(prose, _block)

    def parts(self) -> Iterator[Part]:
        """Yield what the search may look through, part by part."""
        ids = ["", *self.ids]
        titles: list[list[Run]] = [[] for _ in ids]
        texts: list[list[Run]] = [[] for _ in ids]
        for run in self.runs:
            if not run.searched:
                continue
            # What stands in a heading before the first part is text like any other.
            held = titles if run.heading and run.part else texts
            held[run.part].append(run)

        for id, title, said in zip(ids, titles, texts, strict=True):
            yield Part(
                id=id,
                title=tidied(together(title)),
                text=tidied(together(said)),
            )


def read(html: str) -> Text:
    """Return what is said in a page or in a part of one."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return Text(
        runs=tuple(reader.runs),
        ids=tuple(reader.ids),
    )


def together(runs: Iterable[Run]) -> str:
    """Return runs as one text, with one space where tags stood between them."""
    texts = [run.text for run in runs]
    joined = " ".join(texts)
    words = joined.split()
    return " ".join(words)


def _grouped(runs: Iterable[Run], place: Callable[[Run], int]) -> list[str]:
    """Return one text for all runs that follow each other in one line or block."""
    texts = []
    for _, group in groupby(runs, place):
        text = together(group)
        if text:
            texts.append(text)

    return texts


def _line(run: Run) -> int:
    return run.line


def _block(run: Run) -> int:
    return run.block


def tidied(text: str) -> str:
    """Return a text without the spaces that markup leaves before signs and after brackets."""
    text = AFTER_A_BRACKET.sub(r"\1", text)
    return BEFORE_A_SIGN.sub(r"\1", text)


class _Element(NamedTuple):
    """An open element, with what holds inside it."""

    name: str
    heading: bool = False
    aside: bool = False
    searched: bool = True
    seen: bool = True


# What is read aloud stands beside all prose, and the search does not look through it.
ALOUD = _Element("", aside=True, searched=False)


class _Reader(HTMLParser):
    """Gathers runs of text, and knows of each in which elements it stands."""

    def __init__(self) -> None:
        super().__init__()

        self.open = [_Element("")]
        self.runs: list[Run] = []
        self.ids: list[str] = []
        self.block = 0
        self.line = 0

    def updatepos(self, start: int, end: int) -> int:
        """Count no lines: nobody asks on which line of the HTML something stands."""
        return end

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        values = dict(attrs)
        self._borders(tag)
        if tag in HEADINGS and _address(values):
            self.ids.append(_address(values))

        for name in READ_ALOUD:
            text = values.get(name)
            if text:
                self._read_aloud(text)

        if tag not in VOID:
            element = self._inside(tag, values)
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        self._borders(tag)
        # The innermost element of that name ends, and all that was left open in it. The first
        # one is the page itself, which nothing ends.
        for place in range(len(self.open) - 1, 0, -1):
            if self.open[place].name == tag:
                del self.open[place:]
                break

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        self.handle_starttag(tag, attrs)

        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_data(self, data: str) -> None:
        innermost = self.open[-1]
        self._add(data, innermost)

    def _add(self, text: str, inside: _Element) -> None:
        run = Run(
            text=text,
            block=self.block,
            line=self.line,
            part=len(self.ids),
            heading=inside.heading,
            aside=inside.aside,
            searched=inside.searched,
            seen=inside.seen,
        )
        self.runs.append(run)

    def _inside(self, tag: str, values: dict[str, str | None]) -> _Element:
        """Return an element that opens now: what holds around it holds inside it."""
        around = self.open[-1]
        addressed = tag in HEADINGS and _address(values) != ""
        seen = tag not in NEVER_SEEN
        searched = seen and "data-search-exclude" not in values
        return _Element(
            name=tag,
            heading=around.heading or addressed,
            aside=around.aside or tag in ASIDE,
            searched=around.searched and searched,
            seen=around.seen and seen,
        )

    def _borders(self, tag: str) -> None:
        if tag in BLOCKS:
            self.block += 1
        if tag not in INLINE:
            self.line += 1

    def _read_aloud(self, text: str) -> None:
        """Note what a screen reader says for an element, as a line of its own before it."""
        self.line += 1
        self._add(text, inside=ALOUD)
        self.line += 1


def _address(values: dict[str, str | None]) -> str:
    """Return where a heading stands in the page: its own id, or that of what it opens."""
    return values.get("id") or values.get("data-opens") or ""


def searchable(text: str) -> str:
    """Return a text as the search's index holds it, which is HTML."""
    return escape(text, quote=False)
