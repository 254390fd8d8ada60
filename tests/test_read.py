"""The shape of the file: every wrong value is reported at once, in an editor's words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cases
import pytest
from contents import content_of
from continuum import model as model_package
from continuum.model.base import Model
from continuum.model.content import Content
from continuum.model.docstrings import docstrings
from continuum.reading.misfits import EXPLANATIONS
from continuum.report.problem import ContentError

WRONG = {
    # what is typed: (in place of, what is said, what fixes it)
    "min: 9–20": ("min: 9, max: 19", "“9–20” is not a number", "min: 9 and max: 20"),
    "min: nine": ("min: 9, max: 19", "“nine” is not a number", "write min: 9"),
    "min: 9 hours": ("min: 9, max: 19", "“9 hours” is not a number", "write min: 9"),
    "min: '9'": (
        "min: 9, max: 19",
        "stands in quotation marks",
        "take them away: min: 9",
    ),
    "min: -1, max: 19": ("min: 9, max: 19", "“-1” is below 0", "minus sign"),
    "max: 19, under: 20": ("min: 9, max: 19", "both “max” and “under”", "keep “max”"),
    "number: 2,": (
        'number: "2",',
        "“2” is read as a number",
        'quotation marks: number: "2"',
    ),
    "where: hom": (
        "where: home",
        "“hom” is not one of the words",
        "did you mean “home”",
    ),
    "in_shrot: You come": (
        "in_short: You come",
        "no value called “in_shrot”",
        "did you mean “in_short”",
    ),
    "next: 2026-09-31": (
        "next: 2027-01-05",
        "“2026-09-31” does not exist",
        "2026-09-30",
    ),
    "next: 9/15/2027": (
        "next: 2027-01-05",
        "“9/15/2027” is not a day",
        "write next: 2027-09-15",
    ),
    "next: 0": ("next: 2027-01-05", "“0” is not a day", "year-month-day"),
    "headline: maybe": (
        "headline: true",
        "“maybe” is neither true nor false",
        "write true or false",
    ),
    "sources: rule": ("sources: [rule]", "“sources” must be a list", "sources: [rule]"),
    "id: Low Level": ("id: low", "“Low Level” cannot be an id", "id: low-level"),
    'url: "javascript:alert(1)"': (
        'url: "https://example.org/rule"',
        "is not a web address",
        "https://",
    ),
    "next_step:": ("next_step: Call.", "“next_step” is empty", "write its text"),
}


@pytest.mark.parametrize("typed", WRONG)
def test_a_wrong_value_is_explained(typed):
    """What is wrong is said with the value found, its place, and how to put it right."""
    old, said, fix = WRONG[typed]
    assert old in cases.SOUND
    text = cases.SOUND.replace(old, typed, 1)
    with pytest.raises(ContentError) as caught:
        content_of(text)
    assert len(caught.value.findings.problems) == 1
    problem = caught.value.findings.problems[0]
    assert said in problem.text
    assert fix in problem.fix
    line = text.split("\n")[problem.place.line - 1]
    assert line == next(
        new
        for new, before in zip(text.split("\n"), cases.SOUND.split("\n"), strict=True)
        if new != before
    )


def test_all_wrong_values_are_reported_together():
    """Seven faults in one file give seven problems, sorted by line,
    each with its way in the editor's words.
    """
    text = cases.SOUND
    for typed in list(WRONG)[:1] + [
        "where: hom",
        "next: 0",
        "in_shrot: You come",
        "sources: rule",
        "next_step:",
        "number: 2,",
    ]:
        text = text.replace(WRONG[typed][0], typed, 1)
    with pytest.raises(ContentError) as caught:
        content_of(text)
    places = [problem.place.line for problem in caught.value.findings.problems]
    assert len(places) == 7
    assert places == sorted(places)
    assert "levels > middle > hours_per_week > standard > min" in [
        problem.path for problem in caught.value.findings.problems
    ]


def test_a_missing_value_is_named():
    """A value that is due and not there is reported at the group it belongs to."""
    text = cases.SOUND.replace("    next_step: Visit.\n", "")
    with pytest.raises(ContentError) as caught:
        content_of(text)
    assert [(p.path, p.text) for p in caught.value.findings.problems] == [
        ("levels > house > next_step", "“next_step” is missing.")
    ]


def test_everything_read_knows_its_line():
    """Each group of the model stands on the line where the file has it."""
    continuum = content_of(cases.SOUND)
    lines = cases.SOUND.split("\n")
    for level in continuum.levels:
        assert lines[level.line - 1].strip() == f"- id: {level.id}"
    for source in continuum.sources:
        assert f"id: {source.id}" in lines[source.line - 1]


def _kinds(schema: Any) -> Iterator[str]:
    """Yield the types of errors that the parts of a core schema can raise."""
    raised = {
        "str": ["string_type"],
        "float": ["float_type"],
        "bool": ["bool_type"],
        "list": ["list_type"],
        "literal": ["literal_error"],
        "date": ["date_type", "date_parsing"],
        "model-fields": ["model_type", "extra_forbidden"],
        "model": [],
        "nullable": [],
        "function-after": [],
        "definitions": [],
        "definition-ref": [],
        "default": [],
        "model-field": [],
    }
    limits = {
        "min_length": "too_short",
        "max_length": "too_long",
        "ge": "greater_than_equal",
        "le": "less_than_equal",
        "pattern": "string_pattern_mismatch",
    }
    if isinstance(schema, dict):
        if (kind := schema.get("type")) is not None and isinstance(kind, str):
            yield from raised[kind]
            if kind == "model-field" and schema["schema"]["type"] != "default":
                yield "missing"
            for limit, error in limits.items():
                if schema.get(limit) is not None:
                    yield (
                        f"string_{error}"
                        if kind == "str" and error.startswith("too")
                        else error
                    )
        for name, below in schema.items():
            if name not in (
                "metadata",
                "serialization",
                "default",
                "expected",
                "function",
            ):
                yield from _kinds(below)
    elif isinstance(schema, list):
        for below in schema:
            yield from _kinds(below)


def test_every_error_that_the_model_can_raise_has_words_of_its_own():
    """Nothing that is wrong with a value is told in another's words, or in pydantic's."""
    own = {
        name
        for file in Path(model_package.__file__).parent.glob("*.py")
        for name in re.findall(
            r"PydanticCustomError\(\s*\"(\w+)\"", file.read_text(encoding="utf-8")
        )
    }
    assert own
    kinds = set(_kinds(Content.__pydantic_core_schema__)) | own
    assert kinds - set(EXPLANATIONS) - {"extra_forbidden"} == set()


def _models(model: type[Model]) -> set[type[Model]]:
    return {model}.union(*(_models(below) for below in model.__subclasses__()))


def test_every_field_tells_an_editor_what_it_is():
    """A field's docstring becomes its hover help, so each field has one."""
    bare = [
        f"{model.__name__}.{name}"
        for model in _models(Model)
        for name in model.model_fields
        if not docstrings(model).get(name)
    ]
    assert bare == []
    assert Content in _models(Model)
