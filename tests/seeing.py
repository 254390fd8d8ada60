"""A content with its files -> every form of its picture, and every row in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from claims import Level
from drawing.pictures import Picture, Row, pictures
from markup import page, picture
from shown import Shown

HOME = [
    "the home page, wide",
    "the home page, narrow",
]
FORMS = [
    *HOME,
    "the saved picture, wide",
    "the piece, wide",
    "the piece, narrow",
]


@dataclass(frozen=True, slots=True)
class Seen:
    """A level in one form of the picture. `where` is for messages."""

    level: Level
    row: Row
    where: str


def documents(content: Shown) -> Iterator[tuple[str, Element]]:
    """Yield each document that holds the picture, with its name."""
    html = content.page("")
    yield "the home page", page(html)
    if content.whole:
        file = content.file("assets/continuum.svg")
        yield "the saved picture", picture(file)
        piece = content.file("embed/v1/continuum/index.html")
        yield "the piece", page(piece)


def forms(content: Shown) -> dict[str, Picture]:
    """Return every form of the picture, by its name."""
    found = {}
    for place, document in documents(content):
        for form in pictures(document):
            name = f"{place}, {form.form}"
            found[name] = form
    return found


def rows(content: Shown) -> Iterator[Seen]:
    """Yield every row of every form, with its level."""
    levels = {level.id: level for level in content.line}
    for name, form in forms(content).items():
        for row in form.rows:
            where = f"{row.level} in {name}"
            level = levels[row.level]
            yield Seen(level, row, where)
