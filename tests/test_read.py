"""The shape of the file: every wrong value is reported at once, in an editor's words."""

from __future__ import annotations

import cases
import pytest
from continuum.model import Continuum, Model
from continuum.problems import ContentError
from continuum.read import read_continuum
from continuum.source import locate

WRONG = {
    # what is typed: (in place of, place of the fault, what is said, what fixes it)
    "min: 9–20": ("min: 9, max: 19", "“9–20” is not a number", "min: 9 and max: 20"),
    "min: nine": ("min: 9, max: 19", "“nine” is not a number", "digits alone"),
    "min: 9 hours": ("min: 9, max: 19", "“9 hours” is not a number", "without a unit"),
    "min: '9'": ("min: 9, max: 19", "“9” is not a number", "quotation marks"),
    "min: -1, max: 19": ("min: 9, max: 19", "“-1” is out of range", "0 to"),
    "max: 19, under: 20": ("min: 9, max: 19", "both “max” and “under”", "keep “max”"),
    "number: 2,": ('number: "2",', "“2” was read as a number", 'quotation marks: "2"'),
    "where: hom": ("where: home", "“hom” is not one of the words", "did you mean “home”"),
    "in_shrot: You come": ("in_short: You come", "no value called “in_shrot”", "did you mean “in_short”"),
    "next: 2026-09-31": ("next: 2027-01-05", "“2026-09-31” is not a day", "year-month-day"),
    "next: 9/15/2027": ("next: 2027-01-05", "“9/15/2027” is not a day", "year-month-day"),
    "next: 0": ("next: 2027-01-05", "“0” is not a day", "year-month-day"),
    "headline: maybe": ("headline: true", "“maybe” is neither true nor false", "write true or false"),
    "sources: rule": ("sources: [rule]", "“sources” must be a list", "a dash and a space"),
    "id: Low Level": ("id: low", "“Low Level” cannot be an id", "small letters"),
    'url: "javascript:alert(1)"': ('url: "https://example.org/rule"', "is not a web address", "https://"),
    "next_step:": ("next_step: Call.", "“next_step” is empty", "write the text"),
}


@pytest.mark.parametrize("typed", WRONG)
def test_a_wrong_value_is_explained(typed):
    """What is wrong is said with the value found, its place, and how to put it right."""
    old, said, fix = WRONG[typed]
    assert old in cases.SOUND
    text = cases.SOUND.replace(old, typed, 1)
    with pytest.raises(ContentError) as caught:
        read_continuum(locate(text), "levels.yaml", text)
    assert len(caught.value.problems) == 1
    problem = caught.value.problems[0]
    assert said in problem.text
    assert fix in problem.fix
    line = text.split("\n")[problem.place.line - 1]
    assert line == next(new for new, before in zip(text.split("\n"), cases.SOUND.split("\n"), strict=True) if new != before)


def test_all_wrong_values_are_reported_together():
    """Seven faults in one file give seven problems, sorted by line, each with its way in the editor's words."""
    text = cases.SOUND
    for typed in list(WRONG)[:1] + ["where: hom", "next: 0", "in_shrot: You come", "sources: rule", "next_step:", "number: 2,"]:
        text = text.replace(WRONG[typed][0], typed, 1)
    with pytest.raises(ContentError) as caught:
        read_continuum(locate(text), "levels.yaml", text)
    places = [problem.place.line for problem in caught.value.problems]
    assert len(places) == 7
    assert places == sorted(places)
    assert "levels > middle > hours_per_week > standard > min" in [problem.path for problem in caught.value.problems]


def test_a_missing_value_is_named():
    """A value that is due and not there is reported at the group it belongs to."""
    text = cases.SOUND.replace("    next_step: Visit.\n", "")
    with pytest.raises(ContentError) as caught:
        read_continuum(locate(text), "levels.yaml", text)
    assert [(p.path, p.text) for p in caught.value.problems] == [("levels > house > next_step", "“next_step” is missing.")]


def test_everything_read_knows_its_line():
    """Each group of the model stands on the line where the file has it."""
    continuum = read_continuum(locate(cases.SOUND), "levels.yaml", cases.SOUND)
    lines = cases.SOUND.split("\n")
    for level in continuum.levels:
        assert lines[level.line - 1].strip() == f"- id: {level.id}"
    for source in continuum.sources:
        assert f"id: {source.id}" in lines[source.line - 1]


def _models(model: type[Model]) -> set[type[Model]]:
    return {model}.union(*(_models(below) for below in model.__subclasses__()))


def test_every_field_tells_an_editor_what_it_is():
    """A field's docstring becomes its hover help, so each field has one."""
    bare = [f"{model.__name__}.{name}" for model in _models(Model) for name, field in model.model_fields.items() if not field.description]
    assert bare == []
    assert Continuum in _models(Model)
