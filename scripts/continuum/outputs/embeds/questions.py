"""Content -> pieces with questions and their answers: all of them, and those of a level."""

from __future__ import annotations

from collections.abc import Iterator

from ...addresses import at, piece_of
from ...model.level import Level
from ...views import around
from ...views.asked.answers import Answers, by_heading, by_level
from ...views.speaking import Speaker
from .piece import Piece


def questions(say: Speaker) -> Iterator[Piece]:
    """Yield all questions, then those about each level that has some."""
    if groups := by_level(say):
        yield Piece(
            name=piece_of("faq"),
            kind="faq",
            title=say.phrases("faq.title"),
            full=at("faq"),
            review=say.content.review,
            values={
                "level": None,
                "groups": by_heading(say),
                "dangers": say.content.dangers,
            },
        )
    for group in groups:
        if group.level:
            yield _questions_about(say, group.level, group)


def _questions_about(say: Speaker, level: Level, group: Answers) -> Piece:
    dangers = around.dangers(say.content, level)
    return Piece(
        name=piece_of("faq", level.id),
        kind="faq",
        title=say.phrases("embed.faq_of", name=say.called(level)),
        full=at("level", level.id),
        review=level.review,
        values={"level": level, "groups": [group], "dangers": dangers},
    )
