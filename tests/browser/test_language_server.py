"""What an editor sees while typing, by the real yaml-language-server
with the settings of this project.
"""

from __future__ import annotations

import json
import re
import shutil
import socket
from collections.abc import Iterator

import cases
import pytest
from building import ROOT
from continuum.editors.help import kinds, title_of, value_of, words_of
from continuum.editors.schema import A_DAY, PATTERNS, TYPES, schema
from continuum.model.base import Review, Sourced
from continuum.model.claim import Claim
from continuum.model.level import Level
from continuum.settings import CONTENT
from language_server import CURSOR, Server, running

pytestmark = pytest.mark.browser

MODELINE = "# yaml-language-server: $schema=levels.schema.json\n"
SOUND = MODELINE + cases.SOUND
SETTINGS = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def asked() -> Iterator[socket.socket]:
    """A listener that stands for the whole network."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        yield listener


@pytest.fixture(scope="module")
def proxy(asked) -> str:
    """The listener's address."""
    return f"http://127.0.0.1:{asked.getsockname()[1]}"


@pytest.fixture(scope="module")
def server(proxy) -> Iterator[Server]:
    """One server for almost all tests."""
    with running(SETTINGS, proxy) as server:
        yield server


def changed(old: str, new: str) -> str:
    """Return the sound file with one place changed."""
    assert old in SOUND
    return SOUND.replace(old, new, 1)


def test_the_real_file_has_no_problem(server):
    """The content as it is shows no underline, bound by its first line."""
    text = CONTENT.read_text(encoding="utf-8")
    assert server.open(text).problems == []
    assert len(server.open(text.replace("headline:", "haedline:", 1)).problems) == 1


@pytest.mark.parametrize("place", ["project", "café #1, 100%", ".hidden/project"])
def test_the_settings_bind_the_schema_where_the_first_line_is_lost(
    place, proxy, tmp_path
):
    """A file at the place of the content that names no schema is held to it all the same.

    That is so wherever the project stands.
    """
    (tmp_path / place / "content").mkdir(parents=True)
    shutil.copy(CONTENT.with_name("levels.schema.json"), tmp_path / place / "content")
    text = CONTENT.read_text(encoding="utf-8").replace(MODELINE, "")
    text = text.replace("place: continuum", "place: continum", 1)
    assert "$schema" not in text
    with running(SETTINGS, proxy, tmp_path / place) as server:
        problems = server.open(text, "levels.yaml").problems
    told = [problem["message"] for problem in problems]
    assert told == ["Write one of these words: continuum, alongside."]


def test_a_file_of_nothing_is_refused(server):
    """`{}` lacks every name that the file must have."""
    missing = {
        re.search('"(.+)"', problem["message"])[1]
        for problem in server.open(MODELINE + "{}\n").problems
    }
    assert missing == set(schema()["required"])


def test_hover_tells_what_the_docstring_tells(server):
    """The mouse on a name shows its title, what it is, the examples,
    and each allowed word with its meaning.
    """
    document = server.open(SOUND)
    for model, name, where in (
        (Claim, "who", "who: everyone"),
        (Level, "place", "place: continuum"),
        (Review, "checked", "checked: 2026"),
        (Claim, "whose", "whose: standard"),
        (Sourced, "sources", "sources: [rule]"),
        (Level, "in_a_line", "in_a_line: "),
        (Level, "sleep", "sleep: {"),
        (Level, "hours_per_week", "hours_per_week:\n"),
    ):
        value, shown = (
            value_of(model, name),
            server.hover(document, SOUND.index(where) + 1),
        )
        assert shown.startswith(f"#### {value.title}\n"), shown
        assert value.about in shown
        for line in (
            *(f"**Write:** {line}" for line in value.write),
            *(f"**Not:** {line}" for line in value.avoid),
        ):
            assert line in shown


def test_hover_gives_every_word_its_own_meaning(server):
    """The mouse on the name of each choice that the file can hold shows
    every word beside its own meaning.
    """
    text = changed("site: {", "direction: ltr\nsite: {")
    text = text.replace(
        "    sleep:",
        "    attend: {form: mixed, text: There, basis: restated}\n    sleep:",
        1,
    )
    text = text.replace(
        "    title: Paying\n", "    more_on: paying\n    title: Paying\n", 1
    )
    document = server.open(text)
    for kind in kinds():
        for value in (value for value in kind.values if value.meanings):
            told = "".join(
                f"* `{word}`: {meaning}\n"
                for word, meaning in sorted(value.meanings.items())
            )
            places = [
                found.start()
                for found in re.finditer(
                    rf"\b{value.name}: (?:{'|'.join(value.meanings)})\b", text
                )
            ]
            shown = [
                re.sub(r"\\(.)", r"\1", server.hover(document, place + 1))
                for place in places
            ]
            lists = [
                "".join(sorted(re.findall(r"(?m)^\* .*\n", one)))
                for one in shown
                if value.about in one
            ]
            assert lists and set(lists) == {told}, (kind.model, value.name, shown)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("min: 9, max: 19", "min: 9–19", TYPES["number"]),
        ("under: 9", "whose: standard", "This claim holds no number"),
        ("min: 9, max: 19", "min: 9, max: 19, under: 20", "Keep “max”"),
        ("checked: 2026-01-05", "checked: 2026-09-31", A_DAY),
        ("checked: 2026-01-05", "checked: 1/5/2026", A_DAY),
        (
            "id: low",
            "id: LOW",
            next(told for told in PATTERNS.values() if "small letters" in told),
        ),
        ('number: "2"', "number: 2", TYPES["string"]),
        ("headline: true", "headline: yes", TYPES["boolean"]),
        ("addresses: [the-middle]", "addresses: the-middle", TYPES["array"]),
        (
            "where: home",
            "where: hom",
            "Write one of these words: home, residence, hospital, varies.",
        ),
        ("    in_a_line: A few hours.\n", "", 'Missing property "in_a_line"'),
        ("    acronym: LO\n", "    acronym:\n", TYPES["string"]),
        (
            "    name: Low\n",
            "    name: Low\n    name: Lower\n",
            "Map keys must be unique",
        ),
    ],
)
def test_faults_are_told_while_typing(server, old, new, told):
    """Each fault is underlined on its line, in the words of our own where the schema has a say."""
    text = changed(old, new) if old != "under: 9" else changed("under: 9, ", "")
    line = text[
        : next(
            (i for i, (a, b) in enumerate(zip(SOUND, text, strict=False)) if a != b), 0
        )
    ].count("\n")
    problems = server.open(text).problems
    assert [problem for problem in problems if told in problem["message"]], problems
    assert len(problems) == 1
    assert abs(problems[0]["range"]["start"]["line"] - line) <= 4


