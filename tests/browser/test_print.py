"""On paper: one page each for sheets and comparisons, in black and white, with the address,
the date and the help numbers.
"""

from __future__ import annotations

import re

import pytest
from contents import real_content
from kinds import one_of_each, pages, size

pytestmark = pytest.mark.browser

PAPER = ("Letter", "A4")


def printed(page, paper: str) -> int:
    """Return how many pages of paper the page takes."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(format=paper)))


def sheets(site) -> list[str]:
    """Return the sheets, the pairs of neighbors on the line, and the longest comparisons."""
    line = real_content()[0].line_of_levels
    neighbors = [
        f"compare/{one.id}-vs-{other.id}/"
        for one, other in zip(line, line[1:], strict=False)
    ]
    longest = sorted(
        (path for path in pages(site) if "-vs-" in path),
        key=lambda path: size(site, path),
    )[-6:]
    return [path for path in pages(site) if path.startswith("print/")] + sorted(
        {*neighbors, *longest}
    )


def test_sheets_and_comparisons_take_one_page(browser, site, address):
    """Each sheet and comparison fits on one page of Letter and of A4; the questions,
    with room to write, on two at most.
    """
    page = browser.new_page()
    found = {}
    for path in sheets(site):
        page.goto(address + path)
        found[path] = [printed(page, paper) for paper in PAPER]
    page.close()
    assert len(found) > 25
    assert {
        path: counts
        for path, counts in found.items()
        if max(counts) > (2 if path == "print/ask/" else 1)
    } == {}


def test_paper_has_what_a_reader_takes_along(browser, site, address):
    """In print every kind of page shows the help numbers,
    its own address and the day of its last check, and neither menu nor forms.
    """
    numbers = [
        contact.value
        for help in real_content()[0].help
        if help.strip
        for contact in help.contacts[:1]
    ]
    page = browser.new_page(viewport={"width": 700, "height": 900})
    page.emulate_media(media="print")
    for path in one_of_each(site):
        if path == "404.html":
            continue
        page.goto(address + path)
        text = page.inner_text("body")
        assert all(number in text for number in numbers), path
        assert "facts checked" in text, path
        full = (
            path
            if not path.startswith("print/") or path == "print/what-matters/"
            else None
        )
        assert full is None or f"/{full} " in text, path
        assert (
            page.locator("header nav, footer nav, .contents")
            .filter(visible=True)
            .count()
            == 0
        ), path
    page.close()


def test_folded_parts_are_printed(browser, address):
    """What is folded away on a screen stands open on paper."""
    page = browser.new_page()
    page.goto(address + "levels/iop/")
    table = page.locator("details table").first
    assert not table.is_visible()
    page.emulate_media(media="print")
    assert table.bounding_box()["height"] > 50
    page.close()


# The kind and class of every element that has a color of its own, with that color.
COLORED = """() => {
  const colored = color => {
    const [red, green, blue, clear] = (color.match(/[\\d.]+/g) || [0, 0, 0]).map(Number);
    return clear !== 0 && (red !== green || green !== blue);
  };
  const shown = [...document.body.querySelectorAll("*")].filter(part => part.checkVisibility());
  return shown.flatMap(part => {
    const style = getComputedStyle(part), svg = part.closest("svg") !== null;
    const name = `${part.tagName}.${part.className?.baseVal ?? part.className}`;
    return [
      svg ? style.fill : style.color,
      svg ? style.stroke : style.borderTopColor,
      style.backgroundColor
    ].filter(colored).map(color => `${name} ${color}`);
  });
}"""


@pytest.mark.parametrize("path", ["", "search/", "404.html"])
def test_no_heading_on_paper_stands_over_nothing(path, browser, address):
    """The home page prints its picture, whatever the width of the paper, and no list in its place;
    no heading or fold of home, search and the page for lost addresses is left without its text.
    """
    page = browser.new_page(viewport={"width": 720, "height": 960})
    page.goto(address + path)
    page.emulate_media(media="print")
    if not path:
        assert page.locator("svg.continuum.wide").is_visible()
        assert page.locator("ol.line").is_hidden()
    empty = page.evaluate("""() => [...document.querySelectorAll("main section > h2, summary")]
        .filter(head => head.offsetHeight)
        .filter(head => ![...head.parentElement.children].some(
            other => other !== head && other.getBoundingClientRect().height > 8))
        .map(head => head.textContent)""")
    page.close()
    assert empty == []


def test_paper_is_black_and_white(browser, site, address):
    """In print no text, line or surface has a color of its own, in the dark scheme too."""
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.emulate_media(media="print")
    for path in one_of_each(site):
        page.goto(address + path)
        colored = page.evaluate(COLORED)
        assert colored[:5] == [], path
    context.close()


def test_what_is_typed_on_a_sheet_is_kept_nowhere(browser, address):
    """Notes and choices vanish with the page: nothing is stored, sent or put in the address."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + "print/what-matters/")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator("textarea").first.fill("my own bed")
    page.get_by_label("Matters a lot").first.check()
    assert page.url == address + "print/what-matters/"
    assert (
        page.evaluate(
            "localStorage.length + sessionStorage.length + document.cookie.length"
        )
        == 0
    )
    page.reload()
    assert page.locator("textarea").first.input_value() == ""
    assert [
        url for url in asked if "what-matters" not in url and "assets" not in url
    ] == []
    context.close()
