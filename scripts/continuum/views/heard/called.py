"""Levels -> every name, letters and number that they go by, and what each one means."""

from __future__ import annotations

import json
from dataclasses import dataclass

from ...model.content import Content
from ...model.level import Level
from ..speaking import Speaker


@dataclass(frozen=True, slots=True)
class Called:
    """A level with its other names. `said` is for the script of the search, as JSON: each number
    with whose it is, then each name.
    """

    level: Level
    names: tuple[str, ...]
    said: str


def chips(content: Content) -> list[tuple[str, Level]]:
    """Return what people are told most often, each with its level; what two levels share leads to
    the first.
    """
    found: dict[str, tuple[str, Level]] = {}
    for level in content.levels:
        for told in level.heard:
            found.setdefault(told.casefold(), (told, level))
    return list(found.values())


def other_names(level: Level) -> list[str]:
    """Return each name of a level beside its plain one, once: letters, what people say, numbers
    that they hear.
    """
    found: dict[str, str] = {}
    given = (level.everyday, level.stands_for, level.acronym)
    for name in (*given, *level.also_called, *level.heard):
        if name and name.casefold() != level.name.casefold():
            found.setdefault(name.casefold(), name)
    return list(found.values())


def numbers_told(level: Level) -> list[str]:
    """Return the numbers by which people are told of a level, as they hear them: “Level 2.1”.

    A number that another name holds is not said a second time.
    """
    given = {one.number for one in level.numbering if one.number}
    found: dict[str, str] = {}
    for name in (*level.also_called, *level.heard):
        for number in given.intersection(name.split()):
            found.setdefault(number, name)
    return list(found.values())


def called(say: Speaker) -> list[Called]:
    """Return every level with what it is called."""
    return [_called(say, level) for level in say.content.levels]


def _called(say: Speaker, level: Level) -> Called:
    numbers = _numbers(say, level)
    names = [name for name in other_names(level) if name not in numbers]
    missing = []
    for number, whose in numbers.items():
        if not any(number in name.split() for name in names):
            missing.append(say.phrases("search.number", number=number, who=whose[0]))

    said = [[number, say.phrases.list(who)] for number, who in numbers.items()]
    said += [[name] for name in (level.name, *names)]
    return Called(
        level=level,
        names=(*names, *missing),
        said=json.dumps(said, ensure_ascii=False),
    )


def _numbers(say: Speaker, level: Level) -> dict[str, list[str]]:
    """Return each number of a level with the names of those who give it."""
    found: dict[str, list[str]] = {}
    for given in level.numbering:
        if given.number:
            who = say.authorities[given.standard]
            found.setdefault(given.number, []).append(who.name)
    return found
