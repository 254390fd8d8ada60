"""Lines at which a group of values ends for the parser, though they should belong to it."""

from __future__ import annotations

import re

from ...report.problem import Place
from ..line import in_quotes, remark
from ..parser import Refusal, Stop
from ..whereabouts import NAME, indent
from .columns import line_beside_list, moved_line
from .quotes import text_after_quotation

NO_NAME = "Before this colon a name is missing."
REMARK_BEHIND_TEXT = r"\w #"


def group_cut_short(stop: Stop) -> Refusal:
    """Return the words for what does not go on as the group above it began."""
    before = stop.before.rstrip()
    if not before.strip(" -"):
        return _at_start_of_line(stop)
    if before[-1] in "\"'":
        return text_after_quotation(stop)
    if before[-1] in "]}":
        return _text_after_bracket(stop, before)
    if stop.sign == ":":
        fix = "write the name before the colon, or delete the colon."
        return Refusal(stop.place(), NO_NAME, fix)

    return moved_line(stop)


def _text_after_bracket(stop: Stop, before: str) -> Refusal:
    if "{{" in before:
        return Refusal(
            stop.place(before.rindex("{{"), 2),
            "A text that starts with {{ needs quotation marks.",
            in_quotes(stop.text),
        )

    return Refusal(
        stop.place(),
        "After the closing bracket more follows.",
        "delete what follows, or move it inside the brackets; "
        "a text that starts with a bracket needs quotation marks.",
    )


def _at_start_of_line(stop: Stop) -> Refusal:
    """Return the words for a line at whose start the parser stopped."""
    text = stop.text.lstrip()
    if (refusal := _remark_above(stop, text)) is not None:
        return refusal
    if text.lstrip("- ").startswith(":"):
        return Refusal(stop.place(), NO_NAME, "write the name before the colon.")

    in_list = "block collection" in stop.message and stop.opened
    if in_list and stop.opened[1] == indent(stop.text):
        return line_beside_list(stop)

    return moved_line(stop)


def _remark_above(stop: Stop, text: str) -> Refusal | None:
    """Return the words for a remark on the line above that cuts a text of two lines."""
    if stop.line == 0 or text.startswith("-") or NAME.match(text):
        return None

    above = stop.lines[stop.line - 1]
    if re.search(REMARK_BEHIND_TEXT, above) is None:
        return None

    column = above.index(" #") + 1
    place = Place(stop.line, column + 1, len(above) - column)
    return Refusal(place, *remark(above, column))
