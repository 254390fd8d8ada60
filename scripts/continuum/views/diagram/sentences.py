"""Level -> what the picture shows of it, in words."""

from __future__ import annotations

from ...model.level import Level, Step
from ..examples import lives_in
from ..speaking import Speaker
from .scale import hours_of


def sentences(say: Speaker, level: Level) -> str:
    """Return what the picture says about a level: its row, and the steps from it."""
    said = [sentence(say, level, say.name(level))]
    if level.steps_up:
        names = _names(say, level.steps_up)
        said.append(say.phrases("continuum.up", names=names))
    if level.steps_down:
        names = _names(say, level.steps_down)
        said.append(say.phrases("continuum.down", names=names))
    return " ".join(said)


def _names(say: Speaker, steps: list[Step]) -> str:
    shorts = []
    for step in steps:
        other = say.levels[step.to]
        shorts.append(other.short)
    return say.phrases.list(shorts)


def spoken(say: Speaker, level: Level) -> str:
    """Return a row under the name it shows, so that who speaks what they see reaches its link."""
    name = level.short
    if level.acronym:
        name = f"{level.short} {level.name}"
    return sentence(say, level, name)


def sentence(say: Speaker, level: Level, name: str) -> str:
    """Return a level's row as a sentence about `name`."""
    w = say.phrases
    hours = hours_of(say, level)
    sleep = w(f"sleep.{level.sleep.where}")
    medical = say.backup(level)
    if not lives_in(level):
        hours = hours or w("continuum.unknown")
        return w("continuum.row", name=name, hours=hours, sleep=sleep, medical=medical)
    if hours:
        treatment = w("continuum.live_in_hours", amount=hours)
        hours = f", {treatment}"
    return w(
        "continuum.row_live_in",
        name=name,
        hours=hours,
        sleep=sleep,
        medical=medical,
    )
