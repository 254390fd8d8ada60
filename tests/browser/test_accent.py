"""A piece in the color of the page that shows it: only one that can be read, and only a color."""

from __future__ import annotations

from functools import partial

import pytest
from clinics import fits, frame_of, opened, snippet, until
from colors import contrast, rgb
from playwright.sync_api import Frame

pytestmark = pytest.mark.browser

PIECE = "levels/iop"
COLOR = "getComputedStyle(document.querySelector('summary')).color"
GROUND = "getComputedStyle(document.documentElement).backgroundColor"
LOADED = "Boolean(document.querySelector('script[src$=\"accent.js\"]'))"
LINE = "getComputedStyle(document.body).borderTopColor"
RASPBERRY, ROSE, GREY = "b0305c", "ffd0d0", "767676"
OWN = {"light": "rgb(11, 90, 96)", "dark": "rgb(124, 203, 198)"}
SHOWN = {RASPBERRY: "rgb(176, 48, 92)", ROSE: "rgb(255, 208, 208)"}


def wears(frame: Frame, color: str) -> bool:
    """Return whether a piece shows a color now."""
    return frame.evaluate(COLOR) == color


def shown(browser, host, site, address, query: str, **kind) -> Frame:
    """Return the frame of a piece whose address ends with a query."""
    html = snippet(site, address, PIECE).replace("?theme=light", query)
    page = opened(browser, host.page(html), **kind)
    frame = frame_of(page, PIECE)
    fits(page, frame)
    return frame


@pytest.mark.parametrize(
    ("accent", "theme", "color"),
    [
        (RASPBERRY, "light", SHOWN[RASPBERRY]),
        (RASPBERRY.upper(), "light", SHOWN[RASPBERRY]),
        (RASPBERRY, "dark", OWN["dark"]),
        (ROSE, "light", OWN["light"]),
        (ROSE, "dark", SHOWN[ROSE]),
        (GREY, "light", OWN["light"]),  # 4.4 to 1 is not enough
    ],
)
def test_a_color_that_can_be_read_is_taken(
    accent, theme, color, browser, host, site, address
):
    """On the ground on which it has 4.5 to 1 it colors links and lines; on another the piece keeps
    its own.
    """
    query = f"?theme={theme}&accent={accent}"
    frame = shown(browser, host, site, address, query)
    until(partial(wears, frame, color), color)
    assert frame.evaluate(LINE) == color
    assert contrast(rgb(color), rgb(frame.evaluate(GROUND))) >= 4.5


@pytest.mark.parametrize(
    "said",
    ["b0305", "b0305c00", "red", "b0305c;color:red", "%23b0305c", "url(//x.y)", ""],
)
def test_nothing_but_six_digits_is_taken(said, browser, host, site, address):
    """Whatever else stands there changes nothing, and nothing breaks the policy of the piece."""
    query = f"?theme=light&accent={said}"
    frame = shown(browser, host, site, address, query)
    until(lambda: frame.evaluate(LOADED), "the script for colors")
    frame.page.wait_for_timeout(200)
    assert frame.evaluate(COLOR) == OWN["light"]
    assert frame.evaluate("document.documentElement.getAttribute('style') || ''") == ""
    assert frame.evaluate("window.broken") == []


def test_the_color_follows_the_device(browser, host, site, address):
    """Where the reader's device decides, the color is there in light and gone in dark, at once."""
    frame = shown(browser, host, site, address, f"?accent={RASPBERRY}")
    page = frame.page
    for scheme, color in [("light", SHOWN[RASPBERRY]), ("dark", OWN["dark"])] * 2:
        page.emulate_media(color_scheme=scheme)
        page.evaluate(
            "scheme => document.querySelector('iframe').style.colorScheme = scheme",
            scheme,
        )
        until(partial(wears, frame, color), color)
    page.emulate_media(color_scheme="null")


def test_without_scripts_a_color_takes_nothing_away(browser, host, site, address):
    """Scripts off, a piece that was asked for in a color is whole."""
    html = snippet(site, address, PIECE).replace(
        "?theme=light", f"?theme=light&accent={RASPBERRY}"
    )
    page = opened(browser, host.page(html), java_script_enabled=False)
    summary = page.frame_locator("iframe").locator("summary").first
    assert summary.inner_text()
