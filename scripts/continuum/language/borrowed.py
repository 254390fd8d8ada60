"""Numbers that texts borrow: `{{ iop.hours_per_week }}` -> the claim it stands for."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..model.base import AUDIENCES, FIGURES
from ..model.claim import Claim
from ..model.content import Content
from ..model.level import Level
from ..model.site import Help

PLACEHOLDER = re.compile(r"\{\{(.*?)\}\}")
ById = tuple[dict[str, Level], dict[str, Help]]


@dataclass(frozen=True, slots=True)
class Borrowed:
    """What a placeholder stands for: a claim of a figure, or one of its ends, or a way to help.

    The ends are `min` and `max`.
    """

    figure: str = ""
    claim: Claim | None = None
    end: str = ""
    help: Help | None = None


def resolve(
    name: str,
    levels: Mapping[str, Level],
    help: Mapping[str, Help],
) -> Borrowed:
    """Return what `name` stands for. Raises LookupError with a sentence for the editor."""
    parts = [part.strip() for part in name.split(".")]
    first, rest = parts[0], parts[1:]

    if first == "help":
        id = ".".join(rest)
        if id in help:
            return Borrowed(help=help[id])
        raise LookupError(f"no help has the id “{id}”")

    if first not in levels:
        raise LookupError(f"no level has the id “{first}”")
    if not rest or rest[0] not in FIGURES:
        known = ", ".join(FIGURES)
        raise LookupError(f"a level's numbers are {known}")

    return _number(levels[first], rest[0], rest[1:])


def _number(level: Level, figure: str, steps: list[str]) -> Borrowed:
    """Return a number of a level. The steps may say which of several, and which end of it."""
    end = ""
    if steps and steps[-1] in ("min", "max"):
        end = steps[-1]
        steps = steps[:-1]

    which = steps[0] if steps else ""
    claim = _claim(level, figure, which)
    if end and end_of(claim, end) is None:
        raise LookupError(f"this number has no “{end}”")
    return Borrowed(figure, claim, end)


def end_of(claim: Claim, end: str) -> float | None:
    """Return the `min` or the `max` of a claim; its upper end may be called `under`."""
    if end == "min":
        return claim.min
    if claim.max is None:
        return claim.under
    return claim.max


def _claim(level: Level, figure: str, which: str) -> Claim:
    """Return the number that is meant. Raises LookupError where that is none or several."""
    found = _claims(level.figure(figure), which)
    if not found:
        raise LookupError(f"“{level.id}” has no such number under “{figure}”")

    several = which and len(found) > 1
    if several and which not in AUDIENCES:
        many = f"“{which}” has {len(found)} numbers under “{figure}”"
        raise LookupError(f"{many}; give the claim an id and use that")
    return found[0]


def _claims(claims: list[Claim], which: str) -> list[Claim]:
    """Return the claims meant: the headlines of an audience, or those of an id or an authority."""
    heads = [claim for claim in claims if claim.headline]
    if not which:
        adults = [claim for claim in heads if claim.covers("adults")]
        return adults or heads

    if which in (*AUDIENCES, "everyone"):
        return [claim for claim in heads if claim.covers(which)]

    named = [claim for claim in claims if claim.id == which]
    if named:
        return named
    return [claim for claim in claims if claim.whose == which]


def fill(text: str, show: Callable[[str], str]) -> str:
    """Return `text` with each placeholder replaced by what `show` makes of its name."""
    if "{{" not in text:
        return text

    def shown(found: re.Match) -> str:
        name = found[1].strip()
        return show(name)

    return PLACEHOLDER.sub(shown, text)


def by_id(content: Content) -> ById:
    """Return the levels and the ways to reach help under their ids."""
    levels = {level.id: level for level in (*content.levels, *content.left_out)}
    helps = {help.id: help for help in content.help}
    return levels, helps
