"""The built site: strict, whole, the same every time, safe, and never worse than the one before."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path, PurePath

import cases
import made
import pytest
from building import ENVIRONMENT, ROOT, SITE, saved
from contents import content_of, english, real_content, site_files
from continuum import build, load
from continuum.outputs.inspection import faults_of
from continuum.rendering.output import Output, Page
from continuum.report.problem import ContentError
from continuum.settings import Publication, read_settings
from publish import main
from publishing.make import pages_are_sound
from publishing.places import MARK

HOSTILE = [
    "<script>window.pwn=a</script>",
    "<img src=x onerror=window.pwn=a>",
    "[x](javascript:window.pwn=a) **b** | c |\n\n# head\n<b onclick=x>y</b>",
    '" onmouseover="window.pwn=a',
    "text {: onclick=window.pwn=a }",
    "]]> </script><script>window.pwn=a</script>",
    "{% raw %} & < > ' \" `code` *star*",
]


DANGER = (
    "dangers:\n  - {id: stop, title: Ask first, text: It can be dangerous., "
    "sources: [rule, count], levels: [low]}\n"
)


def publish(target: Path, root: Path = ROOT) -> subprocess.CompletedProcess:
    """Run what `make site` runs."""
    command = [sys.executable, str(root / "scripts" / "publish.py"), str(target)]
    return subprocess.run(
        command, cwd=root, env=ENVIRONMENT, capture_output=True, text=True
    )


def made_of(text: str) -> Iterator[Output | Page]:
    """Yield every generated file of a content that need not keep any rule."""
    yield from site_files(
        content_of(text),
        english(),
        Publication(SITE),
    )


def markup_of(text: str) -> Iterator[tuple[str, str]]:
    """Yield everything that is made of a content and holds markup: pages, pieces, their copies,
    and what a pasted link becomes.
    """
    for file in made_of(text):
        if isinstance(file, Page):
            yield file.path, file.html
        elif file.path.startswith("oembed/"):
            yield file.path, json.loads(file.body).get("html", "")
        elif file.path.startswith("embed/") and not file.path.endswith(".js"):
            yield file.path, file.body.decode()


def html_pages(folder: Path) -> list[Path]:
    """Return the pages of a built site, without redirects and without
    the pieces for other sites.
    """
    found = [
        page
        for page in folder.rglob("*.html")
        if folder / "embed" / "v1" not in page.parents
    ]
    return [
        page
        for page in found
        if 'http-equiv="refresh"' not in page.read_text(encoding="utf-8")
    ]


def shapes(html: str) -> set[tuple[str, ...]]:
    """Return each kind of element that a page holds: its name and the names of its attributes."""
    return {
        (tag, *re.findall(r'\s([\w:-]+)(?==")', re.sub(r'"[^"]*"', '""', rest)))
        for tag, rest in re.findall(r"<([a-zA-Z!/]+)([^>]*)>", html)
    }


@pytest.fixture
def project(tmp_path) -> Path:
    """A copy of the project, with a small file of content, that a test may break."""
    copy = tmp_path / "project"
    # With what Python has compiled, which would take longer than the builds.
    for name in ("content", "docs", "overrides", "scripts"):
        shutil.copytree(ROOT / name, copy / name)
    shutil.copy(ROOT / "mkdocs.yml", copy)
    (copy / "content" / "levels.yaml").write_text(
        cases.SOUND + DANGER, encoding="utf-8"
    )
    return copy


PROSE, PARTS = "docs/privacy.md", "overrides/templates/pages/_folds.html.j2"
LOST = """# Privacy

[lost](nowhere.md) <a href="../levels/#nothing-here">lost too</a>

