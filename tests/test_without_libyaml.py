"""PyYAML can be built without libyaml. The project then reads the same, only more slowly."""

from __future__ import annotations

import json
import subprocess
import sys

import yaml
from building import ROOT
from continuum.reading.composer import Loader
from mangled import reports

# `None` is how Python is told that a module is not there.
WITHOUT = """
import json, sys
sys.modules["yaml._yaml"] = None
sys.path[:0] = ["scripts", "tests"]
"""
HALF_A_LETTER = 'a: "x\\ud800y"\n'


def run(does: str) -> str:
    """Run a piece of Python where libyaml is not there; return what it prints."""
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT + does],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_texts_are_read_the_same():
    """Question marks inside brackets are signs like any other, and every fault of a text is told in
    the same words at the same place. Only half a letter is refused in other words.
    """
    assert issubclass(Loader, yaml.CBaseLoader)
    told = json.loads(run("import mangled; print(json.dumps(mangled.reports()))"))
    known = reports()
    assert [text for text in known if told[text] != known[text]] == [HALF_A_LETTER]
    assert "Nothing was published" in told[HALF_A_LETTER]


def test_the_project_takes_its_own_files():
    """The content, the words and the phrases of the project pass its check."""
    told = run("import check; sys.exit(check.main([]))")
    assert told.endswith("no problem found.\n")
