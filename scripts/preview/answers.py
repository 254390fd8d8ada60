"""An address -> what a browser gets: a file of the site, or what its pages need to follow edits."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import quote

from continuum.model.own import palette
from continuum.report.panel import panel
from continuum.settings import TEMPLATES
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from .editing import Editing
from .pages import File

HTML = "text/html; charset=utf-8"
CSS = "text/css; charset=utf-8"
SCRIPT = "text/javascript; charset=utf-8"
TYPES = {
    ".html": HTML,
    ".css": CSS,
    ".js": SCRIPT,
    ".json": "application/json; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
}
SAID = '<p class="editing-said" role="status"></p>'  # where a screen reader is told


@dataclass(frozen=True, slots=True)
class Answer:
    """What a browser gets. `type` is that of the body; `location` is where it must look instead."""

    status: int
    type: str
    body: bytes
    location: str = ""


class Answers:
    """What browsers get while someone edits the site."""

    def __init__(self, editing: Editing):
        self.editing, self.news = editing, editing.news
        templates = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
        )
        # The preview is no part of the site, and keeps its own look whatever that is.
        templates.globals["palette"] = palette(None)
        # Read once: what shows that a template is broken must not break with it.
        self.list = templates.get_template("preview/problems.html.j2")
        self.alone = templates.get_template("preview/alone.html.j2")
        self.head = templates.get_template("preview/head.html.j2")
        self.style = templates.get_template("preview/style.css.j2").render()
        self.script = (TEMPLATES / "preview" / "follow.js").read_bytes()

    def of_the_site(self, address: str) -> Answer:
        """Return what stands at an address of the site."""
        with self.editing.held():
            if file := self.editing.file(address):
                return self._shown(200, file)
            folder = f"{address}/"
            if self.editing.file(folder):
                return Answer(302, HTML, b"", location=quote(f"/{folder}"))
            if lost := self.editing.lost():
                return self._shown(404, lost)
            return self._nothing_yet()

    def of_the_preview(self, name: str) -> Answer:
        """Return a file that pages need to follow edits."""
        if name == "problems":
            html = self._problems()
            return Answer(200, HTML, html.encode())
        if name == "style.css":
            return Answer(200, CSS, self.style.encode())
        if name == "follow.js":
            return Answer(200, SCRIPT, self.script)
        return Answer(404, HTML, b"")

    def _shown(self, status: int, file: File) -> Answer:
        if file.page:
            return Answer(status, HTML, self._following(file.body))
        kind = TYPES.get(Path(file.path).suffix, "application/octet-stream")
        return Answer(status, kind, file.body)

    def _nothing_yet(self) -> Answer:
        """Return a page that holds nothing but the list of what is wrong."""
        html = self.alone.render(panel=panel(self.news.found))
        page = self._following(html.encode(), alone=True)
        return Answer(503, HTML, page)

    def _following(self, page: bytes, alone: bool = False) -> bytes:
        """Return a page with what makes it follow edits, and with the list of what is wrong."""
        edition = self.news.edition
        head = self.head.render(asdict(edition))
        over = self._problems(alone)
        page = _with(page, "</head>", f"{head}</head>")
        return _with(page, "<body>", f"<body>{over}{SAID}")

    def _problems(self, alone: bool = False) -> str:
        """Return the list of what is wrong; `alone` where there is no page below it."""
        shown = panel(self.news.found)
        return self.list.render(panel=shown, alone=alone)


def _with(page: bytes, tag: str, instead: str) -> bytes:
    """Return a page with something else in the place of the first such tag."""
    return page.replace(tag.encode(), instead.encode(), 1)
