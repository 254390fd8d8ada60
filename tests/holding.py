"""Bars of hours, held against the claims of their levels."""

from __future__ import annotations

import pytest
from claims import Level
from drawing.lists import Small
from drawing.pictures import Row


def hold_range(level: Level, drawn: Row | Small, where: str) -> None:
    """Fail unless the bar of hours is the range of the level's claim, from end to end."""
    claim = level.hours
    if claim is None:
        assert "hours" not in drawn.bars, where
        return
    axis = drawn.axis
    bar = drawn.bars["hours"]
    endless = claim.high is None
    end = axis.end if endless else claim.high
    start = pytest.approx(claim.low, abs=axis.unseen)
    shortest = claim.low + axis.shortest
    farthest = max(end, shortest)
    assert bar.start == start, where
    assert bar.end >= end - axis.unseen, where
    assert bar.end <= farthest + axis.unseen, where
    assert bar.arrow == endless, where


def hold_night(level: Level, drawn: Row | Small, where: str) -> None:
    """Fail unless a level to live in has a bar from end to end, and one without number another."""
    kinds = set()
    if level.lives_in:
        kinds = {"night"}
    elif level.hours is None:
        kinds = {"unknown"}
    found = drawn.bars.keys() - {"hours"}
    axis = drawn.axis
    start = pytest.approx(0, abs=axis.unseen)
    end = pytest.approx(axis.end, abs=axis.unseen)
    assert found == kinds, where
    for kind in found:
        bar = drawn.bars[kind]
        assert bar.start == start, where
        assert bar.end == end, where
        assert not bar.arrow, where
