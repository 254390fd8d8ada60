"""The site that tests look at."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from building import ENVIRONMENT, ROOT


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Path:
    """The real site, built and checked as `make site` does."""
    target = tmp_path_factory.mktemp("real") / "site"
    done = subprocess.run([sys.executable, "scripts/publish.py", str(target)], cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return target
