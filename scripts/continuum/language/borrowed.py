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
    name: str, levels: Mapping[str, Level], help: Mapping[str, Help]
) -> Borrowed:
    """Return what `name` stands for. Raises LookupError with a sentence for the editor."""
    first, *rest = [part.strip() for part in name.split(".")]
    if first == "help":
        if len(rest) == 1 and rest[0] in help:
            return Borrowed(help=help[rest[0]])
        raise LookupError(f"no help has the id “{'.'.join(rest)}”")
    if first not in levels:
        raise LookupError(f"no level has the id “{first}”")
    if not rest or rest[0] not in FIGURES:
        raise LookupError(f"a level's numbers are {', '.join(FIGURES)}")
    return _number(levels[first], *rest)


def _number(level: Level, figure: str, *rest: str) -> Borrowed:
    """Return a number of a level. `rest` may say which of several, and which end of it."""
    steps = list(rest)
    end = steps.pop() if steps and steps[-1] in ("min", "max") else ""
    claim = _claim(level, figure, steps[0] if steps else "")
    value = claim.min if end == "min" else _top(claim)
    if end and value is None:
        raise LookupError(f"this number has no “{end}”")
    return Borrowed(figure, claim, end)


def _top(claim: Claim) -> float | None:
    return claim.under if claim.max is None else claim.max


def _claim(level: Level, figure: str, which: str) -> Claim:
    found = _claims(level.figure(figure), which)
    if not found:
        raise LookupError(f"“{level.id}” has no such number under “{figure}”")
    if which and len(found) > 1 and which not in AUDIENCES:
        many = f"“{which}” has {len(found)} numbers under “{figure}”"
        raise LookupError(f"{many}; give the claim an id and use that")
    return found[0]


def _claims(claims: list[Claim], which: str) -> list[Claim]:
    """Return the claims meant: the headlines of an audience, or those of an id or an authority."""
    heads = [claim for claim in claims if claim.headline]
    if not which:
        return [claim for claim in heads if claim.covers("adults")] or heads
    if which in (*AUDIENCES, "everyone"):
        return [claim for claim in heads if claim.covers(which)]
    named = [claim for claim in claims if claim.id == which]
    return named or [claim for claim in claims if claim.whose == which]


def fill(text: str, show: Callable[[str], str]) -> str:
    """Return `text` with each placeholder replaced by what `show` makes of its name."""
    if "{{" not in text:
        return text
    return PLACEHOLDER.sub(lambda found: show(found[1].strip()), text)


def by_id(content: Content) -> tuple[dict[str, Level], dict[str, Help]]:
    """Return the levels and the ways to reach help under their ids."""
    levels = {level.id: level for level in content.levels}
    return levels, {help.id: help for help in content.help}
