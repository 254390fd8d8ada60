"""Small pieces: a fact, a link and the help numbers in a column 300 pixels wide."""

from __future__ import annotations

from pathlib import Path

import made
import pytest
from building import saved
from playwright.sync_api import Browser
from serving import served

pytestmark = pytest.mark.browser

WIDTH = 300
HIGHEST = 250
HEIGHT = """() => [
  Math.ceil(document.body.getBoundingClientRect().height),
  document.documentElement.scrollWidth,
  document.querySelectorAll(".crisis a").length,
]"""
# A name such as no one gives a level, and one that no line holds.
NAMES = [
    "Intensive outpatient program for adults who live in recovery housing far from home",
    "Behandlungsstättenverwaltungsvorschriftensammlungsverzeichnis",
]


def small_ones(site: Path) -> list[str]:
    """Return the addresses of the small pieces of a site."""
    found = sorted((site / "embed" / "v1").rglob("small/index.html"))
    assert len(found) >= 3
    return [file.parent.relative_to(site).as_posix() + "/" for file in found]


def too_high(browser: Browser, site: Path) -> dict[str, list[int]]:
    """Return the small pieces that are too high, too wide or without numbers to call."""
    page = browser.new_page(viewport={"width": WIDTH, "height": HIGHEST})
    wrong = {}
    with served(site) as address:
        for name in small_ones(site):
            page.goto(address + name)
            height, width, numbers = page.evaluate(HEIGHT)
            if height > HIGHEST or width > WIDTH or not numbers:
                wrong[name] = [height, width, numbers]
    page.close()
    return wrong


def test_a_small_piece_fits_beside_a_text(browser, site):
    """Each is at most 250 pixels high in a column of 300, and has the help numbers."""
    assert too_high(browser, site) == {}


def test_so_does_one_with_a_long_name(browser, tmp_path):
    """A name of many words, or a long word, takes no more room."""
    data = made.sound()
    for level, name in zip(data["levels"], NAMES, strict=False):
        level["name"] = name
        level.pop("acronym", None)
    content = tmp_path / "levels.yaml"
    content.write_text(made.text_of(data), encoding="utf-8")
    assert too_high(browser, saved(tmp_path / "site", content)) == {}
