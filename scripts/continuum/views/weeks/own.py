"""Phrases -> the empty week that readers fill in with their own hours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...language.phrases import Phrases
from ..whole_site import forms
from . import AWAKE, weekdays_of
from .clock import clock
from .drawn import HOURS, Span

# What readers can mark at once: from a day to a day, from an hour to an hour.
MARKS = {
    "work": "0-4:9-17",
    "late": "0-4:15-23",
    "school": "0-4:8-15",
    "mornings": "0-6:7-9",
    "afternoons": "0-4:15-18",
}


@dataclass(frozen=True, slots=True)
class OwnWeek:
    """Seven days, short and in full, the times of 24 hours, and what a script needs: the hours that
    are not asleep, what can be marked at once by name, and phrases in their forms.
    """

    days: tuple[tuple[str, str], ...]
    times: tuple[str, ...]
    awake: Span
    marks: Mapping[str, str]
    takes: str
    meets: str
    left: str


def own_week(phrases: Phrases) -> OwnWeek:
    """Return the empty week in a language."""
    short, full = weekdays_of(phrases), weekdays_of(phrases, "wide")
    return OwnWeek(
        days=tuple(zip(short, full, strict=True)),
        times=tuple(clock(hour, phrases.locale) for hour in range(HOURS)),
        awake=AWAKE,
        marks=MARKS,
        takes=forms(phrases, "own.takes"),
        meets=forms(phrases, "own.meets"),
        left=forms(phrases, "own.left"),
    )
