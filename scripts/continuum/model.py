"""What a level of care is: the typed shape of `levels.yaml`. A field's docstring is what an editor needs to know."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import cached_property
from math import inf
from typing import Annotated, Any, Literal

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


def _either(told: str, *names: str) -> dict[str, Any]:
    """Return how a schema says that one of these values must be there, as the validator below says it."""
    return {"anyOf": [{"required": [name], "errorMessage": told} for name in names]}


def _not_both(first: str, second: str, told: str) -> dict[str, Any]:
    """Return how a schema says that the second value may not stand beside the first."""
    return {"dependentSchemas": {first: {"properties": {second: False}, "errorMessage": told}}}


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

    model_config = ConfigDict(title="What has a source")

    sources: list[Id] = []
    """Who says so: ids from the list `sources` at the end of the file. Every number and every line on who it may suit needs one or more.

    Write: `sources: [aetna-asam, medicare-iop]`
    Not: `sources: aetna-asam`. A list stands in brackets, even with one id.
    """
    basis: Basis = "confirmed"
    """How we know it. The page says so to readers. What nobody has confirmed is left out of the file.

    - confirmed: We read it in the publisher's own text. You can leave the line out.
    - restated: We read someone reliable who repeats it.
    - weak: We found it only in lists and pages that give no source.
    Write: `basis: restated`
    """


class Statement(Sourced):
    """One thought: a sentence or two, with its sources."""

    title: Text | None = None
    """A few bold words before the text, where the list needs them."""
    text: Text
    """One thought in everyday words. It is said to the reader, so write “you”. Write `{{ iop.hours_per_week }}` where a number of a level belongs.

    Write: `text: You sleep at home and keep your own days.`
    Not: `text: Patients return to their residence.` Say “you”, and use short words.
    """


class Claim(Sourced):
    """One published number: a range, whom it is about, and whose number it is."""

    model_config = ConfigDict(
        json_schema_extra=_either("This claim holds no number. Add min:, max: or under:.", "min", "max", "under")
        | _not_both("max", "under", "Keep “max” if the number itself belongs to the range, else “under”.")
    )

    id: Id | None = None
    """A short name. You need it only if a text shows this number, as in `{{ iop.length.completers }}`."""
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
    whose: Id
    """Whose number it is: an id from `authorities`.

    Write: `whose: asam-3`
    Not: `whose: ASAM, 3rd edition`. That is the name. Write the id.
    """
    headline: bool = False
    """`true` for the one number that tables, pictures and comparisons show to this audience. Leave it out for all others.

    Write: `headline: true`
    """
    counts: Text | None = None
    """What exactly is counted, if it is not plainly the time in treatment.

    Write: `counts: counseling only`
    """
    note: Text | None = None
    """Why this number differs from the headline. Readers see it. A number that differs needs a note.

    Write: `note: Medicare sets a floor and names no ceiling.`
    Not: `note: See source.` Say what differs.
    """

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
        plain, days = super().span, DAYS_IN[self.unit]
        return Span(plain.low * days, plain.high * days, plain.open)


class Authority(Model):
    """Someone whose numbers or names we show. It can be a standard and its edition, a payer, a state, a count, or what programs say."""

    id: Id
    """A permanent short name. Numbers point to it with `whose`.

    Write: `id: asam-4`
    Not: `id: ASAM 4`. Use small letters, digits and single dashes.
    """
    kind: Literal["standard", "payer", "state", "statistics", "guidance", "research", "programs"]
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
    name: Text
    """As it is written beside a number.

    Write: `name: ASAM, 3rd edition`
    """
    about: Text
    """One sentence: who this is and why its numbers differ from those of others."""


class Supervision(Model):
    """One grade of medical backup. The list in the file runs from the least to the most."""

    id: Id
    """A permanent short name. Levels point to it with `grade`."""
    name: Text
    """A few words for tables and pictures.

    Write: `name: On the team`
    """
    meaning: Text
    """What it means for the reader, in a sentence.

    Write: `meaning: A doctor or nurse is part of the team during program hours.`
    """


class Numbering(Sourced):
    """The number and title that a standard gives to this level."""

    model_config = ConfigDict(title="Name in a standard")

    standard: Id
    """Whose number it is: an id from `authorities`.

    Write: `standard: asam-4`
    """
    number: Text | None = None
    """The number of the level, in quotation marks. Leave it out where the standard gives none.

    Write: `number: "2.1"`
    Not: `number: 2.1`. Without the marks it is read as an amount.
    """
    title: Text
    """The standard's own title, or what it says in place of one.

    Write: `title: Intensive Outpatient`
    """
    note: Text | None = None
    """What changed, or what the number does not mean."""


class Sleep(Sourced):
    """Where you sleep."""

    where: Literal["home", "residence", "hospital", "varies"]
    """The place, for tables and pictures.

    - home: You sleep where you live.
    - residence: You live at the program or in its house.
    - hospital: You sleep in a hospital.
    - varies: It depends on the program.
    Write: `where: home`
    """
    text: Text
    """A few words for tables.

    Write: `text: At home, or in recovery housing`
    """


class MedicalBackup(Sourced):
    """How near a doctor or nurse is."""

    grade: Id
    """How near it is: an id from `supervision`.

    Write: `grade: on-team`
    """
    text: Text
    """A sentence for the facts at the top of the page.

    Write: `text: A doctor or nurse is there during program hours.`
    """


class Attendance(Sourced):
    """Whether you go there, join by video, or both."""

    form: Literal["in-person", "video", "mixed"]
    """How people take part.

    - in-person: You go there.
    - video: You join from elsewhere.
    - mixed: Some of it there, some of it from elsewhere.
    Write: `form: mixed`
    """
    text: Text
    """A few words for the facts at the top of the page.

    Write: `text: There, or by video`
    """


class ServiceUse(Sourced):
    """A service and the part it plays at this level."""

    model_config = ConfigDict(title="Service of a level")

    service: Id
    """The service: an id from `services`.

    Write: `service: group-therapy`
    """
    part: Literal["core", "may", "referral"]
    """The part it plays at this level.

    - core: It is part of the program.
    - may: Some programs offer it.
    - referral: You get it there or are sent elsewhere for it.
    Write: `part: core`
    """
    note: Text | None = None
    """A few words, if there is more to say."""


class Step(Sourced):
    """A way from this level to another."""

    to: Id
    """Where the move leads: the id of the other level. That level needs the answering step back.

    Write: `to: php`
    """
    when: Text
    """When people make this move, in a sentence said to the reader.

    Write: `when: You need more hours than IOP can give.`
    Not: `when: The client fails IOP.` Moves are not failures.
    """


class Question(Model):
    """A question to ask a program."""

    model_config = ConfigDict(title="Question to ask")

    ask: Text
    """The question, in words that people can say on the phone.

    Write: `ask: How many hours a week will I be there?`
    """
    why: Text
    """Why it is worth asking."""
    listen_for: Text
    """What a good answer holds.

    Write: `listen_for: A number of hours, and who decides it.`
    """


class Answer(Sourced):
    """A question people ask, and its answer."""

    model_config = ConfigDict(title="Question and answer")

    id: Id
    """A permanent short name. It becomes the address of the answer.

    Write: `id: iop-and-work`
    Not: `id: Can I work during IOP?`. Use small letters and dashes.
    """
    q: Text
    """The question as people type it.

    Write: `q: Can I work during IOP?`
    Not: `q: Employment considerations`
    """
    a: Text
    """The answer, in 60 words or fewer. Begin with the answer itself.

    Write: `a: Often, yes. Many programs meet in the evening.`
    Not: `a: There are many things to consider.`
    """
    level: Id | None = None
    """The level that the question is about, as an id. It is for questions under `faq` of the file."""


class Disagreement(Sourced):
    """Something sources do not agree about, other than a number."""

    title: Text
    """What it is about, as a question.

    Write: `title: What is it called in ASAM's 4th edition?`
    """
    text: Text
    """Who says what, and how we read it."""


class DeclaredException(Model):
    """A rule that this level breaks for a good reason. Readers see the reason."""

    model_config = ConfigDict(title="Exception")

    rule: Text
    """The name of the rule. The check reports it.

    Write: `rule: neighbors_leave_no_gap`
    """
    neighbor: Id | None = None
    """The id of the other level, where the rule speaks of two."""
    because: Text
    """The reason, in a sentence for readers."""


class Review(Model):
    """When this was last checked, and by whom."""

    checked: Day
    """The day of the last check, as year-month-day.

    Write: `checked: 2026-11-23`
    Not: `checked: 11/23/2026`
    """
    next: Day
    """The day by which it must be checked again, as year-month-day.

    Write: `next: 2027-05-23`
    """
    state: Literal["editor", "clinician"]
    """Who checked it.

    - editor: An editor checked it against its sources.
    - clinician: A clinician read and approved it, and is named under `by`.
    Write: `state: editor`
    """
    by: Text | None = None
    """The clinician's name and credentials. It is for the state `clinician` alone."""

    def overdue(self, today: datetime.date) -> bool:
        """Return whether the day by which it must be checked again has passed."""
        return self.next < today


