"""Hand-written pages: Markdown -> pages, with the numbers that they borrow; and the files beside
them, as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import yaml
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from ..addresses import address_of_file, root_of
from ..language.borrowed import PLACEHOLDER
from ..language.grade import reading
from ..reading.characters import decode
from ..rendering.output import Output, Page
from ..rendering.page import dated, end
from ..rendering.renderer import Renderer
from ..rendering.text import read
from ..report.problem import ContentError, Findings, Place, Problem
from ..settings import Settings, known_as
from ..views.speaking import Citations

FRONT = re.compile(r"---\n(.*?\n)---\n(.*)", re.S)
# What MkDocs itself always switches on.
ALWAYS = ("toc", "tables", "fenced_code")


@dataclass(frozen=True, slots=True)
class Draft:
    """A hand-written page before its numbers are filled in."""

    path: Path
    address: str
    title: str
    description: str
    text: str


def drafts(settings: Settings) -> list[Draft]:
    """Return the hand-written pages, by their file's name. Raises ContentError for one that is not
    saved as UTF-8.
    """
    return [_draft(settings, path) for path in sorted(settings.pages.rglob("*.md"))]


def pages(render: Renderer, settings: Settings, drafts: list[Draft]) -> Iterator[Page]:
    """Yield the hand-written pages. Raises ContentError for numbers that do not exist."""
    known = {draft.path.resolve(): draft.address for draft in drafts}
    for draft in drafts:
        yield _page(render, settings, draft, known)


def files(settings: Settings) -> Iterator[Output]:
    """Yield every other file of the folder, as it is."""
    for path in sorted(settings.pages.rglob("*")):
        inside = path.relative_to(settings.pages)
        hidden = any(part.startswith(".") for part in inside.parts)
        if path.is_file() and path.suffix != ".md" and not hidden:
            yield Output(inside.as_posix(), path.read_bytes())


def _draft(settings: Settings, path: Path) -> Draft:
    name = known_as(path)
    text = decode(path.read_bytes(), name)
    parted = FRONT.match(text)
    front = _front(parted[1], name, text) if parted else {}
    heading = re.search(r"(?m)^# +(.+)$", text)
    title = front.get("title") or (heading[1] if heading else path.stem.capitalize())
    address = address_of_file(path.relative_to(settings.pages).as_posix())
    return Draft(path, address, str(title), str(front.get("description") or ""), text)


def _front(typed: str, file: str, text: str) -> dict[str, Any]:
    """Return what stands between the two lines of dashes at the start of a page. Raises
    ContentError where it cannot be read.
    """
    try:
        found = yaml.safe_load(typed) or {}
    except yaml.YAMLError:
        found = None
    if not isinstance(found, dict):
        told = "What stands between the two lines of dashes cannot be read."
        fix = "write a name, a colon and a text on each line; quote a text that holds a colon."
        problem = Problem(Place(2), "", told, fix)
        raise ContentError(Findings([problem], file, text))
    return found


def _page(
    render: Renderer, settings: Settings, draft: Draft, known: dict[Path, str]
) -> Page:
    say = render.say
    body = _html(settings, draft, _filled(render, draft), known)
    body = body.replace("</h1>", f"</h1>{dated(render, say.content.review)}", 1)
    said = read(body).paragraphs()
    counted = reading(said, render.explained) if render.explained else None
    values: dict[str, Any] = {
        "root": root_of(draft.address),
        "review": say.content.review,
    }
    html = render("pages/prose.html.j2", body=Markup(body), **values)
    html += end(
        render,
        draft.address,
        data=None,
        page_words=[],
        measured=counted,
        on_paper=False,
        citations=Citations(),
        edit=_edit(render, settings, draft),
        **values,
    )
    review = say.content.review
    return Page(
        "", draft.address, draft.title, draft.description, html, review, reading=counted
    )


def _edit(render: Renderer, settings: Settings, draft: Draft) -> str:
    """Return the address that opens the page's own file, beside that of `levels.yaml`."""
    inside = draft.path.relative_to(settings.pages.parent).as_posix()
    return render.say.publication.edit.replace("content/levels.yaml", inside)


def _filled(render: Renderer, draft: Draft) -> str:
    """Return the Markdown of a page with its borrowed numbers."""
    if problems := list(_not_there(render, draft)):
        raise ContentError(Findings(problems, known_as(draft.path), draft.text))
    parted = FRONT.match(draft.text)
    return render.say.text(parted[2] if parted else draft.text)


def _not_there(render: Renderer, draft: Draft) -> Iterator[Problem]:
    for found in PLACEHOLDER.finditer(draft.text):
        try:
            render.say.text(found[0])
        except LookupError as error:
            before = draft.text[: found.start()]
            column = found.start() - before.rfind("\n")
            place = Place(before.count("\n") + 1, column, len(found[0]))
            text = f"Nothing stands for this: {error.args[0]}."
            fix = "write a number like {{ iop.hours_per_week }}."
            yield Problem(place, "", text, fix)


def _html(settings: Settings, draft: Draft, text: str, known: dict[Path, str]) -> str:
    """Return a page's Markdown as HTML, with links to other pages' files leading to the pages."""
    reader = Markdown(
        extensions=[*ALWAYS, *settings.extensions, _Links(draft, known)],
        extension_configs=settings.extension_settings,
    )
    return reader.convert(text)


class _Links(Extension):
    """Turns links to files into links to the pages that are made from them."""

    def __init__(self, draft: Draft, known: dict[Path, str]):
        super().__init__()
        self.draft, self.known = draft, known

    def extendMarkdown(self, md: Markdown) -> None:
        """Put the step behind all others."""
        md.treeprocessors.register(_Step(md, self.draft, self.known), "links", 0)


class _Step(Treeprocessor):
    def __init__(self, md: Markdown, draft: Draft, known: dict[Path, str]):
        super().__init__(md)
        self.draft, self.known = draft, known

    def run(self, root: Element) -> None:
        """Change the links of a page."""
        for link in root.iter("a"):
            parts = urlsplit(link.get("href", ""))
            if parts.scheme or parts.netloc or not parts.path.endswith(".md"):
                continue
            target = (self.draft.path.parent / parts.path).resolve()
            address = self.known.get(target)
            if address is not None:
                anchor = f"#{parts.fragment}" if parts.fragment else ""
                link.set("href", root_of(self.draft.address) + address + anchor)
