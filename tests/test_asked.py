"""Questions people ask: under headings of the file, each once, linked from what they concern."""

from __future__ import annotations

import re

import bad_inputs
import cases
from contents import content_of, english, real_content, site_files
from continuum.model.content import Content
from continuum.model.question import Answer
from continuum.rendering.output import Page
from continuum.rendering.text import read
from continuum.settings import Publication
from continuum.views.asked.answers import by_heading
from continuum.views.speaking import Speaker

FOLD = re.compile(
    r'<details class="fold">\s*<summary><(h[23]) data-opens="([^"]+)">([^<]+)</\1></summary>\s*'
    r'<section id="\2" class="group content">'
)


def all_questions(content: Content) -> list[Answer]:
    """Return every question of a file."""
    answers = [*content.faq]
    for level in content.levels:
        answers += level.faq
    return answers


def page(text: str, path: str) -> str:
    """Return the HTML of one page of a site made from a text."""
    files = site_files(content_of(text), english(), Publication())
    return next(file.html for file in files if file.path == path)


def test_every_question_stands_once_under_a_heading(generated):
    """The page with all questions has each of them, folded, under a heading of the file; no two
    ask the same.
    """
    content, phrases = real_content()
    asked = all_questions(content)
    groups = by_heading(Speaker(content, phrases, Publication()))
    assert [group.id for group in groups] == [one.id for one in content.headings]
    assert sorted(item.id for group in groups for item in group.items) == sorted(
        answer.id for answer in asked
    )
    assert len({answer.q.casefold() for answer in asked}) == len(asked)
    found = FOLD.findall(generated["faq/index.html"].html)
    assert {id for _, id, _ in found} == {answer.id for answer in asked}


def test_a_question_that_another_took_in_keeps_its_address(generated):
    """The old id stands inside what the row opens, so that a link to it opens the row."""
    html = generated["faq/index.html"].html
    old = [name for one in all_questions(real_content()[0]) for name in one.addresses]
    assert old
    for name in old:
        before = html.split(f'<span id="{name}">')[0]
        assert before.rindex("<summary>") < before.rindex("<section id="), name


def test_pages_of_topics_link_to_their_questions(generated):
    """Each question that names a topic is linked from the topic's page, and links back."""
    faq = generated["faq/index.html"].html
    named = 0
    for answer in all_questions(real_content()[0]):
        row = faq.split(f'id="{answer.id}"')[1].split("</details>")[0]
        for topic in answer.topics:
            named += 1
            there = generated[f"{topic}/index.html"].html
            assert f'faq/#{answer.id}"' in there, (topic, answer.id)
            assert f'href="../{topic}/"' in row, (topic, answer.id)
    assert named > 20


def test_without_headings_questions_stand_under_their_level():
    """A file without headings lists the general questions, then those of each level."""
    html = page(cases.SOUND, "faq/index.html")
    titles = re.findall(r'<h2 id="(about-[^"]+)"', html)
    assert titles == ["about-levels", "about-middle"]


def test_what_is_folded_is_searched_part_by_part():
    """The heading of a row is the title of a part whose address is that of what it opens."""
    html = page(bad_inputs.WHOLE, "faq/index.html")
    parts = {part.id: part for part in read(html).parts()}
    assert parts["first"].title == "What is it?"
    assert "It is care." in parts["first"].text


def test_a_folded_part_of_a_topic_holds_all_of_it():
    """Its heading opens it; the sheet to print has what readers write down and fill in."""
    text = bad_inputs.WHOLE
    topic = page(text, "paying-for-it/index.html")
    assert ("h2", "bill", "A bill") in FOLD.findall(topic)
    assert 'href="../print/paying-for-it/"' in topic
    sheet = page(text, "print/paying-for-it/index.html")
    assert re.search(r"<label[^>]*>Ask about the price\.</label><textarea", sheet)
    assert 'aria-label="A day: Price"' in sheet


def test_a_topic_with_nothing_to_fill_in_has_no_sheet(generated):
    """A sheet is made for those topics alone that have something to write down."""
    sheets = {path for path, file in generated.items() if isinstance(file, Page)}
    for topic in real_content()[0].topics:
        there = f"print/{topic.id}/index.html" in sheets
        assert there == bool(topic.to_fill_in), topic.id
