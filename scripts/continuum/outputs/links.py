"""Links between hand-written files -> links between the pages that are made from them."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from ..addresses import root_of

Addresses = dict[Path, str]  # of each hand-written page, by its file


class Links(Extension):
    """Turns the links of the page at `address`, which is made from the file at `path`."""

    def __init__(self, path: Path, address: str, known: Addresses):
        super().__init__()
        self.path = path
        self.address = address
        self.known = known

    def extendMarkdown(self, md: Markdown) -> None:
        """Put the step behind all others."""
        step = _Step(md, self)
        md.treeprocessors.register(step, "links", 0)

    def led(self, href: str) -> str:
        """Return where a link to the file of a page leads; nothing for any other link."""
        parts = urlsplit(href)
        if parts.scheme or parts.netloc:
            return ""
        if not parts.path.endswith(".md"):
            return ""

        beside = self.path.parent
        target = (beside / parts.path).resolve()
        if target not in self.known:
            return ""

        led = root_of(self.address) + self.known[target]
        if parts.fragment:
            led = f"{led}#{parts.fragment}"
        return led


class _Step(Treeprocessor):
    def __init__(self, md: Markdown, links: Links):
        super().__init__(md)
        self.links = links

    def run(self, root: Element) -> None:
        """Change the links of a page."""
        for link in root.iter("a"):
            href = link.get("href", "")
            led = self.links.led(href)
            if led:
                link.set("href", led)
