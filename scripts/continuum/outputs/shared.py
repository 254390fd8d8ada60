"""Pages -> their pictures for sharing: what is seen where their addresses are sent to others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..addresses import share_of
from ..rendering.output import Output, Page
from ..rendering.renderer import Renderer
from ..rendering.share import Easel


def pictures(render: Renderer, pages: Iterable[Page]) -> Iterator[Output]:
    """Yield the picture of each page but sheets, which are for paper."""
    easel = Easel(render)
    for page in pages:
        if not page.entry.on_paper:
            yield Output(share_of(page.address), easel.png(render.cards.card(page)))
