"""What open pages are told: which site is the newest, and what is wrong with the files now."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Condition

from continuum.report.problem import Findings
from continuum.report.terminal import reports, whole


@dataclass(frozen=True, slots=True)
class Edition:
    """Which site a page shows, and which list of problems. A page loads again for another `good`,
    and fetches the list for another `trouble`.
    """

    good: str
    trouble: str


class News:
    """The newest edition, and who waits for the next one."""

    def __init__(self) -> None:
        self.changed = Condition()  # held while what pages are told changes
        self.started = time.time_ns()  # pages of an older server know that they are old
        self.good = self.trouble = 0
        self.found: Findings | None = None
        self.reports: list[str] = []
        self.open: list[str] = []  # addresses of the pages that someone is looking at

    @property
    def edition(self) -> Edition:
        """The newest edition."""
        good = f"{self.started}.{self.good}"
        return Edition(good, trouble=f"{self.trouble}")

    def tell(self, found: Findings, good: bool = False) -> None:
        """Tell every open page, and the terminal, what is wrong or might be better; `good` says
        that there is a new site.
        """
        with self.changed:
            self.good += good
            told = list(reports(found))
            if told != self.reports:
                self.trouble += 1
                self._print(found)
            self.found = found
            self.reports = told
            self.changed.notify_all()

    def after(self, seen: Edition | None, seconds: float) -> Edition:
        """Return the newest edition, as soon as it is another than the one seen, or when so many
        seconds have passed.
        """
        with self.changed:
            self.changed.wait_for(lambda: self.edition != seen, seconds)
            return self.edition

    @contextmanager
    def looked_at(self, address: str) -> Iterator[None]:
        """Know that someone looks at a page, for as long as it lasts."""
        with self.changed:
            self.open.append(address)
        try:
            yield
        finally:
            with self.changed:
                self.open.remove(address)

    def addresses(self) -> list[str]:
        """Return which pages are looked at, each once."""
        with self.changed:
            each_once = dict.fromkeys(self.open)
            return list(each_once)

    def _print(self, found: Findings) -> None:
        """Print problems for whoever looks at the terminal. Advice alone stands over the pages."""
        if not found.faults:
            return
        print(f"\n{whole(found)}", flush=True)
        if self.good:
            print("The last good pages stay.", flush=True)
