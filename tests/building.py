"""Builds sites of other content, with the project's own settings."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from continuum import build
from continuum.settings import PAGES, WORDS, read_settings

ROOT = Path(__file__).resolve().parents[1]
# Where the tests' site is said to stand, as in mkdocs.yml.
SITE = "https://levels-of-care.example/"
# No test depends on the day on which it runs: for tests it is the day on which the content was
# last changed or checked.
DAY = max(
    re.findall(
        r"(?:checked|date): (\d{4}-\d\d-\d\d)\b",
        (ROOT / "content" / "levels.yaml").read_text(encoding="utf-8"),
    )
)
os.environ["TODAY"] = DAY
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


def write_settings(
    folder: Path, content: Path, site_url: str = SITE, security: str = ""
) -> None:
    """Write settings into a folder that are the project's own, but for content and addresses."""
    settings = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "site_url": site_url,
        "docs_dir": str(PAGES),
        "theme": {"custom_dir": str(ROOT / "overrides")},
        "hooks": [str(ROOT / "scripts" / "mkdocs_hooks.py")],
        "extra": {"content": str(content), "security_contact": security},
    }
    folder.mkdir(parents=True, exist_ok=True)
    # JSON is YAML, and quotes whatever stands in a path.
    (folder / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")


def saved(
    folder: Path,
    content: Path,
    words: Path = WORDS,
    docs: Path = PAGES,
    site_url: str = SITE,
) -> Path:
    """Save a site of other content, without any engine; return its folder.

    An engine would be handed the same files. Raises ContentError with every problem.
    """
    own = read_settings()
    settings = replace(own, content=content, words=words, pages=docs, url=site_url)
    for made in build(settings):
        file = folder / made.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(made.body)
    return folder


def built(folder: Path, engine: str) -> subprocess.CompletedProcess:
    """Build the site whose settings stand in `folder` into `folder/site`; return how that went."""
    target = str(folder / "site")
    return subprocess.run(
        [sys.executable, "-m", engine, "build", "--strict", "-d", target],
        cwd=folder,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
    )
