"""What the parts of a document are made of."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema

Address = Annotated[str, Field(json_schema_extra={"format": "uri-reference"})]
Amount = Annotated[int | float, WithJsonSchema({"type": "number"})]
Checked = Annotated[datetime.date, Field(description="The day of the last check.")]
NextCheck = Annotated[
    datetime.date, Field(description="The day by which it is checked again.")
]
SourceIds = Annotated[
    list[str], Field(description="Ids of sources, as in `sources.json`.")
]
HowWeKnow = Annotated[
    Literal["confirmed", "restated", "weak"] | None,
    Field(
        description="How we know it: from the source's own text, from someone who repeats it, "
        "or from weak pages alone."
    ),
]
Secondhand = Annotated[
    list[str],
    Field(description="Those of the sources that only repeat what somebody else says."),
]


class Part(BaseModel):
    """A group of named values. Every field is always there."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, strict=True, use_attribute_docstrings=True
    )
