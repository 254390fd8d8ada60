"""Pieces for other sites as files: small, closed to everything, dated, sourced;
what a pasted link becomes; copies; the promise of v1.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import random
import re
from html import unescape
from html.parser import HTMLParser
from pathlib import PurePath
from string import ascii_lowercase

import made
import pytest
from building import ROOT, SITE
from cases import CASES
from contents import content_of, english, hand_written, real_content, site_files
from continuum import load
from continuum.addresses import PIECES, piece_of, sort_of_piece
from continuum.model.content import Content
from continuum.outputs.embeds.piece import WORDPRESS_MOST
from continuum.outputs.embeds.pieces import pieces
from continuum.outputs.embeds.render import Press
from continuum.outputs.embeds.weight import LONG, MOST
from continuum.outputs.inspection import faults_of
from continuum.rendering.output import Page
from continuum.rendering.renderer import Renderer
from continuum.rendering.words.exact import typed
from continuum.settings import Publication
from continuum.views.asked.answers import all_answers
from continuum.views.speaking import Speaker
from continuum.views.states import spreads

# The first round trip of a connection carries ten packets.
FIRST_ROUND_TRIP = 14_600
# What WordPress lets an author write (wp_kses_allowed_html for posts), as far as copies use it.
KEPT_TAGS = {
    "section",
    "h2",
    "h3",
    "p",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "table",
    "caption",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "a",
    "strong",
    "small",
    "sup",
    "br",
    "details",
    "summary",
    "div",
    "span",
}
KEPT_ATTRIBUTES = {"lang", "dir", "scope", "colspan", "href"}


@pytest.fixture(scope="module")
def files(generated) -> dict[str, bytes]:
    """Every generated file of the real site."""
    return {
        path: file.html.encode() if isinstance(file, Page) else file.body
        for path, file in generated.items()
    }


@pytest.fixture(scope="module")
def documents(files) -> dict[str, str]:
    """Every piece, by its name."""
    return {
        path[9:-11]: body.decode()
        for path, body in files.items()
        if path.startswith("embed/v1/") and path.endswith("/index.html")
    }


def size(body: bytes) -> int:
    """Return what a file weighs when compressed."""
    return len(gzip.compress(body, 9))


def test_every_kind_of_piece_is_there(documents):
    """There is a card, a week, what states say and questions for levels, a comparison of every two
    and of those that the file names, the table, the picture, all questions and every word.
    """
    continuum = real_content()[0]
    ids = [level.id for level in continuum.levels]
    assert {f"levels/{id}" for id in ids} | {"levels", "continuum", "faq"} <= set(
        documents
    )
    assert {f"week/{level.id}" for level in continuum.line_of_levels} <= set(documents)
    assert {f"words/{word.id}" for word in continuum.words} <= set(documents)
    found = spreads(Speaker(*real_content(), Publication()))
    with_states = {name for name in documents if name.startswith("states/")}
    assert with_states == {f"states/{spread.level.id}" for spread in found} != set()
    assert (
        sum(name.count("-vs-") == 1 for name in documents)
        == len(ids) * (len(ids) - 1) // 2
    )
    assert (
        sum(name.count("-vs-") > 1 for name in documents)
        == len(continuum.comparisons)
        >= 3
    )


def test_cards_and_the_picture_are_there_in_three_sizes(documents):
    """Below the address of a card, and of the picture, stand a small and a medium one, both
    lighter than the large one; what a small one says, the large one says too.
    """
    levels = [f"levels/{level.id}" for level in real_content()[0].levels]
    for name in [*levels, "continuum"]:
        names = [f"{name}/small", f"{name}/medium", name]
        small, medium, large = (documents[one] for one in names)
        weights = [size(html.encode()) for html in (small, medium, large)]
        assert max(weights) == weights[2], name
        fact = re.search(r"(?:<strong>|<p class=\"finding\">)([^<]+)<", small)[1]
        assert fact in large, name
        assert len(re.findall(r"<dt>", small)) == 0
        assert len(re.findall(r"<dt>", medium)) <= 4


def test_the_table_of_pieces_is_that_of_what_is_made():
    """Each kind that clinics are offered has a piece, and each piece is of a kind that they are
    offered and has its name from there.
    """
    made = list(pieces(Speaker(*real_content(), Publication())))
    assert {piece.kind for piece in made} == set(PIECES)
    for piece in made:
        id = piece.name.removesuffix(f"/{piece.size}").partition("/")[2]
        id = "" if piece.kind == "continuum" else id
        assert piece.name == piece_of(piece.kind, id, piece.size)
        assert piece.size in ("", *PIECES[piece.kind].sizes)


def test_a_piece_arrives_at_once(documents, files):
    """Each piece with its style weighs at most what the first round trip carries;
    the scripts at most 700, 1,024 and 500 bytes; no font, no picture.
    """
    assert {
        name: weight
        for name, html in documents.items()
        if (weight := size(html.encode())) > FIRST_ROUND_TRIP
    } == {}
    assert size(files["embed/v1.js"]) <= 700
    assert size(files["embed/v1/child.js"]) <= 1024
    assert size(files["embed/v1/accent.js"]) <= 500
    for name, html in documents.items():
        assert not re.search(
            r"@font-face|@import|url\(|<img|<link[^>]*stylesheet", html
        ), name


def test_a_piece_is_closed_to_everything(documents):
    """Its policy allows its own style, by checksum, and our scripts; it asks for nothing else,
    sends no referrer and no form.

    Our scripts are allowed by their address too: in a sandbox,
    some versions of Safari take 'self' for nobody.
    """
    for name, html in documents.items():
        style = re.search(r"<style>(.*?)</style>", html, re.S)[1]
        known = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        policy = (
            f"default-src 'none'; style-src 'sha256-{known}'; "
            f"script-src 'self' {SITE}embed/v1/; base-uri 'none'; form-action 'none'"
        )
        assert f'content="{policy}"' in unescape(html), name
        assert '<meta name="referrer" content="no-referrer">' in html
        scripts = re.findall(r"<script[^>]*>", html)
        assert (
            all(
                re.search(
                    r'src="(?:\.\./)+embed/v1/(?:child|choose)\.js" defer', script
                )
                for script in scripts
            )
            and scripts
        )
        assert not re.search(r"<[^>]+\s(?:style|on\w+)=", html), name


def test_a_piece_says_where_it_is_from(documents):
    """Each has its language, one title and heading, the day of its facts,
    the help numbers to read and to dial, a link to the full page, and is not for search engines.
    """
    continuum, words = real_content()
    say = Speaker(continuum, words, Publication(SITE))
    numbers = [
        contact.value
        for help in continuum.help
        if help.strip
        for contact in help.contacts[:1]
    ]
    for piece in pieces(say):
        html = documents[piece.name]
        assert '<html lang="en" dir="ltr">' in html
        assert html.count("<h2>") == 1
        assert words.day(piece.review.checked) in html
        for number in numbers:
            said = f'<span class="call">Call </span>{typed(number)}'
            assert f'href="tel:{number}">{said}</a>' in html, piece.name
        assert '<meta name="robots" content="noindex">' in html
        assert f'<link rel="canonical" href="{SITE}{piece.canonical}">' in html
        up = "../" * (piece.name.count("/") + 3)
        opens = 'target="_blank" rel="noopener"'
        assert f'href="{up}{piece.full}" {opens}>{words("embed.full")}' in html
        assert "No clinician has reviewed it yet." in html


def test_every_number_of_a_piece_has_its_source(documents):
    """Each mark of a source in a piece is in its list of sources,
    and each source of the list is marked.
    """
    for name, html in documents.items():
        marked = set(map(int, re.findall(r"<sup>\[(\d+)\]</sup>", html)))
        listed = html.split("<footer")[1].split("</footer>")[0].count("<li>")
        assert marked == set(range(1, listed + 1)), name


def test_dangers_stand_in_pieces_too(documents):
    """Card, comparison and questions of a level that has a danger show its card."""
    for danger in real_content()[0].dangers:
        for level in danger.levels:
            found = [
                html
                for name, html in documents.items()
                if name.split("/")[0] in ("levels", "compare")
                and level in name.split("/")[-1].split("-vs-")
            ]
            assert len(found) > 10
            assert all(danger.title in html for html in found), level


def test_search_engines_and_our_search_leave_pieces_out(site):
    """No piece is in the list of pages or in the search index."""
    assert "/embed/v1/" not in (site / "sitemap.xml").read_text(encoding="utf-8")
    index = json.loads(
        (site / "search" / "search_index.json").read_text(encoding="utf-8")
    )["docs"]
    assert [
        entry["location"] for entry in index if entry["location"].startswith("embed")
    ] == []


def test_a_pasted_link_finds_what_it_becomes(site):
    """Every page but sheets, and every piece, names in its head a file that is there;
    WordPress finds it in the first 150,000 bytes, type and address before the title.
    """
    found = {}
    for page in site.rglob("*.html"):
        html = page.read_bytes()[:150_000].decode("utf-8", "ignore")
        if 'http-equiv="refresh"' in html or page.name == "404.html":
            continue
        (link,) = re.findall(
            r'<link rel="alternate" type="application/json\+oembed" href="([^"]+)" title="',
            html,
        ) or [""]
        found[page.parent.relative_to(site).as_posix()] = link
        if link:
            assert (site / link.removeprefix(SITE)).is_file(), page
            assert html.index(link) < html.index("<body")
    assert {
        path
        for path, link in found.items()
        if not link and not path.startswith("print/")
    } == {way.removesuffix(".md") for way in hand_written() if way.endswith(".md")}


def test_what_a_pasted_link_becomes(files, documents):
    """A piece is a frame after a quote with its link, with the height that was measured,
    1,000 at most; a page without one is a link with its title.
    """
    heights = json.loads(
        (ROOT / "overrides/templates/embeds/heights.json").read_text(encoding="utf-8")
    )
    for path, body in files.items():
        if not path.startswith("oembed/"):
            continue
        data = json.loads(body)
        name = path[7:-5]
        assert (data["version"], data["provider_url"]) == ("1.0", SITE)
        assert data["title"] and data["cache_age"]
        if name not in documents:
            assert data["type"] == "link" and "html" not in data
            continue
        width = 300 if name.endswith("/small") else 640
        measured = heights["heights"][name][heights["widths"].index(width)]
        assert (data["type"], data["height"]) == (
            "rich",
            min(measured, WORDPRESS_MOST),
        ), name
        pattern = (
            rf'<blockquote><a href="{SITE}[^"]*">[^<]+</a></blockquote>'
            rf'<iframe src="{SITE}embed/v1/{re.escape(name)}/\?theme=light" '
            rf'width="100%" height="{data["height"]}" frameborder="0" title="[^"]+"></iframe>'
        )
        assert re.fullmatch(pattern, data["html"]), name


class Copy(HTMLParser):
    """What a copy is made of."""

    def __init__(self, html: str):
        super().__init__()
        self.tags, self.attributes, self.addresses, self.open = set(), set(), set(), []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attributes: list) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attributes}
        self.addresses |= {value for name, value in attributes if name == "href"}
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_a_copy_needs_nothing(files, documents):
    """A copy uses only what WordPress keeps, no style, class, name or script;
    its links are whole addresses; it says its day, its source and the help numbers.
    """
    continuum, words = real_content()
    for name in documents:
        html = files[f"embed/v1/{name}/copy.txt"].decode()
        copy = Copy(html)
        assert copy.tags <= KEPT_TAGS, (name, copy.tags - KEPT_TAGS)
        assert copy.attributes <= KEPT_ATTRIBUTES, (
            name,
            copy.attributes - KEPT_ATTRIBUTES,
        )
        assert all(
            re.match(r"https?://|tel:|sms:", address) for address in copy.addresses
        ), name
        assert "Copied from Levels of Care. Facts checked " in html
        assert "\n\n" not in html
        assert all(
            contact.value in html
            for help in continuum.help
            if help.strip
            for contact in help.contacts[:1]
        )


def test_a_copy_says_what_the_piece_says(files, documents):
    """Every sentence of a piece with sources stands in its copy."""
    for name, html in documents.items():
        if name.startswith(("week/", "continuum", "states/")):
            continue  # their pictures are told in words
        copy = re.sub(
            r"\s+",
            " ",
            unescape(
                re.sub(r"<[^>]+>", " ", files[f"embed/v1/{name}/copy.txt"].decode())
            ),
        )
        for said in re.findall(
            r"<(?:p|td|dd|li)(?: class=\"lead\")?>([^<]{25,})<",
            html.split("<footer")[0],
        ):
            assert re.sub(r"\s+", " ", unescape(said)).strip() in copy, (name, said)


def test_releases_never_change(files):
    """The script that sites load is the newest release,
    and every release is the file that it was, by checksum.
    """
    sealed = json.loads(
        (ROOT / "tests" / "contract" / "sealed.json").read_text(encoding="utf-8")
    )
    found = {
        path[6:]: hashlib.sha384(body).hexdigest()
        for path, body in files.items()
        if re.fullmatch(r"embed/v\d+\.\d+\.\d+\.js", path)
    }
    assert found == sealed
    newest = max(
        found, key=lambda name: [int(part) for part in re.findall(r"\d+", name)]
    )
    assert files["embed/v1.js"] == files[f"embed/{newest}"], (
        "the script changed: release it under a new number"
    )


def test_ready_snippets_are_whole(files):
    """The list without scripts has each piece's address and a snippet with title, measured height,
    sandbox, and no referrer.
    """
    ready = files["embed/ready/index.html"].decode()
    snippets = [
        unescape(pre) for pre in re.findall(r"<pre>(&lt;iframe.*?)</pre>", ready, re.S)
    ]
    assert len(snippets) == len(
        [
            path
            for path in files
            if path.startswith("embed/v1/") and path.endswith("index.html")
        ]
    )
    titles = [re.search(r' title="([^"]+)"', snippet)[1] for snippet in snippets]
    assert len(set(titles)) == len(titles), "each frame needs a title of its own"
    for snippet in snippets:
        for part in (
            'width="100%"',
            'loading="lazy"',
            'referrerpolicy="no-referrer"',
            'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"',
            "<script async",
        ):
            assert part in snippet
        assert "allow-same-origin" not in snippet


def test_a_site_that_does_not_know_its_address():
    """Without an address there are pieces, and no copies or links that would lead nowhere."""
    paths = {
        file.path for file in site_files(*load(CASES / "sound.yaml"), Publication())
    }
    assert any(path.startswith("embed/v1/") for path in paths)
    assert not any(
        path.endswith("copy.txt") or path.startswith("oembed/") for path in paths
    )


def test_a_name_runs_no_shortcode():
    """WordPress runs what stands in brackets in a pasted copy, in a frame's title, and in what a
    pasted link became.
    """
    data = made.sound()
    data["levels"][0]["name"] = "Low [canary] and [gallery ids=1]"
    files = {
        file.path: file
        for file in site_files(
            content_of(made.text_of(data)), english(), Publication(SITE)
        )
    }
    copy = files["embed/v1/levels/low/copy.txt"].body.decode()
    rich = json.loads(files["oembed/levels/low.json"].body)["html"]
    pasted = unescape(
        "".join(
            re.findall(
                r"<(?:pre|textarea)[^>]*>(.*?)</",
                files["embed/ready/index.html"].html,
                re.S,
            )
        )
    )
    for html in (copy, rich, pasted):
        assert "canary" in html
        assert "[" not in html
        assert "Low [canary]" in unescape(html)


def test_questions_about_a_level_are_all_of_them(documents):
    """Each piece about a level holds every question that is the level's own, that the file says is
    about it, or that names it by its letters.
    """
    continuum = real_content()[0]
    answers = all_answers(continuum)
    for level in continuum.levels:
        html = unescape(documents[f"faq/{level.id}"])
        shown = set(re.findall(r"<summary>([^<]+)</summary>", html))
        letters = re.compile(rf"\b{level.acronym or 'no letters'}\b")
        wanted = {
            answer.q
            for answer in answers
            if answer in level.faq
            or answer.level == level.id
            or letters.search(f"{answer.q} {answer.a}")
        }
        assert wanted <= shown, level.id
    assert len(re.findall('class="answer"', documents["faq/iop"])) > 20


def with_questions(count: int) -> Content:
    """Return a content with so many questions about a level, no two with the same words."""
    data = made.sound()
    chosen = random.Random(1)
    data["levels"][0]["faq"] = []
    for number in range(count):
        words = ["".join(chosen.choices(ascii_lowercase, k=7)) for _ in range(40)]
        data["levels"][0]["faq"].append(
            {
                "id": f"question-{number}",
                "q": f"What is {words[0]} {words[1]}?",
                "a": f"It is {' '.join(words)}.",
                "sources": list(made.cited(data))[:1],
            }
        )
    return content_of(made.text_of(data))


def test_more_questions_than_a_piece_can_carry():
    """Where all answers would be too heavy, the first stay and the others lead to the site: every
    question is there, and one answer more would be too much.
    """
    content = with_questions(120)
    files = {
        file.path: file for file in site_files(content, english(), Publication(SITE))
    }
    low = content.levels[0].id
    html = files[f"embed/v1/faq/{low}/index.html"].body.decode()
    assert MOST - 400 < size(html.encode()) <= MOST
    answered = html.count('class="answer"')
    linked = re.findall(r'<a href="\.\./\.\./\.\./\.\./faq/#(question-\d+)"', html)
    assert 10 < answered < 120
    assert linked == [f"question-{number}" for number in range(answered, 120)]
    copy = files[f"embed/v1/faq/{low}/copy.txt"].body.decode()
    assert copy.count("<summary>") == 120


def test_a_piece_that_is_too_heavy_is_reported():
    """With any content, the check of a built site says which piece weighs too much, how much, and
    what to shorten; it raises nothing.
    """
    data = made.many(30)
    chosen = random.Random(1)
    for level in data["levels"]:
        words = ["".join(chosen.choices(ascii_lowercase, k=7)) for _ in range(90)]
        level["in_a_line"] = f"It is {' '.join(words)}."
    content = content_of(made.text_of(data))
    press = Press(Renderer(Speaker(content, english(), Publication(SITE))))
    found = {}
    for piece in press.pieces.values():
        path = PurePath(piece.address, "index.html")
        found[piece.name] = list(faults_of(path, press.document(piece), content))
    (said,) = found.pop("levels")
    assert re.fullmatch(
        r"compressed, this piece is \d\d,\d{3} bytes\. 14,600 is the most that arrives at once on"
        r" a slow line\. Shorten the facts of the levels\.",
        said,
    )
    assert not any(found.values())


def test_every_kind_of_piece_has_something_to_shorten():
    """The check can say of every kind what makes it long."""
    assert set(LONG) == set(PIECES)
    for kind, entry in PIECES.items():
        for size in ("", *entry.sizes):
            assert sort_of_piece(piece_of(kind, "low", size)) == (kind, size)
