"""A text and its scalars -> what YAML would have dropped, joined or changed without a word."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

import yaml

from ..report.problem import Place, Problem
from .characters import UNSEEN
from .line import cut, glued, in_quotes, quoted, remark
from .parser import place_of
from .refused.signs import may_not_start
from .whereabouts import indent

# Outside of names and values stand only these, and remarks on lines of their own.
# Anything else would be lost.
STRUCTURE = re.compile(r"[\s:,\[\]{}-]*")
REMARK = re.compile(r"(?m)^[ ]*#.*$")
HEADER = re.compile(r"[|>][+-]?[ ]*")
# A value of one line that starts with no sign and holds no backslash is what it seems.
# Nearly all are, and one look is faster than the five below.
ORDINARY = re.compile(r"[^&!|>“„«‘-][^\n\\]*")
# A line separator is white space to readers.
HIDDEN = re.compile(f"(?![\u2028\u2029])(?:{UNSEEN.pattern}|[\ud800-\udfff\t])")
DASH_BEFORE_LETTER = re.compile(r"-[^\W\d]")
IN_CURLY = re.compile(r"“([^“”]*)”|„([^„“]*)“|«([^«»]*)»|‘([^‘’]*)’")
# What a line inside a text looks like that was meant to be an item, a remark or a name of its own.
STRAY = re.compile(
    r"\s*(?:(?P<item>-)\s|(?P<remark>#)\s"
    r"|(?P<name>[a-z]+(?:_[a-z]+)*):(?!//)(?P<space>\s|$)?)"
)
TAG_OF_GROUP = re.compile(r"([&!]\S*)\s*(?:[\[{]|$)")
MARKS = ("'", '"')
BLOCKS = ("|", ">")
Words = tuple[str, str]


class Losses:
    """Finds in a text what its composed scalars do not hold, or hold and should not."""

    def __init__(self, text: str):
        self.text = text
        self.lines = text.split("\n")
        lengths = [len(line) + 1 for line in self.lines]
        starts = accumulate(lengths, initial=0)
        self.starts = list(starts)

    def of(self, nodes: Iterable[yaml.Node]) -> Iterator[Problem]:
        """Yield a problem for each loss.

        `nodes` are all scalars, and the groups that are reported already.
        """
        before = 0
        for node in sorted(nodes, key=lambda node: node.start_mark.index):
            start = node.start_mark.index
            end = node.end_mark.index

            if not STRUCTURE.fullmatch(self.text, before, start):
                yield from self._between(before, start)

            before = max(before, end)

            if not ORDINARY.fullmatch(self.text, start, end):
                yield from self._within(node)

        yield from self._between(before, len(self.text))

    def _between(self, before: int, after: int) -> Iterator[Problem]:
        """Yield a problem for what stands between two scalars and belongs to neither."""
        piece = self.text[before:after]
        # A remark has a line of its own: not the end of one that holds a value.
        sign_before = self.text[before - 1 : before]
        edge = "" if sign_before in ("", "\n") else "-"
        plain = REMARK.sub(_blanks, edge + piece)
        length = STRUCTURE.match(plain).end() - len(edge)
        if length == len(piece):
            return

        lost = before + length
        number = bisect_right(self.starts, lost) - 1
        column = lost - self.starts[number]
        line = self.lines[number]
        width = 1
        if line[column] == "#":
            width = len(line.rstrip()) - column

        place = Place(number + 1, column + 1, width)
        words = _words_for_loss(line, column)
        yield Problem(place, "", *words)

    def _within(self, node: yaml.Node) -> Iterator[Problem]:
        """Yield a problem for each thing that a scalar holds and should not."""
        if not isinstance(node, yaml.ScalarNode):
            return

        start, end = node.start_mark, node.end_mark
        if self.text.startswith(("&", "!"), start.index):
            place = Place(start.line + 1, start.column + 1)
            words = _words_for_loss(self.lines[start.line], start.column)
            yield Problem(place, "", *words)

        if not node.style:
            yield from self._in_plain(node)
        elif node.style == '"':
            yield from _in_escapes(node)

        if node.style in BLOCKS:
            yield from self._in_block(node)
        elif start.line != end.line:
            yield from self._strays(node, range(start.line + 1, end.line + 1))

    def _in_plain(self, node: yaml.ScalarNode) -> Iterator[Problem]:
        """Yield a problem for a dash or curly marks that are part of a text by mistake."""
        if DASH_BEFORE_LETTER.match(node.value):
            first = self.lines[node.start_mark.line].strip()
            yield Problem(
                place_of(node),
                "",
                f"“{cut(first, 30)}” has no space after its dash.",
                f"write - {cut(first[1:])}",
            )
        if (found := IN_CURLY.fullmatch(node.value)) is not None:
            inner = quoted(found[found.lastindex])
            yield Problem(
                place_of(node),
                "",
                "Curly quotation marks around a text become part of it.",
                f"use straight ones: {inner}. "
                "To show the curly ones, put straight ones around them.",
            )

    def _in_block(self, node: yaml.ScalarNode) -> Iterator[Problem]:
        """Yield a problem for each fault of a text that starts below a sign of its own."""
        start = node.start_mark
        header = self.lines[start.line][start.column :]
        if header.startswith(BLOCKS) and not HEADER.fullmatch(header):
            yield Problem(
                Place(start.line + 1, start.column + 2),
                "",
                f"After the sign {header[0]} more follows on its line.",
                f"end the line after {header[0]}",
            )

        yield from self._strays(node, self._lines_of_block(node))

    def _lines_of_block(self, node: yaml.ScalarNode) -> range:
        """Return the numbers of the lines that belong to such a text."""
        end = node.end_mark
        first = node.start_mark.line + 1
        last = end.line if end.column else end.line - 1

        lines = self.lines[first : last + 1]
        edge = next((indent(line) for line in lines if line.strip()), 0)
        own = [
            number
            for number, line in enumerate(lines, first)
            if line.strip() and indent(line) >= edge
        ]
        return range(own[0], own[-1] + 1) if own else range(0)

    def _strays(self, node: yaml.ScalarNode, lines: range) -> Iterator[Problem]:
        """Yield a problem for each line of a text that looks like an item, a name or a remark."""
        in_marks = node.style in MARKS
        for number in lines:
            line = self.lines[number]
            found = STRAY.match(line)
            if found is None or (found["remark"] and in_marks):
                continue
            if in_marks:
                yield _open_quotation(node)
                return

            width = len(found["name"] or "-")
            place = Place(number + 1, indent(line) + 1, width)
            yield Problem(place, "", *_words_for_stray(found, line))


def _blanks(found: re.Match) -> str:
    return " " * len(found[0])


def _in_escapes(node: yaml.ScalarNode) -> Iterator[Problem]:
    """Yield a problem for a sign that cannot be seen and is typed with a backslash."""
    if (found := HIDDEN.search(node.value)) is not None:
        yield Problem(
            place_of(node),
            "",
            "A backslash in this text stands for a sign that cannot be seen "
            f"(U+{ord(found[0]):04X}).",
            "delete the backslash and its number.",
        )


def _open_quotation(node: yaml.ScalarNode) -> Problem:
    return Problem(
        place_of(node),
        "",
        "A quotation mark is opened here and not closed on its line.",
        f"add the closing {node.style} at the end of the text.",
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


def _words_for_stray(found: re.Match, line: str) -> Words:
    if found["item"]:
        return (
            "This list item was read as part of the text above it.",
            "start all items of a list in the same column.",
        )
    if found["remark"]:
        return (
            "This remark was read as part of the text above it.",
            "delete it, or move it above that text.",
        )

    start = f"{glued(line) or 'write it'},"
    if found["space"] is not None:
        start = "start the line"

    return (
        f"“{found['name']}:” was read as part of the text above it.",
        f"{start} in the same column as the other names of its group.",
    )
