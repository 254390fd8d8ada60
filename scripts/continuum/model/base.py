"""What every group of values is made of: the small types, and a group that knows where it is."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PrivateAttr
from pydantic_core import PydanticCustomError

from ..report.problem import Place
from .marks import Fact, Prose, Ref
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

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)
    _node: Node | None = PrivateAttr(None)
    _path: str = PrivateAttr("")

    @classmethod
    def __pydantic_init_subclass__(cls, **settings: Any) -> None:
        # Editors read a docstring as one text, however many lines it fills here.
        words = (cls.__doc__ or "").split()
        cls.__doc__ = " ".join(words)

    @property
    def node(self) -> Node:
        """The located values this was read from."""
        if self._node:
            return self._node
        return Node({}, Place())

    def groups(self) -> Iterator[Model]:
        """Yield this and every group of values below it, the outer ones first."""
        yield self
        for name in self.model_fields_set:
            value = getattr(self, name)
            for item in value if isinstance(value, list) else (value,):
                if isinstance(item, Model):
                    yield from item.groups()

    @property
    def path(self) -> str:
        """The way to this place in the editor's words, such as `levels > iop > hours_per_week`."""
        return self._path

    @property
    def line(self) -> int:
        """The line on which this starts."""
        return self.node.place.line


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
