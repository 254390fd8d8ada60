"""Every page once: its address, its heading, its menu, and what else follows from which page it is.

A new page is one line in `PAGES`, one template, one function.
"""

from __future__ import annotations

from dataclasses import dataclass

SHEETS = "print/"
HOME = ""
# What the scripts of several pages share; it runs before theirs.
TOOLS = "assets/tools.js"
# What the search field of pages other than the search needs.
TOLD = "assets/told.js"


@dataclass(frozen=True, slots=True)
class Entry:
    """One page, or one kind of page that has a page for each level, pair or topic.

    `id` names the template as well. `address` starts at the root of the site; `{}` is filled by
    the level, pair or topic. `heading`, `label` and `lead` name phrases: the page's heading, what
    a menu calls it where that is shorter, and what stands below the heading where that is not
    `in_short` beside it. `menu` is the part of the frame that leads to it.
    """

    id: str
    address: str
    heading: str = ""
    menu: str = ""
    label: str = ""
    lead: str = ""
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
    dense: bool = False
    """Whether it shows choices, wide tables or pictures that few other pages have."""
    frames: bool = False
    """Whether it shows our own pieces in a frame."""
    home_of: tuple[str, ...] = ()
    """Which lists of `levels.yaml` it shows: changes to them are told under this page."""
    moved_from: tuple[str, ...] = ()
    """Where it stood before. Each old address leads to it."""

    @property
    def in_short(self) -> str:
        """The phrase below its heading; nothing where the content says both."""
        if self.lead or not self.heading:
            return self.lead
        first, _, _ = self.heading.partition(".")
        return f"{first}.in_short"

    @property
    def on_paper(self) -> bool:
        """Whether it is a sheet to print, which search engines and menus leave out."""
        return self.address.startswith(SHEETS)

    @property
    def styles(self) -> tuple[str, ...]:
        """The files that say how it looks."""
        if self.dense or self.on_paper:
            return ("style", "style-more")
        return ("style",)


PAGES = (
    Entry(
        "home",
        HOME,
        searched=False,
        marked=False,
        data="home",
        scripts=(TOLD,),
        home_of=("site",),
    ),
    Entry(
        "levels",
        "levels/",
        "levels.title",
        "top",
        "site.levels",
        dense=True,
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
        dense=True,
        scripts=(TOOLS, "assets/compare.js"),
    ),
    Entry("pair", "compare/{}/", searched=False, data="pair", dense=True),
    Entry("faq", "faq/", "faq.title", "top", "site.faq", data="faq", home_of=("faq",)),
    Entry(
        "words",
        "words/",
        "words.title",
        "top",
        "site.words",
        searched=False,
        marked=False,
        data="words",
        home_of=("words",),
    ),
    Entry("week", "week/", "week.title", "look", searched=False, data="medical"),
    Entry(
        "hours",
        "hours/",
        "hours.title",
        "look",
        dense=True,
        scripts=(TOOLS, "assets/hours.js"),
    ),
    Entry("ask", "ask/", "ask.title", "top look", "site.ask", home_of=("ask",)),
    Entry("sheet", "print/{}/", searched=False),
    Entry("sheet-ask", "print/ask/", needs="ask", searched=False, listed=False),
    Entry("sheet-topic", "print/{}/", searched=False),
    Entry(
        "sheet-matters",
        "print/what-matters/",
        "sheet.matters",
        "look",
        lead="sheet.matters_lead",
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
        scripts=(TOOLS, "assets/search.js"),
    ),
    Entry("topic", "{}/", menu="top find_out", data="medical"),
    Entry(
        "states",
        "states/",
        "states.title",
        "find_out",
        needs="states",
        dense=True,
        data="medical",
        home_of=("unread",),
    ),
    Entry("state", "states/{}/", data="medical"),
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
    Entry("quality", "quality/", "quality.title", "about", searched=False, dense=True),
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
        lead="cite.in_short",
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
        dense=True,
        scripts=(TOOLS, "assets/embed.js", "embed/v1.js"),
        frames=True,
    ),
    Entry(
        "embed-ready",
        "embed/ready/",
        "embed.ready_title",
        lead="embed.ready_short",
        dense=True,
        searched=False,
        listed=False,
        marked=False,
        home_of=("comparisons",),
    ),
    Entry(
        "embed-it",
        "embed/it/",
        "embed.it_title",
        lead="embed.it_short",
        searched=False,
        listed=False,
        marked=False,
    ),
    Entry("api", "api/", "api.title", "about", searched=False, marked=False),
    Entry(
        "guide",
        "guide/",
        "guide.title",
        "about",
        searched=False,
        marked=False,
        dense=True,
    ),
)
BY_ID = {entry.id: entry for entry in PAGES}


def at(id: str, *names: str) -> str:
    """Return the address of a page, from the root of the site: `at("level", "iop")` is
    `levels/iop/`. Raises KeyError for a page that the table does not have.
    """
    entry = BY_ID[id]
    return entry.address.format(*names)


def menu(name: str) -> list[Entry]:
    """Return the pages of a part of the frame, in the order of the table."""
    return [entry for entry in PAGES if name in entry.menu.split()]


def home_of(field: str) -> str:
    """Return the address of the page that shows a list of `levels.yaml`; nothing where no page
    of its own does.
    """
    for entry in PAGES:
        if field in entry.home_of:
            return entry.address
    return ""