<script>1</script>"""
MISSING = [
    "levels/low/index.html: the warning “Ask first” is missing",
    "compare/low-vs-middle/index.html: the warning “Ask first” is missing",
]
FAILING = {
    "bad content": (
        [("content/levels.yaml", "language: en", "langauge: en")],
        ["did you mean “language”?"],
    ),
    "bad pages, all at once": (
        [
            (PROSE, "# Privacy", LOST),
            (PARTS, 'id="danger-{{', 'id="no-{{'),
        ],
        ["nowhere.md", "nothing-here", "must not stand in a page", *MISSING],
    ),
    "a hook that dies when all is written": (
        [
            (
                "scripts/dies.py",
                "",
                "def on_post_build(config):\n    raise SystemExit(3)\n",
            ),
            ("mkdocs.yml", "mkdocs_hooks.py]", "mkdocs_hooks.py, scripts/dies.py]"),
        ],
        [],
    ),
}


@pytest.mark.parametrize("fault", FAILING)
def test_a_failed_build_leaves_the_last_good_site(fault, project):
    """A build that fails, early or late, says why and leaves every byte
    of the published site alone.
    """
    target = project / "site"
    target.mkdir()
    for name in (MARK, "index.html"):
        (target / name).write_text("the last good site", encoding="utf-8")
    before = {path: path.read_bytes() for path in target.rglob("*") if path.is_file()}
    changes, said = FAILING[fault]
    for name, old, new in changes:
        file = project / name
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
    done = publish(target, project)
    assert done.returncode == 1
    assert [part for part in said if part not in done.stdout + done.stderr] == []
    assert {
        path: path.read_bytes() for path in target.rglob("*") if path.is_file()
    } == before


def test_pages_are_inspected_beside_their_own_content(tmp_path, capsys):
    """The warnings that pages must have are those of the content that the settings name."""
    content = tmp_path / "other.yaml"
    content.write_text(cases.SOUND + DANGER, encoding="utf-8")
    page = tmp_path / "site" / "levels" / "low" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text("<aside data-help></aside>", encoding="utf-8")

    settings = replace(read_settings(), content=content)
    assert not pages_are_sound(tmp_path / "site", settings)
    said = "levels/low/index.html: the warning “Ask first” is missing\n"
    assert capsys.readouterr().out == said


@pytest.mark.parametrize(
    ("page", "missed"),
    [
        ("levels/low/", True),
        ("embed/v1/levels/low/", True),
        ("paying-for-it/", True),
        ("get-help-now/", True),
        ("faq/", True),
        ("embed/v1/faq/", True),
        ("levels/middle/", False),
        ("words/", False),
    ],
)
def test_a_warning_is_missed_where_it_must_stand(page, missed):
    """On the levels and topics that it names, in their pieces, beside help and beside questions."""
    named = DANGER.replace("levels: [low]", "levels: [low], topics: [paying-for-it]")
    content = content_of(cases.SOUND + named)
    path = PurePath(page, "index.html")
    found = list(faults_of(path, "<aside data-help></aside>", content))
    assert found == (["the warning “Ask first” is missing"] if missed else [])


def test_two_builds_are_the_same(site):
    """The same content gives the same bytes: in another folder, by another process, which orders
    its sets otherwise, and with no engine.
    """
    here = {file.path: file.body for file in build(read_settings())}
    files = [path for path in site.rglob("*") if path.is_file() and path.name != MARK]
    there = {path.relative_to(site).as_posix(): path.read_bytes() for path in files}
    assert sorted(here) == sorted(there)
    assert [path for path in here if here[path] != there[path]] == []


def test_every_page_has_what_it_must_have(site):
    """Each page has one heading, a description,
    the help strip with every number of it, and its date.
    """
    numbers = [
        contact.value
        for help in real_content()[0].help
        if help.strip
        for contact in help.contacts[:1]
    ]
    for page in html_pages(site):
        html = page.read_text(encoding="utf-8")
        assert html.count("<h1") == 1, page
        assert 'class="strip"' in html, page
        for number in numbers:
            assert f'href="tel:{number}"' in html, page
        if page.name != "404.html":
            assert '<meta name="description"' in html, page
            assert "Last checked" in html, page


def test_search_engines_get_every_page_but_the_sheets(site):
    """The list of pages names each page once;
    sheets say of themselves that they are not to be listed, and are not on it.
    """
    listed = re.findall(
        r"<loc>([^<]+)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8")
    )
    address = re.search(
        r"Sitemap: (\S+)sitemap\.xml", (site / "robots.txt").read_text(encoding="utf-8")
    )[1]
    folders = {
        page.parent.relative_to(site).as_posix()
        for page in html_pages(site)
        if page.name != "404.html"
    }
    wanted = {
        address + f"{folder}/".removeprefix("./")
        for folder in folders
        if not folder.startswith("print/")
    }
    assert len(listed) == len(set(listed))
    assert set(listed) == wanted
    for folder in folders:
        html = (site / folder / "index.html").read_text(encoding="utf-8")
        assert ('content="noindex"' in html) == folder.startswith("print/"), folder


def test_search_reads_texts_without_their_citations(site):
    """The index of the search holds what pages say once: no citation,
    no warning that many pages share, and no answer of the page of questions a second time.
    """
    index = json.loads(
        (site / "search" / "search_index.json").read_text(encoding="utf-8")
    )["docs"]
    texts = [entry["text"] for entry in index]
    assert len(texts) > 200
    assert [
        entry for entry in index if "#" in entry["location"] and not entry["text"]
    ] == []
    assert [
        text for text in texts if re.search(r"second-hand|only source so far", text)
    ] == []
    continuum = real_content()[0]
    assert [
        danger.id
        for danger in continuum.dangers
        for text in texts
        if danger.text in text
    ] == []
    on_levels = [
        entry["text"] for entry in index if entry["location"].startswith("levels/")
    ]
    assert [
        answer.q
        for level in continuum.levels
        for answer in level.faq
        for text in on_levels
        if answer.q
        in text.replace(f"“ {answer.q} ”", "")  # a link to it is no second answer
    ] == []


def test_suggest_a_change_leads_to_the_right_line(site):
    """A level's page opens the file at the line where the level starts."""
    lines = (ROOT / "content" / "levels.yaml").read_text(encoding="utf-8").split("\n")
    for level in real_content()[0].levels:
        html = (site / "levels" / level.id / "index.html").read_text(encoding="utf-8")
        line = int(re.search(r'levels\.yaml#L(\d+)"', html)[1])
        assert lines[line - 1].strip() == f"- id: {level.id}"


