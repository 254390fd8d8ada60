"""Pictures of pages for sharing: cards -> PNG, without a browser and the same on every machine."""

from __future__ import annotations

from ...views.share import Card
from ..renderer import Renderer
from .layouts import Layout
from .mark import Mark
from .paper import HEIGHT, WIDTH, Colors, Paper


class Easel:
    """Draws the pictures of one site. Its colors are those of its pages by day."""

    def __init__(self, render: Renderer):
        self.cards = render.cards
        lines = tuple(map(tuple, render.tokens.MARK["lines"]))
        self.layout = Layout(
            Colors(render.tokens.LIGHT),
            render.say.content.mirrored,
            Mark(**render.tokens.MARK | {"lines": lines}),
            self.cards.site,
            self.cards.address,
        )

    def paper(self, card: Card) -> Paper:
        """Return a card as it is drawn."""
        return self.layout.draw(card)

    def png(self, card: Card) -> bytes:
        """Return a card as a file."""
        return self.paper(card).png()


__all__ = ["HEIGHT", "WIDTH", "Easel"]
