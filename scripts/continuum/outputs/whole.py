"""Content -> the whole site: every page in its frame, and every file beside the pages."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from ..rendering.frame import Frame
from ..rendering.output import Output, Page
from ..rendering.renderer import Renderer
from ..settings import Settings
from . import files, lists, outputs, prose, search


def whole_site(render: Renderer, settings: Settings) -> Iterator[Output]:
    """Yield every file of the site as it is published. Raises ContentError for hand-written pages
    that cannot be read.
    """
    drafts = prose.drafts(settings)
    frame = framed(render, drafts)
    made: list[Page] = []
    for file in chain(prose.pages(render, settings, drafts), outputs(render)):
        if isinstance(file, Page):
            made.append(file)
            yield frame.document(file)
        else:
            yield file
    yield from lists(render, made)
    yield frame.lost()
    yield from files.security(render, settings)
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
    yield from search.worker(render.say.phrases.locale.language)
