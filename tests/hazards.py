"""Random changes to the text of the real file, or to a short excerpt of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from random import Random

from continuum.settings import CONTENT

REAL = CONTENT.read_text(encoding="utf-8")
# What YAML takes for something else than the text it is, or what people type by mistake.
HAZARDS = [
    *(
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
    ),
    *("9–20", "nine", "'9'", "2026-09-31", "9/15/2026"),
    *(": ", " #", "# ", "- ", "-", "&a ", "*a", "!x ", "%", "@", "`", "{{ x }}"),
    *("{", "}", "[", "]", '"', "'", "“", "”", "|", ">", "|\n", ">\n", "\\"),
    *("---\n", "...\n", "<<: ", "? ", ",", ", ", "\t"),
    *(
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
    ),
    *("<<<<<<< x\n", "<b>", "javascript:alert(1)"),
    *("text: ", "id: ", "note: ", "sources: [x]", "min: 9", "max: 3"),
    *("1e400", "-1", "0", "é", "مرحبا", "x" * 300),
]
# Two levels and all help, since rules speak of neighbors and of numbers that must be there.
KEPT = {"levels:": 2, "help:": 9}


# An excerpt


def excerpt(chance: Random) -> str:
    """Return the real file with two of its levels, all its help, and one item of other lists."""
    text = ""
    for head, items in _parts():
        count = KEPT.get(head.strip(), 1)
        text += head
        for item in _some(items, count, chance):
            text += _shorter(item, chance)
    return text


@cache
def _parts() -> list[tuple[str, list[str]]]:
    """Return the head and the items of each part of the real file."""
    found = []
    for part in re.split(r"(?m)^(?=[a-z_]+:)", REAL):
        head, *items = re.split(r"(?m)^(?=  - )", part)
        found.append((head, items))
    return found


def _shorter(item: str, chance: Random) -> str:
    """Return an item with one item of each of its lists."""
    text = ""
    for block in re.split(r"(?m)^(?=    [a-z_]+:)", item):
        head, *items = re.split(r"(?m)^(?=      - )", block)
        text += head
        text += "".join(_some(items, 1, chance))
    return text


def _some(items: list[str], count: int, chance: Random) -> list[str]:
    """Return so many of the items, in their order."""
    every = range(len(items))
    few = min(count, len(items))
    places = chance.sample(every, few)
    places.sort()
    return [items[at] for at in places]


# Changes


def mutated(text: str, chance: Random) -> bytes:
    """Return the text with one to three random changes; now and then in other bytes, or halved."""
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        change = chance.choice(CHANGES)
        text = change(text, chance)
    raw = text.encode("utf-8", "surrogatepass")
    if chance.random() < 0.03:
        at = chance.randrange(len(raw))
        other = bytes([chance.randrange(256)])
        length = chance.randrange(2)
        raw = raw[:at] + other + raw[at + length :]
    if chance.random() < 0.01:
        wide, marked = text.encode("utf-16"), text.encode("utf-8-sig")
        half = raw[: len(raw) // 2]
        return chance.choice((wide, marked, half))
    return raw


def _put(text: str, start: int, end: int, new: str) -> str:
    """Return the text with something else from one place to another."""
    before, after = text[:start], text[end:]
    return before + new + after


def _delete(text: str, chance: Random) -> str:
    at = chance.randint(0, len(text))
    length = chance.choice((1, 1, 1, 2, 5, 40))
    return _put(text, at, at + length, "")


def _insert(text: str, chance: Random) -> str:
    at = chance.randint(0, len(text))
    new = chance.choice(HAZARDS)
    return _put(text, at, at, new)


def _double(text: str, chance: Random) -> str:
    at = chance.randint(0, len(text))
    length = chance.choice((1, 3, 20))
    again = text[at : at + length]
    return _put(text, at, at, again)


def _sign(text: str, chance: Random) -> str:
    """Return the text with a sign of YAML's gone, doubled, or another in its place."""
    signs = list(re.finditer(r"[\"':,\[\]{}#>|-]", text))
    if not signs:
        return text
    sign = chance.choice(signs)
    hazard = chance.choice(HAZARDS)
    other = chance.choice(("", "", hazard, sign[0] * 2))
    return _put(text, sign.start(), sign.end(), other)


def _value(text: str, chance: Random) -> str:
    """Return the text with a value in place of another, in other quotes, or in a list."""
    found = list(re.finditer(r"(?<=: )[^\n,{}\[\]]+|(?<=- )[^\n,{}\[\]:]+", text))
    if not found:
        return text
    value = chance.choice(found)
    others = (
        chance.choice(HAZARDS),
        chance.choice(found)[0],
        "",
        value[0].strip("\"'"),
        f"[{value[0]}]",
        f"{value[0]} #1",
        f"x: {value[0]}",
    )
    return _put(text, value.start(), value.end(), chance.choice(others))


def _name(text: str, chance: Random) -> str:
    """Return the text with a name in place of another, or misspelt."""
    found = list(re.finditer(r"\b[a-z_]+(?=:)", text))
    if not found:
        return text
    name = chance.choice(found)
    others = (
        chance.choice(found)[0],
        name[0][1:],
        name[0].upper(),
        f"{name[0]} ",
        f"{name[0]}:{name[0]}",
        chance.choice(HAZARDS),
    )
    return _put(text, name.start(), name.end(), chance.choice(others))


def _lines(text: str, chance: Random) -> str:
    """Return the text with lines that are gone, doubled, moved, indented otherwise, or joined."""
    lines = text.split("\n")
    first = chance.randrange(len(lines))
    second = chance.randrange(len(lines))
    last = first + chance.choice((1, 1, 2, 6))
    some = lines[first:last]
    match chance.randrange(6):
        case 0:
            lines[first:last] = []
        case 1:
            lines[first:first] = some
        case 2:
            lines[first], lines[second] = lines[second], lines[first]
        case 3:
            lines[first:last] = []
            lines[second:second] = some
        case 4:
            inset = chance.choice((-4, -2, -1, 1, 2, 4))
            lines[first:last] = [_moved(line, inset) for line in some]
        case 5:
            pair = lines[first : first + 2]
            lines[first : first + 2] = ["".join(pair)]
    return "\n".join(lines)


def _moved(line: str, inset: int) -> str:
    """Return a line with so many spaces more before it, or fewer."""
    if inset > 0:
        return " " * inset + line
    spaces = len(line) - len(line.lstrip())
    return line[min(-inset, spaces) :]


CHANGES: list[Callable[[str, Random], str]] = [
    _delete,
    *[_insert] * 2,
    _double,
    *[_sign] * 2,
    *[_value] * 2,
    _name,
    *[_lines] * 3,
]
