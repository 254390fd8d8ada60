"""From one YAML file to every file of the site.

    levels.yaml -text-> reading -Content-> rules -Content-> views -> rendering -> outputs -> Output
                           |                 |
                           +-- Findings: ALL problems, sorted by line

`load()` and `examine()` take the first half of the way and `build()` the second. On the way:

    model      what the file holds, and what each of its values is
    language   everything said in one language: phrases, words to avoid, grades, borrowed numbers
    report     what an editor is told: problems become a text, a panel over the page, or notes

For those who change the content: editors (help, a schema, forms, review dates) and versions (what
visitors will see change between two versions of the file).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from .addresses.web import misplaced, web_address
from .language.avoided import Avoided
from .language.avoided_file import read_avoided
from .language.holes import Asked
from .language.phrases import Phrases, UnsayablePhrase
from .language.phrases_file import PhrasesFile, read_phrases
from .language.prose_file import ProseFile, read_prose
from .model.content import Content
from .model.docstrings import demand_docstrings
from .reading.characters import decode
from .reading.read import read_content
from .reading.tree import locate
from .report.problem import ContentError, Findings, Problem
from .rules import check
from .rules.subject import Subject
from .settings import (
    ASKED,
    CONTENT,
    PAGES,
    WORDING,
    WORDS,
    Publication,
    Settings,
    known_as,
    this_day,
)

if TYPE_CHECKING:
    from .rendering.output import Output
    from .views.speaking import Speaker


def load(
    file: Path = CONTENT,
    words: Path = WORDS,
) -> tuple[Content, Phrases]:
    """Return the checked content of a file, and the site's own words in its language.

    Raises ContentError with every problem.
    """
    content, phrases, _ = examine(file, words)
    return content, phrases


def examine(
    file: Path = CONTENT,
    words: Path = WORDS,
    today: date | None = None,
    wording: Path = WORDING,
    pages: Path = PAGES,
) -> tuple[Content, Phrases, Findings]:
    """Return the checked content, the site's own words, and what might be better.

    Raises ContentError with every problem. Dates are compared with `today`. The folders hold a file
    of phrases and one of words to avoid for each language, and the hand-written pages.
    """
    name = known_as(file)
    text = decode(file.read_bytes(), name)
    content = read_content(locate(text, name), name, text)
    subject = Subject(
        content,
        phrases_for(content, words, name, text),
        today or this_day(),
        load_avoided(content.language, wording),
        load_prose(pages),
        files_in(pages),
        hidden_in(pages),
    )

    problems = _problems(subject, words)
    findings = Findings(problems, name, text, subject.others)
    if findings.faults:
        raise ContentError(findings)
    return content, subject.phrases, findings


def _problems(subject: Subject, words: Path) -> list[Problem]:
    """Return every broken rule. Raises ContentError where a rule needs a phrase that is missing."""
    try:
        return check(subject)
    except UnsayablePhrase as error:
        raise unsayable(error, words) from error


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


def speaker(settings: Settings, today: date | None = None) -> tuple[Speaker, Findings]:
    """Return what says the content of the site that the settings describe, and what might be
    better. Raises ContentError with every problem.
    """
    from .views.speaking import Speaker

    day = today or this_day()
    where = misplaced(settings)
    try:
        content, phrases, findings = examine(
            settings.content, settings.words, day, pages=settings.pages
        )
    except ContentError as error:
        raise ContentError(error.findings.joined(where)) from None
    if where.problems:
        raise ContentError(where)
    publication = Publication(web_address(settings.url), settings.edit, day)
    return Speaker(content, phrases, publication), findings


def build(settings: Settings) -> Iterator[Output]:
    """Yield every file of the site that the settings describe. Raises ContentError with every
    problem.
    """
    demand_docstrings()
    from .outputs.whole import whole_site
    from .rendering.renderer import Renderer

    say, _ = speaker(settings)
    try:
        yield from whole_site(Renderer(say), settings)
    except UnsayablePhrase as error:
        raise unsayable(error, settings.words) from error
