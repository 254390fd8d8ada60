"""On a real WordPress: what comes of a link to us,
of a snippet and of a dated copy when an author without HTML rights pastes them.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.request import urlopen

import pytest
from building import ENVIRONMENT, ROOT
from clinics import until
from contents import hand_written
from kinds import one_of_each, pages
from selenium.webdriver.common.by import By
from serving import served, webkit

pytestmark = pytest.mark.browser

SCRIPTS = ROOT / "tests" / "wordpress"
# What is pasted -> the piece that stands there afterwards.
PASTED = {
    "compare/iop-vs-php/": "compare/iop-vs-php",
    "levels/iop/": "levels/iop",
    "embed/v1/faq/iop/": "faq/iop",
}
FRAME = "iframe.wp-embedded-content"
QUOTE = "blockquote.wp-embedded-content"
FIRST_150_KB = 150 * 1024
WORDPRESS_MOST = 1000
# Sheets are for paper, and nobody links to a page that is not there.
PAGES = (way.removesuffix("md") for way in hand_written() if way.endswith(".md"))
NOT_FOR_LINKS = ("print/", "404.html", *(f"{way[:-1]}/" for way in PAGES))
# What a clinic's administrator would paste.
SNIPPET = """<iframe data-loc src="{0}embed/v1/levels/iop/" title="IOP" width="100%" height="600" \
frameborder="0" loading="lazy"
  referrerpolicy="no-referrer" \
sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" \
style="color-scheme:light"></iframe>
<p><a href="{0}levels/iop/">IOP on the full page</a></p>
<script async src="{0}embed/v1.js"></script>"""
# WordPress sets paragraphs and line breaks where it sees them in the text.
ITS_OWN = ("p", "br")


class Site(NamedTuple):
    """Our site, where it is served."""

    folder: Path
    address: str

    def oembed(self, piece: str) -> dict:
        """Return what we say of a piece."""
        return json.loads(
            (self.folder / "oembed" / f"{piece}.json").read_text(encoding="utf-8")
        )


class WordPress(NamedTuple):
    """A WordPress that runs, and what its author can ask of it."""

    folder: Path
    address: str

    def ask(self, question: str, about: object) -> object:
        """Return WordPress's answer; tests/wordpress/ask.php has the questions."""
        command = ["php", SCRIPTS / "ask.php", self.folder, question]
        done = subprocess.run(
            command, input=json.dumps(about), capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def publish(self, title: str, text: str) -> str:
        """Return the address of a new post by the author."""
        return self.ask("publish", {"title": title, "text": text})

    def publish_link(self, link: str) -> str:
        """Return the address of a post in which the link stands on a line of its own."""
        return self.publish(
            "How much care is that?",
            f"<p>Our doctors say it in this way.</p>\n\n{link}\n\n<p>Call us with questions.</p>",
        )


@pytest.fixture(scope="session")
def ours(tmp_path_factory) -> Iterator[Site]:
    """Our site, built for the address at which it is served: links,
    pieces and oEmbed files name it.
    """
    folder = tmp_path_factory.mktemp("ours")
    with served(folder) as address:
        command = [
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "--quiet",
            "--site-dir",
            folder,
        ]
        done = subprocess.run(
            command,
            cwd=ROOT,
            env={**ENVIRONMENT, "SITE_URL": address},
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        yield Site(folder, address)


@pytest.fixture(scope="session")
def wordpress(tmp_path_factory) -> Iterator[WordPress]:
    """A new WordPress with a user `author`."""
    folder = tmp_path_factory.mktemp("wordpress")
    script = subprocess.Popen(
        ["sh", SCRIPTS / "start.sh", folder], stdout=subprocess.PIPE, text=True
    )
    address = script.stdout.readline().strip()
    assert address, f"WordPress did not start: see {folder}/log"
    yield WordPress(folder, address)
    script.terminate()
    assert script.wait(timeout=60) == 0
    shutil.rmtree(folder)


class _Elements(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict]] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list) -> None:
        self.found.append((tag, dict(attributes)))

    def handle_data(self, data: str) -> None:
        self.words += data.split()


