"""The pages of a built site, and a spread of them with every kind in it."""

from __future__ import annotations

import os
from pathlib import Path

# Kinds with many pages of one template are looked at in full by `LOC_ALL=1 make test`; otherwise a spread of them stands for all.
SPREAD = 6


def pages(site: Path) -> list[str]:
    """Return the address of every page, without redirects and without the pieces for other sites (`test_clinics` looks at those)."""
    found = []
    for path in sorted(site.rglob("*.html")):
        if (
            site / "embed" / "v1" not in path.parents
            and b'http-equiv="refresh"' not in path.read_bytes()
        ):
            address = path.relative_to(site).as_posix()
            found.append(address.removesuffix("index.html"))
    return found


def kind(address: str) -> str:
    """Return what a page is one of: its first folder where it lies in one, else itself."""
    parts = address.strip("/").split("/")
    return f"{parts[0]}/*" if len(parts) > 1 else address


def spread(site: Path) -> list[str]:
    """Return pages of every kind: all where they are few, else the smallest, the largest and some between."""
    if os.environ.get("LOC_ALL"):
        return pages(site)
    kinds: dict[str, list[str]] = {}
    for address in pages(site):
        kinds.setdefault(kind(address), []).append(address)
    chosen = []
    for members in kinds.values():
        by_size = sorted(members, key=lambda address: size(site, address))
        last = len(by_size) - 1
        chosen += (
            [by_size[round(step * last / (SPREAD - 1))] for step in range(SPREAD)]
            if last >= SPREAD
            else by_size
        )
    return chosen


# A list of all pieces: every line is like every other, and there are hundreds.
LONG = "embed/ready/"


def one_of_each(site: Path) -> list[str]:
    """Return the largest page of every kind, but for the long list of pieces."""
    largest = {
        kind(address): address
        for address in sorted(pages(site), key=lambda address: size(site, address))
        if address != LONG
    }
    return sorted(largest.values())


def size(site: Path, address: str) -> int:
    """Return the bytes of a page's file."""
    return (
        (
            site
            / (
                address + "index.html"
                if address.endswith("/") or not address
                else address
            )
        )
        .stat()
        .st_size
    )
