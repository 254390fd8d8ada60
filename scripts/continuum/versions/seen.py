"""Speaker -> the text of every page; two of those -> where visitors see a change."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from html import unescape

from ..outputs import Page, outputs
from ..rendering.renderer import Renderer
from ..views.speaking import Speaker

EVERY = "every page"  # stands for the frame around every page, and names it
Texts = Mapping[str, list[str]]
Parts = tuple[list[set[str]], list[set[str]]]

NOT_SEEN = re.compile(r"<(script|style)\b.*?</\1>", re.S)
SPOKEN = re.compile(r'(<[^>]*\s(?:alt|aria-label|placeholder)="([^"]*)"[^>]*>)')
INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|em|i|small|span|strong|sup|tspan|use|path)\b[^>]*>"
)
TAG = re.compile(r"<[^>]*>")
WORD = re.compile(r"\w+")


def seen(views: Speaker) -> dict[str, list[str]]:
    """Return the text of every page, block by block, its title first, by the page's file; under EVERY that of the frame."""
    render = Renderer(views)
    found = {
        page.path: [page.title, *text_of(page.html)]
        for page in outputs(render)
        if isinstance(page, Page)
    }
    frame = "".join(
        render(f"frame/{part}.html.j2", root="./", here="", prose=[])
        for part in ("top", "bottom")
    )
    return {EVERY: [EVERY, *text_of(frame)], **found}


def text_of(html: str) -> list[str]:
    """Return what is seen or heard of a page, one text for each block."""
    blocks = TAG.split(
        INLINE.sub(" ", SPOKEN.sub(r"<p>\2</p>\1", NOT_SEEN.sub("", html)))
    )
    return [text for block in blocks if (text := " ".join(unescape(block).split()))]


def changed(before: Texts, after: Texts) -> dict[str, str]:
    """Return every page whose text is another, by its file, with its title; those that are gone come last."""
    titles = {path: texts[0] for path, texts in (*after.items(), *before.items())}
    titles |= {path: texts[0] for path, texts in after.items()}
    return {
        path: title
        for path, title in titles.items()
        if before.get(path) != after.get(path)
    }


def parts_of(before: list[str] | None, after: list[str] | None) -> Parts:
    """Return the words of each block that goes from a page, and of each that comes."""
    was, will = Counter(before or []), Counter(after or [])
    return [_words(text) for text in was - will], [_words(text) for text in will - was]


def shown_on(proof: tuple[str, str], parts: Mapping[str, Parts]) -> list[str]:
    """Return the pages on which a block that goes holds all words of the old text, or one that comes all of the new."""
    was, will = map(_words, proof)
    return [
        path
        for path, (gone, come) in parts.items()
        if (was and any(was <= block for block in gone))
        or (will and any(will <= block for block in come))
    ]


def _words(text: str) -> set[str]:
    return set(WORD.findall(text.casefold()))
