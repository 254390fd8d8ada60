"""How pieces use their column: small ones in 300 pixels, the wide picture, the line at the foot."""

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


@pytest.mark.parametrize(
    ("width", "form"), [(559, "narrow"), (560, "wide"), (720, "wide")]
)
def test_the_picture_is_wide_where_there_is_room(width, form, browser, address):
    """From a column of 560 pixels on, the picture has its wide form, and only that."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(address + "embed/v1/continuum/")
    shown = page.locator("svg.continuum").filter(visible=True)
    assert shown.evaluate_all("all => all.map(one => one.classList[1])") == [form]
    page.close()


@pytest.mark.parametrize(
    "piece", ["levels/iop", "levels", "continuum", "faq/iop", "states/iop"]
)
def test_the_foot_is_one_line(piece, browser, address):
    """At 640 pixels the day, the site's name and who checked it stand in one line; open, they
    take the whole width.
    """
    page = browser.new_page(viewport={"width": 640, "height": 800})
    page.goto(f"{address}embed/v1/{piece}/")
    foot = page.locator(".foot")
    assert foot.bounding_box()["height"] < 60
    line, fold = foot.locator("p").first, foot.locator("details")
    assert line.bounding_box()["y"] < fold.bounding_box()["y"] + 44
    assert line.bounding_box()["x"] < fold.bounding_box()["x"]
    fold.locator("summary").click()
    assert fold.bounding_box()["width"] > 560
    assert foot.bounding_box()["height"] > 100
    page.close()
