"""Ids never meet the program's own names, whatever they name: each kind of id is tried with every
name that a built site holds. Either the check tells, or every page is whole.
"""

from __future__ import annotations

import csv
import io
import os
import re
from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from typing import Any

import cases
import made
import once
import pytest
from building import SITE
from contents import content_of, english, hand_written, real_content, subject
from continuum.addresses.anchors import EVERYWHERE, ON_A_PAGE, is_own
from continuum.model.content import Content
from continuum.outputs.whole import whole_site
from continuum.rendering.renderer import Renderer
from continuum.report.problem import Problem
from continuum.rules import check
from continuum.settings import Publication, read_settings
from continuum.views.speaking import Speaker

# How many levels a site gets that is built: every two have a page, so few of them are many pages.
LEVELS = int(os.environ.get("LOC_NAMES", "6"))
ELEMENT = re.compile(r"<[a-zA-Z][^>]*?\sid=\"?([^\"\s>]+)")
AN_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
TOLD = re.compile(
    r"“(?P<page>.+)” is already the address of .+"
    r"|“(?P<part>.+)” is already the name of .+, where both stand on one page\."
    r"|“(?P<device>.+)” is the name of a device on Windows, which can save no such folder\."
    r"|The id “(?P<twin>.+)” already names another .+, on line \d+\."
    r"|Reader views leave out what is called “(?P<button>.+)”, as they do with buttons .+"
)
Tree = dict[str, Any]
Add = Callable[[Tree, str, int], None]


def named(like: Callable[[Tree], list[Tree]], **values: str) -> Add:
    """Return what adds an item with an id to a list, like the last that it holds. In `values`,
    `{}` is a number that no other item has.
    """

    def add(tree: Tree, id: str, number: int) -> None:
        items = like(tree)
        item = deepcopy(items[-1]) | {"id": id}
        for name, value in values.items():
            item[name] = value.format(number)
        items.append(item)

    return add


def added(name: str, model: Tree) -> Add:
    """Return what adds an item to a list that the small file does not have."""

    def add(tree: Tree, id: str, number: int) -> None:
        tree.setdefault(name, []).append(model | {"id": id})

    return add


def source(tree: Tree, id: str, number: int) -> None:
    """Add a source, and cite it."""
    named(lambda tree: tree["sources"])(tree, id, number)
    tree["services"][0].setdefault("sources", []).append(id)


def standard(tree: Tree, id: str, number: int) -> None:
    """Add a standard that has a name for a level, so that the table of all levels asks for it."""
    named(lambda tree: tree["authorities"], kind="standard", name="Standard {}")(
        tree, id, number
    )
    numbering = tree["levels"][1]["numbering"]
    numbering.append(numbering[0] | {"standard": id, "number": f"{number}"})


def old_name(tree: Tree, id: str, number: int) -> None:
    """Add a name by which a level went before."""
    tree["levels"][1]["addresses"].append(id)


DANGER = {"title": "Ask first", "text": "It can harm you.", "levels": ["low"]}
KINDS: dict[str, Add] = {
    "level": named(lambda tree: tree["levels"], name="House {}"),
    "old name": old_name,
    "topic": named(lambda tree: tree["topics"], title="Topic {}"),
    "section": named(lambda tree: tree["topics"][0]["sections"], title="Part {}"),
    "word": named(lambda tree: tree["words"], term="Term {}"),
    "service": named(lambda tree: tree["services"], name="Service {}"),
    "help": added(
        "help",
        {
            "name": "Other help",
            "when": "You need it.",
            "what": "Someone answers.",
            "contacts": [{"kind": "call", "value": "911", "words": "Call 911"}],
            "sources": ["rule"],
        },
    ),
    "question": named(lambda tree: tree["faq"], q="What is {}?"),
    "question of a level": named(lambda tree: tree["levels"][1]["faq"], q="Is it {}?"),
    "authority": standard,
    "source": source,
    "danger": added("dangers", DANGER | {"sources": ["rule", "count"]}),
    "thing that matters": added(
        "matters", {"name": "Home", "ask": "Where do you sleep?"}
    ),
    "grade": named(lambda tree: tree["supervision"], name="Grade {}"),
}


