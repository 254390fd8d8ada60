"""Signs, and the levels that parts of a drawing belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element


def signs_of(element: Element) -> Iterator[str]:
    """Yield the names of the signs that an element uses."""
    for use in element.iter("use"):
        link = use.get("href")
        name = link.removeprefix("#g-")
        yield name


def shapes(document: Element) -> dict[str, str]:
    """Return the shape of each sign that a document can use, by name."""
    found = {}
    for symbol in document.iter("symbol"):
        id = symbol.get("id")
        name = id.removeprefix("g-")
        path = symbol.find("path")
        shape = path.get("d")
        found[name] = shape
    return found


def level_of(element: Element) -> str:
    """Return the id of the first level that an element links to. Raises LookupError without one."""
    found = next(_levels(element), None)
    if found is None:
        raise LookupError(f"<{element.tag}> links to no level")
    return found


def _levels(element: Element) -> Iterator[str]:
    for link in element.iter("a"):
        address = link.get("href", "")
        found = re.search(r"levels/([a-z0-9-]+)/", address)
        if found:
            yield found[1]
