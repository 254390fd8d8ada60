"""Model -> what an editor needs to know of every value: one reading of the docstrings for hover help and for the field guide.

A field's docstring opens with what it is. After an empty line stand the allowed words as `- word: meaning`, and examples that begin
with `Write:` and `Not:`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args, get_origin

from ..model.base import Model
from ..model.content import Content
from ..model.docstrings import docstrings
from ..model.level import Level
from ..reading.read import read_content
from ..reading.tree import locate
from ..report.problem import ContentError, Findings
from ..report.text import reports

CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Value:
    """One named value of a group: whether it must be there, what it is, allowed words with meanings, examples good and bad.

    `holds` is the kind of group that it is, or that its list is of.
    """

    name: str
    must: bool
    about: str
    meanings: dict[str, str]
    write: list[str]
    avoid: list[str]
    holds: type[Model] | None
    several: bool

    @property
    def title(self) -> str:
        """The name as people write it: "Hours per week"."""
        return self.name.replace("_", " ").capitalize()

    @property
    def markdown(self) -> str:
        """The help as an editor's program shows it. It lists allowed words itself."""
        examples = [
            *(f"**Write:** {line}" for line in self.write),
            *(f"**Not:** {line}" for line in self.avoid),
        ]
        return "\n\n".join([self.about, *examples])


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of group: its own values, the kinds whose values it has too, and the names under which it stands in the file."""

    model: type[Model]
    values: list[Value]
    more: list[type[Model]]
    under: list[str]


def title_of(model: type[Model]) -> str:
    """Return what people call a kind of group: "Length claim"."""
    own, above = (
        model.model_config.get("title"),
        [parent.model_config.get("title") for parent in _above(model)],
    )
    return (
        own
        if own and own not in above
        else CAPITAL.sub(" ", model.__name__).capitalize()
    )


def id_of(model: type[Model]) -> str:
    """Return the name of a kind of group in an address: "length-claim"."""
    return CAPITAL.sub("-", model.__name__).lower()


def pieces(text: str) -> list[str]:
    """Return a text of a docstring as words and code in turn."""
    return text.split("`")


def value_of(model: type[Model], name: str) -> Value:
    """Return what the docstring of a field says."""
    found = model.model_fields[name]
    about, _, rest = docstrings(model).get(name, "").partition("\n\n")
    lines = rest.split("\n")
    return Value(
        name,
        found.is_required(),
        " ".join(about.split()),
        dict(line[2:].split(": ", 1) for line in lines if line.startswith("- ")),
        [line.removeprefix("Write: ") for line in lines if line.startswith("Write: ")],
        [line.removeprefix("Not: ") for line in lines if line.startswith("Not: ")],
        model_in(found.annotation),
        get_origin(found.annotation) is list,
    )


@cache
def kinds() -> list[Kind]:
    """Return every kind of group: the whole file, then a level and what it holds, then the rest."""
    under: dict[type[Model], list[str]] = {Content: [], Level: []}
    _gather(Level, under)
    _gather(Content, under)
    return [
        Kind(
            model, [value_of(model, name) for name in _own(model)], _above(model), names
        )
        for model, names in under.items()
    ]


def model_in(form: Any) -> type[Model] | None:
    """Return the kind of group that a field holds, alone or in a list; nothing for texts and numbers."""
    if isinstance(form, type) and issubclass(form, Model):
        return form
    return next((found for inner in get_args(form) if (found := model_in(inner))), None)


def words_of(form: Any) -> list[str]:
    """Return the words that a field allows; none where it takes any."""
    if get_origin(form) is Literal:
        return list(get_args(form))
    return next((found for inner in get_args(form) if (found := words_of(inner))), [])


def report() -> str:
    """Return what the check says of a range that was written as one number."""
    text = "levels:\n  - id: iop\n    hours_per_week:\n      - who: adults\n        min: 9–19\n"
    try:
        read_content(locate(text), "content/levels.yaml", text)
    except ContentError as error:
        found = error.findings
        about = [one for one in found.problems if one.path.endswith("min")]
        return "\n\n".join(reports(Findings(about, found.file, found.source)))
    return ""


def _own(model: type[Model]) -> Iterator[str]:
    """Yield the names of the values that a kind adds to those of the kinds above it."""
    above = {name for parent in _above(model) for name in parent.model_fields}
    return (name for name in model.model_fields if name not in above)


def _above(model: type[Model]) -> list[type[Model]]:
    return [
        parent
        for parent in model.__mro__[1:]
        if issubclass(parent, Model) and parent is not Model
    ]


def _gather(model: type[Model], under: dict[type[Model], list[str]]) -> None:
    """Note the kinds that a kind is built on, and all kinds inside it, with the names they stand under."""
    for parent in _above(model):
        under.setdefault(parent, [])
    for name, found in model.model_fields.items():
        inner = model_in(found.annotation)
        if inner:
            seen = inner in under
            names = under.setdefault(inner, [])
            names += [] if name in names else [name]
            if not seen:
                _gather(inner, under)
