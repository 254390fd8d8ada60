"""Pictures of pages for sharing: cards -> PNG and SVG, without a browser and the same on every
machine.
"""

from __future__ import annotations

from ...views.share import Card
from ..renderer import Renderer
from .layouts import Layout
from .mark import Mark
from .paper import Colors, Paper
from .sheet import HEIGHT, WIDTH
from .vector import Vector


class Easel:
    """Draws the pictures of one site. Its colors are those of its pages by day."""

    def __init__(self, render: Renderer):
        self.cards = render.cards
        self.mirrored = render.say.content.mirrored
        self.tokens = render.tokens.LIGHT
        self.colors = Colors(self.tokens)
        lines = tuple(map(tuple, render.tokens.MARK["lines"]))
        own_logo = bool(render.say.publication.look.logo)
        mark = None if own_logo else Mark(**render.tokens.MARK | {"lines": lines})
        self.layout = Layout(mark, self.cards.site, self.cards.address)

    def paper(self, card: Card) -> Paper:
        """Return a card as it is drawn in pixels."""
        paper = Paper(self.colors, self.mirrored)
        self.layout.draw(card, paper)
        return paper

    def png(self, card: Card) -> bytes:
        """Return a card as a file of pixels."""
        return self.paper(card).png()

    def svg(self, card: Card) -> bytes:
        """Return a card as a file of outlines and letters."""
        sheet = Vector(self.tokens, self.mirrored)
        self.layout.draw(card, sheet)
        return sheet.svg(card.title, self.cards.heard(card))


__all__ = ["HEIGHT", "WIDTH", "Easel"]
