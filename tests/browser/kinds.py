"""The pages of a built site, and a spread of them with every kind in it."""

from __future__ import annotations

import os
from pathlib import Path

# Kinds with many pages of one template are looked at in full by `LOC_ALL=1 make test`; otherwise a
# spread of them stands for all.
SPREAD = 6
# A list of all pieces: every line is like every other, and there are hundreds.
LONG = "embed/ready/"


def pages(site: Path) -> list[str]:
    """Return the address of every page.

    That is without redirects and without the pieces for other sites: `test_clinics` looks at those.
    """
    pieces = site / "embed" / "v1"
    found = []
    for path in sorted(site.rglob("*.html")):
        redirect = b'http-equiv="refresh"' in path.read_bytes()
        if not redirect and pieces not in path.parents:
            address = path.relative_to(site).as_posix()
            found.append(address.removesuffix("index.html"))
    return found


def kind(address: str) -> str:
    """Return what a page is one of: its first folder where it lies in one, else itself."""
    folder, _, below = address.strip("/").partition("/")
    if below:
        return f"{folder}/*"
    return address


def spread(site: Path) -> list[str]:
    """Return pages of every kind.

    They are all where they are few, else the smallest, the largest and some between.
    """
    if os.environ.get("LOC_ALL"):
        return pages(site)
    kinds: dict[str, list[str]] = {}
    for address in by_size(site):
        kinds.setdefault(kind(address), []).append(address)
    chosen = []
    for members in kinds.values():
        chosen += _some(members)
    return chosen


def _some(members: list[str]) -> list[str]:
    last = len(members) - 1
    if last < SPREAD:
        return members
    step = last / (SPREAD - 1)
    places = [round(step * number) for number in range(SPREAD)]
    return [members[place] for place in places]


def one_of_each(site: Path) -> list[str]:
    """Return the largest page of every kind, but for the long list of pieces."""
    largest = {}
    for address in by_size(site):
        if address != LONG:
            largest[kind(address)] = address
    return sorted(largest.values())


def by_size(site: Path) -> list[str]:
    """Return the address of every page, the smallest first."""
    return sorted(pages(site), key=lambda address: size(site, address))


def size(site: Path, address: str) -> int:
    """Return the bytes of a page's file."""
    file = site / address
    if file.is_dir():
        file = file / "index.html"
    return file.stat().st_size
