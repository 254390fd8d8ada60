"""Firefox through Marionette, its own protocol: the others may not open its reader view."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PATIENCE = 60  # seconds
# Without access to its own pages it opens no reader view.
ARGUMENTS = [
    "--headless",
    "--no-remote",
    "--marionette",
    "--remote-allow-system-access",
]
# Firefox takes any free port, and says in its profile which.
PREFERENCES = 'user_pref("marionette.port", 0);\n'


class Marionette:
    """A window of a running Firefox. Messages are JSON after their length and a colon."""

    def __init__(self, port: int):
        self.stream = socket.create_connection(("127.0.0.1", port), PATIENCE).makefile(
            "rwb"
        )
        self.count = 0
        self._answer()
        self("WebDriver:NewSession", capabilities={})

    def __call__(self, command: str, **values: Any) -> Any:
        """Give a command; return its answer. Raises RuntimeError with what Firefox refuses."""
        self.count += 1
        message = json.dumps([0, self.count, command, values]).encode()
        self.stream.write(b"%d:%s" % (len(message), message))
        self.stream.flush()
        _, _, error, answer = self._answer()
        if error:
            raise RuntimeError(error["message"])
        return answer

    def run(self, script: str) -> Any:
        """Return what a script in the page returns."""
        return self("WebDriver:ExecuteScript", script=script, args=[])["value"]

    def _answer(self) -> Any:
        digits = b""
        while not digits.endswith(b":"):
            digits += self.stream.read(1)
        return json.loads(self.stream.read(int(digits[:-1])))


@contextmanager
def firefox_window(program: str) -> Iterator[Marionette]:
    """A window of a Firefox with a new profile, that nobody sees."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        Path(folder, "user.js").write_text(PREFERENCES, encoding="utf-8")
        process = subprocess.Popen(
            [program, *ARGUMENTS, "--profile", folder],
            env={**os.environ, "HOME": folder},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            yield Marionette(_port(Path(folder, "MarionetteActivePort")))
        finally:
            process.terminate()
            process.wait()


def _port(file: Path) -> int:
    """Return the port that Firefox took, once it has said so."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if file.exists() and file.read_text(encoding="utf-8").strip():
            return int(file.read_text(encoding="utf-8"))
        time.sleep(0.1)
    raise TimeoutError("Firefox did not start")
