"""Piece -> the HTML that a clinic pastes, and what its own policy must allow."""

from __future__ import annotations

from collections.abc import Iterator

from ...addresses import of_file
from .piece import Piece
from .render import Press, checksum, plain_brackets

HOST = "v1.js"


def snippet(
    press: Press, script: str = HOST, sri: str = "", **values: str | int
) -> str:
    """Return the HTML that shows a piece: frame, link, script. `values` are src, full, title,
    height and scheme.
    """
    html = press.render(
        "embeds/snippet.html.j2",
        root=press.render.say.publication.url,
        script=script,
        sri=sri,
        **values,
    )
    return plain_brackets(html.strip())


def snippet_of(press: Press, piece: Piece, **script: str) -> str:
    """Return the HTML that shows one piece, at the width it is made for, on a light page."""
    root = press.render.say.publication.url
    return snippet(
        press,
        **script,
        src=root + piece.framed,
        full=root + piece.full,
        title=piece.title,
        height=press.height(piece, piece.width),
        scheme="light",
    )


def newest(press: Press) -> str:
    """Return the name of the newest release of the host's script."""
    releases = press.released()
    return releases[-1]


def sealed(press: Press) -> Iterator[tuple[str, str]]:
    """Yield the address of each release, and its checksum."""
    root = press.render.say.publication.url
    for name in press.released():
        path = of_file("scripts", name)
        address = root + path
        yield address, seal_of(press, name)


def policies(press: Press) -> dict[str, str]:
    """Return what a clinic's own policy must allow, for each way to show a piece.

    The slash at the end counts: without it a policy allows a site in a folder nothing but that
    folder's own page.
    """
    site = press.render.say.publication.url
    name = newest(press)
    host = of_file("scripts", HOST)
    release = of_file("scripts", name)
    frame = f"frame-src {site}"
    return {
        "frame": frame,
        "script": f"{frame}; script-src {site}{host}",
        "sri": f"{frame}; script-src {site}{release}",
        "self": f"{frame}; script-src 'self'",
    }


def seal_of(press: Press, name: str) -> str:
    """Return what `integrity` says of a release, so that a page can tell it is the one it means."""
    file = f"embeds/released/{name}"
    script = press.render.source(file)
    return checksum("sha384", script)
