"""Stops a publication at one moment after another, and tells what stands there then.

    python tests/moments.py HOW WAY MOMENTS

HOW is `kill` or `interrupt` (Ctrl-C). WAY is `at-once`, as where the system exchanges two folders
in one step, or `two-steps`. A moment is a line of our own code or of what throws folders away; of
all that there are, about MOMENTS are tried, the same share from the start to the end. After each
come a build that fails and two good ones at once. Prints how many moments were tried, and a line
for each thing that was not as it should be.

A program of its own, with one thread, so that it can fork: a thousand publications take seconds.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "scripts"))

import publish  # noqa: E402
from publishing import exchange, places  # noqa: E402

OUR_OWN = (str(ROOT / "scripts"), shutil.__file__)
FILES = ("index.html", "levels/low/index.html", "assets/site.css")
PUT_THERE = "CNAME"
Made = Callable[[Path], Path | None]


def maker(version: str) -> Made:
    """Return what makes a small site, each file of which holds its version."""

    def make(folder: Path) -> Path:
        site = folder / "some where"
        for name in FILES:
            file = site / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(version)
        return site

    return make


def fails(folder: Path) -> None:
    """Make a part of a site, and fail."""
    maker("half")(folder)


def stopped_at(moment: int, stop: Callable[[], None]) -> Callable:
    """Return a tracer that stops the program at its line of that number."""
    count = 0

    def trace(frame: FrameType, event: str, _: object) -> Callable | None:
        nonlocal count
        if not frame.f_code.co_filename.startswith(OUR_OWN):
            return None
        if event == "line":
            count += 1
            if count == moment:
                stop()
        return trace

    trace.count = lambda: count
    return trace


def kill() -> None:
    """End this program with nothing more done."""
    os.kill(os.getpid(), signal.SIGKILL)


def interrupt() -> None:
    """Do what Ctrl-C does."""
    raise KeyboardInterrupt


def begun(site: Path, make: Made, said: Path, trace: Callable | None = None) -> int:
    """Begin to publish in a program of its own that writes what it says into a file."""
    child = os.fork()
    if child:
        return child

    code = 99
    with open(said, "w", buffering=1) as file, redirect_stdout(file):
        try:
            sys.settrace(trace)
            code = publish.publish(site, make)
        except KeyboardInterrupt:
            code = publish.STOPPED
        except BaseException as error:  # noqa: BLE001  whatever it is, it is told
            print("FAILED", repr(error))
        finally:
            sys.settrace(None)
    os._exit(code)


def ended(child: int) -> int:
    """Return how a program ended: its code, or the number of a signal below 0."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def version_of(site: Path) -> str:
    """Return the version of a whole site; what is wrong with it where it is not whole."""
    if not site.is_dir():
        return "no site"
    texts = set()
    for name in FILES:
        file = site / name
        texts.add(file.read_text() if file.exists() else f"without {name}")
    if not (site / PUT_THERE).exists():
        return "what was put there is lost"
    return texts.pop() if len(texts) == 1 else f"mixed {sorted(texts)}"


def lies(said: str, version: str, old: str, new: str) -> Iterator[str]:
    """Yield where the words of a publication are untrue, when `version` stands there."""
    if "FAILED" in said:
        yield said
    if "The site is in" in said and version != new:
        yield f"it says that the new site stands there, and that is {version}"
    if "as it was" in said and version != old:
        yield f"it says that the old site stands there, and that is {version}"


def tried(moment: int, stop: Callable[[], None], at_once: bool) -> Iterator[str]:
    """Yield what is not as it should be after a publication that is stopped at a moment."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "my project (1)"
        site, said = folder / "site", folder / "said"
        folder.mkdir()
        ended(begun(site, maker("A"), said))
        (site / PUT_THERE).write_text("levels.example")

        ended(begun(site, maker("B"), said, stopped_at(moment, stop)))
        version = version_of(site)
        aside = version == "no site" and version_of(places.Places(site).old) == "A"
        if version not in ("A", "B") and not (aside and not at_once and stop is kill):
            yield f"there is {version}"
        yield from lies(said.read_text(), version, "A", "B")

        before = "A" if aside else version
        code = ended(begun(site, fails, said))
        if code != 1 or version_of(site) != before:
            yield f"a failing build ends with {code} and leaves {version_of(site)}"
        yield from lies(said.read_text(), version_of(site), before, "half")

        yield from _two_at_once(site, folder)


def _two_at_once(site: Path, folder: Path) -> Iterator[str]:
    """Yield what is not as it should be when two publish at once."""
    both = [begun(site, maker(name), folder / name) for name in "CD"]
    codes = [ended(child) for child in both]
    last = version_of(site)
    if codes != [0, 0] or last not in ("C", "D"):
        yield f"two at once end with {codes} and leave {last}"
    told = [(folder / name).read_text() for name in "CD"]
    if not all("The site is in" in one for one in told):
        yield f"two at once say {told}"
    left = {path.name for path in folder.iterdir()} - {"site", "said", "C", "D"}
    if left != {places.Places(site).lock.name}:
        yield f"beside the site lies {sorted(left)}"


def moments() -> int:
    """Return how many moments there are in a publication over an old site."""
    with tempfile.TemporaryDirectory() as name:
        site = Path(name) / "site"
        with redirect_stdout(io.StringIO()):
            publish.publish(site, maker("A"))
            (site / PUT_THERE).write_text("levels.example")
            trace = stopped_at(0, kill)
            sys.settrace(trace)
            publish.publish(site, maker("B"))
            sys.settrace(None)
    return trace.count()


def main(how: str, way: str, wanted: str) -> None:
    """Print what was found."""
    at_once = way == "at-once"
    if not at_once:
        exchange._exchanged = lambda *_: False
    stop = {"kill": kill, "interrupt": interrupt}[how]
    step = max(1, moments() // int(wanted))
    chosen = range(1, moments() + 1, step)
    for moment in chosen:
        for fault in tried(moment, stop, at_once):
            print(f"{how} {way} at {moment}: {re.sub(r'/tmp/[^ ]*', '…', fault)}")
    print(len(chosen), "moments")


if __name__ == "__main__":
    main(*sys.argv[1:])
