"""Version -> what every page shows; two of those -> where visitors see a change."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ..addresses import HOME, root_of
from ..outputs import outputs
from ..rendering.frame import Frame
from ..rendering.output import Page
from ..rendering.renderer import Renderer
from ..rendering.text import read
from ..views.speaking import Speaker

EVERY = "every page"  # stands for the frame around every page, and names it
WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Shown:
    """One page as it is made: its title and its HTML."""

    title: str = ""
    html: str = ""

    @cached_property
    def lines(self) -> list[str]:
        """Return what is seen or heard of it, line by line, its title first."""
        return [self.title, *read(self.html).lines()] if self.html else []


NOTHING = Shown()
Pages = Mapping[str, Shown]


@dataclass(frozen=True, slots=True)
class Changes:
    """The words of each line of text that goes from a page, and of each that comes."""

    gone: list[set[str]]
    come: list[set[str]]

    def show(self, was: set[str], will: set[str]) -> bool:
        """Return whether a line that goes holds all words of the old text, or one that comes all
        of the new.
        """
        left = [line for line in self.gone if was <= line]
        right = [line for line in self.come if will <= line]
        if was and left:
            return True
        return bool(will and right)


class Version:
    """One version of the site, and its pages, which are made when they are first asked for."""

    def __init__(self, say: Speaker):
        self.say = say

    @cached_property
    def pages(self) -> dict[str, Shown]:
        """Every page by its file; under EVERY the frame around them."""
        render = Renderer(self.say)
        frame, root = Frame(render, []), root_of(HOME)
        around = frame.part("top", root, "") + frame.part("bottom", root, "")
        found = {EVERY: Shown(EVERY, around)}
        for file in outputs(render):
            if isinstance(file, Page):
                found[file.path] = Shown(file.title, file.html)
        return found


def changed(before: Pages, after: Pages) -> dict[str, str]:
    """Return every page that visitors see change, by its file, with its title; those that are gone
    come last.
    """
    titles = {}
    for path, page in after.items():
        if differ(before.get(path, NOTHING), page):
            titles[path] = page.title
    for path, page in before.items():
        if path not in after:
            titles[path] = page.title
    return titles


def differ(before: Shown, after: Shown) -> bool:
    """Return whether visitors see another page. Pages of the same HTML need not be read."""
    return before != after and before.lines != after.lines


def changes_of(before: Shown, after: Shown) -> Changes:
    """Return what changes on a page that said one thing and now says another."""
    was = Counter(before.lines)
    will = Counter(after.lines)
    return Changes(
        gone=[words_of(text) for text in was - will],
        come=[words_of(text) for text in will - was],
    )


def shown_on(proof: tuple[str, str], changes: Mapping[str, Changes]) -> list[str]:
    """Return the pages that show a text before or after it changed."""
    before, after = proof
    was = words_of(before)
    will = words_of(after)

    pages = []
    for path, change in changes.items():
        if change.show(was, will):
            pages.append(path)
    return pages


def words_of(text: str) -> set[str]:
    """Return the words of a text, whatever their case."""
    found = WORD.findall(text.casefold())
    return set(found)
