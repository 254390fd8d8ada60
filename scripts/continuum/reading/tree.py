"""YAML text -> located tree. Refuses what YAML silently mangles.

Every scalar and every key keeps its line and column. Only the JSON scalars are typed (`true`, `12`, `2.5`, `null`);
all other plain text stays text, so `no`, `1:30`, `010` and `2026-09-31` arrive as they were written.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import yaml

from ..model.node import Node
from ..report.problem import ContentError, Findings, Place, Problem
from .characters import decode, faults_of_characters
from .line import glued, in_quotes
from .parser import DEEP, blank, compose
from .refused import LOOSE, WEB_PAGE, tell
from .swallowed import Losses, place_of
from .whereabouts import way_to

NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]{1,2})?")
CONSTANTS = {"true": True, "false": False}
NOTHING = ("", "~", "null", "Null", "NULL")
DEEPEST = 20


def locate(text: str, file: str = "levels.yaml") -> Node:
    """Return the located tree of `text`. Raises ContentError with every fault that the text itself shows."""
    problems = list(faults_of_characters(text))
    lines = text.split("\n")
    for problem in problems:
        blank(lines, problem.place.line - 1)
    root, faults, read = compose("\n".join(lines), tell)
    problems += [Problem(told.place, "", told.text, told.fix) for told in faults]
    tree = None
    if isinstance(root, yaml.MappingNode):
        walk = _Walk(read.split("\n"))
        tree = walk.node(root)
        problems += [*walk.problems, *Losses(read).of(walk.leaves)]
    elif not problems:
        problem = _no_names(text.split("\n"))
        raise ContentError(Findings([problem], file, text))
    if problems or tree is None:
        lines = [
            mended or line
            for mended, line in zip(read.split("\n"), text.split("\n"), strict=True)
        ]
        found = [
            replace(
                problem, path=way_to(lines, problem.place.line, problem.place.column)
            )
            for problem in problems
        ]
        raise ContentError(Findings(found, file, text))
    return tree


def _no_names(lines: list[str]) -> Problem:
    """Return the fault of a file that has no names at its left edge."""
    number = next(
        (
            number
            for number, line in enumerate(lines)
            if line.strip() and not line.startswith("#")
        ),
        None,
    )
    if number is None:
        return Problem(
            Place(),
            "",
            "The file is empty.",
            "bring the last version back: on GitHub, see “History”.",
        )
    if lines[number].lstrip().startswith("<"):
        return Problem(Place(number + 1), "", *WEB_PAGE)
    if (typed := glued(lines[number])) is not None:
        return Problem(Place(number + 1), "", LOOSE, typed)
    return Problem(
        Place(number + 1),
        "",
        "The file must start with a name and a colon.",
        "start it with a line such as “language: en”.",
    )


class _Walk:
    """Turns composed nodes into located ones. `leaves` are the scalars met, and the groups that could not be read."""

    def __init__(self, lines: list[str]):
        self.lines = lines
        self.problems: list[Problem] = []
        self.leaves: list[yaml.Node] = []
        self.seen: set[int] = set()

    def fault(self, place: Place, text: str, fix: str) -> None:
        self.problems.append(Problem(place, "", text, fix))

    def node(self, node: yaml.Node, key: Place | None = None, depth: int = 0) -> Node:
        place = place_of(node)
        if id(node) in self.seen:  # an alias, which Losses reports
            return Node(None, place, key)
        self.seen.add(id(node))
        if depth > DEEPEST:
            self.leaves.append(node)
            self.fault(key or place, *DEEP)
            return Node(None, place, key)
        if isinstance(node, yaml.MappingNode):
            return Node(self.mapping(node, depth), place, key)
        if isinstance(node, yaml.SequenceNode):
            return Node(
                [self.node(item, None, depth + 1) for item in node.value], place, key
            )
        self.leaves.append(node)
        return Node(_scalar(node), place, key, "" if node.style else node.value)

    def mapping(self, node: yaml.MappingNode, depth: int) -> dict[str, Node]:
        found: dict[str, Node] = {}
        first: dict[str, int] = {}
        for name, value in node.value:
            place = place_of(name)
            if not isinstance(name, yaml.ScalarNode):
                self.leaves.append(node)
                line = self.lines[place.line - 1]
                place = replace(
                    place,
                    column=line.rfind("{{", 0, place.column) + 1 or place.column,
                    width=2,
                )
                self.fault(
                    place,
                    "A text that starts with {{ needs quotation marks.",
                    in_quotes(line),
                )
                return {}
            self.leaves.append(name)
            if name.value == "<<" and not name.style:
                self.fault(
                    place,
                    "“<<” copies another part of the file.",
                    "write the lines out here.",
                )
            elif name.value in first:
                text = f"“{name.value}” stands here again; it is already on line {first[name.value]}."
                self.fault(place, text, "keep one of them, and delete the others.")
            first.setdefault(name.value, place.line)
            found[name.value] = self.node(value, place, depth + 1)
        return found


def _scalar(node: yaml.ScalarNode) -> Any:
    """Return the value of a scalar: of a plain one, what JSON would make of it."""
    text = node.value
    if node.style:
        return text
    if text in NOTHING:
        return None
    if text in CONSTANTS:
        return CONSTANTS[text]
    if (number := NUMBER.fullmatch(text)) is not None and len(text) < 16:
        return float(text) if number[2] else int(text)
    return text


__all__ = ["decode", "locate"]
