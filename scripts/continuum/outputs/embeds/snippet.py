"""Piece -> the HTML that a clinic pastes, and what its own policy must allow."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator

from ...addresses import of_file
from .pieces import USUAL_WIDTH, Piece
from .render import Press

HOST = "v1.js"


def snippet(
    press: Press, script: str = HOST, sri: str = "", **values: str | int
) -> str:
    """Return the HTML that shows a piece: frame, link, script. `values` are src, full, title,
    height and scheme.
    """
    root = press.render.say.publication.url
    html = press.render(
        "embeds/snippet.html.j2", root=root, script=script, sri=sri, **values
    )
    return html.strip()


def snippet_of(press: Press, piece: Piece, **script: str) -> str:
    """Return the HTML that shows one piece, at the width of most pages, on a light page."""
    root = press.render.say.publication.url
    return snippet(
        press,
        **script,
        src=root + piece.framed,
        full=root + piece.full,
        title=piece.title,
        height=press.height(piece, USUAL_WIDTH),
        scheme="light",
    )


def newest(press: Press) -> tuple[str, str]:
    """Return the name of the newest release of the host's script, and its checksum."""
    name = press.released()[-1]
    return name, _checksum(press, name)


def sealed(press: Press) -> Iterator[tuple[str, str]]:
    """Yield the address of each release, and its checksum."""
    for name in press.released():
        yield (
            press.render.say.publication.url + of_file("scripts", name),
            _checksum(press, name),
        )


def policies(press: Press) -> dict[str, str]:
    """Return what a clinic's own policy must allow, for each way to show a piece.

    The slash at the end counts: without it a policy allows a site in a folder nothing but that
    folder's own page.
    """
    site, (name, _) = press.render.say.publication.url, newest(press)
    frame = f"frame-src {site}"
    return {
        "frame": frame,
        "script": f"{frame}; script-src {site}{of_file('scripts', HOST)}",
        "sri": f"{frame}; script-src {site}{of_file('scripts', name)}",
        "self": f"{frame}; script-src 'self'",
    }


def _checksum(press: Press, name: str) -> str:
    """Return what `integrity` says of a release, so that a page can tell it is the one it means."""
    script = press.render.source(f"embeds/released/{name}").encode()
    return "sha384-" + base64.b64encode(hashlib.sha384(script).digest()).decode()
