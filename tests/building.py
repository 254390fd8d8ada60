"""Builds small sites from other content, with the project's own settings."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import date
from functools import cache
from pathlib import Path

from continuum import load, load_avoided, load_phrases
from continuum.language.phrases import Phrases
from continuum.language.phrases_file import PhrasesFile
from continuum.model.content import Content
from continuum.rules.subject import Subject

ROOT = Path(__file__).resolve().parents[1]
SITE = "https://levels-of-care.example/"  # where the tests' site is said to stand, as in mkdocs.yml
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


@cache
def real_content() -> tuple[Content, Phrases]:
    """Return the real content and the English words, read once."""
    return load()


@cache
def english() -> PhrasesFile:
    """Return the English phrases and where they stand, read once."""
    return load_phrases("en")


def subject(content: Content, today: date | None = None) -> Subject:
    """Return what rules judge: a content in English, on a day; without one, on the tests' day."""
    day = today or date.fromisoformat(DAY)
    return Subject(content, english(), day, load_avoided("en"))


def built(
    folder: Path,
    content: Path,
    words: Path | None = None,
    docs: Path | None = None,
    site_url: str = "",
) -> subprocess.CompletedProcess:
    """Build a site from other content into `folder/site`, with the project's own settings; return
    how that went.
    """
    folder.mkdir(parents=True, exist_ok=True)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    extra = f"  content: {content}\n" + (f"  words: {words}\n" if words else "")
    settings = settings.replace(
        "extra:\n", f"docs_dir: {docs or ROOT / 'docs'}\nextra:\n{extra}", 1
    )
    settings = settings.replace(
        "custom_dir: overrides", f"custom_dir: {ROOT / 'overrides'}"
    ).replace("hooks: [", f"hooks: [{ROOT}/")
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    environment = {"SOURCE_DATE_EPOCH": "1767571200", **ENVIRONMENT} | (
        {"SITE_URL": site_url} if site_url else {}
    )
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "-d",
        str(folder / "site"),
    ]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True
    )
