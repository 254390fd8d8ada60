"""What YAML's parser says of a text -> what an editor needs to hear: where, what, what to type."""

from __future__ import annotations

import re
from collections.abc import Callable

from ...report.problem import Place
from ..parser import Refusal, Stop
from ..whereabouts import indent
from .brackets import broken_brackets, missing_value
from .colons import colon_in_text, name_without_colon, unreadable
from .endings import group_cut_short
from .quotes import open_quotation, unknown_escape
from .signs import (
    block_sign,
    directive,
    first_sign,
    list_on_line_of_name,
    second_document,
)

WEB_PAGE = (
    "This is the code of a web page.",
    "copy the file itself: on GitHub, use the button “Raw” or “Copy raw file”.",
)
# What the parser's message holds, and who explains it. The first that fits is taken.
EXPLANATIONS: list[tuple[str, Callable[[Stop], Refusal]]] = [
    (
        r"unexpected end of stream|quoted scalar; found unexpected document",
        open_quotation,
    ),
    (r"escape", unknown_escape),
    (r"mapping values are not allowed", colon_in_text),
    (r"could not find expected ':'", name_without_colon),
    (r"flow (sequence|mapping)", broken_brackets),
    (r"document start|single document", second_document),
    (
        r"cannot start any token|alias|anchor|tag handle|scanning a tag|parsing a tag",
        first_sign,
    ),
    (r"block scalar", block_sign),
    (
        r"sequence entries are not allowed|mapping keys are not allowed",
        list_on_line_of_name,
    ),
    (r"directive|incompatible YAML", directive),
    (r"node content", missing_value),
    (r"block (mapping|collection)", group_cut_short),
]


def tell(stop: Stop) -> Refusal:
    """Return why the parser stopped, in an editor's words."""
    if stop.text.lstrip().startswith("<"):
        return _web_page(stop.lines)

    for message, explain in EXPLANATIONS:
        if re.search(message, stop.message):
            return explain(stop)

    return unreadable(stop)


def _web_page(lines: list[str]) -> Refusal:
    """Return the words for a file whose first tag is the place to look at."""
    number = 1
    while not lines[number - 1].lstrip().startswith("<"):
        number += 1

    column = indent(lines[number - 1]) + 1
    return Refusal(Place(number, column), *WEB_PAGE)
