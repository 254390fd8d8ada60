"""Starts a browser, and serves it a folder."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser

QUIET = ["--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


def launch(playwright) -> Browser:
    """Start Chromium: the machine's own, else the one Playwright brought."""
    own = os.environ.get("LOC_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    root = getattr(os, "geteuid", lambda: 1)() == 0
    return playwright.chromium.launch(executable_path=own, args=QUIET + (["--no-sandbox"] if root else []))


class _Silent(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine alone; give its address."""
    handler = functools.partial(_Silent, directory=str(folder))
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()
