"""The names of comparisons: which levels they hold, in which order."""

from __future__ import annotations

from collections.abc import Iterable

from ..model.level import Level

BETWEEN = "-vs-"


def pair_id(a: Level, b: Level) -> str:
    """Return the name of a pair: `op-vs-iop`."""
    ids = [a.id, b.id]
    return name_of_levels(ids)


def name_of_levels(ids: Iterable[str]) -> str:
    """Return the name of a comparison of two levels or more: `op-vs-iop-vs-php`."""
    return BETWEEN.join(ids)


def levels_in(name: str) -> list[str]:
    """Return the ids of the levels that a comparison's name holds."""
    return name.split(BETWEEN)
