"""Reader views: what a browser leaves of a page when it shows only its text."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import made
import pytest
from building import ROOT, saved
from contents import real_content
from continuum.settings import PAGES
from continuum.views.help.strip import link_of
from kinds import by_size, kind, pages
from marionette import Marionette, firefox_window
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

READABILITY = ROOT / "node_modules" / "@mozilla" / "readability" / "Readability.js"
LOST = (Path(__file__).parent / "readers.js").read_text(encoding="utf-8")

# Pages on which a reader view need not show everything, and why.
EXCEPTIONS = {
    "404.html": "it only leads on",
    "embed/": "it is a form to build a piece with, and its boxes hold code",
    "print/what-matters/": "its questions stand in a form to fill in by hand",
}
# Ids that an editor may choose, in which a reader view sees clutter.
CLUTTER = [
    "social-community",
    "related-media",
    "contact-footer",
    "comment-extra",
    "sidebar-menu",
    "author-banner",
]
# A page by hand whose headings are called like clutter.
HEADINGS = (
    "Contact",
    "Comments and related media",
    "How we share data",
    "Share",
    "Sponsors",
    "Footer",
    "Social menu",
    "Banner",
    "Extra tags",
)
BY_HAND = "# Community\n\n" + "".join(
    f"## {heading}\n\nThis says what people want to know.\n\n" for heading in HEADINGS
)
# Names of elements inside main that Readability takes for clutter, or drops whatever they hold.
NAMES = """html => {
  const {unlikelyCandidates, okMaybeItsACandidate, negative, shareElements}
    = Readability.prototype.REGEXPS;
  const page = new DOMParser().parseFromString(html, "text/html"), found = [];
  for (const part of page.querySelectorAll("main *")) {
    if (part.closest("svg, form")) continue;
    const names = part.className + " " + part.id, where = part.localName + " " + names;
    const weighed = /^(div|ul|table|section|header|h1|h2)$/.test(part.localName);
    if (unlikelyCandidates.test(names) && !okMaybeItsACandidate.test(names)) found.push(where);
    if (weighed && (negative.test(part.className) || negative.test(part.id))) found.push(where);
    if (shareElements.test(names)) found.push(where);
    if (/^(footer|aside|object|embed)$/.test(part.localName)) found.push(where);
  }
  return found;
}"""


@pytest.fixture(scope="module")
def reader(browser) -> Iterator[Page]:
    """A window in which Mozilla's Readability stands, as in Firefox's reader view."""
    page = browser.new_page()
    page.add_script_tag(path=READABILITY)
    yield page
    page.close()


def lost(reader: Page, site: Path) -> dict[str, list[str]]:
    """Return what a reader view loses of the main text, by the page's address."""
    found = {}
    for address in pages(site):
        losses = asked(reader, LOST, site, address)
        if losses and address not in EXCEPTIONS:
            found[address] = losses
    return found


def asked(reader: Page, question: str, site: Path, address: str) -> list[str]:
    """Return what a script answers about a page's file."""
    return reader.evaluate(question, html_of(site, address))


def html_of(site: Path, address: str) -> str:
    """Return the HTML that stands at an address."""
    file = site / address
    if file.is_dir():
        file = file / "index.html"
    return file.read_text(encoding="utf-8")


def test_reader_views_keep_every_number_link_and_warning(reader, site):
    """Every text of every page is in its reader view: each number, each way to get help, each
    warning, each source.
    """
    assert lost(reader, site) == {}


def test_exceptions_are_needed(reader, site):
    """Each page that may lose something does, and it loses no number to call."""
    for address in EXCEPTIONS:
        losses = asked(reader, LOST, site, address)
        calls = [loss for loss in losses if loss.startswith(("link tel", "link sms"))]
        assert losses and not calls, address


