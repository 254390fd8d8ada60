"""The schema beside the content: it asks what the check asks, says it in our words, offers new
items, and is bound to the file.

What a JSON Schema cannot say: whether an id leads anywhere, whether a range runs upward, whether
two levels agree, and all other rules of `rules/`; whether a year has 29 February; which of two
equal names is meant. It asks more than the check in one thing: an empty value is not taken for one
that was left out.
"""

from __future__ import annotations

import json
import re
import subprocess
from typing import Any

import cases
import made
import pytest
from building import ROOT
from contents import content_of, subject
from continuum.editors.help import kinds
from continuum.editors.schema import FILES, schema, snippet
from continuum.language.grade import grade_of
from continuum.model.base import Model, Review, Statement
from continuum.model.claim import Claim
from continuum.model.content import Content
from continuum.model.level import Level
from continuum.model.site import Source
from continuum.reading.tree import locate
from continuum.report.problem import ContentError, Findings, Place, Problem
from continuum.report.terminal import whole
from continuum.rules import check
from continuum.settings import CONTENT
from jsonschema import Draft202012Validator, FormatChecker
from pydantic import ValidationError

SCHEMA = schema()
WHOLE = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
SETTINGS = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
TASKS = {
    task["label"]: task
    for task in json.loads(
        (ROOT / ".vscode" / "tasks.json").read_text(encoding="utf-8")
    )["tasks"]
}
TRIED = [
    7,
    2.5,
    -1,
    100_001,
    True,
    "true",
    "",
    " ",
    "text",
    "two words",
    "Capital",
    "two--dashes",
    "a" * 61,
    "en",
    "rtl",
    "adults",
    "home",
    "core",
    "2026-09-30",
    "2026-9-30",
    "2026-09-31",
    "2026-02-30",
    "2019-12-31",
    "9/15/2026",
    "https://a.example/x",
    "http://me@a.example",
    "www.a.example",
    [],
    ["text"],
    ["text", "text"],
    ["Two words"],
    [7],
    [""],
    ["text"] * 3,
    ["text"] * 5,
    {},
    [{}],
    {"text": "You come in."},
    [{"text": "You come in."}],
    [{"text": "You come in.", "more": "x"}],
    {"where": "home", "text": "At home"},
]
FILLED = {
    "min": 1,
    "max": 2,
    "url": "https://a.example/",
    "date": "2026-01-05",
    "checked": "2026-01-05",
    "next": "2027-01-05",
    "language": "en",
    "confirmed": 1,
    "restated": 1,
    "weak": 1,
}


def filled(blank: Any, values: dict[str, Any], name: str = "") -> Any:
    """Return a new item with every place filled in: its first choice, the value of that name, or a
    word.
    """
    if isinstance(blank, dict):
        return {key: filled(value, values, key) for key, value in blank.items()}
    if isinstance(blank, list):
        return [filled(value, values, name) for value in blank]
    if choice := re.fullmatch(r"\$\{\d+\|([^,|]+).*\|\}", blank):
        return values.get(name, {"true": True}.get(choice[1], choice[1]))
    assert re.fullmatch(r"\$\d+|\$\{\d+:(\$CURRENT_\w+-?)+\}|\[\$\d+\]", blank), blank
    return values.get(name, ["text"] * 3 if blank.startswith("[") else "text")


def stops(blank: Any) -> list[int]:
    """Return the numbers of the places to fill in, in the order in which they stand."""
    return [int(number) for number in re.findall(r"\$\{?(\d+)", json.dumps(blank))]


def takes(model: type[Model], value: Any) -> bool:
    """Return whether the check reads a value as a group of this kind."""
    try:
        model.model_validate_json(json.dumps(value), strict=True)
    except ValidationError:
        return False
    return True


def parts(schema: Any) -> list[dict[str, Any]]:
    """Return a schema and every schema inside it."""
    below = (
        schema.values()
        if isinstance(schema, dict)
        else schema
        if isinstance(schema, list)
        else []
    )
    return ([schema] if isinstance(schema, dict) else []) + [
        part for inner in below for part in parts(inner)
    ]


