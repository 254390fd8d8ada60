"""Rules about ids, addresses and sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from ..language.borrowed import PLACEHOLDER
from ..language.phrases import Phrases
from ..model.base import Model, Sourced
from ..model.claim import Claim
from ..model.content import Content
from ..model.level import Level
from ..reading.guesses import address
from .fault import Fault, at

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
    "dangers": "danger",
    "matters": "thing that matters",
}
OWN_PAGES = {
    "levels",
    "compare",
    "faq",
    "words",
    "services",
    "ask",
    "sources",
    "get-help-now",
    "who-made-this",
    "privacy",
    "accessibility",
    "search",
    "assets",
    "embed",
    "api",
    "changes",
    "week",
    "hours",
    "quality",
    "print",
    "cite",
}


def _twice(items: Iterable[Model], what: str) -> Iterator[Fault]:
    first: dict[str, Model] = {}
    for item in items:
        if item.id in first:
            text = f"The id “{item.id}” already names another {what}, on line {first[item.id].line}."
            yield at(item, "id", text=text, fix="give this one an id of its own.")
        first.setdefault(item.id, item)


def ids_are_unique(content: Content, words: Phrases) -> Iterator[Fault]:
    """No two things of one kind share an id."""
    for name, what in NAMED.items():
        items = list(getattr(content, name))
        if name == "faq":
            items += [answer for level in content.levels for answer in level.faq]
        yield from _twice(items, what)
    for topic in content.topics:
        yield from _twice(topic.sections, "section")
    for level in content.levels:
        yield from _twice(
            [
                claim
                for claim in level.groups()
                if isinstance(claim, Claim) and claim.id
            ],
            "number of this level",
        )


def names_are_unique(content: Content, words: Phrases) -> Iterator[Fault]:
    """No two levels share a name or the letters that people say."""
    taken: dict[str, Level] = {}
    for level in content.levels:
        for name in ("name", "acronym"):
            said = getattr(level, name)
            if said is None:
                continue
            other = taken.setdefault(said.casefold(), level)
            if other is not level:
                text = f"“{said}” already names the level “{other.id}”, on line {other.line}."
                yield at(
                    level,
                    name,
                    text=text,
                    fix="give this level a name or letters of its own.",
                )


def addresses_are_unique(content: Content, words: Phrases) -> Iterator[Fault]:
    """No address leads to two pages."""
    taken = dict.fromkeys(OWN_PAGES, "a page of the site")
    for topic in content.topics:
        if topic.id in taken:
            yield at(
                topic,
                "id",
                text=f"“{topic.id}” is already the address of {taken[topic.id]}.",
                fix="choose another id.",
            )
        taken[topic.id] = f"“{topic.id}”"
    for level in content.levels:
        for index, own in enumerate([level.id, *level.addresses]):
            if not index and taken.get(own) == f"“{own}”":
                continue  # two levels of one id, which ids_are_unique reports
            if own in taken:
                way = ("addresses", index - 1) if index else ("id",)
                yield at(
                    level,
                    *way,
                    text=f"“{own}” is already the address of {taken[own]}.",
                    fix="choose another one.",
                )
            taken.setdefault(own, f"“{level.id}”")


def _known(
    content: Content,
) -> Iterator[tuple[Model, tuple[str | int, ...], str, set[str], str]]:
    """Yield every id that points elsewhere: where it stands, the id, the ids that exist, and what they name."""
    ids = {name: {item.id for item in getattr(content, name)} for name in NAMED}
    for group in content.everything:
        kinds = type(group).model_fields
        if isinstance(group, Sourced):
            for index, source in enumerate(group.sources):
                yield group, ("sources", index), source, ids["sources"], "source"
        for name, kind, what in (
            ("whose", "authorities", "authority"),
            ("standard", "authorities", "authority"),
            ("grade", "supervision", "grade of medical backup"),
            ("service", "services", "service"),
            ("to", "levels", "level"),
            ("level", "levels", "level"),
            ("neighbor", "levels", "level"),
        ):
            if name in kinds and getattr(group, name) is not None:
                yield group, (name,), getattr(group, name), ids[kind], what
        if "levels" in kinds and not isinstance(group, Content):
            yield from (
                (group, ("levels", index), level, ids["levels"], "level")
                for index, level in enumerate(group.levels)
            )


def help_can_be_reached(content: Content, words: Phrases) -> Iterator[Fault]:
    """A contact is a number that a phone can dial, or a web address that starts with https:// and holds no password."""
    for help in content.help:
        for contact in help.contacts:
            if contact.kind in ("chat", "web"):
                if not re.fullmatch(r"https://[^\s@]+", contact.value):
                    right = address(contact.value)
                    fix = (
                        f'write value: "{right}"'
                        if right
                        else "write the whole address, starting with https://"
                    )
                    yield at(
                        contact,
                        "value",
                        text=f"“{contact.value}” is not a web address that starts with https://",
                        fix=fix,
                    )
            elif not re.fullmatch(r"\+?[0-9]+(-[0-9]+)*", contact.value):
                fix = 'write digits with hyphens between them, such as "988" or "1-800-555-0100".'
                yield at(
                    contact,
                    "value",
                    text=f"A phone cannot dial “{contact.value}”.",
                    fix=fix,
                )


