"""Pages: every address of the site that a reader can open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..addresses import BY_ID, at, pair_id
from ..editors.help import id_of, kinds, pieces, report, title_of
from ..model.base import Model
from ..rendering.output import Page
from ..rendering.page import page
from ..rendering.renderer import Renderer
from ..views.diagram import continuum_diagram, small_bars
from ..views.speaking import together


def home(render: Renderer) -> Iterator[Page]:
    """Yield the home page: what this is, three doors, the line of levels."""
    views, site = render.views, render.views.content.site
    yield page(
        render,
        "home",
        title=site.title,
        description=site.purpose,
        lead=site.purpose,
        line=site.line,
        review=views.review_of_all,
        diagram=continuum_diagram(views),
        alone=False,
    )


def matrix(render: Renderer) -> Iterator[Page]:
    """Yield all levels side by side: readers' questions down, levels across."""
    yield _list(render, "levels", review=render.views.review_of_all)


def levels(render: Renderer) -> Iterator[Page]:
    """Yield a page for each level, all with the same sections in the same order."""
    views, scale = render.views, small_bars(render.views)
    for level in views.content.levels:
        yield page(
            render,
            "level",
            level.id,
            title=views.name(level),
            description=views.text(level.in_a_line),
            lead=views.text(level.in_short),
            level=level,
            line=level.line,
            review=level.review,
            scale=scale,
        )


def week(render: Renderer) -> Iterator[Page]:
    """Yield the example weeks of all levels side by side."""
    yield _list(render, "week", review=render.views.review_of_all)


def hours(render: Renderer) -> Iterator[Page]:
    """Yield the levels by how many hours they take and where you sleep."""
    views = render.views
    yield _list(render, "hours", review=views.review_of_all, scale=small_bars(views))


def compare(render: Renderer) -> Iterator[Page]:
    """Yield the list of all comparisons."""
    yield _list(render, "compare", review=render.views.review_of_all)


def pairs(render: Renderer) -> Iterator[Page]:
    """Yield a page for every two levels."""
    views, scale = render.views, small_bars(render.views)
    for a, b in views.pairs():
        yield page(
            render,
            "pair",
            pair_id(a, b),
            title=views.pair_title(a, b),
            description=views.phrases("compare.pair_line", a=a.name, b=b.name),
            pair=views.pair(a, b),
            line=b.line,
            review=together([a.review, b.review]),
            scale=scale,
        )


def sheets(render: Renderer) -> Iterator[Page]:
    """Yield sheets that fit on one printed page: each level, the questions to ask, and what
    matters to you.
    """
    views, w = render.views, render.views.phrases
    for level in views.content.levels:
        name = views.name(level)
        yield page(
            render,
            "sheet",
            level.id,
            title=w("sheet.title", name=name),
            heading=name,
            description=w("sheet.line", name=name),
            lead=views.text(level.in_short),
            same_as=at("level", level.id),
            level=level,
            line=level.line,
            review=level.review,
        )
    if views.content.ask:
        heading, first = w("ask.title"), views.content.ask[0]
        yield _sheet(render, "sheet-ask", "ask", heading, first, at("ask"))
    if views.content.matters:
        heading, first = w("sheet.matters"), views.content.matters[0]
        yield _sheet(render, "sheet-matters", "matters", heading, first)


def questions(render: Renderer) -> Iterator[Page]:
    """Yield the questions that people ask, with short answers."""
    views = render.views
    yield _list(render, "faq", views.content.faq, groups=views.answers)


def glossary(render: Renderer) -> Iterator[Page]:
    """Yield the words and letters, from A to Z."""
    words = render.views.content.words
    terms = sorted(words, key=lambda word: word.term.casefold())
    yield _list(render, "words", words, terms=terms)


def services(render: Renderer) -> Iterator[Page]:
    """Yield what happens in treatment, one service at a time."""
    yield _list(render, "services", render.views.content.services)


def ask(render: Renderer) -> Iterator[Page]:
    """Yield the questions to ask a program."""
    yield _list(render, "ask", render.views.content.ask)


def topics(render: Renderer) -> Iterator[Page]:
    """Yield a page for each topic of the file."""
    views = render.views
    for topic in views.content.topics:
        yield page(
            render,
            "topic",
            topic.id,
            title=topic.title,
            description=views.text(topic.in_a_line),
            lead=views.text(topic.in_short),
            topic=topic,
            line=topic.line,
            review=topic.review,
        )


def sources(render: Renderer) -> Iterator[Page]:
    """Yield every source, and whose numbers the site shows."""
    yield _list(render, "sources", render.views.content.sources)


def help(render: Renderer) -> Iterator[Page]:
    """Yield the ways to reach help."""
    yield _list(render, "help", render.views.content.help)


def publisher(render: Renderer) -> Iterator[Page]:
    """Yield who makes the site and how it is checked."""
    yield _list(render, "publisher", [render.views.content.publisher])


def changes(render: Renderer) -> Iterator[Page]:
    """Yield what changed, the newest first."""
    yield _list(render, "changes", render.views.content.changes)


def cite(render: Renderer) -> Iterator[Page]:
    """Yield how to cite the site and each level's page."""
    yield _list(render, "cite", [render.views.content.site])


def search(render: Renderer) -> Iterator[Page]:
    """Yield the search page, which lists every page from A to Z for readers without scripts."""
    yield _list(render, "search")


def guide(render: Renderer) -> Iterator[Page]:
    """Yield the guide for editors: how to change a number, and every name of the file."""
    yield _list(
        render,
        "guide",
        kinds=kinds(),
        title_of=title_of,
        id_of=id_of,
        pieces=pieces,
        report=report(),
    )


def quality(render: Renderer, made: list[Page]) -> Page:
    """Return what programs have checked and what nobody has, with the reading grade of every page
    made before.
    """
    measured = [
        (page.title, page.address, page.reading, page.review)
        for page in made
        if page.reading
    ]
    return _list(render, "quality", rows=render.views.grades(measured))


def _list(
    render: Renderer, id: str, of: list[Model] | None = None, **values: Any
) -> Page:
    """Return a page of which there is one, made from a list of the file."""
    w, entry = render.views.phrases, BY_ID[id]
    in_short = entry.heading.split(".")[0] if id != "cite" else "cite"
    said = w(f"{in_short}.in_short")
    line = of[0].line if of else 1
    return page(
        render,
        id,
        title=w(entry.heading),
        description=said,
        lead=said,
        line=line,
        **values,
    )


def _sheet(
    render: Renderer, id: str, name: str, heading: str, first: Model, same_as: str = ""
) -> Page:
    w = render.views.phrases
    said = w(f"sheet.{name}_lead")
    return page(
        render,
        id,
        title=w(f"sheet.{name}_title"),
        heading=heading,
        description=said,
        lead=said,
        line=first.line,
        same_as=same_as,
    )
