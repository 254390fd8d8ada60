"""Contents that tests look at: the real one, what any text says, the English phrases, and what
rules judge.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, cached_property

from building import DAY
from continuum import load, load_avoided, load_phrases
from continuum.language.avoided import Avoided, Found
from continuum.language.phrases import Phrases
from continuum.language.phrases_file import PhrasesFile
from continuum.loading import pages_in
from continuum.model.content import Content
from continuum.outputs import outputs
from continuum.reading.read import read_content
from continuum.reading.tree import locate
from continuum.rendering.output import Output, Page
from continuum.rendering.renderer import Renderer
from continuum.rules.subject import Subject
from continuum.settings import Publication, read_settings
from continuum.views.speaking import Speaker


def hand_written() -> tuple[str, ...]:
    """Return the way to each file that this site has beside what is made: pages, and what is taken
    as it is.
    """
    return pages_in(read_settings().folders)[1]


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


class Remembered(Avoided):
    """Words to avoid that are looked for in each text once: most contents of tests share most of
    their texts, and all share the phrases.
    """

    @cached_property
    def _known(self) -> dict[tuple[str, ...], list[Found]]:
        return {}

    def find(self, text: str, names: Iterable[str] = ()) -> Iterator[Found]:
        """Yield what the words to avoid yield."""
        asked = (text, *names)
        if asked not in self._known:
            self._known[asked] = list(super().find(text, names))
        yield from self._known[asked]


@cache
def avoided() -> Avoided:
    """Return the words that English avoids, read once."""
    read = load_avoided("en")
    return Remembered(read.lists, read.tree, read.file, read.text)


def subject(content: Content, today: date | None = None) -> Subject:
    """Return what rules judge: a content in English, on a day; without one, on the tests' day."""
    day = today or date.fromisoformat(DAY)
    return Subject(content, english_file(), day, avoided())
