"""A value of a file of phrases -> what is wrong with it: it is no text, no pattern, no search."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import Formatter

from ..model.node import Node
from ..report.problem import Problem
from .patterns.sound import unsound
from .phrases import HOLE

NAME = re.compile(r"[\w-]+")
NUMBER = re.compile(r"\d+(\.\d+)?")
UNREADABLE = (
    "This search pattern cannot be used.",
    "compare it with the same line of en.yaml.",
)
SEARCHED = "prose"  # what stands under this name is searched with, and has no holes


def unusable(node: Node, path: str = "") -> Iterator[Problem]:
    """Yield a problem for each value that is no text, or cannot be filled in or searched with."""
    if isinstance(node.value, dict):
        for name, below in node.value.items():
            yield from unusable(below, dotted(path, name))
            if not NAME.fullmatch(name):
                yield Problem(
                    place=below.key,
                    path=path,
                    text=f"“{name}” cannot be the name of words.",
                    fix="use letters, digits and low lines, such as “next_step”.",
                )
    elif not _is_text(node):
        yield Problem(
            place=node.spot,
            path=path,
            text=f"“{path}” needs one text.",
            fix="write the words after the colon.",
        )
    elif path.startswith(f"{SEARCHED}."):
        yield from _unsearchable(node, path)
    else:
        yield from _unfillable(node, path)


def _is_text(node: Node) -> bool:
    if node.value is None or isinstance(node.value, list):
        return False

    text = str(node.value)
    return text.strip() != ""


def _unfillable(node: Node, path: str) -> Iterator[Problem]:
    """Yield what is wrong with the holes of a pattern."""
    fault = brackets(str(node.value))
    if fault is None:
        return

    yield Problem(
        place=node.spot,
        path=path,
        text=fault,
        fix="write a hole as a name in curly brackets, such as {count}, "
        "and no other curly bracket.",
    )


def brackets(pattern: str) -> str | None:
    try:
        parts = list(Formatter().parse(pattern))
    except ValueError:
        return "A curly bracket here has no partner."

    for _, name, form, change in parts:
        if name is None:
            continue

        if form or change or not HOLE.fullmatch(f"{{{name}}}"):
            return f"“{name}” cannot be the name of a hole."
    return None


def _unsearchable(node: Node, path: str) -> Iterator[Problem]:
    """Yield a problem for a search pattern that no search can use, and a number that is none."""
    try:
        re.compile(f"(?:{node.value})")
        said = unsound(f"{node.value}")
    except re.error:
        said = UNREADABLE
    if said:
        yield Problem(node.spot, path, *said)

    _, _, name = path.rpartition(".")
    is_number = path.startswith(f"{SEARCHED}.numbers.")
    if is_number and not NUMBER.fullmatch(name):
        yield Problem(
            place=node.key or node.place,
            path=path,
            text=f"“{name}” is not a number.",
            fix="write digits before the colon, such as 9.",
        )


def dotted(above: str, name: str) -> str:
    if not above:
        return name
    return f"{above}.{name}"
