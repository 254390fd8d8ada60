"""What a picture is drawn on, whatever file comes of it: boxes of color, lines of words, a mark."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from .letters import Block
from .mark import Mark

WIDTH, HEIGHT = 1200, 630

Inks = tuple[str, str]  # the color of letters, and of what they stand on
ON_PAPER: Inks = ("ink", "paper")


class Box(NamedTuple):
    """A place: its start in the reading direction, its top, width and height."""

    x: int
    y: int
    width: int
    height: int

    @property
    def size(self) -> tuple[int, int]:
        """Its width and height."""
        return self.width, self.height


class Sheet(Protocol):
    """Places on it are measured along the reading direction, so that right-to-left is the mirror
    image. Colors are named.
    """

    def fill(self, box: tuple[int, int, int, int], color: str) -> None:
        """Fill a box from its start, top, width and height."""

    def text(self, block: Block, start: int, top: int, inks: Inks = ON_PAPER) -> int:
        """Write lines from a corner on; return where they end below."""

    def mark(self, mark: Mark, corner: tuple[int, int], width: int, inks: Inks) -> None:
        """Draw a mark from a corner on, so wide."""
