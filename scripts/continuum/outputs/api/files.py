"""What programs read: JSON with its schemas, the table as CSV, and the page for developers."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator

from ...model.level import Level
from ...rendering.output import Output, Page
from ...rendering.page import compose
from ...rendering.renderer import Renderer
from ...views.speaking import Speaker
from ..pages.opening import named
from .fields import parts
from .fill import documents as filled
from .listing import (
    FOLDER,
    MATRIX,
    STATES,
    File,
    files,
    level_path,
    schema_path,
)
from .shape import DOCUMENTS, schema_of
from .spreadsheet import disarmed, table
from .states import rows


def documents(render: Renderer) -> Iterator[Output]:
    """Yield every JSON document."""
    for path, document in filled(render.say):
        text = document.model_dump_json(indent=1, by_alias=True)
        body = f"{text}\n".encode()
        yield Output(path, body)


def schemas(render: Renderer) -> Iterator[Output]:
    """Yield the JSON Schema of each kind of document."""
    root = render.say.publication.url
    listed = {file.kind for file in files(render.say)}
    for kind in DOCUMENTS:
        if kind not in listed:
            continue
        path = schema_path(kind)
        address = root and root + path
        schema = schema_of(kind, address)
        text = json.dumps(schema, indent=1, ensure_ascii=False)
        body = f"{text}\n".encode()
        yield Output(path, body)


def matrix(render: Renderer) -> Iterator[Output]:
    """Yield the table of all levels as spreadsheets read it: with the sign that names UTF-8, and
    no cell that runs.
    """
    yield _table(MATRIX, table(render.say))


def states(render: Renderer) -> Iterator[Output]:
    """Yield the numbers of the states in the same form, where the file has any."""
    if render.say.content.states:
        yield _table(STATES, rows(render.say))


def _table(path: str, rows: Iterable[list[str]]) -> Output:
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    for row in rows:
        cells = map(disarmed, row)
        writer.writerow(cells)

    text = file.getvalue()
    return Output(path, text.encode("utf-8-sig"))


def page(render: Renderer) -> Iterator[Page]:
    """Yield the page for developers."""
    say = render.say
    level = _example(say.content.levels)
    yield compose(
        render,
        "api",
        named(render, "api"),
        files=_shown(say, level),
        parts=parts(say.phrases),
        example=level,
        folder=say.publication.url + FOLDER,
    )


def _example(levels: list[Level]) -> Level:
    """Return a level to show: one with a number, if any has one."""
    for level in levels:
        if level.hours_per_week:
            return level

    return levels[0]


def _shown(say: Speaker, example: Level) -> list[File]:
    """Return the files of the data; of the documents about one level, that about the example."""
    own = level_path(example.id)
    shown = []
    for file in files(say):
        is_other = file.kind == "level" and file.path != own
        if is_other:
            continue

        shown.append(file)

    return shown