class Level(Model):
    """One level of care, or one kind of help that stands beside the levels."""

    id: Id
    """A permanent short name. It becomes the address of the page. If you change it, add the old one to `addresses`.

    Write: `id: iop`
    Not: `id: IOP`. Use small letters, digits and single dashes.
    """
    name: Text
    """The plain name.

    Write: `name: Intensive outpatient`
    Not: `name: Intensive Outpatient Program (IOP)`. The letters have a line of their own.
    """
    acronym: Text | None = None
    """The letters that people say, if there are any.

    Write: `acronym: IOP`
    """
    stands_for: Text | None = None
    """What the letters stand for.

    Write: `stands_for: Intensive outpatient program`
    """
    place: Literal["continuum", "alongside"]
    """Where it stands among the others.

    - continuum: On the line of levels, in the order of this file.
    - alongside: Beside the line, such as recovery housing.
    Write: `place: continuum`
    """
    also_called: list[Text] = []
    """Other names that people hear. They lead here from the search.

    Write: `also_called: [aftercare, "Level 2.1"]`
    """
    addresses: list[Id] = []
    """Other addresses that lead here. An address is never taken away.

    Write: `addresses: [intensive-outpatient]`
    """
    numbering: list[Numbering] = []
    """Its number and title in each standard."""
    in_a_line: Text
    """What it is, in 16 words or fewer.

    Write: `in_a_line: Treatment for part of several days a week. You sleep at home.`
    """
    in_short: Text
    """The answer to “What is it?”, in 60 words or fewer. Most people read this alone."""
    sleep: Sleep
    """Where you sleep."""
    medical: MedicalBackup
    """How near a doctor or nurse is."""
    attend: Attendance | None = None
    """Whether you go there or join by video. Leave it out where no source says."""
    hours_per_week: list[Claim] = []
    """Hours of treatment in a week: one claim for each number that someone has published."""
    hours_per_day: list[Claim] = []
    """Hours on a day you go."""
    days_per_week: list[Claim] = []
    """Days a week on which you go."""
    length: list[LengthClaim] = []
    """How long people stay."""
    warnings: list[Statement] = []
    """A danger of this level alone that a reader must not miss. What several levels share stands under `dangers`."""
    what_happens: Annotated[list[Statement], Field(min_length=1)]
    """What happens there, one thing a line."""
    services: list[ServiceUse] = []
    """Which services are part of it."""
    may_suit: Annotated[list[Statement], Field(min_length=1)]
    """Who it may suit. Each line needs a source.

    Write: `text: You have somewhere safe to sleep.`
    Not: `text: The ideal candidate is motivated.` We do not place people.
    """
    may_not_be_enough: Annotated[list[Statement], Field(min_length=1)]
    """When it may not be enough. Each line needs a source.

    Write: `text: You need medical care at night.`
    Not: `text: Not appropriate for unstable patients.`
    """
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
    """What is not known, or what the sources leave out.

    Write: `text: We found no rule that says how many hours it takes.`
    Not: `text: Further research is needed.`
    """
    disagreements: list[Disagreement] = []
    """What sources do not agree about, other than the numbers."""
    questions: Annotated[list[Question], Field(min_length=1)]
    """Questions to ask a program of this kind."""
    next_step: Text
    """One thing to do now.

    Write: `next_step: Call the program and ask how many hours a week it takes.`
    """
    faq: list[Answer] = []
    """Questions people ask about this level."""
    exceptions: list[DeclaredException] = []
    """Rules that this level breaks for a good reason."""
    review: Review
    """When it was checked, and by whom."""

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
    """A service or therapy that levels can offer."""

    id: Id
    """A permanent short name. Levels point to it with `service`."""
    name: Text
    """Its name, as people say it.

    Write: `name: Group therapy`
    """
    also_called: list[Text] = []
    """Other names that people hear."""
    meaning: Text
    """What it is, in everyday words."""
    what_to_know: Text | None = None
    """What the evidence or the rules say, with its sources."""


