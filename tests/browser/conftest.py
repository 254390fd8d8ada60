"""A browser, and the real site served to it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from clinics import Clinic, clinic
from playwright.sync_api import Browser, Playwright, expect, sync_playwright
from serving import firefox, launch, launch_undrawn, served

# Other tests run beside one that waits: what takes a second alone may take many.
expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """One driver for all browsers: it cannot run twice in a process."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright) -> Iterator[Browser]:
    """One Chromium for all tests, without the windows around its pages where there is one."""
    found = launch(playwright)
    yield found
    found.close()


@pytest.fixture(scope="session")
def undrawn(playwright) -> Iterator[Browser]:
    """One Chromium that draws nothing, for tests that only measure."""
    found = launch_undrawn(playwright)
    yield found
    found.close()


@pytest.fixture(scope="session")
def chromium(playwright) -> Iterator[Browser]:
    """One Chromium as people have it, for what a clinic or a reader does with it."""
    found = launch(playwright, whole=True)
    yield found
    found.close()


@pytest.fixture(scope="session")
def address(site) -> Iterator[str]:
    """The real site's address."""
    with served(site) as url:
        yield url


@pytest.fixture(scope="module")
def host() -> Iterator[Clinic]:
    """A clinic's website."""
    with clinic() as made:
        yield made


@pytest.fixture(scope="session")
def fox(playwright) -> Iterator[Browser]:
    """One Firefox for all tests."""
    found = firefox(playwright)
    yield found
    found.close()


@pytest.fixture(params=["chromium", "firefox"])
def engine(request) -> Browser:
    """Each of the two engines; of Chromium's the light form, which draws the same pages."""
    fixtures = {"chromium": "browser", "firefox": "fox"}
    return request.getfixturevalue(fixtures[request.param])
