"""How a page introduces itself -> the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ...addresses import BY_ID
from ...model.base import Model
from ...rendering.output import Page
from ...rendering.page import page
from ...rendering.renderer import Renderer


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands above a page's text, and what lists of pages say of it where that differs.

    `same_as` is the address of the page that says the same and more.
    """

    heading: str
    lead: str
    title: str = ""
    description: str = ""
    same_as: str = ""


def named(render: Renderer, id: str) -> Opening:
    """Return the opening that stands among the phrases, as the table of pages names them."""
    words = render.say.phrases
    entry = BY_ID[id]
    return Opening(
        heading=words(entry.heading),
        lead=words(entry.in_short),
    )


def compose(
    render: Renderer, id: str, opening: Opening, of: str = "", **values: Any
) -> Page:
    """Return the page `id` of the table, with its template filled with `values`. `of` fills its
    address.
    """
    return page(
        render,
        id,
        *filter(None, [of]),
        title=opening.title or opening.heading,
        description=opening.description or opening.lead,
        heading=opening.heading,
        lead=opening.lead,
        same_as=opening.same_as,
        **values,
    )


def first_line(items: Sequence[Model]) -> int:
    """Return the line of the first of some items of the file; 1 where there are none."""
    return items[0].line if items else 1
