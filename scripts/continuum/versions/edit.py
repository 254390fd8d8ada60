"""What a reviewer is told of one place in two versions, and of all of them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from ..views.speaking import Speaker
from .naming import HOMES

UNSEEN = "Seen on no page"
SITE_WORDS = "The site's own words"

UNSOURCED = "The number changed. Its sources did not, and neither did the day of the last check."
BACKING = "What backs this number changed."
GONE = "This is gone from the site."
HELP = "Crisis help changed: read with care."
DANGER = "A danger changed: read with care."
REVIEW = "A review date moved. Was all of it checked again?"
LOST = "Links to the old address no longer find it, and pieces on other sites that show it break."
LOST_PAGE = "The old address leads nowhere now. Add the old id under “addresses”."
LOST_STATE = "The page of this state is gone, and its address leads nowhere now."
NO_LINE = "A number or an answer changed, and no line was added under “changes”."


@dataclass(frozen=True, slots=True)
class Edit:
    """One change as readers see it.

    `home` is the file of its page, or a heading where it has no page of its own; `pages` show it.
    `proof` is what a page says before and after if it shows this. `flags` say why to read it with
    care.
    """

    home: str
    where: str
    was: str
    will: str
    proof: tuple[str, str] = ("", "")
    flags: tuple[str, ...] = ()
    number: bool = False
    answer: bool = False
    machines: bool = False  # no page ever shows it
    pages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Diff:
    """All edits; every page whose text changed, with its title, in the order of the site; those
    that are gone; what the whole lacks.
    """

    edits: list[Edit] = field(default_factory=list)
    changed: dict[str, str] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Here:
    """A place in the old version and in the new one.

    `home` is the page that shows it, `way` how readers would be led there, `list` the list of the
    file that it stands in. `checked` says whether it was checked against its sources again.
    """

    old: Speaker
    new: Speaker
    home: str
    way: tuple[str, ...] = ()
    list: str = ""
    checked: bool = False

    def at(self, name: str) -> Here:
        """Return a place inside this one; this one where the place inside has no name."""
        if not name:
            return self
        return replace(self, way=(*self.way, name))

    @property
    def where(self) -> str:
        """The way to this place, in words."""
        if not self.way:
            return "This page"

        text = ", ".join(self.way)
        return text[0].upper() + text[1:]

    def edit(self, was: str, will: str, *flags: str, **more: Any) -> Edit:
        """Return what is told of this place. `flags` that are empty say nothing."""
        if self.home == HOMES["help"]:
            care = HELP
        elif self.home == HOMES["dangers"] or self.list == "warnings":
            care = DANGER
        else:
            care = ""

        return Edit(
            self.home,
            self.where,
            was,
            will,
            flags=tuple(filter(None, (care, *flags))),
            **more,
        )
