"""Patterns that people write: none is tried that fits nothing or takes without end, each is told
with its line and a fix; and what takes long all the same is ended, here and in the preview.
"""

from __future__ import annotations

import re
import time
from pathlib import Path

import cases
import pytest
from building import ROOT
from continuum import examine, load_avoided, load_phrases, rules
from continuum.language.avoided_file import read_avoided
from continuum.language.patterns.patience import TooSlow, at_most
from continuum.language.patterns.sound import unsound
from continuum.reading.tree import locate
from continuum.report.problem import ContentError
from continuum.settings import WORDING, WORDS
from preview.editing import Editing

NOTHING = "This pattern fits where there are no words."
OFTEN = "This pattern repeats a group of words, which may take without end."
MANY = "This pattern repeats something more than 100 times."
OPEN = (
    "This pattern goes on without end at more than 3 places, which may take too long."
)
CLOSED = "This pattern closes a bracket that it never opened."
REFERS = "This pattern gives a part of it a name, or refers to one."
# Each with what is said of it, and the same put right as the fix says.
UNSOUND = {
    "abusers?|": (NOTHING, "abusers?"),
    "|abusers?": (NOTHING, "abusers?"),
    "(?:abuse|)": (NOTHING, "(?:abuse)"),
    "(?:abuse)?": (NOTHING, "(?:abuse)"),
    "a*": (NOTHING, "a"),
    r"\b": (NOTHING, r"\bw"),
    "(?=abuse)": (NOTHING, "abuse"),
    "(a+)+$": (OFTEN, "(a+){1,3}$"),
    r"(\w+\s?)*x": (OFTEN, r"(\w+\s?){0,2}x"),
    "(?:a|a)*b": (OFTEN, "(?:a|a){1,4}b"),
    "(?:ab){2,}": (OFTEN, "(?:ab){1,4}"),
    "(?:(?:ab){9}){9}": (OFTEN, "(?:(?:ab){4}){4}"),
    "a{50000}": (MANY, "a{100}"),
    ".*a.*b.*c.*d": (OPEN, ".*a.*b.*c.{0,40}d"),
    "(?:.+a){4}b": (OPEN, "(?:.+a){3}b"),
    "abuse)|(?:drug": (CLOSED, "abuse|(?:drug)"),
    r"(ab)\1": (REFERS, "(ab)ab"),
    "(?P<first>ab)": (REFERS, "(?:ab)"),
    "a" * 2001: (
        "This pattern has more than 2000 letters.",
        "a" * 2000,
    ),
}


@pytest.mark.parametrize("pattern", UNSOUND)
def test_a_pattern_that_cannot_be_searched_with_is_told(pattern):
    """It is told by what it is made of, and what the fix says makes it sound."""
    text, mended = UNSOUND[pattern]
    said, fix = unsound(pattern)
    assert said == text
    assert fix
    re.compile(mended)
    assert unsound(mended) is None


def test_patterns_of_the_lists_and_the_words_are_sound():
    """All of ours are; none is told that can be used."""
    terms = load_avoided("en").lists.terms
    ours = [term.avoid for term in terms]
    ours += [term.when for term in terms if term.when]
    ours += [term.unless for term in terms if term.unless]
    ours += load_phrases("en").phrases.under("prose.units").values()
    assert len(ours) > 150
    assert [pattern for pattern in ours if unsound(pattern)] == []


@pytest.mark.parametrize("name", ["avoid", "when", "unless"])
@pytest.mark.parametrize("pattern", ["abusers?|", r"(\w+\s?)*x"])
def test_an_entry_that_cannot_be_searched_with_is_told_on_its_line(name, pattern):
    """So is each of its patterns, with its way, its line and what to do."""
    text = (WORDING / "en.yaml").read_text(encoding="utf-8")
    old = "avoid: 'marijuana'"
    line = text[: text.index(old)].count("\n") + 1
    entry = "avoid: 'marijuana'" if name != "avoid" else ""
    new = f"{entry}{entry and ', '}{name}: '{pattern}'"
    text = text.replace(old, new, 1)
    with pytest.raises(ContentError) as caught:
        read_avoided(locate(text), "en.yaml", text)
    (problem,) = caught.value.findings.problems
    assert (problem.place.line, problem.text) == (line, UNSOUND[pattern][0])
    assert problem.path.endswith(f" > {name}")
    assert problem.fix == unsound(pattern)[1]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("joiners: to|-|–|or|and", "joiners: to|", NOTHING),
        ("days: days?,", 'days: "(d+)+", ', OFTEN),
        ("more: or (?:more|less|fewer)", 'more: "(?P<first>or)"', REFERS),
        ("more: or (?:more|less|fewer)", 'more: "or)(?:more"', CLOSED),
    ],
)
def test_a_search_among_the_words_is_told_too(old, new, said, tmp_path):
    """What joins numbers and units becomes part of one long pattern, which each part must suit."""
    folder = words_with(tmp_path, old, new)
    with pytest.raises(ContentError) as caught:
        load_phrases("en", folder)
    (problem,) = caught.value.findings.problems
    assert problem.text == said
    assert problem.path.startswith("prose.")


