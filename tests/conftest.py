"""The site that tests look at."""

from __future__ import annotations

import fcntl
import subprocess
import sys
from pathlib import Path

import pytest
from building import ENVIRONMENT, ROOT, SITE, real_content
from continuum import build
from continuum.language.phrases import Phrases
from continuum.model.content import Content
from continuum.rendering.output import Output, Page
from continuum.settings import Publication


@pytest.fixture(scope="session")
def loaded() -> tuple[Content, Phrases]:
    """The real content and the English words."""
    return real_content()


@pytest.fixture(scope="session")
def generated(loaded) -> dict[str, Output | Page]:
    """Every generated file of the real site, by its path."""
    return {file.path: file for file in build(*loaded, Publication(SITE))}


@pytest.fixture(scope="session")
def site(tmp_path_factory, worker_id) -> Path:
    """The real site, built and checked as `make site` does; once for all workers that run side by side."""
    own = tmp_path_factory.getbasetemp()
    shared = own if worker_id == "master" else own.parent
    target = shared / "real" / "site"
    target.parent.mkdir(exist_ok=True)
    with (shared / "real.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not target.exists():
            command = [sys.executable, "scripts/publish.py", str(target)]
            done = subprocess.run(
                command, cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True
            )
            assert done.returncode == 0, done.stdout + done.stderr
    return target
