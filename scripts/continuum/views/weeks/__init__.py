"""Level -> its week in pictures and words: examples hour by hour, or what is known instead."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ...language.phrases import Phrases
from ...model.level import Level
from ..examples import DAYS, Week, example_weeks, lives_in
from ..figures import counted, figure_cell, first_headline
from ..speaking import Speaker, capitalized, uncapitalized
from .clock import clock
from .drawn import HOURS, DrawnWeek, Span, drawn_week

WEEK = DAYS * HOURS
MORNING, EVENING = 9, 18  # when treatment begins in an example
EVENING_ENDS = 21  # no example of an evening goes on longer
AWAKE = (7, 23)  # an example of a night leaves eight hours to sleep


@dataclass(frozen=True, slots=True)
class Example:
    """An example week: when it takes place, how many hours of the week, on which days and when.

    `treatment` is when it takes place on each day.
    """

    name: str
    amount: str
    days: str
    treatment: tuple[Span | None, ...]
    drawing: DrawnWeek

    @property
    def hours(self) -> str:
        """When it takes place on each day, for a script: "18-21,,18-21"."""
        return ",".join(
            f"{span[0]:g}-{span[1]:g}" if span else "" for span in self.treatment
        )

    @property
    def title(self) -> str:
        """All of it in a line."""
        return f"{self.name}: {self.amount}. {self.days}."


@dataclass(frozen=True, slots=True)
class LevelWeek:
    """A level's week: examples, or in words what is known; then the nights.

    `letters` are the days' first letters; `note` says how the examples were made; `nights` and
    `slept` say where the nights are spent, in a word or two and as a sentence. `there` is the week
    of a level where days and nights are both spent.
    """

    letters: tuple[str, ...]
    examples: tuple[Example, ...]
    note: str
    instead: str
    nights: str
    slept: str
    there: DrawnWeek | None


def weeks(say: Speaker) -> dict[str, LevelWeek]:
    """Return the week of every level by its id."""
    return {level.id: _level_week(say, level) for level in say.content.levels}


def weekdays_of(phrases: Phrases, width: str = "abbreviated") -> tuple[str, ...]:
    """Return the names of the seven days, from the day after the weekend: `abbreviated`, `wide`,
    or `narrow`, a letter each.
    """
    locale = phrases.locale
    names = locale.days["stand-alone"][width]
    first = locale.weekend_end + 1
    return tuple(names[(first + place) % DAYS] for place in range(DAYS))


def week_line(say: Speaker, level: Level) -> str:
    """Return a level's week in a few words: its hours, else that people live there."""
    found = figure_cell(say, level, "hours_per_week")
    if not found.silent:
        return found.text
    name = "live_in" if lives_in(level) else "unknown"
    return say.phrases(f"continuum.{name}")


def _level_week(say: Speaker, level: Level) -> LevelWeek:
    w = say.phrases
    examples = _examples(say, level)
    alone = (
        drawn_week([None] * DAYS, AWAKE, say.content.mirrored)
        if lives_in(level)
        else None
    )
    note = "week.examples" if level.days_per_week else "week.examples_by_total"
    nights = w("week.nights", where=uncapitalized(say.text(level.sleep.text)))
    return LevelWeek(
        letters=weekdays_of(w, "narrow"),
        examples=examples,
        note=w(note) if examples else "",
        instead="" if examples else _instead(say, level),
        nights=nights,
        slept=f"{capitalized(nights)}.",
        there=alone,
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


def _examples(say: Speaker, level: Level) -> tuple[Example, ...]:
    """Return a level's example weeks: the first in the evening where it is short enough, all others
    from the morning on; one with all the hours that the level has is the most.
    """
    claim = first_headline(level, "hours_per_week")
    examples = []
    for place, week in enumerate(example_weeks(level)):
        evening = place == 0 and EVENING + max(week.hours) <= EVENING_ENDS
        example = example_of(say, week, evening)
        if claim and place and week.total == claim.max:
            example = replace(example, name=say.phrases("week.most"))
        examples.append(example)
    return tuple(examples)


def example_of(say: Speaker, week: Week, evening: bool) -> Example:
    """Return a week as an example, in the evening or by day."""
    w = say.phrases
    start = EVENING if evening else _start(max(week.hours))
    treatment = [(start, start + hours) if hours else None for hours in week.hours]
    return Example(
        name=w("week.evenings") if evening else w("week.by_day"),
        amount=w("week.amount", hours=w.number(week.total), all=w.number(WEEK)),
        days=_days(w, treatment),
        treatment=tuple(treatment),
        drawing=drawn_week(treatment, AWAKE, say.content.mirrored),
    )


def _start(longest: float) -> float:
    """Return when the longest day of an example begins: in the morning, sooner if it must."""
    return max(0, min(MORNING, AWAKE[1] - longest))


def _days(phrases: Phrases, treatment: list[Span | None]) -> str:
    """Return the days of an example in words, and its times where they are the same each day."""
    taken = [place for place, span in enumerate(treatment) if span]
    names = [weekdays_of(phrases)[place] for place in taken]
    days = phrases.list(names)
    if len(taken) > 2 and taken[-1] - taken[0] == len(taken) - 1:
        days = phrases("week.from_to", first=names[0], last=names[-1])

    times = {span for span in treatment if span}
    start, end = (clock(hour, phrases.locale) for hour in min(times))
    if len(times) > 1:
        return phrases("week.starting", days=days, start=start)
    return phrases("week.between", days=days, start=start, end=end)