def only(html: str, tag: str) -> dict:
    """Return the attributes of the one element of this kind."""
    found = [attributes for name, attributes in _Elements(html).found if name == tag]
    assert len(found) == 1, (tag, found)
    return found[0]


def content(address: str) -> str:
    """Return the HTML of a post's text, as WordPress serves it."""
    html = urlopen(address).read().decode()
    return re.search(
        r'<div class="[^"]*wp-block-post-content[^"]*">(.*?)</div>\s*(?:<div|</main)',
        html,
        re.S,
    )[1]


def frame_of(page):
    """Return the frame with our piece, once WordPress shows it in its full height."""
    page.wait_for_function(
        f"getComputedStyle(document.querySelector('{QUOTE}')).display === 'none'"
    )
    frame = page.query_selector(FRAME).content_frame()
    frame.wait_for_load_state()
    settle(page, frame)
    return frame


def settle(page, frame) -> None:
    """Wait until the frame has the height that WordPress gives to a piece as high as ours,
    between 200 and 1000; fail where it never does.
    """
    for _ in range(50):
        if frame_height(page) == max(200, min(body_height(frame), WORDPRESS_MOST)):
            return
        page.wait_for_timeout(100)
    pytest.fail(
        f"the piece is {body_height(frame)} high, its frame {frame_height(page)}"
    )


def body_height(frame) -> int:
    """Return how high a piece is, rounded up."""
    return frame.evaluate("Math.ceil(document.body.getBoundingClientRect().height)")


def frame_height(page) -> int:
    """Return how high the frame is that WordPress shows."""
    return page.locator(FRAME).evaluate("frame => frame.getBoundingClientRect().height")


def picture(page, name: str) -> None:
    """Save a picture of the page where the environment names a folder for it."""
    if os.environ.get("LOC_PICTURES"):
        page.screenshot(
            path=Path(os.environ["LOC_PICTURES"]) / f"wordpress-{name}.png",
            full_page=True,
        )


