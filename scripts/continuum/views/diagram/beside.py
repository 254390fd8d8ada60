"""What stands beside the levels -> a band of pills below them."""

from __future__ import annotations

from ..speaking import Speaker
from .measure import Box, Canvas, wrap
from .parts import Beside, Label
from .pills import bottom_of, pills

HEADS = 14  # letters of the head, a little larger than they are, since they are bold
HEAD, HEAD_LINE = (
    26,
    18,
)  # from the top of the band to its head, and between two lines of it
UNDER = 12  # from the head to the pills
EDGE, MARGIN = 14, 14  # within the band, at each side and below


def drawn_beside(say: Speaker, canvas: Canvas, top: float) -> Beside:
    """Return a band that begins at a height: a head, and a pill for each kind of help."""
    width = canvas.width - 2 * EDGE
    words = wrap(say.phrases("continuum.beside"), HEADS, width)
    head = Label(canvas.x(EDGE), top + HEAD, words, "head", HEAD_LINE)

    start = head.y + HEAD_LINE * (len(words) - 1) + UNDER
    named = [(level, level.short, "") for level in say.content.alongside]
    found = pills(canvas, named, Box(EDGE, start, width, 0))
    height = bottom_of(found, start) + MARGIN - top
    return Beside(canvas.box(0, top, canvas.width, height), head, found)
