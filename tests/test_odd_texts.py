"""Long and odd texts: what passes the check is shown whole; what cannot be shown is told."""

from __future__ import annotations

import re
import time
from html import unescape
from pathlib import Path, PurePath

import cases
import hypothesis.strategies as st
import pytest
from building import saved
from contents import content_of, subject
from continuum.outputs.inspection import faults_of
from continuum.report.problem import ContentError
from continuum.rules import check
from continuum.views.diagram.measure import text_width, wrap
from hypothesis import given

HELP = "<aside data-help>988</aside>"
# Signs that mean something to HTML, and words that stand in what HTML calls them.
ODD = {
    "title: Paying": 'title: "Ask & answer <9> beds"',
    "name: High\n": "name: \"Under <9> beds & 'more'\"\n",
    "You travel.": "You amp & travel on a driver's test, once = a start.",
    "text: Rules.": "text: A driver’s test.",
    "text: Little time.": "text: A driver’s test.",
    "words:\n": "words:\n"
    "  - {id: amp, term: amp, meaning: A word.}\n"
    '  - {id: test, term: "driver\'s test", meaning: "It is lt & gt, 5 < 9.", sources: [rule]}\n',
}


@pytest.fixture(scope="module")
def odd(tmp_path_factory) -> Path:
    """The site of a small file that is full of such signs."""
    text = cases.SOUND
    for old, new in ODD.items():
        assert old in text
        text = text.replace(old, new, 1)
    folder = tmp_path_factory.mktemp("odd")
    docs = folder / "docs"
    docs.mkdir()
    page = "# Ask & answer <9> beds\n\nA driver's test & more.\n"
    (docs / "by-hand.md").write_text(page, encoding="utf-8")
    content = folder / "levels.yaml"
    content.write_text(text, encoding="utf-8")
    return saved(folder / "site", content, docs=docs)


def test_no_sign_is_lost_or_doubled(odd):
    """Names with signs of HTML stand in titles and headings as they were typed, and no entity is
    cut in two by a word that is explained, or shown as letters.
    """
    titles = {
        "levels/high/": "Under <9> beds & 'more' · Sound",
        "paying-for-it/": "Ask & answer <9> beds · Sound",
        "by-hand/": "Ask & answer <9> beds · Sound",
    }
    for address, title in titles.items():
        html = (odd / address / "index.html").read_text(encoding="utf-8")
        assert unescape(re.search("<title>(.*?)</title>", html)[1]) == title
        heading = re.search("<h1[^>]*>(.*?)</h1>", html, re.S)[1]
        said = unescape(re.sub("<[^>]*>", "", heading))
        assert title.removesuffix(" · Sound") in said
    for file in odd.rglob("*.html"):
        html = file.read_text(encoding="utf-8")
        assert not re.search(r"&(?:#\d*)?<", html), file
        if (
            "embed/" not in file.relative_to(odd).as_posix()
        ):  # there HTML itself is shown
            assert not re.search(r"&amp;(?:amp|lt|gt|quot|#\d+);", html), file


def test_a_word_with_an_apostrophe_is_explained(odd):
    """It leads to its meaning, as other words do; so does a word that HTML has a use for."""
    html = (odd / "levels/middle/index.html").read_text(encoding="utf-8")
    assert 'href="#word-test">driver&#39;s test</a>' in html
    assert 'href="#word-amp">amp</a> &amp; travel' in html
    html = (odd / "levels/high/index.html").read_text(encoding="utf-8")
    assert 'href="#word-test">driver’s test</a>' in html


