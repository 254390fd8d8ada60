"""What a level of care is: the typed shape of `levels.yaml`. A field's docstring is what an editor needs to know."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import cached_property
from math import inf
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PrivateAttr, model_validator
from pydantic_core import PydanticCustomError

from .problems import Place
from .ranges import Span
from .source import Node

Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Text = Annotated[str, Field(min_length=1, pattern=r"\S")]
Url = Annotated[str, Field(pattern=r"^https?://[^\s@]+$")]
Number = Annotated[float, Field(ge=0, le=100_000, allow_inf_nan=False)]


def _recent(day: datetime.date) -> datetime.date:
    if day < datetime.date(2020, 1, 1):
        raise PydanticCustomError("date_too_old", "is before 2020")
    return day


Day = Annotated[datetime.date, AfterValidator(_recent)]

Basis = Literal["confirmed", "restated", "weak"]
Who = Literal["everyone", "adults", "adolescents"]
AUDIENCES: tuple[Who, ...] = ("adults", "adolescents")
FIGURES = ("hours_per_week", "hours_per_day", "days_per_week", "length")
LIMITS = {"hours_per_week": 168, "hours_per_day": 24, "days_per_week": 7, "length": 3 * 365}
DAYS_IN = {"days": 1, "weeks": 7, "months": 30, "years": 365}


class Model(BaseModel):
    """A group of named values that knows where in the file it stands."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, use_attribute_docstrings=True)
    _node: Node | None = PrivateAttr(None)
    _path: str = PrivateAttr("")

    @property
    def node(self) -> Node:
        """The located values this was read from."""
        return self._node or Node({}, Place())

    def groups(self) -> Iterator[Model]:
        """Yield this and every group of values below it, the outer ones first."""
        yield self
        for name in self.model_fields_set:
            value = getattr(self, name)
            for item in value if isinstance(value, list) else (value,):
                if isinstance(item, Model):
                    yield from item.groups()

    @property
    def path(self) -> str:
        """The way to this place in the editor's words, such as `levels > iop > hours_per_week`."""
        return self._path

    @property
    def line(self) -> int:
        """The line on which this starts."""
        return self.node.place.line


class Sourced(Model):
    """Something said, and who says it."""

    sources: list[Id] = []
    """Ids from `sources:` at the end of the file. Every number and every "who it may suit" needs at least one."""
    basis: Basis = "confirmed"
    """How we know it. `confirmed`: we read the publisher's own text. `restated`: we read someone reliable who repeats it.
    `weak`: we found it only in secondary lists. The page says which; what nobody confirmed is left out."""


class Statement(Sourced):
    """One thought: a sentence or two, with its sources."""

    title: Text | None = None
    """A few bold words before the text, where the list needs them."""
    text: Text
    """One thought in everyday words. Write `{{ iop.hours_per_week }}` where a number of a level belongs."""


class Claim(Sourced):
    """One published number: a range, whom it is about, and whose number it is."""

    id: Id | None = None
    """A short name, if a text shows this number: `{{ iop.length.completers }}`."""
    who: Who
    """Whom the number is about: `adults`, `adolescents`, or `everyone`."""
    min: Number | None = None
    """The smallest value, itself included. Leave it out for "under 9"."""
    max: Number | None = None
    """The largest value, itself included. Leave it out for "20 or more"."""
    under: Number | None = None
    """An upper end that is itself left out: `under: 9` means fewer than 9. Give `max` or `under`, never both."""
    whose: Id
    """Whose number it is: an id from `authorities:`."""
    headline: bool = False
    """`true` for the one number that tables, pictures and comparisons show to this audience."""
    counts: Text | None = None
    """What exactly is counted, if it is not plainly the time in treatment: "counseling only"."""
    note: Text | None = None
    """Why this number differs from the headline. Readers see it."""

    @property
    def span(self) -> Span:
        """The range, in the figure's own unit."""
        if self.under is not None:
            return Span(self.min or 0, self.under, True)
        return Span(self.min or 0, inf if self.max is None else self.max)

    def covers(self, audience: Who) -> bool:
        """Return whether the number is about this audience."""
        return self.who in ("everyone", audience)

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
    """The unit of `min`, `max` and `under`."""

    @property
    def span(self) -> Span:
        """The range, in days."""
        plain, days = super().span, DAYS_IN[self.unit]
        return Span(plain.low * days, plain.high * days, plain.open)


class Authority(Model):
    """Someone whose numbers or names we show: a standard and its edition, a payer, a state, a count, what programs say."""

    id: Id
    """A permanent short name."""
    kind: Literal["standard", "payer", "state", "statistics", "guidance", "research", "programs"]
    """What sort of voice this is."""
    name: Text
    """As it is written beside a number: "ASAM, 3rd edition"."""
    about: Text
    """One sentence: who this is and why its numbers differ from others'."""


