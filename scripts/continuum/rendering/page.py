"""Values -> a page: its body, the words it uses, its sources, and what it says to machines."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from ..addresses import BY_ID, at, root_of
from ..language.grade import reading
from ..model.base import Review
from ..views.speaking import Citations
from .glossary import Glossary, Said
from .output import Page
from .renderer import Renderer
from .structured import structured

NO_WORDS = Glossary([])


def page(
    render: Renderer,
    id: str,
    *names: str,
    title: str,
    description: str,
    same_as: str = "",
    **values: Any,
) -> Page:
    """Return the page `id` of the table of pages, made from its template with `values`.

    `names` fill its address. Of the values, `line` is the line of `levels.yaml` that it was made
    from, `review` its review where that is not the file's, `level` the level it is about,
    `heading` and `lead` what it opens with.
    """
    entry, address = BY_ID[id], at(id, *names)
    marks = render.glossary if entry.marked else NO_WORDS
    said = Said(marks, _known(render, values), linked=not entry.on_paper)
    values = {
        "citations": Citations(),
        "root": root_of(address),
        "review": render.say.content.review,
        "heading": title,
        "lead": "",
        "text": lambda text: said.mark(render.say.text(text)),
        "mark": said.mark,
        **values,
    }
    values["dated"] = dated(render, values["review"])
    body = render(f"pages/{id}.html.j2", **values)
    defined = [] if entry.on_paper else said.words
    counted = reading(said.texts, render.explained) if render.explained else None
    ending = end(
        render,
        same_as or address,
        data=structured(render.say, entry, address, said, values),
        page_words=defined,
        measured=counted,
        on_paper=entry.on_paper,
        **{name: values[name] for name in ("citations", "root", "review")},
        edit=render.say.edit(values.get("line", 1)),
    )
    return Page(
        id,
        address,
        title,
        description,
        body + ending,
        values["review"],
        values.get("line", 1),
        same_as,
        tuple(said.texts),
        counted,
        bool(defined),
    )


def dated(render: Renderer, review: Review) -> Markup:
    """Return what stands under the heading of a page whose check is overdue: readers are told
    before they meet a number.
    """
    said = render.say.overdue(review)
    note = render("pages/_overdue.html.j2", said=said) if said else ""
    return Markup(f"\n{note}" if note else "")


def end(render: Renderer, address: str, **values: Any) -> str:
    """Return what stands at the end of every page: words, sources, the check, the way to edit."""
    return render("pages/_end.html.j2", address=address, **values)


def _known(render: Renderer, values: dict[str, Any]) -> set[str]:
    """Return the words that a page itself explains: those of the level it is about."""
    level = values.get("level")
    if level is None:
        return set()
    return {word.id for word in render.say.content.words if word.level == level.id}
