"""Words explained where they first stand: once, in running text, never inside a link or a heading."""

from __future__ import annotations

import re

import pytest
from continuum.model.site import Word
from continuum.rendering.glossary import Glossary
from continuum.rendering.output import Page

WORDS = [
    Word(
        id="php",
        term="PHP",
        stands_for="Partial hospitalization program",
        meaning="Most of the day.",
    ),
    Word(id="return", term="Return to use", also=["relapse"], meaning="To use again."),
    Word(
        id="asam",
        term="ASAM",
        stands_for="American Society of Addiction Medicine",
        meaning="A group.",
    ),
    Word(
        id="r-and-d",
        term="R&D",
        stands_for="Research and development",
        meaning="Ampersands too.",
    ),
]


@pytest.fixture(scope="module")
def glossary():
    """Four words."""
    return Glossary(WORDS)


def test_the_first_use_is_linked_and_written_out(glossary):
    """Letters are written out at their first use, and left alone at the second."""
    html, used = glossary.mark("<p>PHP is long. PHP is by day.</p>")
    assert (
        html
        == '<p><a class="term" href="#word-php">PHP</a> (partial hospitalization program) is long. PHP is by day.</p>'
    )
    assert [word.id for word in used] == ["php"]


def test_a_long_form_just_read_is_not_repeated(glossary):
    """Where the long form stands beside the letters or just before, no brackets are added."""
    for text in (
        "<p>Partial hospitalization program (PHP)</p>",
        "<p>A partial hospitalization program.</p><p>PHP is long.</p>",
    ):
        html, _ = glossary.mark(text)
        assert html.count("artial hospitalization program") == 1
        assert 'href="#word-php"' in html


def test_names_keep_their_capitals_and_other_names_count(glossary):
    """An organization's name keeps its capitals; another name of a word leads to the word, at a sentence's start too."""
    html, used = glossary.mark("<p>Relapse and ASAM</p>")
    assert "(American Society of Addiction Medicine)" in html
    assert '<a class="term" href="#word-return">Relapse</a>' in html
    assert [word.id for word in used] == ["asam", "return"]


@pytest.mark.parametrize(
    "html",
    [
        "<h2>PHP</h2>",
        '<a href="x">go <b>to</b> PHP</a>',
        "<svg><text>PHP</text></svg>",
        "<th>PHP</th>",
        "<span data-plain>PHP <span>PHP</span> PHP</span>",
        "<p>PHPX and XPHP and php and pre-PHP</p>",
        "<summary>PHP</summary>",
        '<p title="PHP"></p>',
        "<nav><ul><li>PHP</li></ul></nav>",
    ],
)
def test_headings_links_pictures_and_other_words_are_left_alone(glossary, html):
    """Nothing is linked in a heading, a link, a picture, a label, an attribute, or inside another word."""
    assert glossary.mark(html) == (html, [])


def test_after_a_plain_element_marking_goes_on(glossary):
    """What follows a heading with nested elements is running text again."""
    html, _ = glossary.mark("<h2><a>PHP</a> <span>PHP</span></h2><p>PHP</p>")
    assert html.startswith("<h2><a>PHP</a> <span>PHP</span></h2><p><a class=")


def test_signs_stay_escaped(glossary):
    """A word with an ampersand is found in escaped text, and its long form is escaped."""
    html, _ = glossary.mark("<p>R&amp;D, 1 &lt; 2</p>")
    assert (
        html
        == '<p><a class="term" href="#word-r-and-d">R&amp;D</a> (research and development), 1 &lt; 2</p>'
    )


def test_no_words_no_change():
    """A site without a glossary is left as it is."""
    assert Glossary([]).mark("<p>PHP</p>") == ("<p>PHP</p>", [])


def test_every_acronym_of_every_page_is_explained_there(loaded, generated):
    """On each page, letters of the glossary that stand in running text are written out before or where they first stand, or the page is about them."""
    continuum, _ = loaded
    letters = {word.term: word for word in continuum.words if word.stands_for}
    plain = re.compile(
        r"<(h[1-4]|a|th|svg|nav|dt|summary|caption|label|button|select|textarea|pre|code)\b.*?</\1>|<span[^>]* data-plain.*?</span>",
        re.S,
    )
    for page in generated.values():
        if (
            not isinstance(page, Page)
            or 'class="index' in page.html
            or page.path in ("words/index.html", "sources/index.html", "cite/index.html")
        ):
            continue
        own = page.html.split('aria-labelledby="page-sources"')[
            0
        ]  # titles of sources are others' words
        text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", plain.sub(" ", own)))
        for term, word in letters.items():
            if not re.search(rf"(?<![\w-]){term}s?(?![\w-])", text):
                continue
            explained = (
                f'href="#word-{word.id}"' in page.html
                or word.stands_for.casefold()
                in re.sub(r"<[^>]+>", "", page.html).casefold()
            )
            about = word.level and page.path == f"levels/{word.level}/index.html"
            named = (
                page.path.startswith("print/") and f"({term})" in text
            )  # a plain name with its letters, on paper
            assert explained or about or named, (page.path, term)
