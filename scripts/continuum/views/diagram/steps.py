"""Steps between levels -> lines beside their dots; those that would cross stand in lanes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ...model.content import Content
from .measure import Canvas
from .parts import Steps

MOST_LANES = 6  # beyond it a picture would be all lines; pages still name every step
FREE = 7  # from the middle of a dot to where a line begins, so that they do not touch
APART = 3  # lines that bend leave a dot so far from its middle, upwards and downwards
BEND = 6  # the radius of a corner, where lanes are that far from each other
TIP, HALF_TIP = 5, 3.5  # the length of a tip, and half its breadth


class Lane(NamedTuple):
    """A step between two levels: the lane of its line, and the places of both on the line.

    Lane 0 joins neighbors straight.
    """

    number: int
    upper: int
    lower: int


@dataclass(frozen=True, slots=True)
class Spine:
    """The line of dots from which lanes stand off, `gap` from each other."""

    canvas: Canvas
    x: float
    gap: float

    @property
    def toward(self) -> int:
        """The direction from a lane to the dots: 1 to the right."""
        if self.canvas.rtl:
            return -1
        return 1


def lanes(content: Content) -> list[Lane]:
    """Return each step with a lane in which it crosses no other, as far as there are lanes."""
    placed: list[Lane] = []
    for upper, lower in sorted(_spans(content), key=_shortest_first):
        if lower - upper == 1:
            placed.append(Lane(0, upper, lower))
            continue

        taken = {lane.number for lane in placed if _overlap(lane, upper, lower)}
        number = 1
        while number in taken:
            number += 1

        if number <= MOST_LANES:
            placed.append(Lane(number, upper, lower))
    return placed


def widest(found: Sequence[Lane]) -> int:
    """Return how many lanes stand beside the dots."""
    numbers = [lane.number for lane in found]
    return max(numbers, default=0)


def draw(found: Sequence[Lane], spine: Spine, dots: Sequence[float]) -> Steps:
    """Return the lines between dots that stand at those heights, each with a tip at both ends."""
    paths, tips = [], []
    for lane in found:
        top, bottom = dots[lane.upper], dots[lane.lower]
        if lane.number == 0:
            path, ends = _straight(spine, top, bottom)
        else:
            path, ends = _bent(spine, lane.number, top, bottom)

        paths.append(path)
        tips += ends
    return Steps(tuple(paths), tuple(tips))


def _spans(content: Content) -> set[tuple[int, int]]:
    """Return the places of every two levels of the line with a step between them."""
    line = content.line_of_levels
    order = {level.id: place for place, level in enumerate(line)}

    found = set()
    for level in line:
        start = order[level.id]
        for step in (*level.steps_up, *level.steps_down):
            end = order.get(step.to)
            if end is not None:
                upper, lower = min(start, end), max(start, end)
                found.add((upper, lower))
    return found


def _shortest_first(span: tuple[int, int]) -> tuple[int, int, int]:
    upper, lower = span
    return lower - upper, upper, lower


def _overlap(lane: Lane, upper: int, lower: int) -> bool:
    if lane.number == 0:
        return False
    return lane.upper < lower and upper < lane.lower


def _straight(spine: Spine, top: float, bottom: float) -> tuple[str, list[str]]:
    x = spine.canvas.x(spine.x)
    left = x - HALF_TIP
    right = x + HALF_TIP

    start = top + FREE
    stop = bottom - FREE
    under, over = start + TIP, stop - TIP
    tips = [
        f"M{left} {under}L{x} {start}L{right} {under}",
        f"M{left} {over}L{x} {stop}L{right} {over}",
    ]
    return f"M{x} {start}V{stop}", tips


def _bent(
    spine: Spine, number: int, top: float, bottom: float
) -> tuple[str, list[str]]:
    free = spine.x - FREE
    near = spine.canvas.x(free)
    far = spine.canvas.x(free - number * spine.gap)
    bend = min(BEND, spine.gap)
    inner = far + spine.toward * bend

    start = top + APART
    stop = bottom - APART
    path = (
        f"M{near} {start}H{inner}"
        f"Q{far} {start} {far} {start + bend}V{stop - bend}"
        f"Q{far} {stop} {inner} {stop}H{near}"
    )

    tips = []
    back = near - spine.toward * TIP
    for y in (start, stop):
        above, below = y - HALF_TIP, y + HALF_TIP
        tips.append(f"M{back} {above}L{near} {y}L{back} {below}")
    return path, tips
