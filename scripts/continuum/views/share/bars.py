"""Levels -> their bars on one axis, in parts of it."""

from __future__ import annotations

from functools import cached_property
from math import isinf

from ...model.level import Level
from ..diagram.measure import Canvas
from ..diagram.scale import FADE, Axis, axis_of
from ..examples import lives_in
from ..figures import figure_cell, first_headline
from ..speaking import Speaker, uncapitalized
from .card import Row


class Bars:
    """The bars of the levels of one site."""

    def __init__(self, say: Speaker):
        self.say = say

    @cached_property
    def _axis(self) -> Axis:
        """An axis one long, so that places on it are parts of it."""
        return axis_of(self.say.content.levels, Canvas(1, rtl=False), 0, 1)

    def row(self, level: Level) -> Row:
        """Return a level with its hours in words and its bar."""
        name, where = level.short, level.sleep.where
        words = self._words(level)
        claim = first_headline(level, "hours_per_week")
        if claim is None:
            return Row(name, words, where=where)
        low, high = claim.span.low, claim.span.high
        fades = isinf(high)
        end = min(low / self._axis.end + FADE, 1) if fades else self._axis.at(high)
        return Row(name, words, self._axis.at(low), end, fades, where)

    def _words(self, level: Level) -> str:
        """Return a level's hours, and for whom they are where not for adults; where there is no
        number, that people live there, or that none was found.
        """
        hours = figure_cell(self.say, level, "hours_per_week")
        if not hours.silent:
            return uncapitalized(hours.text)
        lives = lives_in(level)
        name = f"sleep.{level.sleep.where}" if lives else "unknown"
        return self.say.phrases(f"continuum.{name}")
