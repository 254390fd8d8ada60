"""Every page once: its address, its heading, its menu, and what else follows from which page it is.

Nothing else spells an address. A new page is one line in `PAGES`, one template, one function.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from .model.base import Model
from .model.content import Content
from .model.level import Level


@dataclass(frozen=True, slots=True)
class Entry:
    """One page, or one kind of page that has a page for each level, pair or topic.

    `id` names the template as well. `address` starts at the root of the site; `{}` is filled by
    the level, pair or topic. `heading` and `label` name phrases: the page's heading, and what a
    menu calls it where that is shorter. `menu` is the part of the frame that leads to it.
    """

    id: str
    address: str
    heading: str = ""
    menu: str = ""
    label: str = ""
    needs: str = ""
    """The list of `levels.yaml` without which it does not exist."""
    listed: bool = True
    """Whether its heading stands in the list from A to Z."""
    searched: bool = True
    """Whether the search looks through its text. It leaves out what only repeats."""
    marked: bool = True
    """Whether words of the glossary are marked. Lists of words and names leave them alone."""
    data: str = ""
    """Which kind of schema.org data it holds beside what every page says."""
    scripts: tuple[str, ...] = ()
    """What a reader can ask for there needs these files."""
    frames: bool = False
    """Whether it shows our own pieces in a frame."""
    home_of: tuple[str, ...] = ()
    """Which lists of `levels.yaml` it shows: changes to them are told under this page."""
    moved_from: tuple[str, ...] = ()
    """Where it stood before. Each old address leads to it."""

    @property
    def on_paper(self) -> bool:
        """Whether it is a sheet to print, which search engines and menus leave out."""
        return self.address.startswith(SHEETS)

    @property
    def tool(self) -> bool:
        """Whether it offers something that only a script can do."""
        return bool(self.scripts)


SHEETS = "print/"
HOME = ""
LOST = "404.html"
PAGES = (
    Entry("home", HOME, data="home", home_of=("site",)),
    Entry(
        "levels",
        "levels/",
        "levels.title",
        "top",
        "site.levels",
        searched=False,
        data="medical",
        home_of=("levels",),
    ),
    Entry("level", "levels/{}/", data="level"),
    Entry(
        "compare",
        "compare/",
        "compare.title",
        "top",
        "site.compare",
        searched=False,
        scripts=("assets/compare.js",),
    ),
    Entry("pair", "compare/{}/", searched=False, data="pair"),
    Entry("faq", "faq/", "faq.title", "top", "site.faq", data="faq", home_of=("faq",)),
    Entry(
        "words",
        "words/",
        "words.title",
        "top",
        "site.words",
        marked=False,
        data="words",
        home_of=("words",),
    ),
    Entry("week", "week/", "week.title", "look", searched=False, data="medical"),
    Entry("hours", "hours/", "hours.title", "look", scripts=("assets/hours.js",)),
    Entry("ask", "ask/", "ask.title", "top look", "site.ask", home_of=("ask",)),
    Entry("sheet", "print/{}/", searched=False),
    Entry("sheet-ask", "print/ask/", needs="ask", searched=False, listed=False),
    Entry(
        "sheet-matters",
        "print/what-matters/",
        "sheet.matters",
        "look",
        needs="matters",
        searched=False,
        listed=False,
        home_of=("matters",),
    ),
    Entry(
        "search",
        "search/",
        "search.title",
        "top",
        "site.search",
        searched=False,
        listed=False,
        marked=False,
        scripts=("assets/search.js",),
    ),
    Entry("topic", "{}/", menu="find_out", data="medical"),
    Entry(
        "services",
        "services/",
        "services.title",
        "find_out",
        data="medical",
        home_of=("services",),
    ),
    Entry(
        "help", "get-help-now/", "help.title", "help", "site.help", home_of=("help",)
    ),
    Entry(
        "publisher",
        "who-made-this/",
        "publisher.title",
        "about",
        home_of=("publisher", "review"),
    ),
    Entry("quality", "quality/", "quality.title", "about", searched=False),
    Entry(
        "sources",
        "sources/",
        "sources.title",
        "about",
        searched=False,
        marked=False,
        home_of=("authorities", "sources"),
    ),
    Entry(
        "changes",
        "changes/",
        "changes.title",
        "about",
        searched=False,
        home_of=("changes",),
    ),
    Entry(
        "cite",
        "cite/",
        "publisher.cite",
        "about",
        searched=False,
        listed=False,
        marked=False,
    ),
    Entry(
        "embed",
        "embed/",
        "embed.title",
        "about",
        searched=False,
        marked=False,
        scripts=("embed/v1.js", "assets/embed.js"),
        frames=True,
    ),
    Entry(
        "embed-ready",
        "embed/ready/",
        "embed.ready_title",
        searched=False,
        listed=False,
        marked=False,
        home_of=("comparisons",),
    ),
    Entry(
        "embed-it",
        "embed/it/",
        "embed.it_title",
        searched=False,
        listed=False,
        marked=False,
    ),
    Entry("api", "api/", "api.title", "about", searched=False, marked=False),
    Entry("guide", "guide/", "guide.title", "about", searched=False, marked=False),
)
BY_ID = {entry.id: entry for entry in PAGES}
# Files and folders that are made beside the pages.
FILES = {
    "lost": LOST,
    "index": "index.html",
    "sitemap": "sitemap.xml",
    "robots": "robots.txt",
    "feed": "changes.xml",
    "picture": "assets/continuum.svg",
    "style": "assets/site.css",
    "worker": "assets/javascripts/",
    "search-index": "search/search_index.json",
    "oembed": "oembed/",
    "pieces": "embed/v1/",
    "scripts": "embed/",
    "data": "api/v1/",
}
# What is taken from `docs/` as it is, and made pages lead to.
TAKEN = {
    "no-scripts": "assets/no-scripts.css",
    "icon": "assets/icon.svg",
    "share": "assets/share.png",
    "terms": "assets/words.js",
    "servers": "servers/",
    "headers": "_headers",
    "privacy": "privacy/",
    "accessibility": "accessibility/",
}


def at(id: str, *names: str) -> str:
    """Return the address of a page, from the root of the site: `at("level", "iop")` is
    `levels/iop/`. Raises KeyError for a page that the table does not have.
    """
    return BY_ID[id].address.format(*names)


def of_file(id: str, name: str = "") -> str:
    """Return the address of a file, or of `name` in a folder, from the root of the site."""
    return (FILES | TAKEN)[id] + name


def path_of(address: str) -> str:
    """Return the file that stands at an address: `levels/iop/` -> `levels/iop/index.html`."""
    return f"{address}index.html" if not address or address.endswith("/") else address


def address_of_path(path: str) -> str:
    """Return the address of a page's file: `levels/iop/index.html` -> `levels/iop/`."""
    return path.removesuffix("index.html")


