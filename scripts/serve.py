"""For editors: `python scripts/serve.py [PORT]` shows the site and follows each edit.

What is wrong with an edit is listed over the pages, with its line and how to put it right.
"""

from __future__ import annotations

import argparse
import sys
import threading
import time
from contextlib import suppress

from continuum.report.terminal import show_any_sign
from continuum.settings import ROOT, read_settings
from preview.answers import Answers
from preview.editing import Editing
from preview.server import Server
from preview.watch import LOOK, Watch


def main(arguments: list[str]) -> int:
    """Serve until someone stops it. Return 0 then, 2 where the port is not free or not a number."""
    asked = argparse.ArgumentParser(prog="serve.py", description=__doc__)
    asked.add_argument(
        "port", nargs="?", default="8000", help="8000 where it is left out"
    )
    port = asked.parse_args(arguments).port
    try:
        server = Server(int(port))
    except (OSError, OverflowError, ValueError):
        why = "it is taken, or not a number from 0 to 65535"
        print(
            f"{port} cannot be used: {why}. Choose another: python scripts/serve.py 8001"
        )
        return 2
    with suppress(KeyboardInterrupt):
        serve(server)
    return 0


def serve(server: Server) -> None:
    """Answer browsers and follow edits, until someone stops it."""
    watch = Watch(ROOT, own=read_settings().folder)
    editing = Editing(server.address)
    editing.read()
    server.answers = Answers(editing)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    stop = "To stop, press Ctrl and C."
    print(f"The site is at {server.address} and follows your edits. {stop}", flush=True)
    while True:
        follow(editing, watch)


def follow(editing: Editing, watch: Watch) -> None:
    """Look at the files once, and use the time until the next look."""
    if watch.changed():
        editing.read()
    until = time.monotonic() + LOOK
    while time.monotonic() < until and editing.work():
        time.sleep(0)  # let those who wait come first
    time.sleep(max(0, until - time.monotonic()))


if __name__ == "__main__":
    show_any_sign()
    sys.exit(main(sys.argv[1:]))
