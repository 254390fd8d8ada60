"""Content, phrases, hand-written pages -> every text that someone wrote, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..language.borrowed import PLACEHOLDER
from ..language.phrases import HOLE
from ..language.phrases_file import SEARCHED, PhrasesFile
from ..model.base import Model, holders
from ..model.marks import Easy, Voice, Words, marked
from ..model.node import Node
from ..report.problem import Place, Problem
from .fault import Fault, within

Span = tuple[int, int]  # where a part of a text starts, and where it ends
NOWHERE = (0, 0)
GAP = "\u00a7"  # stands for each sign that is filled in later, or that is no language
GAPS = re.compile(f"{GAP}+")
# A list item, a heading or a line after an empty one starts a new text.
CODE = re.compile(r"^(```|~~~).*?^\1 *$", re.M | re.S)
SIGN = re.compile(r"[^\n]")
BLOCK = re.compile(r"[^\n]+(?:\n(?!\s*(?:[-*#>|]|\d+\.\s|\n|$))[^\n]+)*")
NOT_SAID = re.compile(
    r"\]\([^)]*\)|`[^`]*`|https?://[^\s)]+|^\s*(?:[-*+]|\d+\.|#+)\s+|[*_]{1,2}"
)


@dataclass(frozen=True, slots=True)
class Written:
    """One text as it was typed: in the content, as a phrase, or in a hand-written page.

    - `said` is as long as `text`, with gaps where a number is filled in or where markup stands.
    - `path` is the way to it as a report names it; `file` the other file that it stands in.
    - `node` is its value. A text of a page has none, and begins on `line`.
    - `by` tells who says it, `easy` that it must read easily, `most` how many words it may have.
    - `language` is that of its group, where a group says one.
    - `filler` is what to read in place of a gap. Without it, numbers are borrowed there.
    """

    text: str
    said: str
    path: str
    file: str = ""
    node: Node | None = None
    line: int = 1
    by: str = "us"
    easy: bool = False
    most: int | None = None
    language: str = ""
    filler: str | None = None

    @property
    def plain(self) -> str:
        """The text without markup, and with something in each hole."""
        if self.filler is None:
            return self.text
        return GAPS.sub(self.filler, self.said)

    def fault(
        self,
        text: str,
        fix: str,
        span: Span = NOWHERE,
        advice: bool = False,
    ) -> Fault:
        """Return a fault of this text: of the part at `span`, or of the whole."""
        start, end = span
        problem = Problem(
            place=self._place(start, end - start),
            path=self.path,
            text=text,
            fix=fix,
            advice=advice,
            file=self.file,
        )
        return Fault(problem)

    def span_of(self, part: str) -> Span:
        """Return where a part of the text stands first."""
        start = self.text.find(part)
        return start, start + len(part)

    def _place(self, start: int, width: int) -> Place:
        """Return where a part of the text stands; where the text does, if it has no width."""
        if self.node:
            return within(self.node, start, width) if width else self.node.spot

        lines_above = self.text.count("\n", 0, start)
        line_start = self.text.rfind("\n", 0, start)
        first_line = self.text.split("\n")[0]

        return Place(
            line=self.line + lines_above,
            column=start - line_start,
            width=width or len(first_line),
        )


def of_group(group: Model, easy: bool = False, language: str = "") -> Iterator[Written]:
    """Yield every text of a group of the content that readers read, in the order of the file.

    With `easy`, the group stands where all must be easy to read. It is in the `language` of what
    is around it, if it names no other.
    """
    kind = type(group)
    language = getattr(group, "language", None) or language
    said, simple, limits = (marked(kind, sort) for sort in (Voice, Easy, Words))

    for name, node in group.node.value.items():
        hurried = easy or name in simple
        if name in said:
            limit = limits.get(name)
            for text, path, leaf in _leaves(group, name, node):
                yield Written(
                    text,
                    _blank(PLACEHOLDER, text),
                    path,
                    node=leaf,
                    by=said[name].by,
                    easy=hurried,
                    most=limit.most if limit else None,
                    language=language,
                )
            continue

        if name in holders(kind):
            for inner in group.inner(name):
                yield from of_group(inner, hurried, language)


def _leaves(group: Model, name: str, node: Node) -> Iterator[tuple[str, str, Node]]:
    """Yield the text of a field, or each of its list, with the way to it and its node."""
    value = getattr(group, name)
    way = f"{group.path} > {name}" if group.path else name
    if isinstance(value, str):
        yield value, way, node
        return

    for index, text in enumerate(value or ()):
        yield text, f"{way} > item {index + 1}", node.value[index]


def of_phrases(file: PhrasesFile) -> Iterator[Written]:
    """Yield every phrase, but for those that checks read as patterns of a search."""
    for steps, node in _phrases(file.tree, ()):
        if steps[0] == SEARCHED:
            continue

        yield Written(
            node.value,
            _blank(HOLE, node.value),
            " > ".join(steps),
            file=file.name,
            node=node,
            filler="9",
        )


def _phrases(
    node: Node, steps: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], Node]]:
    if isinstance(node.value, dict):
        for name, below in node.value.items():
            yield from _phrases(below, (*steps, name))
    elif isinstance(node.value, str):
        yield steps, node


def of_pages(pages: Mapping[str, str]) -> Iterator[Written]:
    """Yield each paragraph, list item and heading of pages, under the heading above it. What stands
    between fences is for programs, and nobody's language.
    """
    for file, source in pages.items():
        page = CODE.sub(lambda found: SIGN.sub(" ", found[0]), source)
        heading = ""
        for block in BLOCK.finditer(page):
            text = block[0]
            if text.startswith("#"):
                heading = text.lstrip("# ")

            yield Written(
                text,
                _blank(NOT_SAID, _blank(PLACEHOLDER, text)),
                heading,
                file=file,
                line=page.count("\n", 0, block.start()) + 1,
                filler="",
            )


def _blank(pattern: re.Pattern, text: str) -> str:
    """Return a text as long as it was, with gaps where the pattern fits."""
    return pattern.sub(lambda found: GAP * len(found[0]), text)
