"""Content -> the wide form of the picture: a row for each level, with columns."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from math import ceil

from ...model.level import Level
from ..examples import lives_in
from ..figures import first_headline
from ..speaking import Speaker
from . import steps
from .beside import beside
from .measure import Canvas, text_width, wrap
from .parts import Beside, Dot, DrawnLevel, Form, Label, Sign, stacked
from .scale import Axis, axis_of, bar_label, bars, ticks
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

HEAD, AXIS, TOP = 24, 60, 66  # heads, the line under the ticks, and the first row
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
END, BELOW, EDGE = 22, 40, 4  # under the last row: the last words, the band, the edge
BAND, BAND_HEAD, PILLS = 24, 28, 44  # in the band: its start, its head, its pills


@dataclass(frozen=True, slots=True)
class _Columns:
    """Who speaks, and where the columns begin."""

    say: Speaker
    canvas: Canvas
    axis: Axis
    spine: float

    @property
    def name(self) -> float:
        """Where names begin."""
        return self.spine + NAME


def wide(say: Speaker) -> Form:
    """Return the wide form: columns for names, hours, sleep and medical backup."""
    content = say.content
    lanes = steps.lanes(content)
    columns = _columns(say, steps.widest(lanes))
    draw = partial(_level, columns)
    levels = stacked(content.line_of_levels, TOP, draw)
    bottom = levels[-1].bottom if levels else TOP

    band = None
    end = bottom + BELOW
    if content.alongside:
        band = _beside(columns, end)
        end += band.band.height

    spine = steps.Spine(columns.canvas, columns.spine, LANE)
    dots = [level.dot[1] for level in levels]
    return Form(
        kind="wide",
        width=WIDTH,
        height=ceil(end + EDGE),
        heads=_heads(columns, bottom),
        ticks=ticks(say, columns.axis, AXIS, bottom),
        steps=steps.draw(lanes, spine, dots),
        levels=levels,
        beside=band,
    )


def _columns(say: Speaker, lanes: int) -> _Columns:
    canvas = Canvas(WIDTH, say.content.direction == "rtl")
    moved = BARS_MOVED * lanes
    start = BARS + moved
    width = BARS_WIDTH - moved
    return _Columns(
        say=say,
        canvas=canvas,
        axis=axis_of(say.content, canvas, start, width),
        spine=SPINE + LANE * lanes,
    )


def _heads(columns: _Columns, bottom: float) -> tuple[Label, ...]:
    """Return the heads of the columns, and what stands before and after the line."""
    w = columns.say.phrases
    axis = (w("continuum.axis"),)
    sleep = wrap(w("level.sleep"), HEADS, SLEEP_HEAD)
    medical = wrap(w("level.medical"), HEADS, MEDICAL_HEAD)
    less = (w("continuum.less"),)
    more = (w("continuum.more"),)

    x = columns.canvas.x
    return (
        Label(x(columns.axis.x), HEAD, axis, "head"),
        Label(x(SLEEP), HEAD, sleep, "head"),
        Label(x(MEDICAL), HEAD, medical, "head"),
        Label(x(columns.name), HEAD, less, "end"),
        Label(x(columns.name), bottom + END, more, "end"),
    )


def _level(columns: _Columns, level: Level, top: float) -> DrawnLevel:
    x = columns.canvas.x
    names = _names(columns, level, top)
    text = columns.say.backup(level)
    grade = wrap(text, GRADES, WIDTH - MEDICAL - MARGIN)
    height = _height(names, grade)

    rule = columns.canvas.line(columns.name, WIDTH - MARGIN, top)
    middle = top + height / 2
    sign, sleep = _sleep(columns, level, middle)
    dots, backup = _backup(columns, level, middle, grade)
    return DrawnLevel(
        level=level,
        spoken=spoken(columns.say, level),
        bottom=top + height,
        rule="" if top == TOP else rule,
        dot=(x(columns.spine), top + DOT),
        name=names,
        texts=(_amount(columns, level, top), sleep, backup),
        bars=bars(columns.axis, level, top + BAR),
        signs=(sign,),
        grades=dots,
    )


def _names(columns: _Columns, level: Level, top: float) -> tuple[Label, ...]:
    """Return a level's short name, and its long one under it where that is another."""
    width = columns.axis.x - columns.name
    short = Label(
        x=columns.canvas.x(columns.name),
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


def _amount(columns: _Columns, level: Level, top: float) -> Label:
    """Return the words over the bars; they begin further back if they would not fit."""
    axis = columns.axis
    start = axis.x
    claim = first_headline(level, "hours_per_week")
    if claim and not lives_in(level):
        start = axis.at(claim.span.low)

    text = bar_label(columns.say, level)
    last = axis.x + axis.width - text_width(text, NOTES)
    start = max(axis.x, min(start, last))
    return Label(
        x=columns.canvas.x(start),
        y=top + DOT,
        lines=(text,),
        kind="note",
    )


def _sleep(columns: _Columns, level: Level, middle: float) -> tuple[Sign, Label]:
    """Return where people sleep: a sign, and words beside it."""
    canvas = columns.canvas
    where = level.sleep.where

    top = middle - SIGN // 2
    corner = canvas.box(SLEEP, top, SIGN, SIGN)

    text = columns.say.phrases(f"sleep.{where}")
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
    columns: _Columns, level: Level, middle: float, lines: tuple[str, ...]
) -> tuple[tuple[Dot, ...], Label]:
    """Return how near a doctor or nurse is: dots, one fewer than grades, and words under them."""
    say = columns.say
    up = HALF_LINE * (len(lines) - 1)
    y = middle - DOTS - up

    dots = []
    for rank in range(len(say.supervision) - 1):
        x = MEDICAL + FIRST_DOT + NEXT_DOT * rank
        filled = rank < say.rank[level.medical.grade]
        dots.append(Dot(columns.canvas.x(x), y, filled))

    words = Label(
        x=columns.canvas.x(MEDICAL),
        y=y + UNDER_DOTS,
        lines=lines,
        kind="note",
    )
    return tuple(dots), words


def _beside(columns: _Columns, top: float) -> Beside:
    say = columns.say
    head = Label(
        x=columns.canvas.x(BAND),
        y=top + BAND_HEAD,
        lines=(say.phrases("continuum.beside"),),
        kind="head",
    )
    first = (BAND, top + PILLS)
    return beside(columns.canvas, say.content.alongside, head, top, first)
