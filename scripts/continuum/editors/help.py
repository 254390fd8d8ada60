"""Model -> what an editor needs to know of every value, for hover help and for the field guide.

A field's docstring opens with what it is. After an empty line stand the allowed words as
`- word: meaning`, and examples that begin with `Write:` and `Not:`.
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
from ..report import terminal
from ..report.problem import ContentError

CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")
# A range that was written as one number, and the file in which an editor would have done so.
FAULTY = """levels:
  - id: iop
    hours_per_week:
      - who: adults
        min: 9–19
"""
FILE = "content/levels.yaml"


@dataclass(frozen=True, slots=True)
class Value:
    """One named value of a group: whether it must be there, what it is, allowed words with
    meanings, examples good and bad.

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
        words = self.name.replace("_", " ")
        return words.capitalize()

    @property
    def markdown(self) -> str:
        """The help as an editor's program shows it. It lists allowed words itself."""
        told = [self.about]
        for line in self.write:
            told.append(f"**Write:** {line}")
        for line in self.avoid:
            told.append(f"**Not:** {line}")

        return "\n\n".join(told)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of group: its own values, the kinds whose values it has too, and the names under
    which it stands in the file.
    """

    model: type[Model]
    values: list[Value]
    more: list[type[Model]]
    under: list[str]


def title_of(model: type[Model]) -> str:
    """Return what people call a kind of group: "Length claim"."""
    title = model.model_config.get("title")
    for parent in _above(model):
        if parent.model_config.get("title") == title:  # it was not given its own
            title = None

    if title:
        return title

    words = CAPITAL.sub(" ", model.__name__)
    return words.capitalize()


def id_of(model: type[Model]) -> str:
    """Return the name of a kind of group in an address: "length-claim"."""
    words = CAPITAL.sub("-", model.__name__)
    return words.lower()


def pieces(text: str) -> list[str]:
    """Return a text of a docstring as words and code in turn."""
    return text.split("`")


def value_of(model: type[Model], name: str) -> Value:
    """Return what the docstring of a field says."""
    found = model.model_fields[name]
    about, _, rest = docstrings(model).get(name, "").partition("\n\n")
    meanings, write, avoid = {}, [], []
    for line in rest.split("\n"):
        start, _, said = line.partition(": ")
        if start == "Write":
            write.append(said)
        elif start == "Not":
            avoid.append(said)
        elif start.startswith("- "):
            word = start.removeprefix("- ")
            meanings[word] = said

    return Value(
        name,
        must=found.is_required(),
        about=" ".join(about.split()),
        meanings=meanings,
        write=write,
        avoid=avoid,
        holds=model_in(found.annotation),
        several=get_origin(found.annotation) is list,
    )


@cache
def kinds(whole: type[Model] = Content) -> list[Kind]:
    """Return every kind of group in a file: the whole one, then what it holds; of `levels.yaml`,
    first a level and what it holds, then the rest.
    """
    under: dict[type[Model], list[str]] = {whole: []}
    if whole is Content:
        under[Level] = []
        _gather(Level, under)
    _gather(whole, under)

    found = []
    for model, names in under.items():
        values = [value_of(model, name) for name in _own(model)]
        kind = Kind(
            model=model,
            values=values,
            more=_above(model),
            under=names,
        )
        found.append(kind)

    return found


def model_in(form: Any) -> type[Model] | None:
    """Return the kind of group that a field holds, alone or in a list; nothing for texts and
    numbers.
    """
    if isinstance(form, type) and issubclass(form, Model):
        return form
    for inner in get_args(form):
        found = model_in(inner)
        if found:
            return found
    return None


def words_of(form: Any) -> list[str]:
    """Return the words that a field allows; none where it takes any."""
    if get_origin(form) is Literal:
        return list(get_args(form))
    for inner in get_args(form):
        found = words_of(inner)
        if found:
            return found
    return []


@cache
def report() -> str:
    """Return what the check says of a range that was written as one number."""
    found = []
    try:
        read_content(locate(FAULTY), FILE, FAULTY)
    except ContentError as error:
        found = error.findings.problems
    lines = FAULTY.split("\n")
    told = []
    for fault in found:
        if fault.path.endswith("min"):  # the rest of the file is missing, too
            told.append(terminal.report(fault, FILE, lines))
    return "\n\n".join(told)


def _own(model: type[Model]) -> Iterator[str]:
    """Yield the names of the values that a kind adds to those of the kinds above it."""
    above = set()
    for parent in _above(model):
        above.update(parent.model_fields)

    for name in model.model_fields:
        if name not in above:
            yield name


def _above(model: type[Model]) -> list[type[Model]]:
    """Return the kinds that a kind is built on, but for the one that all are built on."""
    found = []
    parents = model.__mro__[1:]
    for parent in parents:
        is_kind = issubclass(parent, Model)
        if is_kind and parent is not Model:
            found.append(parent)

    return found


def _gather(model: type[Model], under: dict[type[Model], list[str]]) -> None:
    """Note the kinds that a kind is built on, and all kinds inside it, with the names they stand
    under.
    """
    for parent in _above(model):
        under.setdefault(parent, [])

    for name, found in model.model_fields.items():
        inner = model_in(found.annotation)
        if inner is None:
            continue

        is_new = inner not in under
        names = under.setdefault(inner, [])
        if name not in names:
            names.append(name)
        if is_new:
            _gather(inner, under)
