"""The table of pages, and lists of the file -> how a page introduces itself, and its line."""

from __future__ import annotations

from collections.abc import Sequence

from ...addresses import BY_ID
from ...model.base import Model
from ...rendering.page import Opening
from ...rendering.renderer import Renderer


def named(render: Renderer, id: str) -> Opening:
    """Return the opening that stands among the phrases, as the table of pages names them."""
    words = render.say.phrases
    entry = BY_ID[id]
    return Opening(
        heading=words(entry.heading),
        lead=words(entry.in_short),
    )


def first_line(items: Sequence[Model]) -> int:
    """Return the line of the first of some items of the file; 1 where there are none."""
    return items[0].line if items else 1
