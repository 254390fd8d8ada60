"""A page as it will be published -> what must not be in it, and what must."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from ..addresses import levels_in, of_file
from ..model.content import Content

MOVED = 'http-equiv="refresh"'
HELP = re.compile(r"<aside\b[^>]*\sdata-help\b")
# What no page may hold: a script of its own, an attribute that runs one, a link that runs one.
FORBIDDEN = re.compile(
    r"<script(?![^>]*\ssrc=)(?![^>]*application/)"
    r"|<[a-z][^>]*\son[a-z]+\s*="
    r"|(?:href|src)\s*=\s*[\"']?\s*(?:javascript|data|vbscript):",
    re.I,
)


def faults_of(path: PurePath, html: str, content: Content) -> Iterator[str]:
    """Yield what is wrong with a page, or with a piece that other sites show."""
    if found := FORBIDDEN.search(html):
        yield f"{found[0][:80]} must not stand in a page"
    if MOVED in html:
        return
    if not HELP.search(html):
        yield "the help numbers are missing"
    levels = levels_of(path)
    for danger in content.dangers:
        if levels & set(danger.levels) and f'id="danger-{danger.id}"' not in html:
            yield f"the warning “{danger.title}” is missing"


def levels_of(path: PurePath) -> set[str]:
    """Return the ids of the levels that a page or a piece is about."""
    inside = path.as_posix().removeprefix(of_file("pieces"))
    kind, name, *_ = *inside.split("/"), "", ""
    return set(levels_in(name)) if kind in ("levels", "compare", "faq") else set()
