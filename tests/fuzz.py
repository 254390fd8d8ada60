"""Random changes to the real file: each is refused with a report, or read as exactly what stands there.

`python tests/fuzz.py COUNT SEED` tries COUNT changes of short excerpts, with `whole` of the whole file, and prints what went wrong.
"""

from __future__ import annotations

import random
import re
import sys
import traceback
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

from building import subject  # noqa: E402
from continuum.reading.read import read_content  # noqa: E402
from continuum.reading.tree import decode, locate  # noqa: E402
from continuum.report.problem import ContentError, Findings  # noqa: E402
from continuum.report.text import whole  # noqa: E402
from continuum.rules import check  # noqa: E402
from continuum.settings import CONTENT  # noqa: E402

REAL = CONTENT.read_text(encoding="utf-8")
HAZARDS = [
    "no",
    "yes",
    "on",
    "~",
    "null",
    "true",
    "1:30",
    "010",
    "3.10",
    "1_000",
    "1,000",
    ".inf",
    "9–20",
    "nine",
    "'9'",
    "2026-09-31",
    "9/15/2026",
    ": ",
    " #",
    "# ",
    "- ",
    "-",
    "&a ",
    "*a",
    "!x ",
    "%",
    "@",
    "`",
    "{{ x }}",
    "{",
    "}",
    "[",
    "]",
    '"',
    "'",
    "“",
    "”",
    "|",
    ">",
    "|\n",
    ">\n",
    "\\",
    "---\n",
    "...\n",
    "<<: ",
    "? ",
    ",",
    ", ",
    "\t",
    "\u00a0",
    "\u200b",
    "\ufeff",
    "\u2028",
    "\u3000",
    "：",
    "\x00",
    "\r",
    "\n",
    "  ",
    " ",
    "<<<<<<< x\n",
    "<b>",
    "javascript:alert(1)",
    "text: ",
    "id: ",
    "note: ",
    "sources: [x]",
    "min: 9",
    "max: 3",
    "1e400",
    "-1",
    "0",
    "é",
    "مرحبا",
    "x" * 300,
]


@lru_cache
def _parts() -> list[tuple[str, list[str]]]:
    """Return the head and the items of each part of the real file."""
    return [
        (part[0], part[1:])
        for part in (
            [*re.split(r"(?m)^(?=  - )", piece)]
            for piece in re.split(r"(?m)^(?=[a-z_]+:)", REAL)
        )
    ]


def excerpt(chance: random.Random) -> str:
    """Return the real file with two of its levels, all its help, and one item of each other list."""
    kept = {"levels:": 2, "help:": 9}
    return "".join(
        head
        + "".join(
            _shorter(item, chance)
            for item in _some(items, kept.get(head.strip(), 1), chance)
        )
        for head, items in _parts()
    )


def _shorter(item: str, chance: random.Random) -> str:
    """Return an item with one item of each of its lists."""
    pieces = (
        [*re.split(r"(?m)^(?=      - )", block)]
        for block in re.split(r"(?m)^(?=    [a-z_]+:)", item)
    )
    return "".join(piece[0] + "".join(_some(piece[1:], 1, chance)) for piece in pieces)


def _some(items: list[str], count: int, chance: random.Random) -> list[str]:
    return [
        items[at]
        for at in sorted(chance.sample(range(len(items)), min(count, len(items))))
    ]


