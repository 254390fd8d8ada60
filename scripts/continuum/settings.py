"""Where the files of the project lie, where the site will stand, and which day it is."""

from __future__ import annotations

import os
import re
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
# In the folder of a site: what differs there, its levels and its own pages.
SITE_FILE, LEVELS, OWN_PAGES = "site.yaml", "levels.yaml", "pages"
# Its short texts, each with its name at the start of a line.
SHORT = re.compile(
    r"""^(address|edit|security|based_on):[ ]+["']?([^\s"'#][^"'\n]*?)["']?[ ]*(?:[ ]#.*)?$""",
    re.M,
)
# Which phrases templates and the program ask for, and what they give each; `make asked` writes it.
ASKED = ROOT / "scripts" / "continuum" / "language" / "asked.json"


@dataclass(frozen=True, slots=True)
class Settings:
    """What `mkdocs.yml` says: where the site will stand and where its content can be edited, which
    files it is made from, and how hand-written pages are read.

    `folder` holds what is this site's own: `site.yaml`, `levels.yaml`, pages, a logo. Its pages
    stand beside those of `pages`, or in their place where they have the same name. `own` are the
    names of the values that its `site.yaml` gave.

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
    folder: Path | None = None
    own: frozenset[str] = frozenset()

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders of hand-written pages; a file of a later one takes the place of its like."""
        own = self.folder / OWN_PAGES if self.folder else None
        return (self.pages, own) if own and own.is_dir() else (self.pages,)


@dataclass(frozen=True, slots=True)
class Look:
    """How one site looks: its own colors, each by its name in `site.yaml`, and its own logo."""

    colors: tuple[tuple[str, str], ...] = ()
    logo: bytes = b""


@dataclass(frozen=True, slots=True)
class Publication:
    """Where the site is published, how it looks, and on which day it is built.

    `edit` is the address of `levels.yaml` in an editor, to which `#L12` can be added.
    Without a day no check is overdue.
    """

    url: str = ""
    edit: str = ""
    today: date | None = None
    look: Look = Look()

    def __post_init__(self) -> None:
        # So that an address is always `url` and the way from the root.
        if self.url and not self.url.endswith("/"):
            object.__setattr__(self, "url", f"{self.url}/")


class _Loader(yaml.SafeLoader):
    """Reads `!ENV [NAME, default]` as MkDocs does."""


_Loader.add_constructor("!ENV", construct_env_tag)


def read_settings(file: Path = SETTINGS) -> Settings:
    """Return the settings of a site. Raises YAMLError where the file cannot be read.

    Where `file` leaves it open which site it is for, `SITE` in the environment names the site's
    folder, and the addresses are those of its `site.yaml`.
    """
    found = _loaded(file)
    above = file.parent
    extra = found.get("extra") or {}
    folder = _folder_of_site(extra.get("site"))
    given = _given(found)
    own = _own(folder, given)
    extensions = found.get("markdown_extensions") or []
    names, told = _extensions(extensions)
    levels = folder / own.get("based_on", LEVELS) if folder else CONTENT
    return Settings(
        url=own.get("address") or given["address"] or "",
        edit=own.get("edit") or given["edit"] or "",
        security=own.get("security") or given["security"] or "",
        content=Path(above, extra.get("content") or levels),
        words=Path(above, extra.get("words") or WORDS),
        pages=Path(above, found.get("docs_dir") or "docs"),
        extensions=names,
        extension_settings=told,
        file=file,
        folder=folder,
        own=frozenset(own),
    )


def _folder_of_site(usual: str | None) -> Path | None:
    """Return the folder of the site that is asked for, else the usual one; none where the settings
    are those of one site alone.
    """
    if usual is None:
        return None
    asked = os.environ.get("SITE")
    folder = Path(asked or usual).resolve()
    if not folder.is_dir():
        print(f"There is no folder “{folder}”. Write SITE=FOLDER.", file=sys.stderr)
        raise SystemExit(2)
    return folder


def _given(found: dict[str, Any]) -> dict[str, str | None]:
    """Return the addresses that are given beside those of a `site.yaml`, and take their place."""
    extra = found.get("extra") or {}
    return {
        "address": found.get("site_url"),
        "edit": extra.get("edit_address"),
        "security": extra.get("security_contact"),
    }


def _own(folder: Path | None, given: dict[str, str | None]) -> dict[str, str]:
    """Return the short texts of a `site.yaml` in whose place nothing else is given.

    They are needed before anything is read, and found in a file of which all else is wrong, which
    its own reading tells.
    """
    file = folder / SITE_FILE if folder else None
    if file is None or not file.is_file():
        return {}
    text = file.read_text(encoding="utf-8", errors="replace")
    found = {}
    for name, value in SHORT.findall(text):
        if given.get(name) is None:
            found[name] = value
    return found


def _loaded(file: Path) -> dict[str, Any]:
    """Return what a file of settings says, on top of the one that it names under `INHERIT`."""
    own = yaml.load(file.read_bytes(), _Loader) or {}
    extra = own.get("extra") or {}
    if "site" in extra:  # who inherits it lies elsewhere
        extra["site"] = str(file.parent / extra["site"])
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
