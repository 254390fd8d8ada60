"""Rules about texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..language.borrowed import PLACEHOLDER, by_id, resolve
from ..language.phrases import Phrases
from ..model.base import Model
from ..model.claim import LengthClaim
from ..model.content import Content
from .fault import Fault, at
from .figures import claims
from .texts import as_read

LIMITS = {
    ("Level", "in_a_line"): 16,
    ("Topic", "in_a_line"): 16,
    ("Level", "in_short"): 60,
    ("Topic", "in_short"): 60,
    ("Answer", "a"): 60,
}
NOT_PROSE = {
    "id",
    "url",
    "value",
    "number",
    "language",
    "rule",
    "whose",
    "standard",
    "grade",
    "service",
    "to",
    "q",
}
UNIT_OF = {"hours_per_week": "hours", "hours_per_day": "hours", "days_per_week": "days"}


def texts(content: Content) -> Iterator[tuple[Model, tuple[str | int, ...], str]]:
    """Yield every text that readers see, with the group it stands in and the way to it."""
    for group in content.everything:
        if not isinstance(group.node.value, dict):
            continue
        for name in group.node.value:
            value = getattr(group, name)
            if name in NOT_PROSE:
                continue
            if isinstance(value, str):
                yield group, (name,), value
            elif isinstance(value, list):
                yield from (
                    (group, (name, index), item)
                    for index, item in enumerate(value)
                    if isinstance(item, str) and name != "sources"
                )


def placeholders_resolve(content: Content, words: Phrases) -> Iterator[Fault]:
    """Every placeholder stands for a number or a way to reach help that exists."""
    levels, help = by_id(content)
    for group, way, text in texts(content):
        for name in PLACEHOLDER.findall(text):
            try:
                resolve(name.strip(), levels, help)
            except LookupError as error:
                fix = "write it like {{ level.hours_per_week }}, with the id of a level and the name of one of its numbers."
                yield at(
                    group,
                    *way,
                    text=f"“{{{{{name}}}}}” stands for nothing: {error.args[0]}.",
                    fix=fix,
                    piece=f"{{{{{name}}}}}",
                )


def figure_finder(content: Content, words: Phrases) -> Callable[[str], list[str]]:
    """Return a function that finds, in a text, each number with its unit that a figure holds too."""
    held = _held(content)
    numbers = {
        word: float(value)
        for value, names in words.under("prose.numbers").items()
        for word in names.split()
    }
    one = "|".join([r"\d+(?:\.\d+)?", *map(re.escape, numbers)])
    between = (
        rf"(?:\s*(?:{words('prose.joiners')})\s*({one}))?(?:\s+{words('prose.more')})?"
    )
    units = {
        unit: re.compile(rf"\b({one}){between}\s+(?:{names})\b", re.IGNORECASE)
        for unit, names in words.under("prose.units").items()
    }
    any_unit = re.compile("|".join(words.under("prose.units").values()), re.IGNORECASE)

    def find(text: str) -> list[str]:
        bare = PLACEHOLDER.sub("§", text)
        if not any_unit.search(bare):
            return []
        return [
            found[0]
            for unit, pattern in units.items()
            for found in pattern.finditer(bare)
            if any(
                (unit, numbers.get(value.lower()) or float(value)) in held
                for value in found.groups()
                if value
            )
        ]

    return find


def _held(content: Content) -> set[tuple[str, float]]:
    """Return every end of every claim, with its unit."""
    held = set()
    for _, figure, _, claim in claims(content):
        unit = claim.unit if isinstance(claim, LengthClaim) else UNIT_OF[figure]
        held |= {(unit, end) for end in (claim.min, claim.max, claim.under) if end}
    return held


def prose_types_no_figure(content: Content, words: Phrases) -> Iterator[Fault]:
    """No text types a number that a figure holds: it borrows it with a placeholder, so that the two can never differ."""
    find = figure_finder(content, words)
    for group, way, text in texts(content):
        for piece in find(text):
            fix = "write {{ level.hours_per_week }} or the like in its place; for another fact write it with a hyphen, as in “3-month results”."
            yield at(
                group,
                *way,
                text=f"“{piece}” is typed here, and a level's numbers hold it too.",
                fix=fix,
                piece=piece,
            )


def help_numbers_stand_once(content: Content, words: Phrases) -> Iterator[Fault]:
    """The numbers to call or text in a crisis are typed only under `help:`."""
    numbers = {
        contact.value: help.id
        for help in content.help
        for contact in help.contacts
        if contact.kind in ("call", "text", "tty")
    }
    if not numbers:
        return
    pattern = re.compile(
        r"(?<![\d.-])("
        + "|".join(
            re.escape(number) for number in sorted(numbers, key=len, reverse=True)
        )
        + r")(?![\d-])"
    )
    for group, way, text in texts(content):
        if group.path.startswith(("help", "sources")):
            continue
        for found in pattern.finditer(text):
            fix = f"write {{{{ help.{numbers[found[0]]} }}}} in its place."
            yield at(
                group,
                *way,
                text=f"“{found[0]}” is typed here, and `help:` holds it too.",
                fix=fix,
                piece=found[0],
            )


def short_texts_are_short(content: Content, words: Phrases) -> Iterator[Fault]:
    """A line has at most 16 words; a short answer, and an answer to a question, at most 60."""
    read = as_read(content, words)
    for group, way, text in texts(content):
        limit = LIMITS.get((type(group).__name__, way[0]))
        if limit and (count := len(read(text).split())) > limit:
            yield at(
                group,
                *way,
                text=f"This text has {count} words; the limit is {limit}.",
                fix=f"cut {count - limit}, or say the rest elsewhere.",
            )


def good_and_hard_points_balance(content: Content, words: Phrases) -> Iterator[Fault]:
    """A level has as many hard points as good points, so that no page sells and none frightens."""
    for level in content.levels:
        good, hard = len(level.good_points), len(level.hard_points)
        if good != hard:
            text = f"The good points are {good}, the hard points {hard}."
            yield at(
                level,
                "hard_points",
                text=text,
                fix="add or remove some until both lists are equally long.",
            )


def suits_and_not_enough_balance(content: Content, words: Phrases) -> Iterator[Fault]:
    """A level has as many lines on when it may not be enough as on whom it may suit, give or take one."""
    for level in content.levels:
        suits, lacks = len(level.may_suit), len(level.may_not_be_enough)
        if abs(suits - lacks) > 1:
            text = f"The lines on whom it may suit are {suits}, those on when it may not be enough {lacks}."
            yield at(
                level,
                "may_not_be_enough",
                text=text,
                fix="add or remove some until the lists differ by one line at most.",
            )


RULES = [
    placeholders_resolve,
    prose_types_no_figure,
    help_numbers_stand_once,
    short_texts_are_short,
    good_and_hard_points_balance,
    suits_and_not_enough_balance,
]
