"""Content -> the wide form of the picture: a row for each level, with columns."""

from __future__ import annotations

from ...model.level import Level
from ..examples import lives_in
from ..figures import first_headline
from ..speaking import Speaker
from . import steps
from .beside import beside
from .form import Drawing, Grid, Measures, form
from .measure import Canvas, text_width, wrap
from .parts import Beside, Dot, DrawnLevel, Form, Label, Sign
from .scale import axis_of, bar_label, bars
from .sentences import spoken

WIDTH = 1000
# Columns, from the start of a line. Each lane of steps moves what comes after it.
SPINE, LANE = 20, 10
NAME = 24  # from the dots
BARS, BARS_WIDTH, BARS_MOVED = 318, 350, 4
SLEEP, MEDICAL = 700, 850
SLEEP_HEAD, MEDICAL_HEAD = 140, 148  # the width of their heads
MARGIN = 10  # at the end of a row

# Sizes of letters, for breaking lines; names are larger here than drawn, since they are bold.
NAMES, UNDER, NOTES, GRADES, HEADS = 18.5, 13, 14, 13, 14
NAME_LINE, LINE = 20, 17  # from one baseline to the next
GAP = 16  # between two columns
LETTERS_GAP = 14  # between the long name and the bars
SIGN, BESIDE_SIGN = 24, 32  # the size of a sign, and where the words beside it begin
SIGN_MARGIN = 40  # what a sign takes from the width of the words beside it

HEAD, TOP = 24, 66  # heads, and the first row
ROW = 64  # no row is lower
FIRST = 29  # from a row's top to the baseline of its name
DOT = 24  # from a row's top to its dot, and to the words over its bars
BAR = 32  # from a row's top to its bars
PADDING = 16  # of a row around its names
GRADE_PADDING = 38  # of a row around a grade: its dots, and what is free
BASELINE = 5  # from the middle of a row down to one line of words beside a sign
HALF_LINE = 8  # words of more lines begin so much higher for each
DOTS = 8  # from the middle of a row up to the dots of a grade
UNDER_DOTS = 22  # from the dots to the first line of words under them
FIRST_DOT, NEXT_DOT = 5, 14  # from the column to the first dot, and from dot to dot
END = 22  # from the last row to the last words
BAND, BAND_HEAD, PILLS = 24, 28, 44  # in the band: its start, its head, its pills


MEASURES = Measures(
    kind="wide",
    width=WIDTH,
    axis=60,
    top=TOP,
    below=40,
    edge=4,
    lane=LANE,
)


def wide(say: Speaker) -> Form:
    """Return the wide form: columns for names, hours, sleep and medical backup."""
    drawing = Drawing(_level, _heads, _beside)
    return form(MEASURES, _grid(say), drawing)


def _grid(say: Speaker) -> Grid:
    canvas = Canvas(WIDTH, say.content.direction == "rtl")
    lanes = steps.widest(steps.lanes(say.content))
    moved = BARS_MOVED * lanes
    start = BARS + moved
    width = BARS_WIDTH - moved
    return Grid(
        say=say,
        canvas=canvas,
        axis=axis_of(say.content, canvas, start, width),
        spine=SPINE + LANE * lanes,
    )


def _start_of_names(grid: Grid) -> float:
    """Return where names begin."""
    return grid.spine + NAME


def _heads(grid: Grid, bottom: float) -> tuple[Label, ...]:
    """Return the heads of the columns, and what stands before and after the line."""
    w = grid.say.phrases
    axis = (w("continuum.axis"),)
    sleep = wrap(w("level.sleep"), HEADS, SLEEP_HEAD)
    medical = wrap(w("level.medical"), HEADS, MEDICAL_HEAD)
    less = (w("continuum.less"),)
    more = (w("continuum.more"),)

    x = grid.canvas.x
    return (
        Label(x(grid.axis.x), HEAD, axis, "head"),
        Label(x(SLEEP), HEAD, sleep, "head"),
        Label(x(MEDICAL), HEAD, medical, "head"),
        Label(x(_start_of_names(grid)), HEAD, less, "end"),
        Label(x(_start_of_names(grid)), bottom + END, more, "end"),
    )


