"""Colons that are missing, or that part a text."""

from __future__ import annotations

import re

from ..line import cut, glued, in_quotes, value_at
from ..parser import UNKNOWN, Refusal, Stop
from ..whereabouts import NAME, indent
from .columns import moved_line

COLON_AMISS = "The colon and the space after this name are not in order."
CURLY = ("“", "”", "‘", "„", "«")
LIKE_A_DASH = r"[-*•–—](\S.*)"


def colon_in_text(stop: Stop) -> Refusal:
    """Return the words for a colon that the parser takes for that of a name."""
    start = len(stop.text) - len(stop.text.lstrip(" -"))
    name = NAME.match(stop.text, start)
    if name is not None and name.end() - 1 == stop.column:
        return moved_line(stop)

    _, value = value_at(stop.text)
    if value.startswith(CURLY):
        return Refusal(
            stop.place(stop.text.index(value)),
            "Curly quotation marks do not hold a text together, and this one has a colon.",
            in_quotes(stop.text),
        )

    return Refusal(
        stop.place(),
        "A colon and a space stand inside this text, so it falls apart.",
        in_quotes(stop.text),
    )


def name_without_colon(stop: Stop) -> Refusal:
    """Return the words for a line on which the parser finds no colon."""
    here = stop.start
    text = here.text.strip()
    if (advice := glued(text)) is not None:
        return Refusal(here.place(), COLON_AMISS, advice)
    if (item := re.match(LIKE_A_DASH, text)) is not None:
        return Refusal(
            here.place(),
            "This item does not start with a dash and a space.",
            f"write - {cut(item[1])}",
        )

    return Refusal(
        here.place(),
        "This line has no name with a colon, and it does not go on from the line above.",
        "if it belongs to the text above, put two more spaces before it; "
        "else write its name, a colon and a space first.",
    )


def unreadable(stop: Stop) -> Refusal:
    """Return the words for a line of which the parser's message tells nothing else."""
    if (advice := glued(stop.text)) is not None:
        return Refusal(stop.place(indent(stop.text)), COLON_AMISS, advice)

    return Refusal(
        stop.place(),
        UNKNOWN,
        "compare the spaces at its start with the lines above, or "
        + in_quotes(stop.text),
    )
