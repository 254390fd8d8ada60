"""Content -> the narrow form of the picture: a block for each level, one under the other."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from math import ceil

from ...model.level import Level
from ..speaking import Speaker
from . import steps
from .beside import beside
from .measure import Canvas, wrap
from .parts import Beside, DrawnLevel, Form, Label, Sign, stacked
from .scale import Axis, axis_of, bar_label, bars, ticks
from .sentences import spoken

WIDTH = 340
SPINE, LANE = 12, 6  # the dots, and how far each lane of steps moves them
LEFT = 16  # from the dots to all else
MARGIN = 16  # at the end of a line

# Sizes of letters, for breaking lines; names are larger here than drawn, since they are bold.
NAMES, UNDER, NOTES = 18.5, 13, 14
NAME_LINE, LINE, HEAD_LINE = 20, 17, 18  # from one baseline to the next
SIGN, BESIDE_SIGN = 20, 28  # the size of a sign, and where the words beside it begin
SIGN_MARGIN = 30  # what a sign takes from the width of the words beside it

LESS, HEAD, AXIS, TOP = 18, 40, 68, 72  # what stands above the first level
DOT, FIRST = 14, 20  # from a level's top to its dot, and to the baseline of its name
LONG = 18  # from the last line of the short name to the long one
AMOUNT = 22  # from the names to the words over the bars
BAR, BAR_END = 8, 30  # from those words to the bars, and to what follows the bars
SIGN_TOP, SIGN_FIRST = 2, 17  # from there to a sign, and to the words beside it
SLEEP_END, MEDICAL_END = 6, 16  # after the words about sleep, and about medical backup
END, BELOW, EDGE = 18, 36, 4  # under the last level: the last words, the band, the edge
BAND, BAND_HEAD, PILLS = 16, 26, 24  # in the band: its start, its head, its pills
BAND_MARGIN = 40  # what the head of the band leaves free


@dataclass(frozen=True, slots=True)
class _Column:
    """Who speaks, and where all texts and bars stand."""

    say: Speaker
    canvas: Canvas
    axis: Axis
    spine: float

    @property
    def x(self) -> float:
        """Where texts start in the reading direction."""
        return self.canvas.x(self.axis.x)


def narrow(say: Speaker) -> Form:
    """Return the narrow form: a block for each level, its bar across the whole width."""
    content = say.content
    lanes = steps.lanes(content)
    column = _column(say, steps.widest(lanes))
    draw = partial(_level, column)
    levels = stacked(content.line_of_levels, TOP, draw)
    bottom = levels[-1].bottom if levels else TOP

    band = None
    end = bottom + BELOW
    if content.alongside:
        band = _beside(column, end)
        end += band.band.height

    spine = steps.Spine(column.canvas, column.spine, LANE)
    dots = [level.dot[1] for level in levels]
    return Form(
        kind="narrow",
        width=WIDTH,
        height=ceil(end + EDGE),
        heads=_heads(column, bottom),
        ticks=ticks(say, column.axis, AXIS, bottom),
        steps=steps.draw(lanes, spine, dots),
        levels=levels,
        beside=band,
    )


def _column(say: Speaker, lanes: int) -> _Column:
    canvas = Canvas(WIDTH, say.content.direction == "rtl")
    spine = SPINE + LANE * lanes
    left = spine + LEFT
    width = WIDTH - left - MARGIN
    return _Column(
        say=say,
        canvas=canvas,
        axis=axis_of(say.content, canvas, left, width),
        spine=spine,
    )


def _heads(column: _Column, bottom: float) -> tuple[Label, ...]:
    """Return what stands above and below the line."""
    w = column.say.phrases
    less = (w("continuum.less"),)
    axis = (w("continuum.axis"),)
    more = (w("continuum.more"),)
    return (
        Label(column.x, LESS, less, "end"),
        Label(column.x, HEAD, axis, "head"),
        Label(column.x, bottom + END, more, "end"),
    )


def _level(column: _Column, level: Level, top: float) -> DrawnLevel:
    say = column.say
    names = _names(column, level, top)
    axis = column.axis
    rule = column.canvas.line(axis.x, axis.x + axis.width, top)

    amount = _amount(column, level, under=_last(names[-1]))
    bar = _last(amount) + BAR

    after = _last(amount) + BAR_END
    where = say.phrases(f"sleep.{level.sleep.where}")
    sleep_sign, sleep = _signed(column, level.sleep.where, where, after)

    after += LINE * len(sleep.lines) + SLEEP_END
    backup_sign, backup = _signed(column, "medical", say.backup(level), after)
    return DrawnLevel(
        level=level,
        spoken=spoken(say, level),
        bottom=after + LINE * len(backup.lines) + MEDICAL_END,
        rule="" if top == TOP else rule,
        dot=(column.canvas.x(column.spine), top + DOT),
        name=names,
        texts=(amount, sleep, backup),
        bars=bars(axis, level, bar),
        signs=(sleep_sign, backup_sign),
    )


def _names(column: _Column, level: Level, top: float) -> tuple[Label, ...]:
    """Return a level's short name, and its long one under it where that is another."""
    width = column.axis.width
    short = Label(
        x=column.x,
        y=top + FIRST,
        lines=wrap(level.short, NAMES, width),
        kind="name",
        leading=NAME_LINE,
    )
    if not level.acronym:
        return (short,)
    long = Label(
        x=column.x,
        y=_last(short) + LONG,
        lines=wrap(level.name, UNDER, width),
        kind="sub",
    )
    return short, long


def _last(label: Label) -> float:
    """Return the baseline of the last line of a text."""
    further = len(label.lines) - 1
    return label.y + label.leading * further


def _amount(column: _Column, level: Level, under: float) -> Label:
    """Return the words over the bars."""
    text = bar_label(column.say, level)
    return Label(
        x=column.x,
        y=under + AMOUNT,
        lines=wrap(text, NOTES, column.axis.width),
        kind="note",
    )


def _signed(column: _Column, name: str, text: str, top: float) -> tuple[Sign, Label]:
    """Return a sign and the words beside it."""
    canvas = column.canvas
    left = column.axis.x
    y = top + SIGN_TOP
    corner = canvas.box(left, y, SIGN, SIGN)
    words = Label(
        x=canvas.x(left + BESIDE_SIGN),
        y=top + SIGN_FIRST,
        lines=wrap(text, NOTES, column.axis.width - SIGN_MARGIN),
        kind="note",
    )
    return Sign(name, corner.x, y), words


def _beside(column: _Column, top: float) -> Beside:
    say = column.say
    text = say.phrases("continuum.beside")
    head = Label(
        x=column.canvas.x(BAND),
        y=top + BAND_HEAD,
        lines=wrap(text, NOTES, WIDTH - BAND_MARGIN),
        kind="head",
    )
    pills = top + PILLS + HEAD_LINE * len(head.lines)
    first = (BAND, pills)
    return beside(column.canvas, say.content.alongside, head, top, first)