def mutated(text: str, chance: random.Random) -> bytes:
    """Return the text with one to three random changes."""
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        text = chance.choice(CHANGES)(text, chance)
    raw = text.encode("utf-8", "surrogatepass")
    if chance.random() < 0.03:
        at = chance.randrange(len(raw))
        raw = (
            raw[:at] + bytes([chance.randrange(256)]) + raw[at + chance.randrange(2) :]
        )
    return (
        chance.choice(
            (text.encode("utf-16"), text.encode("utf-8-sig"), raw[: len(raw) // 2])
        )
        if chance.random() < 0.01
        else raw
    )


def _at(text: str, chance: random.Random) -> int:
    return chance.randrange(len(text) + 1)


def _delete(text: str, chance: random.Random) -> str:
    at = _at(text, chance)
    return text[:at] + text[at + chance.choice((1, 1, 1, 2, 5, 40)) :]


def _insert(text: str, chance: random.Random) -> str:
    at = _at(text, chance)
    return text[:at] + chance.choice(HAZARDS) + text[at:]


def _double(text: str, chance: random.Random) -> str:
    at = _at(text, chance)
    return text[:at] + text[at : at + chance.choice((1, 3, 20))] + text[at:]


def _sign(text: str, chance: random.Random) -> str:
    places = [found.start() for found in re.finditer(r"[\"':,\[\]{}#>|-]", text)]
    if not places:
        return text
    at = chance.choice(places)
    return (
        text[:at]
        + chance.choice(("", "", chance.choice(HAZARDS), text[at] * 2))
        + text[at + 1 :]
    )


def _value(text: str, chance: random.Random) -> str:
    found = list(re.finditer(r"(?<=: )[^\n,{}\[\]]+|(?<=- )[^\n,{}\[\]:]+", text))
    if not found:
        return text
    value = chance.choice(found)
    other = chance.choice(
        (
            chance.choice(HAZARDS),
            chance.choice(found)[0],
            "",
            value[0].strip("\"'"),
            f"[{value[0]}]",
            f"{value[0]} #1",
            f"x: {value[0]}",
        )
    )
    return text[: value.start()] + other + text[value.end() :]


def _name(text: str, chance: random.Random) -> str:
    found = list(re.finditer(r"\b[a-z_]+(?=:)", text))
    if not found:
        return text
    name = chance.choice(found)
    other = chance.choice(
        (
            chance.choice(found)[0],
            name[0][1:],
            name[0].upper(),
            f"{name[0]} ",
            f"{name[0]}:{name[0]}",
            chance.choice(HAZARDS),
        )
    )
    return text[: name.start()] + other + text[name.end() :]


def _lines(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    first, second = chance.randrange(len(lines)), chance.randrange(len(lines))
    last = min(len(lines), first + chance.choice((1, 1, 2, 6)))
    match chance.randrange(6):
        case 0:
            del lines[first:last]
        case 1:
            lines[first:first] = lines[first:last]
        case 2:
            lines[first], lines[second] = lines[second], lines[first]
        case 3:
            moved = lines[first:last]
            del lines[first:last]
            lines[second:second] = moved
        case 4:
            inset = chance.choice((-4, -2, -1, 1, 2, 4))
            lines[first:last] = [
                " " * inset + line
                if inset > 0
                else line[min(-inset, len(line) - len(line.lstrip())) :]
                for line in lines[first:last]
            ]
        case 5:
            lines[first : first + 2] = ["".join(lines[first : first + 2])]
    return "\n".join(lines)


CHANGES = [
    _delete,
    _insert,
    _insert,
    _double,
    _sign,
    _sign,
    _value,
    _value,
    _name,
    _lines,
    _lines,
    _lines,
]


def fault_of(raw: bytes) -> str | None:
    """Return what went wrong in reading a changed file: a traceback, a poor report, or a value that is not what stands there."""
    try:
        return _fault_of(raw)
    except Exception:  # whatever comes out here is a fault of ours
        return traceback.format_exc(limit=-6)


def _fault_of(raw: bytes) -> str | None:
    text = ""
    try:
        text = decode(raw, "levels.yaml")
        tree = locate(text)
        continuum = read_content(tree, "levels.yaml", text)
    except ContentError as error:
        return poor(error.findings, text)
    fault = mangled(text, tree.plain()) or unlike(
        continuum.model_dump(mode="json", exclude_unset=True), tree.plain()
    )
    judged = subject(continuum, date(2026, 11, 24))
    findings = Findings(check(judged), "levels.yaml", text, judged.others)
    return fault or poor(findings, text)


def poor(findings: Findings, text: str) -> str | None:
    """Return what a report lacks."""
    assert whole(findings)
    for problem in findings.problems:
        last = findings.text_of(problem).count("\n") + 1
        if not (
            problem.text
            and problem.fix
            and (not text or 1 <= problem.place.line <= last)
            and problem.place.column >= 1
        ):
            return f"a poor problem: {problem}"
    return None


def mangled(text: str, plain: Any) -> str | None:
    """Return how a value differs from what a reading as bare text finds, and what was lost, joined or typed twice."""
    root = yaml.compose(text, Loader=yaml.CBaseLoader)
    nodes = list(_nodes(root))
    fault = unlike(plain, _bare(root))
    if fault or any(
        len({name.value for name, _ in node.value}) < len(node.value)
        for node in nodes
        if isinstance(node, yaml.MappingNode)
    ):
        return fault or "a name stands twice"
    lines = [line for line in text.split("\n") if not line.lstrip(" ").startswith("#")]
    if "\\" not in text:
        lost = _count("\n".join(lines)) - _count(
            "\n".join(node.value for node in nodes if isinstance(node, yaml.ScalarNode))
        )
        if lost:
            return f"lost: {dict(lost)}"
    items = sum(
        len(node.value)
        for node in nodes
        if isinstance(node, yaml.SequenceNode) and not node.flow_style
    )
    keys = [
        name.start_mark
        for node in nodes
        if isinstance(node, yaml.MappingNode)
        for name, _ in node.value
    ]
    every = text.split("\n")
    names = sum(
        bool(re.fullmatch(r" *(- +)*", every[mark.line][: mark.column]))
        for mark in keys
    )
    dashes = sum(
        len(re.match(r"(?:- +)*(?:-$)?", line.lstrip(" "))[0].replace(" ", ""))
        for line in lines
    )
    starts = sum(bool(re.match(r" *(- +)*[a-z_]+ *:( |$)", line)) for line in lines)
    return (
        f"{dashes} dashes, {items} items; {starts} names, {names} read"
        if (dashes, starts) != (items, names)
        else None
    )


def _count(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]+", text))


def _nodes(node: yaml.Node) -> Iterator[yaml.Node]:
    yield node
    for below in node.value if not isinstance(node, yaml.ScalarNode) else ():
        for part in below if isinstance(below, tuple) else (below,):
            yield from _nodes(part)


def _bare(node: yaml.Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {name.value: _bare(value) for name, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_bare(item) for item in node.value]
    return node.value


def unlike(read: Any, typed: Any, way: str = "") -> str | None:
    """Return the first place where what was read is not what was typed."""
    if (
        isinstance(read, dict)
        and isinstance(typed, dict)
        and read.keys() == typed.keys()
    ):
        return next(
            (
                fault
                for name in read
                if (fault := unlike(read[name], typed[name], f"{way} > {name}"))
            ),
            None,
        )
    if isinstance(read, list) and isinstance(typed, list) and len(read) == len(typed):
        return next(
            (
                fault
                for index, item in enumerate(read)
                if (fault := unlike(item, typed[index], f"{way} > {index}"))
            ),
            None,
        )
    if (
        isinstance(read, (int, float))
        and not isinstance(read, bool)
        and isinstance(typed, str)
    ):
        return (
            None
            if re.fullmatch(r"-?(0|[1-9]\d*)(\.\d+)?", typed) and float(typed) == read
            else f"{way}: {typed!r} became {read!r}"
        )
    if isinstance(read, bool) and isinstance(typed, str):
        return (
            None if typed == str(read).lower() else f"{way}: {typed!r} became {read!r}"
        )
    return (
        None
        if read == typed and type(read) in (type(typed), int, float)
        else f"{way}: {typed!r} became {read!r}"
    )


def faults(
    count: int, seed: int, whole: bool = False
) -> Iterator[tuple[int, bytes, str]]:
    """Yield each change that went wrong, with its seed."""
    for number in range(seed, seed + count):
        chance = random.Random(number)
        raw = mutated(REAL if whole else excerpt(chance), chance)
        if (fault := fault_of(raw)) is not None:
            yield number, raw, fault


if __name__ == "__main__":
    wrong = 0
    for number, _, fault in faults(
        int(sys.argv[1]), int(sys.argv[2]), "whole" in sys.argv
    ):
        wrong += 1
        print(f"--- {number}\n{fault}", flush=True)
    print(f"{sys.argv[1]} changes from seed {sys.argv[2]}: {wrong} went wrong.")
