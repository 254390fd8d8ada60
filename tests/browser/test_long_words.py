"""Long words: on the narrowest phone no page of any kind scrolls sideways because of one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import made
import pytest
from building import saved
from kinds import one_of_each, spread
from playwright.sync_api import Browser
from serving import served

WORD = "Pneumonoultramicroscopicsilicovolcanoconiosisbehandlungsstätte"  # 62 letters
WIDTH = 320
# The width of a page, and what in it is wider than the window though nothing around it is.
WIDEST = """() => {
  const right = one => one.getBoundingClientRect().right;
  const wide = [...document.querySelectorAll("body *")].find(one =>
    right(one) > innerWidth + 1 && ![...one.children].some(child => right(child) > innerWidth + 1));
  return [document.documentElement.scrollWidth, wide ? wide.outerHTML.slice(0, 150) : ""];
}"""


@pytest.fixture(scope="module")
def long_words(tmp_path_factory) -> Path:
    """The site of a small file in which every text is one long word."""
    folder = tmp_path_factory.mktemp("long")
    content = folder / "levels.yaml"
    content.write_text(
        made.text_of(made.replaced(made.sound(), WORD)), encoding="utf-8"
    )
    return saved(folder / "site", content)


@pytest.fixture(scope="module")
def address_of_long(long_words) -> Iterator[str]:
    """The address of that site."""
    with served(long_words) as url:
        yield url


def test_no_page_scrolls_sideways(browser, long_words, address_of_long):
    """Each page of every kind, and each piece, is as wide as the window."""
    shown = [*spread(long_words), *pieces(long_words, 5)]
    assert too_wide(browser, address_of_long, shown) == {}


def test_no_page_scrolls_sideways_in_firefox(fox, long_words, address_of_long):
    """It breaks words in its own way: a page and a piece of every kind."""
    shown = [*one_of_each(long_words), *pieces(long_words, 20)]
    assert too_wide(fox, address_of_long, shown) == {}


def pieces(site: Path, step: int) -> list[str]:
    """Return the addresses of pieces: the lists, and one in `step` of those of single things."""
    files = sorted(site.glob("embed/v1/*/index.html"))
    files += sorted(site.glob("embed/v1/*/*/index.html"))[::step]
    return [file.parent.relative_to(site).as_posix() + "/" for file in files]


def too_wide(
    browser: Browser, address: str, shown: list[str]
) -> dict[str, tuple[int, str]]:
    """Return the pages that are wider than the window, with what makes them so."""
    page = browser.new_page(viewport={"width": WIDTH, "height": 640})
    wide = {}
    for name in shown:
        page.goto(address + name)
        width, part = page.evaluate(WIDEST)
        if width > WIDTH:
            wide[name] = (width, part)
    page.close()
    return wide
