"""The site's own words: they go through the same reader as the facts, and what cannot be used is
reported.
"""

from __future__ import annotations

import json
import re

import asking
import pytest
from building import ROOT, saved
from contents import english
from continuum.language.holes import Asked
from continuum.language.phrases_file import patterns_of, read_phrases
from continuum.reading.tree import locate
from continuum.report.problem import ContentError
from continuum.settings import ASKED, CONTENT, TEMPLATES, WORDS

SCRIPTS = ROOT / "scripts"
# A phrase asked for by its whole name.
BY_NAME = re.compile(r"""\b(?:w|words|phrases)\(\s*["']([\w.]+)["']\s*[,)]""")
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
        "  hospital: In a hospital\n  hospital.ward: In a ward\n",
        "name of words",
    ),
    "a search that cannot be": (
        "  joiners: to|-|–|or|and\n",
        '  joiners: "to|("\n',
        "search pattern",
    ),
    "a number in words": ("numbers: {1: one,", "numbers: {one: one,", "not a number"),
}


def words(text: str, language: str = "en"):
    """Return the phrases of a text, and where they stand."""
    asked = Asked(
        json.loads(ASKED.read_bytes()), english() if language != "en" else None
    )
    return read_phrases(locate(text), language, asked, "words.yaml", text)


def told(text: str, language: str = "en") -> list[tuple[str, str, str]]:
    """Return what is wrong with phrases: of which, what, and how to put it right."""
    with pytest.raises(ContentError) as caught:
        words(text, language)
    return [
        (problem.path, problem.text, problem.fix)
        for problem in caught.value.findings.problems
    ]


def with_pattern(old: str, new: str) -> str:
    """Return the English words with a pattern replaced."""
    assert ENGLISH.count(old) == 1, old
    return ENGLISH.replace(old, new)


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


HOURS = 'other: "{range} hours a week"'
BETWEEN = 'between: "{min} to {max}"\n  least: "{min} or more"'
PAIRS = 'pairs: {one: "{count} comparison", other: "{count} comparisons"}'
VANISH = "is missing: what it stands for would vanish from the pages."
# Each with the phrase, what is said of it, and how to put it right.
HOLES = {
    "a number is left out": (
        HOURS,
        'other: "hours a week"',
        ("amount.hours_per_week.other", f"{{range}} {VANISH}"),
        "write {range} where it belongs.",
    ),
    "one of two is": (
        BETWEEN,
        BETWEEN.replace("{max}", "{min}", 1),
        ("range.between", f"{{max}} {VANISH}"),
        "write {max} where it belongs.",
    ),
    "a count is": (
        PAIRS,
        PAIRS.replace("{count} comparisons", "comparisons"),
        ("quality.pairs.other", f"{{count}} {VANISH}"),
        "write {count} where it belongs.",
    ),
    "a number for a script is": (
        "You can compare {number} at a time",
        "You can compare few at a time",
        ("compare.full", f"{{number}} {VANISH}"),
        "write {number} where it belongs.",
    ),
    "another name stands there": (
        HOURS,
        'other: "{hours} hours a week"',
        ("amount.hours_per_week.other", "Nothing can be filled in for {hours}."),
        "write {range} in its place.",
    ),
    "one too many": (
        HOURS,
        'other: "{range} of {n} hours a week"',
        ("amount.hours_per_week.other", "Nothing can be filled in for {n}."),
        "write {range} in its place.",
    ),
    "one where nothing is filled in": (
        "  hospital: In a hospital\n",
        '  hospital: "In a {place}"\n',
        ("sleep.hospital", "Nothing can be filled in for {place}."),
        "delete it: nothing is filled in here.",
    ),
}


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", HOLES)
def test_a_number_cannot_vanish_from_a_phrase(name, language):
    """What is filled in is said, and nothing else is: in English as in any other language."""
    old, new, (path, text), fix = HOLES[name]
    assert told(with_pattern(old, new), language) == [(path, text, fix)]


def test_all_holes_that_are_wrong_are_told_at_once():
    """Each has a problem of its own, on its line."""
    text = ENGLISH
    for old, new, _, _ in HOLES.values():
        text = text.replace(old, new, 1)
    found = told(text)
    assert len(found) >= 5
    assert {path for path, _, _ in found} == {
        path for _, _, (path, _), _ in HOLES.values()
    }


def test_one_thing_may_be_said_in_words():
    """“One comparison” needs no digit, where the form stands for one alone; in Russian it stands
    for 21 as well, and whoever reads “a comparison” there would be misled.
    """
    one = PAIRS.replace('{count} comparison"', 'One comparison"')
    assert one != PAIRS
    assert (
        words(with_pattern(PAIRS, one)).phrases("quality.pairs", 1) == "One comparison"
    )
    assert words(with_pattern(PAIRS, one), "es")
    assert told(with_pattern(PAIRS, one), "ru") == [
        ("quality.pairs.one", f"{{count}} {VANISH}", "write {count} where it belongs.")
    ]


def test_forms_that_english_lacks_have_its_holes():
    """The same values are filled in, whichever form a language chooses for a number."""
    few = PAIRS.replace('}"}', '}"').rstrip("}") + ', few: "porównania"}'
    assert told(with_pattern(PAIRS, few), "pl") == [
        ("quality.pairs.few", f"{{count}} {VANISH}", "write {count} where it belongs.")
    ]


def test_a_line_that_a_sentence_needs_is_told_by_the_check():
    """It is found before anything is built, though no page or piece is called by it."""
    line = 'list: {comma: ", ", end: "{most} and {last}"}'
    assert told(with_pattern(line, 'list: {comma: ", "}')) == [
        (
            "list.end",
            "The words for “list.end” are missing.",
            "write them below “list”, after “end:”.",
        )
    ]


def test_what_phrases_are_asked_for_is_written_down():
    """The file that checks read is what templates and the program ask for today; `make asked`
    writes it anew. English has all of them, with these holes.
    """
    assert ASKED.read_text(encoding="utf-8") == asking.written()
    given = json.loads(ASKED.read_bytes())
    assert len([name for name in given if given[name]]) > 90
    assert given["range.between"] == ["max", "min"]
    assert given["amount.hours_per_week"] == ["range"]
    assert words(ENGLISH)


def test_every_phrase_that_is_asked_for_is_there():
    """Whatever templates and the program ask for by name stands in the English words, or is the
    start of such names.
    """
    known = set(english().patterns)
    known |= {name.rpartition(".")[0] for name in known}
    asked = {}
    for file in sorted([*TEMPLATES.rglob("*.j2"), *SCRIPTS.rglob("*.py")]):
        for name in BY_NAME.findall(file.read_text(encoding="utf-8")):
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
    with pytest.raises(ContentError) as caught:
        words(
            ENGLISH.replace(
                "  hospital: In a hospital\n", "  hospitel: In a hospital\n", 1
            ),
            "es",
        )
    assert {
        (problem.text.split("“")[1].split("”")[0], problem.fix)
        for problem in caught.value.findings.problems
    } == {
        ("sleep.hospital", "translate “In a hospital”."),
        ("sleep.hospitel", "did you mean “sleep.hospital”?"),
    }
