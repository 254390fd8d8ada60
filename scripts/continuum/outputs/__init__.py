"""The catalogue: Continuum -> every file of the site. One function is one kind of output."""

from __future__ import annotations

from collections.abc import Iterator

from ..render import Renderer
from . import api, data, embeds, pages
from .output import Output, Page

OUTPUTS = [
    pages.home, pages.matrix, pages.levels, pages.week, pages.hours, pages.compare, pages.pairs, pages.sheets, pages.questions, pages.glossary, pages.services,
    pages.ask, pages.topics, pages.sources, pages.help, pages.publisher, pages.changes, pages.cite, pages.guide, pages.search,
    api.page, api.documents, api.schemas, api.matrix, api.feed,
    data.redirects, data.diagrams, data.robots, data.styles, embeds.embeds, embeds.scripts, embeds.builder, embeds.ready, embeds.for_it,
]  # fmt: skip


def outputs(render: Renderer) -> Iterator[Output]:
    """Yield every generated file of the site."""
    made = []
    for output in OUTPUTS:
        for file in output(render):
            yield file
            if isinstance(file, Page):
                made.append(file)
    for page in pages.quality(render, made):
        yield page
        made.append(page)
    yield from embeds.links(render, made)


__all__ = ["OUTPUTS", "Output", "Page", "outputs"]
