"""What a page says -> schema.org data that says the same in machine words, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..addresses import HOME, Entry, at
from ..model.base import Review
from ..model.level import Answer, Level
from ..model.site import Source, Word
from ..views.speaking import Citations, Speaker, uncapitalized
from .words.running_text import RunningText

Data = dict[str, Any]
Values = dict[str, Any]  # what the template of a page was given


def structured(
    say: Speaker, entry: Entry, address: str, said: RunningText, values: Values
) -> Data:
    """Return a page's data for a `<script type="application/ld+json">`. Every text in it stands on
    the page as readers see it. `values` are those that the page's template was given.
    """
    page: Data = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": values["heading"],
        "inLanguage": values.get("spoken") or say.phrases.language,
    }
    url = say.publication.url
    if url:
        page["url"] = url + address
    lead = values["lead"]
    if lead:
        page["description"] = _shown(said, lead)
    review: Review = values["review"]
    page["dateModified"] = review.checked.isoformat()
    if address != HOME:
        page["isPartOf"] = _site(say)

    more = KINDS[entry.data]
    return page | more(say, said, values)


def _site(say: Speaker) -> Data:
    site = {
        "@type": "WebSite",
        "name": say.content.site.name,
    }
    url = say.publication.url
    if url:
        site["url"] = url
    return site


def _nothing_more(say: Speaker, said: RunningText, values: Values) -> Data:
    return {}


def _home(say: Speaker, said: RunningText, values: Values) -> Data:
    return {"@type": "WebSite"}


def _level(say: Speaker, said: RunningText, values: Values) -> Data:
    level: Level = values["level"]
    data = _medical(say, said, values)
    data["about"] = _therapy(level)
    return data | _trail(
        say,
        parent="levels",
        title=say.phrases("site.levels"),
        heading=values["heading"],
    )


def _therapy(level: Level) -> Data:
    """Return a level under all its names."""
    others = level.also_called
    if level.everyday:
        others = [uncapitalized(level.name), *others]
    return _called(level) | _other_names(level.acronym, others)


def _called(level: Level) -> Data:
    return {"@type": "MedicalTherapy", "name": level.everyday or level.name}


def _other_names(first: str | None, others: list[str]) -> Data:
    """Return the names that something goes by beside its own: first its letters, or what its
    letters stand for.
    """
    names = [first, *others] if first else others
    return {"alternateName": names} if names else {}


def _pair(say: Speaker, said: RunningText, values: Values) -> Data:
    pair = values["pair"]
    data = _medical(say, said, values)
    data["about"] = [_called(level) for level in (pair.a, pair.b)]
    return data | _trail(
        say,
        parent="compare",
        title=say.phrases("compare.title"),
        heading=values["heading"],
    )


def _medical(say: Speaker, said: RunningText, values: Values) -> Data:
    """Return what a page about care has: its kind, its readers, its sources, and its review if a
    clinician made it.
    """
    citations: Citations = values["citations"]
    review: Review = values["review"]
    data: Data = {
        "@type": "MedicalWebPage",
        "medicalAudience": "https://schema.org/Patient",
    }
    cited = []
    for id in citations.numbers:
        source = say.sources[id]
        cited.append(_source(source))
    if cited:
        data["citation"] = cited

    if review.state == "clinician":
        data["lastReviewed"] = review.checked.isoformat()
        data["reviewedBy"] = {
            "@type": "Person",
            "name": review.by,
        }
    return data


def _source(source: Source) -> str:
    """Return how a page cites a source: by its address, else by its title. Publisher, title and
    date stand in the list on the page, and need not weigh twice.
    """
    return source.url or source.title


def _faq(say: Speaker, said: RunningText, values: Values) -> Data:
    asked = []
    for group in values["groups"]:
        for one in group.items:
            question = _question(say, said, one)
            asked.append(question)

    if not asked:
        return {}
    return {
        "@type": "FAQPage",
        "mainEntity": asked,
    }


def _question(say: Speaker, said: RunningText, one: Answer) -> Data:
    answer = say.text(one.a)
    return {
        "@type": "Question",
        "name": one.q,
        "acceptedAnswer": {
            "@type": "Answer",
            "text": _shown(said, answer),
        },
    }


def _words(say: Speaker, said: RunningText, values: Values) -> Data:
    terms = []
    for word in values["terms"]:
        term = _term(say, word)
        terms.append(term)

    if not terms:
        return {}
    return {
        "@type": "DefinedTermSet",
        "hasDefinedTerm": terms,
    }


def _term(say: Speaker, word: Word) -> Data:
    return {
        "@type": "DefinedTerm",
        "name": word.term,
        "description": say.text(word.meaning),
        "termCode": word.id,
        **_other_names(word.stands_for, word.also),
    }


def _trail(say: Speaker, parent: str, title: str, heading: str) -> Data:
    """Return the way to a page, as its first line shows it."""
    above = {
        "@type": "ListItem",
        "position": 1,
        "name": title,
    }
    url = say.publication.url
    if url:
        above["item"] = url + at(parent)
    here = {
        "@type": "ListItem",
        "position": 2,
        "name": heading,
    }
    return {
        "breadcrumb": {
            "@type": "BreadcrumbList",
            "itemListElement": [above, here],
        }
    }


def _shown(said: RunningText, text: str) -> str:
    """Return a text on one line, with the long forms that the page shows in it."""
    shown = said.as_shown(text)
    return " ".join(shown.split())


KINDS: dict[str, Callable[[Speaker, RunningText, Values], Data]] = {
    "": _nothing_more,
    "home": _home,
    "level": _level,
    "pair": _pair,
    "medical": _medical,
    "faq": _faq,
    "words": _words,
}
