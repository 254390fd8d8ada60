"""A topic in another language: said to be so wherever it stands, and judged by no English rule."""

from __future__ import annotations

import re

import bad_inputs
import pytest
from contents import content_of, english, site_files, subject
from continuum.language.phrases import direction_of
from continuum.rendering.frame import Frame
from continuum.rendering.output import Page
from continuum.rendering.renderer import Renderer
from continuum.rules.ease import sentences_are_short, texts_read_easily
from continuum.settings import Publication
from continuum.views.speaking import Speaker

HARD = "Incomprehensible internationalization perplexes " * 12
LINK = '<a href="../ayuda/" lang="es" hreflang="es"'


def framed(text: str, path: str) -> str:
    """Return the whole document of one page of a site made from a text."""
    content = content_of(text)
    render = Renderer(Speaker(content, english(), Publication()))
    files = site_files(content, english(), Publication())
    page = next(file for file in files if file.path == path)
    return Frame(render, []).document(page).body.decode()


def test_its_page_says_which_language_it_is_in():
    """The main part has the language, what the site itself says there has its own, and machines
    are told.
    """
    html = framed(bad_inputs.WHOLE, "ayuda/index.html")
    assert '<html lang="en"' in html
    assert re.search(r'<main [^>]*lang="es" dir="ltr">', html)
    assert re.search(r'<section class="group closing" lang="en" dir="ltr">', html)
    assert '"inLanguage": "es"' in html
    assert 'class="term"' not in html


def test_the_menu_leads_to_it_in_its_language():
    """Every page leads to it, in words and with marks of its language; without one, none does."""
    html = framed(bad_inputs.WHOLE, "faq/index.html")
    assert LINK in html
    assert '<main id="main" class="content" tabindex="-1">' in html
    without = bad_inputs.WHOLE.replace("    menu: Ayuda\n", "")
    assert LINK not in framed(without, "faq/index.html")
    assert '<header class="top">' in framed(without, "faq/index.html")


def test_lists_of_titles_mark_its_title():
    """At the foot of pages and in lists of pages its title has its language."""
    assert '<a href="../ayuda/" lang="es">Ayuda</a>' in framed(
        bad_inputs.WHOLE, "faq/index.html"
    )
    assert '<a href="../ayuda/" lang="es">' in framed(
        bad_inputs.WHOLE, "search/index.html"
    )


def test_no_english_rule_judges_it():
    """Long words and sentences are told in an English topic, and not in a Spanish one."""
    hard = bad_inputs.WHOLE.replace("Pregunte por el precio.", HARD)
    ours = hard.replace("    language: es\n", "")
    for rule in (texts_read_easily, sentences_are_short):
        told = [fault.problem.path for fault in rule(subject(content_of(hard)))]
        assert not any("ayuda" in path for path in told)
        told = [fault.problem.path for fault in rule(subject(content_of(ours)))]
        assert any("ayuda" in path for path in told)


def test_it_has_no_grade_and_the_page_on_quality_says_so():
    """Where a grade is counted for others, a page in another language has none and is named."""
    content = content_of(bad_inputs.WHOLE)
    files = {
        file.path: file
        for file in site_files(content, english(), Publication())
        if isinstance(file, Page)
    }
    assert files["ayuda/index.html"].reading is None
    assert files["paying-for-it/index.html"].reading is not None
    quality = files["quality/index.html"].html
    assert english()("quality.foreign") in quality
    assert '<a href="../ayuda/" lang="es">' in quality


def test_the_language_of_the_file_is_no_other():
    """A topic that names the file's own language is like those that name none."""
    same = bad_inputs.WHOLE.replace("language: es", "language: en")
    html = framed(same, "ayuda/index.html")
    assert '<main id="main" class="content" tabindex="-1">' in html
    assert english()("quality.foreign") not in framed(same, "quality/index.html")


@pytest.mark.parametrize(
    ("language", "way"),
    [
        ("es", "ltr"),
        ("ar", "rtl"),
        ("he-IL", "rtl"),
        ("zh-Hant", "ltr"),
        ("qqq", "ltr"),
    ],
)
def test_which_way_a_language_runs_is_known(language, way):
    """A page in Arabic runs from right to left among pages in English."""
    assert direction_of(language) == way