def test_the_schema_is_one():
    """It is a valid schema of the draft that it names."""
    Draft202012Validator.check_schema(SCHEMA)


def test_help_is_the_same_under_every_python():
    """Python 3.13 takes the indentation out of docstrings, others keep it: the help of a group, of
    a value and of a new item is one line of single spaces under both.
    """
    told = [part["description"] for part in parts(SCHEMA) if "description" in part]
    texts = [text for text in told if isinstance(text, str)]
    assert len(texts) > 150
    assert [text for text in texts if " ".join(text.split()) != text] == []


def test_sound_files_fit_and_nothing_does_not():
    """The real file and the sound one fit; `{}`, a list and an empty file do not."""
    for text in (CONTENT.read_text(encoding="utf-8"), cases.SOUND):
        assert [
            error.message for error in WHOLE.iter_errors(locate(text).plain())
        ] == []
    assert [WHOLE.is_valid(value) for value in ({}, [], None, "text")] == [False] * 4


def schema_of(model: type[Model]) -> dict[str, Any]:
    """Return the schema of one kind of group."""
    return SCHEMA if model is Content else SCHEMA["$defs"][model.__name__]


def validator(schema: dict[str, Any]) -> Draft202012Validator:
    """Return what validates against a part of the whole."""
    return Draft202012Validator(
        {"$defs": SCHEMA["$defs"], **schema}, format_checker=FormatChecker()
    )


KINDS = [
    kind.model for kind in kinds() if kind.model.__name__ != "Sourced"
]  # no group of the file is that and nothing more


@pytest.mark.parametrize("model", KINDS, ids=lambda model: model.__name__)
def test_schema_and_check_agree_about_every_value(model):
    """Whatever stands in place of a value, and with the value or a name too few or too many, both
    accept or both refuse.
    """
    own, base = schema_of(model), filled(snippet(model), FILLED)
    if model is Content:
        base["levels"] *= 2
    fits = validator(own).is_valid
    assert fits(base) and takes(model, base)
    assert not fits(base | {"unknown": 1}) and not takes(model, base | {"unknown": 1})
    across = {name: own[name] for name in ("anyOf", "dependentSchemas") if name in own}
    for name in model.model_fields:
        without = {key: value for key, value in base.items() if key != name}
        assert fits(without) == takes(model, without), f"without {name}"
        alone = validator(
            {"properties": {name: own["properties"][name]}} | across
        ).is_valid  # the rest is as it was, and fits
        verdicts = [
            (alone(base | {name: value}), takes(model, base | {name: value}), value)
            for value in TRIED
        ]
        assert [verdict for verdict in verdicts if verdict[0] != verdict[1]] == [], name
        assert False in {verdict[0] for verdict in verdicts}, name


@pytest.mark.parametrize(
    ("change", "fits"),
    [
        ({}, True),
        ({"min": None}, True),
        ({"max": None}, True),
        ({"min": None, "max": None}, False),
        ({"under": 9}, False),
        ({"under": 9, "max": None}, True),
        ({"under": 9, "max": None, "min": None}, True),
    ],
)
def test_a_claim_needs_a_number_and_one_upper_end(change, fits):
    """A claim without any number, or with `max` and `under`, is refused by both."""
    data = {"who": "adults", "whose": "text", "min": 1, "max": 2} | change
    data = {name: value for name, value in data.items() if value is not None}
    assert validator(schema_of(Claim)).is_valid(data) == takes(Claim, data) == fits


@pytest.mark.parametrize("names", [(), ("url",), ("no_url",), ("url", "no_url")])
def test_a_source_has_an_address_or_a_reason(names):
    """A source with neither, or with both, is refused by both."""
    data = {
        "id": "text",
        "tier": "A",
        "publisher": "text",
        "title": "text",
    } | dict.fromkeys(names, "https://a.example/")
    assert (
        validator(schema_of(Source)).is_valid(data)
        == takes(Source, data)
        == (len(names) == 1)
    )


