"""Texts and lengths -> how wide a text will be, where its lines break, where things stand."""

from __future__ import annotations

from typing import NamedTuple
from unicodedata import east_asian_width

# How wide signs are, in parts of the size of the letters: generous, since the reader's own
# fonts draw them.
NARROW, NARROW_WIDTH = set("iljtfrI.,:;'|!()[]’ -"), 0.32
BROAD, BROAD_WIDTH = set("mwMW@%—"), 0.9
SQUARE_WIDTH = 1.02  # signs of East Asian scripts
CAPITAL_WIDTH = 0.68
USUAL_WIDTH = 0.56


class Box(NamedTuple):
    """A rectangle: its corner at the top left, its width and height."""

    x: float
    y: float
    width: float
    height: float


class Canvas:
    """Places things along the reading direction, so that right-to-left is the mirror image."""

    def __init__(self, width: float, rtl: bool):
        self.width = width
        self.rtl = rtl

    def x(self, x: float) -> float:
        """Return where a point stands that is so far from the start of a line."""
        if self.rtl:
            x = self.width - x
        return round(x, 1)

    def box(self, x: float, y: float, width: float, height: float) -> Box:
        """Return a rectangle that begins so far from the start of a line."""
        left = x + width if self.rtl else x
        return Box(
            x=self.x(left),
            y=round(y, 1),
            width=round(width, 1),
            height=round(height, 1),
        )

    def line(self, start: float, end: float, y: float) -> str:
        """Return a line across, at the height `y`."""
        return f"M{self.x(start)} {y}H{self.x(end)}"

    def bar(self, box: Box) -> str:
        """Return the outline of a bar that begins at `box`."""
        start, end = self.x(box.x), self.x(box.x + box.width)
        return f"M{start} {box.y}H{end}V{box.y + box.height}H{start}Z"


def text_width(text: str, size: float) -> float:
    """Return a generous estimate of how wide a text will be in letters of a size."""
    units = 0.0
    for sign in text:
        units += _width_of(sign)
    return units * size


def wrap(text: str, size: float, width: float) -> tuple[str, ...]:
    """Return a text in lines that fit; a word too long for a line is cut between letters."""
    lines, line = [], ""
    for word in text.split():
        *full, rest = _cut(word, size, width)
        if full:
            lines += [line, *full] if line else full
            line = ""
        longer = f"{line} {rest}".strip()
        if text_width(longer, size) <= width:
            line = longer
        else:
            lines.append(line)
            line = rest
    if line:
        lines.append(line)

    return tuple(lines) or ("",)


def _width_of(sign: str) -> float:
    if sign in NARROW:
        return NARROW_WIDTH
    if sign in BROAD:
        return BROAD_WIDTH
    if east_asian_width(sign) in "WF":
        return SQUARE_WIDTH
    return CAPITAL_WIDTH if sign.isupper() else USUAL_WIDTH


def _cut(word: str, size: float, width: float) -> list[str]:
    """Return a word in parts that fit, the last of which others may follow on its line."""
    parts = []
    start, units = 0, 0.0
    for place, sign in enumerate(word):
        units += _width_of(sign)
        if units * size > width and place > start:
            parts.append(word[start:place])
            start, units = place, _width_of(sign)
    return [*parts, word[start:]]
