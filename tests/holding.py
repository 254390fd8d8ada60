"""Bars of hours, held against the claims of their levels."""

from __future__ import annotations

import pytest
from claims import Level
from drawing.bars import Axis, Bar
from drawing.lists import Small
from drawing.pictures import Row


def hold_range(level: Level, drawn: Row | Small, where: str) -> None:
    """Fail unless a level's bars are its claim, from zero: dark up to the least hours, pale from
    there to the most, or fading from there where no upper end is named; no bar without a number.
    """
    claim = level.hours
    if claim is None:
        assert drawn.bars == {}, where
        return

    axis = drawn.axis
    expected = set()
    if claim.low:
        expected.add("least")
        _stands(axis, drawn.bars["least"], 0, claim.low, where)
    if claim.high is None and claim.low < axis.end:
        expected.add("more")
        _fades(axis, drawn.bars["more"], claim.low, where)
    if claim.high and claim.high > claim.low:
        expected.add("most")
        _stands(axis, drawn.bars["most"], claim.low, claim.high, where)
    assert drawn.bars.keys() == expected, where


def _stands(axis: Axis, bar: Bar, low: float, high: float, where: str) -> None:
    """Fail unless a bar is one piece from a number of hours to another."""
    start = pytest.approx(low, abs=axis.unseen)
    farthest = max(high, low + axis.shortest)
    assert bar.start == start, where
    assert high - axis.unseen <= bar.end <= farthest + axis.unseen, where
    assert len(bar.parts) == 1, where


def _fades(axis: Axis, bar: Bar, low: float, where: str) -> None:
    """Fail unless a bar begins at a number of hours and goes on in ever shorter pieces."""
    assert bar.start == pytest.approx(low, abs=axis.unseen), where
    assert bar.end > low, where
    assert len(bar.parts) > 1, where
    assert list(bar.parts) == sorted(bar.parts, reverse=True), where
