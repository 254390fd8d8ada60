"""The site's own words: they go through the same reader as the facts, and what cannot be used is
reported.
"""

from __future__ import annotations

import pytest
from building import english
from continuum.language.phrases_file import read_phrases
from continuum.reading.tree import locate
from continuum.report.problem import ContentError
from continuum.settings import WORDS

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


def test_words_arrive_as_typed():
    """A word that looks like a number, or like true, stays the text that stands there."""
    assert words("a: 3.10\nb: true\nc: no\nd: 010\n").phrases.patterns == {
        "a": "3.10",
        "b": "true",
        "c": "no",
        "d": "010",
    }


def test_a_misspelt_name_in_another_language_is_found():
    """The words of another language that English does not have are reported beside those that are
    missing.
    """
    model = english().phrases
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
