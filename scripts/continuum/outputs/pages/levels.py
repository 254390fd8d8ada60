"""Pages about levels: home, all side by side, each of them, their weeks and hours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...addresses import at
from ...model.level import Level
from ...rendering.output import Page
from ...rendering.page import Opening, compose
from ...rendering.renderer import Renderer
from ...views import around, card, figures
from ...views.diagram import continuum_diagram, small_bars
from ...views.finding import by_hours
from ...views.heard import chips, numbers_told
from ...views.matrix import matrix_of, tables
from ...views.pairs import close_pairs
from ...views.speaking import Speaker, review_of_all
from ...views.states import in_states
from ...views.weeks import weeks
from ...views.weeks.own import own_week
from ...views.whole_site import forms
from .opening import named


def home(render: Renderer) -> Iterator[Page]:
    """Yield the home page: what this is, the field for what you were told, the line of levels."""
    say, content = render.say, render.say.content
    topics = [topic.id for topic in content.topics]
    helping = at("topic", "family") if "family" in topics else at("ask")
    yield compose(
        render,
        "home",
        Opening(content.site.title, content.site.purpose),
        line=content.site.line,
        review=review_of_all(content),
        diagram=continuum_diagram(say),
        urgent=around.urgent_topics(content),
        topics=around.quiet_topics(content, helping),
        heard=chips(content),
        on_the_line=around.on_the_line(say),
        helping=helping,
    )


def matrix(render: Renderer) -> Iterator[Page]:
    """Yield all levels side by side: readers' questions down, levels across.

    Search leaves it out, as it does all that repeats.
    """
    say = render.say
    yield compose(
        render,
        "levels",
        named(render, "levels"),
        review=review_of_all(say.content),
        tables=tables(say, matrix_of(say)),
    )


def levels(render: Renderer) -> Iterator[Page]:
    """Yield a page for each level, all with the same sections in the same order."""
    say = render.say
    scale, shown = small_bars(say), weeks(say)
    for level in say.content.levels:
        yield compose(
            render,
            "level",
            _opening(say, level),
            level.id,
            level=level,
            line=level.line,
            review=level.review,
            scale=scale,
            shown_week=shown[level.id],
            told=numbers_told(level),
            **_figures(say, level),
            **_around(say, level),
        )


def _opening(say: Speaker, level: Level) -> Opening:
    return Opening(
        heading=say.name(level),
        lead=say.text(level.in_short),
        description=say.text(level.in_a_line),
    )


def _figures(say: Speaker, level: Level) -> dict[str, Any]:
    tiles, others = card.split(say, level)
    return {
        "tiles": tiles,
        "facts": others,
        "unknown": figures.unknown(say, level),
        "claims": figures.claims(say, level),
    }


def _around(say: Speaker, level: Level) -> dict[str, Any]:
    on_line = level.place == "continuum"
    return {
        "neighbors": around.neighbors(say, level) if on_line else None,
        "dangers": around.dangers(say.content, level),
        "services": around.services_of(level),
        "steps": around.steps(say.content, level),
        "reasons": around.exceptions(say, level),
        "pairs": close_pairs(say, level),
        "states": in_states(say, level),
        "standards": around.standards(say, level),
    }


def week(render: Renderer) -> Iterator[Page]:
    """Yield the example weeks of all levels side by side.

    Search leaves them out: each level's page has its own.
    """
    say, content = render.say, render.say.content
    found = weeks(say)
    line = [(level, found[level.id]) for level in content.line_of_levels]
    yield compose(
        render,
        "week",
        named(render, "week"),
        review=review_of_all(content),
        homes=[pair for pair in line if pair[1].examples],
        houses=[pair for pair in line if pair[1].there],
        unknown=[level for level, week in line if not (week.examples or week.there)],
        own=own_week(say.phrases),
    )


def hours(render: Renderer) -> Iterator[Page]:
    """Yield the levels by how many hours they take and where you sleep."""
    say = render.say
    known, unknown = by_hours(say)
    yield compose(
        render,
        "hours",
        named(render, "hours"),
        review=review_of_all(say.content),
        scale=small_bars(say),
        counts=forms(say.phrases, "hours.count"),
        known=known,
        unknown=unknown,
    )


MAKERS = [home, matrix, levels, week, hours]
