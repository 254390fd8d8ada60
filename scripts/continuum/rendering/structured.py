"""What a page says -> schema.org data that says the same in machine words, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..addresses import HOME, Entry, at
from ..model.base import Review
from ..model.level import Answer, Level
from ..model.site import Word
from ..views.speaking import Citations, Speaker
from .glossary import Said

Data = dict[str, Any]


def structured(
    say: Speaker, entry: Entry, address: str, said: Said, values: dict[str, Any]
) -> Data:
    """Return a page's data for a `<script type="application/ld+json">`. Every text in it stands on
    the page as readers see it. `values` are those that the page's template was given.
    """
    page: Data = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": values["heading"],
        "inLanguage": say.phrases.language,
    }
    if say.publication.url:
        page["url"] = say.publication.url + address
    if values["lead"]:
        page["description"] = _shown(said, values["lead"])
    page["dateModified"] = values["review"].checked.isoformat()
    if address != HOME:
        page["isPartOf"] = _site(say)
    return page | KINDS[entry.data](say, said, values)


def _site(say: Speaker) -> Data:
    site = {"@type": "WebSite", "name": say.content.site.name}
    return site | ({"url": say.publication.url} if say.publication.url else {})


def _nothing_more(say: Speaker, said: Said, values: dict[str, Any]) -> Data:
    return {}


def _home(say: Speaker, said: Said, values: dict[str, Any]) -> Data:
    return {"@type": "WebSite"}


def _level(say: Speaker, said: Said, values: dict[str, Any]) -> Data:
    level: Level = values["level"]
    names = [*filter(None, [level.acronym]), *level.also_called]
    about: Data = {"@type": "MedicalTherapy", "name": level.name}
    if names:
        about["alternateName"] = names
    data = _medical(say, said, values) | {"about": about}
    return data | _trail(say, "levels", say.phrases("site.levels"), values["heading"])


def _pair(say: Speaker, said: Said, values: dict[str, Any]) -> Data:
    pair = values["pair"]
    names = (pair.a.name, pair.b.name)
    about = [{"@type": "MedicalTherapy", "name": name} for name in names]
    data = _medical(say, said, values) | {"about": about}
    title = say.phrases("compare.title")
    return data | _trail(say, "compare", title, values["heading"])


def _medical(say: Speaker, said: Said, values: dict[str, Any]) -> Data:
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
        data["citation"] = [_source(say, id) for id in citations.numbers]
    if review.state == "clinician":
        data["lastReviewed"] = review.checked.isoformat()
        data["reviewedBy"] = {"@type": "Person", "name": review.by}
    return data


def _source(say: Speaker, id: str) -> Data:
    source = say.sources[id]
    cited = {"@type": "CreativeWork", "name": source.title}
    return cited | ({"url": source.url} if source.url else {})


def _faq(say: Speaker, said: Said, values: dict[str, Any]) -> Data:
    asked = [
        _question(say, said, one) for group in values["groups"] for one in group.items
    ]
    return {"@type": "FAQPage", "mainEntity": asked} if asked else {}


def _question(say: Speaker, said: Said, one: Answer) -> Data:
    answer = {"@type": "Answer", "text": _shown(said, say.text(one.a))}
    return {"@type": "Question", "name": one.q, "acceptedAnswer": answer}


def _words(say: Speaker, said: Said, values: dict[str, Any]) -> Data:
    terms = [_term(say, word) for word in values["terms"]]
    return {"@type": "DefinedTermSet", "hasDefinedTerm": terms} if terms else {}


def _term(say: Speaker, word: Word) -> Data:
    names = [*filter(None, [word.stands_for]), *word.also]
    term = {
        "@type": "DefinedTerm",
        "name": word.term,
        "description": say.text(word.meaning),
        "termCode": word.id,
    }
    return term | ({"alternateName": names} if names else {})


def _trail(say: Speaker, parent: str, title: str, heading: str) -> Data:
    """Return the way to a page, as its first line shows it."""
    above = {"@type": "ListItem", "position": 1, "name": title}
    if say.publication.url:
        above["item"] = say.publication.url + at(parent)
    here = {"@type": "ListItem", "position": 2, "name": heading}
    return {"breadcrumb": {"@type": "BreadcrumbList", "itemListElement": [above, here]}}


def _shown(said: Said, text: str) -> str:
    """Return a text on one line, with the long forms that the page shows in it."""
    return " ".join(said.as_shown(text).split())


KINDS: dict[str, Callable[[Speaker, Said, dict[str, Any]], Data]] = {
    "": _nothing_more,
    "home": _home,
    "level": _level,
    "pair": _pair,
    "medical": _medical,
    "faq": _faq,
    "words": _words,
}
