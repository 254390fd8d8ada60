"""What states say of the levels' hours -> the card of their page: one axis, and places on it."""

from __future__ import annotations

from collections.abc import Sequence

from ..speaking import Speaker
from ..states import Spread, numbers_of, spreads
from .card import Card, Differing, Ranges, Shared


def of_states(say: Speaker, page: Shared) -> Card:
    """Return the card of the page about all states: how far they differ, where they name hours."""
    found = spreads(say)
    if not found:
        return Card(page.title, lead=page.description)
    return Card(
        title=page.title,
        lead=say.phrases("states.picture_how"),
        differing=_differing(say, found),
        saved=True,
    )


def _differing(say: Speaker, spreads: Sequence[Spread]) -> Differing:
    """Return what states say of each level's hours, for those whom its first number is about."""
    longest = spreads[0].strips[0].longest
    ticks = []
    for hours in numbers_of(longest):
        number = say.phrases.number(hours)
        ticks.append((hours / longest, number))
    levels = [_ranges(say, spread) for spread in spreads]
    return Differing(tuple(levels), tuple(ticks))


def _ranges(say: Speaker, spread: Spread) -> Ranges:
    strip = spread.strips[0]
    whole = strip.longest
    span = strip.claim.span
    ends = []
    for end in strip.ends:
        at = end.hours / whole
        ends.append((at, end.under, end.starts))
    words = say.phrases(
        "share.fact",
        name=strip.who,
        value=strip.headline,
    )
    return Ranges(
        name=spread.level.short,
        words=words,
        shown=(span.low / whole, min(span.high, whole) / whole),
        ends=tuple(ends),
    )
