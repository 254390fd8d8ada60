"""Builds the site beside the old one, checks it, and puts it in the place of the old one. Where
anything fails, the old site stays as it was.

    python scripts/publish.py [FOLDER]   FOLDER is site/ where it is not said, below the folder of
                                         the site where SITE names one

It returns 0 when FOLDER holds the new site, 1 when it was left alone, and 130 when it was stopped.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout
from publishing.exchange import exchange, repair
from publishing.kept import keep, sign
from publishing.places import Places, refusal, refusal_beside

ROOT = Path(__file__).resolve().parents[1]
STOPPED = 130  # as a shell says it of a program that was stopped with Ctrl-C
Make = Callable[[Path], Path | None]


def main(arguments: list[str]) -> int:
    """Publish into the folder that was asked for; return 0, 1 or 130 as said above."""
    from publishing.make import about, checked_site

    asked = argparse.ArgumentParser(prog="publish.py", description=__doc__)
    asked.add_argument("folder", nargs="?", type=Path, default=usual())
    folder = asked.parse_args(arguments).folder.resolve()
    try:
        code = publish(folder, checked_site)
    except KeyboardInterrupt:
        return STOPPED
    if code == 0:
        print(about(folder))
    return code


def usual() -> Path:
    """Return where a site is put when nobody says where."""
    return Path(os.environ.get("SITE") or ROOT) / "site"


def publish(folder: Path, make: Make) -> int:
    """Put a new site into a folder; return 0, or 1 where it was left alone.

    `make` makes a site somewhere below the folder that it is given, and returns where; None where
    it failed and has said why.
    """
    reason = refusal_beside(folder)
    if reason:
        print(reason)
        return 1
    places = Places(folder)
    with _turn(places):
        if repair(places):
            told = "The last run was cut off. The site from before it is back in"
            print(f"{told} {folder}.")
        reason = refusal(folder)
        if reason:
            print(reason)
            return 1
        return _published(places, make)


@contextmanager
def _turn(places: Places) -> Iterator[None]:
    """Wait until no other build puts a site there, and let none until this is over."""
    lock = FileLock(places.lock)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        print("Another build is putting a site there. This one begins when that ends.")
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def _published(places: Places, make: Make) -> int:
    """Make a site and put it in its place. Return 0, or 1 where that failed, and say what stands
    there now.
    """
    number = 0
    try:
        new = make(places.new)
        if new:
            sign(new)
            told = list(_kept(places.site, new))
            number = new.stat().st_ino
            exchange(new, places)
    except OSError as error:
        print(f"{error.filename or places.site}: {error.strerror}.")
    except KeyboardInterrupt:
        print("Stopped.")
    repair(places)
    if not number or not _is_there(places.site, number):
        print(f"Nothing was published. {_as_it_was(places.site)}")
        return 1

    pages = sum(1 for _ in places.site.rglob("*.html"))
    print("\n".join([f"The site is in {places.site}: {pages} pages.", *told]))
    return 0


def _is_there(site: Path, number: int) -> bool:
    """Return whether the folder of that number, as the disk counts them, stands there."""
    try:
        return site.stat().st_ino == number
    except OSError:
        return False


def _kept(old: Path, new: Path) -> Iterator[str]:
    """Keep what others put into the old site, and yield what to say of it."""
    kept, left = keep(old, new)
    if kept:
        yield f"Kept, since others put it there: {_listed(kept)}."
    if left:
        yield f"Not kept, since the site now has a file of that name: {_listed(left)}."


def _as_it_was(site: Path) -> str:
    if os.path.lexists(site):
        return f"{site} is as it was."
    return f"There is no site in {site} yet."


def _listed(names: list[str]) -> str:
    """Return names in one line that any terminal can show."""
    return ", ".join(names).encode("ascii", "backslashreplace").decode()


if __name__ == "__main__":
    from continuum.report.terminal import show_any_sign

    show_any_sign()
    sys.exit(main(sys.argv[1:]))