class Supervision(Model):
    """One grade of medical backup. The list in the file runs from least to most."""

    id: Id
    """A permanent short name."""
    name: Text
    """A few words for tables and pictures."""
    meaning: Text
    """What it means for you, in a sentence."""


class Numbering(Sourced):
    """The number and title that a standard gives to this level."""

    standard: Id
    """An id from `authorities:`, such as `asam-4`."""
    number: Text | None = None
    """The level's number, in quotation marks: "2.1"."""
    title: Text
    """The standard's own title, or what it says in place of one."""
    note: Text | None = None
    """What changed, or what the number does not mean."""


class Sleep(Sourced):
    """Where you sleep."""

    where: Literal["home", "residence", "hospital", "varies"]
    """`home`; `residence` where you live at the program or house; `hospital`; or `varies`."""
    text: Text
    """A few words for tables: "At home, or in recovery housing"."""


class MedicalBackup(Sourced):
    """How near a doctor or nurse is."""

    grade: Id
    """An id from `supervision:`."""
    text: Text
    """A sentence for the facts strip."""


class Attendance(Sourced):
    """Whether you go there, join by video, or both."""

    form: Literal["in-person", "video", "mixed"]
    """`in-person`: you go there. `video`: you join from elsewhere. `mixed`: either, or both."""
    text: Text
    """A few words for the facts strip."""


class ServiceUse(Sourced):
    """A service and the part it plays at this level."""

    service: Id
    """An id from `services:`."""
    part: Literal["core", "may", "referral"]
    """`core`: part of the program. `may`: some programs offer it. `referral`: there or by referral."""
    note: Text | None = None
    """A few words, if there is more to say."""


class Step(Sourced):
    """A way from this level to another."""

    to: Id
    """The id of the other level."""
    when: Text
    """When people make this move, in a sentence."""


class Question(Model):
    """A question to ask a program."""

    ask: Text
    """The question, in words you can say on the phone."""
    why: Text
    """Why it is worth asking."""
    listen_for: Text
    """What a good answer holds."""


class Answer(Sourced):
    """A question people ask, and its answer."""

    id: Id
    """A permanent short name; it becomes the address of the answer."""
    q: Text
    """The question as people type it."""
    a: Text
    """The answer: 60 words at most, the answer itself first."""
    level: Id | None = None
    """For a question under `faq:` of the file: the level that it is about, if it is about one."""


class Disagreement(Sourced):
    """Something sources do not agree about, other than a number."""

    title: Text
    """What it is about, as a question."""
    text: Text
    """Who says what, and how we read it."""


class DeclaredException(Model):
    """A rule that this level breaks for a good reason. Readers see the reason."""

    rule: Text
    """The rule's name, as the check reports it."""
    neighbor: Id | None = None
    """The id of the other level, where the rule speaks of two."""
    because: Text
    """The reason, in a sentence for readers."""


class Review(Model):
    """When this was last checked, and by whom."""

    checked: Day
    """The day of the last check, as year-month-day."""
    next: Day
    """The day by which it must be checked again."""
    state: Literal["editor", "clinician"]
    """`editor`: checked against its sources. `clinician`: read and approved by a clinician, who is named."""
    by: Text | None = None
    """The clinician's name and credentials, where the state is `clinician`."""

    def overdue(self, today: datetime.date) -> bool:
        """Return whether the day by which it must be checked again has passed."""
        return self.next < today


