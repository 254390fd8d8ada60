"""The picture of the levels shows what the content says: hours, where you sleep, backup, tags."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import made
import pytest
from claims import Level, levels_of
from contents import content_of, english
from continuum.model.claim import Claim
from continuum.model.content import Content
from continuum.rendering.renderer import Renderer
from continuum.settings import Publication
from continuum.views.diagram import continuum_diagram
from continuum.views.speaking import Speaker
from drawing.pictures import Picture, pictures
from drawing.signs import shapes
from holding import hold_range
from hypothesis import given, settings
from hypothesis import strategies as st
from markup import page
from seeing import FORMS, HOME, documents, forms, rows
from shown import MADE, asked_for, made_of, real

NAMES = ["real", *MADE, "arabic"]


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


def rows_and_tags(line: list[Level]) -> dict[str, list[str]]:
    """Return the levels that have a row, in order, each with those that are tags in it."""
    known = {level.id: level for level in line}
    found: dict[str, list[str]] = {}
    added = []
    for level in line:
        like = known.get(level.like)
        alone = like is None or like.like or level.hours
        if alone or level.sleeps != like.sleeps:
            found[level.id] = []
        else:
            added.append(level)
    for level in added:
        found[level.like].append(level.id)
    return found


def test_each_form_shows_every_level_in_order(content, drawn):
    """Home page and piece have a wide and a narrow form, the file a wide one. Each level has a
    row, or a tag in the row of the level to which it only adds something.
    """
    expected = rows_and_tags(content.line)
    assert list(drawn) == (FORMS if content.whole else HOME)
    for name, form in drawn.items():
        found = {row.level: list(row.tags) for row in form.rows}
        assert found == expected, name
        assert list(found) == list(expected), name


def test_what_adds_to_a_level_is_its_tag():
    """A level with hours of its own, one where people sleep elsewhere, and one like a level that is
    itself like another have rows.
    """
    for form in forms(made_of("variants")).values():
        found = {row.level: list(row.tags) for row in form.rows}
        assert found == {
            "level-1": ["level-2", "level-3"],
            "level-4": [],
            "level-5": [],
            "level-6": [],
        }


def test_no_row_reaches_into_the_next(drawn):
    """What stands in a row stands above everything of the next."""
    for name, form in drawn.items():
        for row, below in pairwise(form.rows):
            assert row.bottom < below.top, (name, row.level)


def test_the_axis_is_even(content, drawn):
    """It starts at 0, its numbers stand as far apart as they differ, and the line of each stands
    there beside every bar. It holds every number; where no level has one there is no axis.
    """
    claims = [level.hours for level in content.line]
    numbers = [end for claim in claims if claim for end in (claim.low, claim.high or 0)]
    for name, form in drawn.items():
        ticks = [hours for hours, _ in form.ticks]
        if not numbers:
            assert (ticks, form.grid, form.axis) == ([], [], None), name
            continue
        found = [form.axis.hours(x) for _, x in form.ticks]
        assert ticks[0] == 0, name
        assert ticks == sorted(ticks), name
        assert found == pytest.approx(ticks, abs=form.axis.unseen), name
        assert form.grid == [{x} for _, x in form.ticks], name
        assert form.axis.end >= max(numbers), name


def test_a_bar_is_the_range_of_its_claim(seen):
    """Every bar begins at zero: dark is certain, pale ends where the range does."""
    for each in seen:
        hold_range(each.level, each.row, each.where)


def test_every_bar_without_an_upper_end_fades_alike(drawn):
    """None seems to go on longer than another, however many hours it begins with."""
    for name, form in drawn.items():
        faded = [row.bars["more"] for row in form.rows if "more" in row.bars]
        lengths = [bar.end - bar.start for bar in faded]
        for length in lengths:
            assert length == pytest.approx(lengths[0], abs=2 * form.axis.unseen), name


def test_a_band_says_where_you_sleep(content, drawn):
    """Rows stand on the band of the place where people sleep: its color, its sign, its words."""
    places = {level.id: level.sleeps for level in content.line}
    for name, form in drawn.items():
        for row in form.rows:
            (band,) = [one for one in form.bands if one.top <= row.top < one.bottom]
            assert row.bottom <= band.bottom, (name, row.level)
            assert band.kinds == {places[row.level]}, (name, row.level)
        for band, below in pairwise(form.bands):
            assert band.bottom <= below.top, name
            assert band.kinds != below.kinds, name


def test_words_say_how_near_a_doctor_is(seen):
    """They are those of the level's grade."""
    for each in seen:
        said = solid(each.row.words).casefold()
        assert solid(each.level.backup).casefold() in said, each.where


def solid(words: str) -> str:
    """Return words without spaces, since a word too long for a line is cut."""
    return words.replace(" ", "")


def test_signs_are_drawn_and_differ(generated):
    """Saved picture and piece hold a drawing of every sign they use, and no two look the same."""
    _, *others = documents(real(generated))
    for name, document in others:
        drawings = shapes(document)
        different = set(drawings.values())
        assert len(different) == len(drawings), name
        for form in pictures(document):
            for band in form.bands:
                assert band.kinds <= drawings.keys(), name


HOURS = st.integers(1, 80)
# The hours of a level in a generated line: none, or those with a first number, a last one, or both.
ENDS = st.one_of(
    st.none(),
    st.builds(lambda low, more: {"min": low, "max": low + more}, HOURS, HOURS),
    st.builds(lambda low: {"min": low}, HOURS),
    st.builds(lambda high: {"under": high}, HOURS),
)
PLACES = st.sampled_from(["home", "residence", "hospital", "varies"])


@pytest.fixture(scope="module")
def eight() -> tuple[dict[str, Any], Content]:
    """A content of eight levels: plain, and read."""
    data = made.many(8)
    data["levels"].pop()
    return data, content_of(made.text_of(data))


@settings(max_examples=200, deadline=None)
@given(line=st.lists(st.tuples(ENDS, PLACES), min_size=2, max_size=8))
def test_any_line_of_levels_is_drawn_true(eight, line):
    """In both forms of 200 generated lines every bar is its claim, and every row on its band."""
    data, content = eight
    plain, read = [], []
    for (ends, place), written, level in zip(
        line, data["levels"], content.levels, strict=False
    ):
        claims = [claim_of(ends)] if ends else []
        plain.append({**written, "hours_per_week": claims, "sleep": {"where": place}})
        changed = {
            "hours_per_week": [Claim.model_validate(claim) for claim in claims],
            "sleep": level.sleep.model_copy(update={"where": place}),
            "steps_up": [],
            "steps_down": [],
        }
        read.append(level.model_copy(update=changed))

    known = {level.id: level for level in levels_of({**data, "levels": plain})}
    for form in both_forms(content.model_copy(update={"levels": read})):
        assert [row.level for row in form.rows] == list(known)
        for row in form.rows:
            hold_range(known[row.level], row, form.form)
            (band,) = [one for one in form.bands if one.top <= row.top < one.bottom]
            assert band.kinds == {known[row.level].sleeps}


def claim_of(ends: dict[str, int]) -> dict[str, Any]:
    """Return a claim with these ends, as a file has it."""
    about = {"who": "everyone", "whose": "standard", "headline": True}
    return {**about, **ends, "sources": ["rule"]}


def both_forms(content: Content) -> list[Picture]:
    """Return the two forms of the picture of a content."""
    say = Speaker(content, english(), Publication())
    diagram = continuum_diagram(say)
    svg = Renderer(say)("diagrams/continuum.svg.j2", diagram=diagram, root="")
    return list(pictures(page(svg)))
