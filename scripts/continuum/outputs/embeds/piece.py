"""A piece that other sites can show: its names, its addresses and what it shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ...addresses import of_file
from ...model.base import Review

# The width, in pixels, for which a snippet states a height: that of the text of most pages.
USUAL_WIDTH = 640
# A small piece is made for a column beside the text.
NARROW_WIDTH = 300
PHONE_WIDTH = 320
# WordPress makes no frame higher.
WORDPRESS_MOST = 1000


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece, with the values that its kind's template shows.

    `title` is its own among all pieces; `heading` is what it shows over itself, where that is
    another. `full` is the address of the page that says the same and more, from the root of the
    site. A piece without a `size` is the large one of its kind, or the only one.
    """

    name: str
    kind: str
    title: str
    full: str
    review: Review
    values: dict[str, Any]
    heading: str = ""
    size: str = ""

    @property
    def address(self) -> str:
        """Where it stands, from the root of the site."""
        return of_file("pieces", f"{self.name}/")

    @property
    def width(self) -> int:
        """The width, in pixels, of the column that it is made for."""
        return NARROW_WIDTH if self.size == "small" else USUAL_WIDTH

    @property
    def template(self) -> str:
        """The template of what it shows."""
        name = "-".join(filter(None, [self.kind, self.size]))
        return f"embeds/{name}.html.j2"

    @property
    def framed(self) -> str:
        """The address for a frame in a light page.

        A frame's style may say so too, but Safari, WordPress and site builders do not pass it on.
        """
        return f"{self.address}?theme=light"

    @property
    def canonical(self) -> str:
        """The address of the full page, without the place on it."""
        page, _, _ = self.full.partition("#")
        return page
