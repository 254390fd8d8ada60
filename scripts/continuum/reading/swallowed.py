"""A text and its scalars -> what YAML would have dropped, joined or changed without a word."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

import yaml

from ..report.problem import Place, Problem
from .characters import UNSEEN
from .line import cut, in_quotes, quoted, remark
from .parser import place_of
from .refused.signs import may_not_start
from .strays import strays_below, strays_in_block

# Outside of names and values stand only these, and remarks on lines of their own.
# Anything else would be lost.
STRUCTURE = re.compile(r"[\s:,\[\]{}-]*")
REMARK = re.compile(r"(?m)^[ ]*#.*$")
HEADER = r"[|>][+-]?[ ]*"
# A value of one line that starts with no sign and holds no backslash is what it seems.
# Nearly all are, and one look is faster than the five below.
ORDINARY = re.compile(r"[^&!|>“„«‘-][^\n\\]*")
# A line separator is white space to readers.
HIDDEN = f"(?![\u2028\u2029])(?:{UNSEEN}|[\ud800-\udfff\t])"
DASH_BEFORE_LETTER = r"-[^\W\d]"
IN_CURLY = r"“([^“”]*)”|„([^„“]*)“|«([^«»]*)»|‘([^‘’]*)’"
TAG_OF_GROUP = re.compile(r"([&!]\S*)\s*(?:[\[{]|$)")
BLOCKS = ("|", ">")
Words = tuple[str, str]


class Losses:
    """Finds in a text what its composed scalars do not hold, or hold and should not."""

    def __init__(self, text: str):
        self.text = text
        self.lines = text.split("\n")
        self.starts = [0]
        for line in self.lines:
            start = self.starts[-1]
            length = len(line) + 1
            self.starts.append(start + length)

    def of(self, nodes: Iterable[yaml.Node]) -> Iterator[Problem]:
        """Yield a problem for each loss.

        `nodes` are all scalars, and the groups that are reported already.
        """
        before = 0
        ordered = sorted(nodes, key=lambda node: node.start_mark.index)
        for node in ordered:
            start = node.start_mark.index
            end = node.end_mark.index
            if not STRUCTURE.fullmatch(self.text, before, start):
                yield from self._between(before, start)

            before = max(before, end)
            if not ORDINARY.fullmatch(self.text, start, end):
                yield from self._within(node)

        last = len(self.text)
        yield from self._between(before, last)

    def _between(self, before: int, after: int) -> Iterator[Problem]:
        """Yield a problem for what stands between two scalars and belongs to neither."""
        piece = self.text[before:after]
        # A remark has a line of its own: not the end of one that holds a value.
        sign_before = self.text[before - 1 : before]
        edge = "-"
        if sign_before in ("", "\n"):
            edge = ""

        plain = REMARK.sub(_blanks, edge + piece)
        found = STRUCTURE.match(plain)
        length = found.end() - len(edge)
        if length == len(piece):
            return

        yield self._loss(before + length)

    def _loss(self, start: int) -> Problem:
        """Return what is told of the piece of text that starts here and is lost."""
        number = bisect_right(self.starts, start) - 1
        line = self.lines[number]
        column = start - self.starts[number]
        width = 1
        if line[column] == "#":
            remark = line[column:]
            width = len(remark.rstrip())

        place = Place(
            line=number + 1,
            column=column + 1,
            width=width,
        )
        words = _words_for_loss(line, column)
        return Problem(place, "", *words)

    def _within(self, node: yaml.Node) -> Iterator[Problem]:
        """Yield a problem for each thing that a scalar holds and should not."""
        if not isinstance(node, yaml.ScalarNode):
            return

        start = node.start_mark
        end = node.end_mark
        # A value that is missing at the end of the text starts below its last line.
        below = start.line == len(self.lines)
        line = "" if below else self.lines[start.line]
        if self.text.startswith(("&", "!"), start.index):
            place = Place(start.line + 1, start.column + 1)
            words = _words_for_loss(line, start.column)
            yield Problem(place, "", *words)

        if not node.style:
            yield from _in_plain(node, line)
        elif node.style == '"':
            yield from _in_escapes(node)

        if node.style in BLOCKS:
            yield from self._in_block(node)
        elif start.line != end.line:
            yield from strays_below(node, self.lines)

    def _in_block(self, node: yaml.ScalarNode) -> Iterator[Problem]:
        """Yield a problem for each fault of a text that starts below a sign of its own."""
        start = node.start_mark
        line = self.lines[start.line]
        header = line[start.column :]
        if header.startswith(BLOCKS) and not re.fullmatch(HEADER, header):
            after = Place(start.line + 1, start.column + 2)
            yield Problem(
                after,
                "",
                f"After the sign {header[0]} more follows on its line.",
                f"end the line after {header[0]}",
            )

        yield from strays_in_block(node, self.lines)


def _blanks(found: re.Match) -> str:
    remark = found[0]
    length = len(remark)
    return " " * length


def _in_plain(node: yaml.ScalarNode, line: str) -> Iterator[Problem]:
    """Yield a problem for a dash or curly marks that are part of a text by mistake."""
    if re.match(DASH_BEFORE_LETTER, node.value):
        first = line.strip()
        yield Problem(
            place_of(node),
            "",
            f"“{cut(first, 30)}” has no space after its dash.",
            f"write - {cut(first[1:])}",
        )
    if (found := re.fullmatch(IN_CURLY, node.value)) is not None:
        inner = quoted(found[found.lastindex])
        yield Problem(
            place_of(node),
            "",
            "Curly quotation marks around a text become part of it.",
            f"use straight ones: {inner}. "
            "To show the curly ones, put straight ones around them.",
        )


def _in_escapes(node: yaml.ScalarNode) -> Iterator[Problem]:
    """Yield a problem for a sign that cannot be seen and is typed with a backslash."""
    if (found := re.search(HIDDEN, node.value)) is not None:
        yield Problem(
            place_of(node),
            "",
            "A backslash in this text stands for a sign that cannot be seen "
            f"(U+{ord(found[0]):04X}).",
            "delete the backslash and its number.",
        )


def _words_for_loss(line: str, column: int) -> Words:
    """Return what happens to the piece of text that starts here, and what to do."""
    sign = line[column]
    if sign == "#":
        return remark(line, column)
    if sign in "&!*":
        tag = TAG_OF_GROUP.match(line, column)
        advice = f"delete {tag[1]}" if tag else in_quotes(line, column + 1)
        return may_not_start(sign), advice
    if sign == "%":
        return "A line may not start with %.", "delete this line."
    if sign == ".":
        return "“...” ends the file for the reader.", "delete this line."

    return (
        f"A text may not start with {sign} and a space.",
        "put the whole text in double quotation marks, or delete the sign.",
    )
