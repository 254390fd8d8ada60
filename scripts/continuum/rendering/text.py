"""A page's HTML -> what is said in it. The one reader of our own markup.

It goes by elements, and by the one attribute that says what it means (`data-search-exclude`: the
search leaves this out), never by classes, so that a class can be renamed and nothing else changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser
from itertools import groupby

VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "use",
        "wbr",
    ]
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# A sentence does not run through these: they stand beside it, or hold no prose at all.
ASIDE = frozenset(
    [
        "nav",
        "script",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "dt",
        "th",
        "caption",
        "svg",
        "style",
    ]
)
NEVER_SEEN = frozenset(("script", "style"))
# Prose stands in these. Where one begins or ends, so does a paragraph.
BLOCKS = frozenset(["p", "li", "dd", "td", "figcaption", "summary", "blockquote"])
# These stand inside a line. Where any other element begins or ends, so does a line.
INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "em",
        "i",
        "small",
        "span",
        "strong",
        "sup",
        "tspan",
        "use",
        "path",
    ]
)
READ_ALOUD = ("alt", "aria-label", "placeholder")
BEFORE_A_SIGN = re.compile(r"\s+([.,;:?!)])")
AFTER_A_BRACKET = re.compile(r"([(])\s+")


@dataclass(frozen=True, slots=True)
class Run:
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
        seen = (run for run in self.runs if run.seen)
        lines = (together(group) for _, group in groupby(seen, lambda run: run.line))
        return [line for line in lines if line]

    def paragraphs(self) -> list[str]:
        """Return the paragraphs, list items and cells, without what stands beside them."""
        prose = (run for run in self.runs if not run.aside)
        found = (together(group) for _, group in groupby(prose, lambda run: run.block))
        return [paragraph for paragraph in found if paragraph]

    def parts(self) -> Iterator[Part]:
        """Yield what the search may look through, part by part."""
        for number, id in enumerate(("", *self.ids)):
            runs = [run for run in self.runs if run.searched and run.part == number]
            title = together(run for run in runs if run.heading and number)
            said = together(run for run in runs if not (run.heading and number))
            yield Part(id, tidied(title), tidied(said))


def read(html: str) -> Text:
    """Return what is said in a page or in a part of one."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return Text(tuple(reader.runs), tuple(reader.ids))


def together(runs: Iterator[Run]) -> str:
    """Return runs as one text, with one space where tags stood between them."""
    return " ".join(" ".join(run.text for run in runs).split())


def tidied(text: str) -> str:
    """Return a text without the spaces that markup leaves before signs and after brackets."""
    return BEFORE_A_SIGN.sub(r"\1", AFTER_A_BRACKET.sub(r"\1", text))


@dataclass(frozen=True, slots=True)
class _Element:
    """An open element, with what holds inside it."""

    name: str
    heading: bool = False
    aside: bool = False
    searched: bool = True
    seen: bool = True


class _Reader(HTMLParser):
    """Gathers runs of text, and knows of each in which elements it stands."""

    def __init__(self) -> None:
        super().__init__()
        self.open = [_Element("")]
        self.runs: list[Run] = []
        self.ids: list[str] = []
        self.block = self.line = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self._borders(tag)
        if tag in HEADINGS and values.get("id"):
            self.ids.append(values["id"])
        for name in READ_ALOUD:
            if values.get(name):
                self._read_aloud(values[name])
        if tag not in VOID:
            self.open.append(self._inside(tag, values))

    def handle_endtag(self, tag: str) -> None:
        self._borders(tag)
        names = [element.name for element in self.open]
        if tag in names[1:]:
            last = len(names) - 1 - names[::-1].index(tag)
            del self.open[last:]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_data(self, data: str) -> None:
        inside = self.open[-1]
        self.runs.append(
            Run(
                data,
                self.block,
                self.line,
                len(self.ids),
                inside.heading,
                inside.aside,
                inside.searched,
                inside.seen,
            )
        )

    def _inside(self, tag: str, values: dict[str, str | None]) -> _Element:
        around = self.open[-1]
        return _Element(
            tag,
            around.heading or (tag in HEADINGS and bool(values.get("id"))),
            around.aside or tag in ASIDE,
            around.searched
            and tag not in NEVER_SEEN
            and "data-search-exclude" not in values,
            around.seen and tag not in NEVER_SEEN,
        )

    def _borders(self, tag: str) -> None:
        self.block += tag in BLOCKS
        self.line += tag not in INLINE

    def _read_aloud(self, text: str) -> None:
        """Note what a screen reader says for an element, as a line of its own before it."""
        self.line += 1
        self.runs.append(
            Run(text, self.block, self.line, len(self.ids), False, True, False, True)
        )
        self.line += 1


def searchable(text: str) -> str:
    """Return a text as the search's index holds it, which is HTML."""
    return escape(text, quote=False)
