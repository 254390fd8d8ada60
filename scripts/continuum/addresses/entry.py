"""One line of the table of pages: what follows from which page it is."""

from __future__ import annotations

from dataclasses import dataclass

SHEETS = "print/"


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
    """Whether it shows choices, wide tables, lists or pictures that few other pages have."""
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
