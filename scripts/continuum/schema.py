"""Model -> JSON Schema of `levels.yaml`, for editors' tools: hover help, completion, red underlines."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from .model import Continuum


class _WithoutNull(GenerateJsonSchema):
    """Writes an optional value as a value that may be left out, since nobody types `null`."""

    def nullable_schema(self, schema: Any) -> dict[str, Any]:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: Any) -> dict[str, Any]:
        made = super().default_schema(schema)
        if made.get("default") in (None, []):
            made.pop("default", None)
        return made


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the whole file."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | Continuum.model_json_schema(schema_generator=_WithoutNull)
