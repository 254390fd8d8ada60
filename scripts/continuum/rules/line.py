"""Rules about the line of levels."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..language.phrases import Phrases
from ..model.base import AUDIENCES
from ..model.claim import Claim
from ..model.content import Content
from ..model.level import Level
from .fault import Fault, at
from .figures import top_of

EXCUSE = "correct one of the two. If both are right, add an exception: the rule “{rule}”, the neighbor “{neighbor}”, and a reason for readers."


def hours_at_home(content: Content, audience: str) -> list[tuple[Level, Claim]]:
    """Return the levels on the line where people sleep at home, each with its headline hours a week, where it has them."""
    found = []
    for level in content.line_of_levels:
        headline = level.headline("hours_per_week", audience)
        if level.sleep.where == "home" and headline and not headline.span.empty:
            found.append((level, headline))
    return found


def _once(
    content: Content,
) -> Iterator[tuple[str, tuple[Level, Claim], tuple[Level, Claim]]]:
    """Yield neighbouring headlines for each audience, leaving out pairs that an earlier audience already showed."""
    seen = set()
    for audience in AUDIENCES:
        for below, above in pairwise(hours_at_home(content, audience)):
            key = (id(below[1]), id(above[1]))
            if key not in seen:
                seen.add(key)
                yield audience, below, above


def headline_hours_never_run_down(content: Content, words: Phrases) -> Iterator[Fault]:
    """Along the line, among levels where people sleep at home, headline hours a week never run down."""
    for audience, (below, less), (above, more) in _once(content):
        if more.span.low < less.span.low or (more.span.high, not more.span.open) < (
            less.span.high,
            not less.span.open,
        ):
            text = f"For {audience}, {above.short} ({words.range(more)}) asks for fewer hours a week than {below.short} before it ({words.range(less)})."
            fix = EXCUSE.format(rule="headline_hours_never_run_down", neighbor=below.id)
            end = (
                "min"
                if more.min is not None and more.span.low < less.span.low
                else top_of(more)
            )
            yield at(more, end, text=text, fix=fix, level=above.id, neighbor=below.id)


def neighbors_do_not_overlap(content: Content, words: Phrases) -> Iterator[Fault]:
    """Along the line, among levels where people sleep at home, no number of hours a week belongs to two neighbors."""
    for audience, (below, less), (above, more) in _once(content):
        if less.span.overlaps(more.span):
            text = f"For {audience}, {below.short} ({words.range(less)}) and {above.short} ({words.range(more)}) overlap."
            fix = EXCUSE.format(rule="neighbors_do_not_overlap", neighbor=below.id)
            yield at(
                more,
                "min" if more.min is not None else top_of(more),
                text=text,
                fix=fix,
                level=above.id,
                neighbor=below.id,
            )


def neighbors_leave_no_gap(content: Content, words: Phrases) -> Iterator[Fault]:
    """Along the line, among levels where people sleep at home, every number of hours a week belongs to a level."""
    for audience, (below, less), (above, more) in _once(content):
        gap = less.span.gap(more.span)
        if gap:
            shown = (
                words.number(gap[0])
                if gap[0] == gap[1]
                else f"{words.number(gap[0])} to {words.number(gap[1])}"
            )
            text = f"For {audience}, no level has {shown} hours a week: {below.short} ({words.range(less)}) ends before {above.short} ({words.range(more)}) starts."
            fix = EXCUSE.format(rule="neighbors_leave_no_gap", neighbor=below.id)
            yield at(
                more,
                "min" if more.min is not None else top_of(more),
                text=text,
                fix=fix,
                level=above.id,
                neighbor=below.id,
            )


def medical_supervision_never_runs_down(
    content: Content, words: Phrases
) -> Iterator[Fault]:
    """Along the line, medical backup never runs down."""
    rank = {grade.id: position for position, grade in enumerate(content.supervision)}
    for below, above in pairwise(content.line_of_levels):
        less, more = rank.get(below.medical.grade), rank.get(above.medical.grade)
        if less is not None and more is not None and more < less:
            text = f"{above.short} (“{above.medical.grade}”) has less medical backup than {below.short} before it (“{below.medical.grade}”)."
            fix = EXCUSE.format(
                rule="medical_supervision_never_runs_down", neighbor=below.id
            )
            yield at(
                above.medical,
                "grade",
                text=text,
                fix=fix,
                level=above.id,
                neighbor=below.id,
            )


def steps_are_mutual(content: Content, words: Phrases) -> Iterator[Fault]:
    """Every step up is answered by a step down, and every step down by a step up."""
    levels = {level.id: level for level in content.levels}
    for level in content.levels:
        for mine, theirs in (("steps_up", "steps_down"), ("steps_down", "steps_up")):
            for step in getattr(level, mine):
                other = levels.get(step.to)
                if other and level.id not in [
                    back.to for back in getattr(other, theirs)
                ]:
                    text = f"“{step.to}” has no answer to this step: its “{theirs}” does not lead to “{level.id}”."
                    yield at(
                        step,
                        "to",
                        text=text,
                        fix=f"add “to: {level.id}” to the “{theirs}” of “{step.to}”, or delete this step.",
                    )


def steps_follow_the_line(content: Content, words: Phrases) -> Iterator[Fault]:
    """A step up leads further along the line, a step down back, and both stay on it."""
    position = {level.id: index for index, level in enumerate(content.line_of_levels)}
    known = {level.id for level in content.levels}
    for level in content.levels:
        for name, sign in (("steps_up", 1), ("steps_down", -1)):
            for step in getattr(level, name):
                if step.to not in known:
                    continue
                if level.id not in position or step.to not in position:
                    text = "Only levels on the line have steps."
                    yield at(
                        step,
                        "to",
                        text=text,
                        fix="describe this move under “moving” instead.",
                    )
                elif (position[step.to] - position[level.id]) * sign <= 0:
                    text = f"“{step.to}” does not come {'after' if sign > 0 else 'before'} “{level.id}” on the line."
                    other = "steps_down" if sign > 0 else "steps_up"
                    yield at(
                        step,
                        "to",
                        text=text,
                        fix=f"move this step to “{other}”, or correct the id.",
                    )


RULES = [
    headline_hours_never_run_down,
    neighbors_do_not_overlap,
    neighbors_leave_no_gap,
    medical_supervision_never_runs_down,
    steps_are_mutual,
    steps_follow_the_line,
]
