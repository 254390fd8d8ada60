"""A content, and levels that a site leaves out -> the content without them.

What points to such a level falls away with it: a step, a comparison, an exception, a question about
it. A word of the glossary stays, and so does a number that a text borrows: it is still true.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from annotated_types import MinLen

from ..base import Model, holders
from ..content import Content
from ..level import Level
from ..marks import PointsTo, marked
from ..site import Word

# Lists of what others cite. What only the levels left out cited falls away with them.
CITED = ("sources", "authorities")


def without(content: Content, ids: Collection[str]) -> Content:
    """Return a content without the levels of these ids. Texts can still borrow their numbers."""
    if not ids:
        return content
    left = _kept(content, frozenset(ids))
    cited = {}
    for name in CITED:
        before = _pointed_to(content, name)
        after = _pointed_to(left, name)
        gone = before - after
        items = getattr(left, name)
        cited[name] = [item for item in items if item.id not in gone]

    found = _copied(left, cited)
    gone_levels = [level for level in content.levels if level.id in ids]
    found.leave_out(gone_levels)
    return found


def _kept(group: Model, ids: frozenset[str]) -> Any:
    """Return a group without what points to these levels; None where nothing of it is left."""
    if isinstance(group, Level) and group.id in ids:
        return None
    pointers = _pointers_kept(group, ids)
    if pointers is None:
        return None

    inner: dict[str, Any] = {}
    for name in holders(type(group)):
        value = getattr(group, name)
        if isinstance(value, list):
            found = [_kept(one, ids) for one in value]
            inner[name] = [one for one in found if one is not None]
        elif value is not None:
            inner[name] = _kept(value, ids)

    return _copied(group, {**pointers, **inner})


def _pointers_kept(group: Model, ids: frozenset[str]) -> dict[str, Any] | None:
    """Return what of a group's own pointers to levels is left; None where it falls away with one
    of them.
    """
    left: dict[str, Any] = {}
    for name in _fields_of_levels(type(group)):
        value = getattr(group, name)
        if isinstance(value, list):
            left[name] = [id for id in value if id not in ids]
            due = min(_least(group, name), len(value))
            if len(left[name]) < due:
                return None
        elif value in ids:
            if not isinstance(group, Word):
                return None
            left[name] = None
    return left


def _copied(group: Model, changes: dict[str, Any]) -> Any:
    """Return a group with other values where it stood; itself where none is another."""
    changed = {
        name: value for name, value in changes.items() if value != getattr(group, name)
    }
    if not changed:
        return group
    copy = group.model_copy(update=changed)
    copy.stand_at(group.node, group.path)

    return copy


def _fields_of_levels(kind: type[Model]) -> list[str]:
    points = marked(kind, PointsTo)
    return [name for name, mark in points.items() if mark.list == "levels"]


def _least(group: Model, name: str) -> int:
    """Return how many items a list must have."""
    field = type(group).model_fields[name]
    found = [one.min_length for one in field.metadata if isinstance(one, MinLen)]
    return max(found, default=0)


def _pointed_to(content: Content, wanted: str) -> set[str]:
    """Return the ids of a list that something in a content points to."""
    found: set[str] = set()
    for group in content.groups():
        for name, mark in marked(type(group), PointsTo).items():
            if mark.list == wanted:
                value = getattr(group, name)
                found.update(value if isinstance(value, list) else [value])
    return found
