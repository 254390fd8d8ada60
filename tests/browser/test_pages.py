"""What a browser shows: pages that fit, pictures that can be read,
nothing fetched from elsewhere.
"""

from __future__ import annotations

from pathlib import Path

import cases
import made
import pytest
from building import saved
from continuum.settings import WORDS
from kinds import one_of_each, pages
from serving import served

pytestmark = pytest.mark.browser

# Each text of the picture must lie inside it and clear of every other text.
TROUBLE = """svg => {
  const frame = svg.getBoundingClientRect(), slack = 1.5, found = [];
  const boxes = [...svg.querySelectorAll("text")].map(text =>
    [text.textContent.trim(), text.getBoundingClientRect()]);
  boxes.forEach(([name, box], index) => {
    if (box.left < frame.left - slack || box.right > frame.right + slack
        || box.bottom > frame.bottom + slack) found.push("outside: " + name);
    for (const [other, its] of boxes.slice(index + 1))
      if (box.left < its.right - slack && its.left < box.right - slack
          && box.top < its.bottom - 4 && its.top < box.bottom - 4)
        found.push(name + " lies on " + other);
  });
  return found;
}"""


def long_names(folder: Path) -> Path:
    """Write a file whose levels have long names."""
    data = made.many(8)
    for index, level in enumerate(data["levels"]):
        level["name"] = (
            "Clinically managed population-specific high-intensity "
            f"residential services {index + 1}"
        )
    (folder / "levels.yaml").write_text(made.text_of(data), encoding="utf-8")
    return folder / "levels.yaml"


def of_size(count: int, folder: Path) -> Path:
    """Write a file with that many levels."""
    (folder / "levels.yaml").write_text(
        made.text_of(made.many(count)), encoding="utf-8"
    )
    return folder / "levels.yaml"


# All that the picture needs of a site.
HOME = ("index.html", "assets/site.css", "assets/more.css")
KINDS = {
    "2 levels": lambda folder: (of_size(2, folder), None),
    "40 levels": lambda folder: (of_size(40, folder), None),
    "long names": lambda folder: (long_names(folder), None),
    "right to left": made.arabic,
    "another vocabulary": lambda folder: (
        cases.CASES.parent / "content" / "locus.yaml",
        None,
    ),
}


@pytest.mark.parametrize("kind", [*KINDS, "the real one"])
def test_the_line_of_levels_can_be_read(kind, browser, request, tmp_path):
    """In every form of the picture no text is cut off and none lies on another,
    whatever the content, on a phone and on a desk.
    """
    folder = tmp_path / "site"
    if kind in KINDS:
        content, words = KINDS[kind](tmp_path)
        saved(folder, content, words or WORDS, alone=HOME)
    else:
        folder = request.getfixturevalue("site")
    with served(folder) as url:
        for width in (320, 1280):
            page = browser.new_page(viewport={"width": width, "height": 800})
            page.goto(url)
            page.evaluate(
                "document.querySelectorAll('details').forEach(part => part.open = true)"
            )
            shown = [
                svg
                for svg in page.query_selector_all("svg.continuum")
                if svg.is_visible()
            ]
            assert len(shown) == 1, width
            assert shown[0].evaluate(TROUBLE) == [], width
            smallest = shown[0].evaluate(
                "svg => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width * 13"
            )
            assert smallest >= 11, (
                f"at {width} the smallest letters are {smallest:.1f} pixels high"
            )
            page.close()


# Whether the first help number is in sight, and how wide the page would be.
SHOWN = """() => {
  const number = document.querySelector(".strip a"), box = number.getBoundingClientRect();
  const seen = number.checkVisibility({ checkVisibilityCSS: true }) && box.width && box.height;
  return [Boolean(seen), document.documentElement.scrollWidth];
}"""
SIZES = [(width, scheme) for width in (320, 768, 1280) for scheme in ("light", "dark")]


