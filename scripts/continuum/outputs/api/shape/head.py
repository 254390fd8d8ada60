"""What every document opens with."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .part import Address, Checked, NextCheck, Part


class Site(Part):
    """The site that the data come from."""

    name: str
    """Its name."""
    url: Address | None
    """Its address."""


class Review(Part):
    """Who made the last check."""

    by: Literal["editor", "clinician"]
    """`editor`: checked against the sources. `clinician`: read and approved by a clinician."""
    name: str | None
    """The clinician's name."""
    text: str
    """What our pages say about it."""


class Licence(Part):
    """What you may do with the texts."""

    id: str
    """The licence's short name."""
    url: Address
    """The licence's own text."""
    credit: str
    """How to name us, ready to copy."""


class Document(Part):
    """Every JSON document opens with these fields."""

    schema_version: Annotated[str, Field(pattern=r"^1\.[0-9]+$")]
    """The version of the shape. The second number grows when fields are added."""
    schema_address: Annotated[Address, Field(alias="$schema")]
    """The JSON Schema of this document."""
    site: Site
    """The site that the data come from."""
    url: Address
    """The page that says the same to readers. Link to it."""
    language: str
    """The language of the texts, such as `en`."""
    direction: Literal["ltr", "rtl"]
    """`rtl` for a script that runs from right to left."""
    checked: Checked
    next_check: NextCheck
    review: Review
    """Who made the last check."""
    licence: Licence
    """What you may do with the texts."""
