"""What may come in place of a file that a page asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.request import urlopen

from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

Answer = Callable[[Route], None]

FOUND = "<!doctype html><title>Sign in</title><p>Welcome to the hotel"


def with_status(status: int, text: str = "") -> Answer:
    """Return an answer with a status of HTTP."""
    return lambda route: route.fulfill(
        status=status, body=text, content_type="text/html"
    )


def cut_off(route: Route) -> None:
    """Answer with the first half of what was asked for."""
    with urlopen(route.request.url) as answer:
        whole = answer.read()
    half = whole[: len(whole) // 2]
    route.fulfill(status=200, body=half, content_type="text/html")


def silence(route: Route) -> None:
    """Answer nothing, for ever."""


# Whatever may come in place of a file.
BROKEN = {
    "404": with_status(404),
    "500": with_status(500),
    "another page": with_status(200, FOUND),
    "half of it": cut_off,
    "no connection": lambda route: route.abort(),
    "no answer": silence,
}


@contextmanager
def broken(context: BrowserContext, file: str, answer: Answer) -> Iterator[None]:
    """Answer so wherever a file is asked for."""
    context.route(file, answer)
    try:
        yield
    finally:
        context.unroute(file, answer)


def pass_patience(page: Page) -> None:
    """Let more time pass than a tool waits for an answer."""
    page.clock.fast_forward(30_000)


def pass_patience_until(sign: Locator) -> None:
    """Let time pass until something is in sight: a tool may ask for one thing after the other, and
    waits for each.
    """
    for _ in range(100):
        pass_patience(sign.page)
        if sign.is_visible():
            return
    expect(sign).to_be_visible()
