"""The tables of pages and pieces -> the phrases without which these would have no name."""

from __future__ import annotations

from collections.abc import Iterator

from ..addresses import PAGES, PIECES, Entry


def needed() -> Iterator[tuple[str, str]]:
    """Yield the name of each phrase that a page or a piece is called by, and what it says."""
    for entry in PAGES:
        for name, what in _of_page(entry):
            if name:
                yield name, f"{what} the page “{entry.id}”"
    for kind in PIECES:
        yield f"embed.kind.{kind}", f"what clinics read for the piece “{kind}”"


def _of_page(entry: Entry) -> Iterator[tuple[str, str]]:
    yield entry.heading, "the heading of"
    yield entry.in_short, "what stands below the heading of"
    yield entry.label, "what a menu calls"
