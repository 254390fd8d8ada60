"""What a fork gets on GitHub: workflows that do what they say, and forms that know the levels."""

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
import pytest
from building import ROOT
from continuum.model.base import FIGURES
from continuum.model.content import Content
from continuum.settings import Publication
from continuum.views.speaking import Speaker
from ruamel.yaml import YAML

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = ("correct-a-number", "suggest-a-question")
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
    """Each workflow fits GitHub's schema, ends by itself, and runs what exists: files, scripts, and
    targets of make.
    """
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
    folders = r"(?:scripts|tests|content|overrides|\.github|\.ci)"
    path = rf"{folders}/[\w./-]+|requirements[\w.-]*\.txt"
    named = re.findall(rf"(?<!make )(?<!\S)({path})", ran)
    named += [
        step["with"]["cache-dependency-path"]
        for step in steps(file)
        if "cache-dependency-path" in step.get("with", {})
    ]
    assert [name for name in named if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_workflows_cannot_be_turned_against_their_owner(file):
    """Each action is named by its commit.

    Nothing that others can choose, such as a title, is put into a script. Only two jobs may write.
    """
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


def test_images_and_tools_are_those_that_were_tried():
    """Each image that a job runs in is named by its digest, and each package that is installed
    without a lock by its version.
    """
    jobs = [job for file in WORKFLOWS for job in plain(file)["jobs"].values()]
    images = [job["container"] for job in jobs if "container" in job]
    assert len(images) == 2
    assert len(set(images)) == 1
    for image in images:
        assert re.fullmatch(r"[\w./-]+:[\w.-]+@sha256:[0-9a-f]{64}", image)
    made = (ROOT / "Makefile").read_text(encoding="utf-8")
    ran = [step.get("run", "") for file in WORKFLOWS for step in steps(file)]
    installs = re.findall(r"(?:pip|PIP\)) install (.*)", "\n".join([made, *ran]))
    assert len(installs) > 4
    loose = [one for one in installs if "--require-hashes" not in one]
    assert loose != []
    assert [one for one in loose if not re.search(r" [\w-]+==[\d.]+$", one)] == []


def test_the_oldest_and_the_newest_python_are_tried():
    """What needs no browser runs under the oldest Python that the project allows, and a newer."""
    (matrix,) = (
        job["strategy"]["matrix"]["python"]
        for job in plain(GITHUB / "workflows" / "test.yml")["jobs"].values()
        if "strategy" in job
    )
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f'requires-python = ">={matrix[0]}"' in project
    assert [int(one.split(".")[1]) for one in matrix][-1] >= 14


def test_pages_get_what_stands_in_hidden_folders():
    """`security.txt` stands in one, which GitHub's own step leaves out unless it is told."""
    (upload,) = (
        step["with"]
        for step in steps(GITHUB / "workflows" / "pages.yml")
        if "upload-pages-artifact@" in step.get("uses", "")
    )
    assert upload == {"path": "site/", "include-hidden-files": True}


def test_one_action_has_one_commit():
    """All workflows use the same commit of an action, so that an update is one line of thought."""
    actions = {
        action
        for file in WORKFLOWS
        for action in re.findall(r"uses: (.*)", file.read_text(encoding="utf-8"))
    }
    assert len(actions) == len({action.split("@")[0] for action in actions})


def test_a_pull_request_is_told_before_anything_is_built():
    """The check speaks first.

    What it refuses is neither compared nor built; links to other sites are not followed at all.
    """
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
    """Run the steps of the monthly look with stand-ins for GitHub, the links and, if `due` is
    given, the list; return what GitHub is asked to do.
    """
    tools = folder / "tools"
    tools.mkdir()
    for name in ("scripts", "content", "docs", ".github"):
        (folder / name).symlink_to(ROOT / name)
    stand_ins = {
        "python": due or f'exec "{sys.executable}" "$@"',
        "lychee": f"""
            while [ $# -gt 0 ]; do
                [ "$1" = --output ] && echo 'links: {dead}' > "$2"; shift
            done
            exit {dead}""",
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
    """With something overdue or a dead link it opens one issue or brings it up to date; with
    nothing left it closes it.
    """
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


# What GitHub lists: of the issues by workflows none, and of all one by a reader.
OF_A_READER = 'case "$*" in *"--app github-actions"*) : ;; *) echo 3 ;; esac'


@pytest.mark.parametrize(
    ("late", "asked"), [(1, ["create --title Review dates and links"]), (0, [])]
)
def test_the_monthly_look_leaves_the_issue_of_a_reader_alone(tmp_path, late, asked):
    """One with the same title that a reader has opened is neither rewritten nor closed."""
    assert monthly(tmp_path, f"echo list; exit {late}", 0, OF_A_READER) == asked


def test_the_monthly_look_needs_no_issues(tmp_path):
    """Where a fork keeps no issues, the real list and the links stand in the summary and nothing
    fails.
    """
    assert monthly(tmp_path, "", 2, "exit 1") == []
    assert re.fullmatch(
        r"(?s)### Overdue: \d+\n.*\nlinks: 2\n",
        (tmp_path / "summary").read_text(encoding="utf-8"),
    )


def test_links_are_followed_as_the_file_says(tmp_path):
    """The link checker takes its settings, finds the sources' addresses, and leaves out what was
    made for examples.
    """
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


def form(name: str) -> dict[str, Any]:
    """Return a form as GitHub reads it, and what stands beside the forms as `config`."""
    return plain(GITHUB / "ISSUE_TEMPLATE" / f"{name}.yml")


def fields(name: str) -> dict[str, dict[str, Any]]:
    """Return what a form asks, by the name of each field."""
    asked = [field for field in form(name)["body"] if field["type"] != "markdown"]
    return {field["id"]: field["attributes"] for field in asked}


def choices(name: str, field: str, others: list[str]) -> list[str]:
    """Return what can be chosen in a field, but for the choices that are no name of the content."""
    options = fields(name)[field]["options"]
    assert options[-len(others) :] == others
    return options[: -len(others)]


def in_a_crisis(content: Content) -> str:
    """Return where help is, as the forms say it."""
    return " ".join(
        f"{help.strip}? {help.contacts[0].words}."
        for help in content.help
        if help.strip
    )


def test_forms_are_what_github_takes():
    """Each form fits GitHub's schema, asks nothing twice, and offers no choice twice and never
    “None”, which GitHub adds itself.
    """
    fits(form("config"), "github-issue-config")
    for name in FORMS:
        fits(form(name), "github-issue-forms")
        labels = [field["label"] for field in fields(name).values()]
        assert len(set(labels)) == len(labels) > 3
        for field in fields(name).values():
            options = field.get("options", ["x"])
            assert len(set(options)) == len(options)
            assert "none" not in {option.casefold() for option in options}
    written = {file.stem for file in (GITHUB / "ISSUE_TEMPLATE").iterdir()}
    assert written == {*FORMS, "config"}


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("correct-a-number", ["Another page"]),
        ("suggest-a-question", ["All levels", "I am not sure"]),
    ],
)
def test_forms_name_the_levels(name, others, loaded):
    """Each level can be chosen by its name, in the order of the file, and no other."""
    say = Speaker(*loaded, Publication())
    levels = [say.name(level) for level in say.content.levels]
    assert choices(name, "level", others) == levels


