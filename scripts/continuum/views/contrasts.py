"""Two levels -> sentences about what differs between them and what is the same."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.base import AUDIENCES, Sourced
from ..model.claim import Claim
from ..model.level import Level
from .around import core_services
from .figures import counted
from .speaking import Speaker, capitalized, sources_of, uncapitalized

Found = tuple[Level, Claim]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A generated sentence about two levels and the facts behind it."""

    text: str
    sourced: tuple[Sourced, ...] = ()
    same: bool = False

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of its sources."""
        return sources_of(self.sourced)


def _both(a: Level, b: Level, figure: str) -> tuple[Claim | None, Claim | None]:
    """Return the two headlines for one audience: adults if both have one, else teens."""
    for audience in AUDIENCES:
        first = a.headline(figure, audience)
        second = b.headline(figure, audience)
        if first and second:
            return first, second

    first = a.headline(figure)
    second = b.headline(figure)
    return first, second


def _by_claim(found: Found) -> tuple[float, float]:
    _, claim = found
    span = claim.span
    return span.low, span.high


def _hours(say: Speaker, a: Level, b: Level) -> Sentence | None:
    first, second = _both(a, b, "hours_per_week")
    if first and second:
        if first.span == second.span:
            return _same_amount(say, "hours_per_week", first, second)
        return _two_hours(say, (a, first), (b, second))

    if first:
        return _one_hours(say, a, first, b)
    if second:
        return _one_hours(say, b, second, a)

    return None


def _same_amount(say: Speaker, figure: str, claim: Claim, other: Claim) -> Sentence:
    amount = say.phrases.amount(figure, claim)
    return Sentence(
        text=say.phrases("compare.same_hours", amount=amount),
        sourced=(claim, other),
        same=True,
    )


def _two_hours(say: Speaker, a: Found, b: Found) -> Sentence:
    w = say.phrases
    (less, low), (more, high) = sorted((a, b), key=_by_claim)

    name = say.called(less)
    amount = w.amount("hours_per_week", high, "spoken")
    range = w.range(low, "spoken")
    text = w(
        "compare.takes",
        more=say.called(more),
        amount=amount + counted(say, high),
        less=capitalized(name),
        range=range + counted(say, low),
    )

    return Sentence(text, (high, low))


def _one_hours(say: Speaker, level: Level, claim: Claim, other: Level) -> Sentence:
    w = say.phrases
    text = w(
        "compare.takes_one",
        a=say.called(level),
        amount=w.amount("hours_per_week", claim, "spoken") + counted(say, claim),
        b=say.called(other),
    )
    return Sentence(text, (claim,))


def _sleep(say: Speaker, a: Level, b: Level) -> Sentence:
    w, backed = say.phrases, (a.sleep, b.sleep)
    wheres = (a.sleep.where, b.sleep.where)
    if wheres == ("varies", "varies"):
        text = w("compare.same_sleep_other")
        return Sentence(text, backed, same=True)
    if "varies" in wheres:
        text = _sleep_varies(say, a, b)
        return Sentence(text, backed)

    first, second = (w(f"sleep.in.{where}") for where in wheres)
    if a.sleep.where == b.sleep.where:
        text = w("compare.same_sleep", where=first)
        return Sentence(text, backed, same=True)
    text = w(
        "compare.sleep_differs",
        a=say.called(a),
        a_where=first,
        b=say.called(b),
        b_where=second,
    )
    return Sentence(text, backed)


def _sleep_varies(say: Speaker, a: Level, b: Level) -> str:
    first = say.text(a.sleep.text)
    second = say.text(b.sleep.text)
    return say.phrases(
        "compare.sleep_other",
        a=say.called(a),
        a_text=uncapitalized(first),
        b=say.called(b),
        b_text=uncapitalized(second),
    )


def _backup(say: Speaker, a: Level, b: Level) -> Sentence:
    w, backed = say.phrases, (a.medical, b.medical)
    if a.medical.grade == b.medical.grade:
        grade = uncapitalized(say.backup(a))
        text = w("compare.same_medical", grade=grade)
        return Sentence(text, backed, same=True)

    less, more = sorted((a, b), key=lambda level: say.rank[level.medical.grade])
    text = w(
        "compare.medical_differs",
        more=say.called(more),
        more_grade=uncapitalized(say.backup(more)),
        less=say.called(less),
        less_grade=uncapitalized(say.backup(less)),
    )
    return Sentence(text, backed)


def _days(say: Speaker, a: Level, b: Level) -> Sentence | None:
    w = say.phrases
    first, second = _both(a, b, "days_per_week")
    if not (first and second):
        return None
    if first.span == second.span:
        return _same_amount(say, "days_per_week", first, second)

    both = [(a, first), (b, second)]
    (less, low), (more, high) = sorted(both, key=_by_claim)
    text = w(
        "compare.meets",
        more=say.called(more),
        more_amount=w.amount("days_per_week", high),
        less=say.called(less),
        less_range=w.range(low),
    )

    return Sentence(text, (high, low))


def _length(say: Speaker, a: Level, b: Level) -> Sentence | None:
    w = say.phrases
    first, second = _both(a, b, "length")
    if not (first and second):
        return None
    whose = say.authorities[first.whose]
    other = say.authorities[second.whose]
    if whose.kind != other.kind:
        # What was counted and what is advertised cannot stand in one sentence.
        return None
    text = w(
        "compare.lasts",
        a=capitalized(say.called(a)),
        a_amount=w.amount("length", first),
        a_whose=whose.name,
        b=capitalized(say.called(b)),
        b_amount=w.amount("length", second),
        b_whose=other.name,
    )
    return Sentence(text, (first, second))


def _place(say: Speaker, a: Level, b: Level) -> Sentence | None:
    beside = [level for level in (a, b) if level.place == "alongside"]
    if not beside:
        return None
    if len(beside) == 2:
        text = say.phrases("compare.beside_both")
        return Sentence(text, same=True)

    name = say.called(beside[0])
    text = say.phrases("compare.beside_one", b=name)
    return Sentence(text)


def _shared(say: Speaker, a: Level, b: Level) -> Sentence | None:
    theirs = {use.service: use for use in core_services(b)}

    names, backed = [], []
    for use in core_services(a):
        if use.service in theirs:
            name = say.services[use.service].name
            names.append(uncapitalized(name))
            backed += [use, theirs[use.service]]
    if not names:
        return None

    services = say.phrases.list(names)
    return Sentence(
        text=say.phrases("compare.same_services", services=services),
        # The first stands for all: on its page each service has its own sources.
        sourced=tuple(backed[:2]),
        same=True,
    )


# What a comparison speaks of, in this order.
CONTRASTS = (_hours, _sleep, _backup, _days, _length, _place, _shared)
