"""Views -> what every page shows; two of those -> where visitors see a change."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from ..addresses import HOME, root_of
from ..outputs import outputs
from ..rendering.frame import Frame
from ..rendering.output import Page
from ..rendering.renderer import Renderer
from ..rendering.text import read
from ..views.speaking import Views

EVERY = "every page"  # stands for the frame around every page, and names it
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Shown:
    """One page as it is made: its title and its HTML."""

    title: str
    html: str

    def lines(self) -> list[str]:
        """Return what is seen or heard of it, line by line, its title first."""
        return [self.title, *read(self.html).lines()]


Pages = Mapping[str, Shown]
Parts = tuple[list[set[str]], list[set[str]]]


def seen(views: Views) -> dict[str, Shown]:
    """Return every page by its file; under EVERY the frame around them."""
    render = Renderer(views)
    frame = Frame(render, [])
    around = "".join(frame.part(part, root_of(HOME), "") for part in ("top", "bottom"))
    pages = (file for file in outputs(render) if isinstance(file, Page))
    found = {page.path: Shown(page.title, page.html) for page in pages}
    return {EVERY: Shown(EVERY, around), **found}


def changed(before: Pages, after: Pages) -> dict[str, str]:
    """Return every page that visitors see change, by its file, with its title; those that are gone
    come last.
    """
    titles = {path: page.title for path, page in (*after.items(), *before.items())}
    titles |= {path: page.title for path, page in after.items()}
    return {
        path: title
        for path, title in titles.items()
        if differ(before.get(path), after.get(path))
    }


def differ(before: Shown | None, after: Shown | None) -> bool:
    """Return whether visitors see another page. Pages of the same HTML need not be read."""
    if before == after:
        return False
    return before is None or after is None or before.lines() != after.lines()


def parts_of(before: Shown | None, after: Shown | None) -> Parts:
    """Return the words of each line that goes from a page, and of each that comes."""
    was = Counter(before.lines() if before else [])
    will = Counter(after.lines() if after else [])
    return [_words(text) for text in was - will], [_words(text) for text in will - was]


def shown_on(proof: tuple[str, str], parts: Mapping[str, Parts]) -> list[str]:
    """Return the pages on which a line that goes holds all words of the old text, or one that
    comes all of the new.
    """
    was, will = map(_words, proof)
    return [
        path
        for path, (gone, come) in parts.items()
        if _is_in(was, gone) or _is_in(will, come)
    ]


def _is_in(words: set[str], lines: list[set[str]]) -> bool:
    return bool(words) and any(words <= line for line in lines)


def _words(text: str) -> set[str]:
    return set(WORD.findall(text.casefold()))
