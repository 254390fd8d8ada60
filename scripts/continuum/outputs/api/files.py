"""What programs read: JSON with its schemas, the table as CSV, a feed of changes, and the page for developers."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from textwrap import shorten
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5

from ...model.site import Change
from ...rendering.output import Output, Page
from ...rendering.renderer import Renderer
from ...views.speaking import Speaker
from .fields import parts
from .fill import FOLDER, files, table
from .fill import documents as filled
from .shape import DOCUMENTS, schema_of

# A spreadsheet runs a cell that begins like this as a formula. The wide signs are typed on Chinese and Japanese keyboards.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
TITLE = 100  # characters of a change that list its entry in a feed reader


@dataclass(frozen=True, slots=True)
class Entry:
    """One change as the feed shows it. Its id never changes, whatever is written about later ones."""

    id: str
    title: str
    text: str
    date: date
    levels: list[str]


def documents(render: Renderer) -> Iterator[Output]:
    """Yield every JSON document."""
    for path, document in filled(render.say):
        yield Output(
            path, (document.model_dump_json(indent=1, by_alias=True) + "\n").encode()
        )


def schemas(render: Renderer) -> Iterator[Output]:
    """Yield the JSON Schema of each kind of document."""
    for kind in DOCUMENTS:
        path = f"{FOLDER}{kind}.schema.json"
        made = schema_of(
            kind, render.say.publication.url and render.say.publication.url + path
        )
        yield Output(
            path, (json.dumps(made, indent=1, ensure_ascii=False) + "\n").encode()
        )


def matrix(render: Renderer) -> Iterator[Output]:
    """Yield the table of all levels as spreadsheets read it: with the sign that names UTF-8, and no cell that runs."""
    file = io.StringIO(newline="")
    csv.writer(file).writerows(
        [_disarmed(text) for text in row] for row in table(render.say)
    )
    yield Output(f"{FOLDER}matrix.csv", file.getvalue().encode("utf-8-sig"))


def feed(render: Renderer) -> Iterator[Output]:
    """Yield what changed, as feed readers follow it."""
    say = render.say
    made = list(entries(say))
    updated = made[0].date if made else say.content.review.checked
    xml = render(
        "feeds/changes.xml.j2",
        entries=made,
        updated=updated,
        own=_id(say, "changes.xml"),
    )
    yield Output("changes.xml", NOT_IN_XML.sub("", xml).encode())


def page(render: Renderer) -> Iterator[Page]:
    """Yield the page for developers. Search leaves it out: it would stand before the answers that readers look for."""
    say, w = render.say, render.say.phrases
    level = next(
        (level for level in say.content.levels if level.hours_per_week),
        say.content.levels[0],
    )
    shown = [
        file
        for file in files(say)
        if file.kind != "level" or file.path.endswith(f"/{level.id}.json")
    ]
    html = render.page(
        "api",
        "api/index.md",
        heading=w("api.title"),
        lead=w("api.in_short"),
        files=shown,
        parts=parts(w),
        example=level,
        folder=say.publication.url + FOLDER,
    )
    yield Page(
        "api/index.md", w("api.title"), w("api.in_short"), html, searchable=False
    )


def entries(say: Speaker) -> Iterator[Entry]:
    """Yield the changes as entries of the feed, the newest first. Those of one day are counted from the oldest, since new ones come on top."""
    left = Counter(change.date for change in say.content.changes)
    for change in say.content.changes:
        text = say.text(change.what)
        yield Entry(
            _id(say, f"changes/{left[change.date]}", change),
            _title(text),
            text,
            change.date,
            change.levels,
        )
        left[change.date] -= 1


def _id(say: Speaker, name: str, change: Change | None = None) -> str:
    """Return the permanent name of the feed or of an entry: a tag under the site's host, or where there is none, one made from its name."""
    host = urlsplit(say.publication.url).hostname
    if not host:
        return uuid5(
            NAMESPACE_URL,
            f"{say.content.site.name}/{change.date if change else ''}/{name}",
        ).urn
    return f"tag:{host},{change.date if change else 2026}:{name}"


def _title(text: str) -> str:
    """Return the start of a text, cut between words where it has any."""
    cut = shorten(text, TITLE, placeholder=" …")
    return cut if cut.strip() != "…" else text[: TITLE - 1] + "…"


def _disarmed(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text
