"""Level -> what the picture shows of it, in words."""

from __future__ import annotations

from ...model.level import Level, Step
from ..examples import lives_in
from ..speaking import Speaker
from .scale import hours_of


def sentences(say: Speaker, level: Level) -> str:
    """Return what the picture says about a level: its row, and the steps from it."""
    said = [
        sentence(say, level, say.name(level)),
        _steps(say, "continuum.up", level.steps_up),
        _steps(say, "continuum.down", level.steps_down),
    ]
    return " ".join(filter(None, said))


def _steps(say: Speaker, phrase: str, steps: list[Step]) -> str:
    if not steps:
        return ""
    shorts = []
    for step in steps:
        other = say.levels[step.to]
        shorts.append(other.short)
    names = say.phrases.list(shorts)
    return say.phrases(phrase, names=names)


def spoken(say: Speaker, level: Level) -> str:
    """Return a row under the name it shows, so that who speaks what they see reaches its link."""
    name = level.name
    if level.acronym:
        name = f"{level.short} {name}"
    return sentence(say, level, name)


def sentence(say: Speaker, level: Level, name: str) -> str:
    """Return a level's row as a sentence about `name`."""
    w = say.phrases
    hours = hours_of(say, level)
    if not lives_in(level):
        row, hours = "continuum.row", hours or w("continuum.unknown")
    else:
        row = "continuum.row_live_in"
        if hours:
            treatment = w("continuum.live_in_hours", amount=hours)
            hours = f", {treatment}"
    return w(
        row,
        name=name,
        hours=hours,
        sleep=w(f"sleep.{level.sleep.where}"),
        medical=say.backup(level),
    )
