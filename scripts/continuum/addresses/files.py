"""Every file that is no page, and the path of the file in which a page stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .entry import SHEETS
from .pages import HOME


@dataclass(frozen=True, slots=True)
class PieceName:
    """A kind of piece for other sites: its name in the folder of pieces, where `{}` is filled by
    an item of the list `of` in `levels.yaml`.

    `sizes` are those that stand below it. The piece itself is the large one.
    """

    name: str
    of: str = ""
    sizes: tuple[str, ...] = ()


LOST = "404.html"
INDEX = "index.html"
# Files and folders that are made beside the pages.
FILES = {
    "lost": LOST,
    "index": INDEX,
    "sitemap": "sitemap.xml",
    "robots": "robots.txt",
    "security": ".well-known/security.txt",
    "feed": "changes.xml",
    "picture": "assets/continuum.svg",
    "icon": "assets/icon.svg",
    "logo": "assets/logo.svg",
    "share": "assets/share/",
    "style": "assets/site.css",
    "style-more": "assets/more.css",
    "worker": "assets/javascripts/",
    "search-index": "search/search_index.json",
    "oembed": "oembed/",
    "pieces": "embed/v1/",
    "scripts": "embed/",
    "data": "api/v1/",
    "numbers": "api/v1/matrix.csv",
}
# Every kind of piece, in the order in which clinics are offered them.
PIECES = {
    "level": PieceName("levels/{}", of="levels", sizes=("small", "medium")),
    "compare": PieceName("compare/{}", of="comparisons"),
    "levels": PieceName("levels"),
    "continuum": PieceName("continuum", sizes=("small", "medium")),
    "week": PieceName("week/{}", of="levels"),
    "spread": PieceName("states/{}", of="levels"),
    "faq": PieceName("faq/{}", of="faq"),
    "word": PieceName("words/{}", of="words"),
}
# What is taken from `docs/` as it is, and made pages lead to.
TAKEN = {
    "no-scripts": "assets/no-scripts.css",
    "terms": "assets/words.js",
    "servers": "servers/",
    "headers": "_headers",
    "privacy": "privacy/",
    "accessibility": "accessibility/",
}


def of_file(id: str, name: str = "") -> str:
    """Return the address of a file, or of `name` in a folder, from the root of the site."""
    if id in TAKEN:
        return TAKEN[id] + name
    return FILES[id] + name


def piece_of(kind: str, id: str = "", size: str = "") -> str:
    """Return the name of a piece: `piece_of("level", "iop")` is `levels/iop`, and the small one of
    it is `levels/iop/small`.
    """
    name = PIECES[kind].name.format(id).removesuffix("/")
    return f"{name}/{size}" if size else name


def sort_of_piece(name: str) -> tuple[str, str]:
    """Return the kind and the size of a piece, by its name."""
    whole = {kind: entry for kind, entry in PIECES.items() if "{}" not in entry.name}
    for kinds, id in ((whole, ""), (PIECES, "[^/]+"), (PIECES, "")):
        for kind, entry in kinds.items():
            for size in ("", *entry.sizes):
                if re.fullmatch(piece_of(kind, id, size), name):
                    return kind, size
    raise KeyError(name)


def path_of(address: str) -> str:
    """Return the file that stands at an address: `levels/iop/` -> `levels/iop/index.html`."""
    if address == HOME:
        return INDEX
    if address.endswith("/"):
        return address + INDEX
    return address


def address_of_path(path: str) -> str:
    """Return the address of a page's file: `levels/iop/index.html` -> `levels/iop/`."""
    return path.removesuffix(INDEX)


def address_of_file(file: str) -> str:
    """Return the address of a file in `docs/`: `privacy.md` -> `privacy/`; others as they are."""
    stem = file.removesuffix(".md")
    if stem == file:
        return file

    folder, slash, name = stem.rpartition("/")
    if name.casefold() in ("index", "readme"):
        return folder + slash
    return f"{stem}/"


def root_of(address: str) -> str:
    """Return the way from an address to the root of the site: `levels/iop/` -> `../../`."""
    depth = address.count("/")
    if depth == 0:
        return "./"
    return "../" * depth


def share_of(address: str, ending: str = "png") -> str:
    """Return the file of the picture that stands for a page where it is shared, as PNG or SVG. A
    sheet has that of the whole site.
    """
    on_paper = address.startswith(SHEETS)
    name = HOME if on_paper else address.strip("/")
    return of_file("share", f"{name or 'index'}.{ending}")


def oembed_of(address: str) -> str:
    """Return the name in `oembed/` that stands for a page.

    Nothing for a sheet, which is for paper.
    """
    if address.startswith(SHEETS):
        return ""
    if address == HOME:
        return "continuum"
    return address.strip("/")
