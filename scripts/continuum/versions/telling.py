"""What is another in one place -> the edit that tells it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..addresses import address_of_path, at, other_addresses
from ..model.base import Model
from ..model.claim import Authority, Claim
from ..model.level import Answer, Level
from ..model.pages.topic import Section, Topic
from ..model.site import Contact, Danger, Help, Service, Word
from .edit import (
    BACKING,
    GONE,
    LOST,
    LOST_PAGE,
    LOST_STATE,
    REVIEW,
    UNSOURCED,
    Edit,
    Here,
)
from .match import Pair, moved
from .naming import called, said, spaced, summary, texts_of

ANCHORS = (Answer, Word, Service, Section)  # what has an address inside a page
MISSED = (
    Level,
    Topic,
    Answer,
    Claim,
    Help,
    Danger,
)  # what nobody should lose by chance
ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def of_number(old: Claim, new: Claim, here: Here) -> Iterator[Edit]:
    """Yield an edit where a claim has another range."""
    before = here.old.phrases
    after = here.new.phrases
    was = before.amount(here.list, old)
    will = after.amount(here.list, new)
    if was == will:
        return

    same_source = old.sources == new.sources and old.basis == new.basis
    alone = same_source and not here.checked
    yield here.edit(
        was,
        will,
        UNSOURCED if alone else "",
        proof=(before.range(old), after.range(new)),
        number=True,
    )


def of_value(old: Model, new: Model, name: str, here: Here) -> Iterator[Edit]:
    """Yield an edit where a field says something else."""
    value = getattr(new, name)
    was = said(here.old, name, getattr(old, name))
    will = said(here.new, name, value)
    if was == will:
        return

    flag = ""
    if isinstance(new, Claim) and name in ("sources", "basis"):
        flag = BACKING
    elif name in ("checked", "next"):
        flag = REVIEW
    elif _kind_of_page(old) and not _kind_of_page(new):
        flag = LOST_STATE
    hidden = name == "addresses"
    silent = hidden or isinstance(value, bool)
    yield here.edit(
        was,
        will,
        flag,
        proof=("", "") if silent else (was, will),
        number=(isinstance(new, Contact) and name == "value") or name == "until",
        answer=isinstance(new, Answer),
        machines=hidden,
    )


def of_line(old: Any, new: Any, here: Here) -> Iterator[Edit]:
    """Yield an edit where a line of text is another."""
    if old == new:
        return

    was = said(here.old, "", old)
    will = said(here.new, "", new)
    yield here.edit(
        was,
        will,
        proof=(was, will),
    )


def of_address(old: Model, new: Model, here: Here) -> Iterator[Edit]:
    """Yield an edit where an address is another; other ids are names for editors only."""
    page = _kind_of_page(new)
    if page:
        was, will = at(page, old.id), at(page, new.id)
        flag = LOST_PAGE if old.id not in new.addresses else ""
        if not flag and not _leads_on(was, here):
            flag = LOST
    elif isinstance(new, ANCHORS):
        start = address_of_path(here.home)
        was, will = f"{start}#{old.id}", f"{start}#{new.id}"
        kept = isinstance(new, Answer) and old.id in new.addresses
        flag = "" if kept else LOST
    else:
        return
    yield here.edit(f"/{was}", f"/{will}", flag)


def _kind_of_page(of: Model) -> str:
    """Return which kind of page a group of the content has; nothing where it has none."""
    if isinstance(of, Level):
        return "level"
    if isinstance(of, Topic):
        return "topic"
    if isinstance(of, Authority) and of.has_page:
        return "state"
    return ""


def _leads_on(address: str, here: Here) -> bool:
    """Return whether an address that has no page any more leads to one."""
    return any(move.address == address for move in other_addresses(here.new.content))


def of_item(item: Any, here: Here, come: bool) -> Edit:
    """Return the edit for something that comes or goes as a whole."""
    say = here.new if come else here.old
    text = summary(say, here.list, item)
    proof = max(texts_of(say, item), key=len, default=text)
    if isinstance(item, Claim):
        proof = say.phrases.range(item)

    missed = not come and (isinstance(item, MISSED) or _kind_of_page(item) != "")
    return here.edit(
        "" if come else text,
        text if come else "",
        GONE if missed else "",
        proof=("", proof) if come else (proof, ""),
        number=isinstance(item, Claim),
        answer=isinstance(item, Answer),
    )


def of_order(new: list, pairs: list[Pair], here: Here) -> Iterator[Edit]:
    """Yield an edit where items of a list changed places."""
    was, will = [], []
    for early, late in moved(pairs):
        name = called(here.new, new[late], late)
        was.append(f"{name} in {_nth(early)} place")
        will.append(f"{name} in {_nth(late)} place")
    if not was:
        return

    place = here if here.way else here.at(spaced(here.list))
    yield Edit(
        place.home,
        f"{place.where} (order)",
        "; ".join(was),
        "; ".join(will),
    )


def _nth(index: int) -> str:
    """Return a place in a list as people count: "1st" for 0."""
    number = index + 1
    ending = ENDINGS.get(number % 10, "th")
    if 10 < number % 100 < 14:
        ending = "th"
    return f"{number}{ending}"
