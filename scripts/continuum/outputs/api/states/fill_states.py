"""Speaker -> what each state says, in the shape of the data."""

from __future__ import annotations

from collections.abc import Iterator

from ....addresses import at
from ....model.base import FIGURES
from ....model.claim import Authority
from ....views.speaking import Speaker
from .. import shape
from ..envelope import opening
from ..fill_figures import filled_claim, whose
from ..fill_level import name_in_standard, statements


def filled_states(say: Speaker) -> shape.States:
    """Return every state, from A to Z, and the names of those that nobody has read."""
    content = say.content
    return shape.States(
        states=[_state(say, state) for state in content.states],
        unread=[say.text(name) for name in content.unread],
        **opening(say, "states", at("states"), content.review),
    )


def _state(say: Speaker, state: Authority) -> shape.State:
    voices = say.content.within(state)
    return shape.State(
        id=state.id,
        name=state.name,
        about=say.text(state.about),
        url=say.publication.url + at("state", state.id),
        within=[whose(say, voice.id) for voice in voices[1:]],
        names=list(_names(say, voices)),
        claims=list(_claims(say, voices)),
        edition=list(_statements(say, voices, "edition")),
        rules=list(_statements(say, voices, "rules")),
    )


def _statements(
    say: Speaker, voices: list[Authority], name: str
) -> Iterator[shape.StateStatement]:
    for voice in voices:
        for statement in statements(say, getattr(voice, name)):
            yield shape.StateStatement(whose=whose(say, voice.id), statement=statement)


def _names(say: Speaker, voices: list[Authority]) -> Iterator[shape.StateName]:
    ids = {voice.id for voice in voices}
    for level in say.content.levels:
        for name in level.numbering:
            if name.standard in ids:
                yield shape.StateName(
                    level=level.id,
                    name=name_in_standard(say, name),
                )


def _claims(say: Speaker, voices: list[Authority]) -> Iterator[shape.StateClaim]:
    ids = {voice.id for voice in voices}
    for level in say.content.levels:
        for figure in FIGURES:
            for claim in level.figure(figure):
                if claim.whose in ids:
                    yield shape.StateClaim(
                        level=level.id,
                        figure=figure,
                        claim=filled_claim(say, figure, claim),
                        until=claim.until,
                    )
