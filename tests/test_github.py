"""What a fork gets on GitHub: workflows that only do what they say, and forms that know the levels."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import made
import pytest
import write
from building import ROOT
from contents import content_of
from continuum.editors.forms import forms
from ruamel.yaml import YAML

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
# What may write, and to what. Everything else reads.
WRITERS = {("monthly", "look"): {"issues"}, ("pages", "deploy"): {"pages", "id-token"}}


@cache
def plain(file: Path) -> dict[str, Any]:
    """Return a YAML file as GitHub reads it."""
    return YAML(typ="safe").load(file.read_text(encoding="utf-8"))


@cache
def schema(name: str) -> jsonschema.protocols.Validator:
    """Return GitHub's schema for a kind of file, as check-jsonschema brings it along."""
    (folder,) = importlib.util.find_spec("check_jsonschema").submodule_search_locations
    rules = json.loads(
        (Path(folder) / "builtin_schemas" / "vendor" / f"{name}.json").read_text(
            encoding="utf-8"
        )
    )
    return jsonschema.validators.validator_for(rules)(rules)


def fits(data: Any, name: str) -> None:
    """Raise where a file does not fit its schema."""
    schema(name).validate(data)


def steps(file: Path) -> list[dict[str, Any]]:
    """Return every step of a workflow."""
    return [step for job in plain(file)["jobs"].values() for step in job["steps"]]


def script(workflow: str, name: str) -> str:
    """Return what a step of a workflow runs."""
    return next(
        step["run"]
        for step in steps(GITHUB / "workflows" / f"{workflow}.yml")
        if step.get("name") == name
    )


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_workflows_are_what_github_takes(file):
    """Each workflow fits GitHub's schema, ends by itself, and runs what exists: files, scripts, and targets of make."""
    workflow = plain(file)
    fits(workflow, "github-workflows")
    assert all(job["timeout-minutes"] <= 60 for job in workflow["jobs"].values())
    ran = "\n".join(step.get("run", "") for step in steps(file))
    targets = re.findall(
        r"^([\w./-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M
    )
    assert [
        target
        for target in re.findall(r"^\s*make (\S+)", ran, re.M)
        if target not in targets
    ] == []
    named = re.findall(
        r"(?<!make )(?<!\S)((?:scripts|tests|content|overrides|\.github|\.ci)/[\w./-]+|requirements[\w.-]*\.txt)",
        ran,
    )
    named += [
        step["with"]["cache-dependency-path"]
        for step in steps(file)
        if "cache-dependency-path" in step.get("with", {})
    ]
    assert [name for name in named if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_workflows_cannot_be_turned_against_their_owner(file):
    """Each action is named by its commit. Nothing that others can choose, such as a title, is put into a script. Only two jobs may write."""
    text, workflow = file.read_text(encoding="utf-8"), plain(file)
    actions = re.findall(r"uses: (.*)", text)
    assert [
        action
        for action in actions
        if not re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action)
    ] == []
    assert [step["run"] for step in steps(file) if "${{" in step.get("run", "")] == []
    assert "github.event." not in text
    assert "secrets." not in text
    assert not {"pull_request_target", "workflow_run", "issue_comment"} & set(
        workflow["on"]
    )
    assert workflow["permissions"] == {"contents": "read"}
    for name, job in workflow["jobs"].items():
        writes = {
            what
            for what, right in job.get("permissions", {}).items()
            if right == "write"
        }
        assert writes == WRITERS.get((file.stem, name), set()), name
        assert "pull_request" not in workflow["on"] or not writes
    assert all(
        step["with"]["persist-credentials"] is False
        for step in steps(file)
        if "checkout@" in step.get("uses", "")
    )


def test_one_action_has_one_commit():
    """All workflows use the same commit of an action, so that an update is one line of thought."""
    actions = {
        action
        for file in WORKFLOWS
        for action in re.findall(r"uses: (.*)", file.read_text(encoding="utf-8"))
    }
    assert len(actions) == len({action.split("@")[0] for action in actions})


def test_a_pull_request_is_told_before_anything_is_built():
    """The check speaks first. What it refuses is neither compared nor built; links to other sites are not followed at all."""
    ran = [
        step["run"]
        for step in steps(GITHUB / "workflows" / "check.yml")
        if "run" in step
    ]
    order = [
        next(place for place, run in enumerate(ran) if name in run)
        for name in ("check.py --format github", "diff.py", "publish.py")
    ]
    assert order == sorted(order)
    assert not any(
        "lychee" in run or "always()" in str(step.get("if"))
        for run, step in zip(
            ran, steps(GITHUB / "workflows" / "check.yml"), strict=False
        )
    )


def test_the_update_of_actions_is_what_github_takes():
    """The file that asks for newer actions fits its schema."""
    fits(plain(GITHUB / "dependabot.yml"), "dependabot")


