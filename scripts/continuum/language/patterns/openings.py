"""A pattern of words -> how a text may start that fits it, so that it is tried nowhere else."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

ANYHOW = ""  # the pattern does not tell how such a text starts
DIGIT = "0"  # such a text starts with a digit of any script
LONGEST = 4  # letters of an opening; with more, hardly fewer words would start so

# What a pattern is made of, as far as it tells that. A word starts with no space.
PIECE = re.compile(
    r"(?P<nothing> |\\[sb]|\(\?[a-z]+\))"
    r"|(?P<look>\(\?<?[=!])"
    r"|(?P<group>\((?:\?(?:[-a-z]*:|P<\w+>))?)"
    r"|(?P<end>\))"
    r"|(?P<other>\|)"
    r"|(?P<optional>[?*]|\{0[^}]*\})"
    rf"|(?P<letters>[^\W\d_]{{1,{LONGEST}}}(?![?*{{])|[^\W\d_])"
    r"|(?P<digit>\\d)"
    r"|(?P<sign>\[[^]]*\]|\\?.)"
)


def openings(pattern: str) -> set[str]:
    """Return a few small letters, DIGIT or ANYHOW for each way in which a text may start.

    There may be more ways than are needed, and never fewer.
    """
    found = set()
    # Whether the pattern may open with a piece, and with the one before it.
    at_start = before = True
    # The same of each group around it, and whether that may be empty.
    above = [[True, False]]
    for piece in PIECE.finditer(pattern):
        match piece.lastgroup:
            case "nothing":
                before = at_start
            case "look":
                above.append([at_start, True])
                at_start = False
            case "group":
                above.append([at_start, False])
            case "other":
                above[-1][1] |= at_start
                at_start = above[-1][0]
            case "end":
                before, empty = above.pop()
                at_start = before and (at_start or empty)
            case "optional":
                at_start = before
            case "letters" | "digit" | "sign":
                if at_start:
                    found.add(_start(piece))
                before = at_start
                at_start = False
    return found


def _start(piece: re.Match) -> str:
    if piece["letters"]:
        return piece[0].lower()
    return DIGIT if piece["digit"] else ANYHOW


Sort = TypeVar("Sort")


class ByStart(dict[str, list[Sort]], Generic[Sort]):
    """Signs with which a text goes on -> what may fit there, in the order it was given in.

    To try each of a hundred patterns at each word takes twenty times longer.
    """

    def __init__(self, patterns: Iterable[tuple[str, Sort]]):
        super().__init__()
        self.values_in_order: list[Sort] = []
        self.by_opening: dict[str, list[int]] = defaultdict(list)
        for index, (pattern, value) in enumerate(patterns):
            self.values_in_order.append(value)
            for opening in openings(pattern):
                self.by_opening[opening].append(index)

    def __missing__(self, start: str) -> list[Sort]:
        ways = [start[:end] for end in range(len(start) + 1)]
        if start[:1].isdigit():
            ways.append(DIGIT)

        fitting = set()
        for way in ways:
            fitting.update(self.by_opening.get(way, ()))
        self[start] = [self.values_in_order[index] for index in sorted(fitting)]
        return self[start]
