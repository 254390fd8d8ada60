"""One level, field by field."""

from __future__ import annotations

from typing import Literal

from .claims import Figures, Whose
from .head import Review
from .life import Attendance, Medical, Sleep, Work
from .part import Address, Checked, HowWeKnow, NextCheck, Part, Secondhand, SourceIds


class ServiceUse(Part):
    """A service at this level."""

    id: str
    """The short name of the service."""
    name: str
    """What pages call it."""
    part: Literal["core", "may", "referral"]
    """`core`: part of the program. `may`: some programs offer it. `referral`: there or by
    referral.
    """
    url: Address
    """Where our page about services explains it."""
    note: str | None
    """A few words more."""
    sources: SourceIds
    basis: HowWeKnow
    secondhand: Secondhand


class Statement(Part):
    """One thought."""

    title: str | None
    """A few bold words before it."""
    text: str
    """A sentence or two."""
    sources: SourceIds
    basis: HowWeKnow
    secondhand: Secondhand


class Danger(Part):
    """A danger that readers must not miss."""

    id: str
    """Its short name."""
    title: str
    """What to do."""
    text: str
    """The danger."""
    sources: SourceIds
    basis: HowWeKnow
    secondhand: Secondhand


class Step(Part):
    """A way from this level to another."""

    to: str
    """The id of the other level."""
    name: str
    """The short name of the other level."""
    when: str
    """When people make this move."""
    sources: SourceIds
    basis: HowWeKnow
    secondhand: Secondhand


class NameInStandard(Part):
    """What a standard calls the level."""

    standard: Whose
    """The standard."""
    number: str | None
    """Its number there. It names a kind of care and is not a score."""
    title: str
    """Its title there."""
    note: str | None
    """What changed, or what the number does not mean."""
    sources: SourceIds
    basis: HowWeKnow
    secondhand: Secondhand


class Question(Part):
    """A question to ask a program."""

    ask: str
    """The question."""
    why: str
    """Why it is worth asking."""
    listen_for: str
    """What a good answer holds."""


class Answer(Part):
    """A question that people ask, and its answer."""

    id: str
    """Its short name."""
    question: str
    """The question."""
    answer: str
    """The answer."""
    url: Address
    """Where it stands on our pages."""
    sources: SourceIds
    basis: HowWeKnow
    secondhand: Secondhand


class Disagreement(Part):
    """Something that sources do not agree about, other than a number."""

    title: str
    """What it is about."""
    text: str
    """Who says what."""
    sources: SourceIds
    basis: HowWeKnow
    secondhand: Secondhand


class Level(Part):
    """One level of care, or help that stands beside the levels."""

    id: str
    """Its short name, which stays."""
    name: str
    """The plain name."""
    everyday: str | None
    """What people call it in everyday life, where that is another word."""
    acronym: str | None
    """The letters people say."""
    stands_for: str | None
    """What the letters stand for."""
    also_called: list[str]
    """Other names people hear."""
    place: Literal["continuum", "alongside"]
    """`continuum`: on the line of levels. `alongside`: beside it."""
    position: int | None
    """Its place on the line, from 1. It is an order and not a rank."""
    url: Address
    """Its page."""
    in_a_line: str
    """What it is, in one line."""
    in_short: str
    """What it is, in a few sentences."""
    dangers: list[Danger]
    """Dangers that its page warns of. Show them."""
    warnings: list[Statement]
    """Warnings for this level alone. Show them."""
    figures: Figures
    """Its numbers."""
    sleep: Sleep
    """Where you sleep."""
    medical: Medical
    """How near a doctor or nurse is."""
    attend: Attendance | None
    """Whether you go there or join by video. Null where no source says."""
    work: Work | None
    """Whether you can work or study at the same time. Null where no source says."""
    what_happens: list[Statement]
    """What happens there."""
    services: list[ServiceUse]
    """Services that our sources name."""
    may_suit: list[Statement]
    """Who it may suit. Please keep the word may."""
    may_not_be_enough: list[Statement]
    """When it may not be enough."""
    good_points: list[Statement]
    """Good points. Show them with the hard ones."""
    hard_points: list[Statement]
    """Hard points."""
    daily_life: list[Statement]
    """What daily life is like."""
    steps_up: list[Step]
    """Moves to more care."""
    steps_down: list[Step]
    """Moves to less care."""
    moving: list[Statement]
    """More about coming and going."""
    paying: list[Statement]
    """What sources say about paying for it."""
    numbering: list[NameInStandard]
    """What standards call it."""
    disagreements: list[Disagreement]
    """What else sources do not agree on."""
    good_to_know: list[str]
    """Why its numbers break a rule that other levels keep."""
    not_known: list[Statement]
    """What is not known. Show it too."""
    questions: list[Question]
    """Questions to ask a program."""
    faq: list[Answer]
    """Questions that people ask."""
    next_step: str
    """One thing to do now."""
    checked: Checked
    next_check: NextCheck
    review: Review
    """Who made the last check."""
