"""Fields and values of the file -> what readers call them, and what they read in their place."""

from __future__ import annotations

from datetime import date
from typing import Any

from ..addresses import PAGES, path_of
from ..language.phrases import Phrases
from ..model.base import Model
from ..model.claim import Claim
from ..model.level import Level
from ..model.site import Change, Source
from ..views.speaking import Speaker

# What several pages show, and how the table calls it.
SHARED = {
    "dangers": "Dangers that several levels share",
    "supervision": "Medical backup",
}
# The page that shows a list of the file, or a heading where several pages do.
HOMES = {
    field: path_of(entry.address) for entry in PAGES for field in entry.home_of
} | SHARED
# Lists that share their page with others.
PARTS_OF_A_PAGE = ("authorities",)

# What a field is called where the site has words for it.
SPOKEN = {
    "in_short": "page.in_short",
    "next_step": "page.next_step",
    "steps_up": "level.step_up",
    "steps_down": "level.step_down",
    "why": "level.why",
    "listen_for": "level.listen",
}
# What a field is called where its own name says too little.
PLAIN = {
    "q": "question",
    "a": "answer",
    "checked": "last check",
    "next": "next check",
    "headline": "shown in tables",
    "id": "address",
}
# What a place of one text, or a page, is made of: it needs no name.
NAMELESS = ("text", "sections")

# The list that a field points into, by the ids there.
POINTS_INTO = {
    "sources": "sources",
    "whose": "authorities",
    "standard": "authorities",
    "within": "authorities",
    "grade": "supervision",
    "service": "services",
    "to": "levels",
    "level": "levels",
    "levels": "levels",
    "neighbor": "levels",
    "heading": "headings",
    "topics": "topics",
}
# Lists of ids: each is one value.
IDS = ("sources", "levels", "topics", "addresses")
# Where the site's words for the choices of a field stand.
CHOICES = {
    "who": "who",
    "where": "sleep",
    "part": "part",
    "tier": "tier",
    "kind": "kind",
}

# What an item of a list is called by, the first that it has.
CALLED = ("name", "term", "title", "q", "ask", "words", "service", "to", "standard")
# What names an item for good, the first that it has.
KEYS = ("id", "service", "to", "standard", "levels", "rule")
# What is left out where an item is told as a whole.
UNSAID = {
    "id",
    "basis",
    "tier",
    "level",
    "kind",
    "place",
    "where",
    "form",
    "url",
    "stands_for",
}
# What says what a page is.
PAGE = ("name", "title", "in_a_line")
# What makes the range of a claim, which is told as one value.
RANGE = ("id", "min", "max", "under", "unit")

BETWEEN = " · "  # stands between texts that are told in one line


def label_of(phrases: Phrases, name: str) -> str:
    """Return what readers call a field: by the site's own words, else by its name."""
    key = SPOKEN.get(name, f"level.{name}")
    if phrases.has(key):
        return phrases(key)
    if name in PLAIN:
        return PLAIN[name]
    return spaced(name)


def spaced(name: str) -> str:
    """Return the name of a field as words."""
    return name.replace("_", " ")


def called(say: Speaker, item: Any, index: int) -> str:
    """Return what to call an item of a list: by its name, its question, whose number it is, or by
    its place.
    """
    if isinstance(item, Level):
        return say.name(item)
    if isinstance(item, Claim):
        return _called_by_voice(say, item)
    if isinstance(item, Change):
        return say.phrases.day(item.date)
    if isinstance(item, Source):
        name = said(say, "sources", item.id)
        return f"“{name}”"

    names = CALLED if isinstance(item, Model) else ()
    for name in names:
        value = getattr(item, name, None)
        if value:
            text = said(say, name, value)
            return f"“{text}”"
    return f"line {index + 1}"


def _called_by_voice(say: Speaker, claim: Claim) -> str:
    """Return what to call a claim: "adults, Medicare (headline)"."""
    who = said(say, "who", claim.who)
    whose = said(say, "whose", claim.whose)

    name = f"{who[0].lower()}{who[1:]}, {whose}"
    if claim.headline:
        name += " (headline)"
    return name


def summary(say: Speaker, figure: str, item: Any) -> str:
    """Return an item of a list as readers meet it. `figure` is the list that a claim stands in."""
    if isinstance(item, Claim):
        amount = say.phrases.amount(figure, item)
        voice = _called_by_voice(say, item)
        return f"{amount} ({voice})"

    texts = texts_of(say, item)
    return BETWEEN.join(texts)


def texts_of(say: Speaker, item: Any) -> list[str]:
    """Return each text of an item; where it has none, what it points to."""
    if not isinstance(item, Model):
        return [said(say, "", item)]
    names = type(item).model_fields
    if "in_a_line" in names:
        names = PAGE

    texts, pointed = [], []
    for name in names:
        value = getattr(item, name, None)
        if name in UNSAID:
            continue
        if isinstance(value, str):
            texts.append(said(say, name, value))
        elif name in IDS:
            pointed.append(said(say, name, value))
    return texts or pointed


def said(say: Speaker, name: str, value: Any) -> str:
    """Return the value of a field as readers see it: numbers filled in, ids by the name of what
    they point to.
    """
    if isinstance(value, str):
        return _text(say, name, value)

    if isinstance(value, list):
        texts = [said(say, name, item) for item in value]
    elif isinstance(value, Model):
        texts = texts_of(say, value)
    else:
        return _figure(say.phrases, value)
    return BETWEEN.join(texts)


def _figure(phrases: Phrases, value: bool | float | date | None) -> str:
    """Return a value that is no text, in words."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return phrases.day(value)
    return phrases.number(value)


def _text(say: Speaker, name: str, text: str) -> str:
    """Return a text with its numbers, or the words for what a short one stands for."""
    if name in POINTS_INTO:
        group = POINTS_INTO[name]
        return _pointed_to(say, group, text)

    choice = f"{CHOICES.get(name)}.{text}"
    if say.phrases.has(choice):
        return say.phrases(choice)

    words = say.text(text).split()
    return " ".join(words)


def _pointed_to(say: Speaker, group: str, id: str) -> str:
    """Return the name of what an id points to; the id where it points to nothing."""
    for item in getattr(say.content, group):
        if item.id != id:
            continue
        if isinstance(item, Level):
            return say.name(item)
        if isinstance(item, Source):
            return f"{item.publisher}: {item.title}"
        return item.name
    return id
