"""YAML text -> located tree. Refuses what YAML silently mangles.

Every scalar and every key keeps its line and column. Only the JSON scalars get a type (`true`,
`12`, `2.5`, `null`); all other plain text stays text, so `no`, `1:30`, `010` and `2026-09-31`
arrive as they were written.
"""

from __future__ import annotations

import re
from dataclasses import replace

import yaml

from ..model.node import Node
from ..report.problem import ContentError, Findings, Place, Problem
from .characters import faults_of_characters
from .line import glued, in_quotes
from .parser import DEEP, blank, compose, place_of
from .refused import WEB_PAGE, tell
from .refused.colons import COLON_AMISS
from .swallowed import Losses
from .whereabouts import way_to

NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]{1,2})?")
LONGEST = 15  # signs of a number; a longer one is a text
CONSTANTS = {
    "true": True,
    "false": False,
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
}
DEEPEST = 20


def locate(text: str, file: str = "levels.yaml") -> Node:
    """Return the located tree of `text`.

    Raises ContentError with every fault that the text itself shows.
    """
    problems = list(faults_of_characters(text))
    lines = text.split("\n")
    for problem in problems:
        blank(lines, problem.place.line - 1)

    rest = compose("\n".join(lines), tell)
    for refusal in rest.refusals:
        problems.append(Problem(refusal.place, "", refusal.text, refusal.fix))

    tree = None
    if isinstance(rest.root, yaml.MappingNode):
        walk = _Walk(rest.text.split("\n"))
        tree = walk.node(rest.root)
        problems += walk.problems
        problems += Losses(rest.text).of(walk.leaves)
    elif not problems:
        problem = _no_names(text.split("\n"))
        raise ContentError(Findings([problem], file, text))
    if problems or tree is None:
        found = _with_ways(problems, text, rest.text)
        raise ContentError(Findings(found, file, text))

    return tree


def _with_ways(problems: list[Problem], text: str, rest: str) -> list[Problem]:
    """Return the problems with the ways to them, told by the mended text where there is one."""
    pairs = zip(rest.split("\n"), text.split("\n"), strict=True)
    lines = [mended or line for mended, line in pairs]
    found = []
    for problem in problems:
        place = problem.place
        path = way_to(lines, place.line, place.column)
        with_way = replace(problem, path=path)
        found.append(with_way)

    return found


def _no_names(lines: list[str]) -> Problem:
    """Return the fault of a file that has no names at its left edge."""
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.startswith("#"):
            return Problem(Place(number), "", *_words_for_first_line(line))

    return Problem(
        Place(),
        "",
        "The file is empty.",
        "bring the last version back: on GitHub, see “History”.",
    )


def _words_for_first_line(line: str) -> tuple[str, str]:
    if line.lstrip().startswith("<"):
        return WEB_PAGE
    if (advice := glued(line)) is not None:
        return COLON_AMISS, advice

    return (
        "The file must start with a name and a colon.",
        "start it with a line such as “language: en”.",
    )


class _Walk:
    """Turns composed nodes into located ones.

    `leaves` are the scalars met, and the groups that could not be read.
    """

    def __init__(self, lines: list[str]):
        self.lines = lines
        self.problems: list[Problem] = []
        self.leaves: list[yaml.Node] = []
        self.met: set[int] = set()

    def node(self, node: yaml.Node, key: Place | None = None, depth: int = 0) -> Node:
        """Return the located node of a composed one, with all below it."""
        place = place_of(node)
        if id(node) in self.met:  # an alias, which Losses reports
            return Node(None, place, key)

        self.met.add(id(node))
        if depth > DEEPEST:
            self.leaves.append(node)
            self._fault(key or place, *DEEP)
            return Node(None, place, key)
        if isinstance(node, yaml.MappingNode):
            values = self._group(node, depth)
            return Node(values, place, key)
        if isinstance(node, yaml.SequenceNode):
            items = [self.node(item, None, depth + 1) for item in node.value]
            return Node(items, place, key)

        self.leaves.append(node)
        if node.style:
            return Node(node.value, place, key)

        return Node(_value_of(node.value), place, key, node.value)

    def _group(self, node: yaml.MappingNode, depth: int) -> dict[str, Node]:
        """Return the values of a group under their names; of no names where one is no text."""
        found: dict[str, Node] = {}
        lines: dict[str, int] = {}
        for name, value in node.value:
            place = place_of(name)
            if not isinstance(name, yaml.ScalarNode):
                self.leaves.append(node)
                self._brackets_as_name(place)
                return {}

            self.leaves.append(name)
            self._name(name, place, lines)
            lines.setdefault(name.value, place.line)
            found[name.value] = self.node(value, place, depth + 1)

        return found

    def _name(self, name: yaml.ScalarNode, place: Place, lines: dict[str, int]) -> None:
        """Note a name that is none, or one that stands on one of these `lines` already."""
        if name.value == "<<" and not name.style:
            self._fault(
                place,
                "“<<” copies another part of the file.",
                "write the lines out here.",
            )
        elif name.value in lines:
            first = lines[name.value]
            self._fault(
                place,
                f"“{name.value}” stands here again; it is already on line {first}.",
                "keep one of them, and delete the others.",
            )

    def _brackets_as_name(self, place: Place) -> None:
        line = self.lines[place.line - 1]
        column = line.rfind("{{", 0, place.column) + 1 or place.column
        self._fault(
            Place(place.line, column, 2),
            "A text that starts with {{ needs quotation marks.",
            in_quotes(line),
        )

    def _fault(self, place: Place, text: str, fix: str) -> None:
        problem = Problem(place, "", text, fix)
        self.problems.append(problem)


def _value_of(text: str) -> str | float | bool | None:
    """Return the value of a plain scalar: what JSON would make of it."""
    if text in CONSTANTS:
        return CONSTANTS[text]
    if len(text) > LONGEST or not text[-1:].isdigit():
        return text
    if (number := NUMBER.fullmatch(text)) is None:
        return text

    return float(text) if number[2] else int(text)