def _level(grid: Grid, level: Level, top: float) -> DrawnLevel:
    x = grid.canvas.x
    names = _names(grid, level, top)
    text = grid.say.backup(level)
    grade = wrap(text, GRADES, WIDTH - MEDICAL - MARGIN)
    height = _height(names, grade)

    rule = grid.canvas.line(_start_of_names(grid), WIDTH - MARGIN, top)
    middle = top + height / 2
    sign, sleep = _sleep(grid, level, middle)
    dots, backup = _backup(grid, level, middle, grade)
    return DrawnLevel(
        level=level,
        spoken=spoken(grid.say, level),
        bottom=top + height,
        rule="" if top == TOP else rule,
        dot=(x(grid.spine), top + DOT),
        name=names,
        texts=(_amount(grid, level, top), sleep, backup),
        bars=bars(grid.axis, level, top + BAR),
        signs=(sign,),
        grades=dots,
    )


def _names(grid: Grid, level: Level, top: float) -> tuple[Label, ...]:
    """Return a level's short name, and its long one under it where that is another."""
    width = grid.axis.x - _start_of_names(grid)
    short = Label(
        x=grid.canvas.x(_start_of_names(grid)),
        y=top + FIRST,
        lines=wrap(level.short, NAMES, width - GAP),
        kind="name",
        leading=NAME_LINE,
    )
    if not level.acronym:
        return (short,)
    long = Label(
        x=short.x,
        y=short.y + NAME_LINE * len(short.lines),
        lines=wrap(level.name, UNDER, width - LETTERS_GAP),
        kind="sub",
    )
    return short, long


def _height(names: tuple[Label, ...], grade: tuple[str, ...]) -> float:
    """Return the height of a row: of its names, or of its medical backup under the dots."""
    named = PADDING
    for name in names:
        named += name.leading * len(name.lines)
    graded = GRADE_PADDING + LINE * len(grade)
    return max(named, graded, ROW)


def _amount(grid: Grid, level: Level, top: float) -> Label:
    """Return the words over the bars; they begin further back if they would not fit."""
    axis = grid.axis
    start = axis.x
    claim = first_headline(level, "hours_per_week")
    if claim and not lives_in(level):
        start = axis.at(claim.span.low)

    text = bar_label(grid.say, level)
    last = axis.x + axis.width - text_width(text, NOTES)
    start = max(axis.x, min(start, last))
    return Label(
        x=grid.canvas.x(start),
        y=top + DOT,
        lines=(text,),
        kind="note",
    )


def _sleep(grid: Grid, level: Level, middle: float) -> tuple[Sign, Label]:
    """Return where people sleep: a sign, and words beside it."""
    canvas = grid.canvas
    where = level.sleep.where

    top = middle - SIGN // 2
    corner = canvas.box(SLEEP, top, SIGN, SIGN)

    text = grid.say.phrases(f"sleep.{where}")
    lines = wrap(text, NOTES, MEDICAL - SLEEP - SIGN_MARGIN)
    up = HALF_LINE * (len(lines) - 1)
    words = Label(
        x=canvas.x(SLEEP + BESIDE_SIGN),
        y=middle + BASELINE - up,
        lines=lines,
        kind="note",
    )
    return Sign(where, corner.x, top), words


def _backup(
    grid: Grid, level: Level, middle: float, lines: tuple[str, ...]
) -> tuple[tuple[Dot, ...], Label]:
    """Return how near a doctor or nurse is: dots, one fewer than grades, and words under them."""
    say = grid.say
    up = HALF_LINE * (len(lines) - 1)
    y = middle - DOTS - up

    dots = []
    for rank in range(len(say.supervision) - 1):
        x = MEDICAL + FIRST_DOT + NEXT_DOT * rank
        filled = rank < say.rank[level.medical.grade]
        dots.append(Dot(grid.canvas.x(x), y, filled))

    words = Label(
        x=grid.canvas.x(MEDICAL),
        y=y + UNDER_DOTS,
        lines=lines,
        kind="note",
    )
    return tuple(dots), words


def _beside(grid: Grid, top: float) -> Beside:
    say = grid.say
    head = Label(
        x=grid.canvas.x(BAND),
        y=top + BAND_HEAD,
        lines=(say.phrases("continuum.beside"),),
        kind="head",
    )
    first = (BAND, top + PILLS)
    return beside(grid.canvas, say.content.alongside, head, top, first)
