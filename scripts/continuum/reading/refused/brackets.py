"""Brackets that are not closed, and what falls apart inside them."""

from __future__ import annotations

import re

from ..line import bare, in_quotes, named, quoted, remark, value_at
from ..parser import Refusal, Stop
from .quotes import last_quotation, never_closed, text_after_quotation
from .signs import may_not_start

CLOSING = {"[": "]", "{": "}"}
NAME_AT_END = r"\s([a-z_]+)$"


def broken_brackets(stop: Stop) -> Refusal:
    """Return the words for brackets in which the parser lost its way."""
    here = stop.start
    column = here.text.find(" #", here.column) + 1
    if column > 0:
        place = here.place(column, len(here.text) - column)
        return Refusal(place, *remark(here.text, column))

    quotation = last_quotation(stop)
    starts_here = quotation is not None and quotation.start[0] == here.line
    if starts_here and quotation.end[0] > here.line:
        return never_closed(quotation.start, quotation.mark)

    close = CLOSING.get(here.sign, "]")
    if stop.line != here.line or close not in stop.text[here.column :]:
        return Refusal(
            here.place(),
            "This bracket is opened and never closed.",
            f"add the closing {close} at the end of its line.",
        )
    if stop.before.rstrip().endswith(("'", '"')):
        return text_after_quotation(stop)

    return _text_that_falls_apart(stop)


def _text_that_falls_apart(stop: Stop) -> Refusal:
    """Return the words for a comma that parts a text, or that is missing before a name."""
    name, value = value_at(stop.text, stop.column - 1)
    typed = named(name, quoted(bare(value)))
    whole = f"put the whole text in quotation marks: {typed}"
    found = re.search(NAME_AT_END, stop.before)
    word = found[1] if found else ""

    if stop.sign == ":" and word and not value.startswith(word):
        return Refusal(
            stop.place(found.start(1), len(word)),
            f"Before “{word}” a comma or quotation marks are missing.",
            f"put a comma before “{word}”, or {whole}",
        )

    return Refusal(
        stop.place(),
        "A comma or a colon parts this text inside the brackets.",
        whole,
    )


def missing_value(stop: Stop) -> Refusal:
    """Return the words for a sign that stands where a value is due."""
    in_brackets = re.search(r"[{\[]", stop.before)
    if stop.sign and stop.sign in ",]}" and in_brackets:
        return Refusal(
            stop.place(),
            f"Before this {stop.sign} a value is missing.",
            "write the value, or delete the comma that is too many.",
        )

    return Refusal(
        stop.place(),
        may_not_start(stop.sign),
        in_quotes(stop.text),
    )
