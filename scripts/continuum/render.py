"""Templates, set up once: everything escaped, and a name that does not exist is an error."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from .glossary import Glossary
from .model import Review
from .reading import Reading, known_names, reading
from .structured import structured
from .views import SCHEMES, Citations, Views

# Pages that are lists of words or names themselves.
UNMARKED = {"words", "search", "sources", "cite"}
LINKED_WORD = re.compile(r'<a class="term"[^>]*>(.*?)</a>')
TEMPLATES = Path(__file__).resolve().parents[2] / "overrides" / "templates"


class Renderer:
    """Renders the site's templates from one set of views."""

    def __init__(self, views: Views, templates: Path = TEMPLATES):
        self.views = views
        self.glossary = Glossary(views.continuum.words)
        self.names = known_names(views.continuum) if views.words.language == "en" else None
        self.readings: dict[str, tuple[Reading, Review]] = {}  # by path, for the page that lists them
        self.environment = Environment(
            loader=FileSystemLoader(templates),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.environment.globals.update(
            v=views, w=views.words, c=views.continuum, site=views.site, text=views.text, language=views.words.language, schemes=SCHEMES
        )

    def __call__(self, template: str, **values: Any) -> str:
        """Return a template rendered with `values`."""
        return self.environment.get_template(template).render(**values)

    def page(self, template: str, path: str, same_as: str = "", **values: Any) -> str:
        """Return the body of a page that will stand at `path`, with its sources listed at its end.

        `same_as` is the file of the page that says the same and more, if there is one: paper names its address.
        """
        values = {"citations": Citations(), "root": root_of(path), "review": self.views.continuum.review, **values}
        body = self(f"pages/{template}.html.j2", **values)
        body, terms = (body, []) if template in UNMARKED else self.glossary.mark(body, self._known(values))
        if template.startswith("sheet"):
            body, terms = LINKED_WORD.sub(r"\1", body), []  # on paper the long form is enough
        measured = reading(body, self.names) if self.names else None
        if measured:
            self.readings[path] = measured, values["review"]
        data = structured(self.views, template, url_of(path), body, values)
        return body + self(
            "pages/_end.html.j2",
            data=data,
            edit=self.views.edit(values.get("line", 1)),
            page_words=terms,
            measured=measured,
            sheet=template.startswith("sheet"),
            address=url_of(same_as or path),
            **values,
        )

    def _known(self, values: dict[str, Any]) -> set[str]:
        """Return the words that the page itself explains: those of the level it is about."""
        level = values.get("level")
        return {word.id for word in self.views.continuum.words if level and word.level == level.id}


def url_of(path: str) -> str:
    """Return the address of a page's file, from the root of the site: `levels/iop.md` -> `levels/iop/`."""
    stem = path.removesuffix(".md")
    return stem.removesuffix("index") if stem == "index" or stem.endswith("/index") else f"{stem}/"


def root_of(path: str) -> str:
    """Return the way from a page to the root of the site: `../../`."""
    return "../" * url_of(path).count("/") or "./"
