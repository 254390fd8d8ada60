"""Content -> the pieces that other sites can show.

Each has an address below `embed/v1/` that will stay.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...addresses import at, name_of_levels, pair_id, piece_of
from ...model.level import Level
from ...model.site import Word
from ...views import around
from ...views.matrix import Matrix, Row, matrix_of, tables
from ...views.pairs import every_two, in_one_unit, pair, pair_title
from ...views.speaking import Speaker, review_of_all, together
from ...views.states import spreads
from ...views.weeks import LevelWeek, weeks
from .piece import Piece
from .questions import questions
from .sized import cards, pictures


def pieces(say: Speaker) -> Iterator[Piece]:
    """Yield every piece, by kind."""
    content = say.content
    matrix = matrix_of(say)
    yield _table(say, matrix)
    yield from pictures(say)
    for level in content.levels:
        yield from cards(say, level, matrix)

    yield from _weeks(say, matrix)
    yield from _asked_comparisons(say, matrix)
    yield from _pairs(say, matrix)
    yield from _spreads(say)
    yield from questions(say)
    words = sorted(content.words, key=lambda word: word.term.casefold())
    for word in words:
        yield _word(say, word)


def _table(say: Speaker, matrix: Matrix) -> Piece:
    return Piece(
        name=piece_of("levels"),
        kind="levels",
        title=say.phrases("levels.title"),
        full=at("levels"),
        review=review_of_all(say.content),
        values={"tables": tables(say, matrix)},
    )


def _weeks(say: Speaker, matrix: Matrix) -> Iterator[Piece]:
    """Yield the week of each level on the line."""
    hours = matrix.row("hours_per_week")
    found = weeks(say)
    for level in say.content.line_of_levels:
        own = found[level.id]
        yield _week(say, level, hours, own)


def _week(say: Speaker, level: Level, hours: Row, found: LevelWeek) -> Piece:
    values = {
        "level": level,
        "found": found,
        "question": hours.question,
        "hours": hours.cells[level.id],
    }
    return Piece(
        name=piece_of("week", level.id),
        kind="week",
        title=say.phrases("embed.week_of", name=say.called(level)),
        full=at("level", level.id),
        review=level.review,
        values=values,
    )


def _spreads(say: Speaker) -> Iterator[Piece]:
    """Yield how far states differ in the hours of each level for which they name some."""
    for spread in spreads(say):
        level = spread.level
        yield Piece(
            name=piece_of("spread", level.id),
            kind="spread",
            title=say.phrases("embed.spread_of", name=say.called(level)),
            full=f"{at('states')}#{level.id}",
            review=level.review,
            values={"level": level, "spread": spread},
        )


def _asked_comparisons(say: Speaker, matrix: Matrix) -> Iterator[Piece]:
    """Yield the comparisons of several levels that the file asks for."""
    for comparison in say.content.comparisons:
        ids = sorted(comparison.levels, key=lambda id: say.position[id])
        levels = [say.levels[id] for id in ids]
        shorts = [level.short for level in levels]
        names = say.phrases.list(shorts)
        title = say.phrases("embed.many", names=names)
        full = at("levels")
        yield _comparison(say, levels, title, full, matrix)


def _pairs(say: Speaker, matrix: Matrix) -> Iterator[Piece]:
    """Yield the comparisons of every two levels."""
    for a, b in every_two(say.content):
        id = pair_id(a, b)
        full = at("pair", id)
        title = pair_title(say, a, b)
        yield _comparison(say, [a, b], title, full, matrix)


def _comparison(
    say: Speaker, levels: list[Level], title: str, full: str, matrix: Matrix
) -> Piece:
    names = say.phrases.list([level.short for level in levels])
    differences, rows = None, matrix.answered(levels)
    if len(levels) == 2:
        rows = in_one_unit(say, rows, *levels)
        differences = pair(say, *levels).differences

    values = {
        "levels": levels,
        "caption": say.phrases("embed.side_by_side", names=names),
        "differences": differences,
        "dangers": around.dangers(say.content, *levels),
        "rows": rows,
    }
    ids = name_of_levels(level.id for level in levels)
    return Piece(
        name=piece_of("compare", ids),
        kind="compare",
        title=title,
        full=full,
        review=together(level.review for level in levels),
        values=values,
    )


def _word(say: Speaker, word: Word) -> Piece:
    return Piece(
        name=piece_of("word", word.id),
        kind="word",
        title=say.phrases("embed.word_of", name=word.term),
        full=f"{at('words')}#{word.id}",
        review=say.content.review,
        values={"word": word},
    )
