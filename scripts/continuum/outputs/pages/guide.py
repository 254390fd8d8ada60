"""The guide for editors: how to change a number, and every name of the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from ...editors.help import Kind, Value, id_of, kinds, pieces, report, title_of
from ...model.base import Model
from ...rendering.output import Page
from ...rendering.page import compose
from ...rendering.renderer import Renderer
from .opening import named

Spans = list[str]  # a text as words and code in turn


class Link(NamedTuple):
    """A kind of group as another part of the guide leads to it."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Name:
    """One name of the file: what it holds, the words it allows, examples good and bad."""

    name: str
    must: bool
    about: Spans
    holds: Link | None
    several: bool
    meanings: list[tuple[str, Spans]]
    write: list[Spans]
    avoid: list[Spans]


@dataclass(frozen=True, slots=True)
class Chapter:
    """One kind of group: its names, where it stands, and the kinds whose names it has too."""

    id: str
    title: str
    about: Spans
    under: list[str]
    names: list[Name]
    more: list[Link]


def guide(render: Renderer) -> Iterator[Page]:
    """Yield the guide. Search leaves it out, as it does what is for developers."""
    phrases = render.say.phrases
    steps = {}
    for part in ("number", "level"):
        texts = phrases.under(f"guide.{part}_steps").values()
        steps[part] = [pieces(text) for text in texts]
    yield compose(
        render,
        "guide",
        named(render, "guide"),
        steps=steps,
        chapters=_chapters(),
        report=report(),
    )


@cache
def _chapters() -> list[Chapter]:
    """Return every chapter. They come of the program, and so are the same for every content."""
    return [_chapter(kind) for kind in kinds()]


def _chapter(kind: Kind) -> Chapter:
    return Chapter(
        id=id_of(kind.model),
        title=title_of(kind.model),
        about=pieces(kind.model.__doc__),
        under=kind.under,
        names=[_name(value) for value in kind.values],
        more=[_link(model) for model in kind.more],
    )


def _name(value: Value) -> Name:
    meanings = value.meanings.items()
    return Name(
        name=value.name,
        must=value.must,
        about=pieces(value.about),
        holds=_link(value.holds) if value.holds else None,
        several=value.several,
        meanings=[(word, pieces(meaning)) for word, meaning in meanings],
        write=[pieces(line) for line in value.write],
        avoid=[pieces(line) for line in value.avoid],
    )


def _link(model: type[Model]) -> Link:
    return Link(id_of(model), title_of(model))
