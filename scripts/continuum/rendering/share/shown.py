"""Levels with their bars, and a week hour by hour -> what a picture for sharing shows of them."""

from __future__ import annotations

from ...views.share import Row
from ...views.share.card import ShownWeek
from .letters import Block, fitted
from .sheet import Box, Sheet

# What says where people sleep, beside a row.
SLEEP = {"home": "accent-pale", "residence": "night-deep", "hospital": "ward"}
# The parts of a fading bar, from its start to its end, as in the picture on the pages.
FADING = ((0, 0.3), (0.4, 0.62), (0.74, 0.87), (0.96, 1))
SIZES = (30, 28, 26, 24, 22, 20)
SIZES_OF_TWO = (42, 40, 38, 36, 34, 32, 30, 28, 26, 24, 22, 20)
HIGHEST_ROW = 64
LONGEST_NAME = 470
STRIPE, BESIDE_STRIPE = 14, 34
AFTER = 18  # between a bar and the words after it
LEAST = 4  # a narrower bar could not be seen
BAR_OF_TWO = 40

DAY, HOUR, GAP = 46, 17, 6  # the breadth of a day, the height of an hour, between days
HOURS_OF = {"treatment": "accent", "awake": "yours", "asleep": "asleep"}


def bar(sheet: Sheet, row: Row, box: Box) -> None:
    """Draw a bar from zero on an axis as wide as a box: what is certain, then up to its upper end,
    or fading.
    """
    certain = round(row.least * box.width)
    end = round(row.most * box.width)
    if row.least:
        sheet.fill((box.x, box.y, max(certain, LEAST), box.height), "accent")
    parts = FADING if row.fades else ((0, 1),)
    for start, stop in parts:
        first = certain + round((end - certain) * start)
        last = certain + round((end - certain) * stop)
        sheet.fill((box.x + first, box.y, last - first, box.height), "bar-pale")


def bars_of_two(sheet: Sheet, rows: tuple[Row, ...], box: Box, words: bool) -> None:
    """Draw two levels one under the other: name and hours, and the bar under them."""
    high = box.height // len(rows)
    for place, row in enumerate(rows):
        top = box.y + place * high
        if words:
            top = _named(sheet, row, Box(box.x, top, box.width, high - BAR_OF_TWO - 20))
        if row.end:
            bar(sheet, row, Box(box.x, top + 8, box.width, BAR_OF_TWO))


def _named(sheet: Sheet, row: Row, box: Box) -> int:
    """Write a name with its hours after it, or under it where they need the room."""
    for size in SIZES_OF_TWO:
        name = fitted(row.name, "strong", (size,), box.size)
        said = fitted(row.words, "plain", (size - 2,), box.size)
        if not (name.lines and said.lines):
            continue
        if name.width + AFTER + said.width <= box.width:
            sheet.text(said, box.x + name.width + AFTER, box.y + 2)
            return sheet.text(name, box.x, box.y, ("accent", "paper"))
        if name.height + said.height <= box.height:
            top = sheet.text(name, box.x, box.y, ("accent", "paper"))
            return sheet.text(said, box.x, top)
    return box.y


def bars_of_all(sheet: Sheet, rows: tuple[Row, ...], box: Box, words: bool) -> None:
    """Draw levels as rows: where people sleep, name, bar and hours; of many only the bars."""
    high = min(box.height / len(rows), HIGHEST_ROW)
    named = _names(rows, high) if words else []
    start = box.x + BESIDE_STRIPE
    if named:
        start += max(name.width for name, _ in named) + AFTER
    width = _axis(rows, named, box.x + box.width - start)
    for place, row in enumerate(rows):
        top, bottom = (round(box.y + high * at) for at in (place, place + 1))
        sheet.fill((box.x, top, STRIPE, bottom - top), SLEEP.get(row.where, "line"))
        thin = max(round(high * 0.56), 1)
        line = Box(start, top + round((high - thin) / 2), width, thin)
        if row.end:
            bar(sheet, row, line)
        if named:
            name, said = named[place]
            middle = top + round((high - name.height) / 2)
            sheet.text(name, box.x + BESIDE_STRIPE, middle, ("accent", "paper"))
            after = round(width * row.end) + AFTER if row.end else 0
            inks = ("ink" if row.end else "soft", "paper")
            sheet.text(said, start + after, middle, inks)


def _names(rows: tuple[Row, ...], high: float) -> list[tuple[Block, Block]]:
    """Return the names of rows and their hours, all in one size; nothing where none fits."""
    for size in SIZES:
        room = (LONGEST_NAME, int(high))
        found = [
            (fitted(row.name, "strong", (size,), room), _said(row, size, room))
            for row in rows
        ]
        if all(name.lines and said.lines for name, said in found):
            return found
    return []


def _said(row: Row, size: int, room: tuple[int, int]) -> Block:
    return fitted(row.words, "plain", (size,), room)


def _axis(rows: tuple[Row, ...], named: list[tuple[Block, Block]], room: int) -> int:
    """Return how wide an axis can be so that the words after each bar have room."""
    widths = [float(room)]
    for row, (_, said) in zip(rows, named, strict=False):
        if row.end:
            widths.append((room - AFTER - said.width) / row.end)
    return int(min(widths))


def week_of(sheet: Sheet, week: ShownWeek, box: Box, words: bool) -> None:
    """Draw a week in the middle of a box: a column for each day, a cell for each hour."""
    days = len(week.letters)
    wide = days * (DAY + GAP) - GAP
    start, top = box.x + (box.width - wide) // 2, box.y + 82
    for day in range(days):
        x = start + day * (DAY + GAP)
        for hour in week.hours:
            cell = (x, top + hour * HOUR, DAY, HOUR - 1)
            kind = week.kind(day, hour)
            there = week.there and kind == "awake"
            sheet.fill(cell, "night" if there else HOURS_OF[kind])
        if words:
            letter = fitted(week.letters[day], "plain", (26, 22, 18), (DAY, 40))
            beside = (DAY - letter.width) // 2
            sheet.text(letter, x + beside, top - 40, ("soft", "paper"))
    if words:
        _caption(sheet, week, Box(start, top + 24 * HOUR + 6, wide, 100))


def _caption(sheet: Sheet, week: ShownWeek, box: Box) -> None:
    """Write what stands under a week."""
    top = box.y
    for place, text in enumerate(week.caption):
        face, sizes = ("plain", (28, 26, 24, 22, 20)) if place else ("strong", SIZES)
        block = fitted(text, face, sizes, (box.width, box.y + box.height - top))
        top = sheet.text(block, box.x, top, ("soft" if place else "ink", "paper"))
