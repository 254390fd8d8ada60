"""Two versions, side by side -> edits: each value written anew that readers see anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ..addresses import at, path_of
from ..language.phrases import HOLE
from ..model.base import Model
from ..model.claim import Claim
from ..model.content import Content
from ..model.level import Level
from ..model.pages.topic import Topic
from ..views.speaking import Speaker
from .edit import SITE_WORDS, Edit, Here
from .match import bare, matched
from .naming import (
    HOMES,
    IDS,
    NAMELESS,
    PARTS_OF_A_PAGE,
    RANGE,
    called,
    label_of,
    summary,
)
from .seen import EVERY
from .telling import of_address, of_item, of_line, of_number, of_order, of_value


def edits(old: Speaker, new: Speaker) -> Iterator[Edit]:
    """Yield each change, on the page where it belongs; which pages show it is not known yet."""
    before = old.content
    after = new.content
    again = before.review.checked != after.review.checked

    for name in Content.model_fields:
        home = HOMES.get(name, EVERY)
        here = Here(old, new, home, checked=again)
        yield from _field(before, after, name, here)

    yield from _phrases(old, new)


def _phrases(old: Speaker, new: Speaker) -> Iterator[Edit]:
    """Yield an edit for each of the site's own words that is another."""
    before = old.phrases.patterns
    after = new.phrases.patterns
    for name, will in after.items():
        was = before.get(name, will)
        if was == will:
            continue
        yield Edit(
            SITE_WORDS,
            name,
            was,
            will,
            proof=(HOLE.sub(" ", was), HOLE.sub(" ", will)),
        )


def _group(old: Model, new: Model, here: Here) -> Iterator[Edit]:
    """Yield the edits inside a group that both versions have."""
    told = ()
    if isinstance(new, Claim):
        yield from of_number(old, new, here)
        told = RANGE

    for name in type(new).model_fields:
        if name not in told:
            yield from _field(old, new, name, here)


def _field(old: Model, new: Model, name: str, here: Here) -> Iterator[Edit]:
    """Yield the edits of one field."""
    was = getattr(old, name)
    will = getattr(new, name)
    if bare(was) == bare(will):
        return

    top = isinstance(new, Content)
    several = isinstance(will, list)
    whole_page = top and several and name not in PARTS_OF_A_PAGE
    if not whole_page and name not in NAMELESS:
        label = label_of(here.new.phrases, name)
        here = here.at(label)

    if isinstance(was, Model) and isinstance(will, Model):
        yield from _group(was, will, here)
    elif several and (top or name not in IDS):
        below = replace(here, list=name)
        yield from _items(was, will, below)
    elif name == "id":
        yield from of_address(old, new, here)
    else:
        yield from of_value(old, new, name, here)


def _items(old: list, new: list, here: Here) -> Iterator[Edit]:
    """Yield the edits of a list: what comes, stays, goes and moves."""
    pairs = matched(
        old,
        new,
        lambda item: summary(here.old, here.list, item),
        lambda item: summary(here.new, here.list, item),
    )
    before = {late: early for early, late in pairs}

    for late, item in enumerate(new):
        place = _inside(item, called(here.new, item, late), here)
        if late in before:
            early = before[late]
            yield from _stays(old[early], item, place)
        else:
            yield of_item(item, place, come=True)

    kept = set(before.values())
    for early, item in enumerate(old):
        if early in kept:
            continue
        place = _inside(item, called(here.old, item, early), here)
        yield of_item(item, place, come=False)

    yield from of_order(new, pairs, here)


def _stays(old: Any, new: Any, here: Here) -> Iterator[Edit]:
    """Yield the edits of an item that both lists have."""
    if not isinstance(new, Model):
        yield from of_line(old, new, here)
        return

    if hasattr(new, "review"):
        again = old.review.checked != new.review.checked
        here = replace(here, checked=here.checked or again)

    yield from _group(old, new, here)


def _inside(item: Any, name: str, here: Here) -> Here:
    """Return the place of an item: a page of its own, or a place in the page of its list."""
    if isinstance(item, Level):
        page = path_of(at("level", item.id))
    elif isinstance(item, Topic):
        page = path_of(at("topic", item.id))
    else:
        return here.at(name)

    return Here(here.old, here.new, page)
