"""The numbers of states on the site are those of a table typed by hand from the register of
rules, by someone who had not seen the file.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from building import ROOT
from contents import content_of, real_content
from continuum.model.base import AUDIENCES, FIGURES
from continuum.model.claim import Claim
from continuum.model.content import Content

TABLE = Path(__file__).parent / "register" / "states.csv"
ROWS = list(csv.DictReader(TABLE.open(encoding="utf-8")))
Ends = tuple[float | None, float | None, float | None]


def number(cell: str) -> float | None:
    """Return the number in a cell such as `9`, `30 days` or `>3 hours`; None in an empty one."""
    found = re.search(r"\d+(?:\.\d+)?", cell)
    return float(found.group()) if found else None


def ends_of(row: dict[str, str]) -> Ends:
    """Return the ends of a row's range; a range that starts at nothing has no lower end."""
    return number(row["min"]) or None, number(row["max"]), number(row["under"])


def fits(claim: Claim, row: dict[str, str]) -> bool:
    """Return whether a claim says what a row of the table says."""
    about = claim.whose == row["state"] and concerns(claim, row["who"])
    unit = getattr(claim, "unit", "")
    counted = unit in row["min"] + row["max"]
    return about and counted and (claim.min, claim.max, claim.under) == ends_of(row)


def concerns(claim: Claim, who: str) -> bool:
    """Return whether a claim speaks of them; what a state says of everyone may be said twice."""
    return who == "everyone" or claim.covers(who)


def claims_at(content: Content, row: dict[str, str]) -> list[Claim]:
    for level in content.levels:
        if level.id == row["level"]:
            return level.figure(row["figure"])
    return []


def lacking(content: Content) -> Iterator[str]:
    """Yield each row of the table whose number the file does not have."""
    for row in ROWS:
        if row["printed"] != "yes":
            continue
        fitting = [claim for claim in claims_at(content, row) if fits(claim, row)]
        meant = AUDIENCES if row["who"] == "everyone" else [row["who"]]
        if not all(any(claim.covers(who) for claim in fitting) for who in meant):
            yield f"{row['row']} {row['state']} {row['level']} {row['figure']}"


def strange(content: Content) -> Iterator[str]:
    """Yield each number of a state that no row of the table has."""
    voices = {one.id for one in content.authorities if one.speaks_of_a_state}
    for level in content.levels:
        for figure in FIGURES:
            rows = [
                row
                for row in ROWS
                if (row["level"], row["figure"]) == (level.id, figure)
            ]
            for claim in level.figure(figure):
                if claim.whose not in voices:
                    continue
                if not any(fits(claim, row) for row in rows):
                    yield f"{claim.path}: {claim.min} {claim.max} {claim.under}"


def told_by(content: Content, state: str) -> str:
    """Return all that the file says in the name of a state."""
    texts = []
    for group in content.everything:
        if getattr(group, "whose", "") == state:
            texts += [group.counts, group.note]
    for one in content.authorities:
        if one.id == state:
            texts += [one.about, *(said.text for said in [*one.edition, *one.rules])]
    return " ".join(text for text in texts if text)


def test_every_number_of_the_table_is_in_the_file():
    """What the register says of a state's hours, days and lengths stands in the file, in the same
    words of who and with the same ends.
    """
    content, _ = real_content()
    assert sum(row["printed"] == "yes" for row in ROWS) > 80
    assert list(lacking(content)) == []


def test_every_number_of_a_state_is_in_the_table():
    """The file says nothing of a state in numbers that the register does not say."""
    content, _ = real_content()
    assert list(strange(content)) == []


def test_what_is_no_range_of_a_level_is_told_in_words():
    """Numbers of other kinds, such as sessions or the hours of an eating-disorder program, stand in
    what is told of the state.
    """
    content, _ = real_content()
    rows = [row for row in ROWS if row["printed"] == "text"]
    missing = []
    for row in rows:
        told = told_by(content, row["state"])
        shown = [f"{end:g}" for end in ends_of(row) if end is not None]
        if not all(re.search(rf"(?<![\d.]){end}(?![\d])", told) for end in shown):
            missing.append((row["row"], row["state"], shown))
    assert len(rows) > 20
    assert missing == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "{id: maryland, who: adults, min: 9, max: 20,",
            "{id: maryland, who: adults, min: 9, max: 21,",
        ),
        (
            "who: adults, min: 15, whose: wisconsin",
            "who: adults, under: 15, whose: wisconsin",
        ),
    ],
)
def test_a_slip_of_the_hand_is_told(old, new):
    """A digit or an end typed wrong is told twice: the row it lacks, and the number that no
    row has.
    """
    text = (ROOT / "content" / "levels.yaml").read_text(encoding="utf-8")
    assert text.count(old) == 1
    slipped = content_of(text.replace(old, new))
    assert len(list(lacking(slipped))) == 1
    assert len(list(strange(slipped))) == 1
