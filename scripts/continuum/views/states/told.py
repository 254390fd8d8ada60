"""Content -> what a state, a county or a plan says of each level, as readers see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...model.base import AUDIENCES, FIGURES, Sourced
from ...model.claim import Authority, Claim
from ...model.level import Level, Numbering
from ..speaking import Speaker, sources_of


@dataclass(frozen=True, slots=True)
class Told:
    """One number that a state says, and the one beside it that tables show.

    `who` is whom it is about. `why` says how it differs; `same` is whether it does not. `past` says
    that it is no longer in force. Where it is itself the number that tables show, nothing stands
    beside it.
    """

    figure: str
    who: str
    number: str
    counts: str
    beside: str
    beside_whose: str
    why: str
    past: str
    same: bool
    claim: Claim


@dataclass(frozen=True, slots=True)
class AtLevel:
    """What one voice says of a level: how it calls it, and its numbers."""

    level: Level
    names: tuple[Numbering, ...]
    numbers: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """Someone who speaks on the page of a state: the state, or what lies within it."""

    authority: Authority
    levels: tuple[AtLevel, ...]


@dataclass(frozen=True, slots=True)
class InState:
    """A state that says something of a level: its numbers in a few words, else its name for it.

    `part` is where on its page this stands.
    """

    state: Authority
    part: str
    said: tuple[str, ...]


def voices(say: Speaker, state: Authority) -> list[Voice]:
    """Return who speaks on a state's page, the state itself first."""
    found = []
    for authority in say.content.within(state):
        levels = tuple(_levels(say, authority))
        found.append(Voice(authority, levels))
    return found


def silent_levels(say: Speaker, spoken: list[Voice]) -> list[Level]:
    """Return the levels of the line for which none of these has a number."""
    known = set()
    for voice in spoken:
        known |= {found.level.id for found in voice.levels if found.numbers}
    return [level for level in say.content.line_of_levels if level.id not in known]


def read_by(say: Speaker, spoken: list[Voice]) -> str:
    """Return by which day every text that backs a state's page had been read; nothing where the
    file does not say it of each.
    """
    days = []
    for id in sources_of(_backed(spoken)):
        days.append(say.sources[id].read)
    if not days or None in days:
        return ""
    day = say.phrases.day(max(days))
    return say.phrases("state.read", day=day)


def _backed(spoken: list[Voice]) -> Iterator[Sourced]:
    for voice in spoken:
        yield from voice.authority.edition
        yield from voice.authority.rules
        for found in voice.levels:
            yield from found.names
            for number in found.numbers:
                yield number.claim


def in_states(say: Speaker, level: Level) -> list[InState]:
    """Return the states that say something of a level, from A to Z."""
    found = []
    for state in say.content.states:
        said: dict[str, str] = {}
        for voice in say.content.within(state):
            part = level.id if voice is state else voice.id
            for text in _in_short(say, voice, level):
                said.setdefault(text, part)
        if said:
            part = next(iter(said.values()))
            found.append(InState(state, part, tuple(said)))
    return sorted(found, key=lambda one: one.state.name.casefold())


def _levels(say: Speaker, voice: Authority) -> Iterator[AtLevel]:
    for level in say.content.levels:
        names = tuple(_names(voice, level))
        numbers = tuple(_numbers(say, voice, level))
        if names or numbers:
            yield AtLevel(level, names, numbers)


def _names(voice: Authority, level: Level) -> Iterator[Numbering]:
    for name in level.numbering:
        if name.standard == voice.id:
            yield name


def _numbers(say: Speaker, voice: Authority, level: Level) -> Iterator[Told]:
    for figure in FIGURES:
        for claim in level.figure(figure):
            if claim.whose == voice.id:
                yield _told(say, level, figure, claim)


def _told(say: Speaker, level: Level, figure: str, claim: Claim) -> Told:
    w = say.phrases
    head = _headline(level, figure, claim)
    beside = beside_whose = ""
    if head is not claim:
        beside = w.amount(figure, head)
        beside_whose = say.authorities[head.whose].name

    return Told(
        figure=w(f"level.figure.{figure}"),
        who=w(f"who.{claim.who}"),
        number=w.amount(figure, claim),
        counts=claim.counts or "",
        beside=beside,
        beside_whose=beside_whose,
        why=say.text(claim.note) if claim.note else "",
        past=w("state.past", day=w.day(claim.until)) if claim.until else "",
        same=head.span == claim.span,
        claim=claim,
    )


def _headline(level: Level, figure: str, claim: Claim) -> Claim:
    """Return the number that tables show to those whom a claim is about, adults first."""
    for audience in AUDIENCES:
        head = level.headline(figure, audience)
        if head and claim.covers(audience):
            return head
    return claim


def _in_short(say: Speaker, voice: Authority, level: Level) -> Iterator[str]:
    """Yield what a voice says of a level in a few words: the first figure that it has, for each
    audience; else how it calls the level.
    """
    w = say.phrases
    name = "" if voice.has_page else voice.name
    for figure in FIGURES:
        told = [
            claim
            for claim in level.figure(figure)
            if claim.whose == voice.id and not claim.until
        ]
        for claim in told:
            amount = w.amount(figure, claim)
            if claim.who == AUDIENCES[1]:
                amount = w("level.teens", amount=amount)
            yield w("state.said_by", who=name, said=amount) if name else amount
        if told:
            return

    for called in _names(voice, level):
        title = w("state.called", name=called.title)
        yield w("state.said_by", who=name, said=title) if name else title
