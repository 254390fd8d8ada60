"""The rule that no two things stand at one address."""

from __future__ import annotations

from collections.abc import Iterator

from ...addresses import address_of_file, name_of_levels
from ..fault import Fault, at, in_docs
from ..subject import Subject
from .spots import Spot, spots

Told = set[tuple[object, ...]]


def addresses_are_unique(subject: Subject) -> Iterator[Fault]:
    """No two things stand at one address, in capital letters or small ones: one of them would
    never be seen, and which one would be chance.
    """
    first: dict[str, Spot] = {}
    told: Told = set()
    for spot in spots(subject):
        key = spot.path.casefold()
        other = first.setdefault(key, spot)
        if _same(spot, other):
            continue
        if spot.cause in told:
            continue
        if (other.by, spot.by) in told:
            continue

        told.add(spot.cause)
        told.add((spot.by, other.by))
        yield _taken(spot, other)


def _same(one: Spot, other: Spot) -> bool:
    """Return whether both come from one value, or from two of one kind and one name, which
    another rule reports.
    """
    a, b = one.of, other.of
    if a is None or b is None:
        return (one.by, one.way) == (other.by, other.way)
    if a is b:
        return one.way == other.way

    if "addresses" in (*one.way, *other.way):
        return False  # two old addresses of one name are nobody else's to report

    twins = type(a) is type(b) and one.way == other.way
    return twins and _named(one) == _named(other)


def _named(spot: Spot) -> str:
    """Return what makes the address: an id, an old address, or the ids of a comparison."""
    group = spot.of
    value = group.node.find(*spot.way).value
    if isinstance(value, str):
        return value

    ids = sorted(group.levels)
    return name_of_levels(ids)


def _taken(spot: Spot, other: Spot) -> Fault:
    """Return what to say of an address that is taken, at the value that asks for it."""
    if spot.former:
        return in_docs(
            spot.file,
            place=spot.former.place,
            text=f"“{spot.former.address}” is already the address of {other.what}.",
            fix="choose another one.",
        )
    if spot.file:
        address = address_of_file(spot.file)
        kind = "page" if spot.file.endswith(".md") else "file"
        return in_docs(
            spot.file,
            text=f"This {kind} would stand at /{address}, the address of {other.what}.",
            fix="give the file another name.",
        )
    name = _named(spot)
    return at(
        spot.of,
        *spot.way,
        text=f"“{name}” is already the address of {other.what}.",
        fix="choose another one.",
    )
