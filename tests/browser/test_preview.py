"""What editors see while they edit: the site follows, and what is wrong stands over it.

A copy of the project, a real server, a real browser.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from urllib.request import urlopen

import cases
import pytest
from axe import AXE, DIAGONAL, found_by_axe
from building import ENVIRONMENT, ROOT
from playwright.sync_api import Locator, Page, Request, expect

pytestmark = pytest.mark.browser

LEVEL, CONTENT = "levels/middle/", "content/levels.yaml"
PAIR = "compare/low-vs-middle/"
MISTAKE = (CONTENT, "name: Middle", "nmae: Middle")
STYLE = "overrides/templates/styles/site.css.j2"
# What the preview adds to a page.
HEAD = rb'<link rel="stylesheet" href="/-preview/.*?></script>\n?'
LIST = rb'(?<=<body>)<div id="editing".*?</div>\s*<p class="editing-said" role="status"></p>'
ADDED = re.compile(HEAD + b"|" + LIST, re.S)


class Project:
    """A copy of the project that a test may break, with a small file of content."""

    def __init__(self, folder: Path):
        self.root = folder
        self.content = folder / "content" / "levels.yaml"
        self.address, self.said = "", folder / "said.txt"
        made_by_running = shutil.ignore_patterns("__pycache__")
        for name in ("content", "docs", "overrides", "scripts"):
            shutil.copytree(ROOT / name, folder / name, ignore=made_by_running)
        shutil.copy(ROOT / "mkdocs.yml", folder)
        self.content.write_text(cases.SOUND, encoding="utf-8")

    def change(self, path: str, old: str, new: str) -> None:
        """Save a file with `old` replaced."""
        file = self.root / path
        text = file.read_text(encoding="utf-8")
        assert old in text, old
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    @contextmanager
    def changed(self, path: str, old: str, new: str) -> Iterator[None]:
        """Save a file with `old` replaced, and afterwards what it held before."""
        file = self.root / path
        before = file.read_text(encoding="utf-8")
        self.change(path, old, new)
        try:
            yield
        finally:
            file.write_text(before, encoding="utf-8")

    @contextmanager
    def served(self) -> Iterator[str]:
        """Serve the copy as `make serve` does; give its address."""
        with self.said.open("w") as said:
            server = subprocess.Popen(
                [sys.executable, "-u", "scripts/serve.py", "0"],
                cwd=self.root,
                env=ENVIRONMENT,
                stdout=subprocess.PIPE,
                stderr=said,
                text=True,
            )
            try:
                self.address = address_in(server.stdout)
                yield self.address
            finally:
                server.terminate()
                server.wait()
                server.stdout.close()


def address_in(lines: IO[str]) -> str:
    """Return the first address that a program prints."""
    for line in lines:
        if found := re.search(r"http://\S+", line):
            return found[0]
    raise AssertionError("the preview does not start")


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Iterator[Project]:
    """A copy of the project, being served."""
    copy = Project(tmp_path_factory.mktemp("preview") / "project")
    with copy.served():
        yield copy


@pytest.fixture
def page(browser, project) -> Iterator[Page]:
    """A page of the preview; `loads` holds what it loaded, each time that it did."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.loads = []

    def count(request: Request) -> None:
        if request.is_navigation_request():
            page.loads.append(request.url)

    page.on("request", count)
    yield page
    context.close()


def panel(page: Page) -> Locator:
    """Return the list of problems on a page."""
    return page.locator(".editing-bad")


EDITS = [
    (
        (
            CONTENT,
            "in_short: You come for {{ middle",
            "in_short: Changed, you come for {{ middle",
        ),
        ".hero :text('Changed, you come for')",
    ),
    (
        (
            "overrides/templates/frame/bottom.html.j2",
            "<p>{{ w('site.not_advice') }}",
            "<p>Brand-new foot. {{ w('site.not_advice') }}",
        ),
        ".bottom :text('Brand-new foot')",
    ),
    (
        ("content/words/en.yaml", "  skip: Skip", "  skip: Changed skip"),
        ".skip:text('Changed skip')",
    ),
    (
        (CONTENT, "in_short: Changed, you", "in_short: Once more, you"),
        ".hero :text('Once more, you')",
    ),
]


def test_an_edit_shows_by_itself_once(page, project):
    """An open page shows an edit of the content, a template, the style or the words without being
    asked, and loads once for each.
    """
    page.goto(project.address + LEVEL)
    for number, (edit, seen) in enumerate(EDITS, 2):
        project.change(*edit)
        expect(page.locator(seen).first).to_be_attached()
        assert len(page.loads) == number, edit
    body, margin = page.locator("body"), "margin: 0; background: "
    with project.changed(STYLE, f"{margin}var(--paper)", f"{margin}rgb(1 2 3)"):
        expect(body).to_have_css("background-color", "rgb(1, 2, 3)")
    expect(body).to_have_css("background-color", "rgb(253, 252, 248)")
    assert len(page.loads) == number + 2


