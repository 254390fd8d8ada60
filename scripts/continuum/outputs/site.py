"""Content -> the whole site: every page in its frame, and every file beside the pages."""

from __future__ import annotations

from collections.abc import Iterator

from .. import examine
from ..rendering.frame import Frame
from ..rendering.output import Output, Page
from ..rendering.renderer import Renderer
from ..settings import Settings, this_day
from ..views.speaking import Site, Views
from . import lists, outputs, prose, search


def site(settings: Settings) -> Iterator[Output]:
    """Yield every file of the site that the settings describe. Raises ContentError with every
    problem of its content.
    """
    content, phrases, _ = examine(settings.content, settings.words)
    where = Site(settings.url, settings.edit, this_day())
    yield from whole_site(Renderer(Views(content, phrases, where)), settings)


def whole_site(render: Renderer, settings: Settings) -> Iterator[Output]:
    """Yield every file of the site as it is published. Raises ContentError for hand-written pages
    that cannot be read.
    """
    drafts = prose.drafts(settings)
    frame = framed(render, drafts)
    made: list[Page] = []
    for file in [*prose.pages(render, settings, drafts), *outputs(render)]:
        if isinstance(file, Page):
            made.append(file)
            yield frame.document(file)
        else:
            yield file
    yield from lists(render, made)
    yield frame.lost()
    yield from beside(render, settings)


def framed(render: Renderer, drafts: list[prose.Draft]) -> Frame:
    """Return the frame around the pages of a site, which leads to its hand-written pages."""
    ways = [(draft.title, draft.address) for draft in drafts]
    return Frame(render, ways, search.worker_address())


def beside(render: Renderer, settings: Settings) -> Iterator[Output]:
    """Yield what is not made but taken as it is: the files beside hand-written pages, and the
    search's worker.
    """
    yield from prose.files(settings)
    yield from search.worker(render.views.phrases.locale.language)
