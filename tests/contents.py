"""Contents that tests look at: the real one, what any text says, the English phrases, and what
rules judge.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from building import DAY
from continuum import load, load_avoided, load_phrases
from continuum.language.avoided import Avoided
from continuum.language.phrases import Phrases
from continuum.language.phrases_file import PhrasesFile
from continuum.model.content import Content
from continuum.outputs import outputs
from continuum.reading.read import read_content
from continuum.reading.tree import locate
from continuum.rendering.output import Output, Page
from continuum.rendering.renderer import Renderer
from continuum.rules.subject import Subject
from continuum.settings import Publication
from continuum.views.speaking import Speaker


@cache
def english_file() -> PhrasesFile:
    """Return the English phrases and where they stand, read once."""
    return load_phrases("en")


def english() -> Phrases:
    """Return the English phrases, read once."""
    return english_file().phrases


@cache
def real_content() -> tuple[Content, Phrases]:
    """Return the real content, checked, and the English phrases; read once."""
    return load()


def content_of(text: str, file: str = "levels.yaml") -> Content:
    """Return what a text says; it need keep no rule.

    Raises ContentError where its shape is wrong.
    """
    return read_content(locate(text), file, text)


def site_files(
    content: Content, phrases: Phrases, publication: Publication | None = None
) -> Iterator[Output | Page]:
    """Yield every generated file of a content, pages without the frame around them."""
    say = Speaker(content, phrases, publication or Publication())
    yield from outputs(Renderer(say))


@cache
def avoided() -> Avoided | None:
    """Return the words that English avoids, read once."""
    return load_avoided("en")


def subject(content: Content, today: date | None = None) -> Subject:
    """Return what rules judge: a content in English, on a day; without one, on the tests' day."""
    day = today or date.fromisoformat(DAY)
    return Subject(content, english_file(), day, avoided())
