"""The site while someone edits it: the newest good one, and what was good before."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import RLock

from continuum.addresses import path_of
from continuum.settings import ROOT, SETTINGS

from .explain import explained
from .news import News
from .pages import NOTHING, File, Snapshot, settings_at

IDLE = 0.3  # seconds without a request before what nobody asked for is made


class Editing:
    """The site that stands at `address` while someone edits it, and the `news` of it.

    `making` is held while anything is made.
    """

    def __init__(self, address: str, settings: Path = SETTINGS):
        self.address, self.settings = address, settings
        self.making = RLock()
        self.news = News()
        self.snapshot: Snapshot | None = None
        self.origins = NOTHING
        self.rest: Iterator[None] | None = None
        self.spoiled = False  # whether a site could be read, but not made to its end
        self.kept: dict[str, File] = {}  # by path: what was good before
        self.asked = 0.0  # when someone last asked for a file

    def read(self) -> None:
        """Read the files anew. Where they are good, every page that is open loads again, once;
        where not, it shows what is wrong.
        """
        with self.making:
            try:
                fresh = self._fresh()
                rest = fresh.rest()
                if self.spoiled:  # perhaps by a page that nobody looks at
                    deque(rest, 0)
            except Exception as error:
                self.news.tell(explained(error, ROOT))
                return
            self.kept |= self._files()
            self.snapshot, self.rest = fresh, rest
            self.origins = fresh.origins
            self.spoiled = False
            self.news.tell(fresh.advice, good=True)

    def work(self) -> bool:
        """Make a little of what nobody has asked for yet; return whether there was something to
        do and time for it.
        """
        if time.monotonic() - self.asked < IDLE:
            return False
        with self.making:
            if self.rest is None:
                return False
            try:
                next(self.rest)
            except StopIteration:
                self.rest = None
            except Exception as error:
                self._spoil(error)
            return True

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the site for a while in which no other takes its place, and what nobody asked for
        is not made: it would not let others in.
        """
        self.asked = time.monotonic()
        with self.making:
            yield

    def file(self, address: str) -> File | None:
        """Return what stands at an address; where it cannot be made, what last stood there; None
        where there is neither.
        """
        with self.held():
            if self.whole:
                try:
                    return self.snapshot.file(address)
                except Exception as error:
                    self._spoil(error)
            path = path_of(address)
            return self._files().get(path) or self.kept.get(path)

    def lost(self) -> File | None:
        """Return what stands where a page is missing; None where nobody can know that it is."""
        with self.held():
            if self.whole:
                try:
                    return self.snapshot.lost()
                except Exception as error:
                    self._spoil(error)
            return None

    @property
    def whole(self) -> bool:
        """Whether there is a site in which no mistake has been met."""
        return self.snapshot is not None and not self.spoiled

    def _fresh(self) -> Snapshot:
        """Return the site as the files are now, with the pages that someone looks at."""
        settings = settings_at(self.address, self.settings)
        fresh = Snapshot(settings, self.origins)
        for address in self.news.addresses():
            if fresh.knows(address):
                fresh.file(address)
        return fresh

    def _files(self) -> Mapping[str, File]:
        """Return what was made of the newest site, by path."""
        if self.snapshot is None:
            return {}
        return self.snapshot.files

    def _spoil(self, error: Exception) -> None:
        self.spoiled = True
        self.rest = None
        found = explained(error, ROOT)
        self.news.tell(found)
