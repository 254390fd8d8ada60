"""Model -> JSON Schema of `levels.yaml`: hover help, completion, new items and red underlines in
editors' tools.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import count
from typing import Any, get_origin

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from ..model.base import Model
from ..model.content import Content
from ..model.docstrings import demand_docstrings
from ..model.marks import Id, Text, Url
from ..model.own import SiteFile
from ..model.own.site_file import COLOR, LOGO
from .help import Value, kinds, model_in, title_of, value_of, words_of

Schema = dict[str, Any]

DRAFT = "https://json-schema.org/draft/2020-12/schema"
# Days from 2020 on. Only 29 February of a year without one gets through: that takes a calendar.
YEAR = r"(20[2-9]\d|2[1-9]\d\d)"
LONG_MONTH = r"(0[13578]|1[02])-(0[1-9]|[12]\d|3[01])"
SHORT_MONTH = r"(0[469]|11)-(0[1-9]|[12]\d|30)"
FEBRUARY = r"02-(0[1-9]|[12]\d)"
DAY = rf"^{YEAR}-({LONG_MONTH}|{SHORT_MONTH}|{FEBRUARY})$"

A_DAY = "Write year-month-day with a day that exists, such as 2026-09-30."
AN_ID = (
    "An id has small letters, digits and single dashes, such as intensive-outpatient."
)
A_TEXT = "Write the text after the colon."
AN_ADDRESS = (
    "Write the whole address, starting with https://, without a name or password in it."
)
TYPES = {
    "string": "Write one text after the colon."
    " A number or true and false stand in quotation marks.",
    "number": "Write digits alone, without a unit."
    " For a range write two values, such as min: 9 and max: 19.",
    "boolean": "Write true or false.",
    "array": "Start each item on its own line with a dash and a space.",
}
# What stands in a new item beside what must be there: nearly every item has it.
USUAL = ("min", "max", "headline", "date", "url", "sources")
TODAY = ("checked", "date")


def _pattern(form: Any) -> str:
    """Return the pattern that a kind of text must fit."""
    return TypeAdapter(form).json_schema()["pattern"]


A_COLOR = 'Write # and six digits or letters from a to f, such as "#1a5fb4".'
A_LOGO = "Write the name of an SVG file beside this one, such as logo.svg."
PATTERNS = {
    COLOR: A_COLOR,
    LOGO: A_LOGO,
    _pattern(Id): AN_ID,
    _pattern(Text): A_TEXT,
    _pattern(Url): AN_ADDRESS,
}


# What each kind of file of a site's folder is made of.
FILES = {"levels": Content, "site": SiteFile}


class _Typed(GenerateJsonSchema):
    """Writes what people type: no `null` for a value that may be left out, and no default that
    completion would type for them.
    """

    def nullable_schema(self, schema: Any) -> Schema:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: Any) -> Schema:
        made = super().default_schema(schema)
        made.pop("default", None)
        return made


def schema(whole: type[Model] = Content) -> Schema:
    """Return the JSON Schema (draft 2020-12) of a whole file, with the help of the docstrings."""
    demand_docstrings()
    made = whole.model_json_schema(schema_generator=_Typed)
    for kind in kinds(whole):
        part = made
        if kind.model is not whole:
            part = made["$defs"].get(kind.model.__name__)
        if part:
            _help(part, kind.model)
    return {"$schema": DRAFT, **made}


def snippet(model: type[Model]) -> Schema:
    """Return a new item with everything that must be in it, for an editor's program to step
    through. Only choices are filled in.
    """
    return _body(model, stops=count(1))


def _help(part: Schema, model: type[Model]) -> None:
    """Add to the schema of a group what its docstrings say, and what to write where a value does
    not fit.
    """
    part["title"] = title_of(model)
    part["description"] = model.__doc__
    for name, below in part["properties"].items():
        value = value_of(model, name)
        _explain(below, value)
        if value.holds and value.several:
            below["defaultSnippets"] = [_new(value.holds)]
        _tell(below)


def _explain(part: Schema, value: Value) -> None:
    """Add to the schema of a value what its docstring says."""
    part["title"] = value.title
    part["description"] = value.about
    part["markdownDescription"] = value.markdown
    if value.meanings:
        meanings = [value.meanings.get(word, "") for word in part["enum"]]
        part["enumDescriptions"] = meanings


def _new(model: type[Model]) -> Schema:
    """Return a new item of a list as an editor's program offers it."""
    title = title_of(model)
    return {
        "label": f"New {title.lower()}",
        "description": model.__doc__,
        "body": snippet(model),
    }


def _tell(part: Schema) -> None:
    """Add what an editor reads where a value does not fit. A group has no words of its own: its
    program names what is missing.
    """
    form = part.get("type")
    pattern = part.get("pattern")
    if "enum" in part:
        words = ", ".join(part["enum"])
        part["errorMessage"] = f"Write one of these words: {words}."
    elif part.get("format") == "date":
        part["pattern"] = DAY
        part["patternErrorMessage"] = A_DAY
        part["errorMessage"] = A_DAY
    elif form in TYPES:
        part["errorMessage"] = TYPES[form]
        if pattern in PATTERNS:
            part["patternErrorMessage"] = PATTERNS[pattern]

    items = part.get("items", {})
    if "type" in items:
        _tell(items)


def _body(model: type[Model], stops: Iterator[int]) -> Schema:
    """Return a new group: each name with its place to fill in. Sources come last."""
    wanted = []
    for name, found in model.model_fields.items():
        if found.is_required() or name in USUAL:
            wanted.append(name)
    wanted.sort(key=lambda name: name == "sources")

    body = {}
    for name in wanted:
        form = model.model_fields[name].annotation
        body[name] = _blank(name, form, stops)
    return body


def _blank(name: str, form: Any, stops: Iterator[int]) -> Any:
    """Return the place to fill in for a value: a choice, today, a list, a group, or nothing yet."""
    inner = model_in(form)
    several = get_origin(form) is list
    if inner:
        body = _body(inner, stops)
        return [body] if several else body

    stop = next(stops)
    if several:
        return f"[${stop}]"

    words = ["true", "false"] if form is bool else words_of(form)
    if words:
        return f"${{{stop}|{','.join(words)}|}}"
    if name in TODAY and form is datetime.date:
        return f"${{{stop}:$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE}}"
    return f"${stop}"
