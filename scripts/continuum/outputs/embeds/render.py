"""Pieces -> the HTML that other sites frame, or paste as a copy."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from functools import cache

import rcssmin
from markupsafe import Markup

from ...addresses import root_of
from ...rendering.renderer import Renderer
from ...views.speaking import Citations
from .pieces import Piece, pieces

NEW_TAB = Markup(' target="_blank" rel="noopener"')
# A copy lands among the names and styles of someone else's page.
OWN_NAMES = re.compile(
    r' (?:class|id|aria-labelledby|data-[\w-]+)(?:="[^"]*")?(?=[ >])'
)
UNKNOWN_HEIGHT = 600  # pixels, where no piece of a kind was ever measured


class Press:
    """Renders the pieces of one site."""

    def __init__(self, render: Renderer):
        self.render = render
        self.pieces = {piece.name: piece for piece in pieces(render.say)}
        self.style = cache(self._style)
        measured = json.loads(render.source("embeds/heights.json"))
        self.widths: list[int] = measured["widths"]
        self.heights: dict[str, list[int]] = measured["heights"]

    def document(self, piece: Piece) -> str:
        """Return a piece as a document of its own that other sites can frame. It needs no script,
        and its policy lets it fetch nothing but its two.
        """
        style, style_hash = self.style(piece.kind)
        values = {
            "citations": Citations(),
            "root": root_of(piece.address),
            "copy": False,
            "new_tab": NEW_TAB,
            **piece.values,
        }
        body = Markup(self.render(f"embeds/{piece.kind}.html.j2", **values))
        return self.render(
            "embeds/piece.html.j2",
            piece=piece,
            body=body,
            style=style,
            style_hash=style_hash,
            **values,
        )

    def copy(self, piece: Piece) -> str:
        """Return a piece as plain HTML to paste into a page: no style, no script, no picture, and
        the day it was made from.
        """
        values = {
            "citations": Citations(),
            "root": self.render.say.publication.url,
            "copy": True,
            "new_tab": "",
            **piece.values,
        }
        body = Markup(self.render(f"embeds/{piece.kind}.html.j2", **values))
        html = self.render("embeds/copy.html.j2", piece=piece, body=body, **values)
        return re.sub(r"\s*\n\s*", "\n", OWN_NAMES.sub("", html)).strip() + "\n"

    def height(self, piece: Piece, width: int) -> int:
        """Return how high a piece is in a frame of that width, in pixels: as measured, else as
        high as the highest of its kind.
        """
        at = self.widths.index(width)
        if piece.name in self.heights:
            return self.heights[piece.name][at]
        kind = piece.name.split("/")[0]
        kin = [
            heights[at]
            for name, heights in self.heights.items()
            if name.split("/")[0] == kind
        ]
        return max(kin, default=UNKNOWN_HEIGHT)

    def released(self) -> list[str]:
        """Return the names of the releases of the script for other pages, the oldest first."""
        return sorted(self.render.names("embeds/released"), key=_version)

    def _style(self, kind: str) -> tuple[Markup, str]:
        """Return the style of a kind of piece, and the name that a policy calls it by."""
        style = rcssmin.cssmin(self.render("styles/piece.css.j2", kind=kind))
        digest = hashlib.sha256(style.encode()).digest()
        return Markup(style), "sha256-" + base64.b64encode(digest).decode()


def _version(name: str) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", name)]
