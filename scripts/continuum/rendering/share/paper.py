"""What is drawn, in colors by name -> a picture as PNG, with few colors, the same everywhere."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from io import BytesIO

from PIL import Image, ImageColor

from .letters import Block, Style, line_width, mask, space, word_width
from .mark import Mark, covered
from .sheet import HEIGHT, ON_PAPER, WIDTH, Inks

STEPS = 9  # from what a letter stands on to its own color, both among them
FAINTEST = 256 // (2 * STEPS)  # what covers less of a pixel is not seen
SEEN = bytes(255 * (amount > FAINTEST) for amount in range(256))
RUNS = 3  # how it is packed: in runs of one color, which is fast and leaves nothing to choose


Color = tuple[int, ...]
Stamp = tuple[Image.Image, Image.Image]
Corner = tuple[int, int]
# What is written in which color, and on which.
WRITTEN = (
    ("ink", "paper"),
    ("soft", "paper"),
    ("accent", "paper"),
    ("ink", "band"),
    ("soft", "band"),
    ("accent", "band"),
    ("accent-pale", "band"),
)
FILLED = (
    *("paper", "band", "line", "accent", "bar-pale", "yours", "asleep"),
    *("night", "night-deep", "ward", "accent-pale"),
)


class Colors:
    """The colors of pictures by their names, each with a number, and the steps between the color of
    letters and what they stand on. All of them stand in each picture, whatever it needs, so that a
    picture is the same whichever was drawn before it.
    """

    def __init__(self, tokens: Mapping[str, str]):
        self.tokens = {name: ImageColor.getrgb(color) for name, color in tokens.items()}
        self.listed: list[Color] = []
        self.solid = {name: self._number(self.tokens[name]) for name in FILLED}
        self.ramps = {pair: self._ramp(*pair) for pair in WRITTEN}
        self.palette = [part for color in self.listed for part in color]
        self.word = cache(self._word)

    def _number(self, color: Color) -> int:
        if color not in self.listed:
            self.listed.append(color)
        return self.listed.index(color)

    def _ramp(self, ink: str, ground: str) -> bytes:
        """Return for each amount of 0 to 255 that a letter covers the number of its color."""
        steps = []
        for step in range(STEPS):
            part = step / (STEPS - 1)
            ends = zip(self.tokens[ground], self.tokens[ink], strict=True)
            mixed = tuple(round(under + (over - under) * part) for under, over in ends)
            steps.append(self._number(mixed))
        return bytes(steps[round(amount * (STEPS - 1) / 255)] for amount in range(256))

    def in_numbers(self, covered: Image.Image, inks: Inks) -> Stamp:
        """Return what covers pixels in part as numbers of colors, and which pixels are drawn."""
        amounts, size = covered.tobytes(), covered.size
        drawn = Image.frombytes("L", size, amounts.translate(self.ramps[inks]))
        return drawn, Image.frombytes("L", size, amounts.translate(SEEN))

    def _word(self, word: str, style: Style, inks: Inks) -> tuple[Stamp, Corner]:
        """Return a word as it is drawn, and where that begins."""
        covered, offset = mask(word, style)
        return self.in_numbers(covered, inks), offset


class Paper:
    """A sheet of pixels. `spots` are the boxes of its words and marks as they stand."""

    def __init__(self, colors: Colors, rtl: bool):
        self.colors, self.rtl = colors, rtl
        # Numbers of colors; that they are colors is said at the end, since mixing modes costs time.
        self.image = Image.new("L", (WIDTH, HEIGHT))
        self.spots: list[tuple[int, int, int, int]] = []

    def fill(self, box: tuple[int, int, int, int], color: str) -> None:
        """Fill a box from its start, top, width and height."""
        start, top, width, height = box
        left = WIDTH - start - width if self.rtl else start
        if width > 0 and height > 0:
            area = (left, top, left + width, top + height)
            self.image.paste(self.colors.solid[color], area)

    def text(self, block: Block, start: int, top: int, inks: Inks = ON_PAPER) -> int:
        """Write lines from a corner on; return where they end below."""
        line = top + block.style.above
        for words in block.lines:
            self._line(words, block.style, (start, line), inks)
            line += block.style.leading
        return top + block.height if block.lines else top

    def _line(
        self, words: tuple[str, ...], style: Style, place: Corner, inks: Inks
    ) -> None:
        """Write words on a line. Their letters run from left to right."""
        start, line = place
        x = WIDTH - start - line_width(words, style) if self.rtl else start
        for word in words:
            stamp, (left, up) = self.colors.word(word, style, inks)
            self._stamp(stamp, (x + left, line + up))
            x += word_width(word, style) + space(style)

    def mark(self, mark: Mark, corner: Corner, width: int, inks: Inks) -> None:
        """Draw a mark from a corner on, so wide."""
        start, top = corner
        left = WIDTH - start - width if self.rtl else start
        stamp = self.colors.in_numbers(covered(mark, width), inks)
        self._stamp(stamp, (left, top))

    def _stamp(self, stamp: Stamp, corner: Corner) -> None:
        """Put something drawn at a corner at the top left."""
        drawn, seen = stamp
        self.image.paste(drawn, corner, seen)
        left, top = corner
        self.spots.append((left, top, left + drawn.width, top + drawn.height))

    def png(self) -> bytes:
        """Return the picture as a file."""
        self.image.putpalette(self.colors.palette)
        file = BytesIO()
        self.image.save(file, "PNG", compress_level=6, compress_type=RUNS)
        return file.getvalue()
