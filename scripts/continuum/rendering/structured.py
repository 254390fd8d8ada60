"""What a page says -> schema.org data that says the same in machine words, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..addresses import HOME, Entry, at
from ..model.base import Review
from ..model.level import Answer, Level
from ..model.site import Word
from ..views.speaking import Citations, Views
from .glossary import Said

Data = dict[str, Any]


def structured(
    views: Views, entry: Entry, address: str, said: Said, values: dict[str, Any]
) -> Data:
    """Return a page's data for a `<script type="application/ld+json">`. Every text in it stands on
    the page as readers see it. `values` are those that the page's template was given.
    """
    page: Data = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": values["heading"],
        "inLanguage": views.phrases.language,
    }
    if views.site.url:
        page["url"] = views.site.url + address
    if values["lead"]:
        page["description"] = _shown(said, values["lead"])
    page["dateModified"] = values["review"].checked.isoformat()
    if address != HOME:
        page["isPartOf"] = _site(views)
    return page | KINDS[entry.data](views, said, values)


def _site(views: Views) -> Data:
    site = {"@type": "WebSite", "name": views.content.site.name}
    return site | ({"url": views.site.url} if views.site.url else {})


def _nothing_more(views: Views, said: Said, values: dict[str, Any]) -> Data:
    return {}


def _home(views: Views, said: Said, values: dict[str, Any]) -> Data:
    return {"@type": "WebSite"}


def _level(views: Views, said: Said, values: dict[str, Any]) -> Data:
    level: Level = values["level"]
    names = [*filter(None, [level.acronym]), *level.also_called]
    about: Data = {"@type": "MedicalTherapy", "name": level.name}
    if names:
        about["alternateName"] = names
    data = _medical(views, said, values) | {"about": about}
    return data | _trail(
        views, "levels", views.phrases("site.levels"), values["heading"]
    )


def _pair(views: Views, said: Said, values: dict[str, Any]) -> Data:
    pair = values["pair"]
    names = (pair.a.name, pair.b.name)
    about = [{"@type": "MedicalTherapy", "name": name} for name in names]
    data = _medical(views, said, values) | {"about": about}
    title = views.phrases("compare.title")
    return data | _trail(views, "compare", title, values["heading"])


def _medical(views: Views, said: Said, values: dict[str, Any]) -> Data:
    """Return what a page about care has: its kind, its readers, its sources, and its review if a
    clinician made it.
    """
    citations: Citations = values["citations"]
    review: Review = values["review"]
    data: Data = {
        "@type": "MedicalWebPage",
        "medicalAudience": "https://schema.org/Patient",
    }
    if citations.numbers:
        data["citation"] = [_source(views, id) for id in citations.numbers]
    if review.state == "clinician":
        data["lastReviewed"] = review.checked.isoformat()
        data["reviewedBy"] = {"@type": "Person", "name": review.by}
    return data


def _source(views: Views, id: str) -> Data:
    source = views.sources[id]
    cited = {"@type": "CreativeWork", "name": source.title}
    return cited | ({"url": source.url} if source.url else {})


def _faq(views: Views, said: Said, values: dict[str, Any]) -> Data:
    asked = [
        _question(views, said, one) for _, group in values["groups"] for one in group
    ]
    return {"@type": "FAQPage", "mainEntity": asked} if asked else {}


def _question(views: Views, said: Said, one: Answer) -> Data:
    answer = {"@type": "Answer", "text": _shown(said, views.text(one.a))}
    return {"@type": "Question", "name": one.q, "acceptedAnswer": answer}


def _words(views: Views, said: Said, values: dict[str, Any]) -> Data:
    terms = [_term(views, word) for word in values["terms"]]
    return {"@type": "DefinedTermSet", "hasDefinedTerm": terms} if terms else {}


def _term(views: Views, word: Word) -> Data:
    names = [*filter(None, [word.stands_for]), *word.also]
    term = {
        "@type": "DefinedTerm",
        "name": word.term,
        "description": views.text(word.meaning),
        "termCode": word.id,
    }
    return term | ({"alternateName": names} if names else {})


def _trail(views: Views, parent: str, title: str, heading: str) -> Data:
    """Return the way to a page, as its first line shows it."""
    above = {"@type": "ListItem", "position": 1, "name": title}
    if views.site.url:
        above["item"] = views.site.url + at(parent)
    here = {"@type": "ListItem", "position": 2, "name": heading}
    return {"breadcrumb": {"@type": "BreadcrumbList", "itemListElement": [above, here]}}


def _shown(said: Said, text: str) -> str:
    """Return a text on one line, with the long forms that the page shows in it."""
    return " ".join(said.as_shown(text).split())


KINDS: dict[str, Callable[[Views, Said, dict[str, Any]], Data]] = {
    "": _nothing_more,
    "home": _home,
    "level": _level,
    "pair": _pair,
    "medical": _medical,
    "faq": _faq,
    "words": _words,
}
