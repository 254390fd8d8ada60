"""Located tree -> a model. Every wrong shape is reported, with line and column."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ..model.base import Model, holders
from ..model.content import Content
from ..model.node import Node, name_of, way
from ..report.problem import ContentError, Findings, Place, Problem
from .misfits import explain
from .misfits.gaps import empty, empty_ones
from .misfits.kinds import WHOLE
from .misfits.misfit import Misfit, Steps
from .misfits.names import place_of_name

Kind = TypeVar("Kind", bound=Model)


def read_content(tree: Node, file: str = "levels.yaml", text: str = "") -> Content:
    """Return the whole file of levels.

    Raises ContentError with every value that has the wrong shape.
    """
    return read_model(Content, tree, file, text)


def read_model(kind: type[Kind], tree: Node, file: str, text: str) -> Kind:
    """Return the model of that kind of a located tree.

    Raises ContentError with every value that has the wrong shape.
    """
    # What is read before and after it is of another kind, and its names are others.
    before = WHOLE.set(kind)
    try:
        return _read(kind, tree, file, text)
    finally:
        WHOLE.reset(before)


def _read(kind: type[Kind], tree: Node, file: str, text: str) -> Kind:
    errors: list[ErrorDetails] = []
    values = json.dumps(tree.plain())
    try:
        found = kind.model_validate_json(values, strict=True)
    except ValidationError as error:
        errors = error.errors(include_url=False)

    unknown = {error["loc"] for error in errors if error["type"] == "extra_forbidden"}
    gaps = _gaps(unknown, tree)
    known = {*gaps, *_places_of_names(unknown, tree)}
    problems = _misfits(errors, known, tree)
    problems += [_empty(steps, tree) for steps in gaps]
    if problems:
        raise ContentError(Findings(problems, file, text))

    _attach(found, tree, "")
    return found


def _attach(model: Model, node: Node, path: str) -> None:
    """Tell a group of values, and each group below it, where it stands."""
    model.stand_at(node, path)
    for name in holders(type(model)):
        below = node.value.get(name)
        if below is None:
            continue

        value = getattr(model, name)
        inner = f"{path} > {name}" if path else name
        if isinstance(value, list):
            _attach_items(value, below, inner)
        else:
            _attach(value, below, inner)


def _attach_items(items: list[Model], node: Node, path: str) -> None:
    for index, item in enumerate(items):
        below = node.value[index]
        name = name_of(below, index)
        _attach(item, below, f"{path} > {name}")


def _gaps(unknown: set[Steps], tree: Node) -> list[Steps]:
    """Return the ways to all that is empty, and does not stand under an unknown name."""
    gaps = []
    for steps in empty_ones(tree):
        ways = {steps[:end] for end in range(len(steps) + 1)}
        if unknown.isdisjoint(ways):
            gaps.append(steps)

    return gaps


def _places_of_names(unknown: set[Steps], tree: Node) -> Iterator[Steps]:
    """Yield where each unknown name was to stand, so that it is not missed there."""
    for steps in unknown:
        place = place_of_name(steps, tree)
        if place is not None:
            yield place


def _misfits(
    errors: list[ErrorDetails], known: set[Steps], tree: Node
) -> list[Problem]:
    """Return a problem for each complaint of the model, but of what is known to be wrong."""
    problems = []
    for error in errors:
        steps = error["loc"]
        if steps in known:
            continue

        misfit = Misfit(
            sort=error["type"],
            steps=steps,
            value=error["input"],
            limits=error.get("ctx", {}),
            node=tree.find(*steps),
            holder=tree.find(*steps[:-1]),
        )
        words = explain(misfit, tree)
        problem = Problem(_place_of(misfit), way(tree, steps), *words)
        problems.append(problem)

    return problems


def _empty(steps: Steps, tree: Node) -> Problem:
    place = tree.find(*steps).spot
    path = way(tree, steps)
    return Problem(place, path, *empty(steps))


def _place_of(misfit: Misfit) -> Place:
    """Return what to underline: a name that is unknown, an item of a list where it starts."""
    node = misfit.node
    place = None
    if misfit.sort == "extra_forbidden":
        place = node.key
    elif node.key is None and isinstance(node.value, dict):
        first = next(iter(node.value.values()), node)
        place = first.key

    return place or node.spot
