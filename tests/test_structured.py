"""Structured data: true, valid by schema.org, and never more than readers can see."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from html import unescape

import pytest
from building import ROOT

# Values that are not words for readers: addresses, codes, dates, numbers, names of types.
LINKED = re.compile(r'<a\b[^>]*\shref="([^"]*)"')
NOT_SHOWN = {
    "@context",
    "@type",
    "url",
    "item",
    "inLanguage",
    "dateModified",
    "lastReviewed",
    "medicalAudience",
    "position",
    "termCode",
}


@pytest.fixture(scope="module")
def data(site) -> dict[str, tuple[dict, str]]:
    """The data of every page of the built site, with the page's visible text."""
    found = {}
    for file in sorted(site.rglob("*.html")):
        html = file.read_text(encoding="utf-8")
        scripts = re.findall(
            r'<script type="application/ld\+json">(.*?)</script>', html, re.S
        )
        if scripts:
            assert len(scripts) == 1, file
            found[str(file.relative_to(site))] = (
                json.loads(scripts[0]),
                with_addresses(html),
            )
    return found


def visible(html: str) -> str:
    """Return what readers see of a page, its citations' small numbers left out."""
    html = re.sub(
        r"<script\b.*?</script>|<title>.*?</title>|<svg\b[^>]*>\s*<path.*?</svg>",
        " ",
        html,
        flags=re.S,
    )
    html = re.sub(
        r'<a class="proof .*?</a>|<span class="sr">.*?</span>',
        " ",
        html,
        flags=re.S,
    )
    return squeezed(re.sub(r"<[^>]+>", " ", html))


def with_addresses(html: str) -> str:
    """Return what readers see of a page and where its links lead."""
    return visible(html) + " ".join(unescape(link) for link in LINKED.findall(html))


def squeezed(text: str) -> str:
    """Return a text without the spaces that markup leaves around signs."""
    return re.sub(r"\s+", "", unescape(text))


def texts(value, name: str = "") -> Iterator[str]:
    """Yield every text for readers in a piece of data."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from texts(item, key)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item, name)
    elif name not in NOT_SHOWN:
        yield str(value)


def shape(value, name: str = ""):
    """Return what a type says of a piece of data: its names, the kinds of its values,
    and which type it says it is.
    """
    if isinstance(value, dict):
        return frozenset((key, shape(item, key)) for key, item in value.items())
    if isinstance(value, list):
        return frozenset(shape(item) for item in value)
    return value if name == "@type" else type(value)


def test_every_text_stands_on_the_page(data):
    """Each name, description, question, answer and title in the data is visible text of its page,
    and each source that it cites is a link there.
    """
    assert len(data) > 100
    absent = [
        (path, text)
        for path, (found, shown) in data.items()
        for text in texts(found)
        if squeezed(text) not in shown
    ]
    assert absent[:10] == []


def test_the_data_claims_nothing_that_did_not_happen(data):
    """No reviewer and no review date stand in the data before a clinician has reviewed a page."""
    for path, (found, _) in data.items():
        assert not {"reviewedBy", "lastReviewed", "aggregateRating", "review"} & set(
            found
        ), path


def test_each_kind_of_page_says_what_it_is(data):
    """A level is a page about a therapy with its sources; questions are questions;
    words are terms; home is the site.
    """
    level = data["levels/iop/index.html"][0]
    assert level["@type"] == "MedicalWebPage"
    assert level["about"] == {
        "@type": "MedicalTherapy",
        "name": "Intensive outpatient",
        "alternateName": ["IOP", "intensive outpatient treatment (IOT)", "Level 2.1"],
    }
    assert len(level["citation"]) > 20
    assert [item["name"] for item in level["breadcrumb"]["itemListElement"]] == [
        "Levels",
        "Intensive outpatient (IOP)",
    ]
    assert len(data["faq/index.html"][0]["mainEntity"]) > 30
    assert len(data["words/index.html"][0]["hasDefinedTerm"]) > 40
    assert data["index.html"][0]["@type"] == "WebSite"


@pytest.mark.browser
def test_the_data_is_valid_by_schema_org(data, tmp_path):
    """TypeScript, with schema.org's vocabulary as types, accepts data of every shape there is,
    and refuses a property that does not exist.

    The compiler is slow, and of two pages that differ in their words alone it would say the same.
    """
    tsc = ROOT / "node_modules" / ".bin" / "tsc"
    assert tsc.exists(), "the validators are missing: make tools installs them"
    shapes = list({shape(found): found for found, _ in data.values()}.values())
    kinds = sorted({found["@type"] for found in shapes})
    head = f"import type {{WithContext, {', '.join(kinds)}}} from 'schema-dts';\n"
    lines = [
        f"export const p{index}: WithContext<{found['@type']}> = {json.dumps(found)};"
        for index, found in enumerate(shapes)
    ]
    wrong = lines[0].replace('"name"', '"nameOfPage"', 1).replace("p0", "wrong")
    file = tmp_path / "data.ts"
    # The compiler itself tells where an error that is expected does not come.
    file.write_text(
        head + "\n".join([*lines, "// @ts-expect-error", wrong]), encoding="utf-8"
    )
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules")
    options = [
        "--noEmit",
        "--strict",
        "--skipLibCheck",
        "--module",
        "nodenext",
        "--moduleResolution",
        "nodenext",
    ]
    done = subprocess.run(
        [tsc, *options, file], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout[:3000]
