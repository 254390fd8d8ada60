"""A language: the site's own headings, labels and sentence patterns, and how it writes numbers."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_decimal

from ..model.claim import Claim, LengthClaim

HOLE = re.compile(r"\{(\w+)\}")


class MissingPhrase(LookupError):
    """The site asks for a phrase, by its `name`, that the file of its `language` lacks."""

    def __init__(self, name: str, language: str):
        self.name, self.language = name, language
        super().__init__(f"no phrase is called “{name}”")


class UnfillablePhrase(LookupError):
    """A pattern that cannot be filled in, and `why`; `holes` are those that could be filled."""

    def __init__(self, name: str, language: str, holes: list[str], why: str):
        self.name, self.language = name, language
        self.holes, self.why = holes, why
        super().__init__(f"the phrase “{name}” cannot be filled in: {why}")


class Phrases:
    """Patterns under dotted names.

    A pattern with `one:` and `other:` is chosen by the language's own plural rule.
    """

    def __init__(self, language: str, patterns: dict[str, str]):
        self.language = language
        self.patterns = patterns
        self.locale = _locale(language)

    def __call__(self, name: str, /, count: float | None = None, **values: Any) -> str:
        """Return the pattern of that name with its holes filled.

        Raises MissingPhrase for a name that no file has, and UnfillablePhrase for a hole that has
        no value.
        """
        pattern = self.patterns.get(name)
        if pattern is None:
            pattern = self._of_number(name, count)
        if count is not None:
            values["count"] = self.number(count)
        if "{" not in pattern:
            return pattern
        try:
            return pattern.format_map(values)
        except (LookupError, ValueError) as error:
            holes, why = list(values), str(error)
            raise UnfillablePhrase(name, self.language, holes, why) from error

    def _of_number(self, name: str, count: float | None) -> str:
        """Return the pattern of that name for a number of things."""
        form = self.locale.plural_form(count if count is not None else 0)
        for ending in (form, "other"):
            if pattern := self.patterns.get(f"{name}.{ending}"):
                return pattern
        raise MissingPhrase(name, self.language)

    def has(self, name: str) -> bool:
        """Return whether there is a pattern of that name."""
        return name in self.patterns

    def under(self, name: str) -> dict[str, str]:
        """Return the patterns one step below a name."""
        start = f"{name}."
        below = (key for key in self.patterns if key.startswith(start))
        return {key.removeprefix(start): self.patterns[key] for key in below}

    def names(self, name: str) -> list[str]:
        """Return the names one step below a name, in the order of the file."""
        first = (key.split(".")[0] for key in self.under(name))
        return list(dict.fromkeys(first))

    def number(self, value: float) -> str:
        """Return a number as the language writes it."""
        return _number(value, self.locale)

    def day(self, day: datetime.date) -> str:
        """Return a date as the language writes it."""
        return format_date(day, "long", self.locale)

    def range(self, claim: Claim, style: str = "range") -> str:
        """Return the bare range of a claim: "9 to 19", "20 or more".

        The style `spoken` says "at least 20".
        """
        low = None if claim.min is None else self.number(claim.min)
        if claim.under is not None:
            name = "from_under" if claim.min else "under"
            return self(f"{style}.{name}", min=low, max=self.number(claim.under))
        if claim.max is None:
            return self(f"{style}.least", min=low)
        high = self.number(claim.max)
        if claim.min is None:
            return self(f"{style}.most", max=high)
        name = "one" if claim.min == claim.max else "between"
        return self(f"{style}.{name}", min=low, max=high)

    def amount(self, figure: str, claim: Claim, style: str = "range") -> str:
        """Return a claim with its unit: "9 to 19 hours a week"."""
        return self.with_unit(figure, claim, self.range(claim, style))

    def with_unit(self, figure: str, claim: Claim, shown: str) -> str:
        """Return `shown` followed by the figure's unit, in the right number."""
        unit = claim.unit if isinstance(claim, LengthClaim) else figure
        ends = (claim.max, claim.under, claim.min)
        top = next(end for end in ends if end is not None)
        return self(f"amount.{unit}", count=top, range=shown)

    def list(self, items: list[str]) -> str:
        """Return "a", "a and b", or "a, b and c"."""
        if len(items) < 2:
            return "".join(items)
        most = self("list.comma").join(items[:-1])
        return self("list.end", most=most, last=items[-1])


def _locale(language: str) -> Locale:
    """Return how a language writes numbers and dates; English where nobody knows."""
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en")


@lru_cache(4096)
def _number(value: float, locale: Locale) -> str:
    whole = int(value)
    return format_decimal(whole if value == whole else value, locale=locale)
