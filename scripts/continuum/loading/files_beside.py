"""Files beside the levels -> phrases, words to avoid, hand-written pages, and their names."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from ..language.avoided import Avoided
from ..language.avoided_file import read_avoided
from ..language.holes import Asked
from ..language.phrases import UnsayablePhrase
from ..language.phrases_file import PhrasesFile, read_phrases
from ..language.prose_file import ProseFile, read_prose
from ..model.content import Content
from ..reading.characters import decode
from ..reading.tree import locate
from ..report.problem import ContentError, Findings, Problem
from ..settings import ASKED, PAGES, WORDING, WORDS, known_as


def phrases_for(content: Content, folder: Path, file: str, text: str) -> PhrasesFile:
    """Return the phrases in the language of a content that stands in `file` as `text`.

    Raises ContentError where the folder has no such phrases, or where they cannot be used.
    """
    language = content.language
    path = folder / f"{language}.yaml"
    if path.exists():
        return load_phrases(language, folder)

    known = sorted(found.stem for found in folder.glob("*.yaml"))
    copy = f"{folder.name}/en.yaml to {folder.name}/{language}.yaml"
    problem = Problem(
        place=content.node.find("language").spot,
        path="language",
        text=f"The site has no words in “{language}”.",
        fix=f"use one of {', '.join(known)}, or copy {copy} and translate it.",
    )

    raise ContentError(Findings([problem], file, text))


def load_phrases(language: str, folder: Path = WORDS) -> PhrasesFile:
    """Return the phrases of a language.

    Raises ContentError where they cannot be used or lack a pattern that English has.
    """
    path = folder / f"{language}.yaml"
    name = known_as(path)
    text = decode(path.read_bytes(), name)

    model = None
    if language != "en":
        model = load_phrases("en").phrases
    asked = Asked(json.loads(ASKED.read_bytes()), model)

    return read_phrases(locate(text, name), language, asked, name, text)


def unsayable(error: UnsayablePhrase, folder: Path = WORDS) -> ContentError:
    """Return what a phrase that could not be said is as a problem of its file."""
    path = folder / f"{error.language}.yaml"
    name = known_as(path)
    text = decode(path.read_bytes(), name)
    way = error.name.split(".")
    problem = Problem(
        place=locate(text, name).find(*way).spot,
        path=error.name,
        text=error.text,
        fix=error.fix,
    )

    return ContentError(Findings([problem], name, text))


def load_avoided(language: str, folder: Path = WORDING) -> Avoided | None:
    """Return the words to avoid in a language; None where there are no lists of them.

    Raises ContentError where they cannot be read.
    """
    path = folder / f"{language}.yaml"
    if not path.exists():
        return None

    name = known_as(path)
    text = decode(path.read_bytes(), name)

    return read_avoided(locate(text, name), name, text)


def load_prose(folder: Path = PAGES) -> Mapping[str, ProseFile]:
    """Return the hand-written pages, but for hidden files, by the way to each from their folder.

    Raises ContentError for one that cannot be read.
    """
    pages = {}
    for path in sorted(folder.rglob("*.md")):
        way = path.relative_to(folder).as_posix()
        if _is_hidden(way):
            continue
        name = known_as(path)
        text = decode(path.read_bytes(), name)
        pages[way] = read_prose(text, name)

    return pages


def pages_in(
    folders: Sequence[Path],
) -> tuple[dict[str, ProseFile], tuple[str, ...], tuple[str, ...]]:
    """Return the hand-written pages of folders, the ways to their files, and to hidden ones."""
    pages, files, hidden = {}, [], []
    for folder in folders:
        pages |= load_prose(folder)
        files += files_in(folder)
        hidden += hidden_in(folder)
    return pages, tuple(files), tuple(hidden)


def files_in(folder: Path) -> tuple[str, ...]:
    """Return the way to each file below a folder, but for hidden ones."""
    return tuple(way for way in _files(folder) if not _is_hidden(way))


def hidden_in(folder: Path) -> tuple[str, ...]:
    """Return the way to each hidden file below a folder, and to each file in a hidden folder."""
    return tuple(way for way in _files(folder) if _is_hidden(way))


def _files(folder: Path) -> list[str]:
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return sorted(way.as_posix() for way in found)


def _is_hidden(way: str) -> bool:
    return any(part.startswith(".") for part in way.split("/"))
