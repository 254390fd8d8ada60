"""A level's claims -> its figures as tables, facts and lists show them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model.base import AUDIENCES, FIGURES, Sourced, Who
from ..model.claim import Claim
from ..model.level import Level
from .speaking import Speaker, capitalized, sources_of, uncapitalized

# The picture beside a figure, where it is not the clock.
SIGNS = {"days_per_week": "days", "length": "length"}


@dataclass(frozen=True, slots=True)
class Cell:
    """One answer: the words, smaller lines under them, whose it is, and what backs it.

    A silent one says that there is no answer.
    """

    text: str
    small: tuple[str, ...] = ()
    whose: str = ""
    sourced: tuple[Sourced, ...] = ()
    silent: bool = False

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of its sources."""
        return sources_of(self.sourced)


@dataclass(frozen=True, slots=True)
class Fact:
    """One of a level's facts in short: its picture, its name and its value."""

    sign: str
    name: str
    value: Cell


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One published number as "Why do the numbers differ?" shows it."""

    whose: str
    who: str
    number: str
    counts: str
    note: str
    past: str
    headline: bool
    claim: Claim


def headlines(level: Level, figure: str) -> list[tuple[Who, Claim]]:
    """Return the headline for each audience; one where the same serves all or one is known."""
    known = []
    for audience in AUDIENCES:
        claim = level.headline(figure, audience)
        if claim:
            headline = (audience, claim)
            known.append(headline)

    first = known[:1]
    if all(claim is first[0][1] for _, claim in known):
        return first
    return known


def first_headline(level: Level, figure: str) -> Claim | None:
    """Return the headline for adults, else for teens, if there is one."""
    for _, claim in headlines(level, figure):
        return claim
    return None


def figure_cell(say: Speaker, level: Level, figure: str) -> Cell:
    """Return a figure for tables: the adults' headline, the teens' under it, and whose it is."""
    known = headlines(level, figure)
    if not known:
        return Cell(say.phrases("level.no_number"), silent=True)
    audience, first = known[0]
    amount = say.phrases.amount(figure, first)
    text = capitalized(amount)
    if audience != AUDIENCES[0]:
        text = say.phrases("level.teens", amount=text)

    shown = tuple(claim for _, claim in known)
    return Cell(
        text=text,
        small=_smaller(say, figure, shown),
        whose=_whose(say, shown),
        sourced=shown,
    )


def _smaller(say: Speaker, figure: str, claims: Sequence[Claim]) -> tuple[str, ...]:
    """Return the lines under a headline: for whom it is, the teens' own, and what it counts."""
    w = say.phrases
    first, *others = claims

    lines = []
    for claim in others:
        amount = w.amount(figure, claim)
        lines.append(w("level.teens", amount=amount))
    if first.counts:
        counts = say.text(first.counts)
        lines.append(capitalized(counts))

    if first.who == AUDIENCES[0]:
        more = "".join(f" {capitalized(line)}" for line in lines[:1])
        lines[:1] = [w("level.for_adults", more=more)]
    return tuple(lines)


def _whose(say: Speaker, claims: Sequence[Claim]) -> str:
    """Return whose numbers these are, and how we know those that we did not read ourselves."""
    names: list[str] = []
    for claim in claims:
        name = say.authorities[claim.whose].name
        basis = say.basis(claim)
        if basis:
            name = f"{name}, {basis}"

        if name not in names:
            names.append(name)
    return say.phrases.list(names)


def counted(say: Speaker, claim: Claim) -> str:
    """Return what a number counts, in brackets, where it is not plainly the time in treatment."""
    if not claim.counts:
        return ""
    return f" ({say.text(claim.counts)})"


def unknown(say: Speaker, level: Level) -> str:
    """Return the names of the figures for which this level has no number."""
    names = []
    for figure in FIGURES:
        if not headlines(level, figure):
            name = say.phrases(f"level.{figure}")
            names.append(uncapitalized(name))

    listed = say.phrases.list(names)
    return capitalized(listed)


def known_figures(say: Speaker, level: Level) -> list[Fact]:
    """Return the figures for which a level has a number."""
    return [
        Fact(
            sign=SIGNS.get(name, "hours"),
            name=say.phrases(f"level.{name}"),
            value=figure_cell(say, level, name),
        )
        for name in FIGURES
        if headlines(level, name)
    ]


def claims(say: Speaker, level: Level) -> dict[str, list[ClaimRow]]:
    """Return, for each figure that has claims, the headlines, then all others but for those that
    stand on the pages of states.
    """
    found = {}
    for figure in FIGURES:
        rows = []
        for claim in level.figure(figure):
            elsewhere = say.authorities[claim.whose].speaks_of_a_state
            if claim.headline or not elsewhere:
                row = _row(say, figure, claim)
                rows.append(row)

        if rows:
            rows.sort(key=_headline_first)
            found[figure] = rows
    return found


def _headline_first(row: ClaimRow) -> bool:
    # False comes before True.
    return not row.headline


def _row(say: Speaker, figure: str, claim: Claim) -> ClaimRow:
    return ClaimRow(
        whose=say.authorities[claim.whose].name,
        who=say.phrases(f"who.{claim.who}"),
        number=say.phrases.amount(figure, claim),
        counts=say.text(claim.counts or ""),
        note=_note(say, claim),
        past=say.past(claim),
        headline=claim.headline,
        claim=claim,
    )


def _note(say: Speaker, claim: Claim) -> str:
    """Return why a number differs; where nothing says so, that its range is the same."""
    if claim.note:
        return say.text(claim.note)
    if claim.headline or claim.counts:
        return ""
    return say.phrases("level.same")
