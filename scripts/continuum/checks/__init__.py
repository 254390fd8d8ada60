"""Continuum -> problems. One function is one rule: its name says what good content is like, its docstring is the rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from ..model import Continuum
from ..problems import Problem
from ..words import Words
from . import dates, figures, line, prose, references, wording
from .fault import Fault, at

RULES = [*references.RULES, *figures.RULES, *line.RULES, *prose.RULES, *dates.RULES, *wording.RULES]
DATED: list[Callable[[Continuum, Words, date], Iterator[Fault]]] = [*dates.DATED]  # rules that compare dates with today


def check(continuum: Continuum, words: Words, today: date | None = None) -> list[Problem]:
    """Return every broken rule, and advice. A declared exception excuses its fault; one that excuses nothing is a fault itself."""
    faults = [(rule.__name__, fault) for rule in RULES for fault in rule(continuum, words)]
    faults += [(rule.__name__, fault) for rule in DATED for fault in rule(continuum, words, today or date.today())]
    faults = wording.unexcused(faults, continuum, words)
    declared = {(level.id, exception.rule, exception.neighbor): exception for level in continuum.levels for exception in level.exceptions}
    problems, needed = [], set()
    for rule, fault in faults:
        excuse = next((key for key in ((fault.level, rule, fault.neighbor), (fault.level, rule, None)) if key in declared), None)
        if excuse is None:
            problems.append(fault.problem)
        needed.add(excuse)
    for key, exception in declared.items():
        if key not in needed:
            text = f"Nothing here breaks the rule “{exception.rule}” any more."
            problems.append(at(exception, "rule", text=text, fix="delete this exception.").problem)
    return problems


__all__ = ["DATED", "RULES", "Fault", "check"]
