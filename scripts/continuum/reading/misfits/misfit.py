"""One value of the wrong shape: where it stands, what was found, what the model says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ...model.node import Node
from ..line import named

Steps = tuple[str | int, ...]
Words = tuple[str, str]  # what is wrong, and how to put it right


@dataclass(frozen=True, slots=True)
class Misfit:
    """A value, the way to it, and the model's complaint.

    `sort` says which complaint it is, `limits` what would have been taken, and `value` what the
    model was given. `holder` is the group or list in which the value stands.
    """

    sort: str
    steps: Steps
    value: Any
    limits: dict[str, Any]
    node: Node
    holder: Node

    @property
    def name(self) -> str:
        """The name that an editor gave the value, or that of the list it stands in."""
        for step in reversed(self.steps):
            if isinstance(step, str):
                return step

        return ""

    @property
    def in_file(self) -> str:
        """The value as it stands in the file."""
        return self.node.typed or str(self.value)

    @property
    def shown(self) -> str:
        """The value in quotation marks; a long text is cut, and a group stands as its name."""
        if self.value is None or isinstance(self.value, (dict, list)):
            return f"“{self.name}”"
        return f"“{short(self.in_file)}”"

    def write(self, value: str) -> str:
        """Return what to type: the name, where the value has one of its own, and the value."""
        last = self.steps[-1] if self.steps else ""
        if isinstance(last, int):
            return value

        return named(last, value)


def short(text: str) -> str:
    """Return a text cut to a length that fits a report."""
    if len(text) <= 40:
        return text

    start = text[:38].rstrip()
    return f"{start}…"


def with_and(words: list[str]) -> str:
    """Return the first words of a list, and that there are more."""
    text = ", ".join(words[:8])
    if len(words) > 8:
        return f"{text} and more"

    return text


def with_or(words: list[str]) -> str:
    """Return all words of a list as a choice."""
    *others, last = words
    if not others:
        return last

    return f"{', '.join(others)} or {last}"
