"""What is said, and who says it -> how well we know it, for the mark beside it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from ...model.base import Sourced

Standing = Literal["read", "restated", "weak"]


def standing(sourced: Iterable[Sourced]) -> Standing:
    """Return how well several facts are known together: as well as the least known of them.

    `read`: in a source's own text. `restated`: where someone repeats it. `weak`: in pages that
    give no source.
    """
    found: Standing = "read"
    for fact in sourced:
        if fact.basis == "weak":
            return "weak"
        if fact.basis == "restated" or fact.secondhand:
            found = "restated"
    return found
