"""Content -> what a state, a county or a plan says of each level, as readers see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...model.base import AUDIENCES, FIGURES, Sourced, Who
from ...model.claim import Authority, Claim
from ...model.level import Level, Numbering
from ..figures import counted
from ..speaking import Speaker, sources_of


@dataclass(frozen=True, slots=True)
class Told:
    """One number that a state says, and the one beside it that tables show.

    `who` is whom it is about. `beside` is what tables show to them, with whose it is; nothing
    stands there where it is this very number. `why` says how it differs; `same` is whether it does
    not, for all whom it is about. `past` says that it is no longer in force.
    """

    figure: str
    who: str
    number: str
    counts: str
    beside: tuple[tuple[str, str], ...]
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

    @property
    def says(self) -> bool:
        """Whether it says anything that has a source."""
        return bool(self.levels or self.authority.edition or self.authority.rules)


@dataclass(frozen=True, slots=True)
class InState:
    """A state that says something of a level: its numbers in a few words, else its name for it.

    `part` is where on its page this stands. What lies within it speaks in its own name.
    """

    state: Authority
    part: str
    said: tuple[tuple[str, tuple[str, ...]], ...]


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
        for found in voice.levels:
            if any(not number.past for number in found.numbers):
                known.add(found.level.id)
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
        said = {}
        for voice in say.content.within(state):
            texts = tuple(_in_short(say, voice, level))
            if texts:
                said[voice.id] = ("" if voice is state else voice.name, texts)
        if said:
            first = next(iter(said))
            part = level.id if first == state.id else first
            found.append(InState(state, part, tuple(said.values())))
    return found


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
    heads = _headlines(level, figure, claim)
    return Told(
        figure=w(f"level.figure.{figure}"),
        who=w(f"who.{claim.who}"),
        number=w.amount(figure, claim),
        counts=say.text(claim.counts or ""),
        beside=tuple(_beside(say, figure, heads, claim)),
        why=say.text(claim.note) if claim.note else "",
        past=say.past(claim),
        same=all(head.span == claim.span for _, head in heads),
        claim=claim,
    )


def _headlines(level: Level, figure: str, claim: Claim) -> list[tuple[Who, Claim]]:
    """Return the numbers that tables show to those whom a claim is about; where all see the same,
    it stands once.
    """
    found: dict[int, tuple[Who, Claim]] = {}
    for audience in AUDIENCES:
        head = level.headline(figure, audience)
        if head and claim.covers(audience):
            found.setdefault(id(head), (audience, head))
    return list(found.values())


def _beside(
    say: Speaker, figure: str, heads: list[tuple[Who, Claim]], claim: Claim
) -> Iterator[tuple[str, str]]:
    """Yield what tables show beside a claim, in words, and whose it is."""
    w = say.phrases
    for audience, head in heads:
        if head is claim:
            continue
        amount = w.amount(figure, head)
        if audience != AUDIENCES[0] and len(heads) > 1:
            amount = w("level.teens", amount=amount)
        yield amount, say.authorities[head.whose].name


def _in_short(say: Speaker, voice: Authority, level: Level) -> Iterator[str]:
    """Yield what a voice says of a level in a few words: the first figure that it has, for each
    audience; else how it calls the level.
    """
    w = say.phrases
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
            yield amount + counted(say, claim)
        if told:
            return

    for called in _names(voice, level):
        yield w("state.called", name=called.title)