@contextmanager
def opened(browser, address: str, width: int = 1280):
    """Open a page, and see that no script in it fails."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(address)
    yield page
    page.close()
    assert errors == []


def test_the_author_may_write_posts_but_not_all_html(wordpress):
    """The author of these tests may publish, and has no right to unfiltered HTML;
    WordPress does not know us as a provider.
    """
    assert wordpress.ask("may", "publish_posts")
    assert not wordpress.ask("may", "unfiltered_html")


@pytest.mark.parametrize("link", PASTED)
def test_a_pasted_link_becomes_the_piece(wordpress, ours, link):
    """WordPress finds the piece by itself and writes link and frame into the post: our title,
    address and height, in a sandbox.
    """
    address, said = ours.address + link, ours.oembed(PASTED[link])
    assert wordpress.ask("known", [address]) == [False]
    html = content(wordpress.publish_link(address))
    frame, quote = only(html, "iframe"), only(html, "blockquote")
    wanted = only(said["html"], "iframe")
    secret = frame["data-secret"]
    assert re.fullmatch(r"[a-zA-Z0-9]{10}", secret)
    assert quote["data-secret"] == secret
    assert (
        frame["src"]
        == f"{wanted['src']}#?secret={secret}"
        == f"{ours.address}embed/v1/{PASTED[link]}/?theme=light#?secret={secret}"
    )
    assert (frame["title"], frame["width"], frame["height"]) == (
        wanted["title"],
        "100%",
        str(said["height"]),
    )
    assert frame["sandbox"] == "allow-scripts"
    assert only(html, "a")["href"] == only(said["html"], "a")["href"]
    assert said["title"] in html


def test_the_block_editor_makes_an_embed_block_of_it(wordpress, ours):
    """The block editor, which asks WordPress what a pasted link is, hears of the piece;
    its Embed block shows the same frame.
    """
    link, wanted = (
        ours.address + "levels/iop/",
        only(ours.oembed("levels/iop")["html"], "iframe"),
    )
    assert only(wordpress.ask("preview", link)["html"], "iframe")["src"].startswith(
        wanted["src"]
    )
    block = (
        '<figure class="wp-block-embed is-type-rich"><div class="wp-block-embed__wrapper">'
        f"\n{link}\n</div></figure>"
    )
    html = content(
        wordpress.publish(
            "A block",
            f'<!-- wp:embed {{"url":"{link}","type":"rich"}} -->\n{block}\n<!-- /wp:embed -->',
        )
    )
    frame = only(html, "iframe")
    assert {name: frame[name] for name in ("title", "height", "width")} == {
        name: wanted[name] for name in ("title", "height", "width")
    }


@pytest.mark.parametrize("link", PASTED)
def test_the_piece_shows_in_its_own_height(browser, wordpress, ours, link):
    """In the browser the link gives way to the frame, which is as high as the piece,
    up to WordPress's limit; nothing overflows.
    """
    for width in (1280, 360):
        with opened(
            browser, wordpress.publish_link(ours.address + link), width
        ) as page:
            frame = frame_of(page)
            assert page.locator(FRAME).is_visible()
            assert not page.locator(QUOTE).is_visible()
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert frame.evaluate("document.documentElement.scrollWidth <= innerWidth")
            picture(page, f"{PASTED[link].replace('/', '-')}-{width}")


def test_a_fold_that_opens_makes_the_frame_higher(browser, wordpress, ours):
    """When a fold in the piece is opened and closed the frame follows, up and down."""
    with opened(
        browser, wordpress.publish_link(ours.address + "embed/v1/levels/iop/medium/")
    ) as page:
        frame = frame_of(page)
        before = frame_height(page)
        for opening in (True, False):
            frame.locator("summary").first.click()
            settle(page, frame)
            assert (frame_height(page) > before) == opening


def test_a_tall_piece_scrolls_inside(browser, wordpress, ours):
    """WordPress makes no frame higher than 1000; a taller piece scrolls in it to its last line."""
    with opened(browser, wordpress.publish_link(ours.address + "levels/")) as page:
        frame = frame_of(page)
        assert (
            body_height(frame)
            > WORDPRESS_MOST
            == ours.oembed("levels")["height"]
            == frame_height(page)
        )
        picture(page, "levels-1280")
        page.locator(FRAME).hover()
        page.mouse.wheel(0, 300)
        frame.wait_for_function("scrollY > 0")
        last = frame.locator(".crisis li").last
        last.scroll_into_view_if_needed()
        assert (
            0
            < last.evaluate("item => item.getBoundingClientRect().bottom")
            <= WORDPRESS_MOST
        )


@pytest.mark.parametrize(
    ("opener", "link", "leads_to"),
    [
        (None, "a.full", "compare/iop-vs-php/"),
        (None, "th a", "levels/iop/"),
        ("footer summary", "details a[href^=https]", "compare/iop-vs-php/"),
        (None, ".crisis a[href^='tel:']", "compare/iop-vs-php/"),
    ],
)
def test_a_link_in_the_piece_leads_the_whole_page(
    browser, wordpress, ours, opener, link, leads_to
):
    """A link inside leads the whole page to our full page: to the one it names, or,
    from a link to elsewhere, to that of the piece.
    """
    post = wordpress.publish_link(ours.address + "compare/iop-vs-php/")
    for use in ("click", "keyboard"):
        with opened(browser, post) as page:
            frame = frame_of(page)
            if opener:
                frame.locator(opener).click()
            if use == "click":
                frame.locator(link).first.click()
            else:
                frame.locator(link).first.press("Enter")
            page.wait_for_url(ours.address + leads_to)


def test_without_wordpress_script_the_link_stands_and_a_late_one_is_answered(
    browser, wordpress, ours
):
    """Until WordPress's script is there the link shows. When it comes late and says `ready`,
    the piece says its height again.
    """
    post = wordpress.publish_link(ours.address + "levels/iop/")
    page = browser.new_page()
    page.route("**/wp-embed*.js*", lambda route: route.abort())
    page.goto(post)
    assert page.locator(QUOTE).locator("a").is_visible()
    page.unroute("**/wp-embed*.js*")
    page.add_script_tag(url=f"{wordpress.address}/wp-includes/js/wp-embed.min.js")
    assert page.locator(QUOTE).is_visible()
    heard = page.locator(FRAME).evaluate(
        """frame => new Promise((done, fail) => {
            setTimeout(fail, 5000, "no answer");
            addEventListener("message", event =>
                event.source === frame.contentWindow
                && event.data.message === "height"
                && done(event.data));
            frame.contentWindow.postMessage({message: "ready", secret: frame.dataset.secret}, "*");
        })"""
    )
    assert heard["secret"] == page.locator(FRAME).get_attribute("data-secret")
    frame_of(page)
    page.close()


def test_firefox_shows_the_piece_too(playwright, wordpress, ours):
    """In Firefox the link gives way to the piece in its own height,
    and a link in it leads the whole page.
    """
    own = shutil.which("firefox-esr")
    # Over BiDi a click reaches only frames in the page's own process.
    together = {"fission.webContentIsolationStrategy": 0}
    firefox = playwright.firefox.launch(
        firefox_user_prefs=together,
        **({"channel": "moz-firefox", "executable_path": own} if own else {}),
    )
    with opened(
        firefox, wordpress.publish_link(ours.address + "compare/iop-vs-php/")
    ) as page:
        frame = frame_of(page)
        assert not page.locator(QUOTE).is_visible()
        frame.locator("a.full").click()
        page.wait_for_url(ours.address + "compare/iop-vs-php/")
    firefox.close()


def test_webkit_shows_the_piece_too(wordpress, ours):
    """In WebKit, on a dark system, the link gives way to the piece,
    in its own height and as light as most clinics' pages.
    """
    address = wordpress.publish_link(ours.address + "embed/v1/levels/iop/medium/")
    inside = """return document.body && [
      Math.ceil(document.body.getBoundingClientRect().height),
      getComputedStyle(document.documentElement).backgroundColor
    ]"""
    with webkit(dark=True) as driver:
        driver.get(address)
        quote, frame = (
            driver.find_element(By.CSS_SELECTOR, QUOTE),
            driver.find_element(By.CSS_SELECTOR, FRAME),
        )
        until(
            lambda: frame.is_displayed() and not quote.is_displayed(),
            "the piece instead of the link",
        )

        def look() -> bool:
            driver.switch_to.frame(frame)
            found = driver.execute_script(inside)
            driver.switch_to.default_content()
            return found == [frame.rect["height"], "rgb(253, 252, 248)"]

        until(look, "a light piece in its own height")


def test_of_a_pasted_snippet_the_link_stays(wordpress, ours):
    """Of the snippet with frame and script WordPress leaves an author the visible link alone."""
    snippet = SNIPPET.format(ours.address)
    html = content(wordpress.publish("A snippet", snippet))
    assert [name for name, _ in _Elements(html).found] == ["p", "a"]
    assert only(html, "a")["href"] == only(snippet, "a")["href"]
    assert _Elements(html).words == _Elements(snippet).words


def copies(ours: Site) -> dict[str, str]:
    """Return the text of every dated copy."""
    return {
        str(path.relative_to(ours.folder)): path.read_text(encoding="utf-8")
        for path in sorted(ours.folder.rglob("embed/**/copy.*"))
    }


def meaning(html: str) -> tuple[Counter, list[str], list[str]]:
    """Return how many elements there are of each kind,
    where links lead and what the heads of rows and columns span, and every word.
    """
    elements = _Elements(html)
    kept = [
        value
        for _, attributes in elements.found
        for name, value in attributes.items()
        if name in ("href", "scope", "colspan", "lang")
    ]
    return (
        Counter(name for name, _ in elements.found if name not in ITS_OWN),
        kept,
        elements.words,
    )


def test_every_copy_passes_wordpress_filter(wordpress, ours):
    """WordPress's filter leaves each dated copy every element (tables, captions, heads, folds,
    headings, links) and every word.
    """
    before = copies(ours)
    after = wordpress.ask("filter", before)
    assert len(before) > 100
    assert [
        path for path in before if meaning(before[path]) != meaning(after[path])
    ] == []


def test_a_copy_stands_in_the_post_as_it_was_pasted(browser, wordpress, ours):
    """A published copy has everything that the pasted one had, and fits a phone."""
    path, copy = next(
        (path, copy)
        for path, copy in copies(ours).items()
        if "compare/iop-vs-php/" in path
    )
    post = wordpress.publish("IOP or PHP", copy)
    assert meaning(content(post)) == meaning(copy), path
    for width in (1280, 360):
        with opened(browser, post, width) as page:
            assert page.locator("table caption").is_visible()
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            picture(page, f"copy-{width}")


def test_the_link_for_discovery_is_near_the_top(ours):
    """In every page but the printed sheets the link to what we say of it
    stands in the first 150 KB, where WordPress looks.
    """
    late = []
    for path in pages(ours.folder):
        file = ours.folder / (path if path.endswith(".html") else f"{path}index.html")
        found = re.search(
            rb'<link rel="?alternate"? type="?application/json\+oembed"? href="?([^" >]+)',
            file.read_bytes()[:FIRST_150_KB],
        )
        if not path.startswith(NOT_FOR_LINKS) and not found:
            late.append(path)
    assert late == []


def test_wordpress_finds_what_we_say_of_every_kind_of_page(wordpress, ours):
    """On the largest page of every kind WordPress's own search finds our oEmbed file,
    and the file is there.
    """
    paths = [
        path for path in one_of_each(ours.folder) if not path.startswith(NOT_FOR_LINKS)
    ]
    found = wordpress.ask("discover", {path: ours.address + path for path in paths})
    assert {
        path
        for path in paths
        if not str(found[path]).startswith(f"{ours.address}oembed/")
    } == set()
    assert {path for path in paths if urlopen(found[path]).status != 200} == set()


def test_wordpress_keeps_what_matters_of_every_piece(wordpress, ours):
    """Of every oEmbed file WordPress keeps the frame's title, address, height and full width,
    and the link before it.
    """
    files = {
        str(path.relative_to(ours.folder)): json.loads(path.read_bytes())
        for path in sorted((ours.folder / "oembed").rglob("*.json"))
    }
    made = wordpress.ask("embed", {path: ours.address + path for path in files})
    rich = [path for path, said in files.items() if said["type"] == "rich"]
    assert len(rich) > 100
    for path in rich:
        assert made[path], path
        wanted, frame = only(files[path]["html"], "iframe"), only(made[path], "iframe")
        assert {name: frame[name] for name in ("title", "height", "width")} == {
            name: wanted[name] for name in ("title", "height", "width")
        }
        assert frame["src"].split("#")[0] == wanted["src"], path
        assert (
            frame["width"] == "100%"
            and 0 < int(frame["height"]) == files[path]["height"] <= WORDPRESS_MOST
        ), path
        assert (
            only(made[path], "a")["href"] == only(files[path]["html"], "a")["href"]
        ), path
    for path in files.keys() - set(rich):
        assert only(made[path], "a")["href"].startswith(ours.address), path
