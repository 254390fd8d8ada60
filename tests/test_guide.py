"""What editors are told: each value has its help, each word its meaning, each example is right, and
the guide page holds it all.
"""

from __future__ import annotations

import re
from html import unescape

import made
import pytest
from contents import site_files
from continuum import load
from continuum.editors.help import Value, id_of, kinds, title_of, words_of
from continuum.editors.schema import schema
from continuum.language.grade import grade_of
from continuum.model.docstrings import docstrings
from continuum.model.level import Level
from continuum.reading.tree import locate
from continuum.rendering.output import Page
from continuum.settings import Publication
from jsonschema import Draft202012Validator, FormatChecker

VALUES = [(kind.model, value) for kind in kinds() for value in kind.values]
SCHEMA = schema()
CODE = re.compile("`([^`]+)`")


def part_of(model: type, value: Value) -> dict:
    """Return the schema of a value, wherever a kind of group has it."""
    kin = [
        SCHEMA["$defs"].get(kind.model.__name__)
        for kind in kinds()
        if issubclass(kind.model, model)
    ]
    return next(part for part in (*kin, SCHEMA) if part)["properties"][value.name]


@pytest.fixture(scope="module")
def page(generated) -> Page:
    """The guide of the real site."""
    return generated["guide/index.html"]


def test_every_value_has_help():
    """Each value of each kind says in whole sentences what it is, and no docstring holds a line
    that is neither a meaning nor an example.
    """
    assert len(VALUES) > 130
    for model, value in VALUES:
        assert re.fullmatch(r"[^\n]*[A-Z`][^\n]*[.?]", value.about), (model, value)
        help = docstrings(model)[value.name]
        lines = help.partition("\n\n")[2].splitlines()
        assert len(lines) == len(value.meanings) + len(value.write) + len(
            value.avoid
        ), (model, value.name)


def test_every_allowed_word_has_a_meaning():
    """The words that a docstring explains are those that the value allows, in the same order, and
    each has a sentence.
    """
    explained = 0
    for model, value in VALUES:
        allowed = words_of(model.model_fields[value.name].annotation)
        assert list(value.meanings) == allowed, (model, value.name)
        assert all(meaning.endswith(".") for meaning in value.meanings.values())
        explained += bool(allowed)
    assert explained >= 12


def test_good_examples_are_right():
    """Each line that the help says to write names the value itself, reads as YAML, and fits the
    schema of that value.
    """
    seen = 0
    for model, value in VALUES:
        for example in value.write:
            held = locate(CODE.match(example)[1]).plain()
            own = (
                value.name if model is not Level or "text" not in held else "text"
            )  # a list of statements shows one statement
            assert list(held) == [own], (model, example)
            if own == value.name:
                part = part_of(model, value)
                found = Draft202012Validator(
                    part | {"$defs": SCHEMA["$defs"]}, format_checker=FormatChecker()
                ).iter_errors(held[own])
                assert [error.message for error in found] == [], (model, example)
            seen += 1
    assert seen > 70


def test_bad_examples_that_cannot_be_read_are_refused():
    """A line that the help warns against is either refused by the schema or a matter of how it is
    said: then the help names what to write.
    """
    refused = []
    for model, value in VALUES:
        for example in value.avoid:
            name, _, typed = CODE.match(example)[1].partition(": ")
            if name == value.name:
                part = part_of(model, value) | {"$defs": SCHEMA["$defs"]}
                held = locate(f"it: {typed}").plain()["it"]
                refused += (
                    [f"{name}: {typed}"]
                    if not Draft202012Validator(
                        part, format_checker=FormatChecker()
                    ).is_valid(held)
                    else []
                )
            assert value.write, (model, value.name)
    for line in (
        "min: 9–19",
        "max: 19 hours",
        "whose: ASAM, 3rd edition",
        "number: 2.1",
        "value: 988",
        "checked: 11/23/2026",
        "id: IOP",
        "sources: aetna-asam",
        "url: www.medicare.gov",
        "date: 2024",
        "language: English",
    ):
        assert line in refused, line


def test_help_is_easy_to_read():
    """Each text of the help reads at grade 8 or lower, or is too short to tell."""
    said = [value.about for _, value in VALUES] + [
        meaning for _, value in VALUES for meaning in value.meanings.values()
    ]
    said += [kind.model.__doc__ for kind in kinds()]
    hard = {
        text: grade
        for text in said
        if len(text.split()) > 14 and (grade := grade_of(CODE.sub("it", text))) > 8
    }
    assert hard == {}


def test_the_page_holds_every_name_word_and_example(page):
    """The guide has a section for each kind, a row for each value, each allowed word with its
    meaning, and every example.
    """
    text = re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", page.html)))
    for kind in kinds():
        section = page.html.split(
            f'<h3 id="{id_of(kind.model)}">{title_of(kind.model)}</h3>'
        )[1].split("</section>")[0]
        assert re.findall(r'<th scope="row"><code>(\w+)</code>', section) == [
            value.name for value in kind.values
        ]
        assert [
            *map(bool, re.findall(r'</code>( <span class="small">)?', section))
        ].count(True) == sum(value.must for value in kind.values)
    for _, value in VALUES:
        for told in (value.about, *value.meanings.values(), *value.write, *value.avoid):
            assert told.replace("`", "") in text, told


def test_links_of_the_page_lead_to_its_sections(page):
    """Each link inside the guide leads to a heading of it."""
    assert set(re.findall(r'href="#([^"]+)"', page.html)) <= set(
        re.findall(r'id="([^"]+)"', page.html)
    )


def test_the_page_shows_a_report_of_the_check_itself(page):
    """The report on the page is what the check says today of a range written as one number."""
    shown = unescape(re.search(r"<pre[^>]*>(.*?)</pre>", page.html, re.S)[1])
    assert "min: 9–19" in shown
    assert "^^^^" in shown
    assert "Fix: for a range write two values, min: 9 and max: 19." in shown


def test_every_page_leads_to_the_guide(site):
    """The foot of a page and the list of all pages link to the guide."""
    for name in ("index.html", "levels/index.html", "search/index.html"):
        assert re.search(
            r'href="[./]*guide/"', (site / name).read_text(encoding="utf-8")
        ), name
    assert (site / "search" / "index.html").read_text(encoding="utf-8").count(
        "guide/"
    ) == 2


def test_in_another_language_the_help_says_that_it_is_english(tmp_path):
    """On a site in Arabic each text of the model is marked as English; the words of the site among
    them are marked as Arabic.
    """
    page = next(
        file
        for file in site_files(*load(*made.arabic(tmp_path)), Publication())
        if file.path == "guide/index.html"
    )
    for kind in kinds():
        assert f'<h3 id="{id_of(kind.model)}" lang="en" dir="ltr">' in page.html
    assert page.html.count('<td lang="en" dir="ltr">') == len(VALUES)
    assert page.html.count("<dt lang=") == sum(
        len(value.write) + len(value.avoid) for _, value in VALUES
    )
    assert set(re.findall(r'<dt lang="(\w+)" dir="(\w+)"', page.html)) == {
        ("ar", "rtl")
    }
