"""Model -> JSON Schema of `levels.yaml`, for editors' tools: hover help, completion, snippets, red underlines."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import count
from typing import Any, get_origin

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from ..model.base import Model
from ..model.content import Content
from ..model.marks import Id, Text, Url
from .help import kinds, model_in, title_of, value_of, words_of

Schema = dict[str, Any]

# Days from 2020 on. Only 29 February of a year without one gets through: that takes a calendar.
DAY = r"^(20[2-9]\d|2[1-9]\d\d)-((0[13578]|1[02])-(0[1-9]|[12]\d|3[01])|(0[469]|11)-(0[1-9]|[12]\d|30)|02-(0[1-9]|[12]\d))$"
A_DAY = "Write year-month-day with a day that exists, such as 2026-09-30."
PATTERNS = {
    TypeAdapter(form).json_schema()["pattern"]: told
    for form, told in (
        (
            Id,
            "An id has small letters, digits and single dashes, such as intensive-outpatient.",
        ),
        (Text, "Write the text after the colon."),
        (
            Url,
            "Write the whole address, starting with https://, without a name or password in it.",
        ),
    )
}
TYPES = {
    "string": "Write one text after the colon. A number or true and false stand in quotation marks.",
    "number": "Write digits alone, without a unit. For a range write two values, such as min: 9 and max: 19.",
    "boolean": "Write true or false.",
    "array": "Start each item on its own line with a dash and a space.",
}
# What stands in a new item beside what must be there: nearly every item has it.
USUAL = ("min", "max", "headline", "date", "url", "sources")
TODAY = ("checked", "date")


class _Typed(GenerateJsonSchema):
    """Writes what people type: no `null` for a value that may be left out, and no default that completion would type for them."""

    def nullable_schema(self, schema: Any) -> Schema:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: Any) -> Schema:
        return {
            name: value
            for name, value in super().default_schema(schema).items()
            if name != "default"
        }


def schema() -> Schema:
    """Return the JSON Schema (draft 2020-12) of the whole file, with the help of the docstrings."""
    made = Content.model_json_schema(schema_generator=_Typed)
    for kind in kinds():
        part = made if kind.model is Content else made["$defs"].get(kind.model.__name__)
        if part:
            _help(part, kind.model)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | made


def snippet(model: type[Model]) -> Schema:
    """Return a new item with everything that must be in it, for an editor's program to step through. Only choices are filled in."""
    return _body(model, count(1))


def _help(part: Schema, model: type[Model]) -> None:
    """Add to the schema of a group what its docstrings say, and what to write where a value does not fit."""
    part["title"], part["description"] = title_of(model), model.__doc__
    for name, below in part["properties"].items():
        value, form = value_of(model, name), model.model_fields[name].annotation
        below |= {
            "title": value.title,
            "description": value.about,
            "markdownDescription": value.markdown,
        }
        if value.meanings:
            below["enumDescriptions"] = [
                value.meanings.get(word, "") for word in below["enum"]
            ]
        if below.get("type") == "array" and (inner := model_in(form)):
            about = {
                "label": f"New {title_of(inner).lower()}",
                "description": inner.__doc__,
            }
            below["defaultSnippets"] = [about | {"body": snippet(inner)}]
        _tell(below)


def _tell(part: Schema) -> None:
    """Add what an editor reads where a value does not fit. A group has no words of its own: its program names what is missing."""
    if "enum" in part:
        part["errorMessage"] = f"Write one of these words: {', '.join(part['enum'])}."
    elif part.get("format") == "date":
        part |= {"pattern": DAY, "patternErrorMessage": A_DAY, "errorMessage": A_DAY}
    elif part.get("type") in TYPES:
        part["errorMessage"] = TYPES[part["type"]]
        if part.get("pattern") in PATTERNS:
            part["patternErrorMessage"] = PATTERNS[part["pattern"]]
    if "type" in part.get("items", {}):
        _tell(part["items"])


def _body(model: type[Model], stops: Iterator[int]) -> Schema:
    wanted = [
        name
        for name, found in model.model_fields.items()
        if found.is_required() or name in USUAL
    ]
    wanted.sort(key=lambda name: name == "sources")
    return {
        name: _blank(name, model.model_fields[name].annotation, stops)
        for name in wanted
    }


def _blank(name: str, form: Any, stops: Iterator[int]) -> Any:
    """Return the place to fill in for a value: a choice, today, a list, a group, or nothing yet."""
    inner, several = model_in(form), get_origin(form) is list
    if inner:
        return [_body(inner, stops)] if several else _body(inner, stops)
    if several:
        return f"[${next(stops)}]"
    if words_of(form) or form is bool:
        return f"${{{next(stops)}|{','.join(words_of(form) or ('true', 'false'))}|}}"
    if name in TODAY and form is datetime.date:
        return f"${{{next(stops)}:$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE}}"
    return f"${next(stops)}"