def test_no_page_asks_for_anything_from_elsewhere(site):
    """Only links that a reader follows leave the site,
    and they say nothing about where the reader was.
    """
    for page in site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        assert (
            re.findall(
                r'<(?:script|img|iframe|source|video|audio)[^>]*\ssrc="(?:https?:)?//',
                html,
            )
            == []
        ), page
        assert (
            re.findall(
                r'<link rel="(?!canonical|alternate)[^>]*href="(?:https?:)?//', html
            )
            == []
        ), page
        assert '<meta name="referrer" content="no-referrer">' in html, page
        assert (
            re.search(rf"script-src 'self'(?: {SITE}embed/v1/)?;", html)
            or 'http-equiv="refresh"' in html
        ), page


@cache
def with_levels(count: int) -> dict[str, Output | Page]:
    """Return every generated file of a made-up site with that many levels, by its path."""
    return {file.path: file for file in made_of(made.text_of(made.many(count)))}


def test_a_level_page_does_not_grow_with_the_number_of_levels():
    """A pair page and a level page are as large among 20 levels as among 8."""
    for path in ("compare/level-1-vs-level-2/index.html", "levels/level-1/index.html"):
        few, among_many = (
            len(with_levels(8)[path].html),
            len(with_levels(20)[path].html),
        )
        # Numbers differ by a digit or two, and the last bar at home fades, which takes more.
        assert abs(few - among_many) < 0.03 * few


@pytest.mark.parametrize("count", [2, 20])
def test_any_number_of_levels_has_every_page_and_piece(count):
    """Files with 2 levels and with 20 need no change of code. (2 and 40 are built strictly where
    they are looked at, in `test_pages`.)
    """
    files, pairs = with_levels(count), count * (count - 1) // 2
    pages = [file for file in files.values() if isinstance(file, Page)]
    assert len([page for page in pages if page.id == "pair"]) == pairs
    piece = re.compile(r"embed/v1/compare/[^/]+/index\.html")
    assert len([path for path in files if piece.fullmatch(path)]) == pairs
    assert {
        "embed/v1/levels/index.html",
        "embed/v1/continuum/index.html",
        "embed/index.html",
        "embed/it/index.html",
        "embed/ready/index.html",
    } <= files.keys()


def test_another_vocabulary_is_only_another_file():
    """LOCUS, levels 0 to 6, with no hours at all, needs no change of code."""
    by_path = {
        file.path: file
        for file in site_files(*load(cases.CASES.parent / "content" / "locus.yaml"))
    }
    assert "Low Intensity Community Based Services" in by_path["levels/index.html"].html


def test_another_script_builds(tmp_path):
    """A file in Arabic builds from right to left, with the site's own words in Arabic letters."""
    content, words = made.arabic(tmp_path)
    site = saved(tmp_path / "site", content, words)
    html = (site / "index.html").read_text(encoding="utf-8")
    assert '<html lang="ar" dir="rtl">' in html
    assert 'direction="rtl"' in html


def test_a_language_without_words_says_what_to_do(tmp_path):
    """A file in a language that the site has no words for is refused with the way to add them."""
    content = tmp_path / "levels.yaml"
    content.write_text(
        cases.SOUND.replace("language: en", "language: fr"), encoding="utf-8"
    )
    with pytest.raises(ContentError) as caught:
        load(content)
    assert caught.value.findings.problems[0].place.line == 1
    assert "fr.yaml" in caught.value.findings.problems[0].fix


def test_values_are_text_and_never_markup():
    """Whatever an editor types is shown as typed: no element, attribute,
    link or script comes of it.
    """
    data = made.sound()
    usual = set().union(*(shapes(html) for _, html in markup_of(cases.SOUND)))
    for value in ("".join(HOSTILE), "".join(reversed(HOSTILE))):
        for path, html in markup_of(made.text_of(made.replaced(data, value))):
            assert shapes(html) <= usual, path


def test_hostile_values_survive_the_whole_build(tmp_path):
    """The frame around pages escapes too: name, titles and descriptions of the site."""
    bad = made.replaced(made.sound(), HOSTILE[0] + HOSTILE[3])
    content = tmp_path / "levels.yaml"
    content.write_text(made.text_of(bad), encoding="utf-8")
    for page in saved(tmp_path / "site", content).rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        assert "<script>" not in html, page
        assert not re.search(r'<[^>]*"\s*onmouseover=', html), page


def test_a_folder_made_by_someone_else_is_left_alone(tmp_path):
    """`make site` never replaces a folder that it did not make."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "mine.txt").write_text("mine")
    assert main([str(tmp_path / "site")]) == 1
    assert (tmp_path / "site" / "mine.txt").read_text() == "mine"
