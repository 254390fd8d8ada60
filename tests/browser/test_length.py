"""How long a page is on a phone: a page that is too long is not read to its end."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

WIDTH, HEIGHT = 390, 844
# Pages, and how many screens of a phone each may have, as they open.
SCREENS = {
    "": 5,
    "levels/iop/": 6,
    "levels/php/": 6.5,
    "faq/": 8,
    "levels/": 9,
    "get-help-now/": 4,
    "family/": 6,
    "tonight/": 5,
}


@pytest.mark.parametrize("path", SCREENS)
def test_a_page_is_no_longer_than_this_on_a_phone(path, browser, address):
    """From the top to the end of the foot, the help strip counted in."""
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
    page.goto(address + path)
    screens = page.evaluate("document.documentElement.scrollHeight") / HEIGHT
    page.close()
    assert screens <= SCREENS[path], round(screens, 2)
