"""Over generated lines of levels: a sound one passes, and every single planted fault is found."""

from __future__ import annotations

from datetime import date

import made
import pytest
from contents import content_of, subject
from continuum.rules import RULES
from hypothesis import HealthCheck, given, settings

TODAY = date(2026, 6, 1)


def broken(data: dict, among: str | None = None) -> set[str]:
    """Return the names of the rules that the content breaks, among all or of the one."""
    text = made.text_of(data)
    judged = subject(content_of(text), TODAY)
    rules = [rule for rule in RULES if among in (None, rule.__name__)]
    return {rule.__name__ for rule in rules if any(True for _ in rule(judged))}


def claim(data: dict, level: int, figure: str = "hours_per_week") -> dict:
    """Return the first claim of a figure."""
    return data["levels"][level][figure][0]


def overlap(data, last):
    claim(data, last)["min"] -= 1
    return "neighbors_do_not_overlap"


def gap(data, last):
    claim(data, last)["min"] += 2
    return "neighbors_leave_no_gap"


def hours_run_down(data, last):
    claim(data, last).update(min=0, max=1)
    return "headline_hours_never_run_down"


def range_runs_down(data, last):
    claim(data, 1).update(min=claim(data, 1)["max"] + 1)
    return "ranges_run_upward"


def week_too_long(data, last):
    claim(data, last).update(min=169)
    return "ranges_fit_their_unit"


def second_headline(data, last):
    data["levels"][1]["hours_per_week"].append(dict(claim(data, 1), whose="state"))
    return "each_audience_has_one_headline"


def no_headline(data, last):
    claim(data, 1).pop("headline")
    return "each_audience_has_one_headline"


def unexplained_claim(data, last):
    data["levels"][1]["hours_per_week"].append(
        {"who": "adults", "min": 1, "whose": "state", "sources": ["rule"]}
    )
    return "differing_claims_have_notes"


def week_not_made(data, last):
    base = {"who": "everyone", "whose": "state", "headline": True, "sources": ["rule"]}
    data["levels"][1] |= {
        "hours_per_day": [{**base, "min": 0.1, "max": 0.1}],
        "days_per_week": [{**base, "min": 1, "max": 1}],
    }
    return "hours_a_day_times_days_make_the_week"


def less_backup(data, last):
    data["levels"][0]["medical"]["grade"], data["levels"][1]["medical"]["grade"] = (
        "always",
        "none",
    )
    return "medical_supervision_never_runs_down"


def one_way_step(data, last):
    data["levels"][1]["steps_down"] = []
    return "steps_are_mutual"


def step_backwards(data, last):
    data["levels"][1]["steps_up"] = [{"to": "level-1", "when": "Never."}]
    return "steps_follow_the_line"


def lost_id(data, last):
    data["levels"][0]["medical"]["grade"] = "somewhere"
    return "ids_resolve"


def same_id(data, last):
    data["services"].append(dict(data["services"][0]))
    return "ids_are_unique"


def same_address(data, last):
    data["levels"][0]["addresses"] = ["level-2"]
    return "addresses_are_unique"


def unsourced_claim(data, last):
    claim(data, 1)["sources"] = []
    return "facts_have_sources"


def unused_source(data, last):
    data["sources"].append({**data["sources"][0], "id": "unused"})
    return "sources_are_used"


def typed_number(data, last):
    data["levels"][0]["next_step"] = f"Come for {claim(data, last)['min']} hours."
    return "prose_types_no_figure"


FAULTS = [
    value
    for value in list(globals().values())
    if callable(value)
    and getattr(value, "__code__", None)
    and value.__code__.co_varnames[:2] == ("data", "last")
]


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made.LINES)
def test_a_sound_line_passes(data):
    """A generated line of levels that keeps every rule has no problem."""
    assert broken(data) == set()


@pytest.mark.parametrize("plant", FAULTS, ids=lambda plant: plant.__name__)
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=made.LINES)
def test_every_planted_fault_is_found(plant, data):
    """Whatever the line, one planted fault breaks its rule."""
    last = max(
        index
        for index, level in enumerate(data["levels"])
        if level.get("hours_per_week")
    )
    rule = plant(data, last)
    assert broken(data, rule) == {rule}
