"""Rules about one level's numbers."""

from __future__ import annotations

from collections.abc import Iterator
from math import isinf

from ..language.phrases import Phrases
from ..model.base import AUDIENCES, FIGURES, LIMITS, Who
from ..model.claim import Claim
from ..model.content import Content
from ..model.level import Level
from .fault import Fault, at
from .subject import Subject

TOP = {
    "hours_per_week": "a week has 168 hours",
    "hours_per_day": "a day has 24 hours",
    "days_per_week": "a week has 7 days",
    "length": "no stay of more than 3 years is known to us",
}


def claims(content: Content) -> Iterator[tuple[Level, str, Claim]]:
    """Yield every claim with its level and its figure."""
    for level in content.levels:
        for figure in FIGURES:
            for claim in level.figure(figure):
                yield level, figure, claim


def top_of(claim: Claim) -> str:
    """Return the name of a claim's upper end as it stands in the file."""
    if claim.max is not None:
        return "max"
    return "min" if claim.under is None else "under"


def bottom_of(claim: Claim) -> str:
    """Return the name of a claim's lower end as it stands in the file."""
    return top_of(claim) if claim.min is None else "min"


def ranges_run_upward(subject: Subject) -> Iterator[Fault]:
    """A range's lower end lies below its upper end; with `max` the two may be equal.

    In such a range lies no number, so a page would promise what nobody can give.
    """
    number = subject.phrases.number
    for _, _, claim in claims(subject.content):
        if not claim.span.empty:
            continue

        end = top_of(claim)
        high = number(getattr(claim, end))
        if claim.min is None:
            text = f"No number lies under {high}."
            fix = "write the number that it stays under, such as under: 9."
        else:
            low = number(claim.min)
            text = f"The range ends at {high}, before it starts at {low}."
            fix = "swap the two numbers, or correct one of them."
        yield at(claim, end, text=text, fix=fix)


def ranges_fit_their_unit(subject: Subject) -> Iterator[Fault]:
    """A range stays within a day, a week, or the longest stay known to us.

    More is a slip of the hand, or a number with another unit.
    """
    for _, figure, claim in claims(subject.content):
        span, limit = claim.span, LIMITS[figure]
        low = span.low > limit
        high = span.high > limit and not isinf(span.high)

        if low or high:
            end = "min" if low else top_of(claim)
            value = subject.phrases.number(getattr(claim, end))
            yield at(
                claim,
                end,
                text=f"{value} is too many: {TOP[figure]}.",
                fix="check the number and its unit.",
            )


def each_audience_has_one_headline(subject: Subject) -> Iterator[Fault]:
    """For each audience that a figure speaks of, exactly one claim is the headline.

    Tables, pictures and comparisons show one number. A claim about everyone speaks of both
    audiences.
    """
    for level in subject.content.levels:
        for figure in FIGURES:
            for audience in AUDIENCES:
                yield from _one_headline(level, figure, audience)


def _one_headline(level: Level, figure: str, audience: Who) -> Iterator[Fault]:
    about = [
        claim
        for claim in level.figure(figure)
        if claim.covers(audience) and not claim.until
    ]
    heads = [claim for claim in about if claim.headline]

    if about and not heads:
        yield at(
            level,
            figure,
            text=f"No number is the headline for {audience}.",
            fix="write “headline: true” under the number that tables should show "
            "to them.",
        )

    for extra in heads[1:]:
        yield at(
            extra,
            "headline",
            text=f"This is the second headline for {audience}.",
            fix="keep “headline: true” on one of them.",
        )


def headlines_are_in_force(subject: Subject) -> Iterator[Fault]:
    """What tables show is in force: a rule that was taken back is no headline.

    Readers take what tables show for what is so today.
    """
    for _, _, claim in claims(subject.content):
        if claim.headline and claim.until:
            yield at(
                claim,
                "until",
                text="This headline is no longer in force.",
                fix="make another number the headline, or delete this line.",
            )


def differing_claims_have_notes(subject: Subject) -> Iterator[Fault]:
    """A claim whose range is not the headline's has a note that explains the difference.

    A reader who finds two numbers and no reason trusts neither.
    """
    shown = subject.phrases.range
    for level, figure, claim in claims(subject.content):
        if claim.headline or claim.note:
            continue

        heads = _headlines(level, figure, claim)
        if any(head.span != claim.span for head in heads):
            yield at(
                claim,
                text=f"This number ({shown(claim)}) is not the headline "
                f"({shown(heads[0])}), and no note says why.",
                fix="add “note:” with a sentence for readers that explains "
                "the difference.",
            )


def _headlines(level: Level, figure: str, claim: Claim) -> list[Claim]:
    """Return the headlines of the audiences that a claim speaks of."""
    about = filter(claim.covers, AUDIENCES)
    heads = [level.headline(figure, audience) for audience in about]
    return [head for head in heads if head]


def claims_differ(subject: Subject) -> Iterator[Fault]:
    """No number stands twice: of the same voice, for the same people, with the same range and the
    same things counted.

    Lists and pictures would count it twice, and one day only one of the two would be corrected.
    """
    for level in subject.content.levels:
        for figure in FIGURES:
            first: dict[tuple, Claim] = {}
            for claim in level.figure(figure):
                key = (claim.whose, claim.who, claim.span, claim.counts, claim.until)
                other = first.setdefault(key, claim)
                if other is not claim:
                    yield at(
                        claim,
                        text=f"This number stands already, on line {other.line}.",
                        fix="delete one of the two, and give the other the sources of both.",
                    )


def hours_a_day_times_days_make_the_week(subject: Subject) -> Iterator[Fault]:
    """Headline hours a day times headline days a week can make the headline hours a week.

    Both ends can be met: a reader who multiplies must not find another week than the one shown.
    """
    for level in subject.content.levels:
        for audience in AUDIENCES:
            week, day, days = (level.headline(name, audience) for name in FIGURES[:3])
            if not (week and day and days):
                continue

            heads = [week, day, days]
            said_before = all(claim.who == "everyone" for claim in heads)
            if audience == "adolescents" and said_before:
                continue

            if not any(claim.span.empty for claim in heads):
                for fault in _other_week(*heads, audience, subject.phrases):
                    yield fault.excusable(level.id)


def _other_week(
    week: Claim, day: Claim, days: Claim, audience: Who, phrases: Phrases
) -> Iterator[Fault]:
    """Yield a fault where hours a day on so many days cannot make the hours of the week."""
    made = day.span.capped(24).times(days.span.capped(7)).capped(168)
    if made.reaches(week.span):
        return

    low, high = phrases.number(made.low), phrases.number(made.high)
    parts = f"{phrases.range(day)} hours on {phrases.range(days)} days"
    wanted = f"the headline for {audience} is {phrases.range(week)}"
    rule = hours_a_day_times_days_make_the_week.__name__
    yield at(
        week,
        bottom_of(week),
        text=f"{parts} make {low} to {high} hours a week, but {wanted}.",
        fix="correct one of the three. If all are right, add an exception: "
        f"the rule “{rule}”, and a reason for readers.",
    )


RULES = [
    ranges_run_upward,
    ranges_fit_their_unit,
    each_audience_has_one_headline,
    headlines_are_in_force,
    differing_claims_have_notes,
    claims_differ,
    hours_a_day_times_days_make_the_week,
]
