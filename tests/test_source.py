"""The text of the file: every value keeps its place, and what YAML silently mangles is refused with its place and a fix."""

from __future__ import annotations

import pytest
from continuum.problems import ContentError
from continuum.source import decode, locate

BAD = {
    "a tab": ("a:\n\tb: 1\n", (2, 1), "Tab key"),
    "a no-break space before a name": ("a:\n\u00a0\u00a0b: 1\n", (2, 1), "ordinary space"),
    "a no-break space after a colon": ("a:\u00a0b\n", (1, 3), "ordinary space"),
    "a wide colon": ("a：b\n", (1, 2), "ordinary space"),
    "an invisible character": ("a: b\u200bc\n", (1, 5), "delete it"),
    "a byte order mark inside": ("a: b\n\ufeffc: d\n", (2, 1), "delete it"),
    "merge marks": ("a: 1\n<<<<<<< mine\nb: 2\n", (2, 1), "keep the version"),
    "a name twice": ("a: 1\nb: 2\na: 3\n", (3, 1), "keep one"),
    "a text cut off at #": ("a: Group #1 choice\n", (1, 10), "quotation marks"),
    "an anchor": ("a: &more help\n", (1, 4), "quotation marks"),
    "an alias": ("a: &x [1]\nb: *x\n", (2, 1), "write the text out"),
    "a tag": ("a: !note text\n", (1, 4), "quotation marks"),
    "a merge": ("a: {b: 1}\nc:\n  <<: {b: 2}\n", (3, 3), "write the lines out"),
    "joined list items": ("a:\n  - x\n   - y\n", (2, 5), "same column"),
    "a dash without a space": ("a:\n  -item\n", (2, 3), "dash, a space"),
    "a colon inside a text": ("a: Note: call\n", (1, 8), "quotation marks"),
    "an open quotation mark": ('a: "text\nb: 1\n', (1, 4), "closing quotation mark"),
    "an open bracket": ("a: [1, 2\nb: 3\n", (1, 4), "close the bracket"),
    "no space after a colon": ("a: 1\nb:2\nc: 3\n", (2, 1), "a colon and a space"),
    "a second document": ("a: 1\n---\nb: 2\n", (2, 1), "one document"),
    "a text that starts with %": ("a: %x\n", (1, 4), "quotation marks"),
    "double curly brackets": ("a: {{ x }}\n", (1, 5), "quotation marks"),
    "one space too few": ("a:\n  b: 1\n c: 2\n", (3, 2), "spaces"),
    "an empty file": ("# nothing\n", (1, 1), "language: en"),
    "a list at the root": ("- a\n- b\n", (1, 1), "language: en"),
    "3,000 brackets": ("a: " + "[" * 3000 + "\n", None, "bracket"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_yaml_mangles_is_refused(name):
    """Each hazard gives a problem with line, column and a fix, and never a traceback."""
    text, place, fix = BAD[name]
    with pytest.raises(ContentError) as caught:
        locate(text)
    problem = caught.value.problems[0]
    assert fix in problem.fix
    assert place is None or (problem.place.line, problem.place.column) == place
    assert "Fix:" in str(caught.value)


def test_all_faults_of_the_text_are_reported_together():
    """Two names twice and two cut-off texts give four problems, sorted by line."""
    with pytest.raises(ContentError) as caught:
        locate("a: 1\na: x #1\nb: 2\nb: y #2\n")
    assert [problem.place.line for problem in caught.value.problems] == [2, 2, 4, 4]


def test_only_json_scalars_are_typed():
    """Yes and no, times, dates, versions with quotation marks and numbers with a leading 0 stay what was typed."""
    text = 'a: no\nb: 1:30\nc: 2026-09-31\nd: "2.1"\ne: 010\nf: 9\ng: 2.5\nh: true\ni:\nj: on\nk: .inf\nl: 1_000\n'
    assert locate(text).plain() == {
        "a": "no", "b": "1:30", "c": "2026-09-31", "d": "2.1", "e": "010", "f": 9, "g": 2.5, "h": True, "i": None,
        "j": "on", "k": ".inf", "l": "1_000",
    }  # fmt: skip


def test_every_value_knows_its_place():
    """Lines and columns count from 1, in characters, whatever the script."""
    tree = locate("name: مستوى\nlist:\n  - {a: é–x, b: 2}\n")
    item = tree.find("list", 0)
    assert (item.find("b").place.line, item.find("b").place.column, item.find("b").place.width) == (3, 17, 1)
    assert (item.find("b").key.line, item.find("b").key.column) == (3, 14)
    assert tree.find("name").place.width == 5


def test_line_ends_and_a_byte_order_mark_at_the_start_are_accepted():
    """A file saved on Windows reads the same."""
    assert locate(decode(b"\xef\xbb\xbfa: 1\r\nb: 2\r", "x")).plain() == {"a": 1, "b": 2}


def test_a_file_in_another_encoding_is_refused():
    """Bytes that are not UTF-8 are reported with their line."""
    with pytest.raises(ContentError) as caught:
        decode("a: 1\nb: é\n".encode("cp1252"), "x")
    assert caught.value.problems[0].place.line == 2
