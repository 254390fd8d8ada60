"""What a level of care is."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from .base import Model, Review, Sourced, Statement, Who
from .claim import Claim, LengthClaim
from .marks import Easy, Exact, Fact, Id, Prose, Quoted, Ref, Words
from .question import Answer, Disagreement, Question


class Work(Sourced):
    """Whether you can work or study at the same time."""

    text: Fact
    """Three words or so, for a tile at the top of the page.

    Write: `text: Often yes`
    """
    note: Fact | None = None
    """Why, or when not, in a short sentence.

    Write: `note: Some programs meet in the evening.`
    """


class Supervision(Model):
    """One grade of medical backup. The list in the file runs from the least to the most."""

    id: Id
    """A permanent short name. Levels point to it with `grade`."""
    name: Prose
    """A few words for tables and pictures.

    Write: `name: On the team`
    """
    meaning: Prose
    """What it means for the reader, in a sentence.

    Write: `meaning: A doctor or nurse is part of the team during program hours.`
    """


class Numbering(Sourced):
    """The number and title that a standard gives to this level."""

    model_config = ConfigDict(title="Name in a standard")

    standard: Ref["authorities"]
    """Whose number it is: an id from `authorities`.

    Write: `standard: asam-4`
    """
    number: Exact | None = None
    """The number of the level, in quotation marks. Leave it out where the standard gives none.

    Write: `number: "2.1"`
    Not: `number: 2.1`. Without the marks it is read as an amount.
    """
    title: Quoted
    """The standard's own title, or what it says in place of one.

    Write: `title: Intensive Outpatient`
    """
    note: Fact | None = None
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
    text: Fact
    """A few words for tables.

    Write: `text: At home, or in recovery housing`
    """


class MedicalBackup(Sourced):
    """How near a doctor or nurse is."""

    grade: Ref["supervision"]
    """How near it is: an id from `supervision`.

    Write: `grade: on-team`
    """
    text: Fact
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
    text: Fact
    """A few words for the facts at the top of the page.

    Write: `text: There, or by video`
    """


class ServiceUse(Sourced):
    """A service and the part it plays at this level."""

    model_config = ConfigDict(title="Service of a level")

    service: Ref["services"]
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
    note: Fact | None = None
    """A few words, if there is more to say."""


class Step(Sourced):
    """A way from this level to another."""

    to: Ref["levels"]
    """Where the move leads: the id of the other level. That level needs the answering step back.

    Write: `to: php`
    """
    when: Fact
    """When people make this move, in a sentence said to the reader.

    Write: `when: You need more hours than IOP can give.`
    Not: `when: The client fails IOP.` Moves are not failures.
    """


class Variant(Sourced):
    """Another level that this one is like, and what it adds."""

    of: Ref["levels"]
    """The id of the other level.

    Write: `of: op`
    """
    adds: Fact
    """What this level has that the other has not, for the middle of a sentence.

    Write: `adds: nurses day and night`
    """


class DeclaredException(Model):
    """A rule that this level breaks for a good reason. Readers see the reason."""

    model_config = ConfigDict(title="Exception")

    rule: Exact
    """The name of the rule. The check reports it.

    Write: `rule: neighbors_leave_no_gap`
    """
    neighbor: Ref["levels"] | None = None
    """The id of the other level, where the rule speaks of two."""
    because: Prose
    """The reason, in a sentence for readers."""


class Level(Model):
    """One level of care, or one kind of help that stands beside the levels."""

    id: Id
    """A permanent short name. It becomes the address of the page. If you change it, add the old
    one to `addresses`.

    Write: `id: iop`
    Not: `id: IOP`. Use small letters, digits and single dashes.
    """
    name: Prose
    """The plain name.

    Write: `name: Intensive outpatient`
    Not: `name: Intensive Outpatient Program (IOP)`. The letters have a line of their own.
    """
    everyday: Prose | None = None
    """What people call it in everyday life, where that is another word. Headings, menus and
    pictures say it first.

    Write: `everyday: Rehab`
    """
    acronym: Prose | None = None
    """The letters that people say, if there are any.

    Write: `acronym: IOP`
    """
    stands_for: Prose | None = None
    """What the letters stand for.

    Write: `stands_for: Intensive outpatient program`
    """
    place: Literal["continuum", "alongside"]
    """Where it stands among the others.

    - continuum: On the line of levels, in the order of this file.
    - alongside: Beside the line, such as recovery housing.
    Write: `place: continuum`
    """
    variant: Variant | None = None
    """The level that this one is like, where it only adds something, such as nurses. The picture
    then shows it as a tag of that level. A level with hours of its own keeps its row.

    Write: `variant: {of: op, adds: medical staff, sources: [state-rule]}`
    """
    also_called: list[Quoted] = []
    """Other names that people hear. They lead here from the search.

    Write: `also_called: [aftercare, "Level 2.1"]`
    """
    heard: list[Quoted] = []
    """What people are told most often when this level is meant: letters, a number, a name. The home
    page shows them under its search, and each leads here.

    Write: `heard: [IOP, "2.1"]`
    """
    addresses: list[Id] = []
    """Other addresses that lead here. An address is never taken away.

    Write: `addresses: [intensive-outpatient]`
    """
    numbering: list[Numbering] = []
    """Its number and title in each standard."""
    in_a_line: Annotated[Prose, Words(16)]
    """What it is, in 16 words or fewer.

    Write: `in_a_line: Treatment for part of several days a week. You sleep at home.`
    """
    in_short: Annotated[Prose, Easy(), Words(60)]
    """The answer to “What is it?”, in 60 words or fewer. Most people read this alone."""
    sleep: Sleep
    """Where you sleep."""
    medical: MedicalBackup
    """How near a doctor or nurse is."""
    attend: Attendance | None = None
    """Whether you go there or join by video. Leave it out where no source says."""
    work: Work | None = None
    """Whether you can work or study at the same time. Leave it out where you cannot say."""
    hours_per_week: list[Claim] = []
    """Hours of treatment in a week: one claim for each number that someone has published."""
    hours_per_day: list[Claim] = []
    """Hours on a day you go."""
    days_per_week: list[Claim] = []
    """Days a week on which you go."""
    length: list[LengthClaim] = []
    """How long people stay."""
    warnings: Annotated[list[Statement], Easy()] = []
    """A danger of this level alone that a reader must not miss. What several levels share stands
    under `dangers`."""
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
    next_step: Annotated[Prose, Easy()]
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
        return self.acronym or self.everyday or self.name

    def figure(self, name: str) -> list[Claim]:
        """Return the claims of one of FIGURES."""
        return getattr(self, name)

    def headline(self, name: str, audience: Who = "adults") -> Claim | None:
        """Return the claim that stands for a figure before this audience, if there is one."""
        for claim in self.figure(name):
            if claim.headline and claim.covers(audience):
                return claim
        return None
