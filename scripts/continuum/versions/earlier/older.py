"""An older version -> content and phrases in today's shape, or else the lines that changed."""

from __future__ import annotations

from difflib import unified_diff
from itertools import islice

from ... import phrases_for
from ...language.phrases import HOLE, Phrases
from ...language.phrases_file import patterns_of
from ...model.content import Content
from ...reading.characters import decode
from ...reading.read import read_content
from ...reading.tree import locate
from ...report.markdown import fenced
from ...report.problem import ContentError, Findings
from ...report.terminal import count
from ...rules.ids import ids_are_unique, ids_resolve
from ...rules.numbers import placeholders_resolve
from ...rules.subject import Subject
from ...settings import WORDS, this_day
from .git import Commit

NAME = "the old version"
LINES = 10_000  # of two versions that are compared line by line
MOST = 60_000  # characters of them; a comment on GitHub holds 65,536
UNREADABLE = (
    "The old version does not fit today's shape of the file ({problems}),"
    " so its pages cannot be made. These lines changed:"
)
# A version that breaks these cannot be shown as pages.
FOUNDATIONS = (ids_are_unique, ids_resolve, placeholders_resolve)


def read_older(raw: bytes, commit: Commit | None = None) -> tuple[Content, Phrases]:
    """Return an older version in today's shape, with the phrases of its commit, if it has one.

    It need not keep today's rules, but for those that pages are built on. Raises ContentError.
    """
    text = decode(raw, NAME)
    content = read_content(locate(text))
    file = phrases_for(content, WORDS, NAME, text)
    judged = Subject(content, file, this_day())
    faults = []
    for rule in FOUNDATIONS:
        for fault in rule(judged):
            faults.append(fault.problem)
    if faults:
        raise ContentError(Findings(faults, NAME, text))

    phrases = file.phrases
    said = commit and commit.phrases(content.language)
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
        today = set(HOLE.findall(patterns[name]))
        holes = set(HOLE.findall(text))
        if holes <= today:
            patterns[name] = text

    return Phrases(phrases.language, patterns)


def by_lines(old: bytes, new: bytes, problems: int) -> str:
    """Return the lines that differ, for an old version that cannot be shown as pages because of
    so many problems.
    """
    lines = unified_diff(
        _lines_of(old),
        _lines_of(new),
        "was",
        "will be",
        n=1,
        lineterm="",
    )
    first = list(islice(lines, LINES))
    shown = fenced(first, "diff", MOST)

    told = count(problems, "problem")
    said = UNREADABLE.format(problems=told)
    return f"{said}\n\n{shown}\n"


def _lines_of(raw: bytes) -> list[str]:
    text = raw.decode("utf-8", "replace")
    return text.splitlines()
