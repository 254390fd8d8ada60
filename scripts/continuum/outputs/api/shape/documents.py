"""The documents that programs can read, and what stands in them beside levels."""

from __future__ import annotations

import datetime
from typing import Literal

from .head import Document
from .level import Level
from .part import Address, HowWeKnow, Part, Secondhand, SourceIds
from .state import States


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
    secondhand: Secondhand


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
    secondhand: Secondhand


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
    copy_of: str | None
    """What it is a copy of, where somebody other than its author put it up."""
    read: datetime.date | None
    """The day by which we had read it last."""
    archived: Address | None
    """The address of a copy in an archive."""
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


class ListedLater(Part):
    """One file of a kind that the first release did not have. More kinds may come: skip those that
    you do not know.
    """

    kind: str
    """What it holds, such as `states`."""
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
    """Every file of the kinds that the first release had."""
    more: list[ListedLater]
    """Every other file."""


# The documents under the names of their schemas.
DOCUMENTS: dict[str, type[Document]] = {
    "index": Index,
    "levels": Levels,
    "level": OneLevel,
    "glossary": Glossary,
    "sources": Sources,
    "states": States,
}
