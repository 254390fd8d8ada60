"""Two versions of a list -> which item is which, and which of them moved."""

from __future__ import annotations

from collections.abc import Callable
from difflib import SequenceMatcher
from itertools import product
from typing import Any

from ..model.base import Model
from ..model.claim import Claim
from ..model.site import Contact
from .naming import KEYS

CLOSE = 0.6  # items so alike are two versions of one thing

Pair = tuple[int, int]
Told = Callable[[Any], str]


def bare(value: Any) -> Any:
    """Return a value without its place in the file: equal for equal content."""
    if isinstance(value, list):
        return [bare(item) for item in value]
    if isinstance(value, Model):
        return value.model_dump()
    return value


def key_of(item: Any) -> Any:
    """Return what names an item for good; None for a line of text."""
    if isinstance(item, Claim) and not item.id:
        return item.whose, item.who
    if isinstance(item, Contact):
        return item.kind, item.value
    for name in KEYS:
        value = getattr(item, name, None)
        if value:
            return value
    return None


class _Pairing:
    """Two lists, the places in each that have no partner yet, and the pairs found so far."""

    def __init__(self, old: list, new: list):
        self.old = old
        self.new = new
        self.early = list(range(len(old)))
        self.late = list(range(len(new)))
        self.pairs: list[Pair] = []

    def pair(self, early: int, late: int) -> None:
        """Take two places for one item, if both are free."""
        if early not in self.early or late not in self.late:
            return

        self.early.remove(early)
        self.late.remove(late)
        self.pairs.append((early, late))

    def same(self, name_of: Callable[[Any], Any]) -> None:
        """Pair what has the same name in both lists, in their order."""
        old = [name_of(item) for item in self.old]
        new = [name_of(item) for item in self.new]

        for late in list(self.late):
            if new[late] is None:
                continue
            for early in self.early:
                if old[early] == new[late]:
                    self.pair(early, late)
                    break

    def alike(self, told_old: Told, told_new: Told) -> None:
        """Pair what readers are told in nearly the same words, what is most alike first."""
        old, new = {}, {}
        for early in self.early:
            text = told_old(self.old[early])
            old[early] = text.split()
        for late in self.late:
            text = told_new(self.new[late])
            new[late] = text.split()

        close = []
        for early, late in product(old, new):
            words = SequenceMatcher(None, old[early], new[late], autojunk=False)
            ratio = words.ratio()
            if ratio >= CLOSE:
                near = -abs(early - late)
                close.append((ratio, near, early, late))

        close.sort(reverse=True)
        for _, _, early, late in close:
            self.pair(early, late)

    def alone(self) -> None:
        """Pair what stands alone between the same two items, where nothing names it for good."""
        start = (-1, -1)
        end = (len(self.old), len(self.new))
        for early, late in product(self.early, self.late):
            if getattr(self.new[late], "id", None):
                continue
            before = (early - 1, late - 1)
            after = (early + 1, late + 1)
            known = [start, end, *self.pairs]
            if before in known and after in known:
                self.pair(early, late)


def matched(old: list, new: list, told_old: Told, told_new: Told) -> list[Pair]:
    """Return the places of each item that is in both lists: the same, of the same key, much alike
    as readers are told of it, or alone in the same gap.
    """
    pairing = _Pairing(old, new)
    pairing.same(bare)
    pairing.same(key_of)
    pairing.alike(told_old, told_new)
    pairing.alone()
    return pairing.pairs


def moved(pairs: list[Pair]) -> list[Pair]:
    """Return the pairs outside the longest run that kept its order, by their place in the new
    list.
    """
    ordered = sorted(pairs, key=lambda pair: pair[1])
    runs: list[list[Pair]] = []
    for early, late in ordered:
        longest: list[Pair] = []
        for run in runs:
            last, _ = run[-1]
            if last < early and len(run) > len(longest):
                longest = run

        runs.append([*longest, (early, late)])

    kept = max(runs, key=len, default=[])
    return [pair for pair in ordered if pair not in kept]
