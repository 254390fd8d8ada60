"""Content -> the addresses that lead to a page which stands elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from ..model.base import Model
from ..model.claim import Authority
from ..model.content import Content
from ..model.level import Level
from ..model.pages.topic import Topic
from .comparisons import pair_id
from .files import address_of_file
from .pages import PAGES, at


@dataclass(frozen=True, slots=True)
class Redirect:
    """An address that leads to a page which stands elsewhere.

    `of` and `way` say which value of `levels.yaml` makes it. A page of the site's own and a
    hand-written one have none.
    """

    address: str
    target: str
    of: Model | None = None
    way: tuple[str | int, ...] = ()


def other_addresses(content: Content) -> Iterator[Redirect]:
    """Yield every address that leads elsewhere: the short one of each level, those that levels,
    topics, states and the site's own pages had before, and each pair written the other way round.
    """
    for level in content.levels:
        yield from _of_level(level)
    for topic in content.topics:
        yield from _of_old_names("topic", topic)
    for state in content.states:
        yield from _of_old_names("state", state)
    for a, b in combinations(content.levels, 2):
        yield _of_pair(a, b)
    for entry in PAGES:
        for old in entry.moved_from:
            yield Redirect(old, entry.address)


def former_addresses(file: str, former: Iterable[str]) -> Iterator[Redirect]:
    """Yield the addresses that a hand-written page had before, `privacy-policy` or
    `about/privacy`; `file` is the way to it from the folder of these pages.
    """
    page = address_of_file(file)
    for old in former:
        yield Redirect(f"{old}/", page)


def _of_level(level: Level) -> Iterator[Redirect]:
    page = at("level", level.id)
    yield Redirect(
        address=at("topic", level.id),
        target=page,
        of=level,
        way=("id",),
    )
    for index, old in enumerate(level.addresses):
        for kind in ("topic", "level"):
            yield Redirect(
                address=at(kind, old),
                target=page,
                of=level,
                way=("addresses", index),
            )


def _of_old_names(kind: str, of: Topic | Authority) -> Iterator[Redirect]:
    """Yield the redirects from the names that a page of that kind had before."""
    page = at(kind, of.id)
    for index, old in enumerate(of.addresses):
        yield Redirect(
            address=at(kind, old),
            target=page,
            of=of,
            way=("addresses", index),
        )


def _of_pair(a: Level, b: Level) -> Redirect:
    """Return the redirect from a pair written the other way round."""
    turned = pair_id(b, a)
    written = pair_id(a, b)
    return Redirect(
        address=at("pair", turned),
        target=at("pair", written),
        of=b,
        way=("id",),
    )
