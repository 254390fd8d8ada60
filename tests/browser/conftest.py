"""A browser, and the real site served to it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright
from serving import firefox, launch, served


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """One driver for all browsers: it cannot run twice in a process."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright) -> Iterator[Browser]:
    """One Chromium for all tests."""
    chromium = launch(playwright)
    yield chromium
    chromium.close()


@pytest.fixture(scope="session")
def shell(playwright) -> Iterator[Browser]:
    """One Chromium without a browser around it, for tests that look at very many pages."""
    chromium = launch(playwright, shell=True)
    yield chromium
    chromium.close()


@pytest.fixture(scope="session")
def address(site) -> Iterator[str]:
    """The real site's address."""
    with served(site) as url:
        yield url


@pytest.fixture(scope="session")
def fox(playwright) -> Iterator[Browser]:
    """One Firefox for all tests."""
    found = firefox(playwright)
    yield found
    found.close()


@pytest.fixture(params=["chromium", "firefox"])
def engine(request) -> Browser:
    """Each of the two browsers."""
    return request.getfixturevalue("browser" if request.param == "chromium" else "fox")
