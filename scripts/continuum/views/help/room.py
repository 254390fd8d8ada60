"""Strip -> how large a window must be to keep it in sight and still be read."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from ...language.phrases import Phrases
from ...model.site import Contact
from ..diagram.measure import text_width
from ..speaking import Speaker
from .strip import strip

# Least widths and heights of a window, in the size of the reader's letters.
Room = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of help numbers, as in the styles: the size of its letters, how high it is, and what
    its edges take of the window.
    """

    letters: float
    height: float
    edges: float


# Each number is a button. On a narrow page its name stands above it.
NARROW = Line(letters=0.8125, height=3.3, edges=0.5)
WIDE = Line(letters=0.9, height=3.3, edges=0.5)
PIECE = Line(letters=0.95, height=2.75, edges=2.3)
GAP = 1.5
# Where a page becomes wide; and the widths of windows that are looked at.
BECOMES_WIDE = 48
WIDTHS = (10, 15, 20, 24, 30, 36, BECOMES_WIDE, 56, 64, 80)
# Lower than this, a window is a phone on its side: nothing stays in sight there.
LEAST_HEIGHT = 30
# A window may be a third full of numbers.
SHARE = 3


def page_room(say: Speaker) -> Room:
    """Return how large a window must be to keep the strip of a page in sight: each least width
    with its least height.
    """
    found: Room = []
    for width in WIDTHS:
        if width < BECOMES_WIDE:
            _widen(found, width, NARROW, _above(say))
        else:
            _widen(found, width, WIDE, _beside(say))
    return found


def piece_room(say: Speaker) -> Room:
    """Return the same for the strip of a piece, which leads to the full page first."""
    found: Room = []
    texts = [say.phrases("embed.full"), *_beside(say)]
    for width in WIDTHS:
        _widen(found, width, PIECE, texts)
    return found


def _widen(found: Room, width: int, line: Line, texts: list[str]) -> None:
    """Add a width, if a window of that width may be lower than narrower ones."""
    rows = _rows(line, texts, width - line.edges)
    needed = SHARE * rows * line.height
    height = max(LEAST_HEIGHT, ceil(needed))
    if found:
        _, least = found[-1]
        if height >= least:
            return
    found.append((width, height))


def _rows(line: Line, texts: list[str], most: float) -> int:
    """Return how many lines texts take that stand side by side where they fit."""
    rows, left = 0, 0.0
    for text in texts:
        width = text_width(text, line.letters)
        if width > left:
            lines = ceil(width / most)
            rows += lines
            left = lines * most
        left -= width + GAP

    return rows


def _above(say: Speaker) -> list[str]:
    """Return the longer text of each button whose name stands above its number."""
    texts = []
    for help, contacts in strip(say.content):
        for contact in contacts:
            number = _number(say.phrases, contact)
            longer = max(help.strip, number, key=len)
            texts.append(longer)

    return texts


def _beside(say: Speaker) -> list[str]:
    """Return the text of each button whose name stands beside its number."""
    texts = []
    for help, contacts in strip(say.content):
        for contact in contacts:
            number = _number(say.phrases, contact)
            texts.append(f"{help.strip} {number}")
    return texts


def _number(phrases: Phrases, contact: Contact) -> str:
    """Return what the strip says of a contact."""
    if contact.kind in ("call", "text") and not contact.keyword:
        action = phrases(f"site.{contact.kind}")
        return f"{action} {contact.value}"
    return contact.words
