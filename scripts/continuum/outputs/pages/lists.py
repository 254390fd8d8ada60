"""Pages that list: questions, words, services, what to ask, topics, sources."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ...rendering.output import Page
from ...rendering.page import Opening, compose
from ...rendering.renderer import Renderer
from ...views.around import dangers_of, foreign_topics, places_of, publishers_of
from ...views.asked.answers import by_heading, of_topic
from ...views.finding import first_letters
from .opening import first_line, named

# A list of fewer words is read faster than its letters.
LETTERS_FROM = 21


def questions(render: Renderer) -> Iterator[Page]:
    """Yield the questions that people ask, with short answers."""
    groups = by_heading(render.say)
    yield compose(
        render,
        "faq",
        named(render, "faq"),
        line=first_line(render.say.content.faq),
        groups=groups,
        dangers=render.say.content.dangers,
        parts=[(group.id, group.short) for group in groups],
    )


def glossary(render: Renderer) -> Iterator[Page]:
    """Yield the words and letters, from A to Z."""
    words = render.say.content.words
    terms = sorted(words, key=lambda word: word.term.casefold())
    yield compose(
        render,
        "words",
        named(render, "words"),
        line=first_line(words),
        terms=terms,
        letters=first_letters(terms) if len(terms) >= LETTERS_FROM else [],
    )


def services(render: Renderer) -> Iterator[Page]:
    """Yield what happens in treatment, one service at a time."""
    content = render.say.content
    listed = content.services
    yield compose(
        render,
        "services",
        named(render, "services"),
        line=first_line(listed),
        services=[(service, places_of(content, service.id)) for service in listed],
        parts=[(service.id, service.name) for service in listed],
    )


def ask(render: Renderer) -> Iterator[Page]:
    """Yield the questions to ask a program."""
    content, w = render.say.content, render.say.phrases
    of_any = [("any", w("ask.any"))] if content.ask else []
    of_each = [(f"at-{level.id}", level.short) for level in content.levels]
    yield compose(
        render,
        "ask",
        named(render, "ask"),
        line=first_line(content.ask),
        parts=[*of_any, *of_each],
    )


def topics(render: Renderer) -> Iterator[Page]:
    """Yield a page for each topic of the file."""
    say = render.say
    foreign = foreign_topics(say.content)
    for topic in say.content.topics:
        opening = Opening(
            heading=topic.title,
            lead=say.text(topic.in_short),
            description=say.text(topic.in_a_line),
        )
        yield compose(
            render,
            "topic",
            opening,
            topic.id,
            topic=topic,
            dangers=dangers_of(say.content, topic),
            asked=of_topic(say.content, topic),
            line=topic.line,
            review=topic.review,
            spoken=topic.language if topic in foreign else "",
            parts=[(section.id, section.title) for section in topic.sections],
            publishers=partial(publishers_of, say),
        )


def sources(render: Renderer) -> Iterator[Page]:
    """Yield every source, and whose numbers the site shows."""
    opening = named(render, "sources")
    line = first_line(render.say.content.sources)
    yield compose(render, "sources", opening, line=line)


MAKERS = [questions, glossary, services, ask, topics, sources]
