"""The way to a value -> what the model wants there."""

from __future__ import annotations

from contextvars import ContextVar
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from ...model.base import Model
from ...model.content import Content
from .misfit import Steps

# What the file that is being read is a file of.
WHOLE: ContextVar[type[Model]] = ContextVar("whole", default=Content)


def kind_at(steps: Steps) -> Any:
    """Return a Model, a list or a plain type; None where the model knows nothing."""
    kind: Any = WHOLE.get()
    for step in steps:
        if isinstance(step, int):
            kind = _kind_of_items(kind)
        elif step in (fields := fields_of(kind)):
            kind = bare(fields[step].annotation)
        else:
            return None

    return kind


def bare(kind: Any) -> Any:
    """Return a type without what is said around it.

    That is `X` of `Annotated[X, ...]` and of `X | None`.
    """
    while get_origin(kind) in (Annotated, Union, UnionType):
        first, *others = get_args(kind)
        kind = others[0] if first is type(None) else first

    return kind


def fields_of(kind: Any) -> dict[str, FieldInfo]:
    """Return the named values of a group; none of anything else."""
    if isinstance(kind, type) and issubclass(kind, Model):
        return kind.model_fields
    return {}


def names_at(steps: Steps) -> list[str]:
    """Return the names allowed in the group at the end of `steps`."""
    kind = kind_at(steps)
    return list(fields_of(kind))


def is_due(steps: Steps) -> bool:
    """Return whether the value at the end of `steps` may not be left out."""
    group = kind_at(steps[:-1])
    field = fields_of(group).get(steps[-1])
    if field is None:
        return False

    return field.is_required()


def due_names(steps: Steps) -> list[str]:
    """Return the names of a group that may not be left out; all of them where none is due."""
    names = names_at(steps)
    due = [name for name in names if is_due((*steps, name))]
    return due or names


def _kind_of_items(kind: Any) -> Any:
    if get_origin(kind) is not list:
        return None

    items, *_ = get_args(kind)
    return bare(items)
