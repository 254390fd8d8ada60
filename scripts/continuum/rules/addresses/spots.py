"""Subject -> all that will stand on the site, and what puts it there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

from ...addresses import (
    FILES,
    PAGES,
    PIECES,
    address_of_file,
    at,
    former_addresses,
    name_of_levels,
    oembed_of,
    of_file,
    other_addresses,
    pair_id,
    path_of,
    piece_of,
)
from ...language.prose_file import Former, ProseFile
from ...model.base import Model
from ...model.content import Content
from ..subject import Subject

OWN = "a page of the site"
# The kinds of pieces that exist once for each level.
PIECES_OF_A_LEVEL = [
    kind for kind, piece in PIECES.items() if piece.of in ("levels", "faq")
]

Way = tuple[str | int, ...]


class Spot(NamedTuple):
    """What will stand at a path of the site, and which value of `levels.yaml`, or which file in
    `docs/`, puts it there. What the site itself puts there has neither. `former` is an old address
    that a file in `docs/` names. `said` is what an editor would call it where no value puts it
    there.
    """

    path: str
    said: str = ""
    of: Model | None = None
    way: Way = ()
    file: str = ""
    former: Former | None = None

    @property
    def what(self) -> str:
        """What an editor would call it. Nearly all are never told of."""
        if self.of is None:
            return self.said

        named = f"line {self.of.line}"
        if hasattr(self.of, "id"):
            named = f"“{self.of.id}”, on {named}"
        return named

    @property
    def by(self) -> int | str:
        """Who puts it there: a group of values, a file, or the site itself."""
        if self.of:
            return id(self.of)
        return self.file

    @property
    def cause(self) -> tuple[object, ...]:
        """Which value puts it there: it is told once, however many addresses it makes."""
        return self.by, self.way, "cause"


def spots(subject: Subject) -> Iterator[Spot]:
    """Yield all that will stand on the site: its own pages first, then hand-written pages, then
    what the content brings.
    """
    yield from _own()
    yield from _in_docs(subject.files)
    yield from _moved_in_docs(subject.prose_files)

    content = subject.content
    yield from _pages(content)
    yield from _moved(content)
    yield from _pairs(content)
    yield from _pieces(content)


def _own() -> Iterator[Spot]:
    """Yield the pages of the site itself, and each name at its root that they or its files take."""
    taken = list(_own_pages())
    for address in taken:
        yield Spot(path_of(address), OWN)
        yield Spot(_oembed(address), OWN)

    for address in FILES.values():
        if not address.endswith("/"):
            yield Spot(address, "a file of the site")

    taken += FILES.values()
    for name in _names_at_root(taken):
        yield Spot(path_of(f"{name}/"), OWN)


def _own_pages() -> Iterator[str]:
    """Yield where the site's own pages stand, and where they stood before."""
    for entry in PAGES:
        if "{}" not in entry.address:
            yield entry.address
    for entry in PAGES:
        yield from entry.moved_from


def _names_at_root(taken: Iterable[str]) -> list[str]:
    """Return the first part of each address, with and without its ending, from A to Z."""
    names = set()
    for address in taken:
        first = _before(address, "/")
        names.add(first)
        if not first.startswith("_"):
            stem = _before(first, ".")
            names.add(stem)

    names.discard("")
    return sorted(names)


def _before(text: str, sign: str) -> str:
    """Return a text up to the first of these signs; all of it where there is none."""
    parts = text.split(sign)
    return parts[0]


def _in_docs(files: Iterable[str]) -> Iterator[Spot]:
    """Yield what each file in `docs/` becomes, then each folder there that is no page itself."""
    pages = set()
    folders = set()
    for file in files:
        path = path_of(address_of_file(file))
        pages.add(path.casefold())
        if "/" in file:
            folders.add(_before(file, "/"))
        yield Spot(path, f"docs/{file}", file=file)
    for folder in sorted(folders):
        path = path_of(f"{folder}/")
        if path.casefold() not in pages:
            yield Spot(path, f"the folder docs/{folder}")


def _moved_in_docs(pages: Mapping[str, ProseFile]) -> Iterator[Spot]:
    """Yield the addresses that hand-written pages had before."""
    for file, page in pages.items():
        olds = [former.address for former in page.former]
        found = zip(page.former, former_addresses(file, olds), strict=True)
        for index, (former, move) in enumerate(found):
            yield Spot(
                path=path_of(move.address),
                said=f"docs/{file}",
                way=("addresses", index),
                file=file,
                former=former,
            )


def _pages(content: Content) -> Iterator[Spot]:
    """Yield the pages of topics, states and levels, and the sheets to print."""
    for topic in content.topics:
        yield from _page(at("topic", topic.id), topic)
        if topic.to_fill_in:
            yield _spot(at("sheet-topic", topic.id), topic)

    for state in content.states:
        yield from _page(at("state", state.id), state)

    for level in content.levels:
        yield from _page(at("level", level.id), level)
        sheet = at("sheet", level.id)
        yield _spot(sheet, level)


def _moved(content: Content) -> Iterator[Spot]:
    """Yield the addresses that lead to a page of the content from elsewhere."""
    for move in other_addresses(content):
        if move.of is None:
            continue

        yield _spot(move.address, move.of, *move.way)


def _pairs(content: Content) -> Iterator[Spot]:
    """Yield the page of every two levels."""
    for a, b in combinations(content.levels, 2):
        name = pair_id(a, b)
        page = at("pair", name)
        yield from _page(page, b)


def _page(address: str, of: Model) -> Iterator[Spot]:
    """Yield a page of the content, and what a pasted link to it becomes."""
    yield _spot(address, of)
    linked = _oembed(address)
    yield _spot(linked, of)


def _oembed(address: str) -> str:
    """Return the file that says what a pasted link to a page becomes."""
    name = oembed_of(address)
    return of_file("oembed", f"{name}.json")


def _pieces(content: Content) -> Iterator[Spot]:
    """Yield the pieces for other sites that take their names from ids."""
    for level in content.levels:
        for kind in PIECES_OF_A_LEVEL:
            yield _spot(_piece(kind, level.id), level)

    for word in content.words:
        yield _spot(_piece("word", word.id), word)

    for comparison in content.comparisons:
        ids = _in_order(content, comparison.levels)
        name = name_of_levels(ids)
        yield _spot(_piece("compare", name), comparison, "levels")
        linked = of_file("oembed", f"{piece_of('compare', name)}.json")
        yield _spot(linked, comparison, "levels")


def _piece(kind: str, id: str) -> str:
    """Return where a piece stands."""
    name = piece_of(kind, id)
    return of_file("pieces", f"{name}/")


def _in_order(content: Content, ids: list[str]) -> list[str]:
    """Return ids in the order of the continuum, those of no level last."""
    last = len(content.levels)
    places = {}
    for place, level in enumerate(content.levels):
        places[level.id] = place

    def place_of(id: str) -> int:
        return places.get(id, last)

    return sorted(ids, key=place_of)


def _spot(address: str, of: Model, *way: str | int) -> Spot:
    return Spot(path_of(address), of=of, way=way or ("id",))
