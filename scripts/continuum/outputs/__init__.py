"""The catalogue: Content -> every file of the site. One function is one kind of output."""

from __future__ import annotations

from collections.abc import Iterator

from ..rendering.output import Output, Page
from ..rendering.renderer import Renderer
from . import files, pages
from .api import files as api
from .embeds import files as embeds

OUTPUTS = [
    pages.home,
    pages.matrix,
    pages.levels,
    pages.week,
    pages.hours,
    pages.compare,
    pages.pairs,
    pages.sheets,
    pages.questions,
    pages.glossary,
    pages.services,
    pages.ask,
    pages.topics,
    pages.sources,
    pages.help,
    pages.publisher,
    pages.changes,
    pages.cite,
    pages.guide,
    pages.search,
    api.page,
    api.documents,
    api.schemas,
    api.matrix,
    api.feed,
    files.redirects,
    files.diagrams,
    files.robots,
    files.styles,
    embeds.embeds,
    embeds.scripts,
    embeds.builder,
    embeds.ready,
    embeds.for_it,
]
# What can be made before the others, or without them. The rest measures what was made before it.
ALONE = [output for output in OUTPUTS if output is not embeds.for_it]


def outputs(render: Renderer) -> Iterator[Output]:
    """Yield every generated file of the site."""
    made = []
    for output in OUTPUTS:
        for file in output(render):
            yield file
            if isinstance(file, Page):
                made.append(file)
    yield from endings(render, made)


def endings(render: Renderer, made: list[Page]) -> Iterator[Output]:
    """Yield what speaks of all the pages made before."""
    for page in pages.quality(render, made):
        yield page
        made.append(page)
    yield from embeds.links(render, made)


__all__ = ["ALONE", "OUTPUTS", "Output", "Page", "endings", "outputs"]
