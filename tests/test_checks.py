"""Every rule finds its own fault, says so exactly, and keeps quiet otherwise."""

from __future__ import annotations

import os
from datetime import date
from inspect import signature

import cases
import pytest
from contents import content_of, subject
from continuum.report.problem import Findings
from continuum.report.terminal import whole
from continuum.rules import RULES, check

TODAY = date(2026, 6, 1)
# What it judges is not in the file; `test_addresses.py` has its cases.
BESIDE = {"files_in_docs_are_meant_for_readers"}
NAMES = [rule.__name__ for rule in RULES if rule.__name__ not in BESIDE]
NAMES.append("exceptions_are_needed")


def report(text: str) -> str:
    """Return what an editor reads about this content; nothing where it is sound."""
    judged = subject(content_of(text), TODAY)
    problems = check(judged)
    findings = Findings(problems, "levels.yaml", text, judged.others)
    return f"{whole(findings)}\n" if problems else ""


def test_the_sound_file_has_no_problem():
    """The file that all cases start from breaks no rule."""
    assert report(cases.SOUND) == ""


@pytest.mark.parametrize("name", NAMES)
def test_a_broken_rule_is_reported_exactly(name):
    """Content that breaks a rule gives the report kept beside it: place, what is wrong, how to fix
    it.
    """
    expected = cases.CASES / f"{name}.txt"
    found = report(cases.changed(name))
    if os.environ.get("WRITE_CASES"):
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


def test_every_case_belongs_to_a_rule():
    """There is one case for each rule, and none left over from a rule that is gone."""
    assert sorted(path.stem for path in cases.CASES.glob("*.change")) == sorted(NAMES)


def test_every_rule_states_itself():
    """A rule's docstring is the rule."""
    assert [rule.__name__ for rule in RULES if not rule.__doc__] == []


def test_every_rule_judges_a_subject():
    """All rules are called alike, so that whoever runs them need not tell one from another."""
    assert {tuple(signature(rule).parameters) for rule in RULES} == {("subject",)}


def test_all_broken_rules_are_reported_at_once():
    """Ten faults in one file give their ten reports together, sorted by line."""
    names = [
        "ranges_fit_their_unit",
        "differing_claims_have_notes",
        "neighbors_leave_no_gap",
        "medical_supervision_never_runs_down",
        "ids_are_unique",
        "addresses_are_unique",
        "sources_are_used",
        "help_numbers_stand_once",
        "good_and_hard_points_balance",
        "reviews_are_in_order",
    ]
    text = cases.changed(*names)
    content = content_of(text)
    problems = Findings(check(subject(content, TODAY)), "levels.yaml", text).problems
    found = {problem.text for problem in problems}
    for name in names:
        one = cases.changed(name)
        for problem in check(subject(content_of(one), TODAY)):
            # Lines named in a message move when other changes add lines.
            assert any(problem.text.split(", on line")[0] in text for text in found), (
                name,
                problem.text,
            )
    assert [problem.place.line for problem in problems] == sorted(
        problem.place.line for problem in problems
    )
