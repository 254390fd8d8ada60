"""Pieces in a clinic's page in WebKit, which is what every browser on an iPhone has inside."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from clinics import HOST, PIECES, snippet, until
from selenium.webdriver.common.by import By
from serving import served, webkit

pytestmark = pytest.mark.browser

NARROW, WIDE = 447, 1000  # its window cannot be narrower
OUTER = "return document.querySelector('iframe')?.getBoundingClientRect().height"
INNER = """
const root = document.documentElement;
return document.body && [
  Math.ceil(document.body.getBoundingClientRect().height),
  innerWidth,
  root.scrollHeight > innerHeight || root.scrollWidth > innerWidth
]"""
PAPER = (
    "return document.body && getComputedStyle(document.documentElement).backgroundColor"
)
SHADES = {"light": "rgb(253, 252, 248)", "dark": "rgb(17, 23, 28)"}


@pytest.fixture(scope="module")
def own(site, tmp_path_factory) -> Iterator[tuple[Path, str]]:
    """The site as it is when it stands where it was built for, which policies of pieces name;
    its folder and address.
    """
    folder = tmp_path_factory.mktemp("webkit") / "site"
    shutil.copytree(site, folder)
    with served(folder) as address:
        for page in (folder / "embed").rglob("*.html"):
            page.write_text(
                page.read_text(encoding="utf-8").replace(HOST, address),
                encoding="utf-8",
            )
        yield folder, address


@pytest.fixture(scope="module")
def safari() -> Iterator:
    """One WebKit for all tests on a light system."""
    with webkit() as driver:
        yield driver


def within(driver, script: str):
    """Return what a script finds in the frame, or nothing before there is one."""
    driver.switch_to.default_content()
    frames = driver.find_elements(By.TAG_NAME, "iframe")
    if not frames:
        return None
    driver.switch_to.frame(frames[0])
    found = driver.execute_script(script)
    driver.switch_to.default_content()
    return found


def fits(driver, narrower_than: int = 10_000, wider_than: int = 0) -> int:
    """Wait until the frame has a width and is as high as its piece,
    with no scrollbar inside; return that height.
    """

    def look() -> int | None:
        inner, outer = within(driver, INNER), driver.execute_script(OUTER)
        if (
            inner
            and wider_than < inner[1] < narrower_than
            and inner[0] == outer
            and not inner[2]
        ):
            return inner[0]
        return None

    return until(
        look,
        lambda: (
            f"the frame is {driver.execute_script(OUTER)}, the piece {within(driver, INNER)}"
        ),
    )


@pytest.mark.parametrize("piece", PIECES)
def test_the_frame_is_as_high_as_its_piece(piece, safari, host, own):
    """In a wide column and a narrow one, and wide again,
    the frame is exactly as high as the piece.
    """
    safari.set_window_size(WIDE, 900)
    safari.get(host.page(snippet(*own, piece), "<style>body{margin:0}</style>"))
    wide = fits(safari, wider_than=800)
    safari.set_window_size(NARROW, 900)
    assert fits(safari, narrower_than=500) > wide
    safari.set_window_size(WIDE, 900)
    assert fits(safari, wider_than=800) == wide


def test_folded_parts_open_and_close(safari, host, own):
    """The frame grows and shrinks with what is opened and closed inside."""
    safari.get(host.page(snippet(*own, "faq/php")))
    closed = fits(safari)
    within(safari, "document.querySelector('summary').click()")
    until(lambda: fits(safari) > closed, "a frame that grew")
    within(safari, "document.querySelector('summary').click()")
    until(lambda: fits(safari) == closed, "a frame that shrank back")


@pytest.mark.parametrize(
    "hidden", ["display:none", "visibility:hidden", "width:0;overflow:hidden"]
)
def test_a_hidden_frame_is_right_once_shown(hidden, safari, host, own):
    """In a closed tab or a place without width the frame waits; shown, it is right."""
    code = snippet(*own, "words/iop").replace(' loading="lazy"', "")
    safari.get(host.page(f'<div id=holder style="{hidden}">{code}</div>'))
    safari.execute_script(
        "setTimeout(() => document.getElementById('holder').removeAttribute('style'), 500)"
    )
    fits(safari, wider_than=800)


@pytest.mark.parametrize("dark", [False, True])
def test_a_set_color_holds(dark, host, own):
    """A piece that was set to light is light on a phone in the dark,
    and one set to dark is dark on a light one, though WebKit passes no style on.
    """
    with webkit(dark) as driver:
        driver.get(host.address)
        assert (
            driver.execute_script(
                "return matchMedia('(prefers-color-scheme: dark)').matches"
            )
            == dark
        )
        for scheme, shade in SHADES.items():
            driver.get(host.page(snippet(*own).replace("light", scheme)))
            fits(driver)
            assert within(driver, PAPER) == shade


def test_the_builder_shows_and_measures_a_piece(safari, own):
    """The page that hands out pieces shows one, and states the height that it has here."""
    safari.set_window_size(1280, 900)
    safari.get(own[1] + "embed/")
    height = fits(safari, wider_than=500)
    until(
        lambda: (
            f'height="{height}"'
            in safari.execute_script("return document.getElementById('html').value")
        ),
        "the height in the snippet",
    )
