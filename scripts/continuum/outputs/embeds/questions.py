"""Content -> pieces with questions and their answers: all of them, and those of a level."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from ...addresses import at, piece_of
from ...model.level import Level
from ...model.question import Answer
from ...views import around
from ...views.asked.answers import by_heading
from ...views.asked.of_level import of_level
from ...views.speaking import Speaker
from .piece import Piece


@dataclass(frozen=True, slots=True)
class Group:
    """Questions under one title, or without one."""

    title: str
    items: list[Answer]


def questions(say: Speaker) -> Iterator[Piece]:
    """Yield all questions, then those that concern each level, where there are some."""
    groups = [Group(found.title, found.items) for found in by_heading(say)]
    if groups:
        yield Piece(
            name=piece_of("faq"),
            kind="faq",
            title=say.phrases("faq.title"),
            full=at("faq"),
            review=say.content.review,
            values={
                "level": None,
                "groups": groups,
                "more": [],
                "dangers": say.content.dangers,
            },
        )
    for level in say.content.levels:
        found = of_level(say, level)
        if found:
            yield _questions_about(say, level, found)


def _questions_about(say: Speaker, level: Level, found: list[Answer]) -> Piece:
    return Piece(
        name=piece_of("faq", level.id),
        kind="faq",
        title=say.phrases("embed.faq_of", name=say.called(level)),
        full=at("level", level.id),
        review=level.review,
        values={
            "level": level,
            "groups": [Group("", found)],
            "more": [],
            "dangers": around.dangers(say.content, level),
        },
    )


def answers_in(piece: Piece) -> int:
    """Return how many answers a piece with questions holds."""
    return sum(len(group.items) for group in piece.values["groups"])


def shortened(piece: Piece, count: int) -> Piece:
    """Return a piece with its first answers alone; the questions after them lead to the site."""
    items = (item for group in piece.values["groups"] for item in group.items)
    more = list(islice(items, count, None))
    groups, left = [], count
    for group in piece.values["groups"]:
        kept = group.items[:left]
        left -= len(kept)
        if kept:
            groups.append(Group(group.title, kept))
    return replace(piece, values={**piece.values, "groups": groups, "more": more})
