"""The shape -> the tables of fields on the page for developers."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from ...language.phrases import Phrases
from .shape import DOCUMENTS, Document, Part, unwrapped

FORMS = {
    str: "text",
    bool: "truth",
    int: "number",
    float: "number",
    datetime.date: "date",
}
NOTHING = type(None)


@dataclass(frozen=True, slots=True)
class Field:
    """One field as the page for developers shows it: its name, its form, and what it holds, in
    turn words and code.
    """

    name: str
    form: str
    about: list[str]


def parts(words: Phrases) -> list[tuple[str, list[str], list[Field]]]:
    """Return every part with its name, what it is, and its fields, each part after the one that
    first holds it.
    """
    found: dict[str, type[Part]] = {}
    for document in (Document, *DOCUMENTS.values()):
        _gather(document, found)

    shown = []
    for name, part in found.items():
        about = unwrapped(part.__doc__)
        pieces = about.split("`")
        fields = _fields(part, words)
        shown.append((name, pieces, list(fields)))

    return shown


def _gather(part: type[Part], found: dict[str, type[Part]]) -> None:
    """Note a part by its name, and after it the parts that it holds."""
    name = part.__name__
    if name in found:
        return

    found[name] = part
    for field in _own(part).values():
        for inner in _parts_in(field.annotation):
            _gather(inner, found)


def _own(part: type[Part]) -> dict[str, FieldInfo]:
    """Return the fields that a part adds to what every document opens with."""
    fields = part.model_fields
    if part is Document or not issubclass(part, Document):
        return fields

    own = {}
    for name, field in fields.items():
        if name not in Document.model_fields:
            own[name] = field

    return own


def _parts_in(form: Any) -> Iterator[type[Part]]:
    if _is_part(form):
        yield form

    for inner in get_args(form):
        yield from _parts_in(inner)


def _is_part(form: Any) -> bool:
    if not isinstance(form, type):
        return False

    return issubclass(form, Part)


def _fields(part: type[Part], words: Phrases) -> Iterator[Field]:
    for name, field in _own(part).items():
        about = unwrapped(field.description)
        yield Field(
            name=field.alias or name,
            form=_form(field.annotation, words),
            about=about.split("`"),
        )


def _form(form: Any, words: Phrases) -> str:
    """Return a type in words: "list of Claim", "text or null"."""
    origin = get_origin(form)
    inside = get_args(form)
    if origin is Annotated:
        return _form(inside[0], words)
    if origin is list:
        inner = _form(inside[0], words)
        return words("api.form.list", of=inner)
    if origin is Literal:
        values = ", ".join(inside)
        return words("api.form.one_of", values=values)
    if origin is UnionType or NOTHING in inside:
        return _choice(inside, words)
    if form in FORMS:
        return words(f"api.form.{FORMS[form]}")

    return form.__name__


def _choice(inside: Sequence[Any], words: Phrases) -> str:
    """Return a choice among types in words. Whole numbers and others are both called numbers, so
    beside null at most one name is left.
    """
    named = []
    for one in inside:
        if one is not NOTHING:
            name = _form(one, words)
            named.append(name)

    if NOTHING in inside:
        return words("api.form.or_null", form=named[0])

    return named[0]
