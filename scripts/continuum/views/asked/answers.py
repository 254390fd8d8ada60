"""Content -> its questions with their answers: under headings, of a level, of a topic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...model.content import Content
from ...model.level import Level
from ...model.pages.topic import Topic
from ...model.question import Answer, Heading
from ..speaking import Speaker


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its answer, and where a reader finds more: its level and its topics."""

    item: Answer
    level: Level | None
    topics: tuple[Topic, ...]


@dataclass(frozen=True, slots=True)
class Answers:
    """Questions with their answers: under a heading, about the levels, or about one of them."""

    id: str
    short: str
    title: str
    level: Level | None
    asked: tuple[Asked, ...]

    @property
    def items(self) -> list[Answer]:
        """The questions with their answers alone."""
        return [one.item for one in self.asked]


def by_heading(say: Speaker) -> list[Answers]:
    """Return all questions as their page lists them: under the headings of the file, then those
    without one under their level.
    """
    found = list(_all_asked(say))
    groups = []
    for heading in say.content.headings:
        below = [one for one in found if one.item.heading == heading.id]
        groups.append(_under(heading, below))

    rest = [one for one in found if one.item.heading is None]
    groups += _by_level(say, rest)
    return [group for group in groups if group.asked]


def by_level(say: Speaker) -> list[Answers]:
    """Return all questions with their answers: the general ones, then level by level."""
    groups = _by_level(say, _all_asked(say))
    return [group for group in groups if group.asked]


def of_topic(content: Content, topic: Topic) -> list[Answer]:
    """Return the questions that concern a topic, in the order of the file."""
    return [answer for answer in all_answers(content) if topic.id in answer.topics]


def all_answers(content: Content) -> list[Answer]:
    """Return all questions with their answers, in the order of the file."""
    answers = [*content.faq]
    for level in content.levels:
        answers += level.faq
    return answers


def _all_asked(say: Speaker) -> Iterator[Asked]:
    for answer in say.content.faq:
        level = say.levels[answer.level] if answer.level else None
        yield _asked(say, answer, level)
    for level in say.content.levels:
        for answer in level.faq:
            yield _asked(say, answer, level)


def _asked(say: Speaker, answer: Answer, level: Level | None) -> Asked:
    topics = [topic for topic in say.content.topics if topic.id in answer.topics]
    return Asked(answer, level, tuple(topics))


def _under(heading: Heading, asked: list[Asked]) -> Answers:
    return Answers(
        id=heading.id,
        short=heading.title,
        title=heading.title,
        level=None,
        asked=tuple(asked),
    )


def _by_level(say: Speaker, asked: Iterable[Asked]) -> list[Answers]:
    """Return questions under what they are part of: those of the file, then those of a level."""
    asked = list(asked)
    title = say.phrases("faq.general")
    general = _those(asked, say.content.faq)
    groups = [Answers("about-levels", title, title, None, tuple(general))]
    for level in say.content.levels:
        own = _those(asked, level.faq)
        groups.append(_about(say, level, own))
    return groups


def _those(asked: list[Asked], answers: list[Answer]) -> list[Asked]:
    """Return the questions that are these themselves, and not others that say the same."""
    theirs = set(map(id, answers))
    return [one for one in asked if id(one.item) in theirs]


def _about(say: Speaker, level: Level, asked: list[Asked]) -> Answers:
    return Answers(
        id=f"about-{level.id}",
        short=level.short,
        title=say.phrases("faq.about", name=say.called(level)),
        level=level,
        asked=tuple(asked),
    )
