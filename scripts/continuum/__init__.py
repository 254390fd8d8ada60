"""From one YAML file to every file of the site.

    levels.yaml -text-> source -located tree-> read -Content-> checks -Content-> outputs -> Output(path, bytes)
                           |                    |                  |      (views, diagrams, render)
                           +-- ContentError: ALL problems, sorted by line --+

`load()` takes the first half of the way and `build()` the second. Each step has rooms of its own:

    source     characters, syntax, faults, losses, typed, whereabouts
    read       model, ranges, placeholders; shapes, meant
    checks     words, wording, reading
    outputs    views, diagrams, weeks, embeds, api; glossary, structured, render

For people who change the content: problems become a report, a panel over the page (panel) or notes on GitHub (github); the model becomes a
schema, a guide and forms; two versions become a table of changes (diff, seen, markdown); review dates become a list (due).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from .language.avoided import Wording, read_wording
from .language.phrases import Phrases, read_phrases
from .model.content import Content
from .reading.characters import decode
from .reading.read import read_content
from .reading.tree import locate
from .report.problem import ContentError, Problem
from .rules import check
from .settings import CONTENT, PAGES, WORDING, WORDS, known_as, this_day

if TYPE_CHECKING:
    from .rendering.output import Output, Page
    from .settings import Publication


def load(file: Path = CONTENT, words: Path = WORDS) -> tuple[Content, Phrases]:
    """Return the checked content of a file, and the site's own words in its language. Raises ContentError with every problem."""
    return examine(file, words)[:2]


def examine(
    file: Path = CONTENT, words: Path = WORDS, today: date | None = None
) -> tuple[Content, Phrases, ContentError]:
    """Return the checked content, the site's own words, and what might be better but stops nothing. Raises ContentError with every problem.

    Dates are compared with `today`.
    """
    name = known_as(file)
    text = decode(file.read_bytes(), name)
    content = read_content(locate(text, name), name, text)
    spoken = load_phrases(content.language, words, content, name, text)
    if spoken.language == "en":  # the hand-written pages are in English
        spoken.pages = {
            known_as(page): decode(page.read_bytes(), known_as(page))
            for page in sorted(PAGES.rglob("*.md"))
        }
    found = ContentError(
        check(content, spoken, today or this_day()), name, text, spoken.texts
    )
    if found.faults:
        raise found
    return content, spoken, found


def load_phrases(
    language: str, folder: Path, content: Content, file: str, text: str
) -> Phrases:
    """Return the words of a language. Raises ContentError where the file is missing or lacks a pattern that English has."""
    path = folder / f"{language}.yaml"
    if not path.exists():
        known = ", ".join(sorted(found.stem for found in folder.glob("*.yaml")))
        fix = f"use one of {known}, or copy {folder.name}/en.yaml to {folder.name}/{language}.yaml and translate it."
        place = content.node.find("language").spot
        raise ContentError(
            [
                Problem(
                    place, "language", f"The site has no words in “{language}”.", fix
                )
            ],
            file,
            text,
        )
    english = (
        None if language == "en" else load_phrases("en", WORDS, content, file, text)
    )
    own = decode(path.read_bytes(), known_as(path))
    tree = locate(own, known_as(path))
    words = read_phrases(tree, language, english, known_as(path), own)
    words.tree, words.file, words.source, words.wording = (
        tree,
        known_as(path),
        own,
        load_wording(language),
    )
    return words


def load_wording(language: str) -> Wording | None:
    """Return the lists of words to avoid in a language; None where there are none. Raises ContentError where they cannot be read."""
    path = WORDING / f"{language}.yaml"
    if not path.exists():
        return None
    text = decode(path.read_bytes(), known_as(path))
    return read_wording(locate(text, known_as(path)), known_as(path), text)


def build(
    content: Content, words: Phrases, publication: Publication | None = None
) -> Iterator[Output | Page]:
    """Yield every generated file of the site."""
    from .outputs import outputs
    from .rendering.renderer import Renderer
    from .settings import Publication
    from .views.speaking import Speaker

    yield from outputs(Renderer(Speaker(content, words, publication or Publication())))
