"""Levels -> their bars on one axis, in parts of it."""

from __future__ import annotations

from functools import cached_property
from math import isinf

from ...model.level import Level
from ..diagram.measure import Canvas
from ..diagram.scale import FADE, Axis, axis_of, hours_of
from ..figures import first_headline
from ..speaking import Speaker
from ..weeks import week_line
from .card import Row


class Bars:
    """The bars of the levels of one site."""

    def __init__(self, say: Speaker):
        self.say = say

    @cached_property
    def _axis(self) -> Axis:
        """An axis one long, so that places on it are parts of it."""
        return axis_of(self.say.content, Canvas(1, rtl=False), 0, 1)

    def row(self, level: Level) -> Row:
        """Return a level with its hours in words and its bar."""
        name, where = level.short, level.sleep.where
        words = hours_of(self.say, level) or week_line(self.say, level)
        claim = first_headline(level, "hours_per_week")
        if claim is None:
            return Row(name, words, where=where)
        low, high = claim.span.low, claim.span.high
        fades = isinf(high)
        end = min(low / self._axis.end + FADE, 1) if fades else self._axis.at(high)
        return Row(name, words, self._axis.at(low), end, fades, where)
