"""Content -> every question that concerns a level: its own, those about it, those that name it."""

from __future__ import annotations

import re

from ...model.level import Level
from ...model.question import Answer
from ..speaking import Speaker
from .answers import all_answers


def of_level(say: Speaker, level: Level) -> list[Answer]:
    """Return the questions of a level, each once: first its own, then those of the file that are
    about it, then all others that name it in their question or answer.
    """
    about = [answer for answer in say.content.faq if answer.level == level.id]
    first = [*level.faq, *about]
    found = {answer.id: answer for answer in first}
    name = _pattern(level)
    for answer in all_answers(say.content):
        said = f"{answer.q} {say.text(answer.a)}"
        if name.search(said):
            found.setdefault(answer.id, answer)
    return list(found.values())


def _pattern(level: Level) -> re.Pattern:
    """Return a pattern for the names of a level. Letters are names as they stand; words are, with
    small letters too.
    """
    names = filter(None, [level.acronym, level.everyday, level.short, level.name])
    longest = sorted(set(names), key=len, reverse=True)
    either = "|".join(map(_of_name, longest))
    return re.compile(rf"(?<![\w-])(?:{either})(?![\w-])")


def _of_name(name: str) -> str:
    typed = re.escape(name)
    return typed if name.isupper() else f"(?i:{typed})"
