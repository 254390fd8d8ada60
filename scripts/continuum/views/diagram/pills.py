"""Levels -> pills in rows: rounded frames that lead to their pages."""

from __future__ import annotations

from collections.abc import Iterable

from ...model.level import Level
from .measure import Box, Canvas, text_width, wrap
from .parts import Label, Pill

SIZE = 14  # of a pill's letters, a little larger than they are, since they are bold
LINE = 17  # from one line of a pill to the next
PADDING = 11  # at each side of a pill's text
OVER = 18  # from a pill's top to its first baseline
HEIGHT = 10  # of a pill without its lines
GAP = 8  # between two pills, and between two rows of them

Named = tuple[Level, str, str]  # a level, its text, and what is heard in its place


def pills(canvas: Canvas, named: Iterable[Named], area: Box) -> tuple[Pill, ...]:
    """Return pills side by side from the start of an area, in as many rows as they need."""
    x, y, height = area.x, area.y, 0.0
    found = []
    for level, text, spoken in named:
        lines = wrap(text, SIZE, area.width - 2 * PADDING)
        longest = max(text_width(line, SIZE) for line in lines)
        width = longest + 2 * PADDING
        if x > area.x and x + width > area.x + area.width:
            x = area.x
            y += height + GAP
            height = 0.0

        box = canvas.box(x, y, width, HEIGHT + LINE * len(lines))
        label = Label(canvas.x(x + PADDING), y + OVER, lines, "pill", LINE)
        found.append(Pill(level, box, label, spoken))
        x += width + GAP
        height = max(height, box.height)
    return tuple(found)


def bottom_of(found: Iterable[Pill], otherwise: float) -> float:
    """Return where the lowest of some pills ends; another height where there are none."""
    return max((pill.box.y + pill.box.height for pill in found), default=otherwise)
