"""Random changes to the values of small files, some of them spliced in from the real one; and what
goes wrong with the site of a file that passes the check.
"""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from functools import cache
from pathlib import Path, PurePath
from random import Random
from typing import Any

import cases
from bad_inputs import WHOLE
from continuum import build, load_phrases
from continuum.outputs.inspection import faults_of
from continuum.reading.read import read_content
from continuum.reading.tree import locate
from continuum.rendering.text import read, together
from continuum.report.problem import ContentError
from continuum.settings import CONTENT, read_settings

Data = dict[str, Any]
Spot = tuple[Any, Any]  # a group or a list, and the name or number of what stands in it
# Values that are odd in one way each.
NUMBERS = [
    0,
    0.25,
    0.5,
    1,
    1.5,
    2,
    3,
    7,
    8,
    9,
    19.5,
    20,
    24,
    40,
    167,
    168,
    999.999,
    100_000,
]
TEXTS = [
    "Ask & answer.",
    "Under <9> beds.",
    "Care once = a start.",
    "It's a driver's test.",
    "a" * 60,
    "قائمة الأسعار",
    "中文" * 30,
    "🙂",
    "=1+1",
    "{{ low.hours_per_week }}",
    "{{ help.lifeline }}",
    "{n} {{n}} %s $1 \\1",
    "Line one\nline two",
    "<!-- x --> ]]> </script>",
    '" onmouseover="x',
    "0",
    "é" * 20,
    "LO or MI?",
    "constructor",
    "amp",
]
IDS = [
    "main",
    "con",
    "a" * 60,
    "0",
    "none",
    "index",
    "constructor",
    "amp",
    "x-vs-y",
    "low-vs-middle",
]
ELEMENT = re.compile(r"<[a-zA-Z][^>]*?\sid=\"?([^\"\s>]+)")
ADDRESS = "https://levels-of-care.example/"
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
# Texts of a level with numbers that its page shows in another form, or leads to.
ELSEWHERE = {
    "id",
    "addresses",
    "to",
    "standard",
    "sources",
    "whose",
    "checked",
    "next",
    "service",
}


def changed_tree(chance: Random) -> Data:
    """Return a small file, or one that has every field, with a few random changes."""
    text = chance.choice((cases.SOUND, WHOLE))
    tree = locate(text).plain()
    for _ in range(chance.choice((1, 1, 2, 3))):
        spots = list(_spots(tree))
        change = chance.choice(CHANGES)
        change(chance.choice(spots), spots, chance)
    return tree


def _spots(held: Any) -> Iterator[Spot]:
    """Yield where each value stands."""
    steps = held if isinstance(held, dict) else range(len(held))
    for step in list(steps):
        yield held, step
        if isinstance(held[step], (dict, list)):
            yield from _spots(held[step])


def _swap(spot: Spot, spots: list[Spot], chance: Random) -> None:
    (held, step), (other, place) = spot, chance.choice(_like(spot, spots))
    held[step], other[place] = deepcopy(other[place]), deepcopy(held[step])


def _drop(spot: Spot, spots: list[Spot], chance: Random) -> None:
    held, step = spot
    del held[step]


def _double(spot: Spot, spots: list[Spot], chance: Random) -> None:
    """Double an item of a list, with an id and names of its own."""
    lists = [one for one in spots if isinstance(one[0], list)]
    held, step = chance.choice(lists)
    item = deepcopy(held[step])
    if isinstance(item, dict):
        for name in ("id", "name", "acronym", "term", "title", "q"):
            if name in item:
                item[name] = (
                    f"{item[name]}-two" if name == "id" else f"{item[name]} two"
                )
    held.insert(step + 1, item)


def _retype(spot: Spot, spots: list[Spot], chance: Random) -> None:
    held, step = spot
    value = held[step]
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        held[step] = chance.choice(NUMBERS)
    elif step == "id":
        held[step] = chance.choice(IDS)
    elif isinstance(value, str):
        held[step] = chance.choice(TEXTS)
    else:
        held[step] = chance.choice([None, [], {}, "x", True])


