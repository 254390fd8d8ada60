"""What the build makes: a path and its bytes."""

from __future__ import annotations

from dataclasses import dataclass

from ..addresses import BY_ID, Entry, path_of
from ..language.grade import Reading
from ..model.base import Review


@dataclass(frozen=True, slots=True)
class Output:
    """One file of the site. `path` starts at the root of the site."""

    path: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Page:
    """One page before the frame is put around it: what it says of itself, and its HTML.

    `id` is its line in the table of pages; a hand-written page has none. `same_as` is the
    address of the page that says the same and more: search engines are sent there. `line` is the
    line of `levels.yaml` it was made from. `said` is its running text, and `reading` is how hard
    that is to read, where that can be measured. `opens` says whether it explains words or sources
    in place. `language` is that of its texts, where the frame around it has another.
    """

    id: str
    address: str
    title: str
    description: str
    html: str
    review: Review
    line: int = 1
    same_as: str = ""
    said: tuple[str, ...] = ()
    reading: Reading | None = None
    opens: bool = False
    language: str = ""

    @property
    def path(self) -> str:
        """Its file, from the root of the site."""
        return path_of(self.address)

    @property
    def entry(self) -> Entry:
        """Its line in the table of pages; of a hand-written page, one that is like others."""
        return BY_ID.get(self.id) or Entry("", self.address)
