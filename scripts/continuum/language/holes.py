"""A pattern of phrases -> what is wrong with its holes. What is filled in must be said: else a
number vanishes from the pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from babel import Locale

from .phrases import HOLE, Phrases

COUNT = "count"
Flaw = tuple[str, str]  # what is wrong, and how to put it right

# Numbers that tell which form a language uses for which. None has a rule for a larger one alone.
TRIED = (*range(201), 1000, 1_000_000, 0.5, 1.5, 2.5)


@dataclass(frozen=True)
class Asked:
    """What templates and the program ask phrases for: each name, with the values that it is given.

    `model` are the English phrases, which those of another language translate.
    """

    given: Mapping[str, list[str]] = field(default_factory=dict)
    model: Phrases | None = None

    def of(self, name: str) -> set[str]:
        """Return the holes that a phrase must have, and can have."""
        return set(self.given.get(name, ()))


class Holes:
    """What is wrong with the holes of the phrases of a language."""

    def __init__(self, asked: Asked, locale: Locale):
        self.asked, self.locale = asked, locale

    def faults(self, base: str, form: str, pattern: str) -> Iterator[Flaw]:
        """Yield what is wrong with a pattern of the phrase `base`: that of a `form` for numbers, if
        it has such forms.
        """
        found = set(HOLE.findall(pattern))
        due = self.asked.of(base)
        gone = due - found
        if COUNT in gone and form in self.says_its_number:
            gone.remove(COUNT)

        strange = sorted(found - due)
        if strange:
            yield _strange(strange, sorted(gone or due))
        elif gone:
            yield _gone(sorted(gone))

    @cached_property
    def says_its_number(self) -> set[str]:
        """The forms that a language uses for one number alone, which need not be said: “one day”,
        and not what stands for 1, 21 and 31.
        """
        numbers: dict[str, int] = {}
        for number in TRIED:
            form = self.locale.plural_form(number)
            numbers[form] = numbers.get(form, 0) + 1
        return {form for form, count in numbers.items() if count == 1}


def _gone(names: list[str]) -> Flaw:
    holes = _listed(names)
    return (
        f"{holes} is missing: what it stands for would vanish from the pages.",
        f"write {holes} where it belongs.",
    )


def _strange(names: list[str], known: list[str]) -> Flaw:
    holes = _listed(names)
    fix = "delete it: nothing is filled in here."
    if known:
        fix = f"write {_listed(known)} in its place."
    return f"Nothing can be filled in for {holes}.", fix


def _listed(names: list[str]) -> str:
    """Return holes as they are typed."""
    return " and ".join(f"{{{name}}}" for name in names)
