"""The text of an older version -> content and phrases in today's shape."""

from __future__ import annotations

from .. import load_phrases
from ..language.phrases import HOLE, Phrases, patterns_of
from ..model.content import Content
from ..reading.read import read_content
from ..reading.tree import decode, locate
from ..report.problem import ContentError
from ..rules.ids import ids_are_unique, ids_resolve
from ..rules.numbers import placeholders_resolve
from ..settings import WORDS
from .git import Commit

NAME = "the old version"
# A version that breaks these cannot be shown as pages.
FOUNDATIONS = (ids_are_unique, ids_resolve, placeholders_resolve)


def read_older(raw: bytes, commit: Commit | None = None) -> tuple[Content, Phrases]:
    """Return an older version in today's shape, with the phrases of its commit, if it has one.

    It need not keep today's rules, but for those that pages are built on. Raises ContentError.
    """
    text = decode(raw, NAME)
    content = read_content(locate(text))
    phrases = load_phrases(content.language, WORDS, content, NAME, text)
    faults = []
    for rule in FOUNDATIONS:
        for fault in rule(content, phrases):
            faults.append(fault.problem)
    if faults:
        raise ContentError(faults, NAME, text)

    said = None
    if commit:
        name = f"{content.language}.yaml"
        said = commit.file(commit.folder / "content" / "words" / name)
    if said:
        tree = locate(decode(said, "the old words"))
        phrases = fitting(phrases, patterns_of(tree))
    return content, phrases


def fitting(phrases: Phrases, older: dict[str, str]) -> Phrases:
    """Return today's phrases with those of an older file in their place, where today's templates
    can fill their holes.
    """
    patterns = dict(phrases.patterns)
    for name, text in older.items():
        if name not in patterns:
            continue
        today = HOLE.findall(patterns[name])
        holes = HOLE.findall(text)
        if set(holes) <= set(today):
            patterns[name] = text
    return Phrases(phrases.language, patterns)
