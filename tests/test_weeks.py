"""Example weeks: drawn from the numbers, and never outside them."""

from __future__ import annotations

import re
from copy import copy
from itertools import pairwise

import made
import pytest
from contents import content_of, real_content
from continuum.model.base import AUDIENCES
from continuum.settings import Publication
from continuum.views.examples import DAYS, Week, example_weeks, lives_in
from continuum.views.speaking import Speaker
from continuum.views.weeks import example_of, weekdays_of, weeks
from continuum.views.weeks.drawn import drawn_week
from hypothesis import given, settings
from hypothesis import strategies as st


def assert_weeks_fit(level):
    """Assert that each example stands inside every headline that speaks of its week,
    its days or its hours a day.
    """
    audience = next(
        (
            audience
            for audience in AUDIENCES
            if level.headline("hours_per_week", audience)
        ),
        AUDIENCES[0],
    )
    week, days, hours = (
        level.headline(figure, audience)
        for figure in ("hours_per_week", "days_per_week", "hours_per_day")
    )
    for example in example_weeks(level):
        assert len(example.hours) == DAYS
        assert all(0 <= each <= 24 for each in example.hours)
        assert week is None or example.total in week.span, (level.id, example)
        if days and hours:
            assert example.days in days.span, (level.id, example)
            assert all(each in hours.span for each in example.hours if each), (
                level.id,
                example,
            )


def test_the_real_weeks_fit_the_real_numbers():
    """IOP's examples are 9 and 12 hours, and 19, the most; whoever lives there has none; every
    example fits its level's headlines.
    """
    continuum, _ = real_content()
    totals = {
        level.id: [week.total for week in example_weeks(level)]
        for level in continuum.levels
    }
    assert totals["iop"] == [9, 12, 19]
    assert totals["op"] == [1, 2, 5]
    assert [example_weeks(level) for level in continuum.levels if lives_in(level)] == [
        ()
    ] * sum(map(lives_in, continuum.levels))
    for level in continuum.levels:
        assert_weeks_fit(level)


@settings(max_examples=8, deadline=None)
@given(
    bounds=st.lists(st.integers(1, 160), min_size=1, max_size=5, unique=True).map(
        sorted
    ),
    day=st.booleans(),
)
def test_weeks_fit_any_numbers(bounds, day):
    """Whatever ranges a sound file holds, no example leaves them."""
    data = made.line_of(bounds, day=int(day))
    if any(high - low < 2 for low, high in zip(bounds, bounds[1:], strict=False)):
        return
    for level in content_of(made.text_of(data)).levels:
        assert_weeks_fit(level)


@pytest.mark.parametrize("level", ["iop", "hospital-inpatient", "continuing-care"])
def test_a_week_says_in_words_what_it_draws(level):
    """A week is either examples with their hours and days or a sentence, and always says where the
    nights are spent.
    """
    say = Speaker(*real_content(), Publication())
    found = weeks(say)[level]
    assert bool(found.examples) != bool(found.instead)
    assert bool(found.there) == lives_in(say.levels[level])
    assert found.slept.casefold().endswith(
        f"{say.text(say.levels[level].sleep.text)}.".casefold()
    )
    for example, week in zip(
        found.examples, example_weeks(say.levels[level]), strict=True
    ):
        assert example.amount == f"{week.total:g} of 168 hours"
        days = hours_drawn(example.drawing.treatment)
        assert [end - start for _, start, end in days] == [
            each for each in week.hours if each
        ]


LINE = re.compile(r"M([\d.]+) ([\d.]+)V([\d.]+)")


def hours_drawn(path: str) -> list[tuple[float, float, float]]:
    """Return the lines of a drawing, as the place of a day and the hours between which it runs."""
    found = []
    for x, start, end in LINE.findall(path):
        found.append((float(x), float(start) / 4, float(end) / 4))
    return found


@given(
    hours=st.lists(
        st.integers(0, 40).map(lambda parts: parts / 4), min_size=7, max_size=7
    ),
    mirrored=st.booleans(),
)
def test_a_drawn_week_is_168_hours(hours, mirrored):
    """Nights and days make 24 hours on each of seven days that stand apart; treatment takes as
    many as it should, on its days; from right to left the first day is the last.
    """
    spans = [(9, 9 + each) if each else None for each in hours]
    week = drawn_week(spans, (7, 23), mirrored)
    whole = {}
    for x, start, end in hours_drawn(week.asleep + week.awake):
        assert 0 <= start < end <= 24
        whole[x] = whole.get(x, 0) + end - start
    assert list(whole.values()) == [24] * 7
    places = list(whole)
    assert places == sorted(places, reverse=mirrored)
    assert all(abs(after - before) > 10 for before, after in pairwise(places))
    taken = {x: end - start for x, start, end in hours_drawn(week.treatment)}
    assert taken == {x: each for x, each in zip(places, hours, strict=True) if each}


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (
            (3, 0, 3, 0, 3, 0, 0),
            "In the evening: 9 of 168 hours. Mon, Wed and Fri, 6 PM to 9 PM.",
        ),
        ((5, 5, 5, 5, 5, 0, 0), "By day: 25 of 168 hours. Mon to Fri, 9 AM to 2 PM."),
        (
            (0, 2.5, 2, 0, 0, 0, 0),
            "In the evening: 4.5 of 168 hours. Tue and Wed, from 6 PM on.",
        ),
        ((20, 0, 0, 0, 0, 0, 0), "By day: 20 of 168 hours. Mon, 3 AM to 11 PM."),
    ],
)
def test_an_example_says_its_days_and_times(hours, said):
    """Days in a row are told from the first to the last; times where they are the same each day."""
    say = Speaker(*real_content(), Publication())
    example = example_of(say, Week(hours), evening=max(hours) <= 3)
    assert example.title.replace("\u00a0", " ").replace("\u202f", " ") == said


def test_weeks_begin_after_the_weekend_of_the_language():
    """An English week begins on Monday; an Egyptian one,
    whose weekend is Friday and Saturday, on Sunday.
    """
    _, words = real_content()
    names = weekdays_of(words, "wide")
    assert (names[0], names[6]) == ("Monday", "Sunday")
    egyptian = copy(words)
    egyptian.locale = words.locale.parse("ar_EG")
    assert weekdays_of(egyptian, "wide")[0] == "الأحد"
