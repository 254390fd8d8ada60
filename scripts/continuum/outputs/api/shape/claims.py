"""The numbers of a level, and whose they are."""

from __future__ import annotations

from typing import Literal

from .part import Amount, HowWeKnow, Part, Secondhand, SourceIds


class Whose(Part):
    """Whose number or name it is. Show it with each number."""

    id: str
    """The id of an authority."""
    name: str
    """The name to show."""
    kind: Literal[
        "standard", "payer", "state", "statistics", "guidance", "research", "programs"
    ]
    """What sort of voice it is."""


class Claim(Part):
    """One number that someone published. Authorities differ, so a figure can have many."""

    text: str
    """The number with its unit, as our pages say it."""
    whose: Whose
    """Whose number it is. Never show the number without it."""
    audience: Literal["everyone", "adults", "adolescents"]
    """Whom the number is about."""
    headline: bool
    """True for the one that our tables show to this audience."""
    min: Amount | None
    """The least, itself included."""
    max: Amount | None
    """The most, itself included."""
    under: Amount | None
    """An upper end that is itself left out: 9 means fewer than 9."""
    unit: Literal[
        "hours_per_week",
        "hours_per_day",
        "days_per_week",
        "days",
        "weeks",
        "months",
        "years",
    ]
    """The unit of the three ends."""
    counts: str | None
    """What is counted, where it is not plainly the time in treatment."""
    note: str | None
    """Why it differs from the headline."""
    sources: SourceIds
    basis: HowWeKnow
    secondhand: Secondhand


class Figures(Part):
    """The four numbers of a level. Each is a list of claims, the headlines first. An empty list
    means that we found none.
    """

    hours_per_week: list[Claim]
    """Hours of treatment in a week."""
    hours_per_day: list[Claim]
    """Hours on a day you go."""
    days_per_week: list[Claim]
    """Days in a week."""
    length: list[Claim]
    """How long people stay."""
