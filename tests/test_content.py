"""The real content: sound, whole, sourced, and free of numbers that could drift."""

from __future__ import annotations

import json
import re

import cases
import pytest
from building import ROOT
from contents import content_of, english, real_content, site_files
from continuum.editors.schema import FILES, schema
from continuum.model.claim import Claim
from continuum.rendering.output import Page
from continuum.rules.numbers import figure_finder
from continuum.settings import Publication
from continuum.views.around import neighbors
from continuum.views.speaking import Speaker


@pytest.fixture(scope="module")
def pages(generated):
    """Every generated page of the real content, by its path."""
    return {path: file for path, file in generated.items() if isinstance(file, Page)}


def said(page: Page) -> str:
    """Return a page's text without its markup."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.html))


def test_every_level_is_there(loaded):
    """Every level that the starting article and the field name is described."""
    continuum, _ = loaded
    assert [level.id for level in continuum.line_of_levels] == [
        "continuing-care",
        "op",
        "medically-managed-outpatient",
        "iop",
        "php",
        "medically-managed-intensive-outpatient",
        "low-intensity-residential",
        "high-intensity-residential",
        "medically-managed-residential",
        "hospital-inpatient",
    ]
    assert [level.id for level in continuum.alongside] == [
        "withdrawal-management",
        "recovery-housing",
        "medication",
        "mutual-help",
        "no-program",
    ]


@pytest.mark.parametrize(
    ("level", "figure", "low", "high"),
    [
        ("iop", "hours_per_week", 9, None),
        ("iop", "hours_per_day", 3, 4),
        ("iop", "days_per_week", 3, 5),
        ("php", "hours_per_day", 6, None),
        ("php", "days_per_week", 5, 7),
        ("op", "hours_per_week", 1, 2),
    ],
)
def test_the_article_s_figures_appear_as_what_programs_say(
    loaded, level, figure, low, high
):
    """Each figure of the starting article stands among the numbers,
    as how programs often describe themselves.
    """
    continuum, _ = loaded
    found = [
        claim
        for claim in next(one for one in continuum.levels if one.id == level).figure(
            figure
        )
        if "starting-article" in claim.sources
    ]
    assert (low, high) in [(claim.min, claim.max) for claim in found]
    assert {claim.whose for claim in found} == {"programs"}


def test_every_number_leads_to_a_source(pages, loaded):
    """A citation on a page leads to an entry of that page's list,
    and each entry to the page of all sources.
    """
    every_source = pages["sources/index.html"].html
    for page in pages.values():
        for number in set(re.findall(r'href="#source-(\d+)"', page.html)):
            assert f'<li id="source-{number}">' in page.html, page.path
        for source in set(re.findall(r'href="[./]*sources/#([\w-]+)"', page.html)):
            assert f'<li id="{source}"' in every_source, (page.path, source)


def test_weak_and_restated_facts_say_whose_words_they_are(loaded, pages):
    """Wherever a claim that we did not read ourselves is shown, the page says who repeats it."""
    continuum, words = loaded
    authorities = {one.id: one for one in continuum.authorities}
    for level in continuum.levels:
        for claim in (
            one
            for one in level.groups()
            if isinstance(one, Claim) and one.basis != "confirmed"
        ):
            path = f"levels/{level.id}/index.html"
            publishers = {
                source.publisher
                for source in continuum.sources
                if source.id in claim.sources
            }
            whose = authorities[claim.whose]
            if whose.speaks_of_a_state and not claim.headline:
                path = f"states/{whose.within or whose.id}/index.html"
            text = said(pages[path])
            assert any(
                publisher.replace("&", "&amp;").replace("'", "&#39;") in text
                for publisher in publishers
            ), (level.id, claim.path)


def test_every_level_page_has_the_same_parts_in_the_same_order(loaded, pages):
    """Each level's page answers the same questions in the same order;
    only what stands beside the line has no week and no place on it, and what no state speaks of
    has no part about states.
    """
    continuum, _ = loaded
    orders = {}
    for level in continuum.levels:
        html = pages[f"levels/{level.id}/index.html"].html
        parts = re.findall(
            r'<h2 id="([\w-]+)"|<section id="([\w-]+)" class="group(?: content)?">',
            html,
        )
        orders[level.id] = [
            part
            for part in map("".join, parts)
            if part not in ("warning", "week", "place", "faq", "states")
            and not part.startswith("danger-")
        ]
        assert (
            ('id="week"' in html)
            == ('id="place"' in html)
            == (level.place == "continuum")
        ), level.id
    assert len(set(map(tuple, orders.values()))) == 1, orders


def test_a_level_s_place_counts_the_whole_line(loaded):
    """What is shown around a level, and what is counted before and after it,
    are together the whole line.
    """
    continuum, words = loaded
    say = Speaker(continuum, words, Publication())
    for level in continuum.line_of_levels:
        found = neighbors(say, level)
        counted = found.before + len(found.shown) + found.after
        assert counted == len(continuum.line_of_levels), level.id
        assert level in [other for other, _ in found.shown]


def test_what_is_not_verified_is_not_published(pages):
    """Nothing stands on a page of what nobody has confirmed: hours of the 4th edition, prices,
    an option that ended.
    """
    for page in pages.values():
        text = said(page)
        assert not re.search(r"\$\s?\d", text) or page.path in (
            "paying/index.html",
            "faq/index.html",
            "levels/hospital-inpatient/index.html",
            "print/hospital-inpatient/index.html",
        ), page.path
        assert "LGBTQ" not in text, page.path
        assert not re.search(r"press 3", text, re.I), page.path
    for level, claims in (
        (one, [c for c in one.groups() if isinstance(c, Claim)])
        for one in real_content()[0].levels
    ):
        assert [claim.path for claim in claims if claim.whose == "asam-4"] == [], (
            level.id
        )


def test_hand_written_pages_type_no_figure(loaded):
    """The pages in `docs/` type no number that a level's figures hold."""
    find = figure_finder(*loaded)
    assert [
        (path.name, find(path.read_text(encoding="utf-8")))
        for path in (ROOT / "docs").rglob("*.md")
        if find(path.read_text(encoding="utf-8"))
    ] == []


