"""A page as it will be published -> what must not be in it, and what must."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import PurePath

from ..addresses import at, levels_in, of_file, path_of, piece_of
from ..model.content import Content
from ..model.site import Danger
from .embeds.weight import too_heavy

INDEX = of_file("index")
MOVED = 'http-equiv="refresh"'
HELP = re.compile(r"<aside\b[^>]*\sdata-help\b")
# What no page may hold: a script of its own, an attribute that runs one, a link that runs one. A
# text in an attribute may look like one, so what this finds is read again by elements.
SUSPECT = re.compile(
    r"<script(?![^>]*\ssrc=)(?![^>]*application/)"
    r"|\son[a-z]+\s*="
    r"|(?:href|src)\s*=\s*[\"']?\s*(?:javascript|data|vbscript):",
    re.I,
)
ADDRESSES = {"href", "src"}
# Here all dangers stand, whatever they are about.
EVERY_DANGER = {
    path_of(at("help")),
    path_of(at("faq")),
    path_of(of_file("pieces", f"{piece_of('faq')}/")),
}
RUNS = ("javascript:", "data:", "vbscript:")


def faults_of(path: PurePath, html: str, content: Content) -> Iterator[str]:
    """Yield what is wrong with a page, or with a piece that other sites show."""
    if SUSPECT.search(html):
        yield from _forbidden(html)
    if MOVED in html:
        return
    if name := _piece(path):
        yield from too_heavy(name, html)
    if not HELP.search(html):
        yield "the help numbers are missing"
    for danger in dangers_on(path, content):
        if f'id="danger-{danger.id}"' not in html:
            yield f"the warning “{danger.title}” is missing"


def _piece(path: PurePath) -> str:
    """Return the name of the piece that stands in a file; nothing where another page does."""
    folder = of_file("pieces")
    inside = path.as_posix().removeprefix(folder)
    if inside == path.as_posix():
        return ""
    return inside.removesuffix(f"/{INDEX}")


def _forbidden(html: str) -> list[str]:
    """Return what is wrong with the elements of a page."""
    reader = _Elements()
    reader.feed(html)
    reader.close()
    return reader.faults


class _Elements(HTMLParser):
    """Looks at each element as browsers do, with its attributes apart."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        own_script = tag == "script" and _has_text_that_runs(values)
        if own_script or any(_runs(name, value) for name, value in values.items()):
            element = self.get_starttag_text() or ""
            self.faults.append(f"{element[:80]} must not stand in a page")


def _has_text_that_runs(script: dict[str, str]) -> bool:
    """Return whether what stands in a script is run, by the attributes of its element."""
    kind = script.get("type", "")
    return "src" not in script and not kind.startswith("application/")


def _runs(name: str, value: str) -> bool:
    """Return whether an attribute runs something, or is an address that does."""
    if name.startswith("on"):
        return True
    return name in ADDRESSES and value.strip().casefold().startswith(RUNS)


def dangers_on(path: PurePath, content: Content) -> list[Danger]:
    """Return the dangers whose card a page or a piece must show."""
    if path.as_posix() in EVERY_DANGER:
        return content.dangers

    topics = {path_of(at("topic", topic.id)): topic.id for topic in content.topics}
    topic = topics.get(path.as_posix())
    levels = levels_of(path)
    found = []
    for danger in content.dangers:
        if levels & set(danger.levels) or topic in danger.topics:
            found.append(danger)
    return found


def levels_of(path: PurePath) -> set[str]:
    """Return the ids of the levels that a page or a piece is about."""
    inside = path.as_posix().removeprefix(of_file("pieces"))
    kind, name, *_ = *inside.split("/"), "", ""
    return set(levels_in(name)) if kind in ("levels", "compare", "faq") else set()
