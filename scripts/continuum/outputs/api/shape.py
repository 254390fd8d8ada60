"""What a document holds, field by field.

A field's docstring is what its schema and the page for developers say of it. The shape is a
promise: within version 1 a field is never removed, renamed or given another meaning. `tests/api/`
holds it to the first release.
"""

from __future__ import annotations

import copy
import datetime
from functools import cache
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Address = Annotated[str, Field(json_schema_extra={"format": "uri-reference"})]
Amount = Annotated[int | float, WithJsonSchema({"type": "number"})]
Checked = Annotated[datetime.date, Field(description="The day of the last check.")]
NextCheck = Annotated[
    datetime.date, Field(description="The day by which it is checked again.")
]
SourceIds = Annotated[
    list[str], Field(description="Ids of sources, as in `sources.json`.")
]
HowWeKnow = Annotated[
    Literal["confirmed", "restated", "weak"] | None,
    Field(
        description="How we know it: from the source's own text, from someone who repeats it, "
        "or from weak pages alone."
    ),
]


class Part(BaseModel):
    """A group of named values. Every field is always there."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, strict=True, use_attribute_docstrings=True
    )


class Site(Part):
    """The site that the data come from."""

    name: str
    """Its name."""
    url: Address | None
    """Its address."""


class Review(Part):
    """Who made the last check."""

    by: Literal["editor", "clinician"]
    """`editor`: checked against the sources. `clinician`: read and approved by a clinician."""
    name: str | None
    """The clinician's name."""
    text: str
    """What our pages say about it."""


class Licence(Part):
    """What you may do with the texts."""

    id: str
    """The licence's short name."""
    url: Address
    """The licence's own text."""
    credit: str
    """How to name us, ready to copy."""


class Document(Part):
    """Every JSON document opens with these fields."""

    schema_version: Annotated[str, Field(pattern=r"^1\.[0-9]+$")]
    """The version of the shape. The second number grows when fields are added."""
    schema_address: Annotated[Address, Field(alias="$schema")]
    """The JSON Schema of this document."""
    site: Site
    """The site that the data come from."""
    url: Address
    """The page that says the same to readers. Link to it."""
    language: str
    """The language of the texts, such as `en`."""
    direction: Literal["ltr", "rtl"]
    """`rtl` for a script that runs from right to left."""
    checked: Checked
    next_check: NextCheck
    review: Review
    """Who made the last check."""
    licence: Licence
    """What you may do with the texts."""


class Contact(Part):
    """A way to reach help."""

    kind: Literal["call", "text", "chat", "web", "tty"]
    """How to reach it."""
    value: str
    """The number to dial, or the address."""
    text: str
    """What to do, in a few words."""
    link: Address
    """The address that a link needs."""
    keyword: str | None
    """The word to text. Null where there is none."""


class Help(Part):
    """A place that helps in a crisis, or helps to find treatment."""

    id: str
    """Its short name."""
    name: str
    """Its name."""
    when: str
    """When to use it, said to the reader."""
    what: str
    """What happens then."""
    short: str | None
    """The words above its number at the edge of every page. Null where it does not stand there."""
    contacts: list[Contact]
    """Ways to reach it, the first one first."""
    sources: SourceIds
    basis: HowWeKnow


class Grade(Part):
    """One grade of medical backup."""

    id: str
    """Its short name."""
    name: str
    """What pages call it."""


class Authority(Part):
    """Someone whose numbers or names we show."""

    id: str
    """Its short name."""
    name: str
    """What stands beside a number."""
    kind: Literal[
        "standard", "payer", "state", "statistics", "guidance", "research", "programs"
    ]
    """What sort of voice it is."""
    about: str
    """Who this is, and why its numbers differ."""


class Whose(Part):
    """Whose number or name it is. Show it with each number."""

    id: str
    """The id of an authority."""
    name: str
    """The name to show."""
    kind: Literal[
        "standard", "payer", "state", "statistics", "guidance", "research", "programs"
    ]
    """What sort of voice it is."""


class Claim(Part):
    """One number that someone published. Authorities differ, so a figure can have many."""

    text: str
    """The number with its unit, as our pages say it."""
    whose: Whose
    """Whose number it is. Never show the number without it."""
    audience: Literal["everyone", "adults", "adolescents"]
    """Whom the number is about."""
    headline: bool
    """True for the one that our tables show to this audience."""
    min: Amount | None
    """The least, itself included."""
    max: Amount | None
    """The most, itself included."""
    under: Amount | None
    """An upper end that is itself left out: 9 means fewer than 9."""
    unit: Literal[
        "hours_per_week",
        "hours_per_day",
        "days_per_week",
        "days",
        "weeks",
        "months",
        "years",
    ]
    """The unit of the three ends."""
    counts: str | None
    """What is counted, where it is not plainly the time in treatment."""
    note: str | None
    """Why it differs from the headline."""
    sources: SourceIds
    basis: HowWeKnow


