"""A pattern -> why no text is searched with it: it fits no words at all, or it may take too long.

It is told by what the pattern is made of, without a trial that could itself take too long.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import inf

LETTERS = 2000  # the longest pattern
TIMES = 100  # how often a sign may be repeated, where that has an end
# How often a group may be repeated. A text can be cut into groups in many ways, and each is tried.
GROUPS = 4
# How many repeats without an end there may be, one after the other.
ENDLESS = 3

# Words to choose from, none of which may be empty, alone or in a group. Most of a list are such.
WORD = r"(?:[\w ]{2,}\??|[\w ])"
WORDS = re.compile(rf"{WORD}(?:\|{WORD})*")
GROUP = re.compile(rf"(?<!\\)\((?:\?:)?{WORDS.pattern}\)(?![*+?{{])")

PIECE = re.compile(
    r"(?P<nothing>\\[bBAZ]|[\^$]|\(\?[a-zA-Z]+\))"
    r"|(?P<look>\(\?<?[=!])"
    r"|(?P<group>\((?:\?(?:[-a-zA-Z]*:|P<\w+>))?)"
    r"|(?P<end>\))"
    r"|(?P<other>\|)"
    r"|(?P<repeat>(?:[*+?]|\{(?P<low>\d*)(?P<comma>,?)(?P<high>\d*)\})[?+]?)"
    r"|(?P<sign>[\w ]+(?![*+?{])|\[\^?\]?(?:\\.|[^]\\])*\]|\\?.)",
    re.S,
)
TIMES_OF = {"*": (0, inf), "+": (1, inf), "?": (0, 1)}
# A name of a group, a condition, or what an earlier group fitted. They change their meaning where a
# pattern becomes a part of a longer one.
REFERRING = re.compile(r"\(\?P|\(\?\(|\\[1-9]")
Flaw = tuple[str, str]  # what is wrong, and how to put it right

NOTHING: Flaw = (
    "This pattern fits where there are no words.",
    "delete the | at its start or end, or a sign such as ? or * after all of it.",
)
CLOSED: Flaw = (
    "This pattern closes a bracket that it never opened.",
    "delete this bracket, or open it before.",
)
REFERS: Flaw = (
    "This pattern gives a part of it a name, or refers to one.",
    "write (?: for (?P<name>, and repeat the words themselves.",
)
TOO_LONG: Flaw = (
    f"This pattern has more than {LETTERS} letters.",
    "write two entries.",
)
OFTEN: Flaw = (
    "This pattern repeats a group of words, which may take without end.",
    f"write after the group how often, at most {GROUPS} times, such as {{1,{GROUPS}}}.",
)
MANY: Flaw = (
    f"This pattern repeats something more than {TIMES} times.",
    f"write a number up to {TIMES}.",
)
OPEN: Flaw = (
    f"This pattern goes on without end at more than {ENDLESS} places, "
    "which may take too long.",
    "write at some of them how often, such as {0,40} for *.",
)


@dataclass(slots=True)
class _Part:
    """A part of a pattern: whether it may be empty, and how many repeats without an end it has."""

    empty: bool
    endless: int = 0
    grouped: bool = False


class _Group:
    """A group as far as it is read: the ways through it, and what stands in the one at hand."""

    def __init__(self, looks: bool = False):
        self.looks = looks  # whether it looks around, and takes no letter
        self.ways: list[_Part] = []
        self.parts: list[_Part] = []

    def end_way(self) -> None:
        """Take what stood in the way at hand together, and begin another."""
        empty = all(part.empty for part in self.parts)
        endless = sum(part.endless for part in self.parts)
        self.ways.append(_Part(empty, endless))
        self.parts = []

    def whole(self) -> _Part:
        """Return what it is as a part of what is around it."""
        self.end_way()
        empty = self.looks or any(way.empty for way in self.ways)
        endless = max(way.endless for way in self.ways)
        return _Part(empty, endless, grouped=True)


def unsound(pattern: str) -> Flaw | None:
    """Return why no text is searched with a pattern; None where nothing speaks against it.

    The pattern must be one that can be read.
    """
    if len(pattern) > LETTERS:
        return TOO_LONG
    if REFERRING.search(pattern):
        return REFERS

    short = GROUP.sub("word", pattern)
    if WORDS.fullmatch(short):
        return None
    return _read(short)


def _read(pattern: str) -> Flaw | None:
    """Return what is wrong with a pattern that is not just words, piece by piece."""
    groups = [_Group()]
    for piece in PIECE.finditer(pattern):
        parts = groups[-1].parts
        match piece.lastgroup:
            case "look" | "group":
                groups.append(_Group(looks=piece.lastgroup == "look"))
            case "end" if len(groups) == 1:
                return CLOSED
            case "end":
                closed = groups.pop().whole()
                groups[-1].parts.append(closed)
            case "other":
                groups[-1].end_way()
            case "repeat" if parts:
                said = _repeat(parts[-1], piece)
                if said:
                    return said
            case "sign":
                parts.append(_Part(empty=False))
    return _of_whole(groups[0].whole())


def _repeat(part: _Part, piece: re.Match) -> Flaw | None:
    """Repeat a part of a pattern; return why that is too much, if it is."""
    low, high = _times(piece)
    part.empty |= low == 0
    if part.grouped and high > GROUPS:
        return OFTEN
    if high == inf:
        part.endless += 1
    elif max(low, high) > TIMES:
        return MANY
    else:
        part.endless *= high
    return None


def _times(piece: re.Match) -> tuple[float, float]:
    """Return how often a piece is repeated: at least, and at most."""
    sign = piece[0][0]
    if sign in TIMES_OF:
        return TIMES_OF[sign]

    low = int(piece["low"] or 0)
    if piece["comma"]:
        return low, int(piece["high"] or 0) or inf
    return low, low


def _of_whole(part: _Part) -> Flaw | None:
    if part.empty:
        return NOTHING
    if part.endless > ENDLESS:
        return OPEN
    return None