def address_of_file(file: str) -> str:
    """Return the address of a file in `docs/`: `privacy.md` -> `privacy/`; others as they are."""
    stem = file.removesuffix(".md")
    if stem == file:
        return file
    folder, _, name = stem.rpartition("/")
    if name.casefold() in ("index", "readme"):
        return f"{folder}/" if folder else HOME
    return f"{stem}/"


def root_of(address: str) -> str:
    """Return the way from an address to the root of the site: `levels/iop/` -> `../../`."""
    return "../" * address.count("/") or "./"


def oembed_of(address: str) -> str:
    """Return the name in `oembed/` that stands for a page; nothing for a sheet, which is for paper."""
    return "" if address.startswith(SHEETS) else address.strip("/") or "continuum"


def pair_id(a: Level, b: Level) -> str:
    """Return the name of a pair: `op-vs-iop`."""
    return name_of_levels([a.id, b.id])


def name_of_levels(ids: Iterable[str]) -> str:
    """Return the name of a comparison of two levels or more: `op-vs-iop-vs-php`."""
    return "-vs-".join(ids)


def levels_in(name: str) -> list[str]:
    """Return the ids of the levels that a comparison's name holds."""
    return name.split("-vs-")


@dataclass(frozen=True, slots=True)
class Move:
    """An address that leads to a page which stands elsewhere. `of` and `way` say which value of
    `levels.yaml` makes it; a page of the site's own has none.
    """

    address: str
    target: str
    of: Model | None = None
    way: tuple[str | int, ...] = ()


def moves(content: Content) -> Iterator[Move]:
    """Yield every address that leads elsewhere: the short one of each level, those that levels,
    topics and the site's own pages had before, and each pair written the other way round.
    """
    for level in content.levels:
        page = at("level", level.id)
        yield Move(at("topic", level.id), page, level, ("id",))
        for index, old in enumerate(level.addresses):
            way = ("addresses", index)
            yield Move(at("topic", old), page, level, way)
            yield Move(at("level", old), page, level, way)
    for topic in content.topics:
        for index, old in enumerate(topic.addresses):
            way = ("addresses", index)
            yield Move(at("topic", old), at("topic", topic.id), topic, way)
    for a, b in combinations(content.levels, 2):
        yield Move(at("pair", pair_id(b, a)), at("pair", pair_id(a, b)), b, ("id",))
    for entry in PAGES:
        yield from (Move(old, entry.address) for old in entry.moved_from)


def menu(name: str) -> list[Entry]:
    """Return the pages of a part of the frame, in the order of the table."""
    return [entry for entry in PAGES if name in entry.menu.split()]


def home_of(field: str) -> str:
    """Return the address of the page that shows a list of `levels.yaml`; nothing where no page
    of its own does.
    """
    return next((entry.address for entry in PAGES if field in entry.home_of), "")
