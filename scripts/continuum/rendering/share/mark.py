"""The site's mark at any size: three lines, each longer than the one above it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PIL import Image, ImageDraw

FINER = 4  # drawn so many times larger, so that round ends are smooth


@dataclass(frozen=True)
class Mark:
    """Lines one under the other with round ends, in a square of `size`: where they `start` and how
    broad they are; how far down each is, and how far it reaches.
    """

    size: float
    start: float
    breadth: float
    lines: tuple[tuple[float, float], ...]

    @property
    def width(self) -> float:
        """How wide it is from end to end."""
        return max(reach for _, reach in self.lines) + self.breadth

    @property
    def top(self) -> float:
        """Where its first line begins."""
        return self.lines[0][0] - self.breadth / 2


@cache
def covered(mark: Mark, width: int) -> Image.Image:
    """Return how much of each pixel a mark covers, so many pixels wide, with no margin."""
    half = mark.breadth / 2
    downs = [down for down, _ in mark.lines]
    scale = width / mark.width
    height = round((downs[-1] - downs[0] + mark.breadth) * scale)
    image = Image.new("L", (width * FINER, height * FINER), 0)
    pen = ImageDraw.Draw(image)
    for down, reach in mark.lines:
        top = (down - downs[0]) * scale * FINER
        end = (reach + mark.breadth) * scale * FINER
        box = (0, top, end - 1, top + mark.breadth * scale * FINER - 1)
        pen.rounded_rectangle(box, radius=half * scale * FINER, fill=255)
    return image.reduce(FINER)
