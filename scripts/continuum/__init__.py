"""From one YAML file to every file of the site.

    levels.yaml -text-> source -located tree-> read -Continuum-> checks -Continuum-> outputs -> Output(path, bytes)
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

import os
import sys
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .checks import check
from .model import Continuum
from .problems import ContentError, Problem
from .read import read_continuum
from .source import decode, locate
from .wording import Wording, read_wording
from .words import Words, read_words

if TYPE_CHECKING:
    from .outputs import Output, Page
    from .render import Renderer
    from .views import Site, Views

# Templates, pages and data take half of the time to start. Whoever checks a file needs none of them.
LATER = {"Output": ".outputs", "Page": ".outputs", "Renderer": ".render", "Site": ".views", "Views": ".views"}

ROOT = Path(__file__).resolve().parents[2]
CONTENT = ROOT / "content" / "levels.yaml"
WORDS = ROOT / "content" / "words"
WORDING = ROOT / "content" / "wording"
PAGES = ROOT / "docs"


def __getattr__(name: str) -> Any:
    """Return what only builds need, when it is first asked for."""
    if name not in LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(LATER[name], __name__), name)


def this_day() -> date:
    """Return the day that dates are compared with: `TODAY=2027-06-01` in the environment, for builds of another day, else today."""
    given = os.environ.get("TODAY")
    try:
        return date.fromisoformat(given) if given else date.today()
    except ValueError:
        print(f"TODAY is “{given}”, which is no day. Write it as year-month-day, such as 2027-06-01.", file=sys.stderr)
        raise SystemExit(2) from None


def load(content: Path = CONTENT, words: Path = WORDS) -> tuple[Continuum, Words]:
    """Return the checked content of a file, and the site's own words in its language. Raises ContentError with every problem."""
    return examine(content, words)[:2]


def examine(content: Path = CONTENT, words: Path = WORDS, today: date | None = None) -> tuple[Continuum, Words, ContentError]:
    """Return the checked content, the site's own words, and what might be better but stops nothing. Raises ContentError with every problem.

    Dates are compared with `today`.
    """
    file = _name(content)
    text = decode(content.read_bytes(), file)
    tree = locate(text, file)
    continuum = read_continuum(tree, file, text)
    spoken = load_words(continuum.language, words, continuum, file, text)
    if spoken.language == "en":  # the hand-written pages are in English
        spoken.pages = {_name(page): decode(page.read_bytes(), _name(page)) for page in sorted(PAGES.rglob("*.md"))}
    found = ContentError(check(continuum, spoken, today or this_day()), file, text, spoken.texts)
    if found.faults:
        raise found
    return continuum, spoken, found


def load_words(language: str, folder: Path, continuum: Continuum, file: str, text: str) -> Words:
    """Return the words of a language. Raises ContentError where the file is missing or lacks a pattern that English has."""
    path = folder / f"{language}.yaml"
    if not path.exists():
        known = ", ".join(sorted(found.stem for found in folder.glob("*.yaml")))
        fix = f"use one of {known}, or copy {folder.name}/en.yaml to {folder.name}/{language}.yaml and translate it."
        place = continuum.node.find("language").spot
        raise ContentError([Problem(place, "language", f"The site has no words in “{language}”.", fix)], file, text)
    english = None if language == "en" else load_words("en", WORDS, continuum, file, text)
    own = decode(path.read_bytes(), _name(path))
    tree = locate(own, _name(path))
    words = read_words(tree, language, english, _name(path), own)
    words.tree, words.file, words.source, words.wording = tree, _name(path), own, load_wording(language)
    return words


def load_wording(language: str) -> Wording | None:
    """Return the lists of words to avoid in a language; None where there are none. Raises ContentError where they cannot be read."""
    path = WORDING / f"{language}.yaml"
    if not path.exists():
        return None
    text = decode(path.read_bytes(), _name(path))
    return read_wording(locate(text, _name(path)), _name(path), text)


def build(continuum: Continuum, words: Words, site: Site | None = None) -> Iterator[Output | Page]:
    """Yield every generated file of the site."""
    from .outputs import outputs
    from .render import Renderer
    from .views import Site, Views

    yield from outputs(Renderer(Views(continuum, words, site or Site())))


def _name(path: Path) -> str:
    """Return how an editor knows a file: its way from the project's folder, where it lies inside it."""
    whole = path.resolve()
    return whole.relative_to(ROOT).as_posix() if whole.is_relative_to(ROOT) else path.name


__all__ = ["CONTENT", "ROOT", "WORDS", "ContentError", "Continuum", "Output", "Page", "Renderer", "Site", "Views", "Words", "build", "examine", "load", "this_day"]
