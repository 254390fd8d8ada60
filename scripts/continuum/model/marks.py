"""What a text of the file is, said once in its type: prose, an id that points somewhere, and so on.

A type carries marks, and whoever judges or follows texts looks for these. No other place lists
which fields are prose or which point somewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, TypeVar, get_args

from pydantic import BaseModel, Field


class Mark:
    """Something that a type says of its texts."""


@dataclass(frozen=True, slots=True)
class Voice(Mark):
    """Readers read it as language.

    What we say is judged by its words, and borrows its numbers with placeholders. What others say,
    such as a title, keeps its words. What readers ask is typed as people type it.
    """

    by: Literal["us", "others", "readers"]


@dataclass(frozen=True, slots=True)
class PointsTo(Mark):
    """It is the id of an item of this list of the file."""

    list: str


@dataclass(frozen=True, slots=True)
class Names(Mark):
    """It is the id of the item itself, or an address that leads to it."""


@dataclass(frozen=True, slots=True)
class AsItStands(Mark):
    """Nobody reads it as language: an address elsewhere, signs to dial or to compare."""


@dataclass(frozen=True, slots=True)
class States(Mark):
    """It states facts: where it holds a number, it needs a source."""


@dataclass(frozen=True, slots=True)
class Easy(Mark):
    """It must be easy to read for someone in a hurry or in need."""


@dataclass(frozen=True, slots=True)
class Words(Mark):
    """It has so many words at `most`."""

    most: int


# A text shows something: not spaces alone, and not only signs that join, turn or mark others.
SHOWN = r"[^\s\u00ad\u0300-\u036f\u061c\u200b-\u200f\u2060-\u206f\ufe00-\ufe0f]"
Text = Annotated[str, Field(min_length=1, pattern=SHOWN)]
_Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]

# The types of texts. Every text of the file has one of these, or a short list of allowed words.
Prose = Annotated[Text, Voice(by="us")]
Fact = Annotated[Prose, States()]
Quoted = Annotated[Text, Voice(by="others")]  # titles, names, and words of a search
Asked = Annotated[Text, Voice(by="readers")]
Exact = Annotated[Text, AsItStands()]
Id = Annotated[_Id, Names()]
URL = r"^https?://[^\s@]+$"
Url = Annotated[str, Field(pattern=URL), AsItStands()]
LanguageTag = Annotated[
    str,
    Field(
        pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$",
        json_schema_extra={
            "patternErrorMessage": "Write the letters of a language, such as en."
        },
    ),
    AsItStands(),
]


class Ref:
    """`Ref["levels"]` is the type of an id that points to an item of that list of the file."""

    def __class_getitem__(cls, list: str) -> Any:
        return Annotated[_Id, PointsTo(list)]


Sort = TypeVar("Sort", bound=Mark)


@cache
def marked(model: type[BaseModel], sort: type[Sort]) -> dict[str, Sort]:
    """Return the fields of a kind of group whose type has a mark of this sort, with the mark.

    A field may hold one value or a list of them.
    """
    found = {}
    for name, field in model.model_fields.items():
        parts = parts_of(field.annotation)
        for mark in [*field.metadata, *parts]:
            if isinstance(mark, sort):
                found[name] = mark
                break
    return found


def parts_of(form: Any) -> list[Any]:
    """Return everything that a type is made of, as deep as it goes."""
    parts = []
    for part in get_args(form):
        parts.append(part)
        parts += parts_of(part)
    return parts
