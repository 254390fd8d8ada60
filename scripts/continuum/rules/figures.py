"""Rules about one level's numbers."""

from __future__ import annotations

from collections.abc import Iterator
from math import isinf

from ..language.phrases import Phrases
from ..model.base import AUDIENCES, FIGURES, LIMITS
from ..model.claim import Claim
from ..model.content import Content
from ..model.level import Level
from .fault import Fault, at

TOP = {
    "hours_per_week": "a week has 168 hours",
    "hours_per_day": "a day has 24 hours",
    "days_per_week": "a week has 7 days",
    "length": "no stay of more than 3 years is known to us",
}


def claims(content: Content) -> Iterator[tuple[Level, str, int, Claim]]:
    """Yield every claim with its level, its figure and its position."""
    for level in content.levels:
        for figure in FIGURES:
            for index, claim in enumerate(level.figure(figure)):
                yield level, figure, index, claim


def top_of(claim: Claim) -> str:
    """Return the name of a claim's upper end as it stands in the file."""
    return (
        "max"
        if claim.max is not None
        else "under"
        if claim.under is not None
        else "min"
    )


def ranges_run_upward(content: Content, words: Phrases) -> Iterator[Fault]:
    """A range's lower end lies below its upper end; with `max` the two may be equal."""
    for _level, _figure, _index, claim in claims(content):
        if claim.span.empty:
            text = f"The range ends at {words.number(getattr(claim, top_of(claim)))}, before it starts at {words.number(claim.min)}."
            yield at(
                claim,
                top_of(claim),
                text=text,
                fix="swap the two numbers, or correct one of them.",
            )


def ranges_fit_their_unit(content: Content, words: Phrases) -> Iterator[Fault]:
    """A range stays within a day, a week, or the longest stay known to us."""
    for _level, figure, _index, claim in claims(content):
        span, limit = claim.span, LIMITS[figure]
        if span.low > limit or (not isinf(span.high) and span.high > limit):
            end = "min" if span.low > limit else top_of(claim)
            text = f"{words.number(getattr(claim, end))} is too many: {TOP[figure]}."
            yield at(claim, end, text=text, fix="check the number and its unit.")


def each_audience_has_one_headline(content: Content, words: Phrases) -> Iterator[Fault]:
    """For each audience that a figure speaks of, exactly one claim is the headline. A claim about everyone speaks of both."""
    for level in content.levels:
        for figure in FIGURES:
            for audience in AUDIENCES:
                about = [
                    claim for claim in level.figure(figure) if claim.covers(audience)
                ]
                heads = [claim for claim in about if claim.headline]
                if about and not heads:
                    text = f"No number is the headline for {audience}."
                    yield at(
                        level,
                        figure,
                        text=text,
                        fix="write “headline: true” under the number that tables should show to them.",
                    )
                for extra in heads[1:]:
                    text = f"This is the second headline for {audience}."
                    yield at(
                        extra,
                        "headline",
                        text=text,
                        fix="keep “headline: true” on one of them.",
                    )


def differing_claims_have_notes(content: Content, words: Phrases) -> Iterator[Fault]:
    """A claim whose range is not the headline's has a note that explains the difference to readers."""
    for level, figure, _index, claim in claims(content):
        heads = [
            head
            for audience in AUDIENCES
            if claim.covers(audience) and (head := level.headline(figure, audience))
        ]
        if (
            not claim.headline
            and not claim.note
            and any(head.span != claim.span for head in heads)
        ):
            text = f"This number ({words.range(claim)}) is not the headline ({words.range(heads[0])}), and no note says why."
            yield at(
                claim,
                text=text,
                fix="add “note:” with a sentence for readers that explains the difference.",
            )


def hours_a_day_times_days_make_the_week(
    content: Content, words: Phrases
) -> Iterator[Fault]:
    """Headline hours a day times headline days a week can make the headline hours a week: both ends can be met."""
    for level in content.levels:
        for audience in AUDIENCES:
            week, day, days = (level.headline(name, audience) for name in FIGURES[:3])
            if (
                not (week and day and days)
                or any(claim.span.empty for claim in (week, day, days))
                or (
                    audience == "adolescents"
                    and all(c.who == "everyone" for c in (week, day, days))
                )
            ):
                continue
            made = day.span.capped(24).times(days.span.capped(7)).capped(168)
            if not made.reaches(week.span):
                text = (
                    f"{words.range(day)} hours on {words.range(days)} days make {words.number(made.low)} to {words.number(made.high)} "
                    f"hours a week, but the headline for {audience} is {words.range(week)}."
                )
                fix = "correct one of the three. If all are right, add an exception: the rule “hours_a_day_times_days_make_the_week”, and a reason for readers."
                yield at(
                    week,
                    top_of(week) if week.min is None else "min",
                    text=text,
                    fix=fix,
                    level=level.id,
                )


RULES = [
    ranges_run_upward,
    ranges_fit_their_unit,
    each_audience_has_one_headline,
    differing_claims_have_notes,
    hours_a_day_times_days_make_the_week,
]