class Level(Model):
    """One level of care, or one kind of help that stands beside the levels."""

    id: Id
    """A permanent short name; it becomes the address. A changed id must be added to `addresses`."""
    name: Text
    """The plain name."""
    acronym: Text | None = None
    """The letters people say, if there are any."""
    stands_for: Text | None = None
    """What the letters stand for."""
    place: Literal["continuum", "alongside"]
    """`continuum`: on the line of levels, in the order of this file. `alongside`: beside it."""
    also_called: list[Text] = []
    """Other names people hear."""
    addresses: list[Id] = []
    """Other addresses that lead here, such as `intensive-outpatient`."""
    numbering: list[Numbering] = []
    """Its number and title in each standard."""
    in_a_line: Text
    """What it is, in 16 words at most."""
    in_short: Text
    """The answer to "What is it?", in 60 words at most."""
    sleep: Sleep
    """Where you sleep."""
    medical: MedicalBackup
    """Medical backup."""
    attend: Attendance | None = None
    """Whether you go there or join by video. Leave it out where no source says."""
    hours_per_week: list[Claim] = []
    """Hours of treatment in a week."""
    hours_per_day: list[Claim] = []
    """Hours on a day you go."""
    days_per_week: list[Claim] = []
    """Days in a week."""
    length: list[LengthClaim] = []
    """How long people stay."""
    warnings: list[Statement] = []
    """Danger of this level alone that a reader must not miss. What several levels share stands under `dangers:`."""
    what_happens: Annotated[list[Statement], Field(min_length=1)]
    """What happens there."""
    services: list[ServiceUse] = []
    """Which services are part of it."""
    may_suit: Annotated[list[Statement], Field(min_length=1)]
    """Who it may suit. Each line needs a source."""
    may_not_be_enough: Annotated[list[Statement], Field(min_length=1)]
    """When it may not be enough. Each line needs a source."""
    good_points: Annotated[list[Statement], Field(min_length=1)]
    """Good points, as many as hard points."""
    hard_points: Annotated[list[Statement], Field(min_length=1)]
    """Hard points, as many as good points."""
    daily_life: Annotated[list[Statement], Field(min_length=1)]
    """What it is like to live with."""
    steps_up: list[Step] = []
    """Moves to more care. Each is answered by a step down over there."""
    steps_down: list[Step] = []
    """Moves to less care. Each is answered by a step up over there."""
    moving: list[Statement] = []
    """Anything else about coming and going."""
    paying: list[Statement] = []
    """What sources say about paying for this level, and the words to say on the phone."""
    not_known: Annotated[list[Statement], Field(min_length=1)]
    """What is not known, or what the sources leave out."""
    disagreements: list[Disagreement] = []
    """What sources do not agree about, other than the numbers above."""
    questions: Annotated[list[Question], Field(min_length=1)]
    """Questions to ask a program of this kind."""
    next_step: Text
    """One thing to do now."""
    faq: list[Answer] = []
    """Questions people ask about this level."""
    exceptions: list[DeclaredException] = []
    """Rules this level breaks for a good reason."""
    review: Review
    """When it was checked."""

    @property
    def short(self) -> str:
        """The shortest name people use."""
        return self.acronym or self.name

    def figure(self, name: str) -> list[Claim]:
        """Return the claims of one of FIGURES."""
        return getattr(self, name)

    def headline(self, name: str, audience: Who = "adults") -> Claim | None:
        """Return the claim that stands for a figure before this audience, if there is one."""
        return next((claim for claim in self.figure(name) if claim.headline and claim.covers(audience)), None)


class Service(Sourced):
    """A service or therapy."""

    id: Id
    """A permanent short name."""
    name: Text
    """Its name."""
    also_called: list[Text] = []
    """Other names people hear."""
    meaning: Text
    """What it is, in everyday words."""
    what_to_know: Text | None = None
    """What the evidence or the rules say, with its sources."""


class Word(Sourced):
    """A word of the glossary."""

    id: Id
    """A permanent short name; it becomes the address."""
    term: Text
    """The word or the letters."""
    stands_for: Text | None = None
    """What the letters stand for."""
    also: list[Text] = []
    """Other ways to write or say it."""
    meaning: Text
    """What it means, in a sentence or two."""
    level: Id | None = None
    """The level that explains more."""


class Contact(Model):
    """A way to reach help."""

    kind: Literal["call", "text", "chat", "web", "tty"]
    """How to reach it."""
    value: Text
    """The number as people dial it, or the address."""
    words: Text
    """What to do, in a few words: "Call 988"."""


class Help(Sourced):
    """One place that helps in a crisis or helps to find treatment."""

    id: Id
    """A permanent short name."""
    name: Text
    """Its name."""
    when: Text
    """When to use it, said to the reader."""
    strip: Text | None = None
    """Two or three words for the strip on every page. Leave it out to keep this off the strip."""
    what: Text
    """What happens when you do."""
    contacts: Annotated[list[Contact], Field(min_length=1)]
    """Ways to reach it, the first one first."""


class Matter(Model):
    """Something that can matter to people when they choose among levels. The sheet asks; it scores nothing."""

    id: Id
    """A permanent short name."""
    name: Text
    """What it is about, in a few words: "Home and sleep"."""
    ask: Text
    """A question to think about."""


class Danger(Sourced):
    """A danger that readers of several levels must not miss. Its card stands near the top of their pages, and the build fails where it is missing."""

    id: Id
    """A permanent short name."""
    title: Text
    """What to do, as an instruction: "Ask a doctor or nurse before you stop"."""
    text: Text
    """The danger in a sentence or two."""
    levels: Annotated[list[Id], Field(min_length=1)]
    """The ids of the levels whose pages must show it."""


class Section(Model):
    """A part of a topic page."""

    id: Id
    """A permanent short name; it becomes the address of the part."""
    title: Text
    """The heading."""
    text: list[Statement] = []
    """Paragraphs."""
    points: list[Statement] = []
    """A list under the paragraphs."""
    steps: bool = False
    """`true` if the order of the points matters."""


