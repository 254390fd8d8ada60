"""Pieces for other sites, their dated copies, what a pasted link becomes, and the scripts."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from typing import Any

import rjsmin

from ...addresses import oembed_of, of_file
from ...rendering.output import Output, Page
from ...rendering.renderer import Renderer
from . import pages
from .pieces import USUAL_WIDTH, WORDPRESS_MOST, Piece
from .render import Press

SCRIPTS = {
    "v1.js": "host",
    "v1/child.js": "child",
    "v1/choose.js": "choose",
}
A_DAY = 86_400  # seconds
NEAR = 5  # among so many of the shortest and of the longest are the lightest and the heaviest


def everything(render: Renderer) -> Iterator[Output | Page]:
    """Yield all that is for other sites: the pages that hand it out, every piece, the scripts, and
    last the page for an IT department, which says what the others weigh.
    """
    press = Press(render)
    yield pages.builder(render, press)
    yield pages.ready(render, press)
    lengths = {}
    for piece in press.pieces.values():
        html = press.document(piece)
        lengths[piece.name] = len(html)
        yield Output(f"{piece.address}index.html", html.encode())
        if render.say.publication.url:  # these name it
            yield Output(f"{piece.address}copy.txt", press.copy(piece).encode())
            yield _json(piece.name, _rich(press, piece))
    yield from _scripts(press)
    yield pages.for_it(render, press, list(_sizes(press, lengths)))


def links(render: Renderer, made: Iterable[Page], taken: set[str]) -> Iterator[Output]:
    """Yield what a pasted link to a page without a piece becomes: a link with the page's title.
    `taken` are the paths of those that have one.
    """
    if not render.say.publication.url:
        return
    for page in made:
        name = oembed_of(page.address)
        found = _json(name, _about(render, page.title) | {"type": "link"})
        if page.id and name and found.path not in taken:
            yield found


def _scripts(press: Press) -> Iterator[Output]:
    """Yield the script for the page that shows a piece, those inside pieces, and the releases that
    never change.
    """
    for name, source in SCRIPTS.items():
        yield Output(of_file("scripts", name), _script(press, source))
    for name in press.released():
        body = press.render.source(f"embeds/released/{name}").encode()
        yield Output(of_file("scripts", name), body)


def _rich(press: Press, piece: Piece) -> dict[str, Any]:
    """Return a piece as oEmbed has it. The quote stands first: WordPress shows it until the piece
    has said how high it is.
    """
    render, height = press.render, min(press.height(piece, USUAL_WIDTH), WORDPRESS_MOST)
    root = render.say.publication.url
    html = render(
        "embeds/oembed.html.j2", piece=piece, height=height, root=root
    ).strip()
    return _about(render, piece.title) | {
        "type": "rich",
        "width": USUAL_WIDTH,
        "height": height,
        "html": html,
        "heights": {str(width): press.height(piece, width) for width in press.widths},
    }


def _about(render: Renderer, title: str) -> dict[str, Any]:
    say = render.say
    return {
        "version": "1.0",
        "title": title,
        "provider_name": say.content.site.name,
        "provider_url": say.publication.url,
        "cache_age": A_DAY,
    }


def _json(name: str, data: dict[str, Any]) -> Output:
    body = json.dumps(data, ensure_ascii=False) + "\n"
    return Output(of_file("oembed", f"{name}.json"), body.encode())


def _script(press: Press, source: str) -> bytes:
    return rjsmin.jsmin(press.render.source(f"embeds/{source}.js")).encode()


def _sizes(press: Press, lengths: dict[str, int]) -> Iterator[tuple[str, int]]:
    """Yield what each file weighs when compressed, in bytes: the scripts, and the smallest and the
    largest piece.
    """
    for source in SCRIPTS.values():
        yield f"{source}_file", _weight(_script(press, source))
    by_length = sorted(press.pieces.values(), key=lambda piece: lengths[piece.name])
    yield "smallest", min(_weights(press, by_length[:NEAR]))
    yield "largest", max(_weights(press, by_length[-NEAR:]))


def _weights(press: Press, found: list[Piece]) -> Iterator[int]:
    return (_weight(press.document(piece).encode()) for piece in found)


def _weight(body: bytes) -> int:
    return len(gzip.compress(body, 9, mtime=0))
