"""Where the files of the project lie, where the site will stand, and which day it is."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from yaml_env_tag import construct_env_tag

ROOT = Path(__file__).resolve().parents[2]
CONTENT = ROOT / "content" / "levels.yaml"
WORDS = ROOT / "content" / "words"
WORDING = ROOT / "content" / "wording"
PAGES = ROOT / "docs"
TEMPLATES = ROOT / "overrides" / "templates"
SETTINGS = ROOT / "mkdocs.yml"
# Which phrases templates and the program ask for, and what they give each; `make asked` writes it.
ASKED = ROOT / "scripts" / "continuum" / "language" / "asked.json"


@dataclass(frozen=True, slots=True)
class Settings:
    """What `mkdocs.yml` says: where the site will stand and where its content can be edited, which
    files it is made from, and how hand-written pages are read.

    `security` is where a hole in the site can be told of, as a web or a mail address.
    `extensions` are those of Python-Markdown, `extension_settings` what they are told; `file` is
    the one that says it all.
    """

    url: str = ""
    edit: str = ""
    security: str = ""
    content: Path = CONTENT
    words: Path = WORDS
    pages: Path = PAGES
    extensions: tuple[str, ...] = ()
    extension_settings: dict[str, dict[str, Any]] = field(default_factory=dict)
    file: Path = SETTINGS


@dataclass(frozen=True, slots=True)
class Publication:
    """Where the site is published, and on which day it is built.

    `edit` is the address of `levels.yaml` in an editor, to which `#L12` can be added.
    Without a day no check is overdue.
    """

    url: str = ""
    edit: str = ""
    today: date | None = None

    def __post_init__(self) -> None:
        # So that an address is always `url` and the way from the root.
        if self.url and not self.url.endswith("/"):
            object.__setattr__(self, "url", f"{self.url}/")


class _Loader(yaml.SafeLoader):
    """Reads `!ENV [NAME, default]` as MkDocs does."""


_Loader.add_constructor("!ENV", construct_env_tag)


def read_settings(file: Path = SETTINGS) -> Settings:
    """Return the settings of a site. Raises YAMLError where the file cannot be read."""
    found = _loaded(file)
    extra, folder = found.get("extra") or {}, file.parent
    names, told = _extensions(found.get("markdown_extensions") or [])
    return Settings(
        found.get("site_url") or "",
        extra.get("edit_address") or "",
        extra.get("security_contact") or "",
        Path(folder, extra.get("content") or CONTENT),
        Path(folder, extra.get("words") or WORDS),
        Path(folder, found.get("docs_dir") or "docs"),
        names,
        told,
        file,
    )


def _loaded(file: Path) -> dict[str, Any]:
    """Return what a file of settings says, on top of the one that it names under `INHERIT`."""
    own = yaml.load(file.read_bytes(), _Loader) or {}
    if "INHERIT" not in own:
        return own
    above = _loaded(file.parent / own.pop("INHERIT"))
    inner = {
        name: above[name] | value
        for name, value in own.items()
        if isinstance(value, dict) and isinstance(above.get(name), dict)
    }
    return above | own | inner


def _extensions(listed: list[Any]) -> tuple[tuple[str, ...], dict[str, dict[str, Any]]]:
    """Return the names of Markdown extensions, each written alone or with what it is told."""
    told = {}
    for one in listed:
        told |= one if isinstance(one, dict) else {one: {}}
    return tuple(told), {name: values or {} for name, values in told.items()}


def this_day() -> date:
    """Return the day that dates are compared with: today, or for builds of another day
    `TODAY=2027-06-01` in the environment.
    """
    given = os.environ.get("TODAY")
    try:
        return date.fromisoformat(given) if given else date.today()
    except ValueError:
        told = f"TODAY is “{given}”, which is no day."
        print(
            f"{told} Write it as year-month-day, such as 2027-06-01.", file=sys.stderr
        )
        raise SystemExit(2) from None


def known_as(path: Path) -> str:
    """Return how an editor knows a file: its way from the project's folder, where it lies in it."""
    whole = path.resolve()
    return (
        whole.relative_to(ROOT).as_posix() if whole.is_relative_to(ROOT) else path.name
    )
