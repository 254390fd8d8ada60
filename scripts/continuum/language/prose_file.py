"""The text of a hand-written page -> what it says of itself at its start, and what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from ..report.problem import ContentError, Findings, Place, Problem

FRONT = re.compile(r"---\n(.*?\n)---\n(.*)", re.S)
HEADING = re.compile(r"(?m)^# +(.+)$")
# Names below each other, from the root of the site, each as an id is written.
ADDRESS = re.compile(r"[a-z0-9]+(?:[-/][a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Former:
    """An address that a page had before, and where in its file that stands."""

    address: str
    place: Place


@dataclass(frozen=True, slots=True)
class ProseFile:
    """A hand-written page: the file called `name`, whose whole text is `source`. `body` is the
    text below what it says of itself.
    """

    name: str
    source: str
    title: str
    description: str
    body: str
    former: tuple[Former, ...] = ()


def read_prose(text: str, name: str) -> ProseFile:
    """Return a page. Raises ContentError where what it says of itself cannot be used."""
    parted = FRONT.match(text)
    typed, body = parted.groups() if parted else ("", text)
    front = _front(typed, name, text)
    former = ()
    if "addresses" in front:
        former = tuple(_former(typed, name, text))
    return ProseFile(
        name=name,
        source=text,
        title=str(front.get("title") or _heading(text)),
        description=str(front.get("description") or ""),
        body=body,
        former=former,
    )


def _heading(text: str) -> str:
    """Return the first heading of a page; nothing where it has none."""
    found = HEADING.search(text)
    return found[1] if found else ""


def _front(typed: str, name: str, text: str) -> dict[str, Any]:
    """Return what stands between the two lines of dashes at the start of a page."""
    try:
        found = yaml.safe_load(typed) or {}
    except yaml.YAMLError:
        found = None
    if isinstance(found, dict):
        return found

    problem = Problem(
        place=Place(2),
        path="",
        text="What stands between the two lines of dashes cannot be read.",
        fix="write a name, a colon and a text on each line; quote a text that holds a colon.",
    )
    raise ContentError(Findings([problem], name, text))


def _former(typed: str, name: str, text: str) -> Iterator[Former]:
    """Yield the addresses that a page had before, as they were typed."""
    problems = []
    for node in _listed(typed):
        address = node.value
        if isinstance(address, str) and ADDRESS.fullmatch(address):
            yield Former(address, _place(node))
            continue

        problem = Problem(
            place=_place(node),
            path="addresses",
            text="This is no address that a page can have had.",
            fix="write each with small letters, digits and single dashes, "
            "such as addresses: [old-name, folder/old-name].",
        )
        problems.append(problem)
    if problems:
        raise ContentError(Findings(problems, name, text))


def _listed(typed: str) -> list[yaml.Node]:
    """Return what stands under `addresses`: each of its items, or what stands there for a list."""
    front = yaml.compose(typed, yaml.SafeLoader)
    for key, value in front.value:
        if key.value == "addresses":
            return value.value if isinstance(value, yaml.SequenceNode) else [value]
    return []


def _place(node: yaml.Node) -> Place:
    """Return where a value stands in the file of a page."""
    start = node.start_mark
    first_line = node.end_mark.line == start.line
    width = node.end_mark.column - start.column if first_line else 1
    # Lines count from 1, and the first is that of dashes.
    return Place(start.line + 2, start.column + 1, max(width, 1))
