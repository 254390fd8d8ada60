"""`make bench` works: its copies of levels are sound content, and a small run gives figures."""

from __future__ import annotations

import bench
import cases
import made
import pytest
from contents import content_of, subject
from continuum.rules import check


# The fewest, and as many as hold a copy of every real level, and a second one.
@pytest.mark.parametrize("count", [12, 31])
def test_the_levels_it_builds_keep_every_rule(count):
    """Each level is there, and none breaks a rule, or the build would refuse the file."""
    content = content_of(made.text_of(bench.grown(count)))
    assert len(content.levels) == count
    found = check(subject(content))
    assert [problem.text for problem in found if not problem.advice] == []


def test_a_small_run_gives_figures(tmp_path):
    """Both builds run to their end, and nothing that is measured of them is nought."""
    found = bench.compared(cases.CASES / "sound.yaml", tmp_path, runs=1)
    (mine,), (theirs,) = found.ours, found.plain
    assert min(mine.cpu, mine.wall, mine.memory) > 0
    assert min(theirs.cpu, theirs.wall, theirs.memory) > 0
    assert found.pages > 20
    assert found.pair_bytes > 1000
    assert all(min(weights.values()) > 0 for weights in found.visits.values())
    assert len(found.visits["plain Material"]) > len(found.visits["ours"]) > 1
    assert len(found.steps) == 5
    assert min(found.steps.values()) > 0
    lines = list(bench.told(4, found))
    assert lines[0].count("|") == bench.HEADING.count("|")
    assert len(lines) == 4


def test_the_check_is_measured():
    """One check of the real file gives figures too."""
    assert bench.median(
        [bench.Cost(1, 2, 3), bench.Cost(5, 6, 7), bench.Cost(3, 1, 9)]
    ) == (bench.Cost(3, 2, 7))
    assert "CPU 0.00" not in bench.checking(1)
