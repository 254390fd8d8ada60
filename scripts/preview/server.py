"""Requests -> answers, over HTTP, on this machine alone."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

from .answers import Answer, Answers
from .news import Edition

OWN = "-preview/"  # below it stands what is the preview's own
# Seconds between two signs of life to a page. Where they fail, its tab was closed.
ALIVE = 5.0
HTTP = 80  # the port that browsers leave out


class Handler(BaseHTTPRequestHandler):
    """Answers a browser."""

    server: Server

    def do_GET(self) -> None:
        """Send a file of the site, or one of the preview's own."""
        # A page elsewhere can have its own name lead here, and would then read what is not public.
        if self.headers.get("Host") not in self.server.names:
            told = f"This preview answers only at {self.server.address}\n"
            self._send(Answer(403, "text/plain; charset=utf-8", told.encode()))
            return
        asked = urlsplit(self.path)
        address = unquote(asked.path).lstrip("/")
        answers = self.server.answers
        # A tab may be closed while it is answered.
        with suppress(BrokenPipeError, ConnectionResetError):
            if address == f"{OWN}state":
                self._follow(_seen(asked.query))
            elif address.startswith(OWN):
                name = address.removeprefix(OWN)
                self._send(answers.of_the_preview(name))
            else:
                self._send(answers.of_the_site(address))

    def do_HEAD(self) -> None:
        """Send what comes before a file."""
        self.do_GET()

    def log_message(self, *_: object) -> None:
        """Keep the terminal for what editors need to know."""

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.type)
        if answer.location:
            self.send_header("Location", answer.location)
        length = len(answer.body)
        self.send_header("Content-Length", f"{length}")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def _follow(self, address: str) -> None:
        """Tell a page which edition is the newest, at once and each time that there is another,
        until its tab is closed.
        """
        news = self.server.answers.news
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command == "HEAD":
            return
        told: Edition | None = None
        with news.looked_at(address):
            while True:
                newest = news.after(told, ALIVE)
                said = f"data: {json.dumps(asdict(newest))}"
                if newest == told:
                    said = ":"
                self.wfile.write(f"{said}\n\n".encode())
                self.wfile.flush()
                told = newest


def _seen(query: str) -> str:
    """Return the address of the page that asks: the script sends it as the browser writes it."""
    values = parse_qs(query)
    at = unquote(values["at"][0]) if "at" in values else ""
    return at.lstrip("/")


class Server(ThreadingHTTPServer):
    """Listens at a port, or at any free one for port 0, and then needs `answers` to give.

    It answers to its own `names` alone.

    Raises OSError for a port that is taken, and OverflowError for a number that no port has.
    """

    daemon_threads = True
    answers: Answers
    names: set[str]

    def __init__(self, port: int):
        super().__init__(("127.0.0.1", port), Handler)
        self.address = f"http://127.0.0.1:{self.server_port}/"
        self.names = set()
        for name in ("127.0.0.1", "localhost"):
            self.names.add(f"{name}:{self.server_port}")
            if self.server_port == HTTP:
                self.names.add(name)
