"""YAML text -> located tree. Refuses what YAML silently mangles.

Every scalar and every key keeps its line and column. Only the JSON scalars are typed (`true`, `12`, `2.5`, `null`);
all other plain text stays text, so `no`, `1:30`, `010` and `2026-09-31` arrive as they were written.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import yaml

from .characters import UNSEEN, decode, faults_of_characters
from .problems import ContentError, Place, Problem
from .syntax import DEEP, blank, compose, glued, in_quotes, quoted, remark
from .whereabouts import indent, way_to

NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]{1,2})?")
CONSTANTS = {"true": True, "false": False}
NOTHING = ("", "~", "null", "Null", "NULL")
DEEPEST = 20
# Outside of names and values stand only these, and remarks on lines of their own. Anything else would be lost.
STRUCTURE = re.compile(r"[\s:,\[\]{}-]*")
REMARK = re.compile(r"(?m)^[ ]*#.*$")
HIDDEN = re.compile(f"{UNSEEN.pattern}|[\ud800-\udfff\t]")
HEADER = re.compile(r"[|>][+-]?[ ]*")
SWALLOWED = re.compile(r"\s*(?:(?P<item>-)\s|(?P<remark>#)\s|(?P<name>[a-z]+(?:_[a-z]+)*):(?!//)(?P<space>\s|$)?)")


@dataclass(slots=True)
class Node:
    """One value and where it stands. `value` is a dict of Nodes, a list of Nodes, text, a number, a truth value or None.

    `typed` is what stands in the file for a value without quotation marks.
    """

    value: Any
    place: Place
    key: Place | None = None
    typed: str = ""

    @property
    def spot(self) -> Place:
        """Return what to underline: the value if it is one line of text, else the name before it."""
        return self.key if self.key and isinstance(self.value, (dict, list)) else self.place

    def plain(self) -> Any:
        """Return the value without places."""
        if isinstance(self.value, dict):
            return {name: node.plain() for name, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value

    def find(self, *way: str | int) -> Node:
        """Return the node at the end of `way`; where a step does not exist, the nearest one above it."""
        node = self
        for step in way:
            try:
                node = node.value[step]
            except (KeyError, IndexError, TypeError):
                break
        return node


def locate(text: str, file: str = "levels.yaml") -> Node:
    """Return the located tree of `text`. Raises ContentError with every fault that the text itself shows."""
    problems = list(faults_of_characters(text))
    lines = text.split("\n")
    for problem in problems:
        blank(lines, problem.place.line - 1)
    root, faults, read = compose("\n".join(lines))
    problems += [Problem(place, "", what, fix) for place, what, fix in faults]
    tree = None
    if isinstance(root, yaml.MappingNode):
        walk = _Walk(read)
        tree = walk.node(root)
        problems += [*walk.problems, *walk.lost()]
    elif not problems:
        raise ContentError([_no_names(text)], file, text)
    if problems or tree is None:
        lines = text.split("\n")
        raise ContentError([_with_way(problem, lines) for problem in problems], file, text)
    return tree


def _with_way(problem: Problem, lines: list[str]) -> Problem:
    return replace(problem, path=way_to(lines, problem.place.line, problem.place.column))


def _no_names(text: str) -> Problem:
    """Return the fault of a file that has no names at its left edge."""
    lines = text.split("\n")
    line = next((number for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")), None)
    if line is None:
        return Problem(Place(), "", "The file is empty.", "bring the last version back: on GitHub, see “History”.")
    if lines[line - 1].lstrip().startswith("<"):
        fix = "copy the file itself: on GitHub, use the button “Raw” or “Copy raw file”."
        return Problem(Place(line), "", "This is the code of a web page.", fix)
    if (typed := glued(lines[line - 1])) is not None:
        return Problem(Place(line), "", "The colon and the space after this name are not in order.", typed)
    return Problem(Place(line), "", "The file must start with a name and a colon.", "start it with a line such as “language: en”.")


class _Walk:
    """Turns composed nodes into located ones and gathers what YAML would have let pass."""

    def __init__(self, text: str):
        self.text = text
        self.lines = text.split("\n")
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line) + 1)
        self.problems: list[Problem] = []
        self.seen: set[int] = set()
        self.spans: list[tuple[int, int]] = []

    def fault(self, place: Place, text: str, fix: str) -> None:
        self.problems.append(Problem(place, "", text, fix))

    def node(self, node: yaml.Node, key: Place | None = None, depth: int = 0) -> Node:
        place = _place(node)
        if id(node) in self.seen:
            return Node(None, place, key)
        self.seen.add(id(node))
        if depth > DEEPEST:
            self.fault(key or place, *DEEP)
            return Node(None, place, key)
        if isinstance(node, yaml.MappingNode):
            return Node(self.mapping(node, depth), place, key)
        if isinstance(node, yaml.SequenceNode):
            return Node([self.node(item, None, depth + 1) for item in node.value], place, key)
        plain = node.style in (None, "")
        return Node(self.scalar(node, place), place, key, node.value if plain else "")

    def mapping(self, node: yaml.MappingNode, depth: int) -> dict[str, Node]:
        found: dict[str, Node] = {}
        for name, value in node.value:
            place = _place(name)
            if not isinstance(name, yaml.ScalarNode):
                self.fault(
                    place,
                    "A text that starts with {{ or [ needs quotation marks.",
                    f"put it in double quotation marks: {quoted(self.line_of(place))}",
                )
                self.skip(node)
                return {}
            self.span(name)
            if name.value == "<<" and not name.style:
                self.fault(place, "“<<” copies another part of the file.", "write the lines out here.")
                self.node(value, place, depth + 1)
                continue
            if name.value in found:
                first = found[name.value].key
                self.fault(place, f"“{name.value}” stands here again; it is already on line {first.line}.", "keep one of the two lines.")
            found[name.value] = self.node(value, place, depth + 1)
        return found

    def line_of(self, place: Place) -> str:
        """Return the value that a line gives to its name, or all of the line."""
        line = self.lines[place.line - 1]
        return line[line.index("{{") :] if "{{" in line else line[place.column - 1 :]

    def skip(self, node: yaml.Node) -> None:
        self.spans.append((node.start_mark.index, node.end_mark.index))

    def span(self, node: yaml.ScalarNode) -> None:
        """Note which part of the text a scalar takes, and report what it must not have taken."""
        start, end = node.start_mark, node.end_mark
        self.spans.append((self.starts[start.line] + start.column, self.starts[end.line] + end.column))
        if start.line == end.line:
            return
        if node.style in ("|", ">"):
            self.block(node)
        elif node.style in ("'", '"') or node.style in (None, ""):
            self.swallowed(node, start.line + 1, end.line)

    def block(self, node: yaml.ScalarNode) -> None:
        start, end = node.start_mark, node.end_mark
        header = self.lines[start.line][start.column :]
        if not HEADER.fullmatch(header):
            place = Place(start.line + 1, start.column + 2)
            self.fault(place, f"After the sign {header[0]} more follows on its line.", f"end the line after {header[0]}.")
        inner = [
            number
            for number in range(start.line + 1, end.line + (end.column > 0))
            if number < len(self.lines) and self.lines[number].strip()
        ]
        if inner:
            edge = indent(self.lines[inner[0]])
            own = [number for number in inner if indent(self.lines[number]) >= edge]
            self.swallowed(node, own[0], own[-1])

    def swallowed(self, node: yaml.ScalarNode, first: int, last: int) -> None:
        """Report lines that look like items, names or remarks and were read as part of a text."""
        for number in range(first, last + 1):
            found = SWALLOWED.match(self.lines[number])
            if found is None:
                continue
            column = indent(self.lines[number]) + 1
            if node.style in ("'", '"'):
                place = _place(node)
                self.fault(
                    place,
                    "A quotation mark is opened here and not closed on its line.",
                    f"add the closing {node.style} at the end of the text.",
                )
                return
            if found["item"]:
                self.fault(
                    Place(number + 1, column),
                    "This list item was read as part of the text above it.",
                    "start all items of a list in the same column.",
                )
            elif found["remark"]:
                self.fault(
                    Place(number + 1, column),
                    "This remark was read as part of the text above it.",
                    "delete it, or move it above that text.",
                )
            elif found["space"] is not None:
                what = f"“{found['name']}:” was read as part of the text above it."
                self.fault(
                    Place(number + 1, column, len(found["name"])),
                    what,
                    "start the line in the same column as the other names of its group.",
                )
            else:
                what = f"“{found['name']}:” was read as part of the text above it."
                self.fault(
                    Place(number + 1, column, len(found["name"])),
                    what,
                    f"{glued(self.lines[number])}, in the same column as the other names of its group.",
                )

    def scalar(self, node: yaml.ScalarNode, place: Place) -> Any:
        text = node.value
        self.span(node)
        if self.lines[place.line - 1][place.column - 1 :][:1] in ("&", "!"):
            self.fault(
                replace(place, width=1),
                *self.lost_words(self.lines[place.line - 1][place.column - 1], self.lines[place.line - 1], place.column - 1),
            )
        if node.style not in (None, ""):
            if (found := HIDDEN.search(text)) is not None:
                self.fault(
                    place,
                    f"A backslash in this text stands for a sign that cannot be seen (U+{ord(found[0]):04X}).",
                    "delete the backslash and its number.",
                )
            return text
        if re.match(r"-[^\W\d]", text):
            self.fault(
                place, f"“{_short(text)}” has no space after its dash.", f"write a dash, a space, then the text: - {_short(text[1:])}"
            )
        if (found := re.fullmatch(r"“([^“”]*)”|„([^„“]*)“|«([^«»]*)»|‘([^‘’]*)’", text)) is not None:
            inner = next(part for part in found.groups() if part is not None)
            what = "Curly quotation marks around a text become part of it."
            self.fault(place, what, f"use straight ones: {quoted(inner)}. To show the curly ones, put straight ones around them.")
        if text in NOTHING:
            return None
        if text in CONSTANTS:
            return CONSTANTS[text]
        if (number := NUMBER.fullmatch(text)) is not None and len(text) < 16:
            return float(text) if number[2] else int(text)
        return text

    def lost(self) -> Iterator[Problem]:
        """Yield a problem for each piece of the text that belongs to no name and no value."""
        before = 0
        for start, end in [*sorted(self.spans), (len(self.text), len(self.text))]:
            gap = self.text[before:start]
            if start >= before and not STRUCTURE.fullmatch(gap):
                yield from self.piece(gap, before)
            before = max(before, end)

    def piece(self, gap: str, before: int) -> Iterator[Problem]:
        edge = "" if self.text[:before].endswith("\n") or not before else "-"  # a remark is one only at the start of its line
        bare = REMARK.sub(lambda found: " " * len(found[0]), edge + gap)[len(edge) :]
        at = STRUCTURE.match(bare).end()
        if at == len(bare):
            return
        line = bisect_right(self.starts, before + at) - 1
        column = before + at - self.starts[line]
        sign, rest = bare[at], self.lines[line][column:]
        place = Place(line + 1, column + 1, len(rest.rstrip()) if sign == "#" else 1)
        yield Problem(place, "", *self.lost_words(sign, self.lines[line], column))

    def lost_words(self, sign: str, line: str, column: int) -> tuple[str, str]:
        """Return what happened to a piece of text, told by its first sign."""
        if sign == "#":
            return remark(line, column)
        if sign in "&!*":
            return f"A text may not start with {sign} unless it stands in quotation marks.", in_quotes(line, column + 1)
        if sign == "%":
            return "A line may not start with %.", "delete this line."
        if sign == ".":
            return "“...” ends the file for the reader.", "delete this line."
        return f"A line may not start with {sign} and a space.", "put the whole text in double quotation marks, or delete the sign."


def _short(text: str) -> str:
    return text if len(text) <= 30 else f"{text[:28]}…"


def _place(node: yaml.Node) -> Place:
    """Return where a node starts; a text of one line is underlined whole, anything longer only at its start."""
    start, end = node.start_mark, node.end_mark
    width = end.column - start.column if start.line == end.line else 1
    return Place(start.line + 1, start.column + 1, max(width, 1))


__all__ = ["Node", "decode", "locate"]
