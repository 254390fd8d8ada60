"""The pages that hand out pieces: the builder, the list of all, and what an IT department asks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ...addresses import of_file
from ...model.level import Level
from ...rendering.output import Page
from ...rendering.page import page
from ...rendering.renderer import Renderer
from ...views.around import answers, example
from .pieces import USUAL_WIDTH, Piece
from .render import Press
from .snippet import newest, policies, sealed, snippet, snippet_of

# Tokens that the builder's script replaces in a snippet.
TOKENS = {name: f"{{{name}}}" for name in ("src", "full", "title", "height", "scheme")}


def builder(render: Renderer, press: Press) -> Page:
    """Return the page on which a clinic chooses a piece and takes it."""
    say, levels = render.say, _lettered(render)
    first = _example(render, levels)
    piece = press.pieces[f"levels/{first.id}"]
    name, checksum = newest(press)
    pieces = press.pieces.values()
    return _page(
        render,
        "embed",
        lead="embed.in_short",
        asked=[group.level for group in answers(say) if group.level],
        piece=piece,
        first=first,
        pair=levels[levels.index(first) :][:2],
        words=[one.values["word"] for one in pieces if one.kind == "word"],
        sets=" ".join(
            one.name.split("/")[1] for one in pieces if one.kind == "compare"
        ),
        pattern=snippet(press, **TOKENS),
        sealed=snippet(press, **TOKENS, script=name, sri=checksum),
        snippet=snippet_of(press, piece),
        sealed_snippet=snippet_of(press, piece, script=name, sri=checksum),
        copy=press.copy(piece),
        policy=policies(press)["sri"],
        heights=[press.height(piece, width) for width in press.widths],
        width=USUAL_WIDTH,
        download=of_file("scripts", name),
    )


def ready(render: Renderer, press: Press) -> Page:
    """Return the list of every piece, ready to paste, for readers without scripts."""
    kinds = [
        (kind, [(piece, snippet_of(press, piece)) for piece in found])
        for kind, found in _by_kind(press)
    ]
    return _page(render, "embed-ready", lead="embed.ready_short", kinds=kinds)


def for_it(render: Renderer, press: Press, sizes: list[tuple[str, int]]) -> Page:
    """Return what an IT department asks: what a piece loads, sends and stores, and how to host it
    oneself. `sizes` are in bytes.
    """
    return _page(
        render,
        "embed-it",
        lead="embed.it_short",
        sizes=sizes,
        policies=list(policies(press).items()),
        sealed=list(sealed(press)),
    )


def _page(render: Renderer, id: str, lead: str, **values: object) -> Page:
    w = render.say.phrases
    titles = {
        "embed": "embed.title",
        "embed-ready": "embed.ready_title",
        "embed-it": "embed.it_title",
    }
    said = w(lead)
    return page(render, id, title=w(titles[id]), description=said, lead=said, **values)


def _lettered(render: Renderer) -> list[Level]:
    """Return the levels that have letters; all where none has."""
    levels = render.say.content.levels
    return [level for level in levels if level.acronym] or levels


def _example(render: Renderer, levels: list[Level]) -> Level:
    """Return the level that the builder begins with: the one that the home page names."""
    heard = example(render.say.content)
    return next((level for level in levels if level.acronym == heard), levels[0])


def _by_kind(press: Press) -> Iterator[tuple[str, list[Piece]]]:
    """Yield the pieces of each kind, in the order in which the builder offers them."""
    order = press.render.say.phrases.names("embed.kind")
    ordered = sorted(press.pieces.values(), key=lambda piece: order.index(piece.kind))
    for kind, found in groupby(ordered, lambda piece: piece.kind):
        yield kind, list(found)