class Word(Sourced):
    """A word of the glossary."""

    id: Id
    """A permanent short name. It becomes the address of the word."""
    term: Text
    """The word or the letters.

    Write: `term: PHP`
    """
    stands_for: Text | None = None
    """What the letters stand for. They are written out where they first stand on a page.

    Write: `stands_for: Partial hospitalization program`
    """
    also: list[Text] = []
    """Other ways to write or say it."""
    meaning: Text
    """What it means, in a sentence or two."""
    level: Id | None = None
    """The id of the level that explains more."""


class Contact(Model):
    """A way to reach help."""

    kind: Literal["call", "text", "chat", "web", "tty"]
    """How people reach it.

    - call: By phone.
    - text: By text message.
    - chat: By chat, at a web address.
    - web: On a page, at a web address.
    - tty: By TTY, for people who are deaf or hard of hearing.
    Write: `kind: call`
    """
    value: Text
    """The number as people dial it, in quotation marks, or the address.

    Write: `value: "988"`
    Not: `value: 988`. Without the marks it is read as an amount.
    """
    words: Text
    """What to do, in a few words.

    Write: `words: Call 988`
    """


class Help(Sourced):
    """One place that helps in a crisis or helps to find treatment."""

    id: Id
    """A permanent short name. Texts call it with `{{ help.lifeline }}`."""
    name: Text
    """Its name."""
    when: Text
    """When to use it, said to the reader.

    Write: `when: You think about suicide, or you cannot cope.`
    """
    strip: Text | None = None
    """Two or three words for the strip on every page. Leave it out to keep this off the strip."""
    what: Text
    """What happens when you call or write."""
    contacts: Annotated[list[Contact], Field(min_length=1)]
    """Ways to reach it, the first one first."""


