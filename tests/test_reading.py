"""The reading grade: what is counted, how, and that the real site keeps its limits."""

from __future__ import annotations

import re

import pytest
from contents import real_content
from continuum.language.grade import (
    grade_of,
    is_prose,
    known_names,
    reading,
    sentences,
    syllables,
)
from continuum.rendering.output import Page
from continuum.rendering.text import read
from continuum.settings import Publication
from continuum.views.speaking import Speaker

PAGE_LIMIT, SHORT_LIMIT, LONGEST_SENTENCE = 8.0, 6.9, 30

# Counts as spoken, from a pronouncing dictionary.
SPOKEN = {
    "care": 1,
    "level": 2,
    "levels": 2,
    "hour": 1,
    "week": 1,
    "weeks": 1,
    "treatment": 2,
    "program": 2,
    "programs": 2,
    "outpatient": 3,
    "hospitalization": 6,
    "residential": 4,
    "medication": 4,
    "management": 3,
    "medically": 3,
    "services": 3,
    "service": 2,
    "people": 2,
    "nurse": 1,
    "nurses": 2,
    "doctor": 2,
    "addiction": 3,
    "recovery": 4,
    "housing": 2,
    "whole": 1,
    "sometimes": 2,
    "lifeline": 2,
    "something": 2,
    "individual": 5,
    "psychiatric": 4,
    "criteria": 4,
    "continuum": 4,
    "continuing": 4,
    "going": 2,
    "society": 4,
    "mutual": 3,
    "usual": 3,
    "needed": 2,
    "stayed": 1,
    "helped": 1,
    "started": 2,
    "changes": 2,
    "sources": 2,
    "pages": 2,
    "rules": 1,
    "quiet": 2,
    "alcohol": 3,
    "benzodiazepines": 6,
    "any": 2,
    "you": 1,
    "day": 1,
    "IOP": 3,
    "PHP": 3,
    "a": 1,
    "12": 2,
}


@pytest.fixture(scope="module")
def pages(generated):
    """Every generated page of the real content, by its path."""
    return {path: file for path, file in generated.items() if isinstance(file, Page)}


def test_syllables_are_counted_as_spoken():
    """The rule agrees with a pronouncing dictionary on the words this site uses most."""
    assert {word: syllables(word) for word in SPOKEN} == SPOKEN


def test_the_grade_is_the_formula():
    """Two sentences of 10 words and 13 syllables: 0.39 x 5 + 11.8 x 1.3 - 15.59."""
    text = "You come in by day. People sleep at home there."
    assert sum(syllables(word) for word in re.findall(r"\w+", text)) == 11
    assert grade_of(text) == round(0.39 * 5 + 11.8 * 1.1 - 15.59, 1)


def test_sentences_end_where_readers_stop():
    """A colon, a semicolon, a decimal point and an abbreviation inside a word end no sentence."""
    assert sentences(
        "Ask this: how long? Level 2.1 is IOP; PHP is 2.5. “Yes.” Then go."
    ) == [
        "Ask this: how long?",
        "Level 2.1 is IOP; PHP is 2.5.",
        "“Yes.",
        "Then go.",
    ]


def test_only_prose_is_counted():
    """Labels and bare values are no prose; whole sentences are."""
    said = [
        "This is one paragraph.",
        "9 to 19 hours a week",
        "Good points",
        "Listen for:",
    ]
    assert [text for text in said if is_prose(text)] == ["This is one paragraph."]


def test_a_hand_written_page_is_read_by_its_elements():
    """Headings, menus, pictures and heads of tables are beside the prose of a hand-written page;
    paragraphs, items and cells are its prose, whatever their classes.
    """
    html = """<h1>Not this heading at all.</h1><nav><ul><li>Not this menu at all.</li></ul></nav>
    <svg><svg>x</svg><text>Not this picture at all.</text></svg>
    <p class="any">This is one paragraph.</p>
    <table><tr><th>Not this head at all.</th><td>This is one cell.</td></tr></table>
    <ul><li>This is <a href="x">one</a> item.</li></ul>"""
    assert read(html).paragraphs() == [
        "This is one paragraph.",
        "This is one cell.",
        "This is one item.",
    ]


def test_too_little_text_has_no_grade():
    """A page with fewer than 20 words of prose is not measured."""
    assert reading(["Too few words to measure."], re.compile("x")) is None


def test_known_names_make_a_page_easier():
    """Counting each explained name as one short word never raises the grade."""
    names = known_names(real_content()[0])
    said = "Medically managed residential care is near. You can ask about partial hospitalization."
    found = reading([said] * 3, names)
    assert found.known < found.grade


def test_no_page_is_over_its_grade(pages):
    """Every page of the real site reads at grade 8 or lower, each name counted in full."""
    grades = {path: page.reading.grade for path, page in pages.items() if page.reading}
    assert len(grades) > 100
    assert {path: grade for path, grade in grades.items() if grade > PAGE_LIMIT} == {}


def test_short_answers_and_crisis_texts_are_easier(loaded):
    """In short, next steps, warnings and all help in a crisis read at 6.9 or lower."""
    continuum, words = loaded
    views = Speaker(continuum, words, Publication())
    short = [
        text
        for level in continuum.levels
        for text in (
            level.in_short,
            level.next_step,
            *(said.text for said in level.warnings),
        )
    ]
    short += [
        text
        for topic in continuum.topics
        if topic.language is None  # the grade is made for English
        for text in (topic.in_short, topic.next_step)
    ]
    short += [f"{danger.title}. {danger.text}" for danger in continuum.dangers]
    short += [text for help in continuum.help for text in (help.when, help.what)]
    hard = {
        text: grade
        for text in short
        if (grade := grade_of(views.text(text))) > SHORT_LIMIT
    }
    assert hard == {}


def test_sentences_are_short(pages):
    """No sentence of any page has more than 30 words, and half have no more than 12."""
    lengths = {
        sentence: len(sentence.split())
        for page in pages.values()
        for text in page.said
        if is_prose(text)
        for sentence in sentences(text)
    }
    assert {
        sentence: length
        for sentence, length in lengths.items()
        if length > LONGEST_SENTENCE
    } == {}
    assert sorted(lengths.values())[len(lengths) // 2] <= 12


def test_the_list_of_grades_does_not_grow_with_the_pairs(pages, loaded):
    """The quality page names every page with its grade; comparisons share one row,
    and the hardest has its own.
    """
    _, listed = pages["quality/index.html"].html.split('id="grades"')
    rows = re.findall(r"<tr><th scope=\"row\">(.*?)</th>", listed)
    comparisons = [row for row in rows if "-vs-" in row or "comparisons" in row]
    assert len(comparisons) == 2
    count = sum("-vs-" in path for path in pages)
    assert f"{count} comparisons" in comparisons[-1]
    singles = {
        path
        for path in pages
        if "-vs-" not in path
        and "Reading grade " in pages[path].html
        and path != "quality/index.html"
    }
    assert len(rows) == len(singles) + 2
