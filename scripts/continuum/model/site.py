"""What stands around the levels: services, words, help, dangers, sources, the site."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from .base import Day, Model, Number, Sourced, either, not_both
from .marks import Easy, Exact, Fact, Id, Prose, Quoted, Ref, Url


class Service(Sourced):
    """A service or therapy that levels can offer."""

    id: Id
    """A permanent short name. Levels point to it with `service`."""
    name: Prose
    """Its name, as people say it.

    Write: `name: Group therapy`
    """
    also_called: list[Quoted] = []
    """Other names that people hear."""
    meaning: Fact
    """What it is, in everyday words."""
    what_to_know: Fact | None = None
    """What the evidence or the rules say, with its sources."""


class Word(Sourced):
    """A word of the glossary."""

    id: Id
    """A permanent short name. It becomes the address of the word."""
    term: Prose
    """The word or the letters.

    Write: `term: PHP`
    """
    stands_for: Prose | None = None
    """What the letters stand for. They are written out where they first stand on a page.

    Write: `stands_for: Partial hospitalization program`
    """
    also: list[Quoted] = []
    """Other ways to write or say it."""
    meaning: Fact
    """What it means, in a sentence or two."""
    level: Ref["levels"] | None = None
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
    value: Exact
    """The number as people dial it, in quotation marks, or the address.

    Write: `value: "988"`
    Not: `value: 988`. Without the marks it is read as an amount.
    """
    words: Prose
    """What to do, in a few words.

    Write: `words: Call 988`
    """
    keyword: Exact | None = None
    """The word to text, where the line asks for one. Links send it along.

    Write: `keyword: HOME`
    """


class Help(Sourced):
    """One place that helps in a crisis or helps to find treatment."""

    id: Id
    """A permanent short name. Texts call it with `{{ help.lifeline }}`."""
    name: Prose
    """Its name."""
    when: Annotated[Fact, Easy()]
    """When to use it, said to the reader.

    Write: `when: You think about suicide, or you cannot cope.`
    """
    strip: Prose | None = None
    """Two or three words for the strip on every page. Leave it out to keep this off the strip."""
    what: Annotated[Prose, Easy()]
    """What happens when you call or write."""
    contacts: Annotated[list[Contact], Field(min_length=1)]
    """Ways to reach it, the first one first."""


class Matter(Model):
    """Something that can matter to people when they choose among levels. The sheet asks. It scores
    nothing."""

    id: Id
    """A permanent short name."""
    name: Prose
    """What it is about, in a few words.

    Write: `name: Home and sleep`
    """
    ask: Prose
    """A question to think about."""


class Danger(Sourced):
    """A danger that readers of several levels must not miss. Its card stands near the top of their
    pages. The build fails where it is missing."""

    id: Id
    """A permanent short name."""
    title: Annotated[Prose, Easy()]
    """What to do, as an instruction.

    Write: `title: Ask a doctor or nurse before you stop`
    Not: `title: Withdrawal risks`
    """
    text: Annotated[Fact, Easy()]
    """The danger, in a sentence or two."""
    levels: Annotated[list[Ref["levels"]], Field(min_length=1)]
    """The ids of the levels whose pages must show it.

    Write: `levels: [op, iop, php]`
    """
    topics: list[Ref["topics"]] = []
    """The ids of the topics whose pages must show it too. The page with help, and the one with
    questions, show every danger.

    Write: `topics: [family]`
    """


class Comparison(Model):
    """Three or four levels that people often compare. Every two have a comparison without this."""

    levels: Annotated[list[Ref["levels"]], Field(min_length=3, max_length=4)]
    """The ids of the three or four levels.

    Write: `levels: [op, iop, php]`
    """


class Known(Model):
    """How many statements with a source there were, by how we know them."""

    confirmed: Number
    """Read in the publisher's own text."""
    restated: Number
    """Read where someone repeats it."""
    weak: Number
    """Found only in pages that give no source."""


class Change(Sourced):
    """Something that changed, as readers see it. The page “What changed” is made from these."""

    date: Day
    """The day of the change, as year-month-day.

    Write: `date: 2026-11-23`
    """
    what: Prose
    """What changed, said to a reader: what it said before and what it says now.

    Write: `what: IOP for teens now starts at 6 hours a week. It said 9 before.`
    Not: `what: Updated IOP.`
    """
    levels: list[Ref["levels"]] = []
    """The ids of the levels whose pages changed. Leave it out where it concerns the whole site.

    Write: `levels: [iop]`
    """
    known: Known | None = None
    """How well the site was known after this change. The page about quality lists these counts.

    Write: `known: {confirmed: 536, restated: 224, weak: 131}`
    """


class Source(Model):
    """Where a fact comes from."""

    model_config = ConfigDict(
        json_schema_extra=either(
            "A source needs an address (url:) or the reason why it has none (no_url:).",
            "url",
            "no_url",
        )
        | not_both(
            "url",
            "no_url",
            "Give an address or the reason why there is none, and not both.",
        )
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
    publisher: Quoted
    """Who publishes it.

    Write: `publisher: Medicare.gov`
    """
    title: Quoted
    """Its title, as it says itself."""
    date: Quoted | None = None
    """Year or date of the document, as it says itself. Put a year in quotation marks.

    Write: `date: "2024"`
    Not: `date: 2024`. Without the marks it is read as an amount.
    """
    url: Url | None = None
    """Its address. Give `url` or `no_url`, and not both.

    Write: `url: https://www.medicare.gov/coverage`
    Not: `url: www.medicare.gov`. An address begins with `https://`.
    """
    no_url: Prose | None = None
    """Why there is no address, where there is none.

    Write: `no_url: A book. We read it in a library.`
    """
    copy_of: Quoted | None = None
    """What it is a copy of, where somebody other than its author put it up.

    Write: `copy_of: COMAR 10.09.06.06`
    """
    read: Day | None = None
    """The day on which it was read last, as year-month-day; where nobody noted it, the first day of
    which we know that it had been read. Two years later it is due to be read again.

    Write: `read: 2026-11-27`
    """
    archived: Url | None = None
    """The address of a copy in an archive, for the day on which the page is gone.

    Write: `archived: https://web.archive.org/web/2026/https://www.medicare.gov/coverage`
    """
    note: Prose | None = None
    """What a reader should know about it."""

    @model_validator(mode="after")
    def _has_a_way(self):
        if (self.url is None) == (self.no_url is None):
            raise PydanticCustomError(
                "address_or_reason", "needs an address or a reason"
            )
        return self


class Publisher(Model):
    """Who makes this site."""

    name: Prose
    """The name of those who make the site."""
    about: list[Prose]
    """Who that is, in a few sentences."""
    funding: Prose
    """Who pays for it, and what that may not change."""
    promise: Prose | None = None
    """The same in a line, for the home page. Leave it out, and the home page says nothing of it."""
    review_policy: list[Prose]
    """How content is checked, and what has not happened yet."""
    update_policy: list[Prose]
    """When content is checked again."""
    corrections: list[Prose]
    """What to do about a mistake."""


class Site(Model):
    """What the site says about itself."""

    name: Prose
    """Its name."""
    title: Prose
    """The heading of the home page."""
    purpose: Prose
    """What this is, in one sentence."""
