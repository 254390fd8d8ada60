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

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from .addresses.web import misplaced, web_address
from .language.phrases import Phrases, UnsayablePhrase
from .loading import (
    ALIKE,
    Own,
    files_in,
    load_avoided,
    load_phrases,
    load_prose,
    look_of,
    own_site,
    pages_in,
    phrases_for,
    unsayable,
)
from .model.content import Content
from .model.docstrings import demand_docstrings
from .model.own import SiteFile
from .reading.characters import decode
from .reading.tree import locate
from .report.problem import ContentError, Findings, Problem
from .rules import check
from .rules.subject import Subject
from .settings import (
    CONTENT,
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
    own: Own = ALIKE,
) -> tuple[Content, Phrases, Findings]:
    """Return the checked content, the site's own words, and what might be better.

    Raises ContentError with every problem. Dates are compared with `today`. The folders `words` and
    `wording` hold a file for each language, of phrases and of words to avoid; `own` is what a
    site says in place of the file, and where its hand-written pages lie.
    """
    name = known_as(file)
    text = decode(file.read_bytes(), name)
    whole, shown = own.read(locate(text, name), name, text)
    # The whole file is judged: what a site leaves out of it makes nothing else wrong.
    subject = Subject(
        whole,
        phrases_for(whole, words, name, text),
        today or this_day(),
        load_avoided(whole.language, wording),
        *pages_in(own.folders),
    )

    problems = [*_problems(subject, words), *own.lost(whole)]
    others = {**subject.others, own.name: own.source}
    findings = Findings(problems, name, text, others)
    if findings.faults:
        raise ContentError(findings)
    return shown, subject.phrases, findings


def _problems(subject: Subject, words: Path) -> list[Problem]:
    """Return every broken rule. Raises ContentError where a rule needs a phrase that is missing."""
    try:
        return check(subject)
    except UnsayablePhrase as error:
        raise unsayable(error, words) from error


def speaker(settings: Settings, today: date | None = None) -> tuple[Speaker, Findings]:
    """Return what says the content of the site that the settings describe, and what might be
    better. Raises ContentError with every problem.
    """
    from .views.speaking import Speaker

    day = today or this_day()
    own, content, phrases, findings = examine_site(settings, day)
    look = look_of(own, settings)
    publication = Publication(web_address(settings.url), settings.edit, day, look)
    return Speaker(content, phrases, publication), findings


def examine_site(
    settings: Settings, today: date
) -> tuple[SiteFile, Content, Phrases, Findings]:
    """Return what is a site's own, its checked content and words, and what might be better.

    Raises ContentError with every problem, wherever it stands.
    """
    own, where = _own_or_wrong(settings)
    if where.problems and not settings.content.is_file():
        raise ContentError(where)
    try:
        content, phrases, findings = examine(
            settings.content,
            settings.words,
            today,
            own=own,
        )
    except ContentError as error:
        raise ContentError(error.findings.joined(where)) from None
    if where.problems:
        raise ContentError(where)
    return own.site, content, phrases, findings


def _own_or_wrong(settings: Settings) -> tuple[Own, Findings]:
    """Return what is a site's own, and what is wrong with it or with its addresses."""
    where = misplaced(settings)
    try:
        return own_site(settings), where
    except ContentError as error:
        return Own(folders=settings.folders), error.findings.joined(where)


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


__all__ = [
    "build",
    "examine",
    "examine_site",
    "files_in",
    "load",
    "load_avoided",
    "load_phrases",
    "load_prose",
    "speaker",
    "unsayable",
]
