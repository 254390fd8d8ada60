"""Files on the disk -> whether someone has changed them, and has finished.

It looks by itself. What systems tell of changed files, as watchdog would pass it on, does not come
from network drives and virtual machines, and ends for good when a folder is taken away and put
back. Where watchdog looks by itself, it ends there too, and takes more time than looking here.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path

# Not scripts/: Python goes on running what it has read.
FOLDERS = ("content", "docs", "overrides")
FILES = ("mkdocs.yml",)
KEPT = "__pycache__"
# In seconds: how often it looks; how long files must stand still, since an editor may save one in
# several steps; how long a file that is suddenly empty or gone is given to come back.
LOOK = 0.1
STILL = 0.1
RETURN = 1.0

# A file's size in bytes, when it was written and when changed in nanoseconds, and its number on the
# disk: a program may give a file the time of another.
Stamp = tuple[int, int, int, int]
NOTHING = (0, 0, 0, 0)


class Watch:
    """Tells when files have changed and stand still again: those of the project, and those of a
    site's own folder elsewhere. `clock` gives the time in seconds.
    """

    def __init__(
        self,
        root: Path,
        clock: Callable[[], float] = time.monotonic,
        own: Path | None = None,
    ):
        self.clock = clock
        self.folders = [root / name for name in FOLDERS]
        self.folders += [own] if own and own not in self.folders else []
        self.files = [root / name for name in FILES]
        self.stamps = self._stamps()
        self.held = contents(self.stamps)
        # When files last changed, until that is looked into.
        self.stirred: float | None = None

    def changed(self) -> bool:
        """Return whether files hold something else than the last time this was true."""
        now, found = self.clock(), self._stamps()
        if found != self.stamps:
            self.stamps = found
            self.stirred = now
        if self.stirred is None:
            return False
        patience = RETURN if self._lost() else STILL
        if now - self.stirred < patience:
            return False
        self.stirred = None
        before = self.held
        self.held = contents(self.stamps)
        return self.held != before

    def _stamps(self) -> dict[str, Stamp]:
        return stamps(chain(*map(files, self.folders), map(str, self.files)))

    def _lost(self) -> bool:
        """Return whether a file that held something is now empty or gone."""
        for path, body in self.held.items():
            size, *_ = self.stamps.get(path, NOTHING)
            if body and not size:
                return True
        return False


def files(folder: Path) -> Iterator[str]:
    """Yield every file of a folder, without hidden ones, spare copies, and what Python keeps.

    As texts, because they are compared ten times a second.
    """
    for inside, folders, names in os.walk(folder):
        if KEPT in folders:
            folders.remove(KEPT)
        for name in names:
            if not _spare(name):
                yield os.path.join(inside, name)


def stamps(paths: Iterable[str]) -> dict[str, Stamp]:
    """Return what tells that a file is another one, for each file."""
    found = {}
    for path in paths:
        try:
            stat = os.stat(path)
        except OSError:  # it may go while we look
            continue
        times = stat.st_mtime_ns, stat.st_ctime_ns
        found[path] = stat.st_size, *times, stat.st_ino
    return found


def contents(paths: Iterable[str]) -> dict[str, bytes]:
    """Return what each file holds."""
    found = {}
    for path in paths:
        with suppress(OSError):
            found[path] = Path(path).read_bytes()
    return found


def _spare(name: str) -> bool:
    """Return whether a file is hidden, or a copy that an editor keeps."""
    return name.startswith(".") or name.endswith("~")
