"""Pages about what all levels share: a topic, its parts, and what readers fill in there."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ..base import Model, Number, Review, Statement
from ..marks import Easy, Id, LanguageTag, Prose, Quoted, Ref, Words


class Form(Model):
    """A table that readers fill in by hand, such as a bill. The sheet to print has it."""

    columns: Annotated[list[Prose], Field(min_length=2, max_length=6)]
    """What stands above the columns. The first one is over the rows.

    Write: `columns: [What, How often, Price]`
    """
    rows: Annotated[list[Prose], Field(min_length=1, max_length=10)]
    """What stands before each row. The other cells stay empty.

    Write: `rows: [One day of treatment, A drug test]`
    """


class Section(Model):
    """A part of a topic's page."""

    id: Id
    """A permanent short name. It becomes the address of the part."""
    title: Prose
    """The heading."""
    text: list[Statement] = []
    """Paragraphs."""
    points: list[Statement] = []
    """A list under the paragraphs."""
    steps: bool = False
    """`true` if the order of the points matters. The list is then numbered."""
    safety: bool = False
    """`true` if the part says what to do in danger. What it says then needs two sources of tier A,
    and stands without a mark beside it: the part names whose words they are at its end."""
    folded: bool = False
    """`true` if the part is closed at first. Its heading opens it. On paper it is open."""
    write: bool = False
    """`true` if readers write down an answer to each point. The page then leads to a sheet to
    print, with room for it."""
    fill_in: Form | None = None
    """A table to fill in. It stands on the sheet to print, to which the page then leads."""

    @property
    def on_paper(self) -> bool:
        """Whether the sheet to print has it."""
        return self.write or self.fill_in is not None


class Topic(Model):
    """A page about what all levels share, such as paying, family, or how a level is chosen."""

    id: Id
    """A permanent short name. It becomes the address. If you change it, add the old one to
    `addresses`. The home page leads to the topic `family`, if it exists."""
    addresses: list[Id] = []
    """Other addresses that lead here. An address is never taken away.

    Write: `addresses: [money]`
    """
    also: list[Quoted] = []
    """Other words by which people look for this page."""
    ages: Annotated[list[Number], Field(max_length=2)] = []
    """The least and the most years of age that it is about. The search leads here from such an age.

    Write: `ages: [12, 17]`
    """
    urgent: bool = False
    """`true` for what someone must find at once. The home page leads to it above all else."""
    help: list[Ref["help"]] = []
    """The ids of the help that the search shows above this page. What is urgent has the strip's."""
    more_on: Literal["work", "paying", "choosing"] | None = None
    """Of which question on a level's page it says more. It leads here.

    - work: Work, school and daily life.
    - paying: Insurance and other ways to pay.
    - choosing: Whether it is enough, and who decides.
    Write: `more_on: paying`
    """
    menu: Prose | None = None
    """What the menu at the top of each page calls it, in a word. Leave it out to keep it off that
    menu.

    Write: `menu: Paying`
    """
    language: LanguageTag | None = None
    """The language of its texts, in letters, where that is not the language of the file. No program
    judges their words, so let someone read it who speaks that language.

    Write: `language: es`
    Not: `language: Spanish`
    """
    title: Prose
    """The heading of the page."""
    in_a_line: Annotated[Prose, Words(16)]
    """What the page answers, in 16 words or fewer."""
    in_short: Annotated[Prose, Easy(), Words(60)]
    """The answer, in 60 words or fewer."""
    sections: Annotated[list[Section], Field(min_length=1)]
    """The parts of the page."""
    next_step: Annotated[Prose, Easy()]
    """One thing to do now."""
    review: Review
    """When it was checked, and by whom."""

    @property
    def to_fill_in(self) -> list[Section]:
        """The parts that the sheet to print has."""
        return [section for section in self.sections if section.on_paper]
