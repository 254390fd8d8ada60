"""Every page once: its address, its heading, its menu, and what else follows from which page it is.

A new page is one line in `PAGES`, one template, one function.
"""

from __future__ import annotations

from .entry import Entry

HOME = ""
# What the scripts of several pages share; it runs before theirs.
TOOLS = "assets/tools.js"
# What the search field of pages other than the search needs.
TOLD = "assets/told.js"

PAGES = (
    Entry(
        "home",
        HOME,
        searched=False,
        marked=False,
        data="home",
        dense=True,
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
        dense=True,
        marked=False,
        data="words",
        home_of=("words",),
    ),
    Entry(
        "week",
        "week/",
        "week.title",
        "look",
        searched=False,
        data="medical",
        dense=True,
        scripts=(TOOLS, "assets/week.js"),
    ),
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
        dense=True,
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
        scripts=(TOOLS, "assets/color.js", "assets/embed.js", "embed/v1.js"),
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
