"""Builds sites of other content, with the project's own settings."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from continuum import build
from continuum.rendering.output import Output
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
    alone: tuple[str, ...] = (),
) -> Path:
    """Save a site of other content, without any engine; return its folder.

    An engine would be handed the same files. Of `alone` those files and no others are made, or not
    many. Raises ContentError with every problem.
    """
    own = read_settings()
    settings = replace(own, content=content, words=words, pages=docs, url=site_url)
    for made in only(build(settings), alone):
        file = folder / made.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(made.body)
    return folder


def only(files: Iterator[Output], names: tuple[str, ...]) -> Iterator[Output]:
    """Yield the files with these names, and make no more than that takes; all without names."""
    if not names:
        yield from files
        return

    missing = set(names)
    for file in files:
        if file.path in missing:
            missing.remove(file.path)
            yield file
        if not missing:
            return
    raise LookupError(f"no such file: {missing}")


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
