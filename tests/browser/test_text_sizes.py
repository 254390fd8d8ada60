"""Large text on narrow screens: the help numbers stay whole, however it is made large."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import made
import pytest
from building import saved
from continuum.settings import WORDS
from kinds import one_of_each
from playwright.sync_api import Browser, Playwright
from serving import firefox, launch_undrawn, served

pytestmark = pytest.mark.browser

TROUBLE = (Path(__file__).parent / "reach.js").read_text(encoding="utf-8")
SIZES = (100, 130, 150, 175, 200)  # percent
SCREENS = ((320, 640), (360, 780), (390, 844), (768, 1024))
USUAL = 16  # pixels of a browser's letters
PAGES = (
    "",
    "get-help-now/",
    "levels/{level}/",
    "embed/v1/levels/{level}/",
    "embed/v1/levels/",
)


@pytest.fixture(scope="module")
def sites(site, tmp_path_factory) -> dict[str, tuple[Path, str]]:
    """The real site, one with five places that help and long names, and one in Arabic; each with
    the id of a level.
    """
    folder = tmp_path_factory.mktemp("sites")
    data = made.sound() | {"help": made.much_help()}
    content = folder / "much.yaml"
    content.write_text(made.text_of(data), encoding="utf-8")
    arabic, words = made.arabic(folder, made.much_help(arabic=True))
    return {
        "the real one": (site, "iop"),
        "five places": (saved(folder / "much", content, WORDS), "middle"),
        "right to left": (saved(folder / "arabic", arabic, words), "middle"),
    }


@pytest.fixture(scope="module")
def addresses(sites) -> Iterator[list[str]]:
    """The addresses of the pages that are looked at, on every site."""
    found = []
    servers = [served(folder) for folder, _ in sites.values()]
    for server, (_, level) in zip(servers, sites.values(), strict=True):
        url = server.__enter__()
        found += [url + page.format(level=level) for page in PAGES]
    yield found
    for server in servers:
        server.__exit__(None, None, None)


def troubles(
    browser: Browser,
    addresses: list[str],
    zoom: float = 1,
    screens: Sequence[tuple[int, int]] = SCREENS,
) -> list[str]:
    """Return what is wrong with the help numbers, on each page and screen."""
    page = browser.new_page()
    found = []
    for address in addresses:
        page.goto(address)
        for width, height in screens:
            size = {"width": round(width / zoom), "height": round(height / zoom)}
            page.set_viewport_size(size)
            for trouble in page.evaluate(TROUBLE):
                found.append(f"{address} at {width}: {trouble}")
    page.close()
    return found


def with_letters(engine: str, playwright: Playwright, pixels: int) -> Browser:
    """Start a browser whose reader has set the size of letters."""
    if engine == "firefox":
        sizes = {
            f"font.size.variable.{script}": pixels for script in ("x-western", "ar")
        }
        return firefox(playwright, **sizes)
    return launch_undrawn(playwright, [f"--blink-settings=defaultFontSize={pixels}"])


@pytest.fixture(scope="module")
def large_fox(playwright) -> Iterator[Browser]:
    """A Firefox whose reader has set letters to twice their size."""
    browser = with_letters("firefox", playwright, USUAL * 2)
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def large_chromium(playwright) -> Iterator[Browser]:
    """A Chromium whose reader has done so."""
    browser = with_letters("chromium", playwright, USUAL * 2)
    yield browser
    browser.close()


@pytest.mark.parametrize("percent", SIZES)
def test_large_letters_cut_no_help_number(percent, playwright, addresses):
    """With letters as large as the reader's browser says, every help number of the strip is whole,
    clear of others, and can be tapped; the strip covers nothing and takes a third of the window.
    """
    browser = with_letters("chromium", playwright, USUAL * percent // 100)
    page = browser.new_page()
    page.goto("about:blank")
    size = page.evaluate("getComputedStyle(document.documentElement).fontSize")
    assert size == f"{USUAL * percent // 100}px"
    found = troubles(browser, addresses)
    browser.close()
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("percent", SIZES[1:])
def test_zoom_cuts_no_help_number(percent, undrawn, addresses):
    """The same holds where the whole page is made larger, so that less of it fits."""
    found = troubles(undrawn, addresses, percent / 100)
    assert found == [], "\n".join(found)


def test_large_letters_cut_no_help_number_in_firefox(large_fox, addresses):
    """The same holds in Firefox, at the largest size."""
    found = troubles(large_fox, addresses)
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("engine", ["chromium", "firefox"])
def test_a_page_of_every_kind_keeps_its_help_numbers(engine, request, site, address):
    """Whatever stands on a page, the strip on it holds with the largest letters on the narrowest
    phone.
    """
    fixtures = {"chromium": "large_chromium", "firefox": "large_fox"}
    browser = request.getfixturevalue(fixtures[engine])
    kinds = [address + page for page in one_of_each(site)]
    assert len(kinds) > 25
    found = troubles(browser, kinds, screens=SCREENS[:1])
    assert found == [], "\n".join(found)


OPENED = """() => {
  document.querySelectorAll("details").forEach(part => part.open = true);
  return document.documentElement.scrollWidth;
}"""


@pytest.mark.parametrize(("percent", "width"), [(150, 390), (200, 320)])
def test_a_page_of_every_kind_fits_with_large_letters(
    percent, width, playwright, site, address
):
    """With everything on it opened, no page is wider than the window, however large its letters:
    nobody has to slide it to the side for each line.
    """
    browser = with_letters("chromium", playwright, USUAL * percent // 100)
    page = browser.new_page(viewport={"width": width, "height": 844})
    wide = []
    for path in one_of_each(site):
        page.goto(address + path)
        if page.evaluate(OPENED) > width:
            wide.append(path)
    browser.close()
    assert wide == []
