"""The shape -> the tables of fields on the page for developers."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Literal, get_args, get_origin

from ...language.phrases import Phrases
from .shape import DOCUMENTS, Document, Part


@dataclass(frozen=True, slots=True)
class Field:
    """One field as the page for developers shows it: its name, its form, and what it holds, in turn words and code."""

    name: str
    form: str
    about: list[str]


def parts(words: Phrases) -> list[tuple[str, list[str], list[Field]]]:
    """Return every part with its name, what it is, and its fields, each part after the one that first holds it."""
    found: dict[str, type[Part]] = {}
    for document in (Document, *DOCUMENTS.values()):
        _gather(document, found)
    return [
        (name, part.__doc__.split("`"), list(_rows(part, words)))
        for name, part in found.items()
    ]


def _own(part: type[Part]) -> dict[str, Any]:
    """Return the fields that a part adds to what every document opens with."""
    opening = {} if part is Document else Document.model_fields
    return {
        name: field
        for name, field in part.model_fields.items()
        if not (issubclass(part, Document) and name in opening)
    }


def _gather(part: type[Part], found: dict[str, type[Part]]) -> None:
    if part.__name__ in found:
        return
    found[part.__name__] = part
    for field in _own(part).values():
        for inner in _parts_in(field.annotation):
            _gather(inner, found)


def _parts_in(form: Any) -> Iterator[type[Part]]:
    if isinstance(form, type) and issubclass(form, Part):
        yield form
    for inner in get_args(form):
        yield from _parts_in(inner)


def _rows(part: type[Part], words: Phrases) -> Iterator[Field]:
    for name, field in _own(part).items():
        yield Field(
            field.alias or name,
            _form(field.annotation, words),
            field.description.split("`"),
        )


FORMS = {
    str: "text",
    bool: "truth",
    int: "number",
    float: "number",
    datetime.date: "date",
}


def _form(form: Any, words: Phrases) -> str:
    """Return a type in words: "list of Claim", "text or null"."""
    origin, inside = get_origin(form), get_args(form)
    if origin is Annotated:
        return _form(inside[0], words)
    if origin is list:
        return words("api.form.list", of=_form(inside[0], words))
    if origin is Literal:
        return words("api.form.one_of", values=", ".join(inside))
    if origin is UnionType or type(None) in inside:
        named = list(
            dict.fromkeys(_form(one, words) for one in inside if one is not type(None))
        )
        return (
            words("api.form.or_null", form=named[0])
            if type(None) in inside
            else named[0]
        )
    return words(f"api.form.{FORMS[form]}") if form in FORMS else form.__name__
