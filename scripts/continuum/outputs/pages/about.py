"""Pages about the site: help, who makes it, what changed, how to cite it, search, its checks."""

from __future__ import annotations

from collections.abc import Iterator

from ...addresses import url_of
from ...rendering.output import Page
from ...rendering.renderer import Renderer
from ...views.lists import index
from ...views.site import forms, grades, ways_to_cite
from .opening import Opening, compose, first_line, named


def help(render: Renderer) -> Iterator[Page]:
    """Yield the ways to reach help."""
    line = first_line(render.say.content.help)
    opening = named(render, "help")
    yield compose(render, "get-help-now", "get-help-now.md", opening, line=line)


def publisher(render: Renderer) -> Iterator[Page]:
    """Yield who makes the site and how it is checked."""
    line = render.say.content.publisher.line
    opening = named(render, "publisher")
    yield compose(render, "who-made-this", "who-made-this.md", opening, line=line)


def changes(render: Renderer) -> Iterator[Page]:
    """Yield what changed, the newest first."""
    line = first_line(render.say.content.changes)
    opening = named(render, "changes", searchable=False)
    yield compose(render, "changes", "changes.md", opening, line=line)


def cite(render: Renderer) -> Iterator[Page]:
    """Yield how to cite the site and each level's page."""
    say, content = render.say, render.say.content
    heading, lead = say.phrases("publisher.cite"), say.phrases("cite.in_short")
    title, day = content.site.title, content.review.checked
    yield compose(
        render,
        "cite",
        "cite.md",
        Opening(heading, lead, searchable=False),
        line=content.site.line,
        ways=ways_to_cite(say, title, say.publication.url, day),
    )


def search(render: Renderer) -> Iterator[Page]:
    """Yield the search page, which lists every page from A to Z for readers without scripts."""
    say = render.say
    yield compose(
        render,
        "search",
        "search.md",
        named(render, "search", searchable=False),
        counts=forms(say.phrases, "search.found"),
        index=index(say),
    )


def quality(render: Renderer, made: list[Page]) -> Iterator[Page]:
    """Yield what programs have checked and what nobody has.

    It lists the reading grade of every page made before.
    """
    measured = [
        (page.title, url_of(page.path), *render.readings[page.path])
        for page in made
        if page.path in render.readings
    ]
    opening = named(render, "quality", searchable=False)
    rows = grades(render.say, measured)
    yield compose(render, "quality", "quality.md", opening, rows=rows)