def test_every_page_of_odd_texts_may_be_published(odd):
    """“Once = a start” in a description is no attribute that runs something."""
    content = content_of((odd.parent / "levels.yaml").read_text(encoding="utf-8"))
    found = {}
    for file in odd.rglob("*.html"):
        path = PurePath(file.relative_to(odd))
        faults = list(faults_of(path, file.read_text(encoding="utf-8"), content))
        if faults:
            found[path] = faults
    assert found == {}


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ('<meta content="Care once = a start.">', ""),
        ("<p>src = javascript: is how it was written</p>", ""),
        ('<p title="a > b" onclick = "x()">', '<p title="a > b" onclick = "x()">'),
        ("<img src=x onerror=x()>", "<img src=x onerror=x()>"),
        ('<a href=" JavaScript:x()">', '<a href=" JavaScript:x()">'),
        ("<script>x()</script>", "<script>"),
        ('<script type="application/ld+json">{}</script>', ""),
    ],
)
def test_what_runs_is_told_from_what_says_so(html, told):
    """Elements are looked at as browsers do: a text in an attribute runs nothing."""
    content = content_of(cases.SOUND)
    faults = list(faults_of(PurePath("index.html"), html + HELP, content))
    assert faults == ([f"{told} must not stand in a page"] if told else [])


def test_nothing_lies_under_zero():
    """`under: 0` is told on its line; it was a mistake of the program."""
    judged = subject(content_of(cases.SOUND.replace("under: 9", "under: 0", 1)))
    told = [problem for problem in check(judged) if "under" in problem.path]
    (problem,) = told
    assert problem.text == "No number lies under 0."
    assert problem.fix == "write the number that it stays under, such as under: 9."


@pytest.mark.parametrize(
    "name", ["\u00ad", "\u200c", "\u200e\u200f", "\ufe0f", "\u034f", "\u0301"]
)
def test_a_name_shows_something(name):
    """Signs that only join, turn or mark others are no text."""
    with pytest.raises(ContentError) as caught:
        content_of(cases.SOUND.replace("name: High\n", f'name: "{name}"\n'))
    (problem,) = caught.value.findings.problems
    assert problem.text == "“name” is empty."
    assert problem.fix == "write its text between the quotation marks."


@pytest.mark.parametrize("sign", ["\u2800", "\u3164", "\u115f", "\u1160", "\uffa0"])
def test_a_letter_that_shows_nothing_is_told(sign):
    """Unicode counts some blanks as letters and signs."""
    with pytest.raises(ContentError) as caught:
        content_of(cases.SOUND.replace("name: High\n", f"name: High{sign}\n"))
    (problem,) = caught.value.findings.problems
    code = f"U+{ord(sign):04X}"
    assert problem.text == f"This line holds a sign that cannot be seen ({code})."


def test_letters_that_join_are_left_alone():
    """Persian and Hindi need signs that join letters and keep them apart."""
    name = "می\u200cخواهم"
    assert content_of(cases.SOUND.replace("name: High\n", f"name: {name}\n"))


@given(st.text("abiW .", min_size=1, max_size=80), st.integers(5, 200))
def test_lines_hold_every_letter_and_fit(text, width):
    """However long a word is, no letter is lost, and no line is wider than it may be but for one
    letter that is wider itself.
    """
    lines = wrap(text, 10, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(text_width(line, 10) <= width or len(line) == 1 for line in lines)


def test_a_very_long_word_is_cut_at_once():
    """The time grows with the word, and not with the third power of it."""
    started = time.process_time()
    assert len(wrap("W" * 100_000, 10, 60)) > 10_000
    assert time.process_time() - started < 2


def said_of_a_word(word: str) -> list[tuple[str, str]]:
    """Return what is said of a text with a long word in it."""
    judged = subject(content_of(cases.SOUND.replace("You travel.", f"You {word}.", 1)))
    problems = [problem for problem in check(judged) if not problem.advice]
    return [(problem.text, problem.fix) for problem in problems]


def test_a_word_that_nobody_can_read_is_told():
    """It is too long from 81 letters on, but for scripts that need no spaces, and addresses."""
    assert said_of_a_word("w" * 2000) == [
        (
            f"“{'w' * 20}…” is a word of 2001 letters.",
            "put spaces between its words: one has at most 80 letters.",
        )
    ]
    assert said_of_a_word("w" * 79) == []
    assert said_of_a_word("字" * 200) == []
    assert said_of_a_word("-" * 200) == []
    assert said_of_a_word("see https://example.org/" + "w" * 90) == []
