"""Content -> problems. One function is one rule: its name says what good content is like, its docstring is the rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from ..language.phrases import Phrases
from ..model.content import Content
from ..report.problem import Problem
from . import dates, figures, ids, line, numbers, wording
from .fault import Fault, at

RULES = [
    *ids.RULES,
    *figures.RULES,
    *line.RULES,
    *numbers.RULES,
    *dates.RULES,
    *wording.RULES,
]
DATED: list[Callable[[Content, Phrases, date], Iterator[Fault]]] = [
    *dates.DATED
]  # rules that compare dates with today


def check(content: Content, words: Phrases, today: date | None = None) -> list[Problem]:
    """Return every broken rule, and advice. A declared exception excuses its fault; one that excuses nothing is a fault itself."""
    faults = [
        (rule.__name__, fault) for rule in RULES for fault in rule(content, words)
    ]
    faults += [
        (rule.__name__, fault)
        for rule in DATED
        for fault in rule(content, words, today or date.today())
    ]
    faults = wording.unexcused(faults, content, words)
    declared = {
        (level.id, exception.rule, exception.neighbor): exception
        for level in content.levels
        for exception in level.exceptions
    }
    problems, needed = [], set()
    for rule, fault in faults:
        excuse = next(
            (
                key
                for key in (
                    (fault.level, rule, fault.neighbor),
                    (fault.level, rule, None),
                )
                if key in declared
            ),
            None,
        )
        if excuse is None:
            problems.append(fault.problem)
        needed.add(excuse)
    for key, exception in declared.items():
        if key not in needed:
            text = f"Nothing here breaks the rule “{exception.rule}” any more."
            problems.append(
                at(exception, "rule", text=text, fix="delete this exception.").problem
            )
    return problems


__all__ = ["DATED", "RULES", "Fault", "check"]
