"""Where levels stand in a list, the small bar beside each is its claim, on the page's own scale."""

from __future__ import annotations

from itertools import combinations

import pytest
from claims import Level
from drawing.lists import Small, small_bars
from holding import hold_range
from markup import page
from shown import MADE, Shown, asked_for

NAMES = ["real", *MADE]
NAMES.remove("forty levels")  # whose comparisons are many
SOUGHT = {
    "home": "home",
    "varies": "either",
    "residence": "away",
    "hospital": "away",
}
AROUND = 5  # levels that a level's page shows, itself among them


@pytest.fixture(scope="module", params=NAMES)
def content(request):
    """The real content and small made ones, with their files."""
    return asked_for(request)


def held(content: Shown, address: str) -> list[tuple[Level, Small]]:
    """Return the small bars of a page with their levels. Fails unless each is the level's claim."""
    known = {}
    for level in content.levels:
        known[level.id] = level
        known[level.short] = level
    html = content.page(address)
    document = page(html)
    found = []
    for small in small_bars(document, content.mirrored):
        level = known[small.level]
        where = f"{level.id} at {address}"
        hold_range(level, small, where)
        pair = (level, small)
        found.append(pair)
    return found


def test_a_levels_page_shows_it_among_its_neighbors(content):
    """The page of a level on the line has the bars of the levels around it, in order."""
    for place, level in enumerate(content.line):
        pairs = held(content, f"levels/{level.id}/")
        found = [near for near, _ in pairs]
        neighbors = around(content.line, place)
        assert found == neighbors, level.id


def around(line: list[Level], place: int) -> list[Level]:
    """Return the level at a place with two before and after; as many where the line ends."""
    last = len(line) - AROUND
    start = place - AROUND // 2
    start = min(start, last)
    start = max(start, 0)
    return line[start : start + AROUND]


def test_a_comparison_shows_both(content):
    """The page about two levels has both bars and where you sleep, if one of them has hours."""
    for pair in combinations(content.levels, 2):
        one, other = pair
        pairs = held(content, f"compare/{one.id}-vs-{other.id}/")
        found = [level for level, _ in pairs]
        known = one.hours or other.hours
        levels = [one, other] if known else []
        assert found == levels, pair
        for level, small in pairs:
            assert small.signs == [level.sleeps], pair


def test_the_list_by_hours_shows_each_that_can_be_found(content):
    """It has every level with hours or to live in, and where you sleep."""
    pairs = held(content, "hours/")
    found = {level.id for level, _ in pairs}
    levels = content.levels
    known = {level.id for level in levels if level.hours or level.lives_in}
    assert found == known
    assert len(pairs) == len(found)
    for level, small in pairs:
        assert small.signs == [level.sleeps], level.id


def test_the_form_looks_for_the_same_hours(content):
    """What it finds a level by is where its range starts, and whether you sleep at home."""
    for level, small in held(content, "hours/"):
        claim = level.hours
        low = claim.low if claim else 0
        least = small.sought["data-least"]
        place = small.sought["data-sleep"]
        assert float(least) == low, level.id
        assert place == SOUGHT[level.sleeps], level.id