class Figures(Part):
    """The four numbers of a level. Each is a list of claims, the headlines first. An empty list
    means that we found none.
    """

    hours_per_week: list[Claim]
    """Hours of treatment in a week."""
    hours_per_day: list[Claim]
    """Hours on a day you go."""
    days_per_week: list[Claim]
    """Days in a week."""
    length: list[Claim]
    """How long people stay."""


class Sleep(Part):
    """Where you sleep."""

    where: Literal["home", "residence", "hospital", "varies"]
    """`residence` means that you live at the program or house."""
    text: str
    """What our tables say."""
    sources: SourceIds
    basis: HowWeKnow


class Medical(Part):
    """How near a doctor or nurse is."""

    grade: str
    """The id of a grade, as in `supervision`."""
    name: str
    """The name of the grade."""
    text: str
    """A sentence about it."""
    sources: SourceIds
    basis: HowWeKnow


class Attendance(Part):
    """Whether you go there or join by video."""

    form: Literal["in-person", "video", "mixed"]
    """`mixed` means either, or both."""
    text: str
    """What our tables say."""
    sources: SourceIds
    basis: HowWeKnow


class ServiceUse(Part):
    """A service at this level."""

    id: str
    """The short name of the service."""
    name: str
    """What pages call it."""
    part: Literal["core", "may", "referral"]
    """`core`: part of the program. `may`: some programs offer it. `referral`: there or by
    referral.
    """
    url: Address
    """Where our page about services explains it."""
    note: str | None
    """A few words more."""
    sources: SourceIds
    basis: HowWeKnow


class Statement(Part):
    """One thought."""

    title: str | None
    """A few bold words before it."""
    text: str
    """A sentence or two."""
    sources: SourceIds
    basis: HowWeKnow


class Danger(Part):
    """A danger that readers must not miss."""

    id: str
    """Its short name."""
    title: str
    """What to do."""
    text: str
    """The danger."""
    sources: SourceIds
    basis: HowWeKnow


class Step(Part):
    """A way from this level to another."""

    to: str
    """The id of the other level."""
    name: str
    """The short name of the other level."""
    when: str
    """When people make this move."""
    sources: SourceIds
    basis: HowWeKnow


class NameInStandard(Part):
    """What a standard calls the level."""

    standard: Whose
    """The standard."""
    number: str | None
    """Its number there. It names a kind of care and is not a score."""
    title: str
    """Its title there."""
    note: str | None
    """What changed, or what the number does not mean."""
    sources: SourceIds
    basis: HowWeKnow


class Question(Part):
    """A question to ask a program."""

    ask: str
    """The question."""
    why: str
    """Why it is worth asking."""
    listen_for: str
    """What a good answer holds."""


class Answer(Part):
    """A question that people ask, and its answer."""

    id: str
    """Its short name."""
    question: str
    """The question."""
    answer: str
    """The answer."""
    url: Address
    """Where it stands on our pages."""
    sources: SourceIds
    basis: HowWeKnow


class Disagreement(Part):
    """Something that sources do not agree about, other than a number."""

    title: str
    """What it is about."""
    text: str
    """Who says what."""
    sources: SourceIds
    basis: HowWeKnow


class Level(Part):
    """One level of care, or help that stands beside the levels."""

    id: str
    """Its short name, which stays."""
    name: str
    """The plain name."""
    acronym: str | None
    """The letters people say."""
    stands_for: str | None
    """What the letters stand for."""
    also_called: list[str]
    """Other names people hear."""
    place: Literal["continuum", "alongside"]
    """`continuum`: on the line of levels. `alongside`: beside it."""
    position: int | None
    """Its place on the line, from 1. It is an order and not a rank."""
    url: Address
    """Its page."""
    in_a_line: str
    """What it is, in one line."""
    in_short: str
    """What it is, in a few sentences."""
    dangers: list[Danger]
    """Dangers that its page warns of. Show them."""
    warnings: list[Statement]
    """Warnings for this level alone. Show them."""
    figures: Figures
    """Its numbers."""
    sleep: Sleep
    """Where you sleep."""
    medical: Medical
    """How near a doctor or nurse is."""
    attend: Attendance | None
    """Whether you go there or join by video. Null where no source says."""
    what_happens: list[Statement]
    """What happens there."""
    services: list[ServiceUse]
    """Services that our sources name."""
    may_suit: list[Statement]
    """Who it may suit. Please keep the word may."""
    may_not_be_enough: list[Statement]
    """When it may not be enough."""
    good_points: list[Statement]
    """Good points. Show them with the hard ones."""
    hard_points: list[Statement]
    """Hard points."""
    daily_life: list[Statement]
    """What daily life is like."""
    steps_up: list[Step]
    """Moves to more care."""
    steps_down: list[Step]
    """Moves to less care."""
    moving: list[Statement]
    """More about coming and going."""
    paying: list[Statement]
    """What sources say about paying for it."""
    numbering: list[NameInStandard]
    """What standards call it."""
    disagreements: list[Disagreement]
    """What else sources do not agree on."""
    good_to_know: list[str]
    """Why its numbers break a rule that other levels keep."""
    not_known: list[Statement]
    """What is not known. Show it too."""
    questions: list[Question]
    """Questions to ask a program."""
    faq: list[Answer]
    """Questions that people ask."""
    next_step: str
    """One thing to do now."""
    checked: Checked
    next_check: NextCheck
    review: Review
    """Who made the last check."""


