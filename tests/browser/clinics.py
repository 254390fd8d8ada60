"""A clinic's website: pages of another origin with pieces in them, as a browser shows them."""

from __future__ import annotations

import http.server
import re
import socketserver
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from building import SITE as HOST
from contents import real_content
from playwright.sync_api import Browser, Frame, Page

# One piece of every kind.
PIECES = [
    "levels/iop",
    "compare/iop-vs-php",
    "compare/op-vs-iop-vs-php",
    "levels",
    "continuum",
    "continuum/medium",
    "levels/iop/small",
    "week/iop",
    "states/iop",
    "faq",
    "faq/php",
    "words/iop",
]
# What a page does against its own policy, gathered where no policy can stop the gathering.
WATCH = """
window.broken = [];
addEventListener("securitypolicyviolation", event =>
  window.broken.push(event.violatedDirective + " " + event.blockedURI));
"""
# In the clinic's page, then inside the piece.
FRAME_HEIGHT = (
    "nth => document.querySelectorAll('iframe')[nth].getBoundingClientRect().height"
)
BODY_HEIGHT = "Math.ceil(document.body.getBoundingClientRect().height)"
SCROLLS = """(() => {
  const all = document.documentElement;
  return all.scrollHeight > innerHeight || all.scrollWidth > innerWidth;
})()"""
Found = TypeVar("Found")
# What each browser has open, by the kind of window.
WINDOWS: WeakKeyDictionary[Browser, dict[str, Page]] = WeakKeyDictionary()


class Clinic:
    """Pages that a test makes, at an address of their own."""

    def __init__(self, address: str):
        self.address, self.files = address, {}

    def page(self, body: str, head: str = "", **headers: str) -> str:
        """Put up a page; return its address. Names of headers are written with `_` for `-`."""
        name = f"{len(self.files)}.html"
        top = f"<!doctype html><html lang=en><title>Clinic</title>{head}"
        return self.file(name, f"{top}<body>{body}", **headers)

    def file(
        self, name: str, text: str, kind: str = "text/html", **headers: str
    ) -> str:
        """Put up a file; return its address."""
        sent = {"Content-Type": f"{kind}; charset=utf-8"}
        for key, value in headers.items():
            sent[key.replace("_", "-")] = value
        self.files[f"/{name}"] = text.encode(), sent
        return self.address + name


@contextmanager
def clinic() -> Iterator[Clinic]:
    """Serve a clinic's pages on a port of their own: to a browser, another origin."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body, headers = made.files.get(self.path.split("?")[0], (b"", None))
            self.send_response(200 if headers else 404)
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_) -> None:
            pass

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        made = Clinic(f"http://127.0.0.1:{server.server_address[1]}/")
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield made
        server.shutdown()


def snippet(site: Path, address: str, piece: str = "levels/iop") -> str:
    """Return the HTML that the site hands out for a piece, at the address of the test's server."""
    page = site / "embed" / "ready" / "index.html"
    shown = re.findall(r"<pre>(.*?)</pre>", page.read_text(encoding="utf-8"), re.S)
    wanted = f'/embed/v1/{piece}/?theme=light"'
    found = []
    for html in map(unescape, shown):
        if html.startswith("<iframe") and wanted in html:
            found.append(html)
    (one,) = found
    return one.replace(HOST, address)


def stated(snippet: str) -> int:
    """Return the height that a snippet states."""
    return int(re.search(r'height="(\d+)"', snippet)[1])


def frame_of(page: Page, piece: str, seconds: float = 15) -> Frame:
    """Return the frame in which a piece stands, once it is there and whole."""

    def look() -> Frame | None:
        page.evaluate("0")  # news of frames arrives while something is asked
        for frame in page.frames:
            if urlsplit(frame.url).path.endswith(f"/embed/v1/{piece}/"):
                return frame
        return None

    found = until(look, f"a frame with {piece}", seconds)
    found.wait_for_load_state()
    return found


def body_height(frame: Frame) -> int:
    """Return how high the piece itself is, rounded up."""
    return frame.evaluate(BODY_HEIGHT)


def frame_height(page: Page, nth: int = 0) -> float:
    """Return how high the frame's box is in the clinic's page."""
    return page.evaluate(FRAME_HEIGHT, nth)


def fits(page: Page, frame: Frame, nth: int = 0) -> int:
    """Wait until the frame is as high as its piece, with no scrollbar left inside.

    Return that height.
    """

    def fitting() -> bool:
        as_high = frame_height(page, nth) == body_height(frame)
        return as_high and not frame.evaluate(SCROLLS)

    def otherwise() -> str:
        heights = (
            f"the frame is {frame_height(page, nth)}, the piece {body_height(frame)}"
        )
        return f"{heights}, it scrolls: {frame.evaluate(SCROLLS)}"

    until(fitting, otherwise)
    return body_height(frame)


def until(
    look: Callable[[], Found], what: str | Callable[[], str], seconds: float = 15
) -> Found:
    """Return what `look` finds as soon as it finds something; `what` says what should be there."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := look():
            return found
        time.sleep(0.02)
    raise AssertionError(what() if callable(what) else f"did not find {what}")


def text_of(frame: Frame) -> str:
    """Return every word of a piece, shown or folded."""
    text = frame.evaluate("document.body.textContent")
    return " ".join(text.split())


def numbers() -> list[str]:
    """Return the help numbers that must stand in every piece."""
    content, _ = real_content()
    first = []
    for help in content.help:
        if help.strip:
            first.append(help.contacts[0].value)
    return first


def opened(
    browser: Browser, address: str, width: int = 1000, height: int = 800, **kind
) -> Page:
    """Open an address in the one window of its kind that a browser keeps for all who ask here.

    A window for each test would cost several times what the test does in it. A test that changes
    more of a window than its size makes one of its own.
    """
    windows = WINDOWS.setdefault(browser, {})
    page = windows.get(repr(kind))
    if page is None or page.is_closed():
        page = browser.new_page(**kind)
        page.add_init_script(WATCH)
        windows[repr(kind)] = page
    page.set_viewport_size({"width": width, "height": height})
    page.goto(address)
    return page