def ids_resolve(content: Content, words: Phrases) -> Iterator[Fault]:
    """Every id that points to something points to something that exists."""
    for group, way, name, known, what in _known(content):
        if name not in known:
            close = get_close_matches(name, known, 1, 0.6)
            fix = (
                f"did you mean “{close[0]}”?"
                if close
                else f"correct the id, or add the {what}."
            )
            yield at(group, *way, text=f"No {what} has the id “{name}”.", fix=fix)


def comparisons_differ(content: Content, words: Phrases) -> Iterator[Fault]:
    """No comparison names a level twice, and no two name the same levels."""
    first: dict[frozenset[str], int] = {}
    for comparison in content.comparisons:
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
        if frozenset(ids) in first:
            text = (
                f"These levels are compared already, on line {first[frozenset(ids)]}."
            )
            yield at(comparison, "levels", text=text, fix="delete one of the two.")
        first.setdefault(frozenset(ids), comparison.line)


def facts_have_sources(content: Content, words: Phrases) -> Iterator[Fault]:
    """Every number, every "who it may suit" and every "may not be enough" has a source."""
    for level in content.levels:
        for name in ("may_suit", "may_not_be_enough"):
            for line in getattr(level, name):
                if not line.sources:
                    yield at(
                        line,
                        "text",
                        text="This line has no source.",
                        fix="add “sources:” with the id of one.",
                    )
    for group in content.everything:
        if not isinstance(group, Sourced) or group.sources:
            continue
        if isinstance(group, Claim):
            yield at(
                group,
                text="This number has no source.",
                fix="add “sources:” with the id of one.",
            )
            continue
        for name in ("text", "a", "meaning", "what_to_know", "when", "note"):
            said = getattr(group, name, None)
            if said and re.search(r"\d", PLACEHOLDER.sub("", said)):
                yield at(
                    group,
                    name,
                    text="This text holds a number and has no source.",
                    fix="add “sources:” with the id of one.",
                )
                break


def sources_are_used(content: Content, words: Phrases) -> Iterator[Fault]:
    """Every source backs something."""
    used = {
        name
        for group in content.everything
        if isinstance(group, Sourced)
        for name in group.sources
    }
    for source in content.sources:
        if source.id not in used:
            yield at(
                source,
                "id",
                text=f"Nothing cites “{source.id}”.",
                fix="cite it where it is the source, or delete it.",
            )


RULES = [
    ids_are_unique,
    names_are_unique,
    addresses_are_unique,
    help_can_be_reached,
    ids_resolve,
    comparisons_differ,
    facts_have_sources,
    sources_are_used,
]
