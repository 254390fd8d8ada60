"""What is drawn, in colors by name -> a picture as SVG: outlines, and letters that stay letters."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from .letters import Block, line_width
from .mark import Mark
from .sheet import HEIGHT, ON_PAPER, WIDTH, Inks

# The names of the two fonts, and what stands in where a machine has neither.
FONTS = {"name": "'Source Serif 4', Charter, Georgia, serif"}
OTHER_FONT = "'Source Sans 3', 'Segoe UI', Roboto, Arial, sans-serif"
BOLD = ("name", "strong")
OPENING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" role="img"'
    ' aria-labelledby="title said"><title id="title">{}</title><desc id="said">{}</desc>'
)
LINE = '<text x="{}" y="{}" textLength="{}" lengthAdjust="spacingAndGlyphs"{}>{}</text>'


class Vector:
    """A sheet of outlines. Each line of words is as wide as in the fonts that pictures are drawn
    in, whatever fonts a machine has.
    """

    def __init__(self, tokens: Mapping[str, str], rtl: bool):
        self.tokens, self.rtl = tokens, rtl
        self.parts: list[Markup] = []
        self.outline: list[str] = []
        self.color = ""

    def fill(self, box: tuple[int, int, int, int], color: str) -> None:
        """Fill a box from its start, top, width and height."""
        start, top, width, height = box
        if width <= 0 or height <= 0:
            return
        if color != self.color:
            self._close()
            self.color = color
        left = WIDTH - start - width if self.rtl else start
        self.outline.append(f"M{left} {top}h{width}v{height}h{-width}z")

    def text(self, block: Block, start: int, top: int, inks: Inks = ON_PAPER) -> int:
        """Write lines from a corner on; return where they end below."""
        self._close()
        style = block.style
        face = Markup(
            ' font-family="{}" font-size="{}" font-weight="{}" fill="{}"'
        ).format(
            FONTS.get(style.face, OTHER_FONT),
            style.size,
            600 if style.face in BOLD else 400,
            self.tokens[inks[0]],
        )
        line = top + style.above
        for words in block.lines:
            width = line_width(words, style)
            left = WIDTH - start - width if self.rtl else start
            said = " ".join(words)
            drawn = Markup(LINE).format(left, line, width, face, said)
            self.parts.append(drawn)
            line += style.leading
        return top + block.height

    def mark(self, mark: Mark, corner: tuple[int, int], width: int, inks: Inks) -> None:
        """Draw a mark from a corner on, so wide."""
        self._close()
        start, top = corner
        left = WIDTH - start - width if self.rtl else start
        scale = width / mark.width
        path = "".join(
            f"M{mark.breadth / 2:g} {down - mark.top:g}h{reach}"
            for down, reach in mark.lines
        )
        self.parts.append(
            Markup(
                '<path transform="translate({} {}) scale({:.4f})" d="{}" fill="none" stroke="{}"'
                ' stroke-width="{}" stroke-linecap="round"/>'
            ).format(left, top, scale, path, self.tokens[inks[0]], mark.breadth)
        )

    def svg(self, title: str, said: str) -> bytes:
        """Return the picture as a file, with what it says for those who do not see it."""
        self._close()
        opening = Markup(OPENING).format(WIDTH, HEIGHT, title, said)
        return f"{opening}{''.join(self.parts)}</svg>\n".encode()

    def _close(self) -> None:
        """Draw what was filled last in one color."""
        if self.outline:
            path = Markup('<path fill="{}" d="{}"/>')
            self.parts.append(
                path.format(self.tokens[self.color], "".join(self.outline))
            )
            self.outline = []
