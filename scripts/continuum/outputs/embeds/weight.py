"""What a piece weighs, and how one that would be too heavy is made to fit."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator

from ...addresses import sort_of_piece
from .piece import Piece
from .questions import answers_in, shortened

BEST = 9  # of the levels of compression
# The first round trip of a connection carries ten packets: a piece that weighs no more is there at
# once, on a slow line too.
MOST = 14_600
# What makes a piece of each kind long, as an editor knows it.
LONG = {
    "level": "what the level says of itself, and the dangers that name it",
    "compare": "the facts of these levels, and the dangers that name them",
    "levels": "the facts of the levels",
    "continuum": "the names of the levels, and how near a doctor or nurse is",
    "week": "the name of the level, and the help numbers",
    "faq": "the dangers, and the questions",
    "word": "the meaning of the word",
    "spread": "what the numbers of the states count",
}


def weight(text: str) -> int:
    """Return what a text weighs when compressed, in bytes."""
    body = text.encode()
    compressed = gzip.compress(
        body,
        compresslevel=BEST,
        mtime=0,
    )
    return len(compressed)


def too_heavy(name: str, html: str) -> Iterator[str]:
    """Yield what is wrong with the document of a piece that weighs too much."""
    found = weight(html)
    if found > MOST:
        kind, _ = sort_of_piece(name)
        yield (
            f"compressed, this piece is {found:,} bytes. {MOST:,} is the most that arrives at"
            f" once on a slow line. Shorten {LONG.get(kind, 'its texts')}."
        )


def fitting(piece: Piece, document: Callable[[Piece], str]) -> str:
    """Return the document of a piece. One with questions holds as many of the answers as it can
    carry; it may still be too heavy where other parts of it are.
    """
    whole = document(piece)
    if piece.kind != "faq" or weight(whole) <= MOST:
        return whole

    most = most_answers(piece, document)
    return document(shortened(piece, most))


def most_answers(piece: Piece, document: Callable[[Piece], str]) -> int:
    """Return with how many answers a piece is still light enough."""
    fits, too_many = 0, answers_in(piece)
    while too_many - fits > 1:
        count = (fits + too_many) // 2
        if weight(document(shortened(piece, count))) <= MOST:
            fits = count
        else:
            too_many = count
    return fits
