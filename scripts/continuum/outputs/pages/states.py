"""Pages about states: how far their rules differ, and what each of them says."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.claim import Authority
from ...rendering.output import Page
from ...rendering.page import Opening, compose
from ...rendering.renderer import Renderer
from ...views.speaking import Speaker
from ...views.states import Voice, read_by, silent_levels, spreads, voices
from .opening import named


def states(render: Renderer) -> Iterator[Page]:
    """Yield the page about all states and one for each, where the file has any."""
    listed = render.say.content.states
    if not listed:
        return
    yield _all(render, listed)
    for state in listed:
        yield _one(render, state)


def _all(render: Renderer, listed: list[Authority]) -> Page:
    return compose(
        render,
        "states",
        named(render, "states"),
        line=listed[0].line,
        states=listed,
        spreads=spreads(render.say),
        parts=list(_parts_of_all(render.say)),
    )


def _parts_of_all(say: Speaker) -> Iterator[tuple[str, str]]:
    """Yield the parts of the page about all states."""
    for name in ("list", "spread"):
        yield name, say.phrases(f"states.{name}")
    if say.content.unread:
        yield "unread", say.phrases("states.unread")


def _one(render: Renderer, state: Authority) -> Page:
    say = render.say
    spoken = voices(say, state)
    title = say.phrases("state.title", name=state.name)
    about = say.text(state.about)
    return compose(
        render,
        "state",
        Opening(title, about),
        state.id,
        state=state,
        line=state.line,
        voices=spoken,
        silent=silent_levels(say, spoken),
        read=read_by(say, spoken),
        parts=list(_parts(say, state, spoken)),
    )


def _parts(
    say: Speaker, state: Authority, spoken: list[Voice]
) -> Iterator[tuple[str, str]]:
    """Yield the parts of a state's page, each by its name in addresses and its heading."""
    own, *others = spoken
    for found in own.levels:
        yield found.level.id, found.level.short
    for name in ("edition", "rules"):
        if getattr(state, name):
            yield name, say.phrases(f"state.{name}")
    for voice in others:
        yield voice.authority.id, voice.authority.name


MAKERS = [states]
