"""Quotation marks that hold too much or too little of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from ...report.problem import Place
from ..composer import Loader
from ..line import bare, named, quoted, value_at
from ..parser import Refusal, Stop
from .colons import unreadable

Spot = tuple[int, int]  # a line and a column, both counted from 0


@dataclass(frozen=True, slots=True)
class Quotation:
    """A text in quotation marks."""

    mark: str
    start: Spot
    end: Spot


def open_quotation(stop: Stop) -> Refusal:
    """Return the words for a text that runs to the end of the file."""
    here = stop.start
    spot = (here.line, here.column)
    return never_closed(spot, here.sign)


def never_closed(start: Spot, mark: str) -> Refusal:
    """Return the words for a text whose closing mark is missing."""
    line, column = start
    return Refusal(
        Place(line + 1, column + 1),
        "A quotation mark is opened here and never closed.",
        f"add the closing {mark} at the end of the text.",
    )


def unknown_escape(stop: Stop) -> Refusal:
    """Return the words for a backslash before a letter that it makes nothing of."""
    column = stop.text.rfind("\\", 0, stop.column + 1)
    return Refusal(
        stop.place(max(column, 0), 2),
        "In double quotation marks a backslash starts a special sign, "
        "and this one does not exist.",
        "type the backslash twice, or use a plain slash.",
    )


def text_after_quotation(stop: Stop) -> Refusal:
    """Return the words for text behind a closing mark, which an earlier line may have opened."""
    quotation = last_quotation(stop)
    if quotation is None:
        return unreadable(stop)
    if quotation.start[0] < stop.line:
        return never_closed(quotation.start, quotation.mark)

    _, end = quotation.end
    name, value = value_at(stop.text, end - 1)
    whole = named(name, quoted(bare(value)))
    if quotation.mark == "'" and re.match(r"\w", stop.text[end:]):
        return Refusal(
            stop.place(end - 1),
            "This apostrophe ends the text, since the text stands in single quotation marks.",
            f"use double quotation marks: {whole}",
        )

    return Refusal(
        stop.place(end - 1),
        "The text ends at this quotation mark, and more follows.",
        f"let it end after all of the text: {whole}",
    )


def last_quotation(stop: Stop) -> Quotation | None:
    """Return the last text in quotation marks that starts before the parser stopped."""
    last = None
    try:
        for quotation in _quotations(stop.lines):
            if quotation.start >= (stop.line, stop.column):
                break

            last = quotation
    except yaml.YAMLError:
        pass  # what the parser could read before it is all we want

    return last


def _quotations(lines: list[str]) -> Iterator[Quotation]:
    for token in yaml.scan("\n".join(lines), Loader=Loader):
        if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
            yield Quotation(
                token.style,
                (token.start_mark.line, token.start_mark.column),
                (token.end_mark.line, token.end_mark.column),
            )
