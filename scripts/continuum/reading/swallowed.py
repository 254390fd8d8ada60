"""A text and its scalars -> what YAML would have dropped, joined or changed without a word."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

import yaml

from ..report.problem import Place, Problem
from .characters import UNSEEN
from .line import cut, glued, in_quotes, quoted, remark
from .whereabouts import indent

# Outside of names and values stand only these, and remarks on lines of their own. Anything else would be lost.
STRUCTURE = re.compile(r"[\s:,\[\]{}-]*")
REMARK = re.compile(r"(?m)^[ ]*#.*$")
HEADER = re.compile(r"[|>][+-]?[ ]*")
HIDDEN = re.compile(
    f"(?![\u2028\u2029])(?:{UNSEEN.pattern}|[\ud800-\udfff\t])"
)  # a line separator is white space to readers
IN_CURLY = re.compile(r"“([^“”]*)”|„([^„“]*)“|«([^«»]*)»|‘([^‘’]*)’")
# What a line inside a text looks like that was meant to be an item, a remark or a name of its own.
STRAY = re.compile(
    r"\s*(?:(?P<item>-)\s|(?P<remark>#)\s|(?P<name>[a-z]+(?:_[a-z]+)*):(?!//)(?P<space>\s|$)?)"
)
QUOTE_OPEN = "A quotation mark is opened here and not closed on its line."


class Losses:
    """Finds in a text what its composed scalars do not hold, or hold and should not."""

    def __init__(self, text: str):
        self.text = text
        self.lines = text.split("\n")
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line) + 1)

    def of(self, nodes: Iterable[yaml.Node]) -> Iterator[Problem]:
        """Yield a problem for each loss. `nodes` are all scalars, and the groups that are reported already."""
        before = 0
        for node in sorted(nodes, key=lambda node: node.start_mark.index):
            start, end = self._index(node.start_mark), self._index(node.end_mark)
            if not STRUCTURE.fullmatch(self.text[before:start]):
                yield from self._between(before, start)
            before = max(before, end)
            if isinstance(node, yaml.ScalarNode):
                yield from self._within(node)
        if not STRUCTURE.fullmatch(self.text[before:]):
            yield from self._between(before, len(self.text))

    def _index(self, mark: yaml.Mark) -> int:
        return self.starts[mark.line] + mark.column

    def _between(self, before: int, after: int) -> Iterator[Problem]:
        """Yield a problem for what stands between two scalars and belongs to neither."""
        edge = (
            "" if not before or self.text[before - 1] == "\n" else "-"
        )  # a remark has a line of its own
        plain = REMARK.sub(
            lambda found: " " * len(found[0]), edge + self.text[before:after]
        )[len(edge) :]
        at = STRUCTURE.match(plain).end()
        if at < len(plain):
            line = bisect_right(self.starts, before + at) - 1
            column = before + at - self.starts[line]
            width = len(self.lines[line].rstrip()) - column if plain[at] == "#" else 1
            yield Problem(
                Place(line + 1, column + 1, width), "", *self._dropped(line, column)
            )

    def _dropped(self, line: int, column: int) -> tuple[str, str]:
        """Return what happens to the piece of text that starts here."""
        sign, rest = self.lines[line][column], self.lines[line][column:]
        if sign == "#":
            return remark(self.lines[line], column)
        if sign in "&!*":
            text = (
                f"A text may not start with {sign} unless it stands in quotation marks."
            )
            if (found := re.match(r"([&!]\S*)\s*(?:[\[{]|$)", rest)) is not None:
                return text, f"delete {found[1]}"
            return text, in_quotes(self.lines[line], column + 1)
        if sign == "%":
            return "A line may not start with %.", "delete this line."
        if sign == ".":
            return "“...” ends the file for the reader.", "delete this line."
        return (
            f"A text may not start with {sign} and a space.",
            "put the whole text in double quotation marks, or delete the sign.",
        )

    def _within(self, node: yaml.ScalarNode) -> Iterator[Problem]:
        """Yield a problem for each thing that a scalar holds and should not."""
        start, end, style = node.start_mark, node.end_mark, node.style or ""
        line = self.lines[start.line]
        if line[start.column : start.column + 1] in ("&", "!"):
            yield Problem(
                Place(start.line + 1, start.column + 1),
                "",
                *self._dropped(start.line, start.column),
            )
        if not style:
            yield from self._plain(node)
        elif style == '"' and (found := HIDDEN.search(node.value)) is not None:
            text = f"A backslash in this text stands for a sign that cannot be seen (U+{ord(found[0]):04X})."
            yield Problem(
                place_of(node), "", text, "delete the backslash and its number."
            )
        if style in ("|", ">"):
            yield from self._block(node)
        elif start.line != end.line:
            yield from self._strays(node, start.line + 1, end.line)

    def _plain(self, node: yaml.ScalarNode) -> Iterator[Problem]:
        if re.match(r"-[^\W\d]", node.value):
            first = self.lines[node.start_mark.line].strip()
            yield Problem(
                place_of(node),
                "",
                f"“{cut(first, 30)}” has no space after its dash.",
                f"write - {cut(first[1:])}",
            )
        if (found := IN_CURLY.fullmatch(node.value)) is not None:
            inner = next(part for part in found.groups() if part is not None)
            fix = f"use straight ones: {quoted(inner)}. To show the curly ones, put straight ones around them."
            yield Problem(
                place_of(node),
                "",
                "Curly quotation marks around a text become part of it.",
                fix,
            )

    def _block(self, node: yaml.ScalarNode) -> Iterator[Problem]:
        start, end = node.start_mark, node.end_mark
        header = self.lines[start.line][start.column :]
        if header[:1] in ("|", ">") and not HEADER.fullmatch(header):
            text = f"After the sign {header[0]} more follows on its line."
            yield Problem(
                Place(start.line + 1, start.column + 2),
                "",
                text,
                f"end the line after {header[0]}",
            )
        inner = [
            number
            for number in range(start.line + 1, min(end.line + 1, len(self.lines)))
            if self.lines[number].strip()
        ]
        inner = [number for number in inner if number < end.line or end.column]
        own = [
            number
            for number in inner
            if indent(self.lines[number]) >= indent(self.lines[inner[0]])
        ]
        if own:
            yield from self._strays(node, own[0], own[-1])

    def _strays(
        self, node: yaml.ScalarNode, first: int, last: int
    ) -> Iterator[Problem]:
        """Yield a problem for each line of a text that looks like an item, a name or a remark of its own."""
        for number in range(first, last + 1):
            found = STRAY.match(self.lines[number])
            if found is None or (found["remark"] and node.style in ("'", '"')):
                continue
            if node.style in ("'", '"'):
                yield Problem(
                    place_of(node),
                    "",
                    QUOTE_OPEN,
                    f"add the closing {node.style} at the end of the text.",
                )
                return
            place = Place(
                number + 1, indent(self.lines[number]) + 1, len(found["name"] or "-")
            )
            if found["item"]:
                yield Problem(
                    place,
                    "",
                    "This list item was read as part of the text above it.",
                    "start all items of a list in the same column.",
                )
            elif found["remark"]:
                yield Problem(
                    place,
                    "",
                    "This remark was read as part of the text above it.",
                    "delete it, or move it above that text.",
                )
            else:
                start = (
                    "start the line"
                    if found["space"] is not None
                    else f"{glued(self.lines[number]) or 'write it'},"
                )
                fix = f"{start} in the same column as the other names of its group."
                yield Problem(
                    place,
                    "",
                    f"“{found['name']}:” was read as part of the text above it.",
                    fix,
                )


def place_of(node: yaml.Node) -> Place:
    """Return where a node starts; a text of one line is underlined whole, anything longer only at its start."""
    start, end = node.start_mark, node.end_mark
    width = end.column - start.column if start.line == end.line else 1
    return Place(start.line + 1, start.column + 1, max(width, 1))
