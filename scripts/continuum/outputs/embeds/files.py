"""Pieces for other sites, their dated copies, what a pasted link becomes, and the scripts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from math import ceil
from typing import Any

import rjsmin

from ...addresses import oembed_of, of_file
from ...rendering.output import Output, Page
from ...rendering.renderer import Renderer
from . import pages
from .piece import WORDPRESS_MOST, Piece
from .render import Press, plain_brackets
from .weight import weight

SCRIPTS = {
    "v1.js": "host",
    "v1/child.js": "child",
    "v1/accent.js": "accent",
    "v1/choose.js": "choose",
}
A_DAY = 86_400  # seconds
NEAR = 5  # among so many of the shortest and of the longest are the lightest and the heaviest
STEP = 500  # bytes: the size of a piece is told in whole steps


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
        yield Output(
            path=f"{piece.address}index.html",
            body=html.encode(),
        )
        yield from _naming_the_site(press, piece)

    yield from _scripts(press)
    sizes = list(_sizes(press, lengths))
    yield pages.for_it(render, press, sizes)


def links(render: Renderer, made: Iterable[Page], taken: set[str]) -> Iterator[Output]:
    """Yield what a pasted link to a page without a piece becomes: a link with the page's title.
    `taken` are the paths of those that have one.
    """
    if not render.say.publication.url:
        return
    for page in made:
        name = oembed_of(page.address)
        if not page.id or not name:
            continue

        about = _about(render, page.title)
        about["type"] = "link"
        link = _json(name, about)
        if link.path not in taken:
            yield link


def _naming_the_site(press: Press, piece: Piece) -> Iterator[Output]:
    """Yield the dated copy of a piece, and what a pasted link to it becomes.

    Both hold the address of the site, so there is none where the site does not know it.
    """
    if not press.render.say.publication.url:
        return

    copy = press.copy(piece)
    yield Output(
        path=f"{piece.address}copy.txt",
        body=copy.encode(),
    )
    rich = _rich(press, piece)
    yield _json(piece.name, rich)


def _scripts(press: Press) -> Iterator[Output]:
    """Yield the script for the page that shows a piece, those inside pieces, and the releases that
    never change.
    """
    for name, source in SCRIPTS.items():
        script = _script(press, source)
        yield _served(name, script)

    for name in press.released():
        file = f"embeds/released/{name}"
        release = press.render.source(file)
        yield _served(name, release)


def _served(name: str, script: str) -> Output:
    return Output(
        path=of_file("scripts", name),
        body=script.encode(),
    )


def _rich(press: Press, piece: Piece) -> dict[str, Any]:
    """Return a piece as oEmbed has it. The quote stands first: WordPress shows it until the piece
    has said how high it is.
    """
    render = press.render
    whole = press.height(piece, piece.width)
    height = min(whole, WORDPRESS_MOST)
    html = render(
        "embeds/oembed.html.j2",
        piece=piece,
        height=height,
        root=render.say.publication.url,
    )
    heights = {}
    for width in press.widths:
        heights[str(width)] = press.height(piece, width)

    return {
        **_about(render, piece.title),
        "type": "rich",
        "width": piece.width,
        "height": height,
        "html": plain_brackets(html.strip()),
        "heights": heights,
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
    text = json.dumps(data, ensure_ascii=False)
    lines = f"{text}\n"
    return Output(
        path=of_file("oembed", f"{name}.json"),
        body=lines.encode(),
    )


def _script(press: Press, source: str) -> str:
    """Return a script without what only its authors need."""
    file = f"embeds/{source}.js"
    typed = press.render.source(file)
    return rjsmin.jsmin(typed)


def _sizes(press: Press, lengths: dict[str, int]) -> Iterator[tuple[str, int]]:
    """Yield what each file weighs when compressed, in bytes: the scripts, and, rounded up, the
    smallest and the largest piece.
    """
    for source in SCRIPTS.values():
        name = f"{source}_file"
        script = _script(press, source)
        yield name, weight(script)

    by_length = sorted(lengths, key=lengths.get)
    shortest = by_length[:NEAR]
    longest = by_length[-NEAR:]
    smallest = min(_weights(press, shortest))
    largest = max(_weights(press, longest))
    yield "smallest", _rounded_up(smallest)
    yield "largest", _rounded_up(largest)


def _rounded_up(size: int) -> int:
    """Return a size that stays the same, as a rule, when a word of a piece changes: else the page
    would be among those that every such change reports.
    """
    return ceil(size / STEP) * STEP


def _weights(press: Press, names: list[str]) -> Iterator[int]:
    """Yield what the documents of some pieces weigh."""
    for name in names:
        piece = press.pieces[name]
        html = press.document(piece)
        yield weight(html)
