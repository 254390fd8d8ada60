"""One value of the file and where it stands, and how an editor would call it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..report.problem import Place

# What an item of a list is called after, the first that it has.
NAMES_OF_ITEMS = ("id", "service", "to", "standard", "whose", "q", "rule")


@dataclass(slots=True)
class Node:
    """One value and where it stands. `value` is a dict of Nodes, a list of Nodes, text, a number, a truth value or None.

    `typed` is what stands in the file for a value without quotation marks.
    """

    value: Any
    place: Place
    key: Place | None = None
    typed: str = ""

    @property
    def spot(self) -> Place:
        """Return what to underline: the value if it is one line of text, else the name before it."""
        return (
            self.key
            if self.key and isinstance(self.value, (dict, list))
            else self.place
        )

    def plain(self) -> Any:
        """Return the value without places."""
        if isinstance(self.value, dict):
            return {name: node.plain() for name, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value

    def find(self, *way: str | int) -> Node:
        """Return the node at the end of `way`; where a step does not exist, the nearest one above it."""
        node = self
        for step in way:
            try:
                node = node.value[step]
            except (KeyError, IndexError, TypeError):
                break
        return node


def name_of(node: Node, index: int) -> str:
    """Return how an editor would call an item of a list: its id, what it points to, or its number."""
    if isinstance(node.value, dict):
        for name in NAMES_OF_ITEMS:
            if name in node.value and isinstance(node.value[name].value, str):
                return node.value[name].value
    return f"item {index + 1}"


def way(tree: Node, steps: tuple[str | int, ...]) -> str:
    """Return the way to a value in the editor's words: `levels > iop > hours_per_week > medicare`."""
    words, node = [], tree
    for step in steps:
        if (
            isinstance(node.value, list)
            and isinstance(step, int)
            and step < len(node.value)
        ):
            node = node.value[step]
            words.append(name_of(node, step))
        elif isinstance(node.value, dict) and step in node.value:
            node = node.value[step]
            words.append(str(step))
        else:
            words.append(str(step))
    return " > ".join(words)
