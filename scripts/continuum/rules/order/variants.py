"""The rule about levels that are like another one and only add something to it."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.level import Level
from ..fault import Fault, at
from ..subject import Subject


def variants_are_of_levels_with_a_row(subject: Subject) -> Iterator[Fault]:
    """A level that is like another one can be told beside it: both are on the line, and the other
    has a row of its own in the picture.
    """
    levels = {level.id: level for level in subject.content.levels}
    for level in subject.content.levels:
        if level.variant is None or level.variant.of not in levels:
            continue
        why = _why_not(level, levels[level.variant.of])
        if why:
            yield at(
                level.variant,
                "of",
                text=f"“{level.id}” cannot be a variant of “{level.variant.of}”: {why}.",
                fix="name another level, or delete “variant”.",
            )


def _why_not(level: Level, other: Level) -> str:
    """Return why a level cannot be a tag of another one; nothing where it can."""
    if level.id == other.id:
        return "it is the same level"
    if "alongside" in (level.place, other.place):
        return "both must be on the line"
    if other.variant:
        return f"“{other.id}” is itself like another level"
    return ""