def site_of(content: Content) -> dict[str, bytes]:
    """Return every file of the site of a content, by path: each path once."""
    render = Renderer(Speaker(content, english(), Publication(SITE)))
    found: dict[str, bytes] = {}
    for output in whole_site(render, read_settings()):
        assert output.path not in found, f"{output.path} stands twice"
        found[output.path] = output.body
    return found


def columns(body: bytes) -> list[str]:
    """Return the names of the columns of a table for spreadsheets."""
    return next(csv.reader(io.StringIO(body.decode("utf-8-sig"))))


@pytest.fixture(scope="module")
def names() -> list[str]:
    """Every name that the site of the small file holds and an id can be: parts of pages, folders,
    files, columns, and these with the ids of that file in them.
    """
    return once.for_all("names", _names)


def _names() -> list[str]:
    found = set()
    for path, body in site_of(content_of(cases.SOUND)).items():
        found.update(re.split(r"[/.]", path.lower()))
        if path.endswith((".html", ".csv")):
            found.update(name.replace("_", "-") for name in names_in(path, body))
    return sorted(name for name in found if AN_ID.fullmatch(name))


def names_in(path: str, body: bytes) -> list[str]:
    """Return the names that must stand once in a file: of parts of a page, of columns."""
    if path.endswith(".html"):
        return ELEMENT.findall(body.decode())
    return columns(body) if path.endswith(".csv") else []


def with_ids(kind: str, ids: list[str]) -> Tree:
    """Return the small file with something of a kind under each of these ids."""
    tree = made.sound()
    for number, id in enumerate(ids):
        KINDS[kind](tree, id, number)
    return tree


def refused(tree: Tree) -> dict[str, Problem]:
    """Return the names that the check refuses, with what it says of each."""
    return judged(content_of(made.text_of(tree)))[0]


def judged(content: Content) -> tuple[dict[str, Problem], list[Problem]]:
    """Return the names that the check refuses, with what it says of each; and its other problems,
    but for advice.
    """
    found = {}
    others = []
    for problem in check(replace(subject(content), files=hand_written())):
        told = TOLD.fullmatch(problem.text)
        if told:
            found[told[told.lastgroup]] = problem
        elif not problem.advice:
            others.append(problem)
    return found, others


