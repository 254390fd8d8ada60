"""The pages that hand out pieces: the builder, the list of all, and what an IT department asks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from ...addresses import PIECES, of_file, piece_of
from ...model.level import Level
from ...rendering.output import Page
from ...rendering.page import compose
from ...rendering.renderer import Renderer
from ...views.around import example
from ..pages.opening import named
from .piece import PHONE_WIDTH, USUAL_WIDTH, Piece
from .render import Press
from .snippet import newest, policies, seal_of, sealed, snippet, snippet_of

# A piece itself is the large one.
SIZES = ("", "medium", "small")
# Tokens that the builder's script replaces in a snippet.
TOKENS = {name: f"{{{name}}}" for name in ("src", "full", "title", "height", "scheme")}


def builder(render: Renderer, press: Press) -> Page:
    """Return the page on which a clinic chooses a piece and takes it."""
    levels = _lettered(render)
    first = _example(render, levels)
    piece = press.pieces[piece_of("level", first.id)]
    return compose(
        render,
        "embed",
        named(render, "embed"),
        first=first,
        pair=levels[levels.index(first) :][:2],
        **_offered(render, press),
        **_shown(press, piece),
        **_handed_out(press, piece),
    )


def _offered(render: Renderer, press: Press) -> dict[str, Any]:
    """Return what the builder lets a clinic choose from, but for the levels."""
    pieces = press.pieces.values()
    words = [piece for piece in pieces if piece.kind == "word"]
    comparisons = [piece for piece in pieces if piece.kind == "compare"]
    questions = [
        piece for piece in pieces if piece.kind == "faq" and piece.values["level"]
    ]
    there = {piece.kind for piece in pieces}
    kinds = [(kind, entry) for kind, entry in PIECES.items() if kind in there]
    sized = [kind for kind, entry in kinds if entry.sizes]
    sets = [piece.name.split("/")[1] for piece in comparisons]
    return {
        "kinds": kinds,
        "of_levels": " ".join(kind for kind, entry in kinds if entry.of == "levels"),
        "levels": list(_kinds_by_level(render, press)),
        "sized": " ".join(sized),
        "sizes": SIZES,
        "asked": [piece.values["level"] for piece in questions],
        "words": [piece.values["word"] for piece in words],
        "sets": " ".join(sets),
    }


def _kinds_by_level(render: Renderer, press: Press) -> Iterator[tuple[Level, str]]:
    """Yield every level with the kinds of pieces that there are of it."""
    for level in render.say.content.levels:
        kinds = []
        for kind, entry in PIECES.items():
            if entry.of == "levels" and piece_of(kind, level.id) in press.pieces:
                kinds.append(kind)
        yield level, " ".join(kinds)


def _shown(press: Press, piece: Piece) -> dict[str, Any]:
    """Return the piece that the builder begins with, and its sizes."""
    return {
        "piece": piece,
        "on_phone": press.height(piece, PHONE_WIDTH),
        "in_column": press.height(piece, USUAL_WIDTH),
        "width": USUAL_WIDTH,
    }


def _handed_out(press: Press, piece: Piece) -> dict[str, str]:
    """Return what a clinic takes with it, and the patterns from which the builder's script makes
    the same for other pieces.
    """
    name = newest(press)
    seal = {
        "script": name,
        "sri": seal_of(press, name),
    }
    return {
        "pattern": snippet(press, **TOKENS),
        "sealed": snippet(press, **TOKENS, **seal),
        "snippet": snippet_of(press, piece),
        "sealed_snippet": snippet_of(press, piece, **seal),
        "copy": press.copy(piece),
        "policy": policies(press)["sri"],
        "download": of_file("scripts", name),
    }


def ready(render: Renderer, press: Press) -> Page:
    """Return the list of every piece, ready to paste, for readers without scripts."""
    kinds = []
    for kind, pieces in _by_kind(press):
        ready = [(piece, snippet_of(press, piece)) for piece in pieces]
        kinds.append((kind, ready))

    return compose(
        render,
        "embed-ready",
        named(render, "embed-ready"),
        kinds=kinds,
    )


def for_it(render: Renderer, press: Press, sizes: list[tuple[str, int]]) -> Page:
    """Return what an IT department asks: what a piece loads, sends and stores, and how to host it
    oneself. `sizes` are in bytes.
    """
    allowed = policies(press)
    return compose(
        render,
        "embed-it",
        named(render, "embed-it"),
        sizes=sizes,
        policies=list(allowed.items()),
        sealed=list(sealed(press)),
    )


def _lettered(render: Renderer) -> list[Level]:
    """Return the levels that have letters; all where none has."""
    levels = render.say.content.levels
    lettered = [level for level in levels if level.acronym]
    return lettered or levels


def _example(render: Renderer, levels: list[Level]) -> Level:
    """Return the level that the builder begins with: the one that the home page names."""
    heard = example(render.say.content)
    for level in levels:
        if level.acronym == heard:
            return level

    return levels[0]


def _by_kind(press: Press) -> Iterator[tuple[str, list[Piece]]]:
    """Yield the pieces of each kind, in the order in which the builder offers them."""
    order = list(PIECES)
    pieces = press.pieces.values()
    ordered = sorted(pieces, key=lambda piece: order.index(piece.kind))
    by_kind = groupby(ordered, key=lambda piece: piece.kind)
    for kind, found in by_kind:
        yield kind, list(found)
