"""Views -> the text of every page; two of those -> where visitors see a change."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from html import unescape

from ..outputs import Page, outputs
from ..rendering.renderer import Renderer
from ..views.speaking import Views

EVERY = "every page"  # stands for the frame around every page, and names it
Texts = Mapping[str, list[str]]

NOT_SEEN = re.compile(r"<(script|style)\b.*?</\1>", re.S)
SPOKEN = re.compile(r'(<[^>]*\s(?:alt|aria-label|placeholder)="([^"]*)"[^>]*>)')
INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|em|i|small|span|strong|sup|tspan|use|path)\b[^>]*>"
)
TAG = re.compile(r"<[^>]*>")
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Changes:
    """The words of each block of text that goes from a page, and of each that comes."""

    gone: list[set[str]]
    come: list[set[str]]

    def show(self, was: set[str], will: set[str]) -> bool:
        """Return whether a block that goes holds all words of the old text, or one that comes all
        of the new.
        """
        left = [block for block in self.gone if was <= block]
        right = [block for block in self.come if will <= block]
        if was and left:
            return True
        return bool(will and right)


class Version:
    """One version of the site: its pages, and what each of them says. Both are made when they are
    first asked for.
    """

    def __init__(self, views: Views):
        self.views = views

    @cached_property
    def pages(self) -> list[Page]:
        """Every page, as the build makes it."""
        render = Renderer(self.views)
        found = []
        for file in outputs(render):
            if isinstance(file, Page):
                found.append(file)
        return found

    @cached_property
    def texts(self) -> Texts:
        """The text of every page, block by block, its title first, by the page's file; under EVERY
        that of the frame.
        """
        render = Renderer(self.views)
        frame = ""
        for part in ("top", "bottom"):
            frame += render(
                f"frame/{part}.html.j2",
                root="./",
                here="",
                prose=[],
            )

        found = {EVERY: [EVERY, *text_of(frame)]}
        for page in self.pages:
            found[page.path] = [page.title, *text_of(page.html)]
        return found


def text_of(html: str) -> list[str]:
    """Return what is seen or heard of a page, one text for each block."""
    shown = NOT_SEEN.sub("", html)
    heard = SPOKEN.sub(r"<p>\2</p>\1", shown)
    texts = []
    for block in TAG.split(INLINE.sub(" ", heard)):
        text = " ".join(unescape(block).split())
        if text:
            texts.append(text)
    return texts


def changed(before: Texts, after: Texts) -> dict[str, str]:
    """Return every page whose text is another, by its file, with its title; those that are gone
    come last.
    """
    titles = {}
    for path, texts in after.items():
        if before.get(path) != texts:
            titles[path] = texts[0]
    for path, texts in before.items():
        if path not in after:
            titles[path] = texts[0]
    return titles


def changes_of(before: list[str], after: list[str]) -> Changes:
    """Return what changes on a page that said one thing and now says another."""
    was = Counter(before)
    will = Counter(after)
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
