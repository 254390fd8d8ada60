"""Content -> the pieces that there are in three sizes: a level's card, and the picture.

A large piece shows all that there is, a medium one the facts asked for first, a small one a single
fact.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...addresses import PIECES, at, piece_of
from ...model.level import Level
from ...views import around, figures
from ...views.diagram import continuum_diagram, small_bars
from ...views.diagram.bands import runs
from ...views.diagram.parts import Diagram
from ...views.diagram.scale import any_counted, hours_of
from ...views.matrix import MAIN, Matrix, Row
from ...views.speaking import Speaker, review_of_all
from .piece import Piece


def pictures(say: Speaker) -> Iterator[Piece]:
    """Yield the picture of the line of levels in each size."""
    diagram = continuum_diagram(say)
    title = say.phrases("continuum.title")
    for size in ("", *PIECES["continuum"].sizes):
        yield Piece(
            name=piece_of("continuum", size=size),
            kind="continuum",
            title=_titled(say, title, size),
            full="",
            review=review_of_all(say.content),
            values=_picture(say, diagram, size),
            heading=title,
            size=size,
        )


def _picture(say: Speaker, diagram: Diagram, size: str) -> dict[str, Any]:
    """Return what the picture shows in a size."""
    heading = say.phrases("continuum.title")
    values: dict[str, Any] = {"diagram": diagram, "dangers": [], "heading": heading}
    if size == "medium":
        values["scale"] = (
            small_bars(say) if any_counted(say.content.line_of_levels) else None
        )
        values["bands"] = list(_bands(say))
    return values


def _bands(say: Speaker) -> Iterator[tuple[str, list[tuple[Level, str]]]]:
    """Yield where people sleep, with the levels there, one after the other, and their hours."""
    for where, levels in runs(say.content):
        yield where, [(level, hours_of(say, level)) for level in levels]


def cards(say: Speaker, level: Level, matrix: Matrix) -> Iterator[Piece]:
    """Yield the card of a level in each size."""
    title = say.name(level)
    for size in ("", *PIECES["level"].sizes):
        yield Piece(
            name=piece_of("level", level.id, size),
            kind="level",
            title=_titled(say, title, size),
            full=at("level", level.id),
            review=level.review,
            values=_card(say, level, matrix, size),
            heading=title,
            size=size,
        )


def _card(say: Speaker, level: Level, matrix: Matrix, size: str) -> dict[str, Any]:
    """Return what a card shows in a size."""
    values: dict[str, Any] = {
        "level": level,
        "dangers": around.dangers(say.content, level),
    }
    if size == "small":
        row = _first(level, matrix)
        name = "" if row.id == "hours_per_week" else _short_name(say, row)
        return {**values, "fact": (name, row.cells[level.id])}

    # A card opens with what the level is.
    asked = [row for row in matrix.answered([level]) if row.id != "what"]
    if size == "medium":
        asked = [row for row in asked if row.id in MAIN]
    values["facts"] = [(_short_name(say, row), row.cells[level.id]) for row in asked]
    values["unknown"] = figures.unknown(say, level)
    return values


def _first(level: Level, matrix: Matrix) -> Row:
    """Return the one question that the smallest card answers: how many hours a week, or, where no
    one says that, where people sleep, which is known of every level.
    """
    hours = matrix.row("hours_per_week")
    if hours.cells[level.id].silent:
        return matrix.row("sleep")
    return hours


def _short_name(say: Speaker, row: Row) -> str:
    """Return a question as a card names its answer; one that no card names is asked in full."""
    name = f"level.{row.id}"
    if not say.phrases.has(name):
        return row.question

    return say.phrases(name)


def _titled(say: Speaker, title: str, size: str) -> str:
    """Return the title of a piece in a size: each frame on a page needs one of its own."""
    if not size:
        return title
    return say.phrases(f"embed.titled.{size}", title=title)