def _splice(spot: Spot, spots: list[Spot], chance: Random) -> None:
    """Put a value of the real file where one of the same name stands."""
    held, step = spot
    found = _real().get(f"{step}") if isinstance(step, str) else None
    if found:
        held[step] = deepcopy(chance.choice(found))


def _like(spot: Spot, spots: list[Spot]) -> list[Spot]:
    """Return where values of the same name stand, or else of the same type."""
    held, step = spot
    named = [one for one in spots if one[1] == step and isinstance(step, str)]
    same = [one for one in spots if type(one[0][one[1]]) is type(held[step])]
    around = [one for one in named or same if not _holds(held[step], one[0])]
    return [one for one in around if not _holds(one[0][one[1]], held)] or [spot]


def _holds(outer: Any, inner: Any) -> bool:
    """Return whether a value is another, or holds it."""
    if outer is inner:
        return True
    if isinstance(outer, dict):
        return any(_holds(below, inner) for below in outer.values())
    return isinstance(outer, list) and any(_holds(below, inner) for below in outer)


@cache
def _real() -> dict[str, list[Any]]:
    """Return the values of the real file by their names."""
    found: dict[str, list[Any]] = {}
    tree = locate(CONTENT.read_text(encoding="utf-8")).plain()
    for held, step in _spots(tree):
        if isinstance(step, str):
            found.setdefault(step, []).append(held[step])
    return found


CHANGES: list[Callable[[Spot, list[Spot], Random], None]] = [
    _swap,
    _drop,
    _double,
    _retype,
    _retype,
    _retype,
    _splice,
    _splice,
]


# What can be wrong with a site


def fault_of_site(text: str, docs: Path) -> str | None:
    """Return what is wrong with the site of a file: None where nothing is, and an empty text where
    the check refuses the file.
    """
    try:
        files = files_of(text, docs)
    except ContentError:
        return ""
    return fault_of_files(text, files)


def files_of(text: str, docs: Path) -> dict[str, bytes]:
    """Return every file of the site of a content. Raises ContentError where the check refuses it,
    and ValueError for a path that stands twice, or where a part was made before it was refused.
    """
    files: dict[str, bytes] = {}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "levels.yaml"
        file.write_text(text, encoding="utf-8")
        settings = replace(read_settings(), content=file, pages=docs, url=ADDRESS)
        try:
            for output in build(settings):
                if output.path in files:
                    raise ValueError(f"{output.path} stands twice")
                files[output.path] = output.body
        except ContentError as error:
            if files:
                raise ValueError("a part of the site was made before that") from error
            raise
    return files


def fault_of_files(text: str, files: dict[str, bytes]) -> str | None:
    """Return what is wrong with the files of a site, if anything is."""
    content = read_content(locate(text), "levels.yaml", text)
    for path, body in files.items():
        if not path.endswith(".html"):
            continue
        html = body.decode()
        twice = [
            id for id, count in Counter(ELEMENT.findall(html)).items() if count > 1
        ]
        faults = [*faults_of(PurePath(path), html, content), *twice]
        if faults:
            return f"{path}: {faults}"
    phrases = load_phrases("en").phrases
    for level in content.levels:
        html = files[f"levels/{level.id}/index.html"].decode()
        said = together(read(html).runs)
        gone = set(_numbers(level, phrases)) - set(NUMBER.findall(said))
        if gone:
            return f"{level.id}: its page lacks {sorted(gone)}"
    return None


def _numbers(level: Any, phrases: Any) -> Iterator[str]:
    """Yield every number of a level, as its page writes it."""
    for group in level.groups():
        for name in type(group).model_fields:
            value = getattr(group, name)
            if name in ELSEWHERE or isinstance(value, bool):
                continue
            if isinstance(value, (int, float)):
                yield phrases.number(value)
            for said in value if isinstance(value, list) else [value]:
                if isinstance(said, str):
                    yield from NUMBER.findall(re.sub(r"\{\{.*?\}\}", "", said))