@pytest.mark.parametrize(
    "path", [LEVEL, "privacy/", "there-is-no-such-page/", "compare/"]
)
def test_a_mistake_stands_over_every_page_until_it_is_put_right(path, page, project):
    """The list comes without loading the page, names the line, the way, the value, the fault and
    the fix, leaves the page as it was, folds by keyboard, and goes when the file is good again.
    """
    page.goto(project.address + path)
    h1 = page.locator("main h1")
    heading = h1.inner_text()
    with project.changed(*MISTAKE):
        expect(panel(page)).to_be_visible()
        lines = project.content.read_text(encoding="utf-8").split("\n")
        said = panel(page).inner_text()
        for part in (
            "1 problem in content/levels.yaml",
            f"Line {lines.index('    nmae: Middle') + 1} ",
            "levels › middle › nmae",
            "There is no value called “nmae”",
            "Fix: did you mean “name”?",
        ):
            assert part in said
        marks = panel(page).locator("li", has_text="nmae").locator("mark")
        assert marks.first.inner_text() == "nmae"
        aloud = page.locator("[role=status].editing-said")
        assert aloud.text_content() == "1 problem in content/levels.yaml"
        assert h1.inner_text() == heading
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator(".editing-list")).to_be_hidden()
        assert len(page.loads) == 1
        page.reload()
        expect(page.locator(".editing-list")).to_be_visible()
        assert h1.inner_text() == heading
    expect(panel(page)).to_have_count(0)
    assert h1.inner_text() == heading


def test_everyone_can_read_the_list(browser, project):
    """Axe finds nothing in it in any width and look, nothing is wider than a narrow screen, and
    paper leaves it out.
    """
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto(project.address)
    with project.changed(*MISTAKE):
        expect(panel(page)).to_be_visible()
        page.evaluate(AXE)
        for width, look in DIAGONAL:
            assert found_by_axe(page, "the list", width, look) == []
        page.set_viewport_size({"width": 320, "height": 600})
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        too_wide = "list => list.scrollWidth - list.clientWidth"
        assert page.locator(".editing-list").evaluate(too_wide) == 0
        assert panel(page).bounding_box()["height"] < 420
        page.emulate_media(media="print")
        expect(panel(page)).to_be_hidden()
    page.emulate_media(media="screen")
    expect(panel(page)).to_have_count(0)
    context.close()


MISTAKES = [
    (
        "overrides/templates/pages/level.html.j2",
        "{% endif %}",
        "{% endfi %}",
        "This template cannot be read",
    ),
    (
        "overrides/templates/pages/pair.html.j2",
        "{{",
        "{{ nobody_knows_me }}{{",
        "does not exist: 'nobody_knows_me' is undefined",
    ),
    (
        "overrides/templates/frame/document.html.j2",
        "</main>",
        "</main>{{ nobody.knows_me }}",
        "does not exist: 'nobody' is undefined",
    ),
    (
        "content/words/en.yaml",
        "  not_advice: ",
        "  not_advise: ",
        "The words for “site.not_advice” are missing.",
    ),
    (
        "content/words/en.yaml",
        "  skip: ",
        " skip: ",
        "content/words/en.yaml",
    ),
    (
        "docs/privacy.md",
        "# Privacy",
        "# Privacy {{ nobody.hours_per_week }}",
        "no level has the id “nobody”",
    ),
    (
        "mkdocs.yml",
        "plugins:",
        "plugins: [",
        "The settings cannot be read.",
    ),
]


@pytest.mark.parametrize(("path", "old", "new", "said"), MISTAKES)
def test_what_else_may_be_wrong_is_told_as_plainly(path, old, new, said, page, project):
    """A mistake in a template, even of a page that nobody looks at, in the words, in a
    hand-written page or in the settings names its file and line. The page stays as it was, nothing
    in the terminal looks like a program's insides, and the site follows again once it is put right.
    """
    # A page that was good, and that no tab shows now.
    with urlopen(project.address + PAIR) as answer:
        other = re.search(r"<h1.*?</h1>", answer.read().decode(), re.S)[0]
    page.goto(project.address + LEVEL)
    h1 = page.locator("h1")
    with project.changed(path, old, new):
        expect(panel(page)).to_contain_text(said)
        expect(panel(page)).to_contain_text(f"1 problem in {path}")
        expect(panel(page)).to_contain_text(re.compile(r"Line \d"))
        assert h1.inner_text() == "Middle (MI)"
        page.goto(project.address + PAIR)
        assert h1.evaluate("heading => heading.outerHTML") == other
        assert panel(page).count() == 1
    expect(panel(page)).to_have_count(0)
    assert "Traceback" not in project.said.read_text(encoding="utf-8")


def test_starting_with_a_broken_file_shows_the_list_and_then_the_site(
    browser, tmp_path
):
    """A server that starts with a broken file shows nothing but the list, and the site by itself
    once the file is good.
    """
    project = Project(tmp_path / "project")
    page = browser.new_page(viewport={"width": 320, "height": 600})
    with project.changed(*MISTAKE), project.served() as address:
        page.goto(address + LEVEL)
        expect(panel(page)).to_contain_text("There is no value called “nmae”")
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        project.change(CONTENT, "nmae: Middle", "name: Middle")
        expect(page.locator("h1")).to_have_text("Middle (MI)")
        expect(panel(page)).to_have_count(0)
    page.close()
    assert project.said.read_text(encoding="utf-8") == ""


def test_the_preview_shows_what_is_published_and_leaves_nothing_in_it(project):
    """Each file of the published site is the same in the preview, but for what makes pages follow,
    and nothing of that is published.
    """
    site = project.root.parent / "site"
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)],
        cwd=project.root,
        env={**ENVIRONMENT, "SITE_URL": project.address},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    files = [path for path in site.rglob("*") if path.is_file()]
    assert len(files) > 60
    for file in files:
        path, published = file.relative_to(site).as_posix(), file.read_bytes()
        assert b"/-preview/" not in published and b"editing-" not in published, path
        if path == "sitemap.xml.gz":  # added by MkDocs
            continue
        with urlopen(project.address + path.removesuffix("index.html")) as answer:
            assert ADDED.sub(b"", answer.read()) == published, path
