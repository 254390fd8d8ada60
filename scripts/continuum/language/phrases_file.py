"""A located file of phrases -> its phrases, and where each stands. One file per language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from string import Formatter

from ..model.node import Node
from ..report.problem import ContentError, Findings, Place, Problem
from .needed import needed
from .patterns.sound import unsound
from .phrases import HOLE, Phrases

NAME = re.compile(r"[\w-]+")
NUMBER = re.compile(r"\d+(\.\d+)?")
UNREADABLE = (
    "This search pattern cannot be used.",
    "compare it with the same line of en.yaml.",
)
SEARCHED = "prose"  # what stands under this name is searched with, and has no holes


@dataclass(frozen=True, slots=True)
class PhrasesFile:
    """Phrases, and where each stands: `tree` is the file called `name`, whose text is `source`."""

    phrases: Phrases
    tree: Node
    name: str
    source: str


def read_phrases(
    tree: Node,
    language: str,
    model: Phrases | None,
    name: str,
    source: str,
) -> PhrasesFile:
    """Return the phrases of a located tree, and where they stand.

    Raises ContentError for each pattern that cannot be used, and for each that is missing: of those
    of `model`, or without one of those that the tables of pages and pieces name.
    """
    phrases = Phrases(language, patterns_of(tree))
    problems = list(_unusable(tree))
    problems += _unlike(tree, phrases, model) if model else _unnamed(tree, phrases)
    if problems:
        raise ContentError(Findings(problems, name, source))
    return PhrasesFile(phrases, tree, name, source)


def patterns_of(tree: Node, above: str = "") -> dict[str, str]:
    """Return every pattern of a located tree as it was typed, under its dotted name."""
    if not isinstance(tree.value, dict):
        text = tree.typed or str(tree.value)
        return {above: text}

    found = {}
    for name, below in tree.value.items():
        dotted = _dotted(above, name)
        found |= patterns_of(below, dotted)
    return found


def _dotted(above: str, name: str) -> str:
    if not above:
        return name
    return f"{above}.{name}"


def _unnamed(tree: Node, phrases: Phrases) -> Iterator[Problem]:
    """Yield a problem for each page and each piece that lacks a phrase that it is called by."""
    for name, what in needed():
        if not phrases.has(name):
            above, _, last = name.rpartition(".")
            yield Problem(
                place=_key_of(tree, name),
                path=name,
                text=f"The words for “{name}” are missing: {what}.",
                fix=f"write them below “{above}”, after “{last}:”.",
            )


def _unlike(tree: Node, phrases: Phrases, model: Phrases) -> Iterator[Problem]:
    """Yield a problem for each pattern of `model` that is missing here or has other holes.

    So is each that `model` does not know, where it may be one of the missing.
    """
    missing = []
    for name, wanted in model.patterns.items():
        pattern = phrases.patterns.get(name)
        if pattern is not None:
            yield from _strange_holes(tree, name, pattern, wanted)
        elif not _told_by_another(name, phrases):
            missing.append(name)
            yield Problem(
                place=_key_of(tree, name),
                path=name,
                text=f"The words for “{name}” are missing.",
                fix=f"translate “{wanted}”.",
            )

    for name in phrases.patterns:
        if name not in model.patterns:
            yield from _misspelt(tree, name, missing)


def _strange_holes(
    tree: Node, name: str, pattern: str, wanted: str
) -> Iterator[Problem]:
    holes = set(HOLE.findall(pattern))
    known = set(HOLE.findall(wanted))
    if holes <= known:
        return

    yield Problem(
        place=_at(tree, name).spot,
        path=name,
        text="This pattern has a hole that the site cannot fill.",
        fix=f"use only the holes of “{wanted}”.",
    )


def _told_by_another(name: str, phrases: Phrases) -> bool:
    """Return whether a language may go without this form of a pattern: it has `other`."""
    base, _, form = name.rpartition(".")
    if form not in ("one", "other"):
        return False
    return f"{base}.other" in phrases.patterns


def _misspelt(tree: Node, name: str, missing: list[str]) -> Iterator[Problem]:
    """Yield a problem where a name that nobody knows is close to one that is missing."""
    for close in get_close_matches(name, missing, 1, 0.8):
        yield Problem(
            place=_key_of(tree, name),
            path=name,
            text=f"The site has no words called “{name}”.",
            fix=f"did you mean “{close}”?",
        )


def _at(tree: Node, name: str) -> Node:
    steps = name.split(".")
    return tree.find(*steps)


def _key_of(tree: Node, name: str) -> Place:
    node = _at(tree, name)
    return node.key or node.place


def _unusable(node: Node, path: str = "") -> Iterator[Problem]:
    """Yield a problem for each value that is no text, or cannot be filled in or searched with."""
    if isinstance(node.value, dict):
        for name, below in node.value.items():
            yield from _unusable(below, _dotted(path, name))
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
    fault = _brackets(str(node.value))
    if fault is None:
        return

    yield Problem(
        place=node.spot,
        path=path,
        text=fault,
        fix="write a hole as a name in curly brackets, such as {count}, "
        "and no other curly bracket.",
    )


def _brackets(pattern: str) -> str | None:
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
