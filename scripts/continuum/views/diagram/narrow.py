"""Content -> the narrow form of the picture: a block for each level, one under the other."""

from __future__ import annotations

from ...model.level import Level
from ..speaking import Speaker, uncapitalized
from .form import Drawing, Grid, Opening, form
from .measure import Box, Canvas, text_width, wrap
from .parts import Band, DrawnLevel, Form, Label, Sign
from .pills import bottom_of, pills
from .scale import any_counted, axis_of, hours
from .sentences import spoken, tagged, under

WIDTH = 340
EDGE = 14  # at each side
INNER = WIDTH - 2 * EDGE

# Sizes of letters, for breaking lines; bold ones are larger here than drawn.
NAMES, UNDER, NOTES, CELLS, HEADS = 18.5, 13, 14.5, 15.5, 13
NAME_LINE, LINE = 20, 17  # from one baseline to the next

HEAD = 14  # above the first level: its first line
TICKS = 30  # from its last line to the levels, with the numbers of the axis between
FIRST = 25  # from a level's top to the baseline of its name
AMOUNT = 22  # from the names to the words over the bars
NOTE = 21  # from the last words or bars to the words about medical backup
BESIDE_NAME = 8  # between the short name and the long one beside it
TAGS, PADDING = 9, 13  # over and under the tags
CELL_FIRST, CELL_LINE = 23, 18  # in a cell: its first words, and from line to line
CELL_END = 13  # what is free under them
SIGN, SIGN_SIZE, BESIDE_SIGN = 6, 22, 30  # in a cell: its sign, and where words begin


def narrow(say: Speaker) -> Form:
    """Return the narrow form: a block for each level, its bar across the whole width."""
    canvas = Canvas(WIDTH, say.content.mirrored)
    axis = None
    if any_counted(say.content.line_of_levels):
        axis = axis_of(say.content.line_of_levels, canvas, EDGE, INNER)
    return form(Grid(say, canvas, axis), Drawing("narrow", _head, _level, _band))


def _head(grid: Grid) -> tuple[tuple[Label, ...], float]:
    """Return what the numbers over the levels are."""
    if grid.axis is None:
        return (), 0.0
    text = wrap(grid.say.phrases("continuum.axis"), HEADS, INNER)
    head = Label(grid.canvas.x(EDGE), HEAD, text, "head")
    return (head,), head.last + TICKS


def _band(grid: Grid, where: str, top: float) -> Opening:
    """Return a band whose cell stands above its levels."""
    canvas = grid.canvas
    words = grid.say.phrases(f"continuum.sleep.{where}")
    lines = wrap(words, CELLS, INNER - BESIDE_SIGN)
    text = Label(
        canvas.x(EDGE + BESIDE_SIGN), top + CELL_FIRST, lines, "cell", CELL_LINE
    )
    corner = canvas.box(EDGE, top + SIGN, SIGN_SIZE, SIGN_SIZE)
    first = text.last + CELL_END

    def close(bottom: float) -> Band:
        return Band(
            where=where,
            cell=canvas.box(0, top, WIDTH, first - top),
            ground=canvas.box(0, first, WIDTH, bottom - first),
            sign=Sign(where, corner.x, corner.y),
            text=text,
        )

    return Opening(first=first, least=first, close=close)


def _level(grid: Grid, level: Level, top: float) -> DrawnLevel:
    say, canvas = grid.say, grid.canvas
    name = _names(grid, level, top)
    above = name[-1].last
    amount = None
    if grid.axis:
        amount = hours(say, grid.axis, level, above + AMOUNT)
        above = amount.bottom
    backup = _backup(grid, level, above + NOTE)
    area = Box(EDGE, backup.last + TAGS, INNER, 0)
    found = pills(canvas, tagged(say, level), area)
    return DrawnLevel(
        level=level,
        spoken=spoken(say, level),
        bottom=bottom_of(found, backup.last) + PADDING,
        rule=canvas.line(0, WIDTH, top),
        touch=canvas.box(0, top, WIDTH, backup.last + TAGS - 2 - top),
        name=name,
        hours=amount,
        backup=backup,
        tags=found,
    )


def _names(grid: Grid, level: Level, top: float) -> tuple[Label, ...]:
    """Return a level's short name, and its long one beside or under it where that is another."""
    x = grid.canvas.x
    short = Label(
        x(EDGE), top + FIRST, wrap(level.short, NAMES, INNER), "name", NAME_LINE
    )
    other = under(level)
    if not other:
        return (short,)
    beside = text_width(short.lines[-1], NAMES) + BESIDE_NAME
    if beside + text_width(other, UNDER) <= INNER:
        return short, Label(x(EDGE + beside), short.last, (other,), "sub")
    return short, Label(x(EDGE), short.last + LINE, wrap(other, UNDER, INNER), "sub")


def _backup(grid: Grid, level: Level, y: float) -> Label:
    """Return how near a doctor or nurse is, said whole."""
    grade = uncapitalized(grid.say.backup(level))
    text = grid.say.phrases("continuum.medical", grade=grade)
    return Label(grid.canvas.x(EDGE), y, wrap(text, NOTES, INNER), "note")
