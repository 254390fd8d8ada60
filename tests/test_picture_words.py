"""What the picture says in words is what it shows: beside the bars, read aloud, and below."""

from __future__ import annotations

import re

import pytest
from claims import Level
from markup import page, text
from seeing import rows
from shown import MADE, asked_for

NAMES = ["real", *MADE]
SLEEPS = {
    "home": "At home",
    "residence": "You live there",
    "hospital": "In a hospital",
    "varies": "It depends",
}


@pytest.fixture(scope="module", params=NAMES)
def content(request):
    """The real content and made ones, all in English, with their files."""
    return asked_for(request)


def test_words_in_the_picture_say_the_same(content):
    """Beside a bar stands its claim; who hears the row hears it too, with night and backup."""
    for each in rows(content):
        level = each.level
        written, heard = said_of(level)
        spoken = each.row.spoken
        assert written in each.row.words, each.where
        assert SLEEPS[level.sleeps] in each.row.words, each.where
        assert f": {heard}. " in spoken, each.where
        assert f" Sleep: {SLEEPS[level.sleeps]}. " in spoken, each.where
        assert spoken.endswith(f" Medical backup: {level.backup}.")


def said_of(level: Level) -> tuple[str, str]:
    """Return how a level's hours are said in its row, and how to those who hear it."""
    claim = level.hours
    hours = claim.words if claim else "no set number"
    if not level.lives_in:
        return hours, hours
    said = "day and night"
    if claim:
        said = f"{said}, treatment {hours}"
    return said, f"you live there {said}"


def test_the_list_says_what_the_picture_shows(content):
    """Under the picture, a sentence for each level says its hours and where its steps lead."""
    html = content.page("")
    home = page(html)
    items = next(one for one in home.iter("ol") if one.get("class") == "in-words")
    names = {level.id: level.short for level in content.levels}
    for level, item in zip(content.line, items, strict=True):
        _, heard = said_of(level)
        said = without_glossary(text(item))
        ups = step_sentence("Step up to", level.ups, names)
        downs = step_sentence("Step down to", level.downs, names)
        end = f"Medical backup: {level.backup}.{ups}{downs}"
        assert f": {heard}. " in said
        told, _, link = said.rpartition(" More about ")
        assert told.endswith(end)
        name, _, _ = told.partition(":")
        assert link and told.count(name) == 1, "its name stands twice"


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
