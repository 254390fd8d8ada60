"""A finished page -> schema.org data that says in machine words what the page says to readers, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Any

from ..model.base import Review
from ..model.level import Level
from ..views.speaking import Citations, Speaker

HIDDEN = re.compile(
    r'<span class="(?:cite|sr)[^"]*"[^>]*>.*?</span>|<svg\b.*?</svg>', re.S
)
CITE = re.compile(
    r'<span class="cite"[^>]*>(?:<small class="basis">.*?</small>)?(?:<a\b.*?</a>)*</span>',
    re.S,
)
Data = dict[str, Any]


def structured(
    say: Speaker, template: str, address: str, html: str, values: dict[str, Any]
) -> Data:
    """Return a page's data for a `<script type="application/ld+json">`. Every text in it is taken from the page as readers see it."""
    url = _url(say, address)
    page = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": _text(html, r"<h1[^>]*>(.*?)</h1>"),
        "inLanguage": say.phrases.language,
    }
    page |= {"url": url} if url else {}
    page |= (
        {"description": lead}
        if (lead := _text(html, r'<p class="lead"[^>]*>(.*?)</p>'))
        else {}
    )
    review: Review = values["review"]
    page["dateModified"] = review.checked.isoformat()
    if address:
        page["isPartOf"] = {"@type": "WebSite", "name": say.content.site.name} | (
            {"url": say.publication.url} if url else {}
        )
    return page | KINDS.get(template, _nothing_more)(say, html, values)


def _nothing_more(say: Speaker, html: str, values: dict[str, Any]) -> Data:
    return {}


def _home(say: Speaker, html: str, values: dict[str, Any]) -> Data:
    return {"@type": "WebSite"}


def _level(say: Speaker, html: str, values: dict[str, Any]) -> Data:
    level: Level = values["level"]
    names = [*([level.acronym] if level.acronym else []), *level.also_called]
    about = {"@type": "MedicalTherapy", "name": level.name} | (
        {"alternateName": names} if names else {}
    )
    return (
        _medical(say, html, values)
        | {"about": about}
        | _trail(
            say,
            say.phrases("site.levels"),
            "levels/",
            _text(html, r"<h1[^>]*>(.*?)</h1>"),
        )
    )


def _pair(say: Speaker, html: str, values: dict[str, Any]) -> Data:
    pair = values["pair"]
    about = [
        {"@type": "MedicalTherapy", "name": name} for name in (pair.a.name, pair.b.name)
    ]
    return (
        _medical(say, html, values)
        | {"about": about}
        | _trail(
            say,
            say.phrases("compare.title"),
            "compare/",
            _text(html, r"<h1[^>]*>(.*?)</h1>"),
        )
    )


def _medical(say: Speaker, html: str, values: dict[str, Any]) -> Data:
    """Return what a page about care has: its kind, its readers, its sources, and its review if a clinician made it."""
    citations: Citations = values["citations"]
    review: Review = values["review"]
    data: Data = {
        "@type": "MedicalWebPage",
        "medicalAudience": "https://schema.org/Patient",
    }
    cited = [say.sources[source] for source in citations.numbers]
    if cited:
        data["citation"] = [
            {"@type": "CreativeWork", "name": source.title}
            | ({"url": source.url} if source.url else {})
            for source in cited
        ]
    if review.state == "clinician":
        data |= {
            "lastReviewed": review.checked.isoformat(),
            "reviewedBy": {"@type": "Person", "name": review.by},
        }
    return data


def _faq(say: Speaker, html: str, values: dict[str, Any]) -> Data:
    found = re.findall(
        r'<div class="answer">\s*<h3 id="[^"]*"><a[^>]*>(.*?)</a></h3>\s*<p>(.*?)</p>',
        html,
        re.S,
    )
    answers = [
        {
            "@type": "Question",
            "name": _plain(q),
            "acceptedAnswer": {"@type": "Answer", "text": _plain(a)},
        }
        for q, a in found
    ]
    return {"@type": "FAQPage", "mainEntity": answers} if answers else {}


def _words(say: Speaker, html: str, values: dict[str, Any]) -> Data:
    terms = [
        {
            "@type": "DefinedTerm",
            "name": word.term,
            "description": say.text(word.meaning),
            "termCode": word.id,
        }
        | (
            {"alternateName": [*filter(None, [word.stands_for]), *word.also]}
            if word.stands_for or word.also
            else {}
        )
        for word in values["terms"]
    ]
    return {"@type": "DefinedTermSet", "hasDefinedTerm": terms} if terms else {}


def _trail(say: Speaker, parent: str, address: str, name: str) -> Data:
    """Return the way to a page, as its first line shows it."""
    above = {"@type": "ListItem", "position": 1, "name": parent} | (
        {"item": _url(say, address)} if say.publication.url else {}
    )
    return {
        "breadcrumb": {
            "@type": "BreadcrumbList",
            "itemListElement": [
                above,
                {"@type": "ListItem", "position": 2, "name": name},
            ],
        }
    }


KINDS: dict[str, Callable[[Speaker, str, dict[str, Any]], Data]] = {
    "home": _home,
    "level": _level,
    "pair": _pair,
    "levels": _medical,
    "week": _medical,
    "topic": _medical,
    "services": _medical,
    "faq": _faq,
    "words": _words,
}


def _url(say: Speaker, address: str) -> str:
    return say.publication.url + address if say.publication.url else ""


def _text(html: str, pattern: str) -> str:
    found = re.search(pattern, html, re.S)
    return _plain(found[1]) if found else ""


def _plain(html: str) -> str:
    """Return the visible text of a piece of a page: no citations, no words for screen readers alone, no pictures."""
    bare = re.sub(r"<[^>]+>", " ", HIDDEN.sub(" ", CITE.sub(" ", html)))
    return re.sub(
        r"\s+([.,;:?!)])",
        r"\1",
        re.sub(r"([(])\s+", r"\1", re.sub(r"\s+", " ", unescape(bare))),
    ).strip()
