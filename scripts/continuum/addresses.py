"""Every page once: its address, and what stands there."""

from __future__ import annotations

from .model.level import Level


def pair_id(a: Level, b: Level) -> str:
    """Return the address of a pair: `op-vs-iop`."""
    return f"{a.id}-vs-{b.id}"


def url_of(path: str) -> str:
    """Return the address of a page's file, from the root of the site: `levels/iop/`."""
    stem = path.removesuffix(".md")
    home = stem == "index" or stem.endswith("/index")
    return stem.removesuffix("index") if home else f"{stem}/"


def root_of(path: str) -> str:
    """Return the way from a page to the root of the site: `../../`."""
    return "../" * url_of(path).count("/") or "./"


def oembed_of(path: str) -> str:
    """Return the name of the file in `oembed/` that stands for a page; nothing for a sheet, which is for paper."""
    return "" if path.startswith("print/") else url_of(path).strip("/") or "continuum"