class Matter(Model):
    """Something that can matter to people when they choose among levels. The sheet asks. It scores nothing."""

    id: Id
    """A permanent short name."""
    name: Text
    """What it is about, in a few words.

    Write: `name: Home and sleep`
    """
    ask: Text
    """A question to think about."""


class Danger(Sourced):
    """A danger that readers of several levels must not miss. Its card stands near the top of their pages. The build fails where it is missing.
    A danger that readers of several levels must not miss. Its card stands near the top of their pages. The build fails where it is missing."""

    id: Id
    """A permanent short name."""
    title: Text
    """What to do, as an instruction.

    Write: `title: Ask a doctor or nurse before you stop`
    Not: `title: Withdrawal risks`
    """
    text: Text
    """The danger, in a sentence or two."""
    levels: Annotated[list[Id], Field(min_length=1)]
    """The ids of the levels whose pages must show it.

    Write: `levels: [op, iop, php]`
    """


class Section(Model):
    """A part of a topic's page."""

    id: Id
    """A permanent short name. It becomes the address of the part."""
    title: Text
    """The heading."""
    text: list[Statement] = []
    """Paragraphs."""
    points: list[Statement] = []
    """A list under the paragraphs."""
    steps: bool = False
    """`true` if the order of the points matters. The list is then numbered."""


