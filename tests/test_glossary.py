"""Words explained where they first stand: once, in running text,
never inside a link or a heading.
"""

from __future__ import annotations

import re

import pytest
from continuum.model.site import Word
from continuum.rendering.output import Page
from continuum.rendering.words.glossary import Glossary
from continuum.rendering.words.running_text import RunningText

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


@pytest.fixture
def said(glossary):
    """What a page says that explains none of them itself."""
    return RunningText(glossary, set())


def test_the_first_use_is_linked_and_written_out(said):
    """Letters are written out at their first use, and left alone at the second."""
    letters = '<a class="term" href="#word-php" translate="no">PHP</a>'
    link = f"{letters} (partial hospitalization program)"
    assert said.mark("PHP is long. PHP is by day.") == f"{link} is long. PHP is by day."
    assert said.mark("PHP again.") == "PHP again."
    assert [word.id for word in said.words] == ["php"]


@pytest.mark.parametrize(
    "texts",
    [
        ("Partial hospitalization program (PHP)",),
        ("A partial hospitalization program.", "PHP is long."),
    ],
)
def test_a_long_form_just_read_is_not_repeated(said, texts):
    """Where the long form stands beside the letters or just before, no brackets are added."""
    html = "".join(said.mark(text) for text in texts)
    assert html.count("artial hospitalization program") == 1
    assert 'href="#word-php"' in html


def test_names_keep_their_capitals_and_other_names_count(said):
    """An organization's name keeps its capitals; another name of a word leads to the word, at a
    sentence's start too.
    """
    html = said.mark("Relapse and ASAM")
    assert "(American Society of Addiction Medicine)" in html
    assert '<a class="term" href="#word-return">Relapse</a>' in html
    assert [word.id for word in said.words] == ["asam", "return"]


def test_other_words_are_left_alone(said):
    """Nothing is linked inside another word, or in small letters."""
    text = "PHPX and XPHP and php and pre-PHP"
    assert said.mark(text) == text
    assert said.words == []


def test_signs_are_escaped(said):
    """A word with an ampersand is found, and all that is no link is escaped."""
    letters = '<a class="term" href="#word-r-and-d" translate="no">R&amp;D</a>'
    link = f"{letters} (research and development)"
    assert said.mark("R&D, 1 < 2") == f"{link}, 1 &lt; 2"


def test_what_the_page_is_about_is_not_explained(glossary):
    """A page about a level leaves the level's own letters alone."""
    assert RunningText(glossary, {"php"}).mark("PHP is long.") == "PHP is long."


def test_on_paper_the_long_form_is_enough(glossary):
    """A sheet writes letters out and links nothing."""
    on_paper = RunningText(glossary, set(), linked=False)
    assert on_paper.mark("PHP.") == "PHP (partial hospitalization program)."


def test_texts_are_kept_as_readers_see_them(said):
    """Grades and machines get each text with the long form that the page shows in it."""
    said.mark("PHP  is long.")
    shown = "PHP (partial hospitalization program) is long."
    assert said.texts == [shown]
    assert " ".join(said.as_shown("PHP  is long.").split()) == shown
    assert said.as_shown("Something else.") == "Something else."


def test_no_words_no_change():
    """A site without a glossary says its texts as they are."""
    said = RunningText(Glossary([]), set())
    assert (said.mark("PHP"), said.words) == ("PHP", [])


def test_every_acronym_of_every_page_is_explained_there(loaded, generated):
    """On each page, letters of the glossary that stand in running text are written out before
    or where they first stand, or the page is about them.
    """
    continuum, _ = loaded
    letters = {word.term: word for word in continuum.words if word.stands_for}
    levels = {level.id: level for level in continuum.levels}
    plain = re.compile(
        r"<(h[1-4]|a|th|svg|nav|dt|summary|caption|label|button|select|textarea|pre|code)\b"
        r".*?</\1>|<[^>]* data-plain.*?</span>",
        re.S,
    )
    for page in generated.values():
        if (
            not isinstance(page, Page)
            or page.language
            or 'class="index' in page.html
            or page.path
            in (
                "words/index.html",
                "sources/index.html",
                "cite/index.html",
                "search/index.html",
            )
        ):
            continue
        # Titles of sources are others' words.
        own = page.html.split('id="page-sources"')[0]
        # Letters that no machine may translate stand in an element of their own.
        own = re.sub(r'<span translate="no">([^<]*)</span>', r"\1", own)
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
            # A plain name with its letters: on paper, and where the levels are listed.
            level = levels.get(word.level)
            named = page.path.startswith("print/") and f"({term})" in text
            said = f"{level.everyday or level.name} ({term})" if level else None
            named = named or (said and said in page.html)
            assert explained or about or named, (page.path, term)
