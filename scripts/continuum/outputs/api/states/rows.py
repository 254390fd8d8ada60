"""Speaker -> the numbers of the states as rows of text, for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterator

from ....views.speaking import Speaker
from .. import shape
from ..envelope import LICENCE, found_at
from .fill_states import filled_states

COLUMNS = [
    "state",
    "level",
    "figure",
    "audience",
    "number",
    "min",
    "max",
    "under",
    "unit",
    "until",
    "counts",
    "note",
    "whose",
    "basis",
    "sources",
    "url",
    "licence",
]


def rows(say: Speaker) -> Iterator[list[str]]:
    """Yield the names of the columns, then a row for each number that a state says."""
    yield COLUMNS
    for state in filled_states(say).states:
        for told in state.claims:
            yield _row(say, state, told)


def _row(say: Speaker, state: shape.State, told: shape.StateClaim) -> list[str]:
    claim = told.claim
    return [
        state.id,
        told.level,
        told.figure,
        claim.audience,
        claim.text,
        *(_amount(end) for end in (claim.min, claim.max, claim.under)),
        claim.unit,
        str(told.until or ""),
        claim.counts or "",
        claim.note or "",
        claim.whose.name,
        claim.basis or "",
        " ".join(found_at(say, id) for id in claim.sources),
        f"{state.url}#{told.level if claim.whose.id == state.id else claim.whose.id}",
        LICENCE,
    ]


def _amount(value: int | float | None) -> str:
    return "" if value is None else str(value)
