"""Every page can be reached from the home page by links alone: no page is an orphan."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

from building import SITE
from markup import page

# They list whatever there is. A page that nothing else links to is lost to readers all the same.
LISTS = ("search/", "quality/")
REDIRECT = 'http-equiv="refresh"'


def pages_of(site: Path) -> dict[str, str]:
    """Return the HTML of every page by its address from the root, but for redirects."""
    found = {}
    for file in site.rglob("index.html"):
        html = file.read_text(encoding="utf-8")
        path = file.relative_to(site)
        address = path.as_posix()
        if REDIRECT not in html:
            found[address.removesuffix("index.html")] = html
    return found


def orphans(site: Path) -> list[str]:
    """Return the addresses to which no way leads from the home page."""
    pages = pages_of(site)
    lost = set(pages)
    ahead = [""]
    lost.discard("")
    for address in ahead:  # which grows on the way
        if lost and address not in LISTS:
            linked = set(links(pages[address], address))
            found = linked & lost
            lost -= found
            ahead += sorted(found)
    return sorted(lost)


def links(html: str, address: str) -> Iterator[str]:
    """Yield the addresses inside the site to which a page links."""
    document = page(html)
    for link in document.iter("a"):
        target = urljoin(SITE + address, link.get("href"))
        whole, _ = urldefrag(target)
        if whole.startswith(SITE):
            parts = urlsplit(whole)
            yield parts.path.removeprefix("/")


def test_every_page_is_reached_by_links(site):
    """From page to page, with no redirect and no list of all, each page and piece is found."""
    assert len(pages_of(site)) > 100
    assert orphans(site) == []


def test_an_orphan_is_found(tmp_path):
    """What no page links to is found, and so is what only a redirect or a list of all leads to."""
    planted = {
        "": '<a href="near/">1</a> <a href="old/">2</a> <a href="search/">3</a>',
        "near": '<a href="../far/#part">4</a>',
        "far": '<a href="https://elsewhere.example/orphan/">5</a>',
        "old": f'<meta {REDIRECT} content="0; url=../moved/"><a href="../moved/">6</a>',
        "moved": "",
        "search": '<a href="../listed/">7</a>',
        "listed": "",
        "orphan": '<a href="../far/">8</a>',
    }
    for name, html in planted.items():
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        (folder / "index.html").write_text(html, encoding="utf-8")
    assert orphans(tmp_path) == ["listed/", "moved/", "orphan/"]
