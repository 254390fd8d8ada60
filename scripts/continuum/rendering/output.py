"""What the build makes: a path and its bytes."""

from __future__ import annotations

import json
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Output:
    """One file of the site. `path` starts at the root of the site."""

    path: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Page:
    """One page: finished HTML that the site's frame is put around. `line` is the line of `levels.yaml` it was made from.

    `same_as` is the address of the page that says the same and more: search engines are sent there.
    """

    path: str
    title: str
    description: str
    html: str
    line: int = 1
    searchable: bool = True
    same_as: str = ""

    @property
    def body(self) -> bytes:
        """The page as a Markdown file, which any generator of the MkDocs family can build: front matter, then the HTML."""
        meta = {"title": self.title, "description": self.description} | (
            {} if self.searchable else {"search": {"exclude": True}}
        )
        front = "\n".join(
            f"{name}: {json.dumps(value, ensure_ascii=False)}"
            for name, value in meta.items()
        )
        return f"---\n{front}\n---\n\n{self.html}\n".encode()
