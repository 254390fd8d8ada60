"""The lines of a text -> those that were meant to be an item, a remark or a name of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import yaml

from ..model.base import Model
from ..model.content import Content
from ..model.marks import parts_of
from ..report.problem import Place, Problem
from .line import glued
from .parser import place_of
from .whereabouts import indent

# What a line inside a text looks like that was meant to be an item, a remark or a name of its own.
STRAY = (
    r"\s*(?:(?P<item>-)\s|(?P<remark>#)\s"
    r"|(?P<name>[a-z]+(?:_[a-z]+)*):(?!//)(?P<space>\s|$)?)"
)
MARKS = ("'", '"')
FLOW = (",", "{", "[")  # a line that ends so goes on below, in brackets
LOW_LINE = "_"  # no word of a language has one
DASHES = r" *(?:- +)*"


def strays_below(node: yaml.ScalarNode, lines: list[str]) -> Iterator[Problem]:
    """Yield a problem for each such line of a text that goes on below its first line."""
    first = node.start_mark.line
    last = node.end_mark.line
    below = range(first + 1, last + 1)
    yield from _strays(node, lines, below)


def strays_in_block(node: yaml.ScalarNode, lines: list[str]) -> Iterator[Problem]:
    """Yield a problem for each such line of a text below a sign of its own."""
    own = _lines_of_block(node, lines)
    yield from _strays(node, lines, own)


def _lines_of_block(node: yaml.ScalarNode, lines: list[str]) -> range:
    """Return the numbers of the lines from the first to the last of a text below a sign of its
    own.
    """
    end = node.end_mark
    first = node.start_mark.line + 1
    after = end.line
    if end.column:
        after += 1

    edge = None
    own = []
    for number in range(first, min(after, len(lines))):
        line = lines[number]
        if not line.strip():
            continue
        if edge is None:
            edge = indent(line)
        if indent(line) >= edge:
            own.append(number)

    if not own:
        return range(0)

    start, last = own[0], own[-1]
    return range(start, last + 1)


def _strays(
    node: yaml.ScalarNode, lines: list[str], numbers: range
) -> Iterator[Problem]:
    """Yield a problem for each line of a text that looks like an item, a name or a remark."""
    in_marks = node.style in MARKS
    edge = _edge(node, lines) if in_marks else 0
    for number in numbers:
        line = lines[number]
        found = re.match(STRAY, line)
        if found is None:
            continue

        if not in_marks:
            name = found["name"] or LOW_LINE
            if LOW_LINE in name or name in _names_of_values():
                yield _stray(number, line, found)
        elif not found["remark"] and indent(line) <= edge:
            yield _open_quotation(node)
            return


def _edge(node: yaml.ScalarNode, lines: list[str]) -> int:
    """Return the column of the names beside that of a quoted text. What a program folded goes on
    to the right of it, and what was swallowed stands there.
    """
    start = node.start_mark
    line = lines[start.line]
    above = lines[start.line - 1].rstrip()
    if above.endswith(FLOW) or not line[: start.column].strip():
        return indent(line) - 1
    dashes = re.match(DASHES, line)
    return dashes.end()


@cache
def _names_of_values() -> frozenset[str]:
    """Return the names of all values that the file can hold. Other words before a colon are
    language: programs break a text anywhere, and then “three:” begins a line.
    """
    names: set[str] = set()
    groups: list[type[Model]] = [Content]
    for group in groups:
        names |= group.model_fields.keys()
        for field in group.model_fields.values():
            for part in [field.annotation, *parts_of(field.annotation)]:
                if _is_group(part) and part not in groups:
                    groups.append(part)
    return frozenset(names)


def _is_group(form: Any) -> bool:
    return isinstance(form, type) and issubclass(form, Model)


def _open_quotation(node: yaml.ScalarNode) -> Problem:
    return Problem(
        place_of(node),
        "",
        "A quotation mark is opened here and not closed on its line.",
        f"add the closing {node.style} at the end of the text.",
    )


def _stray(number: int, line: str, found: re.Match) -> Problem:
    """Return what is told of a line that looks like an item, a name or a remark."""
    name = found["name"] or "-"
    place = Place(
        line=number + 1,
        column=indent(line) + 1,
        width=len(name),
    )
    words = _words_for_stray(found, line)
    return Problem(place, "", *words)


def _words_for_stray(found: re.Match, line: str) -> tuple[str, str]:
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