def test_names_are_not_those_of_clutter(reader, site):
    """No class, id or element of the main text is one that Readability takes for advertising,
    comments or menus; the author is named, so that no id is taken for a byline.
    """
    found = {}
    for address in pages(site):
        names = asked(reader, NAMES, site, address)
        if names:
            found[address] = names
        assert '<meta name="author"' in html_of(site, address), address
    assert found == {}


def test_reader_views_keep_whatever_an_editor_names(reader, tmp_path):
    """Ids that an editor chose cost no text, though they sound like clutter."""
    content = tmp_path / "levels.yaml"
    content.write_text(made.text_of(named_like_clutter()), encoding="utf-8")
    docs = tmp_path / "docs"
    shutil.copytree(PAGES, docs)
    (docs / "by-hand.md").write_text(BY_HAND, encoding="utf-8")
    assert lost(reader, saved(tmp_path / "site", content, docs=docs)) == {}


def test_firefox_reads_every_way_to_get_help(playwright, site, address):
    """In Firefox's own reader view “Get help now” has every number and every link to dial, the page
    of a level its danger, and a page of every kind with numbers in its text each of these.
    """
    content = real_content()[0]
    program = shutil.which("firefox-esr") or playwright.firefox.executable_path
    with firefox_window(program) as window:
        text, links = reader_view(window, address + "get-help-now/")
        for help in content.help:
            for contact in help.contacts:
                assert contact.words in text
                assert link_of(contact).rstrip("/") in links
        text, _ = reader_view(window, address + "levels/iop/")
        for danger in content.dangers:
            assert danger.title in text
            assert danger.text[-40:] in text
        for page, wanted in with_numbers(site).items():
            _, links = reader_view(window, address + page)
            assert wanted <= set(links), page


def with_numbers(site: Path) -> dict[str, set[str]]:
    """Return the links to dial or to text in the main text of a page, for the largest page of every
    kind that has any, but for what was looked at.
    """
    found = {}
    for page in by_size(site):
        (main,) = re.findall(r"(?s)<main.*</main>", html_of(site, page))
        shown = re.sub(r"(?s)<section[^>]* hidden>.*?</section>", "", main)
        links = re.findall(r'href="((?:tel|sms):[^"]+)"', shown)
        if links:
            found[kind(page)] = page, {unescape(link) for link in links}
    del found["get-help-now/"]
    assert set(found) >= {"compare/*", "levels/*", "faq/", "family/", "paying/"}
    return dict(found.values())


def reader_view(window: Marionette, address: str) -> tuple[str, list[str]]:
    """Return the text and the links of a page in Firefox's reader view, once they are there."""
    window("WebDriver:Navigate", url=f"about:reader?url={address}")
    end = time.monotonic() + 30
    while (
        window.run("return document.querySelectorAll('.moz-reader-content p').length")
        == 0
    ):
        assert time.monotonic() < end, "Firefox shows no reader view"
        time.sleep(0.1)
    # What is folded there opens at a touch.
    window.run(
        "document.querySelectorAll('.container details').forEach(fold => fold.open = true)"
    )
    text = window.run("return document.querySelector('.container').innerText")
    links = window.run(
        "return [...document.querySelectorAll('.container a')].map(a => a.href)"
    )
    return text, [link.rstrip("/") for link in links]


def named_like_clutter() -> made.Data:
    """Return a sound file in which whatever has an address on a page has such an id."""
    data = made.sound()
    help, service = data["help"][0], data["services"][0]
    parts = [
        data["topics"][0]["sections"][0],
        data["levels"][1]["faq"][0],
        data["faq"][0],
    ]
    named = [help, service, *parts, data["words"][0]]
    for item, id in zip(named, CLUTTER, strict=True):
        item["id"] = id
    for level in data["levels"]:
        for use in level.get("services", []):
            use["service"] = service["id"]

    danger = {
        "title": "Do not stop alone",
        "text": "It can harm you.",
        "sources": ["rule", "count"],
    }
    data["dangers"] = [danger | {"id": "contact", "levels": ["low", "middle", "high"]}]
    return data
