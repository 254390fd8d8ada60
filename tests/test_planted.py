"""Each hazard, in every place of the file where it makes sense: reported where it stands,
or taken exactly as typed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import yaml
from bad_inputs import WHOLE
from contents import content_of
from continuum.reading.tree import locate
from continuum.report.problem import ContentError, Problem

# What is typed for a value, and the text it stands for; these leave the file readable,
# so they are planted everywhere at once.
VALUES = {
    **{
        typed: typed
        for typed in (
            "no",
            "yes",
            "on",
            "off",
            "NO",
            "True",
            "1:30",
            "17:30",
            "010",
            "08",
            "1_000",
            ".inf",
            "1e3",
            "9-20",
            "9–20",
            "9 to 20",
            "9 hours",
            "nine",
            "2026-09-31",
            "9/15/2026",
            "2026-9-5",
            "1.000",
            "x y",
            "word-",
            "Ω",
            "١٢",
        )
    },
    "true": True,
    "3.10": 3.1,
    "2.1": 2.1,
    "-9": -9,
    "12": 12,
    "null": None,
    "~": None,
    "": None,
    "'9'": "9",
    '"true"': "true",
    '"2026-01-05"': "2026-01-05",
    '""': "",
    '" "': " ",
    '"a\\nb"': "a\nb",
    "[x]": None,
    "{x: y}": None,
    "[]": None,
    "“x”": None,
}
# These break the text of the file, so each is planted alone.
BREAKING = [
    "Note: call us",
    "Group #1 choice",
    "- Note: call",
    '"open',
    "'it's'",
    "[x",
    "{x",
    "x]",
    "@x",
    "%x",
    "`x`",
    "*x",
    "&x",
    "&x y",
    "!x y",
    "{{ x }}",
    "{{ x }} y",
    "“Note: x”",
    "> x",
    "| x",
    "x\u200by",
    "\u202ex",
    "\u00a0x",
    "x\u00a0",
    "x\ty",
    "x\x00",
    '"x" y',
    '"a\\qb"',
    '"a\\u200bb"',
    "? x",
    "-",
    "*x*y",
    ", x",
    "x # y",
    "1,000",
    "Sept 15, 2026",
    "x\n---\ny",
    "x\n<<<<<<< y",
]


@dataclass(frozen=True)
class Spot:
    """A scalar of the sound file: the way to it, the part of the text that it takes,
    and whether it stands in brackets, and where the name of its group starts.
    """

    way: tuple[str | int, ...]
    start: int
    end: int
    key: tuple[int, int] | None
    flow: bool
    group: int | None


def spots() -> list[Spot]:
    """Return every scalar value of the sound file."""
    return list(
        _below(yaml.compose(WHOLE, Loader=yaml.CSafeLoader), (), None, False, None)
    )


def _below(
    node: yaml.Node,
    way: tuple[str | int, ...],
    key: tuple[int, int] | None,
    flow: bool,
    group: int | None,
) -> Iterator[Spot]:
    flow = flow or bool(getattr(node, "flow_style", False))
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield from _below(
                value,
                (*way, name.value),
                (name.start_mark.index, name.end_mark.index),
                flow,
                key and key[0],
            )
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from _below(item, (*way, index), None, flow, None)
    elif node.start_mark.line == node.end_mark.line:
        yield Spot(way, node.start_mark.index, node.end_mark.index, key, flow, group)


SPOTS = spots()


def planted(pieces: list[tuple[int, int, str]]) -> tuple[str, list[int]]:
    """Return the sound file with these pieces replaced, and the line that each stands on."""
    text, moved, lines = WHOLE, 0, []
    for start, end, typed in pieces:
        text = text[: start + moved] + typed + text[end + moved :]
        lines.append(text.count("\n", 0, start + moved) + 1)
        moved += len(typed) - (end - start)
    return text, lines


def problems(text: str) -> list[Problem]:
    """Return what is wrong with a text, each with a place inside it and a fix."""
    try:
        content_of(text)
    except ContentError as error:
        assert str(error)
        found = error.findings.problems
        for problem in found:
            assert 1 <= problem.place.line <= text.count("\n") + 1
            assert problem.text and problem.fix
        return found
    return []


@pytest.mark.parametrize("typed", VALUES)
def test_a_value_is_reported_where_it_stands_or_arrives_as_typed(typed):
    """Planted in the place of every value at once,
    a hazard is reported on each line where it is none, and on no other.
    """
    places = [spot for spot in SPOTS if typed or spot.key]
    text, lines = planted([(spot.start, spot.end, typed) for spot in places])
    found = {problem.place.line for problem in problems(text)}
    assert found <= set(lines)
    if found == set(lines):
        return
    tree = locate(text)
    for spot, line in zip(places, lines, strict=True):
        if line not in found:
            assert VALUES[typed] is not None, (typed, spot.way)
            assert tree.find(*spot.way).value == VALUES[typed]


@pytest.mark.parametrize("typed", BREAKING)
def test_what_breaks_the_text_is_reported_where_it_stands(typed):
    """Planted alone, in one place of each kind, it is reported there;
    or the text arrives exactly as typed.
    """
    for number, spot in enumerate(SPOTS):
        if (
            not os.environ.get("LOC_ALL")
            and number % 127 != BREAKING.index(typed) % 127
        ):
            continue
        text, (line,) = planted([(spot.start, spot.end, typed)])
        found = [problem.place.line for problem in problems(text)]
        last = line + typed.count("\n")
        assert any(line <= at <= last for at in found) or (
            not found and locate(text).find(*spot.way).value == typed
        ), (spot.way, found)


def test_a_name_typed_twice_is_reported_wherever_it_stands():
    """Each name of the file, typed a second time before itself,
    is reported with the line of the first.
    """
    pieces = []
    for spot in SPOTS:
        if spot.key:
            name, column = (
                WHOLE[slice(*spot.key)],
                spot.key[0] - WHOLE.rfind("\n", 0, spot.key[0]) - 1,
            )
            pieces.append(
                (
                    spot.key[0],
                    spot.key[0],
                    f"{name}: x, " if spot.flow else f"{name}: x\n{' ' * column}",
                )
            )
    text, lines = planted(pieces)
    found = {
        problem.place.line for problem in problems(text) if "again" in problem.text
    }
    assert found == {
        line + piece[2].count("\n") for line, piece in zip(lines, pieces, strict=True)
    }


def test_a_misspelt_name_is_reported_wherever_it_stands():
    """Each name before a value, misspelt, is reported once, with the name it was meant to be."""
    keys = [spot.key for spot in SPOTS if spot.key]
    text, lines = planted([(end - 1, end, "z" + WHOLE[end - 1]) for _, end in keys])
    unknown = [
        problem for problem in problems(text) if "no value called" in problem.text
    ]
    assert len(unknown) == len(keys)
    assert {problem.place.line for problem in unknown} == set(lines)
    meant = [problem for problem in unknown if "did you mean" in problem.fix]
    assert (
        all(len(WHOLE[start:end]) <= 3 for start, end in keys)
        or len(meant) > len(keys) * 0.8
    )
    assert not [
        problem
        for problem in problems(text)
        if "is missing" in problem.text
        and problem.path.split(" > ")[-1] not in ("q", "a", "to", "id")
    ]


def test_a_missing_name_is_reported_wherever_it_is_due():
    """Each name that is due, left out with its value,
    is reported at the group it belongs to and nowhere else.
    """
    for number, spot in enumerate(SPOTS):
        if (
            not spot.flow
            or not spot.key
            or (number % 32 and not os.environ.get("LOC_ALL"))
        ):
            continue
        end = spot.end + (WHOLE[spot.end : spot.end + 2] == ", ") * 2
        text, (line,) = planted([(spot.key[0], end, "")])
        found = problems(text)
        assert [problem.place.line for problem in found] in ([line], []), spot.way
        assert all(
            problem.path.endswith(str(spot.way[-1]))
            or "holds no number" in problem.text
            or "address" in problem.text
            for problem in found
        )


def test_a_value_one_group_too_far_out_is_sent_home():
    """Each value of a group, moved out beside the group's name, is reported once,
    with the group that it belongs to.
    """
    tried = 0
    for spot in SPOTS:
        if not spot.flow or spot.group is None or not spot.key or spot.way[0] == "site":
            continue
        end = spot.end + (WHOLE[spot.end : spot.end + 2] == ", ") * 2
        column = spot.group - WHOLE.rfind("\n", 0, spot.group) - 1
        moved = f"{WHOLE[spot.key[0] : spot.end]}\n{' ' * column}"
        text, (line, _) = planted(
            [(spot.group, spot.group, moved), (spot.key[0], end, "")]
        )
        (problem,) = problems(text)
        assert (problem.place.line, problem.text) == (
            line,
            f"“{spot.way[-1]}” does not belong here.",
        )
        assert f"under “{spot.way[-2]}”" in problem.fix
        tried += 1
    assert tried > 15
