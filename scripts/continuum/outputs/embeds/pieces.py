"""Content -> the pieces that other sites can show.

Each has an address below `embed/v1/` that will stay.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ...addresses import at, name_of_levels, of_file, pair_id, piece_of
from ...model.base import Review
from ...model.level import Level
from ...model.site import Word
from ...views import around, figures
from ...views.asked.answers import Answers, by_heading, by_level
from ...views.diagram import continuum_diagram
from ...views.matrix import Matrix, Row, matrix_of, tables
from ...views.pairs import every_two, pair, pair_title
from ...views.speaking import Speaker, review_of_all, together
from ...views.weeks import LevelWeek, weeks

# The width, in pixels, for which a snippet states a height: that of the text of most pages.
USUAL_WIDTH = 640
# WordPress makes no frame higher.
WORDPRESS_MOST = 1000


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece, with the values that its kind's template shows.

    `full` is the address of the page that says the same and more, from the root of the site.
    """

    name: str
    kind: str
    title: str
    full: str
    review: Review
    values: dict[str, Any]

    @property
    def address(self) -> str:
        """Where it stands, from the root of the site."""
        return of_file("pieces", f"{self.name}/")

    @property
    def framed(self) -> str:
        """The address for a frame in a light page.

        A frame's style may say so too, but Safari, WordPress and site builders do not pass it on.
        """
        return f"{self.address}?theme=light"

    @property
    def canonical(self) -> str:
        """The address of the full page, without the place on it."""
        page, _, _ = self.full.partition("#")
        return page


def pieces(say: Speaker) -> Iterator[Piece]:
    """Yield every piece, by kind."""
    content = say.content
    matrix = matrix_of(say)
    yield _table(say, matrix)
    yield _picture(say)
    for level in content.levels:
        yield _card(say, level, matrix)

    yield from _weeks(say, matrix)
    yield from _asked_comparisons(say, matrix)
    yield from _pairs(say, matrix)
    yield from _questions(say)
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


def _picture(say: Speaker) -> Piece:
    return Piece(
        name=piece_of("continuum"),
        kind="continuum",
        title=say.phrases("continuum.title"),
        full="",
        review=review_of_all(say.content),
        values={"diagram": continuum_diagram(say)},
    )


def _card(say: Speaker, level: Level, matrix: Matrix) -> Piece:
    facts = []
    for row in matrix.answered([level]):
        if row.id != "what":  # the card opens with it
            name = _short_name(say, row)
            facts.append((name, row.cells[level.id]))

    values = {
        "level": level,
        "dangers": around.dangers(say.content, level),
        "facts": facts,
        "unknown": figures.unknown(say, level),
    }
    return Piece(
        name=piece_of("level", level.id),
        kind="level",
        title=say.name(level),
        full=at("level", level.id),
        review=level.review,
        values=values,
    )


def _short_name(say: Speaker, row: Row) -> str:
    """Return a question as a card names its answer; one that no card names is asked in full."""
    name = f"level.{row.id}"
    if not say.phrases.has(name):
        return row.question

    return say.phrases(name)


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
    differences = None
    if len(levels) == 2:
        two = pair(say, *levels)
        differences = two.differences

    values = {
        "levels": levels,
        "caption": say.phrases("embed.side_by_side", names=names),
        "differences": differences,
        "dangers": around.dangers(say.content, *levels),
        "rows": matrix.answered(levels),
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


def _questions(say: Speaker) -> Iterator[Piece]:
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


def _word(say: Speaker, word: Word) -> Piece:
    return Piece(
        name=piece_of("word", word.id),
        kind="word",
        title=say.phrases("embed.word_of", name=word.term),
        full=f"{at('words')}#{word.id}",
        review=say.content.review,
        values={"word": word},
    )