def test_the_form_for_a_number_names_the_numbers_and_whose_they_are(loaded):
    """Each kind of number and each authority can be chosen by its name, and no other; of states
    there may be many, so that all are one choice.
    """
    content, phrases = loaded
    figures = [phrases(f"level.figure.{figure}") for figure in FIGURES]
    voices = [one.name for one in content.authorities if not one.speaks_of_a_state]
    assert choices("correct-a-number", "figure", ["Something else"]) == figures
    others = ["A state, a county or a city", "Someone else", "I am not sure"]
    assert choices("correct-a-number", "whose", others) == voices


def test_forms_say_where_help_is(loaded):
    """The forms and what stands beside them give the numbers of the strip, and no other number or
    address.
    """
    content = loaded[0]
    told = in_a_crisis(content)
    assert told
    for name in FORMS:
        opening = form(name)["body"][0]
        assert opening["type"] == "markdown"
        assert opening["attributes"]["value"].strip().endswith(f"\n\n{told}")
    (link,) = form("config")["contact_links"]
    assert link["about"] == f"Nobody here can help you at once. {told}"
    reached = [
        (f"Help in a crisis: {help.name}", contact.value)
        for help in content.help
        for contact in help.contacts
    ]
    assert (link["name"], link["url"]) in reached


def test_examples_in_the_forms_stand_on_the_site(loaded):
    """What a form shows as an example is a number and a question of the file as it is now."""
    content, phrases = loaded
    amounts = {
        phrases.amount(figure, claim)
        for level in content.levels
        for figure in FIGURES
        for claim in level.figure(figure)
    }
    questions = {
        answer.q for group in (content, *content.levels) for answer in group.faq
    }
    assert fields("correct-a-number")["says"]["placeholder"] in amounts
    assert fields("suggest-a-question")["question"]["placeholder"] in questions


@pytest.mark.parametrize("name", FORMS)
def test_forms_ask_nothing_about_a_person(name):
    """Each form says that the page is public; none asks for a name, an address or a story."""
    text = json.dumps(form(name))
    assert "Please do not write about your own health here" in text
    personal = r"your name|e-?mail|phone number|diagnos|your story|date of birth"
    assert not re.search(personal, text, re.I)
