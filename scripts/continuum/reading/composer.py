"""What composes YAML, and what nests too deeply for it.

libyaml is about twenty times faster than PyYAML's own code, and every wheel of PyYAML has it. One
that was built on the spot may lack it, so PyYAML's own code is made to read the same.
"""

from __future__ import annotations

import re
from typing import Any

import yaml
from yaml.tokens import ScalarToken

from ..report.problem import Place

DEEPEST = 200  # libyaml crashes on what nests some ten thousand times; the file needs about 10
STARTS = re.compile(rf"(?m)^[ ]*(?:[-?][ ]+){{{DEEPEST}}}|^[ ]{{1000}}")
BRACKET = re.compile(r"[\[{\]}]")
GAPS = "\0 \t\r\n\x85\u2028\u2029"
BRACKETS = ",[]{}"


class _Untyped:
    """Composes without asking what type a value has: the tree itself says so."""

    def resolve(self, kind: type[yaml.Node], value: Any, implicit: Any) -> str:
        return ""

    def descend_resolver(self, parent: Any, index: Any) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass


class OwnLoader(_Untyped, yaml.BaseLoader):
    """PyYAML's own code. It takes a question mark inside brackets for the end of a text, which
    libyaml and YAML 1.2 do not: "{text: What is it?}" is a text as any other.
    """

    def scan_plain(self) -> ScalarToken:
        """Return a text without quotation marks."""
        start = end = self.get_mark()
        edge = self.indent + 1
        said: list[str] = []
        gap: list[str] = []
        while self.peek() != "#" and (length := self._length()):
            self.allow_simple_key = False
            said += [*gap, self.prefix(length)]
            self.forward(length)
            end = self.get_mark()
            gap = self.scan_plain_spaces(edge, start)
            if not gap or (not self.flow_level and self.column < edge):
                break

        return ScalarToken("".join(said), True, start, end)

    def _length(self) -> int:
        """Return how many signs stand before the next one that ends a text or parts its words."""
        length = 0
        while not self._ends(length):
            length += 1
        return length

    def _ends(self, place: int) -> bool:
        sign = self.peek(place)
        if sign == ":":
            sign = self.peek(place + 1)
        elif sign not in GAPS + BRACKETS:
            return False
        return sign in GAPS or bool(self.flow_level and sign in BRACKETS)


if yaml.__with_libyaml__:

    class Loader(_Untyped, yaml.CBaseLoader):
        """libyaml."""

else:
    Loader = OwnLoader


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
