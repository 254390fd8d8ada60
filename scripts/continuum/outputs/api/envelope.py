"""Speaker -> what every document opens with, and how each of its facts is backed."""

from __future__ import annotations

from typing import Any

from ...addresses import at
from ...model.base import Review, Sourced
from ...views.speaking import Speaker
from ...views.whole_site import ways_to_cite
from . import shape
from .listing import FOLDER

VERSION = "1.1"
LICENCE = "CC-BY-4.0"
LICENCE_TEXT = "https://creativecommons.org/licenses/by/4.0/"


def opening(say: Speaker, kind: str, path: str, review: Review) -> dict[str, Any]:
    """Return the fields that a document of a kind opens with. `path` is that of the page that
    says the same.
    """
    content = say.content
    root = say.publication.url
    url = root + path
    ways = ways_to_cite(say, content.site.title, url, review.checked)
    licence = shape.Licence(
        id=LICENCE,
        url=LICENCE_TEXT,
        credit=ways["plain"],
    )
    return {
        "schema_version": VERSION,
        "$schema": f"{root}{FOLDER}{kind}.schema.json",
        "site": shape.Site(name=content.site.name, url=root or None),
        "url": url,
        "language": content.language,
        "direction": content.direction,
        "licence": licence,
        **reviewed(say, review),
    }


def reviewed(say: Speaker, review: Review) -> dict[str, Any]:
    """Return the fields that say when something was checked, and by whom."""
    name = review.by if review.state == "clinician" else None
    text = say.checked_by(review)
    return {
        "checked": review.checked,
        "next_check": review.next,
        "review": shape.Review(by=review.state, name=name, text=text),
    }


def backed(said: Sourced) -> dict[str, Any]:
    """Return the fields that say where a fact comes from, and how we know it."""
    basis = None
    if said.sources:
        basis = said.basis

    return {
        "sources": said.sources,
        "basis": basis,
        "secondhand": said.secondhand,
    }


def source_page(say: Speaker, source: str) -> str:
    """Return where our page says what a source is."""
    return f"{say.publication.url}{at('sources')}#{source}"


def found_at(say: Speaker, source: str) -> str:
    """Return where a source is found: its address, else where our page says why it has none."""
    return say.sources[source].url or source_page(say, source)
