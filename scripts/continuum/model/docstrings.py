"""Kind of group -> the docstring under each of its fields: what an editor needs to know."""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from .base import Model

DROPPED = (
    "Python was told to drop docstrings (-OO, or PYTHONOPTIMIZE=2), and the site's help is made"
    " of them. Run it without."
)


def demand_docstrings() -> None:
    """End the program, saying why, where Python has dropped what the help is made of."""
    if sys.flags.optimize > 1:
        sys.exit(DROPPED)


@cache
def docstrings(kind: type[Model]) -> dict[str, str]:
    """Return what is said under each field, also of those that a kind has from others.

    Few need it and it takes as long as reading the file, so classes are made without it.
    """
    found = {}
    for parent in reversed(kind.__mro__):
        if issubclass(parent, Model):
            declared = _classes(parent.__module__)[parent.__name__]
            found |= dict(_under_fields(declared))
    return found


@cache
def _classes(module: str) -> dict[str, ast.ClassDef]:
    """Return the classes that a module declares, as they are written."""
    source = inspect.getsource(sys.modules[module])
    declared = ast.parse(source).body
    return {one.name: one for one in declared if isinstance(one, ast.ClassDef)}


def _under_fields(declared: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for field, below in pairwise(declared.body):
        if not isinstance(field, ast.AnnAssign) or not isinstance(below, ast.Expr):
            continue

        text = below.value
        if isinstance(text, ast.Constant) and isinstance(text.value, str):
            yield field.target.id, inspect.cleandoc(text.value)
