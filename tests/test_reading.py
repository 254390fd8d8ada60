"""The reading grade: what is counted, how, and that the real site keeps its limits."""

from __future__ import annotations

import re

import pytest
from contents import real_content
from continuum.language.grade import (
    grade_of,
    known_names,
    prose,
    reading,
    sentences,
    syllables,
)
from continuum.rendering.output import Page
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
    return {
        path: file.html for path, file in generated.items() if isinstance(file, Page)
    }


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
    """Headings, menus, links in lists, sources, citations, pictures, labels and bare values are not prose; paragraphs, items and cells are."""
    html = """<h1>Not this heading at all.</h1><nav><ul><li>Not this menu at all.</li></ul></nav><svg><svg>x</svg><text>Not this picture at all.</text></svg>
    <p>This is one paragraph. <span class="cite" data-plain><small class="basis">not this basis at all</small><a href="#s">1</a></span></p>
    <ul class="links"><li>Not this link at all.</li></ul><table><tr><th>Not this head at all.</th><td>This is one cell.</td><td>9 to 19 hours a week</td></tr></table>
    <ul><li>This is <a href="x">one</a> item.</li></ul>"""
    assert prose(html) == [
        "This is one paragraph.",
        "This is one cell.",
        "This is one item.",
    ]


def test_too_little_text_has_no_grade():
    """A page with fewer than 20 words of prose is not measured."""
    assert reading("<p>Too few words to measure.</p>") is None


def test_known_names_make_a_page_easier():
    """Counting each explained name as one short word never raises the grade."""
    views = Speaker(*real_content(), Publication())
    names = known_names(views.content)
    found = reading(
        "<p>"
        + "Medically managed residential care is near. You can ask about partial hospitalization. "
        * 3
        + "</p>",
        names,
    )
    assert found.known < found.grade


def test_no_page_is_over_its_grade(pages):
    """Every page of the real site reads at grade 8 or lower, each name counted in full."""
    grades = {
        path: found.grade for path, html in pages.items() if (found := reading(html))
    }
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
        text for topic in continuum.topics for text in (topic.in_short, topic.next_step)
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
        for html in pages.values()
        for block in prose(html)
        for sentence in sentences(block)
    }
    assert {
        sentence: length
        for sentence, length in lengths.items()
        if length > LONGEST_SENTENCE
    } == {}
    assert sorted(lengths.values())[len(lengths) // 2] <= 12


def test_the_list_of_grades_does_not_grow_with_the_pairs(pages, loaded):
    """The quality page names every page with its grade; comparisons share one row, and the hardest has its own."""
    rows = re.findall(r"<tr><th scope=\"row\">(.*?)</th>", pages["quality/index.html"])
    comparisons = [row for row in rows if "-vs-" in row or "comparisons" in row]
    assert len(comparisons) == 2
    count = sum("-vs-" in path for path in pages)
    assert f"{count} comparisons" in comparisons[-1]
    singles = {
        path
        for path in pages
        if "-vs-" not in path
        and "Reading grade " in pages[path]
        and path != "quality/index.html"
    }
    assert len(rows) == len(singles) + 2