@pytest.mark.parametrize("part", range(3))
def test_pages_fit_and_fetch_nothing_from_elsewhere(part, undrawn, site, address):
    """No page is wider than the window, breaks its own policy, logs an error, sets a cookie,
    or asks another host for anything.

    A page of every kind is opened in 3 widths, in turn light and dark;
    every other page in one of these six.
    """
    asked, errors, wide = [], [], []
    everywhere = set(one_of_each(site))
    for size, (width, scheme) in list(enumerate(SIZES))[part::3]:
        context = undrawn.new_context(
            viewport={"width": width, "height": 700}, color_scheme=scheme
        )
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on(
            "console",
            lambda message: (
                errors.append(message.text)
                if message.type in ("error", "warning")
                else None
            ),
        )
        page.on("pageerror", lambda error: errors.append(str(error)))
        for index, path in enumerate(pages(site)):
            if (
                size % 2 == index % 2
                if path in everywhere
                else size == index % len(SIZES)
            ):
                page.goto(address + path)
                helped, wanted = page.evaluate(SHOWN)
                assert helped, path
                if wanted > width:
                    wide.append((path, width))
        assert context.cookies() == []
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0
        context.close()
    assert wide == []
    assert [url for url in asked if not url.startswith(address)] == []
    assert errors == []


def test_hostile_values_do_nothing_in_a_browser(browser, tmp_path):
    """A site whose every text tries to run something runs nothing, whether it is opened, searched,
    or its links are followed.
    """
    # The last sentences are short, so that the text keeps the limits of the checks.
    hostile = (
        "<script>window.pwn=self</script><img src=x onerror=window.pwn=self> "
        '[x](javascript:window.pwn=self) " onmouseover=window.pwn=self x=". '
        "You go. You come. You go."
    )
    content = tmp_path / "levels.yaml"
    content.write_text(
        made.text_of(made.replaced(made.sound(), hostile)), encoding="utf-8"
    )
    with served(saved(tmp_path / "site", content)) as url:
        page = browser.new_page()
        for path in pages(tmp_path / "site"):
            page.goto(url + path)
            page.evaluate(
                "document.querySelectorAll('a.term, summary').forEach(part => part.click())"
            )
            page.mouse.move(300, 300)
            assert page.evaluate("window.pwn === undefined"), path
            assert page.evaluate("""[...document.links].every(link =>
              /^(http|https|tel|sms|mailto):$/.test(link.protocol))"""), path
        page.goto(url + "search/")
        page.fill("#query", "script")
        page.wait_for_timeout(500)
        assert page.evaluate("window.pwn === undefined")
        page.close()


def test_pages_are_whole_without_scripts(browser, site, address):
    """With scripts off the text is all there, and the list of pages stands in for search."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "search/")
    assert page.locator(".index a").count() > 20
    assert page.locator("form.search").is_hidden()
    page.goto(address + "levels/iop/")
    assert "9 to 19 hours a week" in page.inner_text("main")
    context.close()


def test_the_first_screen_of_a_phone_has_all_ways_in(browser, address):
    """On a small phone the title, what a level of care is, the doors for tonight and for family,
    and the field for what one was told stand above the help strip.
    """
    page = browser.new_page(viewport={"width": 360, "height": 640})
    page.goto(address)
    edge = page.locator(".strip").bounding_box()["y"]
    doors = [door.bounding_box() for door in page.locator("a.door").all()]
    assert len(doors) == 2
    field = page.locator("#told").bounding_box()
    assert max(door["y"] + door["height"] for door in doors) <= field["y"]
    assert field["y"] + field["height"] <= edge
    page.close()


def test_other_addresses_lead_to_the_page(browser, address):
    """An alias and a reversed pair open the page that is meant."""
    page = browser.new_page()
    for old, new in (
        ("iop/", "levels/iop/"),
        ("intensive-outpatient/", "levels/iop/"),
        ("levels/intensive-outpatient/", "levels/iop/"),
        ("compare/php-vs-iop/", "compare/iop-vs-php/"),
    ):
        page.goto(address + old)
        page.wait_for_url(address + new)
    page.close()


@pytest.mark.parametrize("old", ["op-iop-line", "iop-or-op"])
def test_the_address_of_a_question_opens_it(browser, address, old):
    """An answer's address, and one that it had before, opens its row: the question is in sight."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{address}faq/#{old}")
    row = page.locator(f"details:has([id='{old}'])")
    assert row.get_attribute("open") is not None
    assert "IOP and regular outpatient" in row.locator("summary").inner_text()
    assert 0 <= row.locator("summary").bounding_box()["y"] < 844
    assert page.locator("details[open]").count() == 1
    page.close()
