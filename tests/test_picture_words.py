"""What the picture says in words is what it shows: beside the bars, read aloud, and below."""

from __future__ import annotations

import re

import pytest
from claims import Level
from markup import page, text
from seeing import forms, rows
from shown import MADE, asked_for

NAMES = ["real", *MADE]
SLEEPS = {
    "home": "You sleep at home",
    "residence": "You live there",
    "hospital": "You stay in a hospital",
    "varies": "Where you sleep depends",
}


@pytest.fixture(scope="module", params=NAMES)
def content(request):
    """The real content and made ones, all in English, with their files."""
    return asked_for(request)


def test_words_in_the_picture_say_the_same(content):
    """Beside a bar stands its claim; who hears the row hears it too, with night and backup."""
    known = any(level.hours for level in content.line)
    for each in rows(content):
        claim = each.level.hours
        written = claim.words if claim else "no number found"
        assert (written in each.row.words) == known, each.where
        assert each.row.spoken.endswith(heard(each.level)), each.where


def test_a_tag_says_what_its_level_adds(content):
    """It is seen with a plus; who hears it hears what level it adds to, and all of its own row."""
    levels = {level.id: level for level in content.line}
    for each in rows(content):
        for id, said in each.row.tags.items():
            other = levels[id]
            assert f"+ {other.adds}" in each.row.words, each.where
            start = f"{each.level.short}, with {other.adds}. {other.short}"
            assert said == start + heard(other), each.where


def heard(level: Level) -> str:
    """Return what is heard of a level after its name."""
    claim = level.hours
    hours = f" takes {claim.words}" if claim else ": we found no number of hours"
    grade = level.backup[0].lower() + level.backup[1:]
    return f"{hours}. {SLEEPS[level.sleeps]}. Doctor or nurse: {grade}."


def test_bands_are_said(content):
    """The words of a band are those of its place."""
    for name, form in forms(content).items():
        for band in form.bands:
            (kind,) = band.kinds
            assert band.words == SLEEPS[kind], name


def test_the_title_is_what_the_picture_shows(content):
    """It names the first level whose hours have both ends, and the next where people sleep alike;
    without such a level it says what the picture is.
    """
    known = [level for level in content.line if level.hours]
    expected = "The levels of care, in order"
    for place, level in enumerate(known):
        if not (level.hours.low and level.hours.high):
            continue
        sleep = SLEEPS[level.sleeps]
        expected = f"{level.called} takes {level.hours.words}. {sleep}."
        for other in known[place + 1 : place + 2]:
            if other.sleeps == level.sleeps:
                takes = f"{level.called} takes {level.hours.words}"
                expected = (
                    f"{takes}, {other.called} {other.hours.words}. {sleep} in both."
                )
        break
    expected = expected[0].upper() + expected[1:]
    for name, form in forms(content).items():
        assert form.title == expected, name


def test_the_list_says_what_the_picture_shows(content):
    """Under the picture, sentences for each level say its hours and where its steps lead."""
    html = content.page("")
    home = page(html)
    items = next(one for one in home.iter("ol") if one.get("class") == "in-words")
    names = {level.id: level.called for level in content.levels}
    for level, item in zip(content.line, items, strict=True):
        said = without_glossary(text(item))
        told, _, link = said.rpartition(" More about ")
        name = level.called[0].upper() + level.called[1:]
        ups = step_sentence("For more care:", level.ups, names)
        downs = step_sentence("For less:", level.downs, names)
        assert link
        assert told.startswith(name + heard(level))
        assert told.endswith(f"{ups}{downs}")


def step_sentence(start: str, ends: list[str], names: dict[str, str]) -> str:
    """Return the sentence that says where steps lead; nothing where there are none."""
    if not ends:
        return ""
    *most, last = [names[end] for end in ends]
    if most:
        before = ", ".join(most)
        last = f"{before} and {last}"
    return f" {start} {last}."


def without_glossary(words: str) -> str:
    """Return words without what pages add to letters, such as “ (outpatient program)”."""
    return re.sub(r"(?<=[A-Z]) \([a-z ]+\)", "", words)
