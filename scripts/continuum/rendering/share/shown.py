"""Levels with their bars, and a week hour by hour -> what a picture for sharing shows of them."""

from __future__ import annotations

from ...views.diagram.scale import FADING
from ...views.share import Row
from ...views.share.card import ShownWeek
from .letters import Block, fitted
from .sheet import Box, Sheet

# What says where people sleep, beside a row.
SLEEP = {"home": "accent-pale", "residence": "night-deep", "hospital": "ward"}
SIZES = (30, 28, 26, 24, 22, 20, 18, 16)
SIZES_OF_TWO = (42, 40, 38, 36, 34, 32, 30, 28, 26, 24, 22, 20)
HIGHEST_ROW = 64
LONGEST_NAME = 470
STRIPE, BESIDE_STRIPE = 14, 34
AFTER = 18  # between a bar and the words after it
LEAST = 4  # a narrower bar could not be seen
BAR_OF_TWO = 40

DAY, HOUR, GAP = 46, 17, 6  # the breadth of a day, the height of an hour, between days
HOURS_OF = {"awake": "yours", "asleep": "asleep"}

Name = tuple[Block, Block]  # of a level, and its hours


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


def names_of_two(rows: tuple[Row, ...], box: Box) -> list[Name]:
    """Return the name of each of two levels, and its hours after it, or under it where they need
    the room; nothing where one has no room.
    """
    size = (box.width, box.height // len(rows) - BAR_OF_TWO - 20)
    found = [_name_of_one(row, size) for row in rows]
    return [name for name in found if name] if all(found) else []


def _name_of_one(row: Row, room: tuple[int, int]) -> Name | None:
    for size in SIZES_OF_TWO:
        name = fitted(row.name, "strong", (size,), room)
        said = fitted(row.words, "plain", (size - 2,), room)
        beside = name.width + AFTER + said.width <= room[0]
        under = name.height + said.height <= room[1]
        if name.lines and said.lines and (beside or under):
            return name, said
    return None


def bars_of_two(
    sheet: Sheet, rows: tuple[Row, ...], names: list[Name], box: Box
) -> None:
    """Draw two levels one under the other: name and hours, and the bar under them."""
    high = box.height // len(rows)
    for place, (row, (name, said)) in enumerate(zip(rows, names, strict=True)):
        top = box.y + place * high
        beside = box.x + name.width + AFTER
        if beside + said.width <= box.x + box.width:
            sheet.text(said, beside, top + 2)
            top = sheet.text(name, box.x, top, ("accent", "paper"))
        else:
            top = sheet.text(name, box.x, top, ("accent", "paper"))
            top = sheet.text(said, box.x, top)
        if row.end:
            bar(sheet, row, Box(box.x, top + 8, box.width, BAR_OF_TWO))


def names_of_all(rows: tuple[Row, ...], box: Box) -> list[Name]:
    """Return the names of rows and their hours, all in one size; nothing where one has no room."""
    room = (LONGEST_NAME, int(_high(rows, box)))
    for size in SIZES:
        found = [
            (
                fitted(row.name, "strong", (size,), room),
                fitted(row.words, "plain", (size,), room),
            )
            for row in rows
        ]
        if all(name.lines and said.lines for name, said in found):
            return found
    return []


def _high(rows: tuple[Row, ...], box: Box) -> float:
    return min(box.height / len(rows), HIGHEST_ROW)


def bars_of_all(
    sheet: Sheet, rows: tuple[Row, ...], names: list[Name], box: Box
) -> None:
    """Draw levels as rows: where people sleep, name, bar and hours."""
    high = _high(rows, box)
    start = box.x + BESIDE_STRIPE + max(name.width for name, _ in names) + AFTER
    width = _axis(rows, names, box.x + box.width - start)
    for place, (row, (name, said)) in enumerate(zip(rows, names, strict=True)):
        top, bottom = (round(box.y + high * at) for at in (place, place + 1))
        sheet.fill((box.x, top, STRIPE, bottom - top), SLEEP.get(row.where, "line"))
        if row.end:
            thin = max(round(high * 0.56), 1)
            line = Box(start, top + round((high - thin) / 2), width, thin)
            bar(sheet, row, line)
        middle = top + round((high - name.height) / 2)
        sheet.text(name, box.x + BESIDE_STRIPE, middle, ("accent", "paper"))
        after = round(width * row.end) + AFTER if row.end else 0
        inks = ("ink" if row.end else "soft", "paper")
        sheet.text(said, start + after, middle, inks)


def _axis(rows: tuple[Row, ...], names: list[Name], room: int) -> int:
    """Return how wide an axis can be so that the words after each bar have room."""
    widths = [float(room)]
    for row, (_, said) in zip(rows, names, strict=True):
        if row.end:
            widths.append((room - AFTER - said.width) / row.end)
    return int(min(widths))


def week_of(sheet: Sheet, week: ShownWeek, box: Box) -> None:
    """Draw a week in the middle of a box: a column for each day, a cell for each hour, part of it
    treatment where that takes a part of the hour.
    """
    days = len(week.letters)
    wide = days * (DAY + GAP) - GAP
    start, top = box.x + (box.width - wide) // 2, box.y + 82
    for day in range(days):
        x = start + day * (DAY + GAP)
        for hour in week.hours:
            kind = week.kind(hour)
            there = week.there and kind == "awake"
            cell = (x, top + hour * HOUR, DAY, HOUR - 1)
            sheet.fill(cell, "night" if there else HOURS_OF[kind])
        for hour, first, last in week.treated(day):
            y = top + hour * HOUR + round(first * (HOUR - 1))
            part = (x, y, DAY, round((last - first) * (HOUR - 1)))
            sheet.fill(part, "accent")
        letter = fitted(week.letters[day], "plain", (26, 22, 18), (DAY, 40))
        beside = (DAY - letter.width) // 2
        sheet.text(letter, x + beside, top - 40, ("soft", "paper"))
    _caption(sheet, week, Box(start, top + 24 * HOUR + 6, wide, 110))


def _caption(sheet: Sheet, week: ShownWeek, box: Box) -> None:
    """Write what stands under a week."""
    top = box.y
    for place, text in enumerate(week.caption):
        face, sizes = ("plain", (28, 26, 24, 22, 20)) if place else ("strong", SIZES)
        block = fitted(text, face, sizes, (box.width, box.y + box.height - top))
        top = sheet.text(block, box.x, top, ("soft" if place else "ink", "paper"))
