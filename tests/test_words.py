"""The site's own words: they go through the same reader as the facts, and what cannot be used is
reported.
"""

from __future__ import annotations

import re

import pytest
from building import ROOT, saved
from contents import english
from continuum.language.phrases_file import patterns_of, read_phrases
from continuum.reading.tree import locate
from continuum.report.problem import ContentError
from continuum.settings import CONTENT, TEMPLATES, WORDS

SCRIPTS = ROOT / "scripts"
# A phrase asked for by its whole name.
ASKED = re.compile(r"""\b(?:w|words|phrases)\(\s*["']([\w.]+)["']\s*[,)]""")
ENGLISH = (WORDS / "en.yaml").read_text(encoding="utf-8")
BAD = {
    "a list": (
        "  hospital: In a hospital\n",
        "  hospital: [In a hospital]\n",
        "one text",
    ),
    "nothing": ("  hospital: In a hospital\n", "  hospital:\n", "one text"),
    "empty quotation marks": (
        "  hospital: In a hospital\n",
        '  hospital: ""\n',
        "one text",
    ),
    "a bracket without a partner": (
        "  hospital: In a hospital\n",
        '  hospital: "In a {hospital"\n',
        "no partner",
    ),
    "a hole that reaches inside": (
        "  hospital: In a hospital\n",
        '  hospital: "{count.real}"\n',
        "name of a hole",
    ),
    "a hole with a form": (
        "  hospital: In a hospital\n",
        '  hospital: "{count:>9}"\n',
        "name of a hole",
    ),
    "a hole without a name": (
        "  hospital: In a hospital\n",
        '  hospital: "{}"\n',
        "name of a hole",
    ),
    "a name with a dot": (
        "  hospital: In a hospital\n",
        "  hospital.ward: In a hospital\n",
        "name of words",
    ),
    "a search that cannot be": (
        "  joiners: to|-|–|or|and\n",
        '  joiners: "to|("\n',
        "search pattern",
    ),
    "a number in words": ("numbers: {1: one,", "numbers: {one: one,", "not a number"),
}


def words(text: str, model=None):
    """Return the phrases of a text, and where they stand."""
    return read_phrases(
        locate(text), "en" if model is None else "es", model, "words.yaml", text
    )


@pytest.mark.parametrize("name", BAD)
def test_words_that_cannot_be_used_are_reported(name):
    """Each is reported on its line, with a fix; in the English words as well."""
    old, new, said = BAD[name]
    assert old in ENGLISH
    with pytest.raises(ContentError) as caught:
        words(ENGLISH.replace(old, new, 1))
    (problem,) = caught.value.findings.problems
    assert said in problem.text
    assert problem.fix
    assert (
        new.strip().partition(":")[0]
        in ENGLISH.replace(old, new, 1).split("\n")[problem.place.line - 1]
    )


def test_pages_and_pieces_without_their_words_are_told_together():
    """A heading, what stands below one, what a menu says and the label of a piece: each that the
    tables name and the English words lack is told, with its place and what to write.
    """
    text = without("week: A week at a level", "cite: How to cite", "ready_short:")
    with pytest.raises(ContentError) as caught:
        words(text)
    told = {problem.path: problem for problem in caught.value.findings.problems}
    assert {path: problem.text for path, problem in told.items()} == {
        "embed.kind.week": "The words for “embed.kind.week” are missing: "
        "what clinics read for the piece “week”.",
        "publisher.cite": "The words for “publisher.cite” are missing: "
        "the heading of the page “cite”.",
        "embed.ready_short": "The words for “embed.ready_short” are missing: "
        "what stands below the heading of the page “embed-ready”.",
    }
    label = told["embed.kind.week"]
    assert label.fix == "write them below “embed.kind”, after “week:”."
    assert text.split("\n")[label.place.line - 1] == "  kind:"


def without(*starts: str) -> str:
    """Return the English words without the lines that start like this."""
    lines = ENGLISH.split("\n")
    for start in starts:
        (gone,) = [line for line in lines if line.lstrip().startswith(start)]
        lines.remove(gone)
    return "\n".join(lines)


def test_a_phrase_that_a_build_lacks_is_a_report(tmp_path):
    """A template that asks for a phrase which is not there ends the build with a place, what is
    missing and how to put that right, and no traceback.
    """
    folder = tmp_path / "words"
    folder.mkdir()
    (folder / "en.yaml").write_text(without('pages_text: "Each page'), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        saved(tmp_path / "site", CONTENT, words=folder)
    (problem,) = caught.value.findings.problems
    assert problem.text == "The words for “cite.pages_text” are missing."
    assert problem.fix


def test_every_phrase_that_is_asked_for_is_there():
    """Whatever templates and the program ask for by name stands in the English words, or is the
    start of such names.
    """
    known = set(english().patterns)
    known |= {name.rpartition(".")[0] for name in known}
    asked = {}
    for file in sorted([*TEMPLATES.rglob("*.j2"), *SCRIPTS.rglob("*.py")]):
        for name in ASKED.findall(file.read_text(encoding="utf-8")):
            asked.setdefault(name, file.name)
    assert len(asked) > 300
    assert {name: file for name, file in asked.items() if name not in known} == {}


def test_words_arrive_as_typed():
    """A word that looks like a number, or like true, stays the text that stands there."""
    assert patterns_of(locate("a: 3.10\nb: true\nc: no\nd: 010\n")) == {
        "a": "3.10",
        "b": "true",
        "c": "no",
        "d": "010",
    }


def test_a_misspelt_name_in_another_language_is_found():
    """The words of another language that English does not have are reported beside those that are
    missing.
    """
    model = english()
    with pytest.raises(ContentError) as caught:
        words(
            ENGLISH.replace(
                "  hospital: In a hospital\n", "  hospitel: In a hospital\n", 1
            ),
            model,
        )
    assert {
        (problem.text.split("“")[1].split("”")[0], problem.fix)
        for problem in caught.value.findings.problems
    } == {
        ("sleep.hospital", "translate “In a hospital”."),
        ("sleep.hospitel", "did you mean “sleep.hospital”?"),
    }
