"""What changed, as feed readers follow it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from textwrap import shorten
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5

from ...addresses import of_file
from ...model.site import Change
from ...rendering.output import Output
from ...rendering.renderer import Renderer
from ...views.speaking import Speaker

NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
TITLE = 100  # characters of a change that list its entry in a feed reader
FIRST_YEAR = 2026  # part of the feed's own name, which never changes


@dataclass(frozen=True, slots=True)
class Entry:
    """One change as the feed shows it. Its id never changes, whatever is written about later ones."""

    id: str
    title: str
    text: str
    date: date
    levels: list[str]


def feed(render: Renderer) -> Iterator[Output]:
    """Yield the feed of changes, the newest first."""
    say = render.say
    made = list(entries(say))
    updated = made[0].date if made else say.content.review.checked
    own = _id(say, of_file("feed"))
    xml = render("feeds/changes.xml.j2", entries=made, updated=updated, own=own)
    yield Output(of_file("feed"), NOT_IN_XML.sub("", xml).encode())


def entries(say: Speaker) -> Iterator[Entry]:
    """Yield the changes as entries, the newest first. Those of one day are counted from the
    oldest, since new ones come on top.
    """
    left = Counter(change.date for change in say.content.changes)
    for change in say.content.changes:
        text = say.text(change.what)
        id = _id(say, f"changes/{left[change.date]}", change)
        yield Entry(id, titled(text), text, change.date, change.levels)
        left[change.date] -= 1


def titled(text: str) -> str:
    """Return the start of a text, cut between words where it has any."""
    cut = shorten(text, TITLE, placeholder=" …")
    return cut if cut.strip() != "…" else text[: TITLE - 1] + "…"


def _id(say: Speaker, name: str, change: Change | None = None) -> str:
    """Return the permanent name of the feed or of an entry: a tag under the site's host, or where
    there is none, one made from its name.
    """
    host = urlsplit(say.publication.url).hostname
    if not host:
        day = change.date if change else ""
        return uuid5(NAMESPACE_URL, f"{say.content.site.name}/{day}/{name}").urn
    return f"tag:{host},{change.date if change else FIRST_YEAR}:{name}"
