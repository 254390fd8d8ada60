"""Two versions of a list -> which item is which, and which of them moved."""

from __future__ import annotations

from collections.abc import Callable
from difflib import SequenceMatcher
from typing import Any

from ..model.base import Model
from ..model.claim import Claim
from ..model.site import Contact
from .fields import KEYS

CLOSE = 0.6  # items so alike are two versions of one thing

Pair = tuple[int, int]


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


class _Open:
    """The places in both lists that have no partner yet, and the pairs found so far."""

    def __init__(self, old: int, new: int):
        self.old = list(range(old))
        self.new = list(range(new))
        self.pairs: list[Pair] = []

    def pair(self, early: int, late: int) -> None:
        """Take two places for one item."""
        self.old.remove(early)
        self.new.remove(late)
        self.pairs.append((early, late))

    def has(self, early: int, late: int) -> bool:
        """Return whether both places are free."""
        return early in self.old and late in self.new

    def free(self) -> list[Pair]:
        """Return every two places that are free."""
        return [(early, late) for early in self.old for late in self.new]


def matched(
    old: list,
    new: list,
    told_old: Callable[[Any], str],
    told_new: Callable[[Any], str],
) -> list[Pair]:
    """Return the places of each item that is in both lists: the same, of the same key, much alike
    as readers are told of it, or alone in the same gap.
    """
    open = _Open(len(old), len(new))
    for name_of in (bare, key_of):
        _same(open, list(map(name_of, old)), list(map(name_of, new)))
    early_words = {early: told_old(old[early]).split() for early in open.old}
    late_words = {late: told_new(new[late]).split() for late in open.new}
    _alike(open, early_words, late_words)
    _alone(open, old, new)
    return open.pairs


def _same(open: _Open, old: list, new: list) -> None:
    """Pair what has the same name in both lists, in their order."""
    for late in list(open.new):
        if new[late] is None:
            continue
        for early in open.old:
            if old[early] == new[late]:
                open.pair(early, late)
                break


def _alike(
    open: _Open,
    old: dict[int, list[str]],
    new: dict[int, list[str]],
) -> None:
    """Pair what is told in nearly the same words, what is most alike first."""
    close = []
    for early, late in open.free():
        ratio = SequenceMatcher(None, old[early], new[late], False).ratio()
        if ratio >= CLOSE:
            close.append((ratio, -abs(early - late), early, late))
    for _, _, early, late in sorted(close, reverse=True):
        if open.has(early, late):
            open.pair(early, late)


def _alone(open: _Open, old: list, new: list) -> None:
    """Pair what stands alone between the same two items, where nothing names it for good."""
    for early, late in open.free():
        if getattr(new[late], "id", None) or not open.has(early, late):
            continue
        edges = {(-1, -1), (len(old), len(new)), *open.pairs}
        before = (early - 1, late - 1)
        after = (early + 1, late + 1)
        if before in edges and after in edges:
            open.pair(early, late)


def moved(pairs: list[Pair]) -> list[Pair]:
    """Return the pairs outside the longest run that kept its order, by their place in the new
    list.
    """
    ordered = sorted(pairs, key=lambda pair: pair[1])
    runs: list[list[Pair]] = []
    for pair in ordered:
        before = [run for run in runs if run[-1][0] < pair[0]]
        longest = max(before, key=len, default=[])
        runs.append([*longest, pair])
    kept = max(runs, key=len, default=[])
    return [pair for pair in ordered if pair not in kept]