def test_what_the_schema_cannot_see_the_check_sees():
    """A range that runs down fits the schema, and the check refuses it.

    A day that its year lacks fits the schema's pattern alone.
    """
    data = made.sound()
    data["levels"][1]["hours_per_week"][0]["max"] = 5
    text = made.text_of(data)
    assert WHOLE.is_valid(data)
    assert check(subject(content_of(text)))
    review = {"checked": "2027-02-29", "next": "2028-02-29", "state": "editor"}
    assert Draft202012Validator(schema_of(Review)).is_valid(review)
    assert not takes(Review, review)


def test_an_empty_value_is_pointed_at():
    """A name with nothing after it does not fit the schema, also where the check takes it for one
    that was left out.
    """
    data = {"text": "You come in.", "title": None}
    assert takes(Statement, data)
    assert not validator(schema_of(Statement)).is_valid(data)


def test_every_fault_is_told_in_our_words():
    """Each pattern, number, list, choice, text and day says what to write, at grade 8 or lower."""
    for part in parts(SCHEMA):
        if part.get("pattern"):
            assert part.get("patternErrorMessage"), part
        if (
            part.get("type") in ("string", "number", "boolean", "array")
            or "enum" in part
        ):
            assert part.get("errorMessage"), part
        if "enum" in part:
            assert all(word in part["errorMessage"] for word in part["enum"])
    told = {
        part[name]
        for part in parts(SCHEMA)
        for name in ("errorMessage", "patternErrorMessage")
        if name in part
    }
    assert len(told) > 15
    assert {
        text
        for text in told
        if not text.startswith("Write one of") and grade_of(text) > 8
    } == set()


def test_no_completion_types_what_goes_without_saying():
    """The schema has no default and no `null`: completion would type them for the editor."""
    assert [
        part
        for part in parts(SCHEMA)
        if "default" in part or part.get("type") == "null"
    ] == []


def test_new_items_hold_all_that_must_be_there_and_nothing_said():
    """Each list of groups offers a new item: its places are numbered from 1, choices are all
    choices, texts wait to be written.
    """
    offered = {}
    for part in parts(SCHEMA):
        for new in part.get("defaultSnippets", []):
            offered[new["label"]] = new
            required = SCHEMA["$defs"][part["items"]["$ref"].rsplit("/", 1)[1]].get(
                "required", []
            )
            assert set(required) <= set(new["body"])
            assert stops(new["body"]) == list(range(1, len(stops(new["body"])) + 1))
            assert new["description"]
    for label in (
        "level",
        "claim",
        "length claim",
        "question and answer",
        "source",
        "statement",
        "step",
        "change",
    ):
        assert f"New {label}" in offered
    assert set(offered["New level"]["body"]) == set(
        SCHEMA["$defs"]["Level"]["required"]
    )
    assert offered["New claim"]["body"]["who"] == "${1|everyone,adults,adolescents|}"


def test_a_new_level_that_is_filled_in_passes_the_check():
    """The skeleton of a level, with each place filled in, stands in the sound file without a
    problem; without one of its names it does not.
    """
    said = {
        "id": "new",
        "name": "New",
        "place": "alongside",
        "grade": "none",
        "sources": ["rule"],
        "text": "You come in.",
        "in_line": "Some hours.",
    }
    level = filled(snippet(Level), FILLED | said)
    data = made.sound()
    data["levels"].append(level)
    text = made.text_of(data)
    assert check(subject(content_of(text))) == []
    for name in level:
        assert not takes(
            Level, {key: value for key, value in level.items() if key != name}
        )


def test_the_schema_is_bound_to_the_file_twice():
    """The file names its schema in its first line, and the settings do so too: a program that saves
    the file anew may drop the line.
    """
    found = SETTINGS["yaml.schemas"]
    assert len(found) == len(FILES)
    for (saved, files), name in zip(found.items(), FILES, strict=True):
        file = ROOT / files[0]
        assert file == CONTENT.parent / f"{name}.yaml"
        # The editor's patterns pass over folders whose names begin with a dot, unless they name
        # one.
        assert files[1:] == [f".*/**/{files[0]}"]
        assert (ROOT / saved).resolve() == CONTENT.parent / f"{name}.schema.json"
        first = file.read_text(encoding="utf-8").split("\n")[0]
        assert first == f"# yaml-language-server: $schema={name}.schema.json"