def words_with(folder: Path, old: str, new: str) -> Path:
    """Return a folder with the English words, in which one thing is replaced."""
    text = (WORDS / "en.yaml").read_text(encoding="utf-8")
    assert old in text
    (folder / "en.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


# No structure tells that this takes long: each of its signs may be left out.
SLOW = "a?" * 28 + "a" * 28
LONG_WORD = "a" * 28


def slow_lists(folder: Path) -> Path:
    """Return a folder with the English lists, one entry of which is slow."""
    text = (WORDING / "en.yaml").read_text(encoding="utf-8")
    text = text.split("exceptions:\n")[0].replace("'marijuana'", f"'{SLOW}'", 1)
    folder.mkdir()
    (folder / "en.yaml").write_text(text, encoding="utf-8")
    return folder


def test_a_slow_entry_is_ended_and_told_on_its_line(tmp_path, monkeypatch):
    """Whatever a text and an entry make of each other: after a while the check goes on, says
    which entry that was, and what else is wrong.
    """
    monkeypatch.setattr(rules, "PATIENCE", 0.3)
    wording = slow_lists(tmp_path / "wording")
    content = tmp_path / "levels.yaml"
    said = cases.SOUND.replace("You travel.", f"You travel {LONG_WORD}. Go!", 1)
    content.write_text(said, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        examine(content, wording=wording)
    told = {problem.text: problem for problem in caught.value.findings.problems}
    slow = "A search with this entry takes too long: it was ended before it was done."
    assert slow in told
    assert "An exclamation mark stands here." in told
    lines = (wording / "en.yaml").read_text(encoding="utf-8").split("\n")
    assert SLOW in lines[told[slow].place.line - 1]


def test_a_rule_that_takes_too_long_for_another_reason_is_named(tmp_path, monkeypatch):
    """A unit of time among the words can be as slow; then the rule is named."""
    monkeypatch.setattr(rules, "PATIENCE", 0.3)
    folder = words_with(tmp_path, "days: days?,", f"days: {SLOW},")
    content = tmp_path / "levels.yaml"
    said = cases.SOUND.replace("You travel.", f"You travel {LONG_WORD}.", 1)
    content.write_text(said, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        examine(content, folder)
    (text, *_) = [problem.text for problem in caught.value.findings.problems]
    assert text == (
        "The rule “prose_types_no_figure” takes too long: it was ended before it was done."
    )


def test_the_preview_survives_a_check_that_takes_too_long(tmp_path, monkeypatch):
    """It says so, shows what was good, and follows again once the edit is undone."""
    monkeypatch.setattr(rules, "PATIENCE", 0.3)
    content = tmp_path / "levels.yaml"
    content.write_text(cases.SOUND, encoding="utf-8")
    words = tmp_path / "words"
    words.mkdir()
    words_with(words, "days: days?,", "days: days?,")
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(
        f"docs_dir: {ROOT / 'docs'}\nextra: {{content: levels.yaml, words: words}}\n"
    )
    editing = Editing("http://127.0.0.1:8000/", settings)
    editing.read()
    assert editing.file("faq/")
    words_with(words, "days: days?,", f"days: {SLOW},")
    content.write_text(cases.SOUND.replace("You travel.", f"You travel {LONG_WORD}."))
    started = time.monotonic()
    editing.read()
    assert time.monotonic() - started < 30
    assert "takes too long" in editing.news.found.problems[0].text
    assert editing.file("faq/")
    words_with(words, "days: days?,", "days: days?,")
    content.write_text(cases.SOUND, encoding="utf-8")
    editing.read()
    assert editing.news.found.faults == []


def test_time_is_given_back():
    """What ended in time is not stopped later; a limit within another leaves that as it was."""
    with pytest.raises(TooSlow), at_most(0.5):
        with at_most(5):
            pass
        re.match(f"{SLOW}$", f"{LONG_WORD}b" * 2 + "c")
        while True:
            pass