def monthly(folder: Path, due: str, dead: int, issues: str) -> list[str]:
    """Run the steps of the monthly look with stand-ins for GitHub, the links and, if `due` is given, the list; return what GitHub is asked to do."""
    tools = folder / "tools"
    tools.mkdir()
    for name in ("scripts", "content", "docs", ".github"):
        (folder / name).symlink_to(ROOT / name)
    stand_ins = {
        "python": due or f'exec "{sys.executable}" "$@"',
        "lychee": f'while [ $# -gt 0 ]; do [ "$1" = --output ] && echo \'links: {dead}\' > "$2"; shift; done; exit {dead}',
        "gh": f'echo "$2 $3 $4" >> asked; [ "$2" != list ] || {{ {issues}; }}',
    }
    for name, does in stand_ins.items():
        (tools / name).write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
        (tools / name).chmod(0o755)
    environment = {
        **os.environ,
        "PATH": f"{tools}:{os.environ['PATH']}",
        "TODAY": "2040-01-01",
        "TITLE": "Review dates and links",
    }
    environment |= {
        "GITHUB_STEP_SUMMARY": str(folder / "summary"),
        "GITHUB_OUTPUT": str(folder / "output"),
    }
    for name in (
        "List what is due",
        "Follow the links to other sites",
        "Open the issue, bring it up to date, or close it",
    ):
        done = subprocess.run(
            ["bash", "-e", "-c", script("monthly", name)],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        outputs = dict(
            line.split("=", 1)
            for line in (folder / "output").read_text(encoding="utf-8").splitlines()
        )
        environment |= {
            "LATE": outputs.get("late", ""),
            "DEAD": outputs.get("dead", ""),
        }
    return (folder / "asked").read_text(encoding="utf-8").splitlines()[1:]


@pytest.mark.parametrize(
    ("late", "dead", "open_issue", "asked"),
    [
        (0, 0, "", []),
        (1, 0, "", ["create --title Review dates and links"]),
        (0, 2, "", ["create --title Review dates and links"]),
        (1, 2, "7", ["edit 7 --body-file"]),
        (0, 0, "7", ["close 7 --comment"]),
    ],
)
def test_the_monthly_look_keeps_one_issue(tmp_path, late, dead, open_issue, asked):
    """With something overdue or a dead link it opens one issue or brings it up to date; with nothing left it closes it."""
    assert (
        monthly(tmp_path, f"echo list; exit {late}", dead, f"echo {open_issue}")
        == asked
    )
    assert (tmp_path / "body.md").read_text(
        encoding="utf-8"
    ) == f"list\n\nlinks: {dead}\n"
    assert (tmp_path / "summary").read_text(
        encoding="utf-8"
    ) == f"list\nlinks: {dead}\n"


def test_the_monthly_look_needs_no_issues(tmp_path):
    """Where a fork keeps no issues, the real list and the links stand in the summary and nothing fails."""
    assert monthly(tmp_path, "", 2, "exit 1") == []
    assert re.fullmatch(
        r"(?s)### Overdue: \d+\n.*\nlinks: 2\n",
        (tmp_path / "summary").read_text(encoding="utf-8"),
    )


def test_links_are_followed_as_the_file_says(tmp_path):
    """The link checker takes its settings, finds the sources' addresses, and leaves out what was made for examples."""
    sources = tmp_path / "sources.md"
    sources.write_text(
        "<https://www.example.org/a> <https://levels-of-care.example/> <https://dir.example.gov/>",
        encoding="utf-8",
    )
    command = [
        str(Path(sys.executable).with_name("lychee")),
        "--config",
        str(GITHUB / "lychee.toml"),
        "--dump",
    ]
    found = subprocess.run(
        [*command, str(sources), "content/levels.yaml"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert "https://dir.example.gov/" in found
    assert not any(
        re.search(r"example\.org|care\.example", address) for address in found
    )
    assert len(found) > 60


def test_the_forms_are_fresh(loaded):
    """`make forms` would change nothing: the forms name the levels, the numbers and whose they are as the content does now."""
    made_now = dict(forms(*loaded))
    assert {
        file.name: file.read_text(encoding="utf-8")
        for file in (GITHUB / "ISSUE_TEMPLATE").iterdir()
    } == made_now


@pytest.mark.parametrize(
    "hostile", [None, "None", "- x: [y]\n@everyone: no # {a", '"yes"\n---\n', "true"]
)
def test_forms_are_what_github_takes(loaded, hostile):
    """Whatever levels are called, each form fits GitHub's schema; each list to choose from names everything once, and never “None”."""
    continuum, words = loaded
    if hostile:
        continuum = content_of(made.text_of(made.replaced(made.sound(), hostile)))
    found = {
        name: YAML(typ="safe").load(text) for name, text in forms(continuum, words)
    }
    fits(found.pop("config.yml"), "github-issue-config")
    for form in found.values():
        fits(form, "github-issue-forms")
        fields = [
            field["attributes"] for field in form["body"] if field["type"] != "markdown"
        ]
        assert len({field["label"] for field in fields}) == len(fields)
        for field in fields:
            options = field.get("options", ["x"])
            assert len(options) == len(set(options)) > 0
            assert all(
                isinstance(option, str) and option.casefold() != "none"
                for option in options
            )
    levels = [
        f"{level.name} ({level.acronym})" if level.acronym else level.name
        for level in continuum.levels
    ]
    correct = {
        field.get("id"): field["attributes"].get("options")
        for field in found["correct-a-number.yml"]["body"]
    }
    assert correct["level"] == [
        *dict.fromkeys(name for name in levels if name != "None"),
        "Another page",
    ]
    assert correct["figure"] == [
        "Hours a week",
        "Hours a day",
        "Days a week",
        "How long people stay",
        "Something else",
    ]


def test_forms_ask_nothing_about_a_person(loaded):
    """Each form says that the page is public and where help is; none asks for a name, an address or a story."""
    for name, text in forms(*loaded):
        if name != "config.yml":
            assert "Please do not write about your own health here" in text
            assert not re.search(
                r"your name|e-?mail|phone number|diagnos|your story|date of birth",
                text,
                re.I,
            )
        assert all(
            contact.words in text
            for help in loaded[0].help
            if help.strip
            for contact in help.contacts[:1]
        )


def test_the_door_writes_the_forms(tmp_path, loaded, monkeypatch):
    """`write.py --forms` saves the three files in a folder."""
    monkeypatch.setattr(write, "load", lambda: loaded)
    assert write.main(["--forms", str(tmp_path / "new")]) == 0
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == [
        "config.yml",
        "correct-a-number.yml",
        "suggest-a-question.yml",
    ]
