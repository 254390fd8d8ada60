"""Contents that tests look at: the real one, what any text says, and the English phrases."""

from __future__ import annotations

from functools import cache

from continuum import load, load_phrases
from continuum.language.phrases import Phrases
from continuum.model.content import Content
from continuum.reading.read import read_content
from continuum.reading.tree import locate
from continuum.settings import WORDS


@cache
def english() -> Phrases:
    """Return the English phrases, read once."""
    return load_phrases("en", WORDS, None, "", "")


@cache
def real_content() -> tuple[Content, Phrases]:
    """Return the real content, checked, and the English phrases; read once."""
    return load()


def content_of(text: str, file: str = "levels.yaml") -> Content:
    """Return what a text says; it need keep no rule.

    Raises ContentError where its shape is wrong.
    """
    return read_content(locate(text), file, text)
