"""Pages about two levels: the list of all comparisons, and each of them."""

from __future__ import annotations

from collections.abc import Iterator

from ...addresses import pair_id
from ...model.level import Level
from ...rendering.output import Page
from ...rendering.page import Opening, compose
from ...rendering.renderer import Renderer
from ...views.around import dangers
from ...views.diagram import small_bars
from ...views.diagram.scale import any_counted, hours_of
from ...views.matrix import matrix_of
from ...views.pairs import (
    every_two,
    in_one_unit,
    often_compared,
    ordered,
    pair,
    pair_title,
)
from ...views.speaking import Speaker, review_of_all, together
from ...views.weeks import week_line
from ...views.whole_site import forms
from .opening import named


def compare(render: Renderer) -> Iterator[Page]:
    """Yield the list of all comparisons."""
    say, content = render.say, render.say.content
    yield compose(
        render,
        "compare",
        named(render, "compare"),
        review=review_of_all(content),
        counts=forms(say.phrases, "compare.showing"),
        often=often_compared(say.content),
        groups=[(level, _others(say, level)) for level in content.levels],
    )


def _others(say: Speaker, level: Level) -> list[tuple[Level, Level, Level]]:
    """Return every other level, each with the two in the order of their comparison."""
    others = [other for other in say.content.levels if other is not level]
    return [(other, *ordered(say, level, other)) for other in others]


def pairs(render: Renderer) -> Iterator[Page]:
    """Yield a page for every two levels.

    Search leaves them out: they repeat what the level pages say.
    """
    say, content = render.say, render.say.content
    matrix, scale = matrix_of(say), small_bars(say)
    weeks = {
        level.id: hours_of(say, level) or week_line(say, level)
        for level in content.levels
    }
    for a, b in every_two(content):
        yield compose(
            render,
            "pair",
            _opening(say, a, b),
            pair_id(a, b),
            line=b.line,
            review=together([a.review, b.review]),
            pair=pair(say, a, b),
            rows=in_one_unit(say, matrix.answered([a, b]), a, b),
            lines=[(one, weeks[one.id]) for one in (a, b)]
            if any_counted([a, b])
            else [],
            dangers=dangers(content, a, b),
            scale=scale,
        )


def _opening(say: Speaker, a: Level, b: Level) -> Opening:
    return Opening(
        heading=pair_title(say, a, b),
        lead="",
        description=say.phrases("compare.pair_line", a=a.name, b=b.name),
    )


MAKERS = [compare, pairs]
