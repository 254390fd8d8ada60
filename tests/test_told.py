"""What people were told meets them: the number at the title, an age, fewer hours in some states,
whom to call at the top of a page.
"""

from __future__ import annotations

import re

import pytest
from contents import english, real_content
from continuum.settings import Publication
from continuum.views.card import split
from continuum.views.heard import index, numbers_told, titles
from continuum.views.speaking import Speaker


def speaker() -> Speaker:
    """Return the speaker of the real content."""
    content, phrases = real_content()
    return Speaker(content, phrases, Publication())


@pytest.mark.parametrize("page", ["levels/{}/index.html", "print/{}/index.html"])
def test_a_level_says_its_numbers_at_its_title(page, generated):
    """A level that goes by a number says so beside its title, on the page and on the sheet."""
    levels = [one for one in real_content()[0].levels if numbers_told(one)]
    assert len(levels) > 5
    for level in levels:
        top = generated[page.format(level.id)].html.partition("<dl")[0]
        said = re.sub(r"<[^>]*>", "", top)
        assert all(name in said for name in numbers_told(level)), level.id


def test_a_number_is_told_once():
    """A number that stands in another name is not said again, and what is no number of a level is
    not told as one.
    """
    levels = {level.id: numbers_told(level) for level in real_content()[0].levels}
    assert levels["iop"] == ["Level 2.1"]
    assert levels["mutual-help"] == []


def test_a_level_says_where_states_ask_for_fewer():
    """Where a state's least hours of the same kind are under those shown first, the tile says so,
    and nowhere else.
    """
    say = speaker()
    fewer = english()("level.fewer")
    told = [
        level.id
        for level in say.content.levels
        if any(fewer in fact.value.small for fact in split(say, level)[0])
    ]
    assert told == ["php"]


def test_the_search_knows_the_ages_of_a_page():
    """The least and the most years stand with the page that they are about."""
    found = {one.address: one.ages for one in index(speaker()) if one.ages}
    assert found == {"teens/": "12 17"}


def test_texts_may_name_pages_and_questions_by_their_titles():
    """A title leads to its page, and a question to its answer; a level of one word is none."""
    found = titles(speaker())
    assert found["What to ask a program"] == "ask/"
    assert found["Continuing care"] == "levels/continuing-care/"
    assert found["What does IOP stand for in rehab?"] == "faq/#what-does-iop-stand-for"
    assert "Outpatient" not in found


def test_a_page_for_a_place_has_whom_to_call_at_its_top(generated):
    """Buttons to the help that a topic names stand above all else but its answer."""
    top = generated["near-me/index.html"].html.partition("</header>")[0]
    buttons = top.partition('class="reach"')[2]
    assert 'href="tel:1-800-662-4357"' in buttons
    assert 'href="https://findtreatment.gov"' in buttons


def test_what_is_urgent_says_what_to_do_before_it_warns(generated):
    """The first part of an urgent page stands before its warnings, and holds the first number."""
    page = generated["tonight/index.html"].html
    assert page.index('id="now"') < page.index('class="danger"')
    first = page.partition('id="now"')[2].partition('class="danger"')[0]
    assert "tel:911" in first
    assert first.index("do not wake up") < first.index("all at once")


def test_what_to_do_in_danger_bears_no_mark(generated):
    """A part about danger names its sources at its end, and no mark of doubt stands in it."""
    topics = [
        (topic, section)
        for topic in real_content()[0].topics
        for section in topic.sections
        if section.safety
    ]
    assert len(topics) > 2
    for topic, section in topics:
        page = generated[f"{topic.id}/index.html"].html
        part = page.partition(f'<h2 id="{section.id}"')[2].partition("</section>")[0]
        assert "<li>" in part and 'class="proof' not in part, topic.id
        assert "CDC" in part.rpartition("</ul>")[2], topic.id
