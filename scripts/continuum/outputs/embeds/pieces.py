"""Content -> the pieces that other sites can show. Each has an address below `embed/v1/` that will stay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ...model.base import Review
from ...model.level import Level
from ...views.diagram import continuum_diagram
from ...views.speaking import Speaker, together

# The width, in pixels, for which a snippet states a height: that of the text of most pages.
USUAL_WIDTH = 640
# WordPress makes no frame higher.
WORDPRESS_MOST = 1000


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece. `full` is the address of the page that says the same and more, from the root of the site."""

    name: str
    kind: str
    title: str
    full: str
    review: Review
    values: dict[str, Any]

    @property
    def address(self) -> str:
        """Where it stands, from the root of the site."""
        return f"embed/v1/{self.name}/"

    @property
    def framed(self) -> str:
        """The address for a frame in a light page. A frame's style may say so too, but Safari, WordPress and site builders do not pass it on."""
        return f"{self.address}?theme=light"

    @property
    def canonical(self) -> str:
        """The address of the full page, without the place on it."""
        return self.full.split("#")[0]


def pieces(say: Speaker) -> Iterator[Piece]:
    """Yield every piece, by kind."""
    w, content, review = say.phrases, say.content, say.content.review
    yield Piece("levels", "levels", w("levels.title"), "levels/", say.review_of_all, {})
    yield Piece(
        "continuum",
        "continuum",
        w("continuum.title"),
        "",
        say.review_of_all,
        {"diagram": continuum_diagram(say), "alone": False},
    )
    for level in content.levels:
        yield Piece(
            f"levels/{level.id}",
            "level",
            say.name(level),
            f"levels/{level.id}/",
            level.review,
            {"level": level},
        )
    for level in content.line_of_levels:
        title = w("embed.week_of", name=say.called(level))
        yield Piece(
            f"week/{level.id}",
            "week",
            title,
            f"levels/{level.id}/",
            level.review,
            {"level": level},
        )
    yield from _comparisons(say)
    if say.answers:
        yield Piece(
            "faq",
            "faq",
            w("faq.title"),
            "faq/",
            review,
            {"level": None, "groups": say.answers},
        )
    for level, answers in say.answers:
        if level:
            title, values = (
                w("embed.faq_of", name=say.called(level)),
                {"level": level, "groups": [(level, answers)]},
            )
            yield Piece(
                f"faq/{level.id}",
                "faq",
                title,
                f"levels/{level.id}/",
                level.review,
                values,
            )
    for word in sorted(content.words, key=lambda word: word.term.casefold()):
        yield Piece(
            f"words/{word.id}",
            "word",
            w("embed.word_of", name=word.term),
            f"words/#{word.id}",
            review,
            {"word": word},
        )


def _comparisons(say: Speaker) -> Iterator[Piece]:
    """Yield the comparisons that the file asks for, then those of every two levels."""
    for comparison in say.content.comparisons:
        levels = sorted(
            (say.levels[id] for id in comparison.levels),
            key=lambda level: say.position[level.id],
        )
        title = say.phrases(
            "embed.many", names=say.phrases.list([level.short for level in levels])
        )
        yield _comparison(say, levels, title, "levels/")
    for a, b in say.pairs():
        yield _comparison(
            say, [a, b], say.pair_title(a, b), f"compare/{a.id}-vs-{b.id}/"
        )


def _comparison(say: Speaker, levels: list[Level], title: str, full: str) -> Piece:
    review = together(level.review for level in levels)
    caption = say.phrases(
        "embed.side_by_side",
        names=say.phrases.list([level.short for level in levels]),
    )
    name = "-vs-".join(level.id for level in levels)
    return Piece(
        f"compare/{name}",
        "compare",
        title,
        full,
        review,
        {"levels": levels, "caption": caption},
    )
