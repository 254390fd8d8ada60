"""Rules about addresses: what will stand where, known before anything is built."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from ..addresses import (
    FILES,
    PAGES,
    address_of_file,
    moves,
    name_of_levels,
    oembed_of,
    of_file,
    path_of,
)
from ..addresses import (
    at as address_at,
)
from ..model.base import Model
from ..model.content import Content
from ..report.problem import Place, Problem
from .fault import Fault, at
from .subject import Subject

OWN = "a page of the site"
# Names of devices, which Windows gives to no file and no folder, whatever follows a dot.
DEVICES = {"con", "prn", "aux", "nul"}
DEVICES |= {f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)}
NOT_ON_WINDOWS = re.compile(r'[<>:"|?*\\]|[. ]$')


@dataclass(frozen=True, slots=True)
class Spot:
    """What will stand at a path of the site, and which value of `levels.yaml`, or which file in
    `docs/`, puts it there. What the site itself puts there has neither.
    """

    path: str
    what: str
    of: Model | None = None
    way: tuple[str | int, ...] = ()
    file: str = ""

    @property
    def by(self) -> int | str:
        """Who puts it there: a group of values, a file, or the site itself."""
        return id(self.of) if self.of else self.file

    @property
    def cause(self) -> tuple[object, ...]:
        """Which value puts it there: it is told once, however many addresses it makes."""
        return self.by, self.way, "cause"


def addresses_are_unique(subject: Subject) -> Iterator[Fault]:
    """No two things stand at one address, in capital letters or small ones: one of them would
    never be seen, and which one would be chance.
    """
    first: dict[str, Spot] = {}
    told: set[tuple[object, ...]] = set()
    for spot in spots(subject):
        other = first.setdefault(spot.path.casefold(), spot)
        if other is spot or _same(spot, other):
            continue
        if spot.cause not in told and (other.by, spot.by) not in told:
            told |= {spot.cause, (spot.by, other.by)}
            yield _taken(spot, other)


def addresses_can_be_saved_everywhere(subject: Subject) -> Iterator[Fault]:
    """Every part of an address is a name that each system can give to a folder: clinics build
    their sites on Windows too, where some names are kept for devices and none ends in a dot.
    """
    for of, way, name in _names(subject.content):
        if name.split(".")[0] in DEVICES:
            text = f"“{name}” is the name of a device on Windows, which can save no such folder."
            yield at(of, *way, text=text, fix=f"add to it, such as “{name}-page”.")
    for file in subject.files:
        parts = file.removesuffix(".md").split("/")
        bad = [part for part in parts if _unsavable(part)]
        if bad:
            text = f"Windows can save nothing under the name “{bad[0]}”."
            fix = "give the file or its folder another name, with letters, digits and dashes."
            yield Fault(_of_file(file, text, fix))


def spots(subject: Subject) -> Iterator[Spot]:
    """Yield all that will stand on the site: its own pages first, then hand-written pages, then
    what the content brings.
    """
    yield from _own()
    yield from _in_docs(subject.files)
    content = subject.content
    for topic in content.topics:
        yield from _page(address_at("topic", topic.id), topic)
    for level in content.levels:
        yield from _page(address_at("level", level.id), level)
        yield _spot(address_at("sheet", level.id), level)
    for move in moves(content):
        if move.of is not None:
            yield _spot(move.address, move.of, *move.way)
    for a, b in combinations(content.levels, 2):
        yield from _page(address_at("pair", name_of_levels([a.id, b.id])), b)
    yield from _pieces(content)


def _own() -> Iterator[Spot]:
    """Yield the pages of the site itself, and each name at its root that they or its files take."""
    addresses = [entry.address for entry in PAGES if "{}" not in entry.address]
    addresses += [old for entry in PAGES for old in entry.moved_from]
    for address in addresses:
        yield Spot(path_of(address), OWN)
        yield Spot(of_file("oembed", f"{oembed_of(address)}.json"), OWN)
    for address in FILES.values():
        if not address.endswith("/"):
            yield Spot(address, "a file of the site")
    firsts = {address.split("/")[0] for address in (*addresses, *FILES.values())}
    stems = {name.partition(".")[0] for name in firsts if not name.startswith("_")}
    for name in sorted((firsts | stems) - {""}):
        yield Spot(path_of(f"{name}/"), OWN)


def _in_docs(files: Iterable[str]) -> Iterator[Spot]:
    """Yield what each file in `docs/` becomes, and then the folders that hold no page of their own."""
    taken = set()
    for file in files:
        path = path_of(address_of_file(file))
        taken.add(path.casefold())
        yield Spot(path, f"docs/{file}", file=file)
    for folder in sorted({file.split("/")[0] for file in files if "/" in file}):
        path = path_of(f"{folder}/")
        if path.casefold() not in taken:
            yield Spot(path, f"the folder docs/{folder}")


def _page(address: str, of: Model) -> Iterator[Spot]:
    """Yield a page of the content, and what a pasted link to it becomes."""
    yield _spot(address, of)
    yield _spot(of_file("oembed", f"{oembed_of(address)}.json"), of)


def _pieces(content: Content) -> Iterator[Spot]:
    """Yield the pieces for other sites that take their names from ids."""
    for level in content.levels:
        for kind in ("levels", "week", "faq"):
            yield _spot(of_file("pieces", f"{kind}/{level.id}/"), level)
    for word in content.words:
        yield _spot(of_file("pieces", f"words/{word.id}/"), word)
    for comparison in content.comparisons:
        name = name_of_levels(_in_order(content, comparison.levels))
        yield _spot(of_file("pieces", f"compare/{name}/"), comparison, "levels")


def _in_order(content: Content, ids: list[str]) -> list[str]:
    order = {level.id: index for index, level in enumerate(content.levels)}
    return sorted(ids, key=lambda id: order.get(id, len(order)))


def _spot(address: str, of: Model, *way: str | int) -> Spot:
    named = f"“{of.id}”, on line {of.line}" if hasattr(of, "id") else f"line {of.line}"
    return Spot(path_of(address), named, of, way or ("id",))


def _same(one: Spot, other: Spot) -> bool:
    """Return whether both come from one value, or from two of one kind and one name, which
    another rule reports.
    """
    if one.of is None or other.of is None:
        return one.of is other.of and one.file == other.file
    if one.of is other.of:
        return one.way == other.way
    twins = type(one.of) is type(other.of) and one.way == other.way
    return twins and _named(one) == _named(other)


def _named(spot: Spot) -> str:
    """Return what makes the address: an id, an old address, or the ids of a comparison."""
    value = spot.of.node.find(*spot.way).value
    return value if isinstance(value, str) else name_of_levels(sorted(spot.of.levels))


def _taken(spot: Spot, other: Spot) -> Fault:
    """Return what to say of an address that is taken, at the value that asks for it."""
    if spot.file:
        address = f"/{address_of_file(spot.file)}"
        kind = "page" if spot.file.endswith(".md") else "file"
        text = f"This {kind} would stand at {address}, the address of {other.what}."
        return Fault(_of_file(spot.file, text, "give the file another name."))
    text = f"“{_named(spot)}” is already the address of {other.what}."
    return at(spot.of, *spot.way, text=text, fix="choose another one.")


def _of_file(file: str, text: str, fix: str) -> Problem:
    return Problem(Place(), "", text, fix, file=f"docs/{file}")


def _names(content: Content) -> Iterator[tuple[Model, tuple[str | int, ...], str]]:
    """Yield each name of the content that becomes a folder, and where it stands."""
    for one in (*content.levels, *content.topics, *content.words):
        yield one, ("id",), one.id
    for one in (*content.levels, *content.topics):
        for index, name in enumerate(one.addresses):
            yield one, ("addresses", index), name


def _unsavable(name: str) -> bool:
    device = name.split(".")[0].casefold() in DEVICES
    return device or NOT_ON_WINDOWS.search(name) is not None


RULES = [addresses_are_unique, addresses_can_be_saved_everywhere]
