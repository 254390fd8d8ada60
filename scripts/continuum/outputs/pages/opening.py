"""How a page introduces itself -> the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ...addresses import url_of
from ...model.base import Model
from ...rendering.output import Page
from ...rendering.renderer import Renderer


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands above a page's text, and what lists of pages say of it where that differs.

    `same_as` is the file of the page that says the same and more.
    """

    heading: str
    lead: str
    title: str = ""
    description: str = ""
    searchable: bool = True
    same_as: str = ""


def named(render: Renderer, name: str, searchable: bool = True) -> Opening:
    """Return the opening that stands among the phrases: `<name>.title` and `<name>.in_short`."""
    w = render.say.phrases
    heading, lead = w(f"{name}.title"), w(f"{name}.in_short")
    return Opening(heading, lead, searchable=searchable)


def compose(
    render: Renderer, template: str, path: str, opening: Opening, **values: Any
) -> Page:
    """Return the page that will stand at `path`, with its template filled with `values`."""
    html = render.page(
        template,
        path,
        opening.same_as,
        heading=opening.heading,
        lead=opening.lead,
        **values,
    )
    return Page(
        path,
        title=opening.title or opening.heading,
        description=opening.description or opening.lead,
        html=html,
        line=values.get("line", 1),
        searchable=opening.searchable,
        same_as=url_of(opening.same_as) if opening.same_as else "",
    )


def first_line(items: Sequence[Model]) -> int:
    """Return the line of the first of some items of the file; 1 where there are none."""
    return items[0].line if items else 1
