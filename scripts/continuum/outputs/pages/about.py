"""Pages about the site: help, who makes it, what changed, how to cite, search, edit and check it."""

from __future__ import annotations

from collections.abc import Iterator

from ...editors.help import id_of, kinds, pieces, report, title_of
from ...rendering.output import Page
from ...rendering.renderer import Renderer
from ...views.site import forms, grades, index, ways_to_cite
from .opening import Opening, compose, first_line, named


def help(render: Renderer) -> Iterator[Page]:
    """Yield the ways to reach help."""
    line = first_line(render.say.content.help)
    opening = named(render, "help")
    yield compose(render, "help", opening, line=line)


def publisher(render: Renderer) -> Iterator[Page]:
    """Yield who makes the site and how it is checked."""
    line = render.say.content.publisher.line
    opening = named(render, "publisher")
    yield compose(render, "publisher", opening, line=line)


def changes(render: Renderer) -> Iterator[Page]:
    """Yield what changed, the newest first."""
    line = first_line(render.say.content.changes)
    opening = named(render, "changes")
    yield compose(render, "changes", opening, line=line)


def cite(render: Renderer) -> Iterator[Page]:
    """Yield how to cite the site and each level's page."""
    say, content = render.say, render.say.content
    heading, lead = say.phrases("publisher.cite"), say.phrases("cite.in_short")
    title, day = content.site.title, content.review.checked
    yield compose(
        render,
        "cite",
        Opening(heading, lead),
        line=content.site.line,
        ways=ways_to_cite(say, title, say.publication.url, day),
    )


def search(render: Renderer) -> Iterator[Page]:
    """Yield the search page, which lists every page from A to Z for readers without scripts."""
    say = render.say
    yield compose(
        render,
        "search",
        named(render, "search"),
        counts=forms(say.phrases, "search.found"),
        index=index(say),
    )


def guide(render: Renderer) -> Iterator[Page]:
    """Yield the guide for editors: how to change a number, and every name of the file.

    Search leaves it out, as it does what is for developers.
    """
    yield compose(
        render,
        "guide",
        named(render, "guide"),
        kinds=kinds(),
        title_of=title_of,
        id_of=id_of,
        pieces=pieces,
        report=report(),
    )


def quality(render: Renderer, made: list[Page]) -> Page:
    """Return what programs have checked and what nobody has.

    It lists the reading grade of every page made before.
    """
    measured = [
        (page.title, page.address, page.reading, page.review)
        for page in made
        if page.reading
    ]
    opening = named(render, "quality")
    rows = grades(render.say, measured)
    return compose(render, "quality", opening, rows=rows)
