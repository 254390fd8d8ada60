"""Pieces for other sites, their dated copies, the scripts that size them, what a pasted link becomes, and the pages that hand all this out."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
from collections.abc import Iterator
from itertools import groupby

import rjsmin

from ...addresses import oembed_of
from ...rendering.output import Output, Page
from ...rendering.renderer import Renderer
from ...views.around import answers, example
from .pieces import USUAL_WIDTH, WORDPRESS_MOST, Piece

SCRIPTS = {"v1.js": "host", "v1/child.js": "child", "v1/choose.js": "choose"}
# Tokens that the builder's script replaces in a snippet.
TOKENS = {name: f"{{{name}}}" for name in ("src", "full", "title", "height", "scheme")}

NEAR = 5  # among so many of the shortest and of the longest is the one that weighs least, or most


def embeds(render: Renderer) -> Iterator[Output]:
    """Yield every piece; where the site's own address is known, its copy and what a pasted link becomes, since these name it."""
    for piece in render.pieces.values():
        html = render.piece(piece)
        render.lengths[piece.name] = len(html)
        yield Output(f"{piece.address}index.html", html.encode())
        if render.say.publication.url:
            yield Output(f"{piece.address}copy.txt", render.copy(piece).encode())
            yield _json(piece.name, _rich(render, piece))


def scripts(render: Renderer) -> Iterator[Output]:
    """Yield the script for the page that shows a piece, those inside pieces, and the releases that never change."""
    for name, source in SCRIPTS.items():
        yield Output(f"embed/{name}", _script(render, source))
    for name in render.released():
        yield Output(f"embed/{name}", render.source(f"embeds/released/{name}").encode())


def links(render: Renderer, made: list[Page]) -> Iterator[Output]:
    """Yield what a pasted link to a page without a piece becomes: a link with the page's title."""
    for page in made:
        name = oembed_of(page.path)
        if render.say.publication.url and name and name not in render.pieces:
            yield _json(name, _about(render, page.title) | {"type": "link"})


def builder(render: Renderer) -> Iterator[Page]:
    """Yield the page on which a clinic chooses a piece and takes it."""
    say, w = render.say, render.say.phrases
    lettered = [
        level for level in say.content.levels if level.acronym
    ] or say.content.levels
    first = next(
        (level for level in lettered if level.acronym == example(say.content)),
        lettered[0],
    )
    piece = render.pieces[f"levels/{first.id}"]
    name, sri = _newest(render)
    html = render.page(
        "embed",
        "embed/index.md",
        heading=w("embed.title"),
        lead=w("embed.in_short"),
        asked=[group.level for group in answers(say) if group.level],
        piece=piece,
        first=first,
        pair=lettered[lettered.index(first) :][:2],
        words=[
            piece.values["word"]
            for piece in render.pieces.values()
            if piece.kind == "word"
        ],
        sets=" ".join(
            name.split("/")[1]
            for name, piece in render.pieces.items()
            if piece.kind == "compare"
        ),
        pattern=snippet(render, **TOKENS),
        sealed=snippet(render, **TOKENS, script=name, sri=sri),
        snippet=_snippet_of(render, piece),
        sealed_snippet=_snippet_of(render, piece, script=name, sri=sri),
        copy=render.copy(piece),
        policy=_policies(render)["sri"],
        heights=[render.height(piece, width) for width in render.widths],
    )
    yield Page(
        "embed/index.md", w("embed.title"), w("embed.in_short"), html, searchable=False
    )


def ready(render: Renderer) -> Iterator[Page]:
    """Yield the list of every piece, ready to paste, for readers without scripts."""
    w = render.say.phrases
    kinds = [
        (kind, [(piece, _snippet_of(render, piece)) for piece in found])
        for kind, found in _by_kind(render)
    ]
    html = render.page(
        "embed-ready",
        "embed/ready.md",
        heading=w("embed.ready_title"),
        lead=w("embed.ready_short"),
        kinds=kinds,
    )
    yield Page(
        "embed/ready.md",
        w("embed.ready_title"),
        w("embed.ready_short"),
        html,
        searchable=False,
    )


