"""Levels of the line -> rows of the picture, the tags in a row, and where people sleep in it."""

from __future__ import annotations

from itertools import groupby

from ...model.content import Content
from ...model.level import Level


def rows(content: Content) -> list[Level]:
    """Return the levels of the line that have a row of their own, in order."""
    return [level for level in content.line_of_levels if not _is_tag(content, level)]


def variants(content: Content, level: Level) -> list[Level]:
    """Return the levels of the line that are like this one and add something, in order."""
    found = []
    for other in content.line_of_levels:
        if other.variant and other.variant.of == level.id:
            found.append(other)
    return found


def tags(content: Content, level: Level) -> list[Level]:
    """Return those of them that stand as tags in its row."""
    return [other for other in variants(content, level) if _is_tag(content, other)]


def runs(content: Content) -> list[tuple[str, list[Level]]]:
    """Return rows in runs: where people sleep, and the levels one under the other where they do."""
    found = []
    for where, levels in groupby(rows(content), key=_where):
        found.append((where, list(levels)))
    return found


def _is_tag(content: Content, level: Level) -> bool:
    """Return whether a level stands as a tag in the row of the one it is like.

    It needs a row of its own where it has hours of its own, or people sleep elsewhere.
    """
    if level.variant is None or level.hours_per_week:
        return False
    for other in content.line_of_levels:
        if other.id == level.variant.of:
            return other.variant is None and _where(other) == _where(level)
    return False


def _where(level: Level) -> str:
    return level.sleep.where
