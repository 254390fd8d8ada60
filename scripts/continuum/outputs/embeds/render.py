"""Pieces -> the HTML that other sites frame, or paste as a copy."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections import defaultdict
from functools import cache
from typing import Any

import rcssmin
from markupsafe import Markup

from ...addresses import root_of, sort_of_piece
from ...rendering.renderer import Renderer
from ...views.speaking import Citations
from .piece import Piece
from .pieces import pieces
from .weight import fitting

NEW_TAB = Markup(' target="_blank" rel="noopener"')
# A copy lands among the names and styles of someone else's page.
OWN_NAMES = re.compile(
    r' (?:class|id|aria-labelledby|translate|data-[\w-]+)(?:="[^"]*")?(?=[ >])'
)
BARE = re.compile(r"<span>([^<]*)</span>")
LINE_END = re.compile(r"\s*\n\s*")
UNKNOWN_HEIGHT = 600  # pixels, where no piece of a kind was ever measured


class Press:
    """Renders the pieces of one site.

    `heights` are in pixels, by the names of pieces: one for each of the `widths` of a frame.
    `highest` are those of the highest piece of each kind and size.
    """

    render: Renderer
    pieces: dict[str, Piece]
    widths: list[int]
    heights: dict[str, list[int]]
    highest: dict[tuple[str, str], list[int]]

    def __init__(self, render: Renderer):
        self.render = render
        self.pieces = {}
        for piece in pieces(render.say):
            self.pieces[piece.name] = piece

        source = render.source("embeds/heights.json")
        measured = json.loads(source)
        self.widths = measured["widths"]
        self.heights = measured["heights"]
        self.highest = _highest(self.heights, len(self.widths))
        self.style = cache(self._style)

    def document(self, piece: Piece) -> str:
        """Return a piece as a document of its own that other sites can frame. It needs no script,
        and its policy lets it fetch nothing but ours.
        """
        return fitting(piece, self._document)

    def _document(self, piece: Piece) -> str:
        style, style_hash = self.style(piece.kind, piece.size)
        values = {
            **piece.values,
            "citations": Citations(),
            "root": root_of(piece.address),
            "copy": False,
            "new_tab": NEW_TAB,
        }
        return self.render(
            "embeds/piece.html.j2",
            piece=piece,
            body=self._body(piece, values),
            style=style,
            style_hash=style_hash,
            **values,
        )

    def copy(self, piece: Piece) -> str:
        """Return a piece as plain HTML to paste into a page: no style, no script, no picture, and
        the day it was made from.
        """
        values = {
            **piece.values,
            "citations": Citations(),
            "root": self.render.say.publication.url,
            "copy": True,
            "new_tab": "",
        }
        html = self.render(
            "embeds/copy.html.j2",
            piece=piece,
            body=self._body(piece, values),
            **values,
        )
        nameless = OWN_NAMES.sub("", html)
        bare = BARE.sub(r"\1", nameless)
        flat = LINE_END.sub("\n", bare)
        return plain_brackets(flat.strip()) + "\n"

    def height(self, piece: Piece, width: int) -> int:
        """Return how high a piece is in a frame of that width, in pixels: as measured, else as
        high as the highest of its kind and size.
        """
        column = self.widths.index(width)
        heights = (
            self.heights.get(piece.name) or self.highest[sort_of_piece(piece.name)]
        )
        return heights[column]

    def released(self) -> list[str]:
        """Return the names of the releases of the script for other pages, the oldest first."""
        names = self.render.names("embeds/released")
        return sorted(names, key=_version)

    def _body(self, piece: Piece, values: dict[str, Any]) -> Markup:
        """Return what a piece shows, in the form that `values` ask for."""
        html = self.render(piece.template, **values)
        return Markup(html)

    def _style(self, kind: str, size: str) -> tuple[Markup, str]:
        """Return the style of a kind of piece in a size, and the name that a policy calls it by."""
        typed = self.render("styles/piece.css.j2", kind=kind, size=size)
        style = rcssmin.cssmin(typed)
        name = checksum("sha256", style)
        shown = Markup(style)
        return shown, name


def plain_brackets(html: str) -> str:
    """Return HTML in which WordPress finds no name of a shortcode to run, whatever a title says."""
    return html.replace("[", "&#91;").replace("]", "&#93;")


def checksum(algorithm: str, text: str) -> str:
    """Return the checksum of a text as a policy and `integrity` write it."""
    body = text.encode()
    made = hashlib.new(algorithm, body)
    digest = made.digest()
    letters = base64.b64encode(digest)
    said = letters.decode()
    return f"{algorithm}-{said}"


def _highest(
    heights: dict[str, list[int]], widths: int
) -> dict[tuple[str, str], list[int]]:
    """Return how high the highest piece of each kind and size is, at each width."""
    found: dict[tuple[str, str], list[int]] = defaultdict(
        lambda: [UNKNOWN_HEIGHT] * widths
    )
    by_sort = defaultdict(list)
    for name, own in heights.items():
        by_sort[sort_of_piece(name)].append(own)

    for sort, measured in by_sort.items():
        found[sort] = [max(column) for column in zip(*measured, strict=True)]
    return found


def _version(name: str) -> list[int]:
    """Return the numbers in the name of a release, in order."""
    numbers = []
    for digits in re.findall(r"\d+", name):
        number = int(digits)
        numbers.append(number)

    return numbers
