"""What a number is: a list of claims, each with a range, whom it is about, and whose it is."""

from __future__ import annotations

from math import inf
from typing import Literal

from pydantic import ConfigDict, model_validator
from pydantic_core import PydanticCustomError

from .base import DAYS_IN, Day, Model, Number, Sourced, Statement, Who, either, not_both
from .marks import Id, Prose, Ref
from .span import Span


class Claim(Sourced):
    """One published number: a range, whom it is about, and whose number it is."""

    model_config = ConfigDict(
        json_schema_extra=either(
            "This claim holds no number. Add min:, max: or under:.",
            "min",
            "max",
            "under",
        )
        | not_both(
            "max",
            "under",
            "Keep “max” if the number itself belongs to the range, else “under”.",
        )
    )

    id: Id | None = None
    """A short name. You need it only if a text shows this number, as in
    `{{ iop.length.completers }}`."""
    who: Who
    """Whom the number is about.

    - everyone: The source names no age, or means all ages.
    - adults: People of 18 and older.
    - adolescents: Teens.
    Write: `who: adults`
    """
    min: Number | None = None
    """The smallest value. The number itself belongs to the range. Leave it out for “under 9”.

    Write: `min: 9`
    Not: `min: 9–19`. A range is two values: `min: 9` and `max: 19`.
    """
    max: Number | None = None
    """The largest value. The number itself belongs to the range. Leave it out for “20 or more”.

    Write: `max: 19`
    Not: `max: 19 hours`. Write digits alone. The name of the list gives the unit.
    """
    under: Number | None = None
    """An upper end that does not belong to the range. Give `max` or `under`, never both.

    Write: `under: 9` for fewer than 9 hours.
    Not: `max: 8.9`
    """
    whose: Ref["authorities"]
    """Whose number it is: an id from `authorities`.

    Write: `whose: asam-3`
    Not: `whose: ASAM, 3rd edition`. That is the name. Write the id.
    """
    headline: bool = False
    """`true` for the one number that tables, pictures and comparisons show to this audience. Leave
    it out for all others.

    Write: `headline: true`
    """
    until: Day | None = None
    """The day since which it is no longer in force, for a rule that was taken back. Pages show it
    as a thing of the past, and lists and pictures leave it out. A headline has none.

    Write: `until: 2024-06-11`
    """
    counts: Prose | None = None
    """What exactly is counted, if it is not plainly the time in treatment.

    Write: `counts: counseling only`
    """
    note: Prose | None = None
    """Why this number differs from the headline. Readers see it. A number that differs needs a
    note.

    Write: `note: Medicare sets a floor and names no ceiling.`
    Not: `note: See source.` Say what differs.
    """

    @property
    def span(self) -> Span:
        """The range, in the figure's own unit."""
        low = self.min or 0
        if self.under is not None:
            return Span(low, self.under, open=True)
        if self.max is None:
            return Span(low, inf)
        return Span(low, self.max)

    def covers(self, audience: Who) -> bool:
        """Return whether the number is about this audience."""
        if self.who == "everyone":
            return True
        return self.who == audience

    @model_validator(mode="after")
    def _has_an_end(self):
        if self.min is None and self.max is None and self.under is None:
            raise PydanticCustomError("no_number", "has no number")
        if self.max is not None and self.under is not None:
            raise PydanticCustomError("two_ends", "has two upper ends")
        return self


class LengthClaim(Claim):
    """One published number for how long people stay."""

    unit: Literal["days", "weeks", "months", "years"]
    """The unit of `min`, `max` and `under`.

    - days: Days, nights included.
    - weeks: Weeks of 7 days.
    - months: Months, each counted as 30 days.
    - years: Years, each counted as 365 days.
    Write: `unit: weeks`
    """

    @property
    def span(self) -> Span:
        """The range, in days."""
        plain = super().span
        days = DAYS_IN[self.unit]
        return Span(
            low=plain.low * days,
            high=plain.high * days,
            open=plain.open,
        )


class Authority(Model):
    """Someone whose numbers or names we show. It can be a standard and its edition, a payer, a
    state, a count, or what programs say."""

    id: Id
    """A permanent short name. Numbers point to it with `whose`.

    Write: `id: asam-4`
    Not: `id: ASAM 4`. Use small letters, digits and single dashes.
    """
    kind: Literal[
        "standard", "payer", "state", "statistics", "guidance", "research", "programs"
    ]
    """What sort of voice this is.

    - standard: A body that says what each level is.
    - payer: Someone who pays for care, such as Medicare.
    - state: A rule or a form of one state.
    - statistics: A count of what happened.
    - guidance: Advice from a public office or a professional body.
    - research: A study, or a review of studies.
    - programs: What programs say of themselves.
    Write: `kind: payer`
    """
    name: Prose
    """As it is written beside a number.

    Write: `name: ASAM, 3rd edition`
    """
    about: Prose
    """One sentence: who this is and why its numbers differ from those of others."""
    within: Ref["authorities"] | None = None
    """The state that it lies in, for a county, a city or a plan. What it says then stands on the
    page of that state.

    Write: `within: pennsylvania`
    """
    addresses: list[Id] = []
    """Other addresses that lead to the page of this state. An address is never taken away.

    Write: `addresses: [washington-state]`
    """
    edition: list[Statement] = []
    """Which edition of a standard it uses, and since when."""
    rules: list[Statement] = []
    """What else its rules say, one thought at a time."""

    @property
    def has_page(self) -> bool:
        """Whether it is a state, with a page of its own."""
        return self.kind == "state" and self.within is None

    @property
    def speaks_of_a_state(self) -> bool:
        """Whether what it says stands on the page of a state."""
        return self.has_page or self.within is not None
