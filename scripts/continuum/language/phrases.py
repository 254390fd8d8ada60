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


class UnsayablePhrase(LookupError):
    """A phrase that cannot be said: its `name` in the file of its `language`, what is wrong with
    it, and how to put that right.
    """

    def __init__(self, name: str, language: str, text: str, fix: str):
        super().__init__(f"{name}: {text}")

        self.name = name
        self.language = language
        self.text = text
        self.fix = fix


class Phrases:
    """Patterns under dotted names.

    A pattern with `one:` and `other:` is chosen by the language's own plural rule.
    """

    def __init__(self, language: str, patterns: dict[str, str]):
        self.language = language
        self.patterns = patterns
        self.locale = _locale(language)

    def __call__(
        self,
        name: str,
        /,
        count: float | None = None,
        many: float | None = None,
        **values: Any,
    ) -> str:
        """Return the pattern of that name with its holes filled: each value has one, and so has
        the `count`. A number of things that the pattern does not say itself is `many`.

        Raises UnsayablePhrase for a name that the file lacks, and for a hole that has no value.
        """
        pattern = self.patterns.get(name)
        if pattern is None:
            pattern = self._of_number(name, many if count is None else count)

        if count is not None:
            values["count"] = self.number(count)
        if "{" not in pattern:
            return pattern

        try:
            return pattern.format_map(values)
        except (LookupError, ValueError) as error:
            raise _unfillable(name, self.language, [*values], error) from error

    def _of_number(self, name: str, count: float | None) -> str:
        """Return the pattern of that name for a number of things."""
        form = self.locale.plural_form(count or 0)

        for ending in (form, "other"):
            key = f"{name}.{ending}"
            pattern = self.patterns.get(key)
            if pattern:
                return pattern

        raise _missing(name, self.language)

    def has(self, name: str) -> bool:
        """Return whether there is a pattern of that name."""
        return name in self.patterns

    def under(self, name: str) -> dict[str, str]:
        """Return the patterns one step below a name."""
        start = f"{name}."

        found = {}
        for key, pattern in self.patterns.items():
            if key.startswith(start):
                below = key.removeprefix(start)
                found[below] = pattern

        return found

    def names(self, name: str) -> list[str]:
        """Return the names one step below a name, in the order of the file."""
        found = {}
        for key in self.under(name):
            first = key.split(".")[0]
            found[first] = None

        return list(found)

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
        return _range(self, claim, style)

    def amount(self, figure: str, claim: Claim, style: str = "range") -> str:
        """Return a claim with its unit: "9 to 19 hours a week"."""
        shown = self.range(claim, style)
        unit = figure
        if isinstance(claim, LengthClaim):
            unit = claim.unit

        most = _top(claim)
        if most is None:
            # "At least 1 year" is one; "1 or more years" are several.
            most = claim.min if style == "spoken" else max(claim.min, 2)
        return self(
            f"amount.{unit}",
            many=most,
            range=shown,
        )

    def list(self, items: list[str]) -> str:
        """Return "a", "a and b", or "a, b and c"."""
        if len(items) < 2:
            return "".join(items)

        *first, last = items
        comma = self("list.comma")
        return self(
            "list.end",
            most=comma.join(first),
            last=last,
        )


def _range(phrases: Phrases, claim: Claim, style: str) -> str:
    low = "" if claim.min is None else phrases.number(claim.min)
    top = _top(claim)
    high = "" if top is None else phrases.number(top)
    match _form(claim):
        case "one":
            return phrases(f"{style}.one", min=low)
        case "least":
            return phrases(f"{style}.least", min=low)
        case "most":
            return phrases(f"{style}.most", max=high)
        case "under":
            return phrases(f"{style}.under", max=high)
        case "from_under":
            return phrases(f"{style}.from_under", min=low, max=high)
    return phrases(f"{style}.between", min=low, max=high)


def _missing(name: str, language: str) -> UnsayablePhrase:
    last = name.split(".")[-1]
    return UnsayablePhrase(
        name,
        language,
        text=f"The words for “{name}” are missing.",
        fix=f"add them, or correct the name that was “{last}”.",
    )


def _unfillable(
    name: str, language: str, known: list[str], error: Exception
) -> UnsayablePhrase:
    """Return what is wrong with a pattern of which only the `known` holes have a value."""
    holes = ", ".join(f"{{{hole}}}" for hole in known)
    return UnsayablePhrase(
        name,
        language,
        text=f"This pattern cannot be filled in: {error}",
        fix=f"close each brace; the holes that can be filled here: {holes or 'none'}.",
    )


def _top(claim: Claim) -> float | None:
    """Return the upper end of a claim, inclusive or not; None where it has none."""
    if claim.max is None:
        return claim.under
    return claim.max


def _form(claim: Claim) -> str:
    """Return which pattern says a range of this form."""
    if claim.under is not None:
        return "from_under" if claim.min else "under"
    if claim.max is None:
        return "least"
    if claim.min is None:
        return "most"
    return "one" if claim.min == claim.max else "between"


def direction_of(language: str) -> str:
    """Return which way a language is written: `rtl` from right to left, else `ltr`."""
    return _locale(language).text_direction


def _locale(language: str) -> Locale:
    """Return how a language writes numbers and dates; English where nobody knows."""
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en")


@lru_cache(4096)
def _number(value: float, locale: Locale) -> str:
    whole = int(value)
    if value == whole:
        value = whole

    return format_decimal(value, locale=locale)
