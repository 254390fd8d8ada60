"""Level -> its facts in short: four for the tiles at the top of its page, then the others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...model.base import FIGURES
from ...model.level import Attendance, Level, Sleep, Work
from ..figures import Cell, Fact, first_headline, headlines, known_figures
from ..speaking import Speaker

TILES = 4
# What people ask first. Where a level has no answer to one, the next one moves up.
ASKED_FIRST = ("hours_per_week", "sleep", "days_per_week", "work", "length", "medical")


def split(say: Speaker, level: Level) -> tuple[list[Fact], list[Fact]]:
    """Return a level's facts for the tiles, in the order in which people ask, and the others."""
    found = dict(_facts(say, level))
    if "hours_per_week" not in found:
        found["hours_per_week"] = _no_number(say)

    asked = [id for id in ASKED_FIRST if id in found]
    first = asked[:TILES]
    others = [fact for id, fact in found.items() if id not in first]
    return [found[id] for id in first], others


def _facts(say: Speaker, level: Level) -> Iterator[tuple[str, Fact]]:
    """Yield the facts that are known, each under its id."""
    ids = [name for name in FIGURES if headlines(level, name)]
    for id, fact in zip(ids, known_figures(say, level), strict=True):
        yield id, _with_states(say, level, id, fact)

    yield "sleep", _told(say, level.sleep.where, "sleep", level.sleep)
    yield "medical", _backup(say, level)
    if level.attend:
        yield "attend", _told(say, level.attend.form, "attend", level.attend)
    if level.work:
        yield "work", _told(say, "work", "work", level.work)


def _with_states(say: Speaker, level: Level, figure: str, fact: Fact) -> Fact:
    """Return a figure that says so where a state asks for fewer than the number shown."""
    if figure != "hours_per_week" or not _fewer_somewhere(say, level):
        return fact
    small = (*fact.value.small, say.phrases("level.fewer"))
    return replace(fact, value=replace(fact.value, small=small))


def _fewer_somewhere(say: Speaker, level: Level) -> bool:
    """Return whether a state's own least hours a week, for all or for the same people, and of the
    same kind, are under the least that is shown. Hours that count something else prove nothing.
    """
    first = first_headline(level, "hours_per_week")
    if first is None or not first.min:
        return False
    return any(
        claim.min
        and claim.min < first.min
        and claim.counts == first.counts
        and claim.who in (first.who, "everyone", "adults")
        and say.authorities[claim.whose].speaks_of_a_state
        and not claim.until
        for claim in level.hours_per_week
    )


def _told(say: Speaker, sign: str, id: str, told: Sleep | Attendance | Work) -> Fact:
    """Return what the file tells in a text of its own, under a phrase."""
    note = getattr(told, "note", None)
    value = Cell(
        text=say.text(told.text),
        small=(say.text(note),) if note else (),
        whose=say.basis(told),
        sourced=(told,),
    )
    return Fact(sign, say.phrases(f"level.{id}"), value)


def _backup(say: Speaker, level: Level) -> Fact:
    medical = level.medical
    value = Cell(
        text=say.backup(level),
        small=(say.text(medical.text),),
        whose=say.basis(medical),
        sourced=(medical,),
    )
    return Fact("medical", say.phrases("level.medical"), value)


def _no_number(say: Speaker) -> Fact:
    value = Cell(say.phrases("level.no_number"), silent=True)
    return Fact("hours", say.phrases("level.hours_per_week"), value)
