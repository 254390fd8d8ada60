"""Rules about what is cited: facts by whom, sources for what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...language.borrowed import PLACEHOLDER
from ...model.base import Sourced
from ...model.claim import Claim
from ...model.marks import States, marked
from ..fault import Fault, at
from ..ids import pointers
from ..subject import Subject

ADD_A_SOURCE = "add “sources:” with the id of one."


def facts_have_sources(subject: Subject) -> Iterator[Fault]:
    """Every number, every "who it may suit" and every "may not be enough" has a source.

    Readers decide by these, so they must be able to see who says so.
    """
    for level in subject.content.levels:
        for line in [*level.may_suit, *level.may_not_be_enough]:
            if not line.sources:
                text = "This line has no source."
                yield at(line, "text", text=text, fix=ADD_A_SOURCE)

    for group in subject.content.everything:
        if not isinstance(group, Sourced) or group.sources:
            continue

        if isinstance(group, Claim):
            text = "This number has no source."
            yield at(group, text=text, fix=ADD_A_SOURCE)
        elif name := _holds_a_number(group):
            text = "This text holds a number and has no source."
            yield at(group, name, text=text, fix=ADD_A_SOURCE)


def _holds_a_number(group: Sourced) -> str | None:
    """Return the name of the first text of a group that states facts with a number of its own."""
    for name in marked(type(group), States):
        said = getattr(group, name) or ""
        if re.search(r"\d", PLACEHOLDER.sub("", said)):
            return name
    return None


def sources_are_used(subject: Subject) -> Iterator[Fault]:
    """Every source backs something. The list of sources tells readers what the site rests on."""
    used = set()
    for pointer in pointers(subject.content):
        if pointer.list == "sources":
            used.add(pointer.id)

    for source in subject.content.sources:
        if source.id not in used:
            yield at(
                source,
                "id",
                text=f"Nothing cites “{source.id}”.",
                fix="cite it where it is the source, or delete it.",
            )


def secondhand_sources_are_cited(subject: Subject) -> Iterator[Fault]:
    """What is said to be second-hand is one of the sources, and what was confirmed has one more.

    A mark that belongs to no source tells readers nothing; and what only others repeat is not
    confirmed.
    """
    for group in _with_sources(subject):
        for index, id in enumerate(group.secondhand):
            if id not in group.sources:
                yield at(
                    group,
                    "secondhand",
                    index,
                    text=f"“{id}” is not one of the sources of this.",
                    fix="add it to “sources:”, or delete it here.",
                )

        confirmed = group.basis == "confirmed"
        if confirmed and group.sources and set(group.sources) <= set(group.secondhand):
            yield at(
                group,
                "secondhand",
                text="Every source of this is second-hand.",
                fix="write “basis: restated”, or cite one that says it itself.",
            )


def _with_sources(subject: Subject) -> Iterator[Sourced]:
    for group in subject.content.everything:
        if isinstance(group, Sourced):
            yield group
