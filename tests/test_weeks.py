"""Example weeks: drawn from the numbers, and never outside them."""

from __future__ import annotations

from copy import copy

import made
import pytest
from contents import content_of, real_content
from continuum.model.base import AUDIENCES
from continuum.settings import Publication
from continuum.views.examples import DAYS, example_weeks, lives_in
from continuum.views.speaking import Speaker
from continuum.views.weeks import blocks, weekdays_of, weeks
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
    """IOP's examples are 9 and 12 hours; whoever lives there has none;
    every example fits its level's headlines.
    """
    continuum, _ = real_content()
    totals = {
        level.id: [week.total for week in example_weeks(level)]
        for level in continuum.levels
    }
    assert totals["iop"] == [9, 12]
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
    """A week is either examples with seven named days or a sentence,
    and always says where the nights are spent.
    """
    say = Speaker(*real_content(), Publication())
    found = weeks(say)[level]
    assert bool(found.examples) != bool(found.instead)
    assert found.nights == say.text(say.levels[level].sleep.text)
    for example in found.examples:
        assert len(example.days) == len(found.weekdays) == 7
        for day in example.days:
            assert day.unit, example.title
            assert bool(day.number) == bool(day.blocks), example.title


@given(
    hours=st.integers(0, 24 * 20).map(lambda parts: parts / 20),
    longest=st.integers(1, 24),
)
def test_a_block_stands_for_an_hour(hours, longest):
    """There are as many blocks as hours were begun; they stand on the end of the day, apart,
    inside the picture; a part of an hour is shorter.
    """
    if hours > longest:
        return
    found = blocks(hours, longest)
    assert len(found) == -(-hours // 1)
    assert all(height > 0 and top >= 0 and top + height <= 100 for top, height in found)
    assert all(
        above + height <= below
        for (below, _), (above, height) in zip(found, found[1:], strict=False)
    )
    if hours % 1 and len(found) > 1:
        assert found[-1][1] < found[0][1]


def test_weeks_begin_after_the_weekend_of_the_language():
    """An English week begins on Monday; an Egyptian one,
    whose weekend is Friday and Saturday, on Sunday.
    """
    _, words = real_content()
    names = [full for _, full in weekdays_of(words)]
    assert (names[0], names[6]) == ("Monday", "Sunday")
    egyptian = copy(words)
    egyptian.locale = words.locale.parse("ar_EG")
    assert weekdays_of(egyptian)[0][1] == "الأحد"
