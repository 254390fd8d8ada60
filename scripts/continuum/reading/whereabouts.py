"""Lines of a file -> the way to one of them in the editor's words, told by how far each line is moved in.

It serves where the text cannot be read as a tree.
"""

from __future__ import annotations

import re

from ..model.node import NAMES_OF_ITEMS

MOST = 10  # steps of a way
FAR = 2000  # what stands further along a line names nothing
DASHES = re.compile(r" *((?:- +)*)")
NAME = re.compile(
    r"(?P<quote>[\"']?)(?P<name>[^\s:#\"'\[\]{},&*!|<>%@`-][^:#\"'\[\]{},]*?)(?P=quote) *:(?= |$)"
)
NAME_IN_BRACKETS = re.compile(r"[{,] *([^\s:,\"'\[\]{}][^:,\"'\[\]{}]*): ")


def way_to(lines: list[str], line: int, column: int = 1) -> str:
    """Return the way to a line and column, both counted from 1: `levels > iop > hours_per_week > asam-3 > min`."""
    if line > len(lines):
        return ""
    steps, edge = (
        _in_brackets(lines[line - 1][max(0, column - FAR) : column - 1]),
        10_000,
    )
    for number in range(line - 1, -1, -1):
        own = number == line - 1
        for start, name in reversed(_marks(lines[number])):
            item = bool(steps) and steps[-1].startswith("-")
            if not own and (
                item
                if name == "-"
                else not (item or not steps or _opens(lines[number]))
            ):
                continue  # an item stands in no other item, and only a name with nothing behind it has values below
            if start < edge or (start == edge and item):
                steps.append(
                    f"-{_called(lines, number, start)}" if name == "-" else name
                )
                edge = start
        if own:
            edge = min(edge, indent(lines[number]))
        if edge == 0 and not (steps and steps[-1].startswith("-")):
            break
    return " > ".join(step.removeprefix("-") for step in reversed(steps[-MOST:]))


def _opens(line: str) -> bool:
    """Return whether a line may have others below it: its name has nothing or only an opening sign behind it."""
    return re.search(r"(:|[>|][+-]?|[\[{,])\s*$", line) is not None


def indent(line: str) -> int:
    """Return how many spaces a line starts with."""
    return len(line) - len(line.lstrip(" "))


def _marks(line: str) -> list[tuple[int, str]]:
    """Return the dashes and the name that a line starts with, each with its column from 0."""
    dashes = DASHES.match(line)
    found = [
        (dashes.start(1) + at.start(), "-")
        for at in re.finditer("-", dashes[1][: 20 * MOST])
    ][:MOST]
    if (name := NAME.match(line, dashes.end())) is not None:
        found.append((dashes.end(), name["name"]))
    return found


def _in_brackets(before: str) -> list[str]:
    """Return the name inside curly brackets that the end of `before` belongs to, if it stands in such brackets."""
    opened = before.rfind("{")
    names = (
        NAME_IN_BRACKETS.findall(before, opened)
        if opened > before.rfind("}") and "{{" not in before
        else []
    )
    return names[-1:]


def _called(lines: list[str], number: int, start: int) -> str:
    """Return what an editor calls the item whose dash stands there: its id, what it points to, or its number."""
    own = [" " * (start + 1) + lines[number][start + 1 : start + FAR]]
    for line in lines[number + 1 :]:
        if line.strip() and indent(line) <= start:
            break
        own.append(line)
    column = next((indent(line) for line in own if line.strip()), start + 2)
    for name in NAMES_OF_ITEMS:
        pattern = re.compile(
            rf"(?: {{{column}}}|.*[{{,] *){name}: +[\"']?([^\"',{{}}\[\]#]+?)(?: *[\"',{{}}\[\]#]| +[a-z_]+: |$)"
        )
        for line in own[:1] if own[0].lstrip().startswith("{") else own:
            if (found := pattern.match(line)) is not None:
                return found[1].strip()
    return f"item {1 + _before(lines, number, start)}"


def _before(lines: list[str], number: int, start: int) -> int:
    """Return how many items of the same list stand above a line."""
    count = 0
    for line in reversed(lines[:number]):
        if line.strip() and (
            indent(line) < start
            or (indent(line) == start and not line.lstrip().startswith("-"))
        ):
            break
        count += line.startswith(" " * start + "- ")
    return count
