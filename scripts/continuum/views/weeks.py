"""Level -> its week in words and pictures: examples with their days, or what is known instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

from ..language.phrases import Phrases
from ..model.level import Level
from .examples import DAYS, Week, example_weeks, lives_in
from .figures import counted, figure_cell
from .speaking import Speaker, uncapitalized

WHOLE = 100  # the height of the longest day; blocks and gaps are parts of it
GAPS = 8  # so many gaps between blocks are as high as a block


@dataclass(frozen=True, slots=True)
class Day:
    """One day of an example: the number and its unit, and a block for each hour.

    A block is its top and its height, from 0 to WHOLE.
    """

    number: str
    unit: str
    blocks: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """An example week: what it is called, and its seven days."""

    title: str
    days: tuple[Day, ...]


@dataclass(frozen=True, slots=True)
class LevelWeek:
    """A level's week: examples, or in words what is known; then the nights.

    `note` says how the examples were made; `lives_in`: days and nights are both spent there.
    """

    caption: str
    weekdays: tuple[tuple[str, str], ...]
    examples: tuple[Example, ...]
    note: str
    instead: str
    where: str
    nights: str
    lives_in: bool


def weeks(say: Speaker) -> dict[str, LevelWeek]:
    """Return the week of every level by its id, all drawn to the scale of the longest day."""
    found = {level.id: example_weeks(level) for level in say.content.levels}
    longest = _longest_day(found.values())

    shown = {}
    for level in say.content.levels:
        examples = []
        for week in found[level.id]:
            examples.append(_example(say.phrases, week, longest))
        shown[level.id] = _level_week(say, level, examples)
    return shown


def _longest_day(found: Iterable[tuple[Week, ...]]) -> float:
    """Return the most hours that any example puts on one day."""
    longest = 0.0  # where nothing is drawn
    for weeks in found:
        for week in weeks:
            longest = max(longest, *week.hours)
    return longest


def weekdays_of(phrases: Phrases) -> tuple[tuple[str, str], ...]:
    """Return the seven days, short and in full, from the day after the weekend."""
    locale = phrases.locale
    names = locale.days["stand-alone"]
    short = names["abbreviated"]
    full = names["wide"]

    found = []
    first = locale.weekend_end + 1
    for place in range(DAYS):
        day = (first + place) % DAYS
        found.append((short[day], full[day]))
    return tuple(found)


def week_line(say: Speaker, level: Level) -> str:
    """Return a level's week in a few words: its hours, or that people live there."""
    if lives_in(level):
        return say.phrases("continuum.live_in")
    found = figure_cell(say, level, "hours_per_week")
    if found.silent:
        return say.phrases("continuum.unknown")
    return found.text


def blocks(hours: float, longest: float) -> tuple[tuple[float, float], ...]:
    """Return one block for each hour as (top, height), from the end of the longest day down.

    Part of an hour gets part of a block.
    """
    each = WHOLE / longest
    gap = each / GAPS
    found = []
    for before in range(ceil(hours)):
        part = min(1, hours - before)
        height = max(each * part - gap, gap)
        top = WHOLE - each * before - height
        found.append((round(top, 1), round(height, 1)))
    return tuple(found)


def _level_week(say: Speaker, level: Level, examples: list[Example]) -> LevelWeek:
    w = say.phrases
    name = say.name(level)
    caption = w("week.caption", name=name)
    if not examples:
        caption = w("week.caption_no_hours", name=name)
    note = "week.examples" if level.days_per_week else "week.examples_by_total"
    return LevelWeek(
        caption=caption,
        weekdays=weekdays_of(w),
        examples=tuple(examples),
        note=w(note) if examples else "",
        instead="" if examples else _instead(say, level),
        where=level.sleep.where,
        nights=w("week.nights", where=say.text(level.sleep.text)),
        lives_in=lives_in(level),
    )


def _instead(say: Speaker, level: Level) -> str:
    """Return what is known of a week without examples."""
    w = say.phrases
    said = []
    if lives_in(level):
        said.append(w("week.lives_in"))

    hours = figure_cell(say, level, "hours_per_week")
    if hours.silent:
        said.append(w("week.unknown"))
    else:
        claim = hours.sourced[0]
        amount = uncapitalized(hours.text) + counted(say, claim)
        said.append(w("week.treatment", amount=amount))
    return " ".join(said)


def _example(phrases: Phrases, week: Week, longest: float) -> Example:
    hours = phrases("week.hours", count=week.total)
    days = phrases("week.days", count=week.days)
    drawn = [_day(phrases, each, longest) for each in week.hours]
    return Example(
        title=phrases("week.example", hours=hours, days=days),
        days=tuple(drawn),
    )


def _day(phrases: Phrases, hours: float, longest: float) -> Day:
    if not hours:
        off = phrases("week.off")
        return Day("", off)
    return Day(
        number=phrases.number(hours),
        unit=phrases("week.unit", many=hours),
        blocks=blocks(hours, longest),
    )
