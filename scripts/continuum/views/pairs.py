"""Two levels -> what differs between them, what is the same, and how people move."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from math import isinf

from ..model.claim import LengthClaim
from ..model.content import Content
from ..model.level import Level, Step
from .contrasts import CONTRASTS, Sentence
from .figures import Cell, first_headline
from .matrix import Row
from .speaking import Speaker, capitalized

NEAR = 2  # levels after one with which it is often compared


@dataclass(frozen=True, slots=True)
class Move:
    """A step from one level to another, and when people take it."""

    start: Level
    end: Level
    step: Step


@dataclass(frozen=True, slots=True)
class Pair:
    """Two levels side by side, in the order of the file."""

    a: Level
    b: Level
    differences: tuple[Sentence, ...]
    same: tuple[Sentence, ...]
    moves: tuple[Move, ...]


def every_two(content: Content) -> Iterator[tuple[Level, Level]]:
    """Yield every two levels, in the order of the file."""
    return combinations(content.levels, 2)


def often_compared(content: Content) -> list[tuple[Level, Level]]:
    """Return the levels that people are told of, each with the next two of them, in order; without
    such levels, those of the line.
    """
    told = [level for level in content.levels if level.heard] or content.line_of_levels
    return [
        (a, b)
        for place, a in enumerate(told)
        for b in told[place + 1 : place + 1 + NEAR]
    ]


def in_one_unit(say: Speaker, rows: list[Row], a: Level, b: Level) -> list[Row]:
    """Return the questions about two levels; where the lengths of a stay are told in two units,
    both are told in days as well.
    """
    claims = {level.id: first_headline(level, "length") for level in (a, b)}
    units = {claim.unit for claim in claims.values() if claim}
    if len(units) < 2:
        return rows
    told = []
    for row in rows:
        if row.id == "length":
            cells = {
                id: _in_days(say, row.cells[id], claim) for id, claim in claims.items()
            }
            row = replace(row, cells=cells)
        told.append(row)
    return told


def _in_days(say: Speaker, cell: Cell, claim: LengthClaim) -> Cell:
    if claim.unit == "days":
        return cell
    span = claim.span
    high = None if isinf(span.high) else span.high
    ends = {
        "min": span.low or None,
        "max": None if span.open else high,
        "under": high if span.open else None,
    }
    days = claim.model_copy(update=ends | {"unit": "days"})
    told = say.phrases("compare.in_days", range=say.phrases.range(days))
    return replace(cell, small=(told, *cell.small))


def ordered(say: Speaker, a: Level, b: Level) -> tuple[Level, Level]:
    """Return the two in the order of the file."""
    first = say.position[a.id]
    second = say.position[b.id]
    if first < second:
        return a, b
    return b, a


def close_pairs(say: Speaker, level: Level) -> list[tuple[Level, Level]]:
    """Return the pairs that a level's own page leads to: its steps, its neighbors in the file."""
    others: dict[str, None] = {}
    for step in (*level.steps_down, *level.steps_up):
        others[step.to] = None

    place = say.position[level.id]
    before = max(0, place - 1)
    for near in say.content.levels[before : place + 2]:
        if near is not level:
            others[near.id] = None

    found = []
    for id in others:
        other = say.levels[id]
        found.append(ordered(say, level, other))
    return found


def pair_title(say: Speaker, a: Level, b: Level) -> str:
    """Return the question that a comparison answers."""
    title = say.phrases(
        "compare.pair",
        a=say.called(a),
        b=say.called(b),
    )
    return capitalized(title)


def pair(say: Speaker, a: Level, b: Level) -> Pair:
    """Return what differs between two levels, what is the same, and the steps between them."""
    differences, same = [], []
    for contrast in CONTRASTS:
        found = contrast(say, a, b)
        if found:
            sentence = replace(found, text=capitalized(found.text))
            kind = same if found.same else differences
            kind.append(sentence)
    return Pair(
        a=a,
        b=b,
        differences=tuple(differences),
        same=tuple(same),
        moves=(*_moves(a, b), *_moves(b, a)),
    )


def _moves(start: Level, end: Level) -> Iterator[Move]:
    steps = [
        *start.steps_up,
        *start.steps_down,
    ]
    for step in steps:
        if step.to == end.id:
            yield Move(start, end, step)
