"""Starts a browser, and serves it a folder."""

from __future__ import annotations

import functools
import glob
import http.server
import os
import shutil
import socketserver
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from playwright.sync_api import Browser, Playwright
from selenium import webdriver
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

QUIET = [
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# It lays pages out and answers, and waits with drawing until it is asked to, which nobody does.
UNDRAWN = ["--enable-begin-frame-control", "--run-all-compositor-stages-before-draw"]

# Chromium refuses to lock itself in where root starts it.
AS_ROOT = getattr(os, "geteuid", lambda: 1)() == 0


def launch(
    playwright: Playwright, more: Sequence[str] = (), whole: bool = False
) -> Browser:
    """Start Chromium, with `more` arguments: the machine's own, else the one Playwright brought.

    `whole`: the browser that people have. Else, where there is one, the same engine without the
    browser around it, which takes half the time.
    """
    names = ["chromium", "google-chrome"]
    if not whole:
        names.insert(0, "chromium-headless-shell")
    own = os.environ.get("LOC_CHROMIUM") or next(
        filter(None, map(shutil.which, names)), None
    )
    arguments = [*QUIET, *more]
    if AS_ROOT:
        arguments.append("--no-sandbox")
    return playwright.chromium.launch(executable_path=own, args=arguments)


def launch_undrawn(playwright: Playwright, more: Sequence[str] = ()) -> Browser:
    """Start a Chromium that lays out pages and draws none of them, which takes half the time.

    It is for what is measured. In it nothing moves, slides or waits for the next picture. Only
    the light form can do so; where there is none, it is Chromium as `launch` starts it.
    """
    light = shutil.which("chromium-headless-shell") and "LOC_CHROMIUM" not in os.environ
    return launch(playwright, [*more, *(UNDRAWN if light else ())])


def firefox(playwright: Playwright, **preferences) -> Browser:
    """Start Firefox: Debian's own over WebDriver BiDi, else the one Playwright brought."""
    own = shutil.which("firefox-esr")
    channel = {"channel": "moz-firefox", "executable_path": own} if own else {}
    return playwright.firefox.launch(firefox_user_prefs=preferences, **channel)


@contextmanager
def _display() -> Iterator[str]:
    """A screen that nobody sees; its name."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1400x1000x24"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as name:
        number = name.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait()


@contextmanager
def webkit(dark: bool = False) -> Iterator[webdriver.WebKitGTK]:
    """WebKitGTK under WebDriver, on a light or a dark system."""
    driver, browsers = (
        shutil.which("WebKitWebDriver"),
        glob.glob("/usr/lib/*/webkit2gtk-4*/MiniBrowser"),
    )
    missing = "WebKitGTK is missing: sh tests/browser/setup.sh installs it"
    assert browsers and driver, missing
    options = Options()
    options.add_argument("--automation")
    options.binary_location = browsers[0]
    with _display() as name:
        environment = {
            **os.environ,
            "DISPLAY": name,
            "GTK_THEME": "Adwaita:dark" if dark else "Adwaita",
            "WEBKIT_DISABLE_COMPOSITING_MODE": "1",
        }
        window = webdriver.WebKitGTK(
            options=options, service=Service(driver, env=environment)
        )
        yield window
        window.quit()


class _Silent(http.server.SimpleHTTPRequestHandler):
    def __init__(
        self,
        *values,
        headers: dict[str, str],
        seen: list,
        wait: Callable[[str], float],
        **names,
    ):
        self.more, self.seen, self.wait = headers, seen, wait
        super().__init__(*values, **names)

    def log_message(self, *_) -> None:
        pass

    def do_GET(self) -> None:
        self.seen.append((self.path, dict(self.headers)))
        time.sleep(self.wait(self.path))
        # A test may leave before a slow answer comes.
        with suppress(BrokenPipeError, ConnectionResetError):
            super().do_GET()

    def end_headers(self) -> None:
        for name, value in self.more.items():
            self.send_header(name, value)
        super().end_headers()


@contextmanager
def served(
    folder: Path,
    headers: dict[str, str] | None = None,
    seen: list | None = None,
    wait: Callable[[str], float] = lambda path: 0,
) -> Iterator[str]:
    """Serve a folder on this machine alone; give its address.

    `headers` go with every answer; `seen` gathers each request as (path, headers); `wait` says how
    many seconds an answer takes.
    """
    handler = functools.partial(
        _Silent,
        directory=str(folder),
        headers=headers or {},
        seen=[] if seen is None else seen,
        wait=wait,
    )
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()
