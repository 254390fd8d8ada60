"""The picture of the levels shows what the content says: hours, nights, backup, steps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations, pairwise

import pytest
from drawing.pictures import Line, pictures
from drawing.signs import shapes
from holding import hold_night, hold_range
from seeing import FORMS, HOME, documents, forms, rows
from shown import MADE, Shown, asked_for, real

NAMES = ["real", *MADE, "arabic"]
SLEEPS = ("home", "residence", "hospital", "varies")


@pytest.fixture(scope="module", params=NAMES)
def content(request):
    """The real content and made ones, with their files."""
    return asked_for(request)


@pytest.fixture(scope="module")
def drawn(content):
    """Every form of the picture, by its name."""
    return forms(content)


@pytest.fixture(scope="module")
def seen(content):
    """Every row of every form, with its level."""
    return list(rows(content))


def test_each_form_shows_every_level_in_order(content, drawn):
    """Home page and piece have a wide and a narrow form, the file a wide one, all of all levels."""
    order = [level.id for level in content.line]
    expected = FORMS if content.whole else HOME
    assert list(drawn) == expected
    for name, form in drawn.items():
        found = [row.level for row in form.rows]
        assert found == order, name


def test_no_row_reaches_into_the_next(drawn):
    """What stands in a row stands above everything of the next."""
    for name, form in drawn.items():
        for row, below in pairwise(form.rows):
            assert row.bottom < below.top, (name, row.level)


def test_the_axis_is_even(drawn):
    """It starts at 0, and its numbers stand as far apart as they differ, each over a line."""
    for name, form in drawn.items():
        axis = form.axis
        numbers = [number for number, _ in form.ticks]
        places = [x for _, x in form.ticks]
        found = [axis.hours(x) for x in places]
        even = pytest.approx(numbers, abs=axis.unseen)
        assert numbers[0] == 0, name
        assert numbers == sorted(numbers), name
        assert found == even, name
        assert form.grid == places, name


def test_the_axis_holds_every_number(content, drawn):
    """No end of a range and no number of the axis lies beyond the place where long bars end."""
    claims = [level.hours for level in content.line]
    known = [claim for claim in claims if claim]
    starts = [claim.low for claim in known]
    ends = [claim.high or 0 for claim in known]
    for name, form in drawn.items():
        numbers = [number for number, _ in form.ticks]
        most = max(*numbers, *starts, *ends)
        assert form.axis.end >= most - form.axis.unseen, name


def test_a_bar_is_the_range_of_its_claim(seen):
    """A bar starts and ends on the axis where the range does; no upper end is an arrow."""
    for each in seen:
        hold_range(each.level, each.row, each.where)


def test_a_night_is_a_bar_from_end_to_end(seen):
    """To live there is a bar along the whole axis; to have no number is another kind of bar."""
    for each in seen:
        hold_night(each.level, each.row, each.where)


def test_a_sign_says_where_you_sleep(seen):
    """Each row has one sign for the place to sleep, and it is that of the level."""
    for each in seen:
        place = each.level.sleeps
        found = [sign for sign in each.row.signs if sign in SLEEPS]
        assert found == [place], each.where


def test_dots_say_how_near_a_doctor_is(content, seen):
    """As many dots are filled as there are lower grades; the narrow form has words alone."""
    grades = content.data["supervision"]
    for each in seen:
        filled = each.level.rank
        empty = len(grades) - 1 - filled
        dots = ["on"] * filled + ["off"] * empty
        if each.where.endswith("narrow"):
            dots = []
        assert each.row.dots == dots, each.where
        assert solid(each.level.backup) in solid(each.row.words), each.where


def solid(words: str) -> str:
    """Return words without spaces, since a word too long for a line is cut."""
    return words.replace(" ", "")


def test_lines_are_the_steps(content, drawn):
    """Two dots are joined where a step leads from one to the other, and a tip points there."""
    steps = set(steps_of(content))
    joined = {frozenset(step) for step in steps}
    reached = [end for _, end in steps]
    for name, form in drawn.items():
        found = [line.levels for line in form.lines]
        assert Counter(found) == Counter(joined), name
        assert Counter(form.tips) == Counter(reached), name


def steps_of(content: Shown) -> Iterator[tuple[str, str]]:
    """Yield every step between levels of the line, as (from, to)."""
    for level in content.line:
        for end in level.ups:
            yield level.id, end
        for end in level.downs:
            yield level.id, end


def test_no_line_hides_another(drawn):
    """Where two lines stand upright at the same place, one ends before the other begins."""
    for name, form in drawn.items():
        for one, other in combinations(form.lines, 2):
            assert not overlap(one, other), name


def overlap(one: Line, other: Line) -> bool:
    """Return whether two lines have a part of an upright stretch in common."""
    for mine in one.stretches:
        for yours in other.stretches:
            beside = mine.x != yours.x
            above = mine.bottom <= yours.top
            below = mine.top >= yours.bottom
            if not (beside or above or below):
                return True
    return False


def test_signs_are_drawn_and_differ(generated):
    """Saved picture and piece hold a drawing of every sign they use, and no two look the same."""
    _, *others = documents(real(generated))
    for name, document in others:
        drawings = shapes(document)
        different = set(drawings.values())
        assert len(different) == len(drawings), name
        for form in pictures(document):
            for row in form.rows:
                assert set(row.signs) <= drawings.keys(), name
