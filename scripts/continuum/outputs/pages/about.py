"""Pages about the site: help, who makes it, what changed, how to cite it, search, its checks."""

from __future__ import annotations

from collections.abc import Iterator

from ...rendering.output import Page
from ...rendering.page import compose
from ...rendering.renderer import Renderer
from ...views.around import urgent_topics
from ...views.finding import index
from ...views.whole_site import evidence, evidence_before, forms, grades, ways_to_cite
from .guide import guide
from .opening import first_line, named


def help(render: Renderer) -> Iterator[Page]:
    """Yield the ways to reach help."""
    line = first_line(render.say.content.help)
    opening = named(render, "help")
    urgent = urgent_topics(render.say.content)
    yield compose(render, "help", opening, line=line, urgent=urgent)


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
    title, day = content.site.title, content.review.checked
    yield compose(
        render,
        "cite",
        named(render, "cite"),
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
    return compose(
        render,
        "quality",
        opening,
        rows=rows,
        foreign=[page for page in made if page.language],
        evidence=evidence(render.say),
        before=list(evidence_before(render.say)),
    )


MAKERS = [help, publisher, changes, cite, guide, search]
