"""Located tree -> Continuum. Every wrong shape is reported, with line and column."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ..model.base import Model
from ..model.content import Content
from ..model.node import Node, name_of, way
from ..report.problem import ContentError, Findings, Place, Problem
from .misfits import (
    NAME,
    Steps,
    Wrong,
    empties,
    empty,
    home_of,
    meant_name,
    names_at,
    words_for,
)


def read_content(tree: Node, file: str = "levels.yaml", text: str = "") -> Content:
    """Return the model of a located tree. Raises ContentError with every value that has the wrong shape."""
    errors: list[ErrorDetails] = []
    try:
        content = Content.model_validate_json(json.dumps(tree.plain()), strict=True)
    except ValidationError as error:
        errors = error.errors(include_url=False)
    if problems := _problems(errors, tree):
        raise ContentError(Findings(problems, file, text))
    _attach(content, tree, "")
    return content


def _attach(value: Any, node: Node, path: str) -> None:
    """Tell every group of values where it stands."""
    if isinstance(value, Model):
        value._node, value._path = node, path
        for name in node.value:
            below = getattr(value, name)
            if isinstance(below, (Model, list)):
                _attach(below, node.value[name], f"{path} > {name}" if path else name)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            if isinstance(item, Model):
                _attach(
                    item,
                    node.value[index],
                    f"{path} > {name_of(node.value[index], index)}",
                )


def _problems(errors: list[ErrorDetails], tree: Node) -> list[Problem]:
    """Return each fault once, in an editor's words: an empty value as empty, a misspelt or misplaced name not as a missing one too."""
    unknown = {error["loc"] for error in errors if error["type"] == "extra_forbidden"}
    bare = [
        steps
        for steps in empties(tree)
        if steps not in unknown
        and not any(steps[:end] in unknown for end in range(len(steps)))
    ]
    known = {*bare, *_elsewhere(unknown, tree)}
    found = [
        _problem(
            Wrong(error, tree.find(*error["loc"]), tree.find(*error["loc"][:-1])), tree
        )
        for error in errors
        if error["loc"] not in known
    ]
    return [
        *found,
        *(
            Problem(tree.find(*steps).spot, way(tree, steps), *empty(steps))
            for steps in bare
        ),
    ]


def _elsewhere(unknown: set[Steps], tree: Node) -> Iterator[Steps]:
    """Yield where each unknown name was meant to stand, so that it is not missed there."""
    for steps in unknown:
        holder = tree.find(*steps[:-1])
        if (loose := re.match(r"[\"']?([a-z_]+)[\"']?:", str(steps[-1]))) is not None:
            yield (*steps[:-1], loose[1])
        elif (meant := meant_name(steps, holder)) is not None:
            yield (*steps[:-1], meant)
        elif (home := home_of(steps, tree)) is not None:
            yield home
        elif "text" in names_at(steps[:-1]) and not NAME.fullmatch(str(steps[-1])):
            yield (*steps[:-1], "text")


def _problem(wrong: Wrong, tree: Node) -> Problem:
    """Return a wrong value as a problem: an unknown name is underlined, an item of a list where it starts, anything else as it stands."""
    node, place = wrong.node, None
    if wrong.kind == "extra_forbidden":
        place = node.key
    elif node.key is None:
        place = _first_key(node)
    return Problem(place or node.spot, way(tree, wrong.steps), *words_for(wrong, tree))


def _first_key(node: Node) -> Place | None:
    return (
        next((item.key for item in node.value.values()), None)
        if isinstance(node.value, dict)
        else None
    )
