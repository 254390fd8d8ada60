"""The address of the site: as it was typed, as browsers write it, and what no site can stand at."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import urlsplit

import cases
import pytest
from building import saved
from continuum import build
from continuum.addresses.web import AddressError, published_at, web_address
from continuum.report.problem import ContentError
from continuum.settings import read_settings

WRITTEN = {
    "": "",
    "  ": "",
    " https://x.example ": "https://x.example/",
    "https://X.example/Care": "https://x.example/Care/",
    "https://x.example//a//b//": "https://x.example/a/b/",
    "https://x.example/a b/": "https://x.example/a%20b/",
    "https://x.example/a%20b/": "https://x.example/a%20b/",
    "https://x.example/100%25/": "https://x.example/100%25/",
    "https://bücher.example/é/": "https://xn--bcher-kva.example/%C3%A9/",
    "https://مثال.example/": "https://xn--mgbh0fb.example/",
    "https://x.example/a;b,c'd(e)/": "https://x.example/a%3Bb%2Cc'd(e)/",
    'https://x.example/"<>/': "https://x.example/%22%3C%3E/",
    "http://localhost:8000/": "http://localhost:8000/",
    "http://my_host/care": "http://my_host/care/",
    "http://[::1]:80": "http://[::1]:80/",
}
OUT = "The address leads out of its own folder"
REFUSED = {
    "x.example": "is no address of a site",
    "https://": "is no address of a site",
    "ftp://x.example/": "is no address of a site",
    "javascript:alert(1)": "is no address of a site",
    "https://x.example:port/": "is no address of a site",
    "https://x y.example/": "is no name of a host",
    "https://x.example;script-src *": "is no name of a host",
    "https://me:secret@x.example/": "holds the name of somebody",
    "https://x.example/?page=1": "leads to a part of a page",
    "https://x.example/#top": "leads to a part of a page",
    "https://x.example/../content/": OUT,
    "https://x.example/./": OUT,
    "https://x.example/%2e%2e/content/": OUT,
    "https://x.example/%2E%2E%2Fcontent/": OUT,
}


@pytest.mark.parametrize("typed", WRITTEN)
def test_an_address_is_written_as_browsers_write_it(typed):
    """Once, and the same when it is written again."""
    written = web_address(typed)
    assert written == WRITTEN[typed]
    assert web_address(written) == written


@pytest.mark.parametrize("typed", REFUSED)
def test_where_no_site_can_stand_it_is_said_why(typed):
    """And what to do."""
    with pytest.raises(AddressError, match=re.escape(REFUSED[typed])) as raised:
        web_address(typed)
    assert raised.value.fix


def test_it_is_told_together_with_the_problems_of_the_content(tmp_path):
    """All at once, each with its place."""
    content = tmp_path / "levels.yaml"
    content.write_text(cases.SOUND.replace("language: en", "langauge: en"))
    settings = replace(
        read_settings(), content=content, url="https://x.example/../", own=frozenset()
    )
    with pytest.raises(ContentError) as raised:
        list(build(settings))
    said = str(raised.value)
    assert "did you mean “language”?" in said
    assert "mkdocs.yml:3:1  site_url\n   | site_url:" in said
    assert f"{OUT}: “..”." in said

    with pytest.raises(ContentError, match=OUT):
        published_at(settings)


@pytest.mark.parametrize("typed", ["https://bücher.example/mé; a/", ""])
def test_pages_pieces_and_lists_name_one_address(tmp_path, typed):
    """In policies, links and lists it stands as browsers write it, and where there is none the
    pages that hand out pieces say so.
    """
    content = tmp_path / "levels.yaml"
    content.write_text(cases.SOUND)
    site = saved(tmp_path / "site", content, site_url=typed)
    written = web_address(typed)
    [piece, *_] = sorted(site.glob("embed/v1/levels/*/index.html"))
    html = piece.read_text(encoding="utf-8")
    policy = re.search(r"script-src 'self'([^;]*);", html)[1].strip()
    assert policy == (f"{written}embed/v1/" if written else "")

    without = []
    for name in ("embed", "embed/ready", "embed/it"):
        page = (site / name / "index.html").read_text(encoding="utf-8")
        if "does not know where it stands" in page:
            without.append(name)
    assert without == ([] if written else ["embed", "embed/ready", "embed/it"])

    if written:
        found = []
        for file in site.rglob("*"):
            if file.suffix in (".html", ".xml", ".json", ".csv", ".txt"):
                text = file.read_text(encoding="utf-8")
                found += re.findall(r"https?://[^/\s\"'<>]*cher[^\s\"'<>]*", text)
        assert {
            address for address in found if not address.startswith(written)
        } == set()
        assert urlsplit(written).netloc in "".join(found)
