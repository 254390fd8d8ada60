"""Speaker -> the table of all levels as rows of text, for spreadsheets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ...addresses import at
from ...model.base import Sourced
from ...model.level import Level
from ...views.matrix import Row, matrix_of
from ...views.speaking import Speaker, sources_of
from .envelope import LICENCE, found_at

# What stands of a level before the answers.
FIRST_COLUMNS = ["id", "name", "acronym", "place", "url", "checked", "licence"]
# Each question has three columns: the answer, whose number it is, where its sources are found.
COLUMNS_OF_A_QUESTION = ["", "_whose", "_sources"]
# A spreadsheet runs a cell that begins like this as a formula. The wide signs are typed on
# Chinese and Japanese keyboards.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
AFTER_SEMICOLON = re.compile(rf'(;[\s"]*)(?=[{re.escape("".join(FORMULA))}])')


def table(say: Speaker) -> Iterator[list[str]]:
    """Yield the matrix as rows of text: the names of the columns, then one row for each level."""
    rows = matrix_of(say).rows
    yield _columns(rows)
    for level in say.content.levels:
        cells = _level(say, level)
        for row in rows:
            cells += _answer(say, row, level)
        yield cells


def disarmed(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula, nor a part of it.

    Where numbers are written with a comma, spreadsheets end a cell at a semicolon.
    """
    safe = AFTER_SEMICOLON.sub(r"\1'", text)
    if not safe.startswith(FORMULA):
        return safe
    return f"'{safe}"


def _columns(rows: Iterable[Row]) -> list[str]:
    columns = list(FIRST_COLUMNS)
    for row in rows:
        for end in COLUMNS_OF_A_QUESTION:
            columns.append(row.id + end)
    return columns


def _level(say: Speaker, level: Level) -> list[str]:
    return [
        level.id,
        level.name,
        level.acronym or "",
        level.place,
        say.publication.url + at("level", level.id),
        level.review.checked.isoformat(),
        LICENCE,
    ]


def _answer(say: Speaker, row: Row, level: Level) -> list[str]:
    cell = row.cells[level.id]
    lines = [cell.text, *cell.small]
    return [
        " · ".join(lines),
        cell.whose,
        _found_at(say, cell.sourced),
    ]


def _found_at(say: Speaker, sourced: Iterable[Sourced]) -> str:
    """Return where the sources of a cell are found, with a space between; for one without an
    address, where our page says why.
    """
    return " ".join(found_at(say, id) for id in sources_of(sourced))