def test_a_misspelt_name_is_put_right_with_a_quick_fix(server):
    """A misspelt name is underlined; one of the fixes offered gives back the sound file,
    and with it no problem is left.
    """
    document = server.open(changed("in_short:", "in_shrot:"))
    problem = next(
        problem
        for problem in document.problems
        if problem["message"] == "Property in_shrot is not allowed."
    )
    assert server.fixes(document, problem)["in_short"] == SOUND
    assert server.open(SOUND).problems == []


def test_a_misspelt_word_is_put_right_with_a_quick_fix(server):
    """The fixes for a misspelt word are the allowed words, also with a message of our own."""
    document = server.open(changed("place: continuum", "place: continum"))
    (problem,) = document.problems
    fixes = server.fixes(document, problem)
    assert list(fixes) == ["continuum", "alongside"]
    assert fixes["continuum"] == SOUND


def test_completion_offers_the_names_that_are_missing(server):
    """Inside a level, the names it lacks are offered with their help, and those it has are not."""
    offered = server.completions(
        changed("    next_step: Call.\n", f"    next_step: Call.\n    {CURSOR}\n")
    )
    held = {"id", "name", "acronym", "place", "sleep", "next_step"}
    assert {"stands_for", "hours_per_day", "faq", "paying"} <= set(offered)
    assert not held & set(offered)
    assert (
        offered["stands_for"]["documentation"]["value"]
        == value_of(Level, "stands_for").markdown
    )


def test_completion_offers_words_with_their_meanings(server):
    """After the name of a choice, its words are offered, each with its meaning and nothing else."""
    for model, name, old in (
        (Level, "place", "place: continuum"),
        (Claim, "who", "who: everyone"),
    ):
        offered = server.completions(changed(old, f"{name}: {CURSOR}"))
        meanings = value_of(model, name).meanings
        assert list(meanings) == words_of(model.model_fields[name].annotation)
        assert {
            label: offered[label]["documentation"] for label in meanings
        } == meanings


@pytest.mark.parametrize(
    ("label", "before", "indent"),
    [
        ("New level", "  - id: house\n", 2),
        ("New claim", "    what_happens:\n", 6),
        ("New length claim", "      - {who: adults, min: 41", 6),
        ("New question and answer", "      - {id: middle-hours", 6),
        ("New step", "      - {to: high", 6),
        ("New source", "  - {id: rule", 2),
        ("New statement", "      - text: You talk.\n", 6),
    ],
)
@pytest.mark.parametrize("dash", ["- ", ""])
def test_new_items_are_offered_and_read_as_they_are_typed(
    server, label, before, indent, dash
):
    """In a list, with its dash typed or not, a new item is offered. Typed in and filled,
    it gives the file one item more and no problem of shape.
    """
    at = SOUND.index(before)
    head = "    hours_per_day:\n" if label == "New claim" else ""
    offered = server.completions(
        f"{SOUND[:at]}{head}{' ' * indent}{dash}{CURSOR}\n{SOUND[at:]}"
    )
    body = offered[label]["textEdit"]["newText"]
    for place, filled in (
        (r"\$\{\d+\|([^,|]+)[^|]*\|\}", r"\1"),
        (r"\$\{\d+:[^}]*\}", "2026-01-05"),
        (r"(min|max): \$\d+", r"\1: 1"),
        (r"next: \$\d+", "next: 2027-01-05"),
        (r"url: \$\d+", "url: https://a.example/"),
        (r"\$\d+", "text"),
    ):
        body = re.sub(place, filled, body)
    typed = " " * indent + dash + body.replace("\n", "\n" + " " * indent) + "\n"
    assert server.open(SOUND[:at] + head + typed + SOUND[at:]).problems == []
    assert typed.lstrip().startswith("- ")


def test_kinds_are_called_by_their_names(server):
    """The title of a kind of group is what people call it, not the name of a class."""
    named = {part["title"] for part in schema()["$defs"].values()}
    assert {"Length claim", "Question and answer"} <= named
    assert named <= {title_of(kind.model) for kind in kinds()}


def test_nothing_was_fetched(server, asked):
    """After all of this the server has asked nobody for anything."""
    server.open(SOUND)
    with pytest.raises(BlockingIOError):
        asked.accept()
