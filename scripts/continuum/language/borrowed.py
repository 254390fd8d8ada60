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
    """What a placeholder stands for: a claim of a figure, or one of its ends (`min`, `max`), or a way to reach help."""

    figure: str = ""
    claim: Claim | None = None
    end: str = ""
    help: Help | None = None


def resolve(
    name: str, levels: Mapping[str, Level], help: Mapping[str, Help]
) -> Borrowed:
    """Return what `name` stands for. Raises LookupError with a sentence for the editor."""
    parts = [part.strip() for part in name.split(".")]
    if parts[0] == "help":
        if len(parts) == 2 and parts[1] in help:
            return Borrowed(help=help[parts[1]])
        raise LookupError(f"no help has the id “{'.'.join(parts[1:])}”")
    if parts[0] not in levels:
        raise LookupError(f"no level has the id “{parts[0]}”")
    if len(parts) < 2 or parts[1] not in FIGURES:
        raise LookupError(f"a level's numbers are {', '.join(FIGURES)}")
    level, figure, rest = levels[parts[0]], parts[1], parts[2:]
    end = rest.pop() if rest and rest[-1] in ("min", "max") else ""
    claim = _claim(level, figure, rest[0] if rest else "")
    if end and (claim.min if end == "min" else _top(claim)) is None:
        raise LookupError(f"this number has no “{end}”")
    return Borrowed(figure, claim, end)


def _top(claim: Claim) -> float | None:
    return claim.under if claim.max is None else claim.max


def _claim(level: Level, figure: str, which: str) -> Claim:
    claims = level.figure(figure)
    if not which:
        found = [
            claim for claim in claims if claim.headline and claim.covers("adults")
        ] or [c for c in claims if c.headline]
    elif which in (*AUDIENCES, "everyone"):
        found = [claim for claim in claims if claim.headline and (claim.covers(which))]
    else:
        found = [claim for claim in claims if claim.id == which] or [
            claim for claim in claims if claim.whose == which
        ]
    if not found:
        raise LookupError(f"“{level.id}” has no such number under “{figure}”")
    if which and len(found) > 1 and which not in AUDIENCES:
        raise LookupError(
            f"“{which}” has {len(found)} numbers under “{figure}”; give the claim an id and use that"
        )
    return found[0]


def fill(text: str, show: Callable[[str], str]) -> str:
    """Return `text` with each placeholder replaced by what `show` makes of its name."""
    return (
        PLACEHOLDER.sub(lambda found: show(found[1].strip()), text)
        if "{{" in text
        else text
    )


def by_id(content: Content) -> tuple[dict[str, Level], dict[str, Help]]:
    """Return the levels and the ways to reach help under their ids."""
    return {level.id: level for level in content.levels}, {
        help.id: help for help in content.help
    }
