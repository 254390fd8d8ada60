"""The text of the file: every value keeps its place,
and what YAML silently mangles is refused with its place and a fix.
"""

from __future__ import annotations

import pytest
from continuum.reading.characters import decode
from continuum.reading.tree import locate
from continuum.report.problem import ContentError
from mangled import BROKEN, SILENT


@pytest.mark.parametrize("name", [*SILENT, *BROKEN])
def test_what_yaml_mangles_is_refused(name):
    """Each hazard gives one problem with line, column and a fix, and never a traceback."""
    text, place, fix = {**SILENT, **BROKEN}[name]
    with pytest.raises(ContentError) as caught:
        locate(text)
    (problem,) = caught.value.findings.problems
    assert (problem.place.line, problem.place.column) == place
    assert fix in problem.fix
    assert "Fix:" in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 100_000,
        "a: " + "{a: " * 100_000,
        "- " * 100_000 + "x",
        "? " * 100_000,
        "a: [\n" * 5000,
    ],
)
def test_what_nests_without_end_is_refused(text):
    """A hundred thousand brackets, which make YAML's own reader crash, give one problem."""
    with pytest.raises(ContentError) as caught:
        locate(text)
    assert "too many" in caught.value.findings.problems[0].text


def test_one_line_of_any_length_is_read():
    """A text of 100,000 letters on one line arrives whole,
    and a fault at its end is shown in place.
    """
    assert locate("a: " + "x " * 50_000).plain() == {"a": ("x " * 50_000).strip()}
    with pytest.raises(ContentError) as caught:
        locate("a: " + "x " * 50_000 + "#y")
    assert len(str(caught.value)) < 1000


def test_what_other_scripts_need_is_taken():
    """Joining signs, signs of direction, wide spaces inside a text and wide colons in a text
    of their script stay as typed.
    """
    text = "a: می\u200cخواهم\nb: Question\u00a0?\nc: >\n  注：这是\nd: «\u00a0Oui\u00a0» dit-elle\n"
    assert locate(text).plain() == {
        "a": "می\u200cخواهم",
        "b": "Question\u00a0?",
        "c": "注：这是\n",
        "d": "«\u00a0Oui\u00a0» dit-elle",
    }


def test_all_faults_of_the_text_are_reported_together():
    """Two names twice and two cut-off texts give four problems, sorted by line."""
    with pytest.raises(ContentError) as caught:
        locate("a: 1\na: x #1\nb: 2\nb: y #2\n")
    assert [problem.place.line for problem in caught.value.findings.problems] == [
        2,
        2,
        4,
        4,
    ]


def test_only_json_scalars_are_typed():
    """Yes and no, times, dates, versions with quotation marks and numbers
    with a leading 0 stay what was typed.
    """
    text = (
        'a: no\nb: 1:30\nc: 2026-09-31\nd: "2.1"\ne: 010\nf: 9\n'
        "g: 2.5\nh: true\ni:\nj: on\nk: .inf\nl: 1_000\n"
    )
    assert locate(text).plain() == {
        "a": "no",
        "b": "1:30",
        "c": "2026-09-31",
        "d": "2.1",
        "e": "010",
        "f": 9,
        "g": 2.5,
        "h": True,
        "i": None,
        "j": "on",
        "k": ".inf",
        "l": "1_000",
    }


def test_every_value_knows_its_place():
    """Lines and columns count from 1, in characters, whatever the script."""
    tree = locate("name: مستوى\nlist:\n  - {a: é–x, b: 2}\n")
    item = tree.find("list", 0)
    assert (
        item.find("b").place.line,
        item.find("b").place.column,
        item.find("b").place.width,
    ) == (3, 17, 1)
    assert (item.find("b").key.line, item.find("b").key.column) == (3, 14)
    assert tree.find("name").place.width == 5


def test_line_ends_and_a_byte_order_mark_at_the_start_are_accepted():
    """A file saved on Windows reads the same."""
    assert locate(decode(b"\xef\xbb\xbfa: 1\r\nb: 2\r", "x")).plain() == {
        "a": 1,
        "b": 2,
    }


def test_a_file_in_another_encoding_is_refused():
    """Bytes that are not UTF-8 are reported with their line."""
    with pytest.raises(ContentError) as caught:
        decode("a: 1\nb: é\n".encode("cp1252"), "x")
    assert caught.value.findings.problems[0].place.line == 2
