"""Rules about states: what they say is shown, each has its own name, and none is told twice."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.claim import Authority
from ...model.content import Content
from ..fault import Fault, at
from ..subject import Subject


def states_hold_what_they_say(subject: Subject) -> Iterator[Fault]:
    """What only the page of a state shows belongs to a state, or to what lies within one; and no
    state that was read is told as unread.

    Else readers never see it, or read two things of one state.
    """
    content = subject.content
    known = {one.id for one in content.authorities}
    states = {state.id for state in content.states}
    for one in content.authorities:
        if one.within in known - states:
            yield at(
                one,
                "within",
                text=f"“{one.within}” is not a state with a page of its own.",
                fix="write the id of one: it has “kind: state” and no “within:”.",
            )
        yield from _shown_nowhere(one)
    yield from _unread(content)


def _shown_nowhere(one: Authority) -> Iterator[Fault]:
    """Yield what no page shows of an authority that is not a state."""
    if one.addresses and not one.has_page:
        yield at(
            one,
            "addresses",
            text="Only a state has a page of its own, to which these can lead.",
            fix="delete this.",
        )
    for name in ("edition", "rules"):
        if getattr(one, name) and not one.speaks_of_a_state:
            yield at(
                one,
                name,
                text="No page shows this: only a state has a page of its own.",
                fix="write “kind: state”, add “within:” with the id of a state, or delete this.",
            )


def _unread(content: Content) -> Iterator[Fault]:
    """Yield the states that are told as unread though the file has something from them, or twice,
    or where no page tells it.
    """
    if content.unread and not content.states:
        yield at(
            content,
            "unread",
            text="No page shows this: no authority is a state that was read.",
            fix="add one with “kind: state”, or delete this.",
        )
    known = {}
    for state in content.states:
        known[state.name.casefold()] = (
            f"was read: it is an authority, on line {state.line}"
        )
    for index, name in enumerate(content.unread):
        told = known.get(name.casefold())
        known.setdefault(name.casefold(), "stands here already")
        if told:
            yield at(
                content,
                "unread",
                index,
                text=f"{name} {told}.",
                fix="delete it here.",
            )


def states_have_names_of_their_own(subject: Subject) -> Iterator[Fault]:
    """No two states share a name. Readers find theirs by it."""
    first: dict[str, Authority] = {}
    for state in subject.content.states:
        other = first.setdefault(state.name.casefold(), state)
        if other is not state:
            yield at(
                state,
                "name",
                text=f"“{state.name}” already names the state “{other.id}”, on line {other.line}.",
                fix="give this one another name, or make one of the two.",
            )


RULES = [states_hold_what_they_say, states_have_names_of_their_own]
