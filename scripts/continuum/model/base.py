"""What every group of values is made of: the small types, and a group that knows where it is."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from ..report.problem import Place
from .marks import Fact, Prose, Ref, parts_of
from .node import Node

Number = Annotated[float, Field(ge=0, le=100_000, allow_inf_nan=False)]


def _recent(day: datetime.date) -> datetime.date:
    if day < datetime.date(2020, 1, 1):
        raise PydanticCustomError("date_too_old", "is before 2020")
    return day


Day = Annotated[datetime.date, AfterValidator(_recent)]

Basis = Literal["confirmed", "restated", "weak"]
Who = Literal["everyone", "adults", "adolescents"]
AUDIENCES: tuple[Who, ...] = ("adults", "adolescents")
FIGURES = ("hours_per_week", "hours_per_day", "days_per_week", "length")
LIMITS = {
    "hours_per_week": 168,
    "hours_per_day": 24,
    "days_per_week": 7,
    "length": 3 * 365,
}
DAYS_IN = {"days": 1, "weeks": 7, "months": 30, "years": 365}


def either(told: str, *names: str) -> dict[str, Any]:
    """Return how a schema says that one of these values must be there, as a validator says it."""
    choices = []
    for name in names:
        choices.append({"required": [name], "errorMessage": told})
    return {"anyOf": choices}


def not_both(first: str, second: str, told: str) -> dict[str, Any]:
    """Return how a schema says that the second value may not stand beside the first."""
    refused = {
        "properties": {second: False},
        "errorMessage": told,
    }
    return {"dependentSchemas": {first: refused}}


class Model(BaseModel):
    """A group of named values that knows where in the file it stands."""

    # Each is made ready when the whole file is first read, and not once by itself before that.
    model_config = ConfigDict(
        extra="forbid", frozen=True, strict=True, defer_build=True
    )
    # Every rule asks for these, and pydantic's own private values are slow to find.
    __slots__ = ("_node", "_path")

    @classmethod
    def __pydantic_init_subclass__(cls, **settings: Any) -> None:
        # Editors read a docstring as one text, however many lines it fills here.
        words = (cls.__doc__ or "").split()
        cls.__doc__ = " ".join(words)

    @property
    def node(self) -> Node:
        """The located values this was read from; none for what no file holds."""
        try:
            return self._node
        except AttributeError:
            return Node({}, Place())

    def groups(self) -> Iterator[Model]:
        """Yield this and every group of values below it, the outer ones first."""
        yield self
        for group in self.inner():
            yield from group.groups()

    def inner(self, *names: str) -> Iterator[Model]:
        """Yield the groups right below this one; with names, those under them alone."""
        for name in names or holders(type(self)):
            value = getattr(self, name)
            if isinstance(value, list):
                yield from value
            elif value is not None:
                yield value

    @property
    def path(self) -> str:
        """The way to this place in the editor's words, such as `levels > iop > hours_per_week`."""
        return getattr(self, "_path", "")

    def stand_at(self, node: Node, path: str) -> None:
        """Note where this stands. Who reads the file says it, once."""
        object.__setattr__(self, "_node", node)
        object.__setattr__(self, "_path", path)

    @property
    def line(self) -> int:
        """The line on which this starts."""
        return self.node.place.line


@cache
def holders(kind: type[Model]) -> tuple[str, ...]:
    """Return the fields of a kind of group that hold groups, one or a list of them.

    To ask each value what it is takes far longer than all else that is done with it.
    """
    found = []
    for name, field in kind.model_fields.items():
        parts = [field.annotation, *parts_of(field.annotation)]
        types = [part for part in parts if isinstance(part, type)]
        if any(issubclass(one, Model) for one in types):
            found.append(name)
    return tuple(found)


class Sourced(Model):
    """Something said, and who says it."""

    model_config = ConfigDict(title="What has a source")

    sources: list[Ref["sources"]] = []
    """Who says so: ids from the list `sources` at the end of the file. Every number and every line
    on who it may suit needs one or more.

    Write: `sources: [aetna-asam, medicare-iop]`
    Not: `sources: aetna-asam`. A list stands in brackets, even with one id.
    """
    basis: Basis = "confirmed"
    """How we know it. The page says so to readers. What nobody has confirmed is left out of the
    file.

    - confirmed: We read it in the publisher's own text. You can leave the line out.
    - restated: We read someone reliable who repeats it.
    - weak: We found it only in lists and pages that give no source.
    Write: `basis: restated`
    """
    secondhand: list[Ref["sources"]] = []
    """Which of these sources only repeat what somebody else says of this. The page marks each of
    them. Leave it out where none does.

    Write: `secondhand: [nj-161b]`
    """


class Statement(Sourced):
    """One thought: a sentence or two, with its sources."""

    title: Prose | None = None
    """A few bold words before the text, where the list needs them."""
    text: Fact
    """One thought in everyday words. It is said to the reader, so write “you”. Write
    `{{ iop.hours_per_week }}` where a number of a level belongs.

    Write: `text: You sleep at home and keep your own days.`
    Not: `text: Patients return to their residence.` Say “you”, and use short words.
    """


class Review(Model):
    """When this was last checked, and by whom."""

    checked: Day
    """The day of the last check, as year-month-day.

    Write: `checked: 2026-11-23`
    Not: `checked: 11/23/2026`
    """
    next: Day
    """The day by which it must be checked again, as year-month-day.

    Write: `next: 2027-05-23`
    """
    state: Literal["editor", "clinician"]
    """Who checked it.

    - editor: An editor checked it against its sources.
    - clinician: A clinician read and approved it, and is named under `by`.
    Write: `state: editor`
    """
    by: Prose | None = None
    """The clinician's name and credentials. It is for the state `clinician` alone."""

    def overdue(self, today: datetime.date) -> bool:
        """Return whether the day by which it must be checked again has passed."""
        return self.next < today
