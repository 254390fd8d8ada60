"""Pages for paper: each fits on one printed page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...addresses import at
from ...model.level import Level
from ...model.pages.topic import Topic
from ...rendering.output import Page
from ...rendering.page import Opening, compose
from ...rendering.renderer import Renderer
from ...views.around import dangers
from ...views.figures import known_figures
from ...views.heard import numbers_told
from ...views.speaking import Speaker
from .opening import first_line, named


def sheets(render: Renderer) -> Iterator[Page]:
    """Yield a sheet for each level and for each topic with something to fill in, the questions to
    ask, and what matters to you.
    """
    content = render.say.content
    for level in content.levels:
        yield _sheet(render, level)
    for topic in content.topics:
        if topic.to_fill_in:
            yield _fill_in(render, topic)
    if content.ask:
        yield _ask(render)
    if content.matters:
        yield _matters(render)


def _sheet(render: Renderer, level: Level) -> Page:
    say = render.say
    return compose(
        render,
        "sheet",
        _opening(say, level),
        level.id,
        level=level,
        line=level.line,
        review=level.review,
        figures=known_figures(say, level),
        told=numbers_told(level),
        dangers=dangers(say.content, level),
    )


def _opening(say: Speaker, level: Level) -> Opening:
    name = say.name(level)
    return Opening(
        heading=name,
        lead=say.text(level.in_short),
        title=say.phrases("sheet.title", name=name),
        description=say.phrases("sheet.line", name=name),
        same_as=at("level", level.id),
    )


def _fill_in(render: Renderer, topic: Topic) -> Page:
    w = render.say.phrases
    opening = Opening(
        heading=topic.title,
        lead=w("sheet.topic_lead"),
        title=w("sheet.topic_title", title=topic.title),
        same_as=at("topic", topic.id),
    )
    return compose(
        render,
        "sheet-topic",
        opening,
        topic.id,
        topic=topic,
        line=topic.line,
        review=topic.review,
    )


def _ask(render: Renderer) -> Page:
    w = render.say.phrases
    opening = Opening(
        heading=w("ask.title"),
        lead=w("sheet.ask_lead"),
        title=w("sheet.ask_title"),
        same_as=at("ask"),
    )
    line = first_line(render.say.content.ask)
    return compose(render, "sheet-ask", opening, line=line)


def _matters(render: Renderer) -> Page:
    w = render.say.phrases
    opening = replace(
        named(render, "sheet-matters"),
        title=w("sheet.matters_title"),
    )
    line = first_line(render.say.content.matters)
    return compose(render, "sheet-matters", opening, line=line)


MAKERS = [sheets]
