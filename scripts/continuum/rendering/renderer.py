"""Templates, set up once: everything escaped, and a name that does not exist is an error."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import rcssmin
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ..addresses import root_of, url_of
from ..language.grade import Reading, known_names, reading
from ..model.base import Review
from ..outputs.embeds.pieces import Piece, pieces
from ..settings import TEMPLATES
from ..views.site import SCHEMES, strip
from ..views.speaking import Citations, Speaker
from .glossary import Glossary
from .structured import structured

# Pages that are lists of words or names themselves.
UNMARKED = {
    "words",
    "search",
    "sources",
    "cite",
    "embed",
    "embed-ready",
    "embed-it",
    "api",
    "guide",
}
LINKED_WORD = re.compile(r'<a class="term"[^>]*>(.*?)</a>')
NEW_TAB = Markup(' target="_blank" rel="noopener"')
# A copy lands among the names and styles of someone else's page.
OWN_NAMES = re.compile(r' (?:class|id|aria-labelledby)="[^"]*"')


@cache
def _environment(templates: Path) -> Environment:
    """Return the templates of a folder, each read into code once; one that changes on the disk is read again."""
    return Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


class Renderer:
    """Renders the site's templates as one speaker says them."""

    def __init__(self, say: Speaker, templates: Path = TEMPLATES):
        self.say = say
        self.glossary = Glossary(say.content.words)
        self.names = known_names(say.content) if say.phrases.language == "en" else None
        self.readings: dict[
            str, tuple[Reading, Review]
        ] = {}  # by path, for the page that lists them
        self.lengths: dict[
            str, int
        ] = {}  # of pieces, in characters, for the page that says how large they are
        self.style = cache(self._style)
        measured = json.loads(
            (templates / "embeds" / "heights.json").read_text(encoding="utf-8")
        )
        self.widths: list[int] = measured["widths"]
        self.heights: dict[str, list[int]] = measured["heights"]
        self.environment = _environment(templates)
        self.shared = {
            "say": say,
            "w": say.phrases,
            "c": say.content,
            "publication": say.publication,
            "strip": strip(say.content),
            "text": say.text,
            "language": say.phrases.language,
            "schemes": SCHEMES,
        }

    def __call__(self, template: str, **values: Any) -> str:
        """Return a template rendered with `values`."""
        return self.environment.get_template(template).render(self.shared | values)

    def page(self, template: str, path: str, same_as: str = "", **values: Any) -> str:
        """Return the body of a page that will stand at `path`, with its sources listed at its end.

        `same_as` is the file of the page that says the same and more, if there is one: paper names its address.
        """
        values = {
            "citations": Citations(),
            "root": root_of(path),
            "review": self.say.content.review,
            **values,
        }
        body = self(f"pages/{template}.html.j2", **values)
        body, terms = (
            (body, [])
            if template in UNMARKED
            else self.glossary.mark(body, self._known(values))
        )
        if template.startswith("sheet"):
            body, terms = (
                LINKED_WORD.sub(r"\1", body),
                [],
            )  # on paper the long form is enough
        measured = reading(body, self.names) if self.names else None
        if measured:
            self.readings[path] = measured, values["review"]
        data = structured(self.say, template, url_of(path), body, values)
        return self.dated(body, values["review"]) + self(
            "pages/_end.html.j2",
            data=data,
            edit=self.say.edit(values.get("line", 1)),
            page_words=terms,
            measured=measured,
            sheet=template.startswith("sheet"),
            address=url_of(same_as or path),
            **values,
        )

    def dated(self, html: str, review: Review, after: str = "</h1>") -> str:
        """Return a page that says under its title, before any number, if its check is overdue."""
        said = self.say.overdue(review)
        note = self("pages/_overdue.html.j2", said=said) if said else ""
        return html.replace(after, f"{after}\n{note}", 1) if note else html

    @cached_property
    def pieces(self) -> dict[str, Piece]:
        """Every piece that other sites can show, by its name."""
        return {piece.name: piece for piece in pieces(self.say)}

    def piece(self, piece: Piece) -> str:
        """Return a piece as a document of its own that other sites can frame. It needs no script, and its policy lets it fetch nothing but its two."""
        style, style_hash = self.style(piece.kind)
        values = {
            "citations": Citations(),
            "root": "../" * (piece.name.count("/") + 3),
            "copy": False,
            "new_tab": NEW_TAB,
            **piece.values,
        }
        body = Markup(self(f"embeds/{piece.kind}.html.j2", **values))
        return self(
            "embeds/piece.html.j2",
            piece=piece,
            body=body,
            style=style,
            style_hash=style_hash,
            **values,
        )

    def copy(self, piece: Piece) -> str:
        """Return a piece as plain HTML to paste into a page: no style, no script, no picture, and the day it was made from."""
        values = {
            "citations": Citations(),
            "root": self.say.publication.url,
            "copy": True,
            "new_tab": "",
            **piece.values,
        }
        body = Markup(self(f"embeds/{piece.kind}.html.j2", **values))
        html = self("embeds/copy.html.j2", piece=piece, body=body, **values)
        return re.sub(r"\s*\n\s*", "\n", OWN_NAMES.sub("", html)).strip() + "\n"

    def height(self, piece: Piece, width: int) -> int:
        """Return how high a piece is in a frame of that width, in pixels: as measured, else as high as the highest of its kind."""
        at = self.widths.index(width)
        if piece.name in self.heights:
            return self.heights[piece.name][at]
        kin = [
            heights[at]
            for name, heights in self.heights.items()
            if name.split("/")[0] == piece.name.split("/")[0]
        ]
        return max(kin, default=600)

    def source(self, name: str) -> str:
        """Return a file beside the templates as it is."""
        return self.environment.loader.get_source(self.environment, name)[0]

    def released(self) -> list[str]:
        """Return the names of the releases of the script for other pages, the oldest first."""
        names = self.environment.list_templates(
            filter_func=lambda name: name.startswith("embeds/released/")
        )
        return sorted(
            (name.rsplit("/", 1)[1] for name in names),
            key=lambda name: [int(part) for part in re.findall(r"\d+", name)],
        )

    def _style(self, kind: str) -> tuple[Markup, str]:
        """Return the style of a kind of piece, and the name that a policy calls it by."""
        style = rcssmin.cssmin(self("styles/piece.css.j2", kind=kind))
        return Markup(style), "sha256-" + base64.b64encode(
            hashlib.sha256(style.encode()).digest()
        ).decode()

    def _known(self, values: dict[str, Any]) -> set[str]:
        """Return the words that the page itself explains: those of the level it is about."""
        level = values.get("level")
        return {
            word.id
            for word in self.say.content.words
            if level and word.level == level.id
        }
