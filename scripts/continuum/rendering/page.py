"""Values -> a page: its body, the words it uses, its sources, and what it says to machines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from ..addresses import BY_ID, Entry, root_of
from ..language.grade import Reading, reading
from ..model.base import Review
from ..model.level import Level
from ..views.speaking import Citations
from .output import Page
from .renderer import Renderer
from .structured import structured
from .words.glossary import Glossary
from .words.running_text import RunningText

NO_WORDS = Glossary([])


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


def compose(
    render: Renderer, id: str, opening: Opening, of: str = "", **values: Any
) -> Page:
    """Return the page `id` of the table of pages, made from its template with `values`.

    `of` fills its address. Of the values, `line` is the line of `levels.yaml` that it was made
    from, `review` its review where that is not the file's, `level` the level it is about,
    `spoken` the language of its texts where that is not the file's.
    """
    entry = BY_ID[id]
    address = entry.address.format(of)
    said = _said(render, entry, address, values)
    values = _always(render, address, opening, said) | values
    values["dated"] = dated(render, values["review"])
    body = render(f"pages/{id}.html.j2", **values)

    closing = _closing(render, entry, address, said, values)
    return Page(
        id=id,
        address=address,
        title=opening.title or opening.heading,
        description=opening.description or opening.lead,
        html=body + end(render, opening.same_as or address, **closing),
        review=values["review"],
        line=values.get("line", 1),
        same_as=opening.same_as,
        said=tuple(said.texts),
        reading=closing["measured"],
        opens=bool(closing["page_words"] or values["citations"].numbers),
        language=values.get("spoken", ""),
    )


def _said(
    render: Renderer, entry: Entry, address: str, values: dict[str, Any]
) -> RunningText:
    """Return what will be said on a page: nothing yet, and which words it explains itself. In
    another language than the glossary's it explains none.
    """
    glossary = NO_WORDS
    if entry.marked and not values.get("spoken"):
        glossary = render.glossary

    known = set()
    level: Level | None = values.get("level")
    for word in render.say.content.words:
        if level and word.level == level.id:
            known.add(word.id)
    if entry.on_paper:
        return RunningText(glossary, known, linked=False, exact=render.exact)
    exact = render.exact
    linked = exact.linked(root_of(address))
    return RunningText(glossary, known, exact=linked, whole=exact.named)


def _always(
    render: Renderer,
    address: str,
    opening: Opening,
    said: RunningText,
) -> dict[str, Any]:
    """Return the values that every page has, where it brings no others."""

    def text(text: str) -> Markup:
        filled = render.say.text(text)
        return said.mark(filled)

    def verbatim(text: str) -> str:
        said.mark(text)
        return text

    return {
        "citations": Citations(),
        "root": root_of(address),
        "review": render.say.content.review,
        "heading": opening.heading,
        "lead": opening.lead,
        "text": text,
        "mark": said.mark,
        "verbatim": verbatim,
    }


def _closing(
    render: Renderer,
    entry: Entry,
    address: str,
    said: RunningText,
    values: dict[str, Any],
) -> dict[str, Any]:
    """Return the values of what stands at the end of a page."""
    line = values.get("line", 1)
    return {
        "citations": values["citations"],
        "root": values["root"],
        "review": values["review"],
        "data": structured(render.say, entry, address, said, values),
        "page_words": [] if entry.on_paper else said.words,
        "measured": None if values.get("spoken") else _measured(render, said),
        "spoken": values.get("spoken", ""),
        "on_paper": entry.on_paper,
        "edit": render.say.edit(line),
    }


def _measured(render: Renderer, said: RunningText) -> Reading | None:
    """Return how hard a page is to read, where that can be measured."""
    names = render.explained
    if names is None:
        return None
    return reading(said.texts, names)


def dated(render: Renderer, review: Review) -> Markup:
    """Return what stands under the heading of a page whose check is overdue: readers are told
    before they meet a number.
    """
    said = render.say.overdue(review)
    if not said:
        return Markup("")

    note = render("pages/_overdue.html.j2", said=said)
    return Markup(f"\n{note}")


def end(render: Renderer, address: str, **values: Any) -> str:
    """Return what stands at the end of every page: words, sources, the check, the way to edit."""
    return render("pages/_end.html.j2", address=address, **values)
