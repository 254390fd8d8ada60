"""Content -> the narrow form of the picture: a block for each level, one under the other."""

from __future__ import annotations

from ...model.level import Level
from ..speaking import Speaker
from . import steps
from .beside import beside
from .form import Drawing, Grid, Measures, form
from .measure import Canvas, wrap
from .parts import Beside, DrawnLevel, Form, Label, Sign
from .scale import axis_of, bar_label, bars
from .sentences import spoken

WIDTH = 340
SPINE, LANE = 12, 6  # the dots, and how far each lane of steps moves them
LEFT = 16  # from the dots to all else
MARGIN = 16  # at the end of a line

# Sizes of letters, for breaking lines; names are larger here than drawn, since they are bold.
NAMES, UNDER, NOTES = 18.5, 13, 14
NAME_LINE, HEAD_LINE = 20, 18  # from one baseline to the next
SIGN, BESIDE_SIGN = 20, 28  # the size of a sign, and where the words beside it begin
SIGN_MARGIN = 30  # what a sign takes from the width of the words beside it

LESS, HEAD, TOP = 18, 40, 72  # what stands above the first level
DOT, FIRST = 14, 20  # from a level's top to its dot, and to the baseline of its name
LONG = 18  # from the last line of the short name to the long one
AMOUNT = 22  # from the names to the words over the bars
BAR, BAR_END = 8, 30  # from those words to the bars, and to what follows the bars
SIGN_TOP, SIGN_FIRST = 2, 17  # from there to a sign, and to the words beside it
SLEEP_END, MEDICAL_END = 6, 16  # after the words about sleep, and about medical backup
END = 18  # from the last level to the last words
BAND, BAND_HEAD, PILLS = 16, 26, 24  # in the band: its start, its head, its pills
BAND_MARGIN = 40  # what the head of the band leaves free


MEASURES = Measures(
    kind="narrow",
    width=WIDTH,
    axis=68,
    top=TOP,
    below=36,
    edge=4,
    lane=LANE,
)


def narrow(say: Speaker) -> Form:
    """Return the narrow form: a block for each level, its bar across the whole width."""
    drawing = Drawing(_level, _heads, _beside)
    return form(MEASURES, _grid(say), drawing)


def _grid(say: Speaker) -> Grid:
    canvas = Canvas(WIDTH, say.content.direction == "rtl")
    spine = SPINE + LANE * steps.widest(steps.lanes(say.content))
    left = spine + LEFT
    width = WIDTH - left - MARGIN
    return Grid(
        say=say,
        canvas=canvas,
        axis=axis_of(say.content, canvas, left, width),
        spine=spine,
    )


def _start(grid: Grid) -> float:
    """Return where texts start in the reading direction."""
    return grid.canvas.x(grid.axis.x)


def _heads(grid: Grid, bottom: float) -> tuple[Label, ...]:
    """Return what stands above and below the line."""
    w = grid.say.phrases
    less = (w("continuum.less"),)
    axis = (w("continuum.axis"),)
    more = (w("continuum.more"),)
    return (
        Label(_start(grid), LESS, less, "end"),
        Label(_start(grid), HEAD, axis, "head"),
        Label(_start(grid), bottom + END, more, "end"),
    )


def _level(grid: Grid, level: Level, top: float) -> DrawnLevel:
    axis = grid.axis
    names = _names(grid, level, top)
    amount = _amount(grid, level, under=_last(names[-1]))
    above = _last(amount)
    signs, words = _signs(grid, level, above + BAR_END)

    rule = grid.canvas.line(axis.x, axis.x + axis.width, top)
    return DrawnLevel(
        level=level,
        spoken=spoken(grid.say, level),
        bottom=_last(words[-1]) + MEDICAL_END,
        rule="" if top == TOP else rule,
        dot=(grid.canvas.x(grid.spine), top + DOT),
        name=names,
        texts=(amount, *words),
        bars=bars(axis, level, above + BAR),
        signs=signs,
    )


def _signs(
    grid: Grid, level: Level, top: float
) -> tuple[tuple[Sign, Sign], tuple[Label, Label]]:
    """Return the signs of where people sleep and how near a doctor or nurse is, with words."""
    say = grid.say
    where = level.sleep.where
    text = say.phrases(f"sleep.{where}")
    sleep_sign, sleep = _signed(grid, where, text, top)

    top = _last(sleep) + SLEEP_END
    backup_sign, backup = _signed(grid, "medical", say.backup(level), top)
    return (sleep_sign, backup_sign), (sleep, backup)


def _names(grid: Grid, level: Level, top: float) -> tuple[Label, ...]:
    """Return a level's short name, and its long one under it where that is another."""
    width = grid.axis.width
    short = Label(
        x=_start(grid),
        y=top + FIRST,
        lines=wrap(level.short, NAMES, width),
        kind="name",
        leading=NAME_LINE,
    )
    if not level.acronym:
        return (short,)
    long = Label(
        x=_start(grid),
        y=_last(short) + LONG,
        lines=wrap(level.name, UNDER, width),
        kind="sub",
    )
    return short, long


def _last(label: Label) -> float:
    """Return the baseline of the last line of a text."""
    further = len(label.lines) - 1
    return label.y + label.leading * further


def _amount(grid: Grid, level: Level, under: float) -> Label:
    """Return the words over the bars."""
    text = bar_label(grid.say, level)
    return Label(
        x=_start(grid),
        y=under + AMOUNT,
        lines=wrap(text, NOTES, grid.axis.width),
        kind="note",
    )


def _signed(grid: Grid, name: str, text: str, top: float) -> tuple[Sign, Label]:
    """Return a sign and the words beside it."""
    canvas = grid.canvas
    left = grid.axis.x
    y = top + SIGN_TOP
    corner = canvas.box(left, y, SIGN, SIGN)
    words = Label(
        x=canvas.x(left + BESIDE_SIGN),
        y=top + SIGN_FIRST,
        lines=wrap(text, NOTES, grid.axis.width - SIGN_MARGIN),
        kind="note",
    )
    return Sign(name, corner.x, y), words


def _beside(grid: Grid, top: float) -> Beside:
    say = grid.say
    text = say.phrases("continuum.beside")
    head = Label(
        x=grid.canvas.x(BAND),
        y=top + BAND_HEAD,
        lines=wrap(text, NOTES, WIDTH - BAND_MARGIN),
        kind="head",
    )
    pills = top + PILLS + HEAD_LINE * len(head.lines)
    first = (BAND, pills)
    return beside(grid.canvas, say.content.alongside, head, top, first)
