"""Content -> the wide form of the picture: a row for each level, with columns."""

from __future__ import annotations

from functools import partial

from ...model.level import Level
from ..speaking import Speaker
from .form import Drawing, Grid, Opening, form
from .measure import Box, Canvas, wrap
from .parts import Band, DrawnLevel, Form, Label, Sign
from .pills import bottom_of, pills
from .scale import any_counted, axis_of, hours
from .sentences import finding, key, spoken, tagged, under

WIDTH = 720
# Columns, from the start of a line.
CELL = 112  # where people sleep
NAME, NAME_WIDTH = 126, 140
BARS, BARS_WIDTH = 272, 220
MEDICAL, MEDICAL_WIDTH = 512, 198

# Sizes of letters, for breaking lines; bold ones are larger here than drawn.
TITLE, KEY, NAMES, UNDER, NOTES, CELLS = 25, 15, 18.5, 13, 14.5, 15.5
TITLE_LINE, KEY_LINE, NAME_LINE, LINE = 30, 20, 20, 17  # from one baseline to the next

# Of a picture that stands alone.
TITLE_TOP, TITLE_END = 28, 24  # the first line of its title, and what follows the last
KEY_END = 26
HEAD, HEAD_END = 14, 12  # above the first row: heads, and what is free under them
ROW = 64  # no row is lower
FIRST = 27  # from a row's top to the baselines of its name and of its first words
TAGS = 9  # between words and the tags under them
PADDING = 12  # under all that stands in a row
SIGN, SIGN_SIZE = 13, 22  # from a cell's top to its sign
CELL_PADDING = 14  # beside a cell's words
CELL_FIRST, CELL_LINE = (
    53,
    18,
)  # from its top to the first of them, and from line to line


def wide(say: Speaker, titled: bool = False) -> Form:
    """Return the wide form: columns for sleep, names, hours and medical backup."""
    canvas = Canvas(WIDTH, say.content.mirrored)
    axis = None
    if any_counted(say.content.line_of_levels):
        axis = axis_of(say.content.line_of_levels, canvas, BARS, BARS_WIDTH)
    head = partial(_head, titled=titled)
    return form(Grid(say, canvas, axis), Drawing("wide", head, _level, _band))


def _head(grid: Grid, titled: bool) -> tuple[tuple[Label, ...], float]:
    """Return the heads of the columns, under a title where the picture brings its own."""
    w, x = grid.say.phrases, grid.canvas.x
    found, top = _title(grid) if titled else ((), 0.0)
    hours = wrap(w("continuum.axis"), UNDER, BARS_WIDTH) if grid.axis else ()
    medical = wrap(w("level.medical"), UNDER, MEDICAL_WIDTH)
    first = top + HEAD
    # The numbers of the axis stand on the last line, under its head.
    on_axis = len(hours) + 1 if hours else 0
    last = first + LINE * (max(on_axis, len(medical)) - 1)

    heads = [_ending(x(MEDICAL), last, medical)]
    if hours:
        heads.append(_ending(x(BARS), last - LINE, hours))
    return (*found, *heads), last + HEAD_END


def _title(grid: Grid) -> tuple[tuple[Label, ...], float]:
    """Return what the picture shows and how to read it, and where that ends."""
    x = grid.canvas.x(0)
    shown = wrap(finding(grid.say), TITLE, WIDTH)
    title = Label(x, TITLE_TOP, shown, "title", TITLE_LINE)
    how_to_read = f"{key(grid.say)} {grid.say.phrases('continuum.anywhere')}"
    under_title = title.last + TITLE_END
    how = Label(x, under_title, wrap(how_to_read, KEY, WIDTH), "key", KEY_LINE)
    return (title, how), how.last + KEY_END


def _ending(x: float, last: float, lines: tuple[str, ...]) -> Label:
    """Return a head whose last line stands at a height."""
    return Label(x, last - LINE * (len(lines) - 1), lines, "head")


def _band(grid: Grid, where: str, top: float) -> Opening:
    """Return a band whose cell stands at the start of its rows."""
    canvas = grid.canvas
    lines = wrap(
        grid.say.phrases(f"continuum.sleep.{where}"), CELLS, CELL - 2 * CELL_PADDING
    )
    words = Label(canvas.x(CELL_PADDING), top + CELL_FIRST, lines, "cell", CELL_LINE)
    corner = canvas.box(CELL_PADDING, top + SIGN, SIGN_SIZE, SIGN_SIZE)

    def close(bottom: float) -> Band:
        return Band(
            where=where,
            cell=canvas.box(0, top, CELL, bottom - top),
            ground=canvas.box(CELL, top, WIDTH - CELL, bottom - top),
            sign=Sign(where, corner.x, corner.y),
            text=words,
        )

    return Opening(first=top, least=words.last + PADDING, close=close)


def _level(grid: Grid, level: Level, top: float) -> DrawnLevel:
    say, canvas = grid.say, grid.canvas
    name = _names(grid, level, top)
    amount = hours(say, grid.axis, level, top + FIRST) if grid.axis else None
    lines = wrap(say.backup(level), NOTES, MEDICAL_WIDTH)
    backup = Label(canvas.x(MEDICAL), top + FIRST, lines, "note")
    area = Box(MEDICAL, backup.last + TAGS, MEDICAL_WIDTH, 0)
    found = pills(canvas, tagged(say, level), area)

    ends = [name[-1].last, backup.last, bottom_of(found, top)]
    if amount:
        ends.append(amount.bottom)
    height = max(ROW, max(ends) + PADDING - top)
    return DrawnLevel(
        level=level,
        spoken=spoken(say, level),
        bottom=top + height,
        rule=canvas.line(CELL, WIDTH, top),
        touch=canvas.box(CELL, top, MEDICAL - CELL, height),
        name=name,
        hours=amount,
        backup=backup,
        tags=found,
    )


def _names(grid: Grid, level: Level, top: float) -> tuple[Label, ...]:
    """Return a level's short name, and its long one under it where that is another."""
    x = grid.canvas.x(NAME)
    width = NAME_WIDTH if grid.axis else MEDICAL - NAME
    lines = wrap(level.short, NAMES, width)
    short = Label(x, top + FIRST, lines, "name", NAME_LINE)
    if not under(level):
        return (short,)
    long = wrap(under(level), UNDER, width)
    return short, Label(x, short.last + LINE, long, "sub")
