"""What people ask, and what is not settled: questions, answers and disagreements."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict

from .base import Model, Sourced
from .marks import Asked, Fact, Id, Prose, Ref, Words


class Question(Model):
    """A question to ask a program."""

    model_config = ConfigDict(title="Question to ask")

    ask: Prose
    """The question, in words that people can say on the phone.

    Write: `ask: How many hours a week will I be there?`
    """
    why: Prose
    """Why it is worth asking."""
    listen_for: Prose
    """What a good answer holds.

    Write: `listen_for: A number of hours, and who decides it.`
    """


class Heading(Model):
    """A heading of the page with all questions. Questions say under which one they stand."""

    model_config = ConfigDict(title="Heading of questions")

    id: Id
    """A permanent short name. It becomes the address of the heading.

    Write: `id: paying-and-court`
    """
    title: Prose
    """The heading.

    Write: `title: Paying, and court`
    """


class Answer(Sourced):
    """A question people ask, and its answer."""

    model_config = ConfigDict(title="Question and answer")

    id: Id
    """A permanent short name. It becomes the address of the answer.

    Write: `id: iop-and-work`
    Not: `id: Can I work during IOP?`. Use small letters and dashes.
    """
    addresses: list[Id] = []
    """Ids of questions that were taken into this one. Links to them lead here.

    Write: `addresses: [what-iop-means]`
    """
    q: Asked
    """The question as people type it.

    Write: `q: Can I work during IOP?`
    Not: `q: Employment considerations`
    """
    a: Annotated[Fact, Words(60)]
    """The answer, in 60 words or fewer. Begin with the answer itself.

    Write: `a: Often, yes. Many programs meet in the evening.`
    Not: `a: There are many things to consider.`
    """
    level: Ref["levels"] | None = None
    """The level that the question is about, as an id. It is for questions under `faq` of the
    file."""
    heading: Ref["headings"] | None = None
    """The heading under which the page with all questions lists it, as an id from `headings`.
    Without one it stands under its level.

    Write: `heading: paying-and-court`
    """
    topics: list[Ref["topics"]] = []
    """The ids of the topics that it concerns. Their pages link to it.

    Write: `topics: [paying]`
    """


class Disagreement(Sourced):
    """Something sources do not agree about, other than a number."""

    title: Prose
    """What it is about, as a question.

    Write: `title: What is it called in ASAM's 4th edition?`
    """
    text: Fact
    """Who says what, and how we read it."""
