"""The rule that no page has two parts of one name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...addresses import is_own
from ...model.base import Model
from ...model.claim import Authority
from ...model.content import Content
from ...model.question import Answer
from ..fault import Fault, at
from ..subject import Subject


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a page: its name there, and the value of the content that makes the name."""

    name: str
    of: Model
    way: tuple[str | int, ...] = ("id",)


def parts_of_a_page_are_unique(subject: Subject) -> Iterator[Fault]:
    """No page has two parts of one name: what leads to one of them would lead to the other, and
    screen readers would read the wrong heading.
    """
    told: set[int] = set()
    for page, parts in _pages(subject.content):
        first: dict[str, Part] = {}
        for part in parts:
            other = first.setdefault(part.name, part)
            what = ""
            if is_own(page, part.name):
                what = "a part of the page itself"
            elif not _twins(other, part):
                what = f"“{other.of.id}”, on line {other.of.line}"
            if what and id(part.of) not in told:
                told.add(id(part.of))
                yield _taken(part, what)


def _twins(one: Part, other: Part) -> bool:
    """Return whether both are one part, or of one kind and one id, which another rule reports."""
    if one is other:
        return True
    if "addresses" in (*one.way, *other.way):
        return False
    return type(one.of) is type(other.of) and one.of.id == other.of.id


def _taken(part: Part, what: str) -> Fault:
    return at(
        part.of,
        *part.way,
        text=f"“{part.name}” is already the name of {what}, where both stand on one page.",
        fix="choose another id.",
    )


def _pages(content: Content) -> Iterator[tuple[str, list[Part]]]:
    """Yield the pages that have parts named by ids, each with these parts."""
    answers = [item for level in content.levels for item in level.faq]
    explained = _named(content.words, "word-{}")
    dangers = _named(content.dangers, "danger-{}")

    yield "words", _named(content.words)
    authorities = _named(content.authorities, "authority-{}")
    yield "sources", [*authorities, *_named(content.sources)]
    yield "services", [*explained, *_named(content.services)]
    yield "help", [*explained, *dangers, *_named(content.help)]
    groups = [*_named(content.levels, "about-{}"), *_named(content.headings)]
    asked = [*content.faq, *answers]
    taken_in = list(_taken_in(asked))
    yield "faq", [*explained, *dangers, *groups, *_named(asked), *taken_in]
    titles = _named(content.levels, "{}-title")
    yield "compare", [*titles, *_named(content.levels)]
    yield "states", [*explained, *_named(content.levels)]
    for state in content.states:
        yield "state", [*explained, *_on_page_of(content, state)]
    for topic in content.topics:
        yield "topic", [*explained, *dangers, *_named(topic.sections)]
    for level in content.levels:
        yield "level", [*explained, *dangers, *_named(level.faq)]


def _taken_in(answers: Iterable[Answer]) -> Iterator[Part]:
    """Yield the ids of questions that others took in: links to them arrive on the page too."""
    for answer in answers:
        for index, old in enumerate(answer.addresses):
            yield Part(old, answer, ("addresses", index))


def _on_page_of(content: Content, state: Authority) -> list[Part]:
    """Return the parts of a state's page: its levels, and what lies within it."""
    others = [one for one in content.within(state) if one is not state]
    return [*_named(content.levels), *_named(others)]


def _named(groups: Iterable[Model], pattern: str = "{}") -> list[Part]:
    return [Part(pattern.format(group.id), group) for group in groups]