def for_it(render: Renderer) -> Iterator[Page]:
    """Yield what an IT department asks: what a piece loads, sends and stores, and how to host it oneself."""
    w = render.say.phrases
    sealed = [
        (
            f"{render.say.publication.url}embed/{name}",
            _sri(render.source(f"embeds/released/{name}").encode()),
        )
        for name in render.released()
    ]
    html = render.page(
        "embed-it",
        "embed/it.md",
        heading=w("embed.it_title"),
        lead=w("embed.it_short"),
        sizes=_sizes(render),
        policies=list(_policies(render).items()),
        sealed=sealed,
    )
    yield Page(
        "embed/it.md", w("embed.it_title"), w("embed.it_short"), html, searchable=False
    )


def snippet(
    render: Renderer, script: str = "v1.js", sri: str = "", **values: str | int
) -> str:
    """Return the HTML that shows a piece: frame, link, script. `values` are src, full, title, height and scheme."""
    return render(
        "embeds/snippet.html.j2",
        root=render.say.publication.url,
        script=script,
        sri=sri,
        **values,
    ).strip()


def _snippet_of(render: Renderer, piece: Piece, **script: str) -> str:
    root = render.say.publication.url
    height = render.height(piece, USUAL_WIDTH)
    return snippet(
        render,
        **script,
        src=root + piece.framed,
        full=root + piece.full,
        title=piece.title,
        height=height,
        scheme="light",
    )


def _rich(render: Renderer, piece: Piece) -> dict:
    """Return a piece as oEmbed has it. The quote stands first: WordPress shows it until the piece has said how high it is."""
    height = min(render.height(piece, USUAL_WIDTH), WORDPRESS_MOST)
    html = render(
        "embeds/oembed.html.j2",
        piece=piece,
        height=height,
        root=render.say.publication.url,
    ).strip()
    heights = {str(width): render.height(piece, width) for width in render.widths}
    return _about(render, piece.title) | {
        "type": "rich",
        "width": USUAL_WIDTH,
        "height": height,
        "html": html,
        "heights": heights,
    }


def _about(render: Renderer, title: str) -> dict:
    say = render.say
    return {
        "version": "1.0",
        "title": title,
        "provider_name": say.content.site.name,
        "provider_url": say.publication.url,
        "cache_age": 86_400,
    }


def _json(name: str, data: dict) -> Output:
    return Output(
        f"oembed/{name}.json", (json.dumps(data, ensure_ascii=False) + "\n").encode()
    )


def _by_kind(render: Renderer) -> Iterator[tuple[str, list[Piece]]]:
    """Yield the pieces of each kind, in the order in which the builder offers them."""
    order = render.say.phrases.names("embed.kind")
    for kind, found in groupby(
        sorted(render.pieces.values(), key=lambda piece: order.index(piece.kind)),
        lambda piece: piece.kind,
    ):
        yield kind, list(found)


def _script(render: Renderer, source: str) -> bytes:
    return rjsmin.jsmin(render.source(f"embeds/{source}.js")).encode()


def _newest(render: Renderer) -> tuple[str, str]:
    """Return the name of the newest release of the host's script, and its checksum."""
    name = render.released()[-1]
    return name, _sri(render.source(f"embeds/released/{name}").encode())


def _sri(script: bytes) -> str:
    return "sha384-" + base64.b64encode(hashlib.sha384(script).digest()).decode()


def _policies(render: Renderer) -> dict[str, str]:
    """Return what a clinic's own policy must allow, for each way to show a piece.

    The slash at the end counts: without it a policy allows a site in a folder nothing but that folder's own page.
    """
    site, (name, _) = render.say.publication.url, _newest(render)
    frame = f"frame-src {site}"
    return {
        "frame": frame,
        "script": f"{frame}; script-src {site}embed/v1.js",
        "sri": f"{frame}; script-src {site}embed/{name}",
        "self": f"{frame}; script-src 'self'",
    }


def _sizes(render: Renderer) -> Iterator[tuple[str, int]]:
    """Yield what each file weighs when compressed, in bytes: the scripts, and the smallest and the largest piece."""
    for source in SCRIPTS.values():
        yield f"{source}_file", _weight(_script(render, source))
    by_length = sorted(
        render.pieces.values(), key=lambda piece: render.lengths[piece.name]
    )
    ends = (("smallest", min, by_length[:NEAR]), ("largest", max, by_length[-NEAR:]))
    yield from (
        (name, choose(_weight(render.piece(piece).encode()) for piece in found))
        for name, choose, found in ends
    )


def _weight(body: bytes) -> int:
    return len(gzip.compress(body, 9, mtime=0))
