"""Numbers to call among letters that run from right to left, measured sign by sign."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import made
import pytest
from building import saved
from kinds import one_of_each
from playwright.sync_api import Browser
from serving import served

pytestmark = pytest.mark.browser

# Where numbers stand: the page of help, the strip, a danger, a sentence, a sheet, pieces.
PIECES = ("embed/v1/levels/low/", "embed/v1/levels/")
PAGES = ("get-help-now/", "levels/low/", "print/low/")
NARROW, WIDE = 320, 1280
COPY = "embed/v1/levels/low/copy.txt"
# Numbers as they are shown -> those of which a sign stands left of the one before it on its line,
# and how often they were found.
ORDER = """numbers => {
  const turned = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let count = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    for (const number of numbers) {
      const start = node.data.indexOf(number);
      if (start < 0 || !node.parentElement.getClientRects().length) continue;
      const boxes = [...number].map((_, index) => {
        range.setStart(node, start + index);
        range.setEnd(node, start + index + 1);
        return range.getBoundingClientRect();
      });
      const back = (box, before) =>
        box.top < before.top + before.height / 2 && box.left <= before.left;
      count += 1;
      if (boxes.some((box, index) => index && back(box, boxes[index - 1]))) turned.push(number);
    }
  }
  return [turned, count];
}"""
NUMBERS = [
    "1-800-662-4357",
    "1-800-273-8255",
    "1-800-487-4889",
    "+966-11-555-0100",
    "+966 11 555 0100",
    "1-800-662-HELP (4357)",
]


@pytest.fixture(scope="module")
def arabic(tmp_path_factory) -> Iterator[tuple[str, Path]]:
    """A site in Arabic with long numbers to call: its address, and its folder."""
    folder = tmp_path_factory.mktemp("arabic")
    content, words = made.arabic(folder, made.much_help(arabic=True))
    site = saved(folder / "site", content, words)
    with served(site) as url:
        yield url, site


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_numbers_to_call_read_in_order(width, engine: Browser, arabic):
    """On pages, in the strip, in pieces, in a copy and on paper every number to call reads from its
    first digit to its last, in Chromium and in Firefox; on a phone on a page of every kind.
    """
    address, site = arabic
    size = {"width": width, "height": 800}
    shown = {*PAGES, *one_of_each(site)} if width == NARROW else PAGES
    page = engine.new_page(viewport=size)
    for path in [*sorted(shown), *PIECES]:
        page.goto(address + path)
        turned, count = page.evaluate(ORDER, NUMBERS)
        assert turned == [], path
        assert count >= 3, path
        # A script that still writes into the address of its page would call Firefox back from its
        # way to the next. Only those of forms do, and another window takes Firefox over a second.
        if page.locator("form").count():
            page.close()
            page = engine.new_page(viewport=size)
    page.close()
    page = engine.new_page(viewport=size)
    page.set_content((site / COPY).read_text(encoding="utf-8"))
    turned, count = page.evaluate(ORDER, NUMBERS)
    page.close()
    assert turned == []
    assert count >= 3