class Topic(Model):
    """A page about what all levels share, such as paying, family, or how a level is chosen."""

    id: Id
    """A permanent short name. It becomes the address. Levels lead to the topic `paying`, the home page to `family`, if they exist."""
    title: Text
    """The heading of the page."""
    in_a_line: Text
    """What the page answers, in 16 words or fewer."""
    in_short: Text
    """The answer, in 60 words or fewer."""
    sections: Annotated[list[Section], Field(min_length=1)]
    """The parts of the page."""
    next_step: Text
    """One thing to do now."""
    review: Review
    """When it was checked, and by whom."""


class Comparison(Model):
    """Three or four levels that people often compare, for other sites to show. Every two levels have a comparison without this."""

    levels: Annotated[list[Id], Field(min_length=3, max_length=4)]
    """The ids of the three or four levels.

    Write: `levels: [op, iop, php]`
    """


class Change(Sourced):
    """Something that changed, as readers see it. The page “What changed” is made from these."""

    date: Day
    """The day of the change, as year-month-day.

    Write: `date: 2026-11-23`
    """
    what: Text
    """What changed, said to a reader: what it said before and what it says now.

    Write: `what: IOP for teens now starts at 6 hours a week. It said 9 before.`
    Not: `what: Updated IOP.`
    """
    levels: list[Id] = []
    """The ids of the levels whose pages changed. Leave it out where it concerns the whole site.

    Write: `levels: [iop]`
    """


class Source(Model):
    """Where a fact comes from."""

    model_config = ConfigDict(
        json_schema_extra=_either("A source needs an address (url:) or the reason why it has none (no_url:).", "url", "no_url")
        | _not_both("url", "no_url", "Give an address or the reason why there is none, and not both.")
    )

    id: Id
    """A permanent short name. Facts cite it under `sources`.

    Write: `id: medicare-iop`
    Not: `id: Medicare_IOP_2026`. Use small letters, digits and single dashes.
    """
    tier: Literal["A", "B", "C", "D", "E"]
    """What sort of source it is. Readers see it.

    - A: Government, regulation, official statistics.
    - B: A study that other experts have checked.
    - C: A payer, a professional body, an institute.
    - D: A trade page, a study guide, a provider.
    - E: A page without a named author.
    Write: `tier: A`
    """
    publisher: Text
    """Who publishes it.

    Write: `publisher: Medicare.gov`
    """
    title: Text
    """Its title, as it says itself."""
    date: Text | None = None
    """Year or date of the document, as it says itself. Put a year in quotation marks.

    Write: `date: "2024"`
    Not: `date: 2024`. Without the marks it is read as an amount.
    """
    url: Url | None = None
    """Its address. Give `url` or `no_url`, and not both.

    Write: `url: https://www.medicare.gov/coverage`
    Not: `url: www.medicare.gov`. An address begins with `https://`.
    """
    no_url: Text | None = None
    """Why there is no address, where there is none.

    Write: `no_url: A book. We read it in a library.`
    """
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
    """The name of those who make the site."""
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
    """Every level of care, and everything said about them."""

    model_config = ConfigDict(title="The file")

    language: Annotated[
        str,
        Field(
            pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$",
            json_schema_extra={"patternErrorMessage": "Write the letters of a language, such as en."},
        ),
    ]
    """The language of the texts, in letters. The site's own words come from the file of that name in `content/words/`.

    Write: `language: en`
    Not: `language: English`
    """
    direction: Literal["ltr", "rtl"] = "ltr"
    """Which way the script runs.

    - ltr: From left to right, as English does. You can leave the line out.
    - rtl: From right to left, as Arabic and Hebrew do.
    """
    site: Site
    """What the site says about itself."""
    publisher: Publisher
    """Who makes it."""
    review: Review
    """When the facts as a whole were checked."""
    help: Annotated[list[Help], Field(min_length=1)]
    """Help in a crisis. Every page, table and print takes its numbers from here."""
    dangers: list[Danger] = []
    """Dangers that several levels share."""
    authorities: Annotated[list[Authority], Field(min_length=1)]
    """Whose numbers and names we show."""
    supervision: Annotated[list[Supervision], Field(min_length=1)]
    """Grades of medical backup, from the least to the most."""
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
