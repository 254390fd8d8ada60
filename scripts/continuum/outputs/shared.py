"""Pages -> their pictures for sharing: what is seen where their addresses are sent to others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..addresses import share_of
from ..rendering.output import Output, Page
from ..rendering.renderer import Renderer
from ..rendering.share import Easel


def pictures(render: Renderer, pages: Iterable[Page]) -> Iterator[Output]:
    """Yield the picture of each page but sheets, which are for paper; as SVG too where the page
    offers it to be saved.
    """
    easel = Easel(render)
    for page in pages:
        if page.entry.on_paper:
            continue
        card = render.cards.card(page)
        address = share_of(page.address)
        pixels = easel.png(card)
        yield Output(address, pixels)
        if card.saved:
            address = share_of(page.address, "svg")
            outlines = easel.svg(card)
            yield Output(address, outlines)
