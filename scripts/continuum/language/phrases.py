"""The site's own words in one language: headings, labels, sentence patterns. One file per language, `content/words/`."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import lru_cache
from string import Formatter
from types import MappingProxyType
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_decimal

from ..model.claim import Claim, LengthClaim
from ..model.node import Node
from ..report.problem import ContentError, Problem
from .avoided import Wording

HOLE = re.compile(r"\{(\w+)\}")


class Phrases:
    """Patterns under dotted names. A pattern with `one:` and `other:` is chosen by the language's own plural rule.

    `tree` says where each stands in `file`, whose text is `source`. `pages` are the hand-written pages, by file. `wording` lists the words
    to avoid in this language, if there is such a list.
    """

    tree: Node | None = None
    file: str = ""
    source: str = ""
    pages: Mapping[str, str] = MappingProxyType({})
    wording: Wording | None = None

    def __init__(self, language: str, patterns: dict[str, str]):
        self.language = language
        try:
            self.locale = Locale.parse(language, sep="-")
        except (UnknownLocaleError, ValueError):
            self.locale = Locale("en")
        self.patterns = patterns

    def __call__(self, name: str, /, count: float | None = None, **values: Any) -> str:
        """Return the pattern of that name with its holes filled. Raises KeyError for a name that no file has."""
        pattern = self.patterns.get(name)
        if pattern is None:
            form = self.locale.plural_form(count if count is not None else 0)
            pattern = (
                self.patterns.get(f"{name}.{form}") or self.patterns[f"{name}.other"]
            )
        if count is not None:
            values["count"] = self.number(count)
        return pattern.format_map(values) if "{" in pattern else pattern

    @property
    def texts(self) -> dict[str, str]:
        """The text of every file that a rule may find a fault in beside the content, by file."""
        listed = {self.wording.file: self.wording.text} if self.wording else {}
        return {self.file: self.source, **self.pages, **listed}

    def has(self, name: str) -> bool:
        """Return whether there is a pattern of that name."""
        return name in self.patterns

    def under(self, name: str) -> dict[str, str]:
        """Return the patterns one step below a name."""
        start = f"{name}."
        return {
            key[len(start) :]: value
            for key, value in self.patterns.items()
            if key.startswith(start)
        }

    def names(self, name: str) -> list[str]:
        """Return the names one step below a name, in the order of the file."""
        return list(dict.fromkeys(key.split(".")[0] for key in self.under(name)))

    def number(self, value: float) -> str:
        """Return a number as the language writes it."""
        return _number(value, self.language, self.locale)

    def day(self, day: datetime.date) -> str:
        """Return a date as the language writes it."""
        return format_date(day, "long", self.locale)

    def range(self, claim: Claim, style: str = "range") -> str:
        """Return the bare range of a claim: "9 to 19", "20 or more". The style `spoken` says "at least 20"."""
        low = None if claim.min is None else self.number(claim.min)
        if claim.under is not None:
            name = "under" if not claim.min else "from_under"
            return self(f"{style}.{name}", min=low, max=self.number(claim.under))
        if claim.max is None:
            return self(f"{style}.least", min=low)
        if claim.min is None:
            return self(f"{style}.most", max=self.number(claim.max))
        return self(
            f"{style}.{'one' if claim.min == claim.max else 'between'}",
            min=low,
            max=self.number(claim.max),
        )

    def amount(self, figure: str, claim: Claim, style: str = "range") -> str:
        """Return a claim with its unit: "9 to 19 hours a week"."""
        return self.with_unit(figure, claim, self.range(claim, style))

    def with_unit(self, figure: str, claim: Claim, shown: str) -> str:
        """Return `shown` followed by the figure's unit, in the right number."""
        unit = claim.unit if isinstance(claim, LengthClaim) else figure
        top = next(
            end for end in (claim.max, claim.under, claim.min) if end is not None
        )
        return self(f"amount.{unit}", count=top, range=shown)

    def list(self, items: list[str]) -> str:
        """Return "a", "a and b", or "a, b and c"."""
        if len(items) < 2:
            return "".join(items)
        return self(
            "list.end", most=self("list.comma").join(items[:-1]), last=items[-1]
        )


@lru_cache(4096)
def _number(value: float, language: str, locale: Locale) -> str:
    return format_decimal(int(value) if value == int(value) else value, locale=locale)


