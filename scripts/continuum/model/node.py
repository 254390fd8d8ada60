"""One value of the file and where it stands, and how an editor would call it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..report.problem import Place

# What an item of a list is called after, the first that it has.
NAMES_OF_ITEMS = ("id", "service", "to", "standard", "whose", "q", "rule")


@dataclass(slots=True)
class Node:
    """One value and where it stands.

    `value` is a dict of Nodes, a list of Nodes, text, a number, a truth value or None. `typed` is
    what stands in the file for a value without quotation marks.
    """

    value: Any
    place: Place
    key: Place | None = None
    typed: str = ""

    @property
    def spot(self) -> Place:
        """Return what to underline: the value if it is one line of text, else its name."""
        if self.key and isinstance(self.value, (dict, list)):
            return self.key
        return self.place

    def plain(self) -> Any:
        """Return the value without places."""
        held = self.value
        if isinstance(held, dict):
            return {name: node.plain() for name, node in held.items()}
        if isinstance(held, list):
            return [node.plain() for node in held]
        return held

    def find(self, *way: str | int) -> Node:
        """Return the node at the end of `way`; where a step leads nowhere, the one above it."""
        node = self
        for step in way:
            try:
                node = node.value[step]
            except (KeyError, IndexError, TypeError):
                break
        return node


def name_of(node: Node, index: int) -> str:
    """Return how an editor would call an item: its id, what it points to, or its number."""
    numbered = f"item {index + 1}"
    if not isinstance(node.value, dict):
        return numbered

    for name in NAMES_OF_ITEMS:
        held = node.value.get(name)
        if held and isinstance(held.value, str):
            return held.value
    return numbered


def way(tree: Node, steps: tuple[str | int, ...]) -> str:
    """Return the way to a value in the editor's words: `levels > iop > length > medicare`."""
    names = []
    node = tree
    for step in steps:
        below = _below(node, step)
        if isinstance(step, int) and below:
            names.append(name_of(below, step))
        else:
            names.append(str(step))

        node = below or node
    return " > ".join(names)


def _below(node: Node, step: str | int) -> Node | None:
    """Return what stands one step further, if anything does."""
    held = node.value
    if isinstance(held, dict):
        return held.get(step)

    in_list = isinstance(held, list) and isinstance(step, int)
    if in_list and step < len(held):
        return held[step]
    return None
