"""A located file of phrases -> its phrases, and where each stands. One file per language."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from ..model.node import Node
from ..report.problem import ContentError, Findings, Place, Problem
from .holes import Asked, Holes
from .needed import needed
from .phrases import Phrases
from .usable import SEARCHED, brackets, dotted, unusable

# What languages call the forms of a phrase for numbers.
FORMS = ("zero", "one", "two", "few", "many", "other")


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
    asked: Asked,
    name: str,
    source: str,
) -> PhrasesFile:
    """Return the phrases of a located tree, and where they stand.

    Raises ContentError for each pattern that cannot be used, for each whose holes are not those
    that are filled in, and for each phrase that is missing.
    """
    phrases = Phrases(language, patterns_of(tree))
    problems = list(unusable(tree))
    problems += _with_other_holes(tree, phrases, asked)
    if asked.model:
        problems += _unlike(tree, phrases, asked.model)
    else:
        problems += _unnamed(tree, phrases, asked)
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
        found |= patterns_of(below, dotted(above, name))
    return found


def base_of(name: str, patterns: Container[str]) -> str:
    """Return what a pattern is asked for by: its name, without the form that a number has."""
    base, _, form = name.rpartition(".")
    if form in FORMS and f"{base}.other" in patterns:
        return base
    return name


def _unnamed(tree: Node, phrases: Phrases, asked: Asked) -> Iterator[Problem]:
    """Yield a problem for each phrase that is missing: without one, a page or a piece has no name,
    or a sentence is not said.
    """
    called = dict(needed())
    for name in [*called, *asked.given]:
        if phrases.has(name) or phrases.has(f"{name}.other"):
            continue

        what = f": {called[name]}" if name in called else ""
        above, _, last = name.rpartition(".")
        yield Problem(
            place=_key_of(tree, name),
            path=name,
            text=f"The words for “{name}” are missing{what}.",
            fix=f"write them below “{above}”, after “{last}:”.",
        )


def _unlike(tree: Node, phrases: Phrases, model: Phrases) -> Iterator[Problem]:
    """Yield a problem for each pattern of `model` that is missing here.

    So is each that `model` does not know, where it may be one of the missing.
    """
    missing = []
    for name, wanted in model.patterns.items():
        if phrases.has(name) or _told_by_another(name, phrases):
            continue

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


def _with_other_holes(tree: Node, phrases: Phrases, asked: Asked) -> Iterator[Problem]:
    """Yield a problem for each pattern whose holes are not those that are filled in."""
    if not asked.given:
        return

    holes = Holes(asked, phrases.locale)
    for name, pattern in phrases.patterns.items():
        base = base_of(name, phrases.patterns)
        form = name.removeprefix(f"{base}.")
        if name.startswith(f"{SEARCHED}.") or brackets(pattern):
            continue

        for text, fix in holes.faults(base, form, pattern):
            yield Problem(_at(tree, name).spot, name, text, fix)


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
