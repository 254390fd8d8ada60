"""A located file of words to avoid -> its lists, and where each stands. One file per language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ..model.node import Node, way
from ..report.problem import ContentError, Findings, Problem
from .avoided import Avoided, Lists, Term
from .patterns.sound import unsound

Steps = tuple[str | int, ...]


def read_avoided(tree: Node, file: str, text: str) -> Avoided:
    """Return the lists of a located tree.

    Raises ContentError with every value that has the wrong shape.
    """
    data = json.dumps(tree.plain())
    try:
        lists = Lists.model_validate_json(data, strict=True)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        problems = [_misfit(one, tree) for one in errors]
        raise ContentError(Findings(problems, file, text)) from None

    problems = list(_unusable(lists, tree))
    problems += _unnamed(lists, tree)
    if problems:
        raise ContentError(Findings(problems, file, text))
    return Avoided(lists, tree, file, text)


def _unusable(lists: Lists, tree: Node) -> Iterator[Problem]:
    """Yield each pattern that cannot be read, or with which no text is searched."""
    for index, term in enumerate(lists.terms):
        for name in ("avoid", "when", "unless"):
            try:
                _compiled(term, name)
            except re.error as error:
                yield _problem(
                    tree,
                    ("terms", index, name),
                    text=f"This pattern cannot be read: {error}.",
                    fix="close each bracket, and write \\. for a full stop.",
                )
            else:
                pattern = getattr(term, name)
                said = unsound(pattern) if pattern else None
                if said:
                    yield _problem(tree, ("terms", index, name), *said)


def _compiled(term: Term, name: str) -> re.Pattern:
    """Return a pattern of a term. That of the word is kept with it, and not compiled again."""
    if name == "avoid":
        return term.pattern

    condition = getattr(term, name) or ""
    return re.compile(condition, re.I)


def _unnamed(lists: Lists, tree: Node) -> Iterator[Problem]:
    """Yield each source of a term that the lists do not name."""
    for index, term in enumerate(lists.terms):
        if term.source not in lists.sources:
            yield _problem(
                tree,
                ("terms", index, "source"),
                text=f"No source has the id “{term.source}”.",
                fix="add it under “sources:”.",
            )


def _misfit(error: ErrorDetails, tree: Node) -> Problem:
    """Return what is wrong with a value of the file, in an editor's words."""
    steps = error["loc"]
    name = steps[-1]
    fix = "compare it with the entries around it."

    match error["type"]:
        case "missing":
            text = f"“{name}” is missing."
            fix = f"add “{name}:”."
        case "extra_forbidden":
            text = f"There is no value called “{name}”."
        case _:
            text = f"“{name}” does not hold what is due here."
    return _problem(tree, steps, text, fix)


def _problem(tree: Node, steps: Steps, text: str, fix: str) -> Problem:
    return Problem(
        place=tree.find(*steps).spot,
        path=way(tree, steps),
        text=text,
        fix=fix,
    )
