"""Hand-written pages: Markdown -> pages, with the numbers that they borrow."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown import Markdown
from markupsafe import Markup

from ..addresses import former_addresses, root_of
from ..language.borrowed import PLACEHOLDER
from ..language.grade import Reading, reading
from ..model.base import Review
from ..rendering.output import Output, Page
from ..rendering.page import dated, end
from ..rendering.renderer import Renderer
from ..rendering.text import read
from ..report.problem import ContentError, Findings, Place, Problem
from ..settings import Settings, known_as
from ..views.speaking import Citations
from .drafts import Draft, drafts, files
from .files import redirect
from .headings import Headings, called
from .links import Addresses, Links

# What MkDocs itself always switches on.
ALWAYS = ("toc", "tables", "fenced_code")


def pages(
    render: Renderer, settings: Settings, drafts: list[Draft]
) -> Iterator[Page | Output]:
    """Yield the hand-written pages, each with the small pages that lead to it from where it stood
    before. Raises ContentError for numbers that do not exist.
    """
    known = {}
    for draft in drafts:
        path = draft.path.resolve()
        known[path] = draft.address

    for draft in drafts:
        yield _page(render, settings, draft, known)
        yield from _redirects(render, draft)


def _redirects(render: Renderer, draft: Draft) -> Iterator[Output]:
    former = [one.address for one in draft.said.former]
    for move in former_addresses(draft.way, former):
        yield redirect(render, move)


def _page(
    render: Renderer,
    settings: Settings,
    draft: Draft,
    known: Addresses,
) -> Page:
    review = render.say.content.review
    body = _body(render, settings, draft, known)
    measured = _measured(render, body)
    checked = None if _is_own(render, settings, draft) else review
    around = {"root": root_of(draft.address), "review": checked}

    html = render("pages/prose.html.j2", body=Markup(body), **around)
    html += end(
        render,
        draft.address,
        data=None,
        page_words=[],
        measured=measured,
        on_paper=False,
        citations=Citations(),
        edit=_edit(render, draft),
        **around,
    )
    return _finished(draft, html, review, measured)


def _is_own(render: Renderer, settings: Settings, draft: Draft) -> bool:
    """Return whether it is what a site says of itself, where the facts are another's: nobody
    checked that against sources.
    """
    if settings.folder is None or not render.say.content.facts_from:
        return False
    return draft.path.is_relative_to(settings.folder)


def _body(
    render: Renderer,
    settings: Settings,
    draft: Draft,
    known: Addresses,
) -> str:
    """Return what a page says. Readers are told of an overdue check under its heading."""
    html = _html(settings, draft, _filled(render, draft), known)
    note = dated(render, render.say.content.review)
    return html.replace("</h1>", f"</h1>{note}", 1)


def _finished(
    draft: Draft, html: str, review: Review, measured: Reading | None
) -> Page:
    """Return a draft's page."""
    return Page(
        id="",
        address=draft.address,
        title=draft.title,
        description=draft.said.description,
        html=html,
        review=review,
        reading=measured,
    )


def _measured(render: Renderer, body: str) -> Reading | None:
    """Return how hard a page is to read, where that can be measured."""
    names = render.explained
    if names is None:
        return None

    said = read(body)
    return reading(said.paragraphs(), names)


def _edit(render: Renderer, draft: Draft) -> str:
    """Return the address that opens the page's own file, beside that of `levels.yaml`."""
    folder = draft.path.parents[draft.way.count("/")].name
    edit = render.say.publication.edit
    return edit.replace("content/levels.yaml", f"{folder}/{draft.way}")


def _filled(render: Renderer, draft: Draft) -> str:
    """Return the Markdown of a page with its borrowed numbers."""
    problems = list(_not_there(render, draft))
    if problems:
        file = known_as(draft.path)
        raise ContentError(Findings(problems, file, draft.said.source))
    return render.say.text(draft.said.body)


def _not_there(render: Renderer, draft: Draft) -> Iterator[Problem]:
    for found in PLACEHOLDER.finditer(draft.said.source):
        try:
            render.say.text(found[0])
        except LookupError as error:
            yield Problem(
                place=_place(draft.said.source, found),
                path="",
                text=f"Nothing stands for this: {error.args[0]}.",
                fix="write a number like {{ iop.hours_per_week }}.",
            )


def _place(text: str, found: re.Match) -> Place:
    """Return where in a text something was found."""
    start, end = found.span()
    before = text[:start]
    return Place(
        line=before.count("\n") + 1,
        column=start - before.rfind("\n"),
        width=end - start,
    )


def _html(settings: Settings, draft: Draft, text: str, known: Addresses) -> str:
    """Return a page's Markdown as HTML, with links to other pages' files leading to the pages."""
    links = Links(draft.path, draft.address, known)
    reader = Markdown(
        extensions=[*ALWAYS, *settings.extensions, links, Headings()],
        extension_configs=called(settings.extension_settings),
    )
    return reader.convert(text)


__all__ = ["Draft", "drafts", "files", "pages"]