class Levels(Document):
    """`levels.json`: every level, with all that is needed to show it."""

    help: list[Help]
    """Where to find help. Show it with the data."""
    authorities: list[Authority]
    """Whose numbers and names these are."""
    supervision: list[Grade]
    """Grades of medical backup, from least to most."""
    levels: list[Level]
    """The levels on the line in order, and what stands beside it."""


class OneLevel(Document):
    """`levels/<id>.json`: one level."""

    help: list[Help]
    """Where to find help. Show it with the data."""
    level: Level
    """The level."""


class Word(Part):
    """A word of the field."""

    id: str
    """Its short name."""
    term: str
    """The word or the letters."""
    stands_for: str | None
    """What the letters stand for."""
    also: list[str]
    """Other ways to write or say it."""
    meaning: str
    """What it means."""
    level: str | None
    """The id of the level that it names."""
    url: Address
    """Where it stands on our pages."""
    sources: SourceIds
    basis: HowWeKnow


class Glossary(Document):
    """`glossary.json`: words and letters, from A to Z."""

    words: list[Word]
    """The words."""


class Source(Part):
    """Where facts come from."""

    id: str
    """Its short name, which other documents use."""
    kind: Literal["A", "B", "C", "D", "E"]
    """A: government. B: a study with peer review. C: an insurer or a body of the field. D: a
    trade page. E: a page without an author.
    """
    publisher: str
    """Who publishes it."""
    title: str
    """Its title."""
    date: str | None
    """Its date, as it says itself."""
    url: Address | None
    """Its address."""
    no_url: str | None
    """Why it has no address."""
    note: str | None
    """What to know about it."""
    page: Address
    """Where it stands on our pages."""


class Sources(Document):
    """`sources.json`: where every fact comes from."""

    sources: list[Source]
    """The sources."""


class Listed(Part):
    """One file that programs can read."""

    kind: Literal["index", "levels", "level", "glossary", "sources", "matrix", "feed"]
    """What it holds."""
    name: str
    """What it holds, in words."""
    url: Address
    """Its address."""
    media_type: str
    """Its type, as servers name it."""
    described_by: Address | None
    """Its JSON Schema. Null for what is not JSON."""


class Index(Document):
    """`index.json`: what there is."""

    documents: list[Listed]
    """Every file."""


# The documents under the names of their schemas.
DOCUMENTS: dict[str, type[Document]] = {
    "index": Index,
    "levels": Levels,
    "level": OneLevel,
    "glossary": Glossary,
    "sources": Sources,
}


class _Open(GenerateJsonSchema):
    """Writes a shape to which fields can be added, so that a saved schema still fits the documents
    of a later 1.x.
    """

    def model_schema(self, schema: Any) -> JsonSchemaValue:
        made = super().model_schema(schema)
        made.pop("additionalProperties", None)
        made["description"] = unwrapped(made["description"])
        for field in made["properties"].values():
            if "description" in field:
                field["description"] = unwrapped(field["description"])

        return made

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def schema_of(kind: str, id: str = "") -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a kind of document, under its own address where
    there is one.
    """
    made = {"$schema": DIALECT}
    if id:
        made["$id"] = id
    return made | copy.deepcopy(_shape_of(kind))


@cache
def _shape_of(kind: str) -> dict[str, Any]:
    """Return the schema of a kind of document, which is the same on every site."""
    document = DOCUMENTS[kind]
    return document.model_json_schema(schema_generator=_Open, mode="serialization")


def unwrapped(docstring: str) -> str:
    """Return what a docstring says, in one line."""
    words = docstring.split()
    return " ".join(words)
