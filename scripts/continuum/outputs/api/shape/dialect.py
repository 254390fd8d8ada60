"""A kind of document -> its JSON Schema."""

from __future__ import annotations

import copy
from functools import cache
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from .documents import DOCUMENTS

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class _Open(GenerateJsonSchema):
    """Writes a shape to which fields can be added, so that a saved schema still fits the documents
    of a later 1.x.
    """

    def model_schema(self, schema: Any) -> JsonSchemaValue:
        made = super().model_schema(schema)
        made.pop("additionalProperties", None)
        made["description"] = unwrapped(made["description"])
        for field in made["properties"].values():
            if "description" in field:
                field["description"] = unwrapped(field["description"])

        return made

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def schema_of(kind: str, id: str = "") -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a kind of document, under its own address where
    there is one.
    """
    made = {"$schema": DIALECT}
    if id:
        made["$id"] = id
    return made | copy.deepcopy(_shape_of(kind))


@cache
def _shape_of(kind: str) -> dict[str, Any]:
    """Return the schema of a kind of document, which is the same on every site."""
    document = DOCUMENTS[kind]
    return document.model_json_schema(schema_generator=_Open, mode="serialization")


def unwrapped(docstring: str) -> str:
    """Return what a docstring says, in one line."""
    words = docstring.split()
    return " ".join(words)
