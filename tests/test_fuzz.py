"""Random changes to the real file never give a traceback, a report without a fix,
or a value that nobody typed; and whatever passes the check builds.
"""

from __future__ import annotations

import os
import re

import fuzz
import made
import pytest
import trees
import yaml

COUNT = int(os.environ.get("LOC_FUZZ", "15"))
TREES = int(os.environ.get("LOC_TREES", "6"))


def test_a_changed_file_is_refused_or_read_as_it_stands():
    """Each change gives a report, or exactly the values that stand there;
    `LOC_FUZZ=20000` tries more of them.
    """
    assert [f"{number}: {fault}" for number, _, fault in fuzz.faults(COUNT, 0)] == []


def test_what_passes_the_check_builds(tmp_path):
    """The site of a changed file has every page, whole, and every number of the file is on its
    page; `LOC_TREES=1000` or `python tests/fuzz.py --trees 1000` tries more of them.
    """
    found = list(fuzz.faults_of_trees(TREES, 0, tmp_path))
    assert len(found) > TREES / 10
    assert [f"{number}: {fault}" for number, _, fault in found if fault] == []


def test_the_fuzzer_of_trees_sees_what_is_lost(tmp_path):
    """A page that lacks a number of its level, and one with a part twice, are faults."""
    text = made.text_of(made.sound())
    files = trees.files_of(text, tmp_path)
    assert trees.fault_of_files(text, files) is None
    level = "levels/middle/index.html"
    html = files[level].decode()
    lost = files | {level: re.sub("19", "", html).encode()}
    assert trees.fault_of_files(text, lost) == "middle: its page lacks ['19']"
    twice = files | {level: html.replace("<p>", '<p id="main">', 1).encode()}
    assert trees.fault_of_files(text, twice) == f"{level}: ['main']"


@pytest.mark.parametrize(
    "text",
    [
        "a: no\n",
        "a: 1:30\n",
        "a: 010\n",
        "a: Group #1\n",
        "a: 1\na: 2\n",
        "a:\n  - x\n   - y\n",
        "a: &b c\n",
    ],
)
def test_the_fuzzer_sees_what_yaml_mangles(text):
    """What PyYAML itself makes of a hazard, the fuzzer takes for a fault;
    so it could find one in our reader.
    """
    assert fuzz.mangled(text, yaml.safe_load(text))
