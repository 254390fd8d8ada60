"""Rules about ids: each names one thing, and each that points somewhere arrives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from ..model.base import Model
from ..model.claim import Claim
from ..model.content import Content
from ..model.level import Level
from ..model.marks import PointsTo, marked
from .fault import Fault, at
from .subject import Subject

# What an item of each list with ids is called.
NAMED = {
    "levels": "level",
    "services": "service",
    "words": "word",
    "topics": "topic",
    "sources": "source",
    "authorities": "authority",
    "supervision": "grade of medical backup",
    "help": "place that helps",
    "faq": "question",
    "headings": "heading",
    "dangers": "danger",
    "matters": "thing that matters",
}
SHARE = re.compile(r"\bshare(daddy)?\b")


def ids_are_unique(subject: Subject) -> Iterator[Fault]:
    """No two things of one kind share an id. What points to one of them could mean either."""
    content = subject.content
    for name, what in NAMED.items():
        items = list(getattr(content, name))
        if name == "faq":
            for level in content.levels:
                items += level.faq
        yield from _twice(items, what)

    for topic in content.topics:
        yield from _twice(topic.sections, "section")
    for level in content.levels:
        yield from _twice(_named_claims(level), "number of this level")


def _named_claims(level: Level) -> Iterator[Claim]:
    for group in level.groups():
        if isinstance(group, Claim) and group.id:
            yield group


def _twice(items: Iterable[Model], what: str) -> Iterator[Fault]:
    first: dict[str, Model] = {}
    for item in items:
        other = first.setdefault(item.id, item)
        if other is not item:
            yield at(
                item,
                "id",
                text=f"The id “{item.id}” already names another {what}, "
                f"on line {other.line}.",
                fix="give this one an id of its own.",
            )


def names_are_unique(subject: Subject) -> Iterator[Fault]:
    """No two levels share a name or the letters that people say. Readers know them by these."""
    taken: dict[str, Level] = {}
    for level in subject.content.levels:
        for name in ("name", "everyday", "acronym"):
            said = getattr(level, name)
            if said is None:
                continue

            other = taken.setdefault(said.casefold(), level)
            if other is not level:
                yield at(
                    level,
                    name,
                    text=f"“{said}” already names the level “{other.id}”, "
                    f"on line {other.line}.",
                    fix="give this level a name or letters of its own.",
                )


@dataclass(frozen=True, slots=True)
class Pointer:
    """An id that points to an item of a list: where it stands, and which list that is."""

    group: Model
    way: tuple[str | int, ...]
    id: str
    list: str


def pointers(content: Content) -> Iterator[Pointer]:
    """Yield every id that points elsewhere."""
    for group in content.everything:
        for name, mark in marked(type(group), PointsTo).items():
            held = getattr(group, name)
            if isinstance(held, str):
                yield Pointer(group, (name,), held, mark.list)
                continue

            for index, id in enumerate(held or ()):
                yield Pointer(group, (name, index), id, mark.list)


def ids_resolve(subject: Subject) -> Iterator[Fault]:
    """Every id that points to something points to something that exists.

    What leads nowhere would be a broken link, or a number that nobody stands for.
    """
    content = subject.content
    known = {name: {item.id for item in getattr(content, name)} for name in NAMED}

    for pointer in pointers(content):
        ids = known[pointer.list]
        if pointer.id in ids:
            continue

        what = NAMED[pointer.list]
        close = get_close_matches(pointer.id, ids, 1, 0.6)
        guess = f"did you mean “{close[0]}”?" if close else ""
        yield at(
            pointer.group,
            *pointer.way,
            text=f"No {what} has the id “{pointer.id}”.",
            fix=guess or f"correct the id, or add the {what}.",
        )


def comparisons_differ(subject: Subject) -> Iterator[Fault]:
    """No comparison names a level twice, and no two name the same levels.

    Two would stand at one address, and a level beside itself says nothing.
    """
    first: dict[frozenset[str], int] = {}
    for comparison in subject.content.comparisons:
        ids = comparison.levels
        for index, level in enumerate(ids):
            if level in ids[:index]:
                yield at(
                    comparison,
                    "levels",
                    index,
                    text=f"“{level}” stands here twice.",
                    fix="name another level.",
                )

        same = frozenset(ids)
        if same in first:
            yield at(
                comparison,
                "levels",
                text=f"These levels are compared already, on line {first[same]}.",
                fix="delete one of the two.",
            )
        first.setdefault(same, comparison.line)


def ids_stay_in_reader_views(subject: Subject) -> Iterator[Fault]:
    """No id has the word "share".

    Reader views take what is called so for a button, and drop its heading where little is below.
    """
    for group in subject.content.everything:
        id = getattr(group, "id", None) or ""
        if SHARE.search(id):
            better = SHARE.sub("sharing", id)
            yield at(
                group,
                "id",
                text=f"Reader views leave out what is called “{id}”, as they do with buttons to "
                "share a page.",
                fix=f"use another word, such as {better}.",
            )


RULES = [
    ids_are_unique,
    ids_stay_in_reader_views,
    names_are_unique,
    ids_resolve,
    comparisons_differ,
]
