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
from ...rendering.output import Output
from ...rendering.renderer import Renderer
from ...views.speaking import Speaker

NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
TITLE = 100  # characters of a change that list its entry in a feed reader
MORE = " …"  # at the end of a title that was cut
FIRST_YEAR = 2026  # part of the feed's own name, which never changes


@dataclass(frozen=True, slots=True)
class Entry:
    """One change as the feed shows it.

    Its id never changes, whatever is written about later ones.
    """

    id: str
    title: str
    text: str
    date: date
    levels: list[str]


def feed(render: Renderer) -> Iterator[Output]:
    """Yield the feed of changes, the newest first."""
    say = render.say
    path = of_file("feed")
    made = list(entries(say))
    updated = say.content.review.checked
    if made:
        updated = made[0].date

    xml = render(
        "feeds/changes.xml.j2",
        entries=made,
        updated=updated,
        own=_own_id(say, path),
    )
    body = NOT_IN_XML.sub("", xml).encode()
    yield Output(path, body)


def entries(say: Speaker) -> Iterator[Entry]:
    """Yield the changes as entries, the newest first.

    Those of one day are counted from the oldest, since new ones come on top.
    """
    changes = say.content.changes
    left = Counter(change.date for change in changes)
    for change in changes:
        text = say.text(change.what)
        yield Entry(
            id=_entry_id(say, change.date, left[change.date]),
            title=titled(text),
            text=text,
            date=change.date,
            levels=change.levels,
        )
        left[change.date] -= 1


def titled(text: str) -> str:
    """Return the start of a text, cut between words where it has any."""
    cut = shorten(text, TITLE, placeholder=MORE)
    if cut.strip() != MORE.strip():
        return cut

    start = text[: TITLE - 1]  # the first word alone is too long
    return start + "…"


def _own_id(say: Speaker, path: str) -> str:
    """Return the permanent name of the feed."""
    host = _host(say)
    if host:
        return f"tag:{host},{FIRST_YEAR}:{path}"

    return _made_id(say, f"/{path}")


def _entry_id(say: Speaker, day: date, number: int) -> str:
    """Return the permanent name of an entry by its day, and its number on that day."""
    name = f"changes/{number}"
    host = _host(say)
    if host:
        return f"tag:{host},{day}:{name}"

    return _made_id(say, f"{day}/{name}")


def _host(say: Speaker) -> str | None:
    parts = urlsplit(say.publication.url)
    return parts.hostname


def _made_id(say: Speaker, name: str) -> str:
    """Return a permanent name where the site has no host to stand under: one made from names."""
    site = say.content.site.name
    whole = f"{site}/{name}"
    made = uuid5(NAMESPACE_URL, whole)
    return made.urn
