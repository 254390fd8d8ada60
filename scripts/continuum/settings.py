"""Where the files of the project lie, where the site will stand, and which day it is."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml
from yaml_env_tag import construct_env_tag

ROOT = Path(__file__).resolve().parents[2]
CONTENT = ROOT / "content" / "levels.yaml"
WORDS = ROOT / "content" / "words"
WORDING = ROOT / "content" / "wording"
PAGES = ROOT / "docs"
TEMPLATES = ROOT / "overrides" / "templates"
SETTINGS = ROOT / "mkdocs.yml"


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


def site_address(settings: Path = SETTINGS) -> str:
    """Return where the site will be published, as `mkdocs.yml` or the environment says."""
    return yaml.load(settings.read_bytes(), _Loader).get("site_url") or ""


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
