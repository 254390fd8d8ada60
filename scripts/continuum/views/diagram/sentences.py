"""Content -> what the picture shows, in words: its finding, how to read it, and every level."""

from __future__ import annotations

from itertools import pairwise
from math import isinf

from ...model.claim import Claim
from ...model.level import Level, Step
from ..figures import first_headline
from ..speaking import Speaker, capitalized, uncapitalized
from .bands import rows, tags, variants
from .scale import hours_of


def finding(say: Speaker) -> str:
    """Return what the picture shows best: the first level whose hours have both ends, beside the
    next one with hours where people sleep at the same place.

    Without such a level it is what the picture is.
    """
    w = say.phrases
    known = [level for level in rows(say.content) if _hours(level)]
    for level, after in pairwise([*known, None]):
        if not _has_both_ends(_hours(level)):
            continue
        sleep = w(f"continuum.sleep.{level.sleep.where}")
        name, hours = say.called(level), hours_of(say, level)
        if after is None or after.sleep.where != level.sleep.where:
            said = w("continuum.finding", name=name, hours=hours, sleep=sleep)
            return capitalized(said)
        said = w(
            "continuum.finding_of_two",
            name=name,
            hours=hours,
            other=say.called(after),
            other_hours=hours_of(say, after),
            sleep=sleep,
        )
        return capitalized(said)

    return w("continuum.title")


def key(say: Speaker) -> str:
    """Return how to read the picture: only what is in it."""
    w = say.phrases
    claims = [claim for claim in map(_hours, rows(say.content)) if claim]
    if not claims:
        return w("continuum.key.none")
    said = [w("continuum.key.hours")]
    if any(claim.span.low for claim in claims):
        said.append(w("continuum.key.least"))
    if any(not isinf(claim.span.high) for claim in claims):
        said.append(w("continuum.key.most"))
    if any(isinf(claim.span.high) for claim in claims):
        said.append(w("continuum.key.more"))
    if any(tags(say.content, level) for level in rows(say.content)):
        said.append(w("continuum.key.adds"))
    return " ".join(said)


def sentences(say: Speaker, level: Level) -> str:
    """Return what the picture says about a level: its row or tag, and the steps from it."""
    w = say.phrases
    said = [sentence(say, level, capitalized(say.called(level)))]
    for other in variants(say.content, level):
        adds = say.text(other.variant.adds)
        said.append(w("continuum.variant", adds=adds, other=say.called(other)))
    if level.steps_up:
        said.append(w("continuum.up", names=_names(say, level.steps_up)))
    if level.steps_down:
        said.append(w("continuum.down", names=_names(say, level.steps_down)))
    return " ".join(said)


def tagged(say: Speaker, level: Level) -> list[tuple[Level, str, str]]:
    """Return the levels that only add something to this one, with their tags as seen and heard."""
    found = []
    for other in tags(say.content, level):
        adds = say.text(other.variant.adds)
        text = say.phrases("continuum.adds", adds=adds)
        heard = say.phrases("continuum.heard_adds", name=level.short, adds=adds)
        found.append((other, text, f"{heard}. {sentence(say, other, other.short)}"))
    return found


def spoken(say: Speaker, level: Level) -> str:
    """Return a row under the name it shows, so that who speaks what they see reaches its link."""
    name = level.short
    if other := under(level):
        name = f"{level.short} {other}"
    return sentence(say, level, name)


def under(level: Level) -> str:
    """Return the name that stands under a level's short one, where that is another."""
    return level.name if level.short != level.name else ""


def sentence(say: Speaker, level: Level, name: str) -> str:
    """Return a level's row as sentences about `name`."""
    w = say.phrases
    hours = hours_of(say, level)
    sleep = w(f"continuum.sleep.{level.sleep.where}")
    medical = uncapitalized(say.backup(level))
    if hours:
        return w("continuum.row", name=name, hours=hours, sleep=sleep, medical=medical)
    return w("continuum.row_unknown", name=name, sleep=sleep, medical=medical)


def _names(say: Speaker, steps: list[Step]) -> str:
    return say.phrases.list([say.called(say.levels[step.to]) for step in steps])


def _hours(level: Level) -> Claim | None:
    return first_headline(level, "hours_per_week")


def _has_both_ends(claim: Claim) -> bool:
    return bool(claim.span.low) and not isinf(claim.span.high)