class Topic(Model):
    """A page about something that concerns every level: paying, family, how a level is chosen."""

    id: Id
    """A permanent short name; it becomes the address. Pages of levels lead to the topic `paying`, the home page to `family`, if they exist."""
    title: Text
    """The heading of the page."""
    in_a_line: Text
    """What the page answers, in 16 words at most."""
    in_short: Text
    """The answer, in 60 words at most."""
    sections: Annotated[list[Section], Field(min_length=1)]
    """The parts of the page."""
    next_step: Text
    """One thing to do now."""
    review: Review
    """When it was checked."""


class Comparison(Model):
    """Three or four levels that people often compare. Other sites can show each such table; every two levels have one without it."""

    levels: Annotated[list[Id], Field(min_length=3, max_length=4)]
    """The ids of the levels."""


class Change(Sourced):
    """Something that readers see changed. The public list of changes is made from these."""

    date: Day
    """The day of the change, as year-month-day."""
    what: Text
    """What changed, for a reader: what it said before and what it says now."""
    levels: list[Id] = []
    """The ids of the levels whose pages changed; none where it concerns the whole site."""


class Source(Model):
    """Where a fact comes from."""

    id: Id
    """A permanent short name."""
    tier: Literal["A", "B", "C", "D", "E"]
    """A: government, regulation, official statistics. B: peer-reviewed study. C: payer, professional body, institute.
    D: trade page, study guide, provider. E: page without a named author."""
    publisher: Text
    """Who publishes it."""
    title: Text
    """Its title."""
    date: Text | None = None
    """Year or date of the document, as it says itself."""
    url: Url | None = None
    """Its address."""
    no_url: Text | None = None
    """Why there is no address, where there is none. Give one of the two."""
    note: Text | None = None
    """What a reader should know about it."""

    @model_validator(mode="after")
    def _has_a_way(self):
        if (self.url is None) == (self.no_url is None):
            raise PydanticCustomError("address_or_reason", "needs an address or a reason")
        return self


class Publisher(Model):
    """Who makes this site."""

    name: Text
    """The name of the site's publisher."""
    about: list[Text]
    """Who that is, in a few sentences."""
    funding: Text
    """Who pays for it, and what that may not change."""
    review_policy: list[Text]
    """How content is checked, and what has not happened yet."""
    update_policy: list[Text]
    """When content is checked again."""
    corrections: list[Text]
    """What to do about a mistake."""


class Site(Model):
    """What the site says about itself."""

    name: Text
    """Its name."""
    title: Text
    """The heading of the home page."""
    purpose: Text
    """What this is, in one sentence."""


class Continuum(Model):
    """The whole file: every level of care and everything said about them."""

    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")]
    """The language of the text, such as `en`. The site's own words come from the file of that name in `content/words/`."""
    direction: Literal["ltr", "rtl"] = "ltr"
    """`rtl` for a script that runs from right to left."""
    site: Site
    """What the site says about itself."""
    publisher: Publisher
    """Who makes it."""
    review: Review
    """When the facts as a whole were checked."""
    help: Annotated[list[Help], Field(min_length=1)]
    """Crisis help. Every page, table and print takes its numbers from here."""
    dangers: list[Danger] = []
    """Dangers that several levels share."""
    authorities: Annotated[list[Authority], Field(min_length=1)]
    """Whose numbers and names we show."""
    supervision: Annotated[list[Supervision], Field(min_length=1)]
    """Grades of medical backup, from least to most."""
    levels: Annotated[list[Level], Field(min_length=2)]
    """The levels of care, in order, then what stands beside them."""
    services: list[Service] = []
    """Services and therapies."""
    ask: list[Question] = []
    """Questions to ask any program."""
    matters: list[Matter] = []
    """What can matter to people, for a sheet to fill in."""
    faq: list[Answer] = []
    """Questions that concern more than one level."""
    words: list[Word] = []
    """The glossary."""
    topics: list[Topic] = []
    """Pages about what concerns every level."""
    comparisons: list[Comparison] = []
    """Three or four levels at a time, for other sites to show."""
    changes: list[Change] = []
    """What changed, the newest first. Add a line whenever a number or an answer changes."""
    sources: Annotated[list[Source], Field(min_length=1)]
    """Where every fact comes from."""

    @cached_property
    def everything(self) -> list[Model]:
        """Every group of values of the file, in one list that all rules share."""
        return sorted(self.groups(), key=lambda group: group.node.place)

    @property
    def line_of_levels(self) -> list[Level]:
        """The levels on the continuum, in order."""
        return [level for level in self.levels if level.place == "continuum"]

    @property
    def alongside(self) -> list[Level]:
        """What stands beside the continuum."""
        return [level for level in self.levels if level.place == "alongside"]