def _texts(node: Node, above: str = "") -> dict[str, str]:
    """Return every pattern below a node as it was typed, under its dotted name."""
    if isinstance(node.value, dict):
        return {
            full: text
            for name, below in node.value.items()
            for full, text in _texts(
                below, f"{above}.{name}" if above else name
            ).items()
        }
    return {above: node.typed or str(node.value)}


def patterns_of(tree: Node) -> dict[str, str]:
    """Return the patterns of a located tree under their dotted names."""
    return _texts(tree)


def read_phrases(
    tree: Node, language: str, model: Phrases | None, file: str, text: str
) -> Phrases:
    """Return the words of a located tree. Raises ContentError for each pattern that cannot be used, and for each of `model` that is missing."""
    words = Phrases(language, _texts(tree))
    problems = [*_unusable(tree), *(_unlike(tree, words, model) if model else ())]
    if problems:
        raise ContentError(problems, file, text)
    return words


def _unlike(tree: Node, words: Phrases, model: Phrases) -> Iterator[Problem]:
    """Yield a problem for each pattern of `model` that is missing here or has other holes, and for each that `model` does not know."""
    missing = []
    for name, pattern in model.patterns.items():
        mine, base = words.patterns.get(name), name.rpartition(".")[0]
        where = tree.find(*name.split("."))
        if mine is None and not (
            name.endswith((".one", ".other")) and f"{base}.other" in words.patterns
        ):
            missing.append(name)
            yield Problem(
                (where.key or where.place),
                name,
                f"The words for “{name}” are missing.",
                f"translate “{pattern}”.",
            )
        elif mine is not None and not set(HOLE.findall(mine)) <= set(
            HOLE.findall(pattern)
        ):
            yield Problem(
                where.spot,
                name,
                "This pattern has a hole that the site cannot fill.",
                f"use only the holes of “{pattern}”.",
            )
    for name in words.patterns:
        if (
            close := get_close_matches(name, missing, 1, 0.8)
        ) and name not in model.patterns:
            where = tree.find(*name.split("."))
            yield Problem(
                where.key or where.place,
                name,
                f"The site has no words called “{name}”.",
                f"did you mean “{close[0]}”?",
            )


def _unusable(node: Node, path: str = "") -> Iterator[Problem]:
    """Yield a problem for each value that is no text, and for each text that cannot be filled in or searched with."""
    if isinstance(node.value, dict):
        for name, below in node.value.items():
            yield from _unusable(below, f"{path}.{name}" if path else name)
            if not re.fullmatch(r"[\w-]+", name):
                yield Problem(
                    below.key,
                    path,
                    f"“{name}” cannot be the name of words.",
                    "use letters, digits and low lines, such as “next_step”.",
                )
        return
    if (
        node.value is None
        or isinstance(node.value, list)
        or not str(node.value).strip()
    ):
        yield Problem(
            node.spot,
            path,
            f"“{path}” needs one text.",
            "write the words after the colon.",
        )
    elif path.startswith("prose."):
        yield from _unsearchable(node, path)
    elif (fault := _brackets(str(node.value))) is not None:
        yield Problem(
            node.spot,
            path,
            fault,
            "write a hole as a name in curly brackets, such as {count}, and no other curly bracket.",
        )


def _brackets(pattern: str) -> str | None:
    """Return what is wrong with the holes of a pattern."""
    try:
        holes = [hole for _, *hole in Formatter().parse(pattern) if hole[0] is not None]
    except ValueError:
        return "A curly bracket here has no partner."
    odd = [
        name
        for name, form, change in holes
        if not HOLE.fullmatch(f"{{{name}}}") or form or change
    ]
    return f"“{odd[0]}” cannot be the name of a hole." if odd else None


def _unsearchable(node: Node, path: str) -> Iterator[Problem]:
    """Yield a problem for a search pattern that no search can use, and for a number that is none."""
    try:
        re.compile(f"(?:{node.value})")
    except re.error:
        yield Problem(
            node.spot,
            path,
            "This search pattern cannot be used.",
            "compare it with the same line of en.yaml.",
        )
    name = path.rpartition(".")[2]
    if path.startswith("prose.numbers.") and not re.fullmatch(r"\d+(\.\d+)?", name):
        yield Problem(
            node.key or node.place,
            path,
            f"“{name}” is not a number.",
            "write digits before the colon, such as 9.",
        )
