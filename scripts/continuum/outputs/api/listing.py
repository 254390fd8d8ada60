"""Speaker -> the files of the data: what there is, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...addresses import of_file
from ...language.phrases import Phrases
from ...views.speaking import Speaker
from .shape import DOCUMENTS

FOLDER = of_file("data")
MATRIX = of_file("numbers")
STATES = f"{FOLDER}states.csv"
LATER = ("states", "states-table")


@dataclass(frozen=True, slots=True)
class File:
    """One file of the data: what it is one of, its place from the root of the site, what it holds
    in words.
    """

    kind: str
    path: str
    name: str

    @property
    def later(self) -> bool:
        """Whether its kind came after the first release."""
        return self.kind in LATER

    @property
    def schema(self) -> str:
        """The place of its schema; nothing for what is not JSON."""
        if self.kind not in DOCUMENTS:
            return ""
        return schema_path(self.kind)


def files(say: Speaker) -> Iterator[File]:
    """Yield every file of the data."""
    words = say.phrases
    yield _document("index", words)
    yield _document("levels", words)
    for level in say.content.levels:
        yield File(
            kind="level",
            path=level_path(level.id),
            name=say.name(level),
        )

    yield _document("glossary", words)
    yield _document("sources", words)
    if say.content.states:
        yield _document("states", words)
        yield File("states-table", STATES, words("api.file.states-table"))
    yield File("matrix", MATRIX, words("api.file.matrix"))
    yield File("feed", of_file("feed"), words("api.file.feed"))


def _document(name: str, words: Phrases) -> File:
    """Return a JSON document of which there is one."""
    return File(
        kind=name,
        path=path_of(name),
        name=words(f"api.file.{name}"),
    )


def path_of(name: str) -> str:
    """Return the place of a JSON document."""
    return f"{FOLDER}{name}.json"


def level_path(id: str) -> str:
    """Return the place of the document about one level."""
    name = f"levels/{id}"
    return path_of(name)


def schema_path(kind: str) -> str:
    """Return the place of the JSON Schema of a kind of document."""
    return f"{FOLDER}{kind}.schema.json"
