"""A text -> where it nests too deeply to be read."""

from __future__ import annotations

import re

from ..report.problem import Place

DEEPEST = 200  # libyaml crashes on what nests some ten thousand times; the file needs about 10
STARTS = re.compile(rf"(?m)^[ ]*(?:[-?][ ]+){{{DEEPEST}}}|^[ ]{{1000}}")
BRACKET = re.compile(r"[\[{\]}]")


def too_deep(text: str) -> Place | None:
    """Return the place of a text that nests too deeply to be composed."""
    found = STARTS.search(text)
    if found is not None:
        start = found.start()
        line = text.count("\n", 0, start) + 1
        return Place(line)

    start = _deep_brackets(text)
    if start is not None:
        line = text.count("\n", 0, start) + 1
        line_end_before = text.rfind("\n", 0, start)
        return Place(line, start - line_end_before)

    return None


def _deep_brackets(text: str) -> int | None:
    """Return where the first brackets start that stand inside one another too many times."""
    depth = 0
    outermost = 0
    for found in BRACKET.finditer(text):
        if not depth:
            outermost = found.start()

        if found[0] in "[{":
            depth += 1
        else:
            depth = max(0, depth - 1)

        if depth > DEEPEST:
            return outermost

    return None
