"""Random changes to the real file: each is refused with a report, or read as what stands there.

`python tests/fuzz.py COUNT SEED` tries COUNT changes of short excerpts, with `whole` of the whole
file, and prints what went wrong. `python tests/fuzz.py --trees COUNT SEED` changes values instead:
a file that passes the check builds, and every number in it is on its page.
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "scripts"))

from contents import subject  # noqa: E402
from continuum.reading.characters import decode  # noqa: E402
from continuum.reading.read import read_content  # noqa: E402
from continuum.reading.tree import locate  # noqa: E402
from continuum.report.problem import ContentError, Findings  # noqa: E402
from continuum.report.terminal import whole as report  # noqa: E402
from continuum.rules import check  # noqa: E402
from hazards import REAL, excerpt, mutated  # noqa: E402
from made import text_of  # noqa: E402
from trees import changed_tree, fault_of_site  # noqa: E402

TODAY = date(2026, 11, 24)
NUMBER = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?")
# What stands before the first name of a line: spaces, and dashes of lists.
DASHES = re.compile(r" *(- +)*")
NAMED = re.compile(r" *(- +)*[a-z_]+ *:( |$)")


def faults(
    count: int, seed: int, whole: bool = False
) -> Iterator[tuple[int, bytes, str]]:
    """Yield each change that went wrong: its seed, the changed file, and how."""
    for number in range(seed, seed + count):
        chance = random.Random(number)
        text = REAL if whole else excerpt(chance)
        raw = mutated(text, chance)
        fault = fault_of(raw)
        if fault is not None:
            yield number, raw, fault


def fault_of(raw: bytes) -> str | None:
    """Return what went wrong in reading a changed file.

    That is a traceback, a poor report, or a value that is not what stands there.
    """
    try:
        return _fault_of(raw)
    except Exception:  # whatever comes out here is a fault of ours
        return traceback.format_exc(limit=-6)


def _fault_of(raw: bytes) -> str | None:
    text = ""
    try:
        text = decode(raw, "levels.yaml")
        tree = locate(text)
        content = read_content(tree, "levels.yaml", text)
    except ContentError as error:
        return poor(error.findings, text)
    typed = tree.plain()
    read = content.model_dump(mode="json", exclude_unset=True)
    fault = mangled(text, typed) or unlike(read, typed)
    if fault:
        return fault
    judged = subject(content, TODAY)
    return poor(Findings(check(judged), "levels.yaml", text, judged.others), text)


def poor(findings: Findings, text: str) -> str | None:
    """Return what a report lacks."""
    assert report(findings)
    for problem in findings.problems:
        place = problem.place
        last = findings.text_of(problem).count("\n") + 1
        stands = not text or 1 <= place.line <= last
        told = problem.text and problem.fix
        if not (told and stands and place.column >= 1):
            return f"a poor problem: {problem}"
    return None


def faults_of_trees(
    count: int, seed: int, docs: Path
) -> Iterator[tuple[int, str, str | None]]:
    """Yield each changed tree that passed the check: its seed, its text, and what went wrong with
    its site, if anything did. `docs` are the hand-written pages beside it.
    """
    for number in range(seed, seed + count):
        text = text_of(changed_tree(random.Random(number)))
        try:
            fault = fault_of_site(text, docs)
        except Exception:  # whatever comes out here is a fault of ours
            fault = traceback.format_exc(limit=-6)
        if fault != "":
            yield number, text, fault


# Against a reading as bare text


def mangled(text: str, plain: Any) -> str | None:
    """Return how a value differs from what a reading as bare text finds.

    Also what was lost, joined, or typed twice.
    """
    root = yaml.compose(text, Loader=yaml.CBaseLoader)
    nodes = list(_nodes(root))
    return (
        unlike(plain, _bare(root))
        or _twice(nodes)
        or _lost(text, nodes)
        or _joined(text, nodes)
    )


def _nodes(node: yaml.Node) -> Iterator[yaml.Node]:
    yield node
    for below in _below(node):
        yield from _nodes(below)


def _below(node: yaml.Node) -> list[yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        return list(chain.from_iterable(node.value))
    if isinstance(node, yaml.SequenceNode):
        return node.value
    return []


def _bare(node: yaml.Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {name.value: _bare(value) for name, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return list(map(_bare, node.value))
    return node.value


def _twice(nodes: list[yaml.Node]) -> str | None:
    """Return that a name stands twice in one group, where one does."""
    for node in nodes:
        if isinstance(node, yaml.MappingNode):
            names = [name.value for name, _ in node.value]
            if len(set(names)) < len(names):
                return "a name stands twice"
    return None


def _typed(text: str) -> list[str]:
    """Return the lines of a text that are no remark."""
    lines = []
    for line in text.split("\n"):
        bare = line.lstrip(" ")
        if not bare.startswith("#"):
            lines.append(line)
    return lines


def _lost(text: str, nodes: list[yaml.Node]) -> str | None:
    """Return the words that stand in the text and in no value."""
    if "\\" in text:
        return None  # a sign in quotes may be written with letters of its own
    values = []
    for node in nodes:
        if isinstance(node, yaml.ScalarNode):
            values.append(node.value)
    lost = _words(_typed(text)) - _words(values)
    if not lost:
        return None
    return f"lost: {dict(lost)}"


def _words(texts: list[str]) -> Counter[str]:
    together = "\n".join(texts)
    return Counter(re.findall(r"[^\W_]+", together))


def _joined(text: str, nodes: list[yaml.Node]) -> str | None:
    """Return how many dashes and names begin a line, where that is not what was read."""
    lines, items, names = text.split("\n"), 0, 0
    for node in nodes:
        if isinstance(node, yaml.SequenceNode) and not node.flow_style:
            items += len(node.value)
        elif isinstance(node, yaml.MappingNode):
            for name, _ in node.value:
                mark = name.start_mark
                names += _begins(lines[mark.line], mark.column)
    typed = _typed(text)
    dashes = sum(map(_dashes, typed))
    starts = sum(bool(NAMED.match(line)) for line in typed)
    if (dashes, starts) == (items, names):
        return None
    return f"{dashes} dashes, {items} items; {starts} names, {names} read"


def _begins(line: str, column: int) -> bool:
    """Return whether nothing but spaces and dashes stands before a column."""
    before = line[:column]
    return DASHES.fullmatch(before) is not None


def _dashes(line: str) -> int:
    """Return how many lists a line goes on with."""
    bare = line.lstrip(" ")
    start = re.match(r"(?:- +)*(?:-$)?", bare)
    return start[0].count("-")


# Two readings


def unlike(read: Any, typed: Any, way: str = "") -> str | None:
    """Return the first place where what was read is not what was typed."""
    if (
        isinstance(read, dict)
        and isinstance(typed, dict)
        and read.keys() == typed.keys()
    ):
        ways = list(read)
    elif isinstance(read, list) and isinstance(typed, list) and len(read) == len(typed):
        ways = range(len(read))
    elif _same(read, typed):
        return None
    else:
        return f"{way}: {typed!r} became {read!r}"
    for step in ways:
        fault = unlike(read[step], typed[step], f"{way} > {step}")
        if fault:
            return fault
    return None


def _same(read: Any, typed: Any) -> bool:
    """Return whether a value is what was typed, which may be bare text."""
    if isinstance(read, bool) and isinstance(typed, str):
        return typed == str(read).lower()
    if isinstance(read, (int, float)) and isinstance(typed, str):
        is_number = NUMBER.fullmatch(typed) is not None
        return is_number and float(typed) == read
    if type(read) not in (type(typed), int, float):
        return False
    return read == typed


def _report(found: Iterator[tuple[int, Any, str | None]]) -> tuple[int, int]:
    """Print each fault; return how many there were, and how many changes were looked at whole."""
    wrong = whole = 0
    for number, _, fault in found:
        whole += 1
        if fault is not None:
            wrong += 1
            print(f"--- {number}\n{fault}", flush=True)
    return wrong, whole


if __name__ == "__main__":
    options = [value for value in sys.argv[1:] if not value.isdecimal()]
    count, seed = [int(value) for value in [*sys.argv[1:], "0"] if value.isdecimal()][
        :2
    ]
    if "--trees" in options:
        with tempfile.TemporaryDirectory() as docs:
            wrong, whole = _report(faults_of_trees(count, seed, Path(docs)))
        print(
            f"{count} trees from seed {seed}: {whole} passed the check, {wrong} went wrong."
        )
    else:
        wrong, _ = _report(faults(count, seed, "whole" in options))
        print(f"{count} changes from seed {seed}: {wrong} went wrong.")
