"""Rules about the order of levels on their line: neighbors, and the steps between levels."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from ...model.base import AUDIENCES, Who
from ...model.claim import Claim
from ...model.content import Content
from ...model.level import Level, Step
from ..fault import Fault, at
from ..figures import bottom_of, top_of
from ..subject import Subject
from .variants import variants_are_of_levels_with_a_row


@dataclass(frozen=True, slots=True)
class Neighbors:
    """Two levels that follow each other on the line, and their hours a week for an audience."""

    audience: Who
    below: Level
    above: Level
    less: Claim
    more: Claim


def _neighbors(content: Content) -> Iterator[Neighbors]:
    """Yield levels on the line where people sleep at home, two by two, for each audience.

    Pairs that an earlier audience already showed are left out.
    """
    shown = set()
    for audience in AUDIENCES:
        for below, above in pairwise(_hours_at_home(content, audience)):
            pair = Neighbors(audience, below[0], above[0], below[1], above[1])
            key = (id(pair.less), id(pair.more))
            if key not in shown:
                shown.add(key)
                yield pair


def _hours_at_home(content: Content, audience: Who) -> Iterator[tuple[Level, Claim]]:
    """Yield the levels where people sleep at home that have headline hours a week, with these."""
    for level in content.line_of_levels:
        if level.sleep.where != "home":
            continue

        hours = level.headline("hours_per_week", audience)
        if hours and not hours.span.empty:
            yield level, hours


def _fault(rule: Callable, pair: Neighbors, end: str, text: str) -> Fault:
    """Return a fault at an end of the upper of two neighbors, which it may declare an exception."""
    fault = at(
        pair.more,
        end,
        text=text,
        fix=_excuse(rule, pair.below),
    )
    return fault.excusable(pair.above.id, pair.below.id)


def _excuse(rule: Callable, neighbor: Level) -> str:
    """Return what to do about two levels that do not fit each other."""
    exception = f"the rule “{rule.__name__}”, the neighbor “{neighbor.id}”"
    return (
        "correct one of the two. If both are right, add an exception: "
        f"{exception}, and a reason for readers."
    )


def headline_hours_never_run_down(subject: Subject) -> Iterator[Fault]:
    """Along the line, among levels where people sleep at home, headline hours never run down.

    The line says that a step up is a step to more care.
    """
    shown = subject.phrases.range
    for pair in _neighbors(subject.content):
        less, more = pair.less.span, pair.more.span
        starts_lower = more.low < less.low

        if starts_lower or more.top < less.top:
            above = f"{pair.above.short} ({shown(pair.more)})"
            below = f"{pair.below.short} before it ({shown(pair.less)})"
            end = bottom_of(pair.more) if starts_lower else top_of(pair.more)
            yield _fault(
                headline_hours_never_run_down,
                pair,
                end,
                f"For {pair.audience}, {above} asks for fewer hours a week "
                f"than {below}.",
            )


def neighbors_do_not_overlap(subject: Subject) -> Iterator[Fault]:
    """Along the line, among levels where people sleep at home, no hours belong to two neighbors.

    Someone with so many hours a week must find themselves in one place.
    """
    shown = subject.phrases.range
    for pair in _neighbors(subject.content):
        if pair.less.span.overlaps(pair.more.span):
            below = f"{pair.below.short} ({shown(pair.less)})"
            above = f"{pair.above.short} ({shown(pair.more)})"
            yield _fault(
                neighbors_do_not_overlap,
                pair,
                bottom_of(pair.more),
                f"For {pair.audience}, {below} and {above} overlap.",
            )


def neighbors_leave_no_gap(subject: Subject) -> Iterator[Fault]:
    """Along the line, among levels where people sleep at home, all hours belong to a level.

    Someone whose hours a week fall between two levels would find themselves nowhere.
    """
    shown, number = subject.phrases.range, subject.phrases.number
    for pair in _neighbors(subject.content):
        gap = pair.less.span.gap(pair.more.span)
        if gap is None:
            continue

        first, last = number(gap[0]), number(gap[1])
        hours = first if first == last else f"{first} to {last}"
        below = f"{pair.below.short} ({shown(pair.less)})"
        above = f"{pair.above.short} ({shown(pair.more)})"
        yield _fault(
            neighbors_leave_no_gap,
            pair,
            bottom_of(pair.more),
            f"For {pair.audience}, no level has {hours} hours a week: "
            f"{below} ends before {above} starts.",
        )


def medical_supervision_never_runs_down(subject: Subject) -> Iterator[Fault]:
    """Along the line, medical backup never runs down. More care has doctors no further away."""
    grades = subject.content.supervision
    rank = {grade.id: position for position, grade in enumerate(grades)}

    for below, above in pairwise(subject.content.line_of_levels):
        less, more = below.medical.grade, above.medical.grade
        known = less in rank and more in rank

        if known and rank[more] < rank[less]:
            lower = f"{above.short} (“{more}”) has less medical backup"
            higher = f"{below.short} before it (“{less}”)"
            fault = at(
                above.medical,
                "grade",
                text=f"{lower} than {higher}.",
                fix=_excuse(medical_supervision_never_runs_down, below),
            )
            yield fault.excusable(above.id, below.id)


def steps_are_mutual(subject: Subject) -> Iterator[Fault]:
    """Every step up is answered by a step down, and every step down by a step up.

    Who reads about a way into more care must find the way back.
    """
    levels = {level.id: level for level in subject.content.levels}
    ways = (("steps_up", "steps_down"), ("steps_down", "steps_up"))

    for level in subject.content.levels:
        for mine, theirs in ways:
            for step in getattr(level, mine):
                other = levels.get(step.to)
                back = [answer.to for answer in getattr(other, theirs, ())]

                if other and level.id not in back:
                    yield at(
                        step,
                        "to",
                        text=f"“{step.to}” has no answer to this step: "
                        f"its “{theirs}” does not lead to “{level.id}”.",
                        fix=f"add “to: {level.id}” to the “{theirs}” of “{step.to}”, "
                        "or delete this step.",
                    )


def steps_follow_the_line(subject: Subject) -> Iterator[Fault]:
    """A step up leads further along the line, a step down back, and both stay on it.

    What stands beside the line is neither more care nor less.
    """
    line = enumerate(subject.content.line_of_levels)
    position = {level.id: index for index, level in line}
    known = {level.id for level in subject.content.levels}

    for level in subject.content.levels:
        for step in level.steps_up:
            if step.to in known:
                yield from _astray(step, level.id, position, up=True)

        for step in level.steps_down:
            if step.to in known:
                yield from _astray(step, level.id, position, up=False)


def _astray(
    step: Step, start: str, position: dict[str, int], up: bool
) -> Iterator[Fault]:
    """Yield a fault where a step leads to another place on the line than it says, or off it."""
    if start not in position or step.to not in position:
        yield at(
            step,
            "to",
            text="Only levels on the line have steps.",
            fix="describe this move under “moving” instead.",
        )
        return

    way = position[step.to] - position[start]
    forward = way > 0
    if way and forward == up:
        return

    side = "after" if up else "before"
    other = "steps_down" if up else "steps_up"
    yield at(
        step,
        "to",
        text=f"“{step.to}” does not come {side} “{start}” on the line.",
        fix=f"move this step to “{other}”, or correct the id.",
    )


RULES = [
    headline_hours_never_run_down,
    neighbors_do_not_overlap,
    neighbors_leave_no_gap,
    medical_supervision_never_runs_down,
    steps_are_mutual,
    steps_follow_the_line,
    variants_are_of_levels_with_a_row,
]
