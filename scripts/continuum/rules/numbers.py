"""Rules about numbers in texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..language.borrowed import PLACEHOLDER, resolve
from ..language.phrases import Phrases
from ..model.claim import LengthClaim
from ..model.content import Content
from .fault import Fault
from .figures import claims
from .subject import Subject

UNIT_OF = {"hours_per_week": "hours", "hours_per_day": "hours", "days_per_week": "days"}
DIGITS = r"\d+(?:\.\d+)?"


def placeholders_resolve(subject: Subject) -> Iterator[Fault]:
    """Every placeholder stands for a number or a way to reach help that exists.

    Otherwise readers would find brackets where the number belongs.
    """
    for one in subject.borrowers:
        for name in PLACEHOLDER.findall(one.text):
            try:
                resolve(name.strip(), *subject.by_id)
            except LookupError as error:
                typed = f"{{{{{name}}}}}"
                yield one.fault(
                    text=f"“{typed}” stands for nothing: {error.args[0]}.",
                    fix="write it like {{ level.hours_per_week }}, with the id of a level "
                    "and the name of one of its numbers.",
                    span=one.span_of(typed),
                )


def figure_finder(content: Content, phrases: Phrases) -> Callable[[str], list[str]]:
    """Return a function that finds, in a text, each number with its unit that a figure holds."""
    held = _held(content)
    spelled = _spelled(phrases)
    amount = _amount(spelled, phrases)
    any_unit = units(phrases)
    groups = _groups(phrases)

    def is_held(found: re.Match, end: str) -> bool:
        if not found[end]:
            return False
        number = spelled.get(found[end].lower()) or float(found[end])
        unit = next(unit for group, unit in groups.items() if found[group])
        return (unit, number) in held

    def find(text: str) -> list[str]:
        if not any_unit.search(text.lower()):
            return []

        bare = PLACEHOLDER.sub("§", text)
        amounts = amount.finditer(bare)
        return [
            one[0] for one in amounts if is_held(one, "first") or is_held(one, "second")
        ]

    return find


def units(phrases: Phrases) -> re.Pattern:
    """Return what a unit of time looks like in small letters.

    Few texts hold one. To look for two cases at every sign takes eight times longer.
    """
    names = "|".join(phrases.under("prose.units").values())
    has_capitals = names != names.lower()
    return re.compile(names, re.IGNORECASE if has_capitals else 0)


def _spelled(phrases: Phrases) -> dict[str, float]:
    """Return the numbers that the language writes in letters, with what they are."""
    found = {}
    for value, names in phrases.under("prose.numbers").items():
        for name in names.split():
            found[name] = float(value)
    return found


def _amount(spelled: dict[str, float], phrases: Phrases) -> re.Pattern:
    """Return what a number or a range looks like before a unit.

    Its groups are the `first` number, the `second`, and one for each unit.
    """
    one = "|".join([DIGITS, *map(re.escape, spelled)])
    second = rf"(?:\s*(?:{phrases('prose.joiners')})\s*(?P<second>{one}))?"
    more = rf"(?:\s+{phrases('prose.more')})?"
    units = []
    for group, unit in _groups(phrases).items():
        names = phrases(f"prose.units.{unit}")
        units.append(f"(?P<{group}>{names})")

    any_unit = "|".join(units)
    pattern = rf"\b(?P<first>{one}){second}{more}\s+(?:{any_unit})\b"
    return re.compile(pattern, re.IGNORECASE)


def _groups(phrases: Phrases) -> dict[str, str]:
    """Return each unit under the name of a group, which may have no hyphen."""
    units = phrases.names("prose.units")
    return {f"unit_{index}": unit for index, unit in enumerate(units)}


def _held(content: Content) -> set[tuple[str, float]]:
    """Return every end of every claim, with its unit."""
    held = set()
    for _, figure, claim in claims(content):
        unit = claim.unit if isinstance(claim, LengthClaim) else UNIT_OF[figure]
        for end in (claim.min, claim.max, claim.under):
            if end:
                held.add((unit, end))
    return held


def prose_types_no_figure(subject: Subject) -> Iterator[Fault]:
    """No text types a number that a figure holds: it borrows it with a placeholder.

    So the two can never differ.
    """
    find = figure_finder(subject.content, subject.phrases)
    for one in subject.borrowers:
        for piece in find(one.text):
            yield one.fault(
                text=f"“{piece}” is typed here, and a level's numbers hold it too.",
                fix="write {{ level.hours_per_week }} or the like in its place; for another "
                "fact write it with a hyphen, as in “3-month results”.",
                span=one.span_of(piece),
            )


def help_numbers_stand_once(subject: Subject) -> Iterator[Fault]:
    """The numbers to call or text in a crisis are typed only under `help:`.

    A number that changes must change everywhere at once.
    """
    numbers = _numbers_to_call(subject.content)
    if not numbers:
        return

    longest_first = sorted(numbers, key=len, reverse=True)
    one = "|".join(map(re.escape, longest_first))
    pattern = re.compile(rf"(?<![\d.-])({one})(?![\d-])")

    for text in subject.borrowers:
        if text.path.startswith(("help", "sources")):
            continue
        if not any(number in text.text for number in numbers):
            continue

        for found in pattern.finditer(text.text):
            yield text.fault(
                text=f"“{found[0]}” is typed here, and `help:` holds it too.",
                fix=f"write {{{{ help.{numbers[found[0]]} }}}} in its place.",
                span=found.span(),
            )


def _numbers_to_call(content: Content) -> dict[str, str]:
    """Return each number that people dial in a crisis, with the id of who answers."""
    found = {}
    for help in content.help:
        for contact in help.contacts:
            if contact.kind in ("call", "text", "tty"):
                found[contact.value] = help.id
    return found


RULES = [
    placeholders_resolve,
    prose_types_no_figure,
    help_numbers_stand_once,
]
