"""Headings of hand-written pages -> headings that reader views keep, whatever they are called.

Mozilla's Readability drops a heading that is called like clutter ("Contact", "Comments"), unless
its class says that it is content; and one with the word "share" whatever its class is.
"""

from __future__ import annotations

import re
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import slugify
from markdown.treeprocessors import Treeprocessor

KEPT = "content"
LEVELS = {"h1", "h2", "h3", "h4", "h5", "h6"}
SHARE = re.compile(r"(?<![^\W_])share(?![^\W_])")


def slug(title: str, separator: str) -> str:
    """Return what a heading is called in addresses: "To share data" -> "to-sharing-data"."""
    return SHARE.sub("sharing", slugify(title, separator))


def called(settings: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return the settings of Markdown's extensions, with our own way to call headings where the
    site has none.
    """
    toc = {"slugify": slug} | settings.get("toc", {})
    return settings | {"toc": toc}


class Headings(Extension):
    """Marks every heading as content."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Put the step behind all others."""
        md.treeprocessors.register(_Step(md), "headings", 0)


class _Step(Treeprocessor):
    def run(self, root: Element) -> None:
        """Mark the headings of a page."""
        for part in root.iter():
            if part.tag in LEVELS:
                own = part.get("class", "")
                part.set("class", f"{own} {KEPT}".strip())
