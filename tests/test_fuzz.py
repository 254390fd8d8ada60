"""Random changes to the real file never give a traceback, a report without a fix,
or a value that nobody typed.
"""

from __future__ import annotations

import os

import fuzz
import pytest
import yaml

COUNT = int(os.environ.get("LOC_FUZZ", "15"))


def test_a_changed_file_is_refused_or_read_as_it_stands():
    """Each change gives a report, or exactly the values that stand there;
    `LOC_FUZZ=20000` tries more of them.
    """
    assert [f"{number}: {fault}" for number, _, fault in fuzz.faults(COUNT, 0)] == []


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
