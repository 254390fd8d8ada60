"""Where two levels tell how long people stay in two units, both are told in days as well."""

from __future__ import annotations

import made
import pytest
from contents import content_of, english
from continuum.settings import Publication
from continuum.views.matrix import matrix_of
from continuum.views.pairs import in_one_unit
from continuum.views.speaking import Speaker


def small_lines(one: dict, other: dict) -> tuple[tuple[str, ...], ...]:
    """Return the lines under the lengths of two levels, as the page about both shows them."""
    data = made.line_of([9, 20], live_in=1)
    for level, length in zip(data["levels"], (one, other), strict=False):
        level["length"] = [
            {
                "who": "everyone",
                "whose": "standard",
                "headline": True,
                "sources": ["rule"],
            }
            | length
        ]
    say = Speaker(content_of(made.text_of(data)), english(), Publication())
    a, b = say.content.levels[:2]
    rows = in_one_unit(say, matrix_of(say).answered([a, b]), a, b)
    row = next(row for row in rows if row.id == "length")
    return row.cells[a.id].small, row.cells[b.id].small


@pytest.mark.parametrize(
    ("length", "about"),
    [
        ({"min": 3, "max": 6, "unit": "months"}, "In days, roughly: 90 to 180"),
        ({"min": 3, "unit": "months"}, "In days, roughly: 90 or more"),
        ({"max": 12, "unit": "weeks"}, "In days, roughly: up to 84"),
        (
            {"min": 1, "under": 2, "unit": "years"},
            "In days, roughly: 365 to fewer than 730",
        ),
    ],
)
def test_the_longer_unit_is_told_in_days(length, about):
    """Its own number stays; what it is in days stands under it."""
    assert small_lines(length, {"min": 20, "max": 20, "unit": "days"}) == ((about,), ())


def test_one_unit_is_left_alone():
    """Nothing is reckoned where both are told in the same unit."""
    months = {"min": 3, "max": 6, "unit": "months"}
    assert small_lines(months, months) == ((), ())
