"""Subject -> problems. One function is one rule: its name says what good content is like.

Its docstring is the rule and why it is one. A broken rule may be excused: by an exception that a
level declares, which readers see, or for words by one in the lists of words to avoid.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..language.avoided import Avoided, Excuse
from ..language.patterns.patience import TooSlow, at_most
from ..language.phrases_file import SEARCHED
from ..model.level import DeclaredException
from ..report.problem import Problem
from . import (
    addresses,
    contacts,
    dates,
    ease,
    figures,
    ids,
    numbers,
    order,
    sources,
    states,
    wording,
)
from .fault import Fault, at
from .subject import Subject

Rule = Callable[[Subject], Iterator[Fault]]
Named = tuple[str, Fault]  # a fault, after the name of its rule
Key = tuple[str | None, str, str | None]  # a level, a rule, a neighbor if two are meant

PATIENCE = (
    10.0  # seconds that a rule may take; each takes less than 0.2 for the real content
)
RULES: list[Rule] = [
    *ids.RULES,
    *states.RULES,
    *sources.RULES,
    *addresses.RULES,
    *figures.RULES,
    *order.RULES,
    *numbers.RULES,
    *contacts.RULES,
    *ease.RULES,
    *wording.RULES,
    *ease.ABOUT_WORDS,
    *dates.RULES,
]
ABOUT_WORDS = {rule.__name__ for rule in (*wording.RULES, *ease.ABOUT_WORDS)}


def check(subject: Subject) -> list[Problem]:
    """Return every broken rule, and advice.

    An exception excuses its fault; one that excuses nothing is a fault itself.
    """
    faults = [
        (rule.__name__, fault) for rule in RULES for fault in _broken(rule, subject)
    ]
    left = unexcused(faults, subject)
    declared = _declared(subject)
    problems, needed = [], set()

    for rule, fault in left:
        key = _key_of(rule, fault, declared)
        if key:
            needed.add(key)
        else:
            problems.append(fault.problem)

    for key, exception in declared.items():
        if key not in needed:
            problems.append(_unneeded(exception))
    return problems


def _broken(rule: Rule, subject: Subject) -> list[Fault]:
    """Return where a rule is broken, or that it took too long to find out."""
    try:
        with at_most(PATIENCE):
            return list(rule(subject))
    except TooSlow as error:
        return [Fault(error.problem or _endless(rule, subject))]


def _endless(rule: Rule, subject: Subject) -> Problem:
    """Return that a rule took too long, where nobody knows why: perhaps by a pattern of a search
    that stands among the phrases.
    """
    file = subject.phrases_file
    return Problem(
        place=file.tree.find(SEARCHED).spot,
        path=SEARCHED,
        text=f"The rule “{rule.__name__}” takes too long: it was ended before it was done.",
        fix="undo the last change, here or in the content.",
        file=file.name,
    )


def _declared(subject: Subject) -> dict[Key, DeclaredException]:
    """Return the exceptions that levels declare."""
    found = {}
    for level in subject.content.levels:
        for exception in level.exceptions:
            key = (level.id, exception.rule, exception.neighbor)
            found[key] = exception
    return found


def _key_of(
    rule: str, fault: Fault, declared: dict[Key, DeclaredException]
) -> Key | None:
    """Return which exception excuses a fault: one for the neighbor, or one for all."""
    for neighbor in (fault.neighbor, None):
        key = (fault.level, rule, neighbor)
        if key in declared:
            return key
    return None


def _unneeded(exception: DeclaredException) -> Problem:
    fault = at(
        exception,
        "rule",
        text=f"Nothing here breaks the rule “{exception.rule}” any more.",
        fix="delete this exception.",
    )
    return fault.problem


def unexcused(faults: list[Named], subject: Subject) -> list[Named]:
    """Return the faults that no exception in the lists of words to avoid excuses.

    An exception that excuses nothing any more is a fault itself.
    """
    avoided = subject.avoided
    if avoided is None:
        return faults

    for index, excuse in enumerate(avoided.lists.exceptions):
        left = [one for one in faults if not _excuses(excuse, *one)]
        if len(left) == len(faults) and _is_stale(excuse, subject):
            left.append(("exceptions", _stale(excuse, index, avoided)))
        faults = left
    return faults


def _excuses(excuse: Excuse, rule: str, fault: Fault) -> bool:
    if rule != excuse.rule or rule not in ABOUT_WORDS:
        return False

    said = fault.problem.text.lower()
    if excuse.words and f"“{excuse.words}”".lower() not in said:
        return False
    return _lies_in(fault.problem.path, excuse.where)


def _is_stale(excuse: Excuse, subject: Subject) -> bool:
    """Return whether the place exists, or the rule does not.

    An exception for a level that other content lacks harms no one.
    """
    if excuse.rule not in ABOUT_WORDS:
        return True
    return any(_lies_in(one.path, excuse.where) for one in subject.prose)


def _lies_in(path: str, where: str) -> bool:
    return f"{path} > ".startswith(f"{where} > ")


def _stale(excuse: Excuse, index: int, avoided: Avoided) -> Fault:
    problem = Problem(
        place=avoided.tree.find("exceptions", index, "where").spot,
        path="exceptions > where",
        text=f"Nothing at this place breaks the rule “{excuse.rule}” any more.",
        fix="delete this exception.",
        file=avoided.file,
    )
    return Fault(problem)


__all__ = ["RULES", "Fault", "Rule", "Subject", "check", "unexcused"]
