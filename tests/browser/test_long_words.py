"""Long words: on the narrowest phone no page of any kind scrolls sideways because of one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import made
import pytest
from building import saved
from kinds import spread
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
    page = browser.new_page(viewport={"width": WIDTH, "height": 640})
    pieces = sorted(long_words.glob("embed/v1/*/index.html"))
    pieces += sorted(long_words.glob("embed/v1/*/*/index.html"))[::5]
    names = [file.parent.relative_to(long_words).as_posix() + "/" for file in pieces]
    wide = {}
    for name in [*spread(long_words), *names]:
        page.goto(address_of_long + name)
        width, part = page.evaluate(WIDEST)
        if width > WIDTH:
            wide[name] = (width, part)
    page.close()
    assert wide == {}
