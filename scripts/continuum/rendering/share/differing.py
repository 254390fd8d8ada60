"""Levels with what states say of their hours -> marks over an axis in a picture for sharing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...views.share.card import Differing, Ranges
from .letters import Block, fitted
from .sheet import Box, Sheet

LONGEST_NAME = 320
AFTER = 30  # between names and the axis
APART = 12  # between two levels
NUMBERS = 34  # the height of the numbers under the axes
SIZES_OF_NUMBERS = (22, 20, 18, 16)
LINE = 2
# Sizes of a name and of the words under it, each with how high a mark is: the first that all have
# room for.
SIZES = (26, 24, 22, 20, 18, 16)
SMALLER = 3
MARKS = (14, 12, 11, 10, 9, 8, 7)
LEAST_MARKS = (6, 5, 4, 3, 2)
BROAD = 1.6  # how broad a mark is, in parts of its height


@dataclass(frozen=True, slots=True)
class Placed:
    """A level with its words, how high it is and how high each of its marks."""

    level: Ranges
    name: Block
    words: Block
    height: int
    mark: int


def placed(differing: Differing, box: Box) -> list[Placed]:
    """Return levels so that all have room, with letters and marks as large as that leaves; nothing
    where a name has none.
    """
    levels = differing.levels
    room = box.height - NUMBERS - APART * len(levels)
    for size, mark in _sizes():
        found = []
        for level in levels:
            one = _placed(level, size, mark)
            found.append(one)
        if _fit(found, room):
            return found
    return []


def _sizes() -> Iterator[tuple[int, int]]:
    """Yield sizes of letters and of marks, from what is read best to what is read least."""
    for marks in (MARKS, LEAST_MARKS):
        for size in SIZES:
            for mark in marks:
                yield size, mark


def _fit(levels: list[Placed], room: int) -> bool:
    """Return whether levels have the room, and their words had it."""
    height = sum(one.height for one in levels)
    said = all(one.name.lines and one.words.lines for one in levels)
    return said and height <= room


def _placed(level: Ranges, size: int, mark: int) -> Placed:
    room = (LONGEST_NAME, 4 * size)
    smaller = size - SMALLER
    name = fitted(level.name, "strong", (size,), room)
    words = fitted(level.words, "plain", (smaller,), room)
    said = name.height + words.height
    return Placed(
        level=level,
        name=name,
        words=words,
        height=max(said, level.highest * mark),
        mark=mark,
    )


def draw_differing(
    sheet: Sheet, differing: Differing, levels: list[Placed], box: Box
) -> None:
    """Draw levels one under the other: name and number, the band of that number, and over it a
    mark for each end of a state's range, full where it starts and hollow where it ends.
    """
    widths = [max(one.name.width, one.words.width) for one in levels]
    start = box.x + max(widths) + AFTER
    width = box.x + box.width - start - AFTER
    top = box.y
    for one in levels:
        axis = Box(start, top, width, one.height)
        _level(sheet, one, axis)
        below = sheet.text(one.name, box.x, top, ("accent", "paper"))
        sheet.text(one.words, box.x, below)
        top += one.height + APART
    numbers = Box(start, top, width, NUMBERS)
    _numbers(sheet, differing, numbers)


def _level(sheet: Sheet, placed: Placed, box: Box) -> None:
    """Draw the band and the marks of a level in a box as wide as the axis."""
    low, high = placed.level.shown
    first = box.x + round(low * box.width)
    last = box.x + round(high * box.width)
    width = max(last - first, LINE)
    line = box.y + box.height
    sheet.fill((first, box.y, width, box.height), "accent-pale")
    sheet.fill((box.x, line, box.width, LINE), "line")

    mark = placed.mark
    broad = round(mark * BROAD)
    for at, under, starts in placed.level.ends:
        middle = box.x + round(at * box.width)
        corner = middle - broad // 2
        top = line - (under + 1) * mark
        _mark(sheet, Box(corner, top, broad, mark - 1), starts)


def _mark(sheet: Sheet, box: Box, full: bool) -> None:
    sheet.fill(box, "accent")
    if full:
        return
    rim = max(box.height // 5, 1)
    hole = Box(
        x=box.x + rim,
        y=box.y + rim,
        width=box.width - 2 * rim,
        height=box.height - 2 * rim,
    )
    sheet.fill(hole, "paper")


def _numbers(sheet: Sheet, differing: Differing, box: Box) -> None:
    for at, text in differing.ticks:
        number = fitted(text, "plain", SIZES_OF_NUMBERS, box.size)
        middle = box.x + round(at * box.width)
        start = middle - number.width // 2
        sheet.text(number, start, box.y, ("soft", "paper"))
