"""Values that are due and missing, and names with nothing after them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from ...model.node import Node
from .kinds import due_names, fields_of, is_due, kind_at
from .misfit import Misfit, Steps, Words, with_and, with_or

WHAT_TO_WRITE = {
    list: "add an item below it, with a dash and a space",
    float: "write a number after the colon",
    bool: "write true after the colon",
}


def empty_ones(node: Node, steps: Steps = ()) -> Iterator[Steps]:
    """Yield the way to each name and each item below a node that has nothing after it."""
    inner = enumerate(node.value)
    if isinstance(node.value, dict):
        inner = node.value.items()

    for step, below in inner:
        if below.value is None:
            yield (*steps, step)
        elif isinstance(below.value, (dict, list)):
            yield from empty_ones(below, (*steps, step))


def empty(steps: Steps) -> Words:
    """Return the words for a name, or a dash, with nothing after it."""
    name = steps[-1]
    if isinstance(name, int):
        return (
            "This item is empty.",
            "write its text after the dash, or delete the line.",
        )

    leave = "" if is_due(steps) else ", or delete the line"
    return (
        f"“{name}” is empty.",
        f"{_how_to_fill(steps)}{leave}.",
    )


def missing(misfit: Misfit) -> Words:
    """Return the words for a value that is due and not there."""
    name = str(misfit.steps[-1])
    kind = kind_at(misfit.steps)
    return (
        f"“{name}” is missing.",
        _how_to_add(name, kind, misfit.steps),
    )


def _how_to_fill(steps: Steps) -> str:
    kind = kind_at(steps)
    if fields_of(kind):
        names = with_and(due_names(steps))
        return f"write its values below it, each with two more spaces: {names}"

    sort = get_origin(kind) or kind
    return WHAT_TO_WRITE.get(sort, "write its text after the colon")


def _how_to_add(name: str, kind: Any, steps: Steps) -> str:
    if get_origin(kind) is list:
        return (
            f"add a line “{name}:”, and below it one item or more, "
            "each with a dash and a space."
        )
    if fields_of(kind):
        names = with_and(due_names(steps))
        return f"add a line “{name}:”, and below it its values: {names}."
    if get_origin(kind) is Literal:
        words = with_or(list(get_args(kind)))
        return f"add “{name}:” with {words}."
    if kind is datetime.date:
        return f"add “{name}:” with its day."

    return f"add “{name}:” with its text."