def test_the_first_question_is_the_one_people_ask_first(loaded):
    """The list of questions opens with the words that brought people here."""
    assert loaded[0].faq[0].q == "What does IOP stand for in rehab?"


def test_comparisons_speak_in_figures(pages):
    """The difference between IOP and PHP is said in hours."""
    text = said(pages["compare/iop-vs-php/index.html"])
    assert "PHP takes at least 20 hours a week. IOP takes 9 to 19." in text


def test_the_schema_beside_the_content_is_fresh():
    """`make schema` would change nothing, so editors' help tells what the checks want."""
    for name, kind in FILES.items():
        file = ROOT / "content" / f"{name}.schema.json"
        assert json.loads(file.read_text(encoding="utf-8")) == schema(kind)


def test_locks_name_no_address():
    """The locked requirements hold hashes and no addresses."""
    for lock in ROOT.glob("requirements*.txt"):
        text = lock.read_text(encoding="utf-8")
        assert "://" not in text
        assert "--hash=sha256:" in text


def test_the_saved_picture_has_the_colors_of_the_site(generated):
    """Each color of the picture that is saved is one of the site's, in light and in dark.

    They stand as values: a program that knows no var() would draw all of it in black.
    """
    picture = generated["assets/continuum.svg"].body.decode()
    style = generated["assets/site.css"].body.decode()
    own = set(re.findall(r"--[\w-]+: (#[0-9a-f]{6})\b", style))
    used = re.findall(r"#[0-9a-f]{3,8}\b", picture.split("</style>")[0])
    assert len(set(used)) > 10
    assert set(used) <= own
    assert "var(" not in picture


def test_the_saved_picture_can_be_read_outside_browsers(generated):
    """A program that knows neither var() nor @media draws dark letters on light paper: every class
    has a plain color or is said not to be filled, no letters have a rim, and the paper is drawn.
    """
    picture = generated["assets/continuum.svg"].body.decode()
    style = re.search(r"<style>(.*?)</style>", picture, re.S)[1]
    plain = re.sub(r"@[^{]*\{(?:[^{}]*\{[^{}]*\})*\s*\}", "", style)
    assert "@" not in plain
    colored = " ".join(re.findall(r"([^{}]+)\{[^{}]*(?:fill|stroke):(?:#|none)", plain))
    shapes = r'<(?:path|circle|rect) (?:[^>]* )?class="([\w-]+)"'
    for name in set(re.findall(shapes, picture)):
        assert re.search(rf"\.{name}\b", colored), name
    letters = r"(?:text|\.(?:note|name|sub|tick|head|amount|cell))\b"
    assert not re.search(rf"{letters}[^{{}}]*\{{[^{{}}]*stroke:[^n]", plain)
    box = re.search(r'viewBox="(\S+) (\S+) (\S+) (\S+)"', picture).groups()
    place = zip(("x", "y", "width", "height"), box, strict=True)
    around = " ".join(f'{name}="{value}"' for name, value in place)
    paper = f'<rect class="paper" {around}/>'
    assert re.search(r"<(?:rect|text|circle)\b[^>]*>", picture)[0] == paper


def test_only_the_ends_of_the_line_have_no_level_beyond():
    """A level in the middle with no step says that no step is told, and not that the line ends."""
    up = "    steps_up:\n      - {to: high, when: You need more hours.}\n"
    assert up in cases.SOUND
    content = content_of(cases.SOUND.replace(up, ""))
    made = {file.path: file for file in site_files(content, english())}
    middle = said(made["levels/middle/index.html"])
    assert "Our sources tell of no such step from here." in middle
    assert "There is no level with more care" not in middle
    assert "There is no level with more care" in said(made["levels/high/index.html"])
