"""Every page is valid HTML, by two validators."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest
from building import ROOT
from kinds import spread

pytestmark = pytest.mark.browser

# The policy names 'self', which means nothing for a file that is read from a disk;
# the checker does not know a property that browsers do.
HARMLESS = ["--filterpattern", ".*Content Security Policy.*"]


def test_the_nu_validator_finds_no_error(site):
    """The Nu HTML checker finds neither error nor warning in any page."""
    jar = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    assert shutil.which("java"), (
        "java is missing: sh tests/browser/setup.sh installs it"
    )
    # It runs once and briefly: the compiler that makes long runs fast would cost more than
    # it saves. It asks for a deep stack itself.
    brief = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss8m"]
    command = [
        "java",
        *brief,
        "-jar",
        jar,
        "--skip-non-html",
        "--format",
        "gnu",
        *HARMLESS,
        site,
    ]
    # Java reads names of folders as the locale says, and “C” knows no accents.
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    found = [line for line in done.stderr.splitlines() if ": info" not in line]
    assert found[:20] == []
    assert done.returncode == 0


def test_html_validate_finds_no_error(site):
    """html-validate's standard rules find nothing in a spread of pages and pieces of every kind;
    with LOC_ALL=1, in every one.
    """
    pieces = sorted(
        (site / "embed" / "v1").rglob("*.html"), key=lambda file: file.stat().st_size
    )
    some = [
        site / path / "index.html" if path.endswith("/") or not path else site / path
        for path in spread(site)
    ] + pieces[::10]
    files = [f"{site}/**/*.html"] if os.environ.get("LOC_ALL") else some
    command = [
        "node_modules/.bin/html-validate",
        "--config",
        "tests/browser/htmlvalidate.json",
        "--formatter",
        "text",
        *files,
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, (done.stdout + done.stderr)[:3000]
