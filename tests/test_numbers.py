"""The same numbers everywhere: table, pages, sheets, data, CSV and pieces say what claims say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from unittest.mock import ANY

import pytest
from claims import FIGURES, Claim, Level
from markup import first, page
from shown import MADE, Shown, asked_for
from tables import Answers, facts, levels_piece, lines_of, matrix

NAMES = ["real", *MADE]
NAMES.remove("forty levels")  # whose comparisons are many
NONE = "No number we can source"
NOBODY = {"name": ""}
QUESTIONS = {
    "hours_per_week": "How many hours a week?",
    "hours_per_day": "How many hours a day?",
    "days_per_week": "How many days a week?",
    "length": "How long do people stay?",
}
HEADS = {
    "hours_per_week": "Hours a week",
    "hours_per_day": "Hours a day",
    "days_per_week": "Days a week",
    "length": "How long",
}
COLUMNS = {figure: figure for figure in FIGURES}
BACKUP = "How near is a doctor or nurse?"


@pytest.fixture(scope="module", params=NAMES)
def content(request):
    """The real content and small made ones, with their files."""
    return asked_for(request)


def hold_all(content: Shown, answers: Answers, names: dict[str, str]) -> None:
    """Fail unless every level is there, and every figure is answered as its claim says.

    A figure that has no number need not stand there.
    """
    known = {level.id for level in content.levels}
    assert set(answers) == known
    for level in content.levels:
        said = answers[level.id]
        for figure, name in names.items():
            claim = level.shown(figure)
            if claim or name in said:
                hold(level, figure, said[name])


def hold(level: Level, figure: str, said: str) -> None:
    """Fail unless an answer begins with the claim shown, and has that for teens if it differs."""
    claim = level.shown(figure)
    teens = level.headline(figure, "adolescents")
    where = f"{figure} of {level.id}"
    if claim is None:
        assert said == NONE, where
        return
    start = claim.words.capitalize()
    if claim.who == "adolescents":
        start = f"Teens: {start}"
    rest = said.removeprefix(start)
    adults = claim.who == "adults"
    differ = teens not in (claim, None)
    more = f"Teens: {teens.words}" if differ else ""
    assert said.startswith(start), where
    assert ("For adults." in rest) == adults, where
    assert ("Teens: " in rest) == differ, where
    assert more in rest, where


def facts_of(content: Shown, address: str, name: str) -> Answers:
    """Return what the part of that class says on each level's page below an address."""
    found = {}
    for level in content.levels:
        own = f"{address}{level.id}/"
        html = content.page(own)
        document = page(html)
        part = first(document, name)
        said = facts(part)
        found[level.id] = said
    return found


def test_the_table_of_all_levels(content):
    """Its cells say the claims, and how near a doctor or nurse is."""
    html = content.page("levels/")
    table = page(html)
    answers = matrix(table)
    hold_all(content, answers, QUESTIONS)
    for level in content.levels:
        said = answers[level.id]
        backup = said[BACKUP]
        assert backup.startswith(level.backup), level.id


def test_the_pages_of_levels(content):
    """The tiles and the other facts on the page of each level say its claims, and so does the sheet
    to print.
    """
    pages = facts_of(content, "levels/", "tiles")
    others = facts_of(content, "levels/", "facts")
    for id, said in others.items():
        assert not set(said) & set(pages[id]), id
        pages[id] |= said
    hold_all(content, pages, HEADS)
    sheets = facts_of(content, "print/", "sheet-facts")
    hold_all(content, sheets, HEADS)


def test_the_piece_with_all_levels(content):
    """So does the table that other sites show."""
    piece = content.file("embed/v1/levels/index.html")
    answers = levels_piece(page(piece))
    hold_all(content, answers, QUESTIONS)


def test_the_piece_of_each_level(content):
    """So does the card of each level that other sites show."""
    answers = {}
    for level in content.levels:
        path = f"embed/v1/levels/{level.id}/index.html"
        html = content.file(path)
        piece = page(html)
        part = first(piece, "facts")
        answers[level.id] = facts(part)
    hold_all(content, answers, HEADS)


def test_the_csv(content):
    """A line for each level says each claim and whose number it is."""
    file = content.file("api/v1/matrix.csv")
    lines = lines_of(file)
    known = authorities(content)
    hold_all(content, lines, COLUMNS)
    for level in content.levels:
        for figure in FIGURES:
            claim = level.shown(figure)
            whose = known[claim.whose] if claim else NOBODY
            line = lines[level.id]
            said = line[f"{figure}_whose"]
            assert said.startswith(whose["name"]), level.id


def authorities(content: Shown) -> dict[str, dict]:
    """Return those whose numbers are shown, by id."""
    found = {}
    for whose in content.data["authorities"]:
        name = whose["id"]
        found[name] = whose
    return found


def test_the_data_hold_every_claim(content):
    """The file of all levels has every claim that is in force, headlines first: its ends, for whom,
    whose, words.
    """
    for level, told in both(content):
        for figure in FIGURES:
            claims = [one for one in level.claims[figure] if "until" not in one.written]
            claims.sort(key=not_shown)
            written = [as_data(content, figure, claim) for claim in claims]
            found = told["figures"][figure]
            assert found == written, level.id


def not_shown(claim: Claim) -> bool:
    """Return whether a claim is none of those that tables show."""
    return not claim.headline


def as_data(content: Shown, figure: str, claim: Claim) -> dict:
    """Return a claim as the data have it, with any note where a note borrows numbers."""
    written = claim.written
    note = written.get("note", "")
    whose = authorities(content)[claim.whose]
    return {
        "text": claim.words,
        "whose": {name: whose[name] for name in ("id", "name", "kind")},
        "audience": claim.who,
        "headline": claim.headline,
        "min": written.get("min"),
        "max": written.get("max"),
        "under": written.get("under"),
        "unit": written.get("unit", figure),
        "counts": written.get("counts"),
        "note": ANY if "{{" in note else note or None,
        "sources": written["sources"],
        "basis": written.get("basis", "confirmed"),
        "secondhand": written.get("secondhand", []),
    }


def test_the_data_say_where_you_sleep_and_how_near_a_doctor_is(content):
    """The file of all levels has each place to sleep, and each grade of medical backup by name."""
    for level, told in both(content):
        sleep = told["sleep"]
        where = sleep["where"]
        medical = told["medical"]
        name = medical["name"]
        assert where == level.sleeps
        assert name == level.backup


def test_the_data_have_the_steps(content):
    """The file of all levels has each step up and down, in the order of the content."""
    for level, told in both(content):
        ups = [step["to"] for step in told["steps_up"]]
        downs = [step["to"] for step in told["steps_down"]]
        assert ups == level.ups
        assert downs == level.downs


def test_each_levels_own_data_are_the_same(content):
    """The file of each level holds what the file of all levels holds of it."""
    for level, told in both(content):
        file = content.file(f"api/v1/levels/{level.id}.json")
        alone = json.loads(file)
        assert alone["level"] == told


def both(content: Shown) -> Iterator[tuple[Level, dict]]:
    """Yield each level of the content with what the data tell of it. Fails unless all are told."""
    file = content.file("api/v1/levels.json")
    data = json.loads(file)
    for level, told in zip(content.levels, data["levels"], strict=True):
        assert told["id"] == level.id
        yield level, told
