"""Folders of hand-written pages -> what each page says, and the files beside them as they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..addresses import address_of_file
from ..language.prose_file import ProseFile, read_prose
from ..reading.characters import decode
from ..rendering.output import Output
from ..settings import Settings, known_as


@dataclass(frozen=True, slots=True)
class Draft:
    """A hand-written page before its numbers are filled in: what its file says, where that lies,
    and the `way` to it from its folder.
    """

    path: Path
    way: str
    address: str
    title: str
    said: ProseFile


def drafts(settings: Settings) -> list[Draft]:
    """Return the hand-written pages, but for hidden files, by their file's name.

    Raises ContentError for one that cannot be read.
    """
    found = []
    for way, path in _all(settings):
        if path.suffix == ".md":
            draft = _draft(way, path)
            found.append(draft)
    return found


def files(settings: Settings) -> Iterator[Output]:
    """Yield every other file of the folders, as it is."""
    for way, path in _all(settings):
        if path.suffix != ".md":
            yield Output(way, path.read_bytes())


def _all(settings: Settings) -> list[tuple[str, Path]]:
    """Return the way to each file from the folder of hand-written pages that it stands in, and
    where it lies, but for hidden ones. A file of a later folder takes the place of its like.
    """
    found = {}
    for folder in settings.folders:
        for path in folder.rglob("*"):
            way = path.relative_to(folder)
            if path.is_file() and not any(part.startswith(".") for part in way.parts):
                found[way.as_posix()] = path
    return sorted(found.items())


def _draft(way: str, path: Path) -> Draft:
    name = known_as(path)
    text = decode(path.read_bytes(), name)
    said = read_prose(text, name)
    return Draft(
        path=path,
        way=way,
        address=address_of_file(way),
        title=said.title or path.stem.capitalize(),
        said=said,
    )
