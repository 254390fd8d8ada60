"""What programs read: JSON with its schemas, the table as CSV, and the page for developers."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

from ...model.level import Level
from ...rendering.output import Output, Page
from ...rendering.page import page as made_from
from ...rendering.renderer import Renderer
from .fields import parts
from .fill import FOLDER, files, table
from .fill import documents as filled
from .shape import DOCUMENTS, schema_of

# A spreadsheet runs a cell that begins like this as a formula. The wide signs are typed on
# Chinese and Japanese keyboards.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def documents(render: Renderer) -> Iterator[Output]:
    """Yield every JSON document."""
    for path, document in filled(render.say):
        body = document.model_dump_json(indent=1, by_alias=True) + "\n"
        yield Output(path, body.encode())


def schemas(render: Renderer) -> Iterator[Output]:
    """Yield the JSON Schema of each kind of document."""
    url = render.say.publication.url
    for kind in DOCUMENTS:
        path = f"{FOLDER}{kind}.schema.json"
        made = schema_of(kind, url and url + path)
        body = json.dumps(made, indent=1, ensure_ascii=False) + "\n"
        yield Output(path, body.encode())


def matrix(render: Renderer) -> Iterator[Output]:
    """Yield the table of all levels as spreadsheets read it: with the sign that names UTF-8, and
    no cell that runs.
    """
    file = io.StringIO(newline="")
    rows = ([disarmed(text) for text in row] for row in table(render.say))
    csv.writer(file).writerows(rows)
    yield Output(f"{FOLDER}matrix.csv", file.getvalue().encode("utf-8-sig"))


def page(render: Renderer) -> Iterator[Page]:
    """Yield the page for developers."""
    say, w = render.say, render.say.phrases
    level = _example(say.content.levels)
    own = f"/{level.id}.json"
    shown = [
        file for file in files(say) if file.kind != "level" or file.path.endswith(own)
    ]
    yield made_from(
        render,
        "api",
        title=w("api.title"),
        description=w("api.in_short"),
        lead=w("api.in_short"),
        files=shown,
        parts=parts(w),
        example=level,
        folder=say.publication.url + FOLDER,
    )


def disarmed(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text


def _example(levels: list[Level]) -> Level:
    """Return a level to show: one with a number, if any has one."""
    return next((level for level in levels if level.hours_per_week), levels[0])