@pytest.mark.parametrize("kind", KINDS)
def test_an_id_never_meets_a_name_of_the_program(kind, names):
    """What the check lets pass makes a whole site: no address, no part of a page and no column of
    a table stands twice. What it refuses is told with a fix.
    """
    assert len(names) > 150
    fine = names
    content, told, others = tried(kind, fine)
    while told:
        assert all(problem.fix for problem in told.values())
        fine = [name for name in fine if name not in told]
        content, told, others = tried(kind, fine)
    assert len(fine) > 20
    if kind == "level":
        fine = fine[:: max(1, len(fine) // LEVELS)]
        content, told, others = tried(kind, fine)
    assert (told, others) == ({}, [])
    doubled = {}
    for path, body in site_of(content).items():
        counted = Counter(names_in(path, body))
        twice = [name for name, count in counted.items() if count > 1]
        if twice:
            doubled[path] = twice
    assert doubled == {}


def tried(
    kind: str, ids: list[str]
) -> tuple[Content, dict[str, Problem], list[Problem]]:
    """Return the small file with something of a kind under each of these ids, and what `judged`
    returns of it.
    """
    content = content_of(made.text_of(with_ids(kind, ids)))
    return content, *judged(content)


def test_the_table_of_parts_is_what_pages_have(site):
    """The site's own parts, on pages that also have parts named by ids, are those that the rule
    knows: each of them is on some page, and no other is.
    """
    content, _ = real_content()
    ids = {group.id for group in content.everything if getattr(group, "id", "")}
    for group in content.everything:
        ids.update(getattr(group, "addresses", ()))  # of questions that others took in
    found: dict[str, set[str]] = {}
    for page, pattern in PAGES_WITH_IDS.items():
        for file in site.glob(pattern):
            parts = ELEMENT.findall(file.read_text(encoding="utf-8"))
            found.setdefault(page, set()).update(parts)
    strange = {
        page: [
            name for name in parts if not is_own(page, name) and not of_ids(name, ids)
        ]
        for page, parts in found.items()
    }
    assert {page: sorted(names) for page, names in strange.items() if names} == {}
    everywhere = set.union(*found.values())
    assert everywhere >= EVERYWHERE
    for page, parts in ON_A_PAGE.items():
        # Questions of a file without headings stand under this one.
        assert parts - {"about-levels"} <= found[page], page


PAGES_WITH_IDS = {
    "words": "words/index.html",
    "sources": "sources/index.html",
    "services": "services/index.html",
    "help": "get-help-now/index.html",
    "faq": "faq/index.html",
    "compare": "compare/index.html",
    "topic": "paying/index.html",
    "level": "levels/*/index.html",
    "states": "states/index.html",
    "state": "states/*/index.html",
}


def of_ids(name: str, ids: set[str]) -> bool:
    """Return whether an id of the content makes the name of a part."""
    bare = re.sub(r"^(?:about|authority|danger|word)-", "", name)
    return bool({name, bare, name.removesuffix("-title")} & ids)


@pytest.mark.parametrize(
    ("kind", "id", "said"),
    [
        ("word", "main", "“main” is already the name of a part of the page itself"),
        ("source", "list", "“list” is already the name of a part of the page itself"),
        (
            "source",
            "source-1",
            "“source-1” is already the name of a part of the page itself",
        ),
        (
            "section",
            "next-step",
            "“next-step” is already the name of a part of the page itself",
        ),
        ("section", "word-lo", "“word-lo” is already the name of “lo”, on line 329"),
        (
            "question",
            "about-low",
            "“about-low” is already the name of “low”, on line 53",
        ),
        ("level", "low-title", "“low-title” is already the name of “low”, on line 53"),
        (
            "question of a level",
            "numbers",
            "“numbers” is already the name of a part of the page itself",
        ),
    ],
)
def test_what_two_parts_of_a_page_would_be_called_is_told(kind, id, said):
    """The report names the other part, and its fix is another id."""
    (problem,) = refused(with_ids(kind, [id])).values()
    assert problem.text == f"{said}, where both stand on one page."
    assert problem.fix == "choose another id."


def test_a_comparison_fits_into_the_name_of_a_file():
    """Four long ids make a name that no system saves; the report says how much too long it is."""
    tree = made.sound()
    ids = [f"{letter * 60}" for letter in "abcd"]
    for number, id in enumerate(ids):
        KINDS["level"](tree, id, number)
    tree["comparisons"] = [{"levels": ids}]
    judged = subject(content_of(made.text_of(tree)))
    told = [
        (problem.path, problem.text, problem.fix)
        for problem in check(judged)
        if "would have a name of" in problem.text
    ]
    assert told == [
        (
            "comparisons > item 1 > levels",
            "The file “aaaaaaaaaaaaaaaaaaaa…” would have a name of 257 letters, and no system "
            "saves more than 255.",
            "name fewer levels, or those with shorter ids: 2 letters fewer.",
        )
    ]


def test_a_standard_is_no_other_question():
    """A standard may be called as a question of the table is: both keep their columns."""
    content, told, others = tried("authority", ["what", "sleep", "medical"])
    assert (told, others) == ({}, [])
    table = site_of(content)["api/v1/matrix.csv"]
    names = columns(table)
    assert {"what", "sleep", "called_by_what", "called_by_sleep"} <= set(names)
    assert len(set(names)) == len(names)
