"""The catalogue: Content -> every file of the site. One function is one kind of output."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..rendering.output import Output, Page
from ..rendering.renderer import Renderer
from . import files, pages, prose, search, shared
from .api import feed as feeds
from .api import files as api
from .embeds import files as embeds
from .pages import about

Maker = Callable[[Renderer], Iterator[Output | Page]]
MAKERS: list[Maker] = [
    files.styles,
    *pages.MAKERS,
    api.page,
    api.documents,
    api.schemas,
    api.matrix,
    api.states,
    feeds.feed,
    files.redirects,
    files.diagrams,
    files.robots,
    embeds.everything,
]


def outputs(render: Renderer) -> Iterator[Output | Page]:
    """Yield every generated file of the site, pages without the frame around them."""
    made = []
    for maker in MAKERS:
        for file in maker(render):
            yield file
            made.append(file)
    yield from endings(render, made)


def endings(render: Renderer, made: list[Output | Page]) -> Iterator[Output | Page]:
    """Yield what speaks of all that was made before."""
    found = [file for file in made if isinstance(file, Page)]
    quality = about.quality(render, found)
    yield quality
    yield from embeds.links(render, [*found, quality], {file.path for file in made})


def lists(render: Renderer, made: list[Page]) -> Iterator[Output]:
    """Yield what is made of all pages, hand-written ones too: the lists for the search and search
    engines, and the pictures.
    """
    yield files.sitemap(render, made)
    yield search.index(render.say, made)
    yield from shared.pictures(render, made)


__all__ = [
    "MAKERS",
    "endings",
    "files",
    "lists",
    "outputs",
    "prose",
    "search",
]
