"""What stands beside the levels -> a band of pills below them."""

from __future__ import annotations

from ...model.level import Level
from .measure import Canvas, text_width, wrap
from .parts import Beside, Label, Pill

SIZE = 16  # of a pill's letters, a little larger than they are, since they are bold
LINE = 18  # from one line of a pill to the next
PADDING = 13  # at each side of a pill's text
OVER = 20  # from a pill's top to its first baseline
UNDER = 34  # from a pill's top to the end of its row
HEIGHT = 12  # of a pill without its lines
ROW = 40  # from one row of pills to the next
GAP = 10  # between two pills
MARGIN = 12  # at the end of a row of pills
BOLD = 40  # what the longest pill leaves free beside it
EDGE = 2  # between the band and the edge of the picture
BELOW = 14  # between the pills and the end of the band


def beside(
    canvas: Canvas,
    levels: list[Level],
    head: Label,
    band: float,
    first: tuple[float, float],
) -> Beside:
    """Return a band that begins at the height `band`, its first pill so far into the picture."""
    pills, bottom = _pills(canvas, levels, *first)
    height = bottom + BELOW - band
    box = canvas.box(EDGE, band, canvas.width - 2 * EDGE, height)
    return Beside(box, head, tuple(pills))


def _pills(
    canvas: Canvas, levels: list[Level], left: float, top: float
) -> tuple[list[Pill], float]:
    """Return pills in rows, and where the last row ends."""
    x, y = left, top
    found = []
    for level in levels:
        lines = wrap(level.short, SIZE, canvas.width - left - BOLD)
        longest = max(text_width(line, SIZE) for line in lines)
        width = longest + 2 * PADDING
        if x > left and x + width > canvas.width - MARGIN:
            x = left
            y += ROW

        height = HEIGHT + LINE * len(lines)
        box = canvas.box(x, y, width, height)
        text = _text(lines, canvas.x(x + PADDING), y + OVER)
        found.append(Pill(level, box, text))

        x += width + GAP
        y += LINE * (len(lines) - 1)
    return found, y + UNDER


def _text(lines: tuple[str, ...], x: float, y: float) -> Label:
    return Label(
        x=x,
        y=y,
        lines=lines,
        kind="pill",
        leading=LINE,
    )
