"""Values of the file -> what readers call them, and what they read in their place."""

from __future__ import annotations

from datetime import date
from typing import Any

from ..language.phrases import Phrases
from ..model.base import Model
from ..model.claim import Claim
from ..model.level import Level
from ..model.site import Change, Source
from ..views.speaking import Views
from .fields import CALLED, CHOICES, IDS, PAGE, PLAIN, POINTS_INTO, SPOKEN, UNSAID

BETWEEN = " · "  # stands between texts that are told in one line


def label_of(phrases: Phrases, name: str) -> str:
    """Return what readers call a field: by the site's own words, else by its name."""
    for key in (SPOKEN.get(name, ""), f"level.{name}"):
        if phrases.has(key):
            return phrases(key)
    return PLAIN.get(name) or spaced(name)


def spaced(name: str) -> str:
    """Return the name of a field as words."""
    return name.replace("_", " ")


def called(views: Views, item: Any, index: int) -> str:
    """Return what to call an item of a list: by its name, its question, whose number it is, or by
    its place.
    """
    if isinstance(item, Level):
        return views.name(item)
    if isinstance(item, Claim):
        return _called_by_voice(views, item)
    if isinstance(item, Change):
        return views.phrases.day(item.date)
    if isinstance(item, Source):
        return f"“{said(views, 'sources', item.id)}”"
    for name in CALLED:
        value = getattr(item, name, None)
        if value and isinstance(item, Model):
            return f"“{said(views, name, value)}”"
    return f"line {index + 1}"


def _called_by_voice(views: Views, claim: Claim) -> str:
    """Return what to call a claim: "adults, Medicare (headline)"."""
    who = said(views, "who", claim.who)
    whose = said(views, "whose", claim.whose)
    rank = " (headline)" if claim.headline else ""
    return f"{who[:1].lower()}{who[1:]}, {whose}{rank}"


def summary(views: Views, figure: str, item: Any) -> str:
    """Return an item of a list as readers meet it. `figure` is the list that a claim stands in."""
    if isinstance(item, Claim):
        amount = views.phrases.amount(figure, item)
        return f"{amount} ({called(views, item, 0)})"
    return BETWEEN.join(texts_of(views, item))


def texts_of(views: Views, item: Any) -> list[str]:
    """Return each text of an item; where it has none, what it points to."""
    if not isinstance(item, Model):
        return [said(views, "", item)]
    page = hasattr(item, "in_a_line")
    texts, pointed = [], []
    for name in PAGE if page else type(item).model_fields:
        value = getattr(item, name, None)
        if name in UNSAID:
            continue
        if isinstance(value, str):
            texts.append(said(views, name, value))
        elif name in IDS:
            pointed.append(said(views, name, value))
    return texts or pointed


def said(views: Views, name: str, value: Any) -> str:
    """Return the value of a field as readers see it: numbers filled in, ids by the name of what
    they point to.
    """
    if isinstance(value, list):
        return BETWEEN.join(said(views, name, item) for item in value)
    if isinstance(value, Model):
        return BETWEEN.join(texts_of(views, value))
    if isinstance(value, str):
        return _text(views, name, value)
    return _figure(views.phrases, value)


def _figure(phrases: Phrases, value: bool | float | date | None) -> str:
    """Return a value that is no text, in words."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return phrases.day(value)
    return phrases.number(value)


def _text(views: Views, name: str, text: str) -> str:
    """Return a text with its numbers, or the words for what a short one stands for."""
    if name in POINTS_INTO:
        return _pointed_to(views, POINTS_INTO[name], text)
    choice = f"{CHOICES.get(name)}.{text}"
    if views.phrases.has(choice):
        return views.phrases(choice)
    return " ".join(views.text(text).split())


def _pointed_to(views: Views, group: str, id: str) -> str:
    """Return the name of what an id points to; the id where it points to nothing."""
    for item in getattr(views.content, group):
        if item.id != id:
            continue
        if isinstance(item, Level):
            return views.name(item)
        if isinstance(item, Source):
            return f"{item.publisher}: {item.title}"
        return item.name
    return id
