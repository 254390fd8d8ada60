"""The words to avoid: found where they label, blame, rank or sell, and nowhere else; and no
published text holds one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import cases
import hypothesis.strategies as st
import pytest
from contents import subject
from continuum import examine, load_avoided, load_prose
from continuum.language.avoided import Avoided
from continuum.language.avoided_file import read_avoided
from continuum.language.patterns.openings import openings
from continuum.loading import Own
from continuum.reading.tree import locate
from continuum.rendering.output import Output, Page
from continuum.report.problem import ContentError
from continuum.rules import unexcused
from continuum.rules.ease import ABOUT_WORDS
from continuum.rules.wording import RULES, names_of_others
from continuum.settings import CONTENT, PAGES, ROOT, WORDING, WORDS
from hypothesis import assume, given

LINES = Path(__file__).parent / "wording"


def sentences(name: str) -> list[str]:
    """Return the lines of a list of sentences."""
    return [
        line
        for line in (LINES / f"{name}.txt").read_text(encoding="utf-8").split("\n")
        if line and not line.startswith("#")
    ]


@pytest.fixture(scope="module")
def avoided() -> Avoided:
    """The words that English avoids."""
    return load_avoided("en")


def test_each_sentence_that_must_fire_fires(avoided):
    """In each of the sentences exactly the named words are found, as a problem or as advice."""
    lines = [
        re.fullmatch(r"([!?]) (.+?) \| (.+)", line).groups()
        for line in sentences("fires")
    ]
    assert len(lines) >= 60
    wrong = []
    for mark, words, sentence in lines:
        found = [
            ("?" if hit.term.advice else "!", hit.words.lower())
            for hit in avoided.find(sentence)
        ]
        if found != [(mark, words.lower())]:
            wrong.append((sentence, found))
    assert wrong == []


def test_each_sentence_that_is_fine_is_left_alone(avoided):
    """In none of the sentences anything is found, though many look alike."""
    lines = sentences("fine")
    assert len(lines) >= 60
    assert [(line, hit.words) for line in lines for hit in avoided.find(line)] == []


def test_every_term_fires_somewhere(avoided):
    """No term of the list is one that nothing can set off."""
    fired = {
        hit.term.avoid
        for line in sentences("fires")
        for hit in avoided.find(line.split(" | ")[1])
    }
    assert [term.avoid for term in avoided.lists.terms if term.avoid not in fired] == []


OPENINGS = {
    "addicts?": ["addi"],
    "MAT": ["mat"],
    "(?:drug |pill )?addicts?|junkies?": ["addi", "drug", "junk", "pill"],
    "(?:a|the) bum": ["a", "the"],
    "e?mails?": ["e", "mail"],
    "(?:a?)bc": ["a", "bc"],
    "(?:a|)bc": ["a", "bc"],
    "(?:ab){0,2}c": ["ab", "c"],
    "(?<!non-)alcoholics?(?! drinks)": ["alco"],
    "m[ae]n": ["m"],
    "[ab]c": [""],
    r"\S+ing": [""],
    r"\bab": ["ab"],
    r"\d ?days": ["0"],
}


@pytest.mark.parametrize("pattern", OPENINGS)
def test_a_pattern_tells_how_a_text_may_start_that_fits(pattern):
    """What may be missing, alternatives, groups and what stands around a text are told apart."""
    assert sorted(openings(pattern)) == OPENINGS[pattern]


def _patterns() -> st.SearchStrategy[str]:
    """Return patterns made of letters, classes, alternatives, groups, and what may be missing."""
    pieces = st.sampled_from(["a", "b", "cde", "[fg]", r"\w", r"\d", " "])

    def larger(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        groups = inner.map("(?:{})".format)
        return st.one_of(
            st.lists(inner, min_size=1, max_size=3).map("".join),
            st.lists(inner, min_size=2, max_size=3).map("|".join),
            st.tuples(groups, st.sampled_from("?*+")).map("".join),
            inner.map("(?<!x){}".format),
        )

    return st.recursive(pieces, larger, max_leaves=6)


PATTERNS = _patterns()


@given(st.data())
def test_no_text_that_fits_starts_in_another_way(data):
    """Whatever a pattern is made of, a word that fits it begins with one of its openings."""
    pattern = data.draw(PATTERNS)
    text = data.draw(st.from_regex(pattern, fullmatch=True))
    assume(re.match(r"\w", text))
    start = "0" if text[0].isdigit() else text.lower()
    assert any(start.startswith(opening) for opening in openings(pattern))


ATTRIBUTE = re.compile(
    r'\s(?:alt|title|aria-[\w-]+|content|placeholder|label|value|summary)="([^"]*)"'
)
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)
NOT_SAID = re.compile(r"<(script|style|pre|code)\b.*?</\1>|<!--.*?-->", re.S)


def strings(value: Any) -> Iterator[str]:
    """Yield every text inside JSON values."""
    if isinstance(value, str):
        yield from texts(value)
    elif isinstance(value, (dict, list)):
        for below in value.values() if isinstance(value, dict) else value:
            yield from strings(below)


def texts(markup: str) -> Iterator[str]:
    """Yield what stands between tags, in attributes that are read out or shown, and in JSON-LD."""
    if "<" not in markup:
        yield markup
        return
    for data in DATA.findall(markup):
        yield from strings(json.loads(data or "null"))
    markup = NOT_SAID.sub("<>", markup)
    yield from map(unescape, ATTRIBUTE.findall(markup))
    yield from map(unescape, re.split(r"<[^>]*>", markup))


def published(files: dict[str, Output | Page]) -> set[str]:
    """Return every text that the generated files publish, once each, but for addresses."""
    found: set[str] = set()
    for path, file in files.items():
        if isinstance(file, Page):
            found.update((file.title, file.description, *texts(file.html)))
        elif not path.endswith((".js", ".css")):
            body = file.body.decode()
            found.update(
                strings(json.loads(body)) if path.endswith(".json") else texts(body)
            )
    return {text for text in found if not text.startswith(("http://", "https://"))}


def test_no_published_text_holds_a_problem(generated, loaded, avoided):
    """Pages, pieces, copies, data and pictures: titles, texts, alternatives and descriptions hold
    no word that is a problem, but in names.
    """
    continuum, _ = loaded
    names = names_of_others(continuum)
    searched = [
        name
        for group in continuum.everything
        for name in (*getattr(group, "also_called", ()), *getattr(group, "also", ()))
    ]
    said = published(generated)
    assert len(said) > 5000
    assert [
        (text, hit.words)
        for text in said
        for hit in avoided.find(text, [*names, *searched])
        if not hit.term.advice
    ] == []


def test_quotation_marks_are_of_one_kind():
    """The real content, the site's own words and the pages by hand quote with “ and ” alone, each
    pair closed, and have one kind of apostrophe.
    """
    words = locate((WORDS / "en.yaml").read_text(encoding="utf-8")).plain()
    words.pop("embed")  # which names parts of HTML
    content = locate(CONTENT.read_text(encoding="utf-8")).plain()
    told = [*strings(content), *strings(words)]
    for page in PAGES.glob("*.md"):
        text = page.read_text(encoding="utf-8")
        told.append(re.sub(r"---.*?---", "", text, count=1, flags=re.S))
    mixed = [
        text
        for text in told
        if '"' in text or "’" in text or text.count("“") != text.count("”")
    ]
    assert len(told) > 2000
    assert mixed == []


def test_what_is_published_leaves_no_advice_open(loaded):
    """The content, the site's own words and the hand-written pages follow every rule about words,
    advice included, but for the exceptions.
    """
    judged = replace(subject(loaded[0]), prose_files=load_prose())
    rules = [*RULES, *ABOUT_WORDS]
    faults = [(rule.__name__, fault) for rule in rules for fault in rule(judged)]
    assert [
        (fault.problem.path, fault.problem.text)
        for _, fault in unexcused(faults, judged)
    ] == []
    assert judged.pages.keys() == {
        str(page.relative_to(ROOT)) for page in PAGES.rglob("*.md")
    }


def test_the_net_over_published_texts_holds():
    """A word is found in a text, an attribute, a picture's title, a description and in data of
    every kind.
    """
    page = Page(
        "",
        "a/",
        "one",
        "two",
        '<p>three<b>four</b></p><img alt="five">'
        '<svg><title>six</title></svg><meta content="seven">',
        review=None,
    )
    data = '<script type="application/ld+json">{"a": ["eight"]}</script><a aria-label="nine">'
    files = {
        "a.md": page,
        "b.html": Output("b.html", data.encode()),
        "c.json": Output("c.json", b'{"html": "<p>ten</p>"}'),
    }
    files |= {"d.csv": Output("d.csv", b"eleven"), "e.js": Output("e.js", b"not this")}
    assert {text for text in published(files) if text.strip()} == {
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
    }


def test_templates_say_nothing_themselves(avoided):
    """What stands in a template outside its placeholders, as text or in an attribute, holds no word
    to avoid.
    """
    for template in (ROOT / "overrides").rglob("*"):
        if template.name.endswith((".j2", ".html", ".xml")):
            markup = re.sub(
                r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}",
                "",
                template.read_text(encoding="utf-8"),
                flags=re.S,
            )
            assert [
                (template.name, hit.words)
                for text in texts(markup)
                for hit in avoided.find(text)
            ] == []


def test_every_listed_name_needs_to_be_listed(avoided):
    """Each name that is left alone holds a word to avoid; each letter that needs no explaining is
    used somewhere.
    """
    assert [
        name
        for name in avoided.lists.names
        if list(avoided.find(name)) or not fires(avoided, name)
    ] == []
    typed = "".join(
        path.read_text(encoding="utf-8")
        for path in [CONTENT, *WORDS.glob("*.yaml"), *PAGES.rglob("*.md")]
    )
    assert [
        letters
        for letters in avoided.lists.letters
        if not re.search(rf"\b{letters}\b", typed)
    ] == []


def fires(avoided: Avoided, name: str) -> bool:
    """Return whether a name would be found if it were not listed."""
    small = name.lower()
    return any(term.pattern.search(small) for term in avoided.lists.terms)


def put(folder: Path, name: str, text: str, old: str, new: str) -> Path:
    """Write a text with one change into a folder; return the file."""
    assert text.count(old) >= 1
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder / name


def reported(content: Path, words: Path = WORDS, **own: Own) -> str:
    """Return what an editor reads about a file."""
    with pytest.raises(ContentError) as caught:
        examine(content, words, **own)
    return str(caught.value)


def test_content_words_and_pages_are_reported_together(tmp_path):
    """A word to avoid is shown with its own line in whichever file it stands, all in one report."""
    content = put(
        tmp_path, "levels.yaml", cases.SOUND, "You travel.", "You travel like a junkie."
    )
    own = put(
        tmp_path / "words",
        "en.yaml",
        (WORDS / "en.yaml").read_text(encoding="utf-8"),
        "  search: Search\n",
        "  search: See addicts\n",
    )
    line = (
        own.read_text(encoding="utf-8").split("  search: See addicts")[0].count("\n")
        + 1
    )
    put(
        tmp_path / "docs",
        "help.md",
        "# Help\n\nOne line.\n\n- First.\n- Call a\n  drug abuser, or [a drunk](drunks.md).\n",
        "One",
        "One",
    )
    found = reported(content, tmp_path / "words", own=Own(folders=[tmp_path / "docs"]))
    assert re.findall(r"^(\S+:\d+:\d+)  (.*)\n.*\n +\| *(\^+)$", found, re.M) == [
        ("levels.yaml:95:33", "levels > middle > hard_points > item 1 > text", "^" * 6),
        (f"en.yaml:{line}:15", "site > search", "^" * 7),
        ("help.md:7:3", "Help", "^" * 11),
        ("help.md:7:20", "Help", "^" * 7),
    ]


def test_a_questions_own_words_are_no_advice(tmp_path):
    """What people type stands as they type it, and a word that the glossary explains is no advice;
    a slur is a problem all the same.
    """
    text = cases.SOUND.replace("q: What is it?", "q: Do I detox if I relapse?").replace(
        "Much travel", "x"
    )
    text = text.replace(
        "words:\n",
        "words:\n  - {id: detox, term: Detox, meaning: Care while a substance leaves your body. "
        "Detox ends.}\n",
        1,
    )
    content = put(
        tmp_path, "levels.yaml", text, "A few hours.", "A few hours of detox."
    )
    assert examine(content)[2].problems == []
    content = put(tmp_path, "levels.yaml", text, "I relapse?", "I am a junkie?")
    assert "“junkie”" in reported(content)


def test_the_name_in_a_placeholder_is_no_word(tmp_path):
    """A text that borrows a number from a level with an unlucky id says no word to avoid: readers
    see the number.
    """
    renamed = re.sub(
        r"(?<=id: )low\b|(?<=to: )low\b|(?<=level: )low\b|(?<=\{\{ )low\b",
        "detox",
        cases.SOUND,
    )
    assert renamed.count("detox") == 4
    assert (
        examine(put(tmp_path, "levels.yaml", renamed, "A few", "A few"))[2].problems
        == []
    )


def test_an_exception_excuses_until_nothing_needs_it(tmp_path):
    """A listed exception lets one word pass at one place; when the text is mended, the exception
    itself is the problem.
    """
    lists = (WORDING / "en.yaml").read_text(encoding="utf-8").split("exceptions:\n")[0]
    excuse = (
        "{where: levels > middle > hard_points, rule: texts_avoid_the_listed_words, "
        "words: junkie, because: It is a test.}"
    )
    put(tmp_path, "en.yaml", lists + f"exceptions:\n  - {excuse}\n", "terms", "terms")
    broken = put(
        tmp_path, "levels.yaml", cases.SOUND, "You travel.", "You travel like a junkie."
    )
    assert examine(broken, wording=tmp_path)[2].problems == []
    elsewhere = put(
        tmp_path,
        "levels.yaml",
        broken.read_text(encoding="utf-8"),
        "A few hours.",
        "A few junkies.",
    )
    assert "levels > low > in_a_line" in reported(elsewhere, wording=tmp_path)
    sound = put(tmp_path, "levels.yaml", cases.SOUND, "You travel.", "You travel.")
    report = reported(sound, wording=tmp_path)
    assert "en.yaml:" in report
    assert (
        "Nothing at this place breaks the rule “texts_avoid_the_listed_words” any more."
        in report
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("avoid: 'marijuana'", "avoid: 'marijuana('", "This pattern cannot be read"),
        (
            "unless: 'withdrawal'",
            "unless: 'withdrawal['",
            "This pattern cannot be read",
        ),
        ("say: [cannabis]", "sya: [cannabis]", "There is no value called “sya”"),
        ("say: [cannabis], ", "", "“say” is missing"),
        ("say: [cannabis]", "say: cannabis", "“say” does not hold what is due here"),
        ("source: nih}", "source: hin}", "No source has the id “hin”"),
    ],
)
def test_a_broken_list_is_reported(old, new, said):
    """A mistake in the lists themselves is shown with its place."""
    text = (WORDING / "en.yaml").read_text(encoding="utf-8")
    line, text = text[: text.index(old)].count("\n") + 1, text.replace(old, new, 1)
    with pytest.raises(ContentError) as caught:
        read_avoided(locate(text), "en.yaml", text)
    problems = caught.value.findings.problems
    assert {problem.place.line for problem in problems} == {line}
    assert said in "\n".join(problem.text for problem in problems)


def test_a_language_without_lists_is_told_so(tmp_path):
    """Content in a language that has no lists gets one piece of advice, and its words are not
    judged by English rules.
    """
    text = cases.SOUND.replace("You travel.", "You travel like a junkie on the RTD.")
    content = put(tmp_path, "levels.yaml", text, "language: en", "language: de")
    put(
        tmp_path / "words",
        "de.yaml",
        (WORDS / "en.yaml").read_text(encoding="utf-8"),
        "search:",
        "search:",
    )
    advice = examine(content, tmp_path / "words")[2].problems
    assert [(problem.path, problem.advice) for problem in advice] == [
        ("language", True)
    ]


def test_what_stands_between_fences_is_nobodys_language(tmp_path):
    """Commands and files on a hand-written page are not judged as sentences; what follows is, on
    its own line.
    """
    content, pages = tmp_path / "levels.yaml", tmp_path / "docs"
    content.write_text(cases.SOUND, encoding="utf-8")
    pages.mkdir()
    page = pages / "try.md"
    page.write_text("# Try\n\n```\nmake site SITE=X\n```\n\nIt is is fine.\n")
    told = reported(content, own=Own(folders=[pages]))
    assert "try.md:7:4" in told and "1 problem in" in told, told