def test_settings_of_the_editor_do_no_harm():
    """YAML is indented with two spaces and never reformatted or trimmed; what is generated cannot
    be typed in; nothing is fetched.
    """
    yaml = SETTINGS["[yaml]"]
    assert (
        yaml["editor.insertSpaces"],
        yaml["editor.tabSize"],
        yaml["editor.detectIndentation"],
    ) == (True, 2, False)
    assert not (
        yaml["editor.formatOnSave"]
        or yaml["files.trimTrailingWhitespace"]
        or SETTINGS["yaml.format.enable"]
    )
    assert SETTINGS["yaml.schemaStore.enable"] is False
    assert [
        name
        for name in SETTINGS["files.readonlyInclude"]
        if not (ROOT / name).is_file()
    ] == []
    kept = subprocess.run(
        ["git", "check-ignore", "-q", ".vscode/settings.json"], cwd=ROOT
    )
    assert kept.returncode == 1


def test_tasks_run_what_make_knows():
    """The tasks of the editor run make; check and serve are targets of ours."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert {label: task["command"] for label, task in TASKS.items()} == {
        name: f"make {name}" for name in ("check", "serve", "diff")
    }
    assert [
        name
        for name in ("check", "serve", "diff")
        if not re.search(rf"^{name}:", makefile, re.M)
    ] == []


def matched(lines: list[str]) -> list[tuple]:
    """Return what the editor lists: severity, file, line, column and words of every place where a
    matcher's lines follow each other.
    """
    found = []
    for matcher in TASKS["check"]["problemMatcher"]:
        patterns = matcher["pattern"]
        for start in range(len(lines)):
            hits = [
                re.search(pattern["regexp"], line)
                for pattern, line in zip(patterns, lines[start:], strict=False)
            ]
            if len(hits) == len(patterns) and all(hits):
                place = [
                    hits[0][patterns[0][name]] for name in ("file", "line", "column")
                ]
                words = [
                    hit[pattern["message"]]
                    for hit, pattern in zip(hits, patterns, strict=True)
                    if "message" in pattern
                ]
                found.append(
                    (
                        matcher["severity"],
                        place[0],
                        int(place[1]),
                        int(place[2]),
                        " ".join(words),
                    )
                )
    return found


def test_the_editor_lists_each_problem_once():
    """Every problem of a real report is found once, at its place and with its fix: on a line, on an
    empty line, as advice.
    """
    broken = (
        cases.SOUND.replace("in_short: You", "in_shrot: You")
        .replace("max: 19", "max: 19 hours")
        .replace("place: alongside", "place: beside")
    )
    with pytest.raises(ContentError) as caught:
        content_of(broken, "content/levels.yaml")
    report = str(caught.value)
    extra = [
        Problem(
            Place(3, 5, 4), "levels > a > b: c", "It is long.", "cut it.", advice=True
        ),
        Problem(Place(2, 1), "", "Nothing is here: write it.", "write it."),
    ]
    findings = Findings(
        [*caught.value.findings.problems, *extra],
        "content/levels.yaml",
        broken.replace("site: {", "\nsite: {", 1),
    )
    wanted = sorted(
        (
            "warning" if problem.advice else "error",
            "content/levels.yaml",
            problem.place.line,
            problem.place.column,
            f"{problem.text} {'Better' if problem.advice else 'Fix'}: {problem.fix}",
        )
        for problem in findings.problems
    )
    assert len(wanted) >= 5
    assert "2:1" in whole(findings) and "\n   | \n" not in whole(findings)
    assert sorted(matched(whole(findings).split("\n"))) == wanted
    assert len(matched(report.split("\n"))) == len(caught.value.findings.problems)
