"""Texts -> lines in letters that come with the program, and how wide and high they are.

Fonts of the machine differ, and so would the pictures. These two hold Latin, Greek and Cyrillic
letters. What they lack, or what runs from right to left or joins its letters, cannot be drawn.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import ceil
from unicodedata import bidirectional, category, normalize

import fontpkg_source_sans_3 as sans
import fontpkg_source_serif_4 as serif
from PIL import Image, ImageFont

# The file of each face, and how it is set along the axes of the file.
FACES = {
    "name": (serif.ROOT / "files" / "SourceSerif4[opsz,wght].ttf", (600, 60)),
    "plain": (sans.ROOT / "files" / "SourceSans3[wght].ttf", (400,)),
    "strong": (sans.ROOT / "files" / "SourceSans3[wght].ttf", (600,)),
}
# Between two lines, in parts of the size.
LEADING = {"name": 1.14, "plain": 1.3, "strong": 1.3}
ASCENT, DESCENT = 0.95, 0.28  # the highest and lowest letters, in parts of the size
MIRRORED = {"R", "AL", "AN"}
NOWHERE = "\U0010fffe"  # no font has a letter for it


@dataclass(frozen=True, slots=True)
class Style:
    """A face of letters at a size in pixels."""

    face: str
    size: int

    @property
    def leading(self) -> int:
        """From one line to the next."""
        return round(self.size * LEADING[self.face])

    @property
    def above(self) -> int:
        """How high letters reach over their line."""
        return round(self.size * ASCENT)

    @property
    def below(self) -> int:
        """How far letters reach under their line."""
        return round(self.size * DESCENT)


@dataclass(frozen=True, slots=True)
class Block:
    """A text in lines, each as its words, that stands in a style."""

    style: Style
    lines: tuple[tuple[str, ...], ...]

    @classmethod
    def none(cls) -> Block:
        """Return a block without lines."""
        return cls(Style("plain", 1), ())

    @property
    def height(self) -> int:
        """From the top of the first line to the bottom of the last one."""
        if not self.lines:
            return 0
        style = self.style
        return style.leading * (len(self.lines) - 1) + style.above + style.below

    @property
    def width(self) -> int:
        """How wide its widest line is."""
        return max((line_width(line, self.style) for line in self.lines), default=0)


@cache
def font(style: Style) -> ImageFont.FreeTypeFont:
    """Return the font of a style. The simple layout gives the same on every machine."""
    file, axes = FACES[style.face]
    found = ImageFont.truetype(file, style.size, layout_engine=ImageFont.Layout.BASIC)
    found.set_variation_by_axes(list(axes))
    return found


@cache
def can_draw(text: str) -> bool:
    """Return whether the fonts hold every sign of a text, in the order in which it is read."""
    return all(_holds(sign) for sign in normalize("NFC", text))


@cache
def _holds(sign: str) -> bool:
    if sign.isspace():
        return True
    if category(sign) in ("Mn", "Mc", "Me", "Cf") or bidirectional(sign) in MIRRORED:
        return False
    return all(_shape(face, sign) != _shape(face, NOWHERE) for face in FACES)


@cache
def _shape(face: str, sign: str) -> bytes:
    return bytes(font(Style(face, 40)).getmask(sign))


@cache
def word_width(word: str, style: Style) -> int:
    """Return how far a word reaches, in whole pixels."""
    return ceil(font(style).getlength(word))


@cache
def space(style: Style) -> int:
    """Return how wide a space is."""
    return round(font(style).getlength(" "))


def line_width(words: Iterable[str], style: Style) -> int:
    """Return how wide words with spaces between them are."""
    widths = [word_width(word, style) for word in words]
    return sum(widths) + space(style) * max(len(widths) - 1, 0)


@cache
def mask(word: str, style: Style) -> tuple[Image.Image, tuple[int, int]]:
    """Return how much of each pixel a word covers, and where that begins below and beside the top
    of its line.
    """
    covered, offset = font(style).getmask2(word, mode="L", anchor="ls")
    return Image.frombytes("L", covered.size, bytes(covered)), offset


@cache
def fitted(text: str, face: str, sizes: tuple[int, ...], box: tuple[int, int]) -> Block:
    """Return a text in the largest of some sizes at which it fits a width and a height; without
    lines where none does or the fonts lack a sign, so that nothing is ever cut.
    """
    width, height = box
    if not can_draw(text):
        return Block.none()
    words = tuple(normalize("NFC", text).split())
    for size in sizes:
        style = Style(face, size)
        block = _wrapped(words, style, width)
        if block and block.height <= height:
            return block
    return Block.none()


@cache
def _wrapped(words: tuple[str, ...], style: Style, width: int) -> Block | None:
    """Return words in lines that fit; None where a word is too long for a line."""
    lines: list[tuple[str, ...]] = []
    line: tuple[str, ...] = ()
    used = 0
    for word in words:
        wide = word_width(word, style)
        if wide > width:
            return None
        longer = used + space(style) + wide if line else wide
        if longer > width:
            lines.append(line)
            line, used = (), 0
            longer = wide
        line, used = (*line, word), longer
    return Block(style, tuple(lines + [line] if line else lines))
