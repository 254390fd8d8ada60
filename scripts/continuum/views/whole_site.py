"""Content -> what speaks of the whole site: how hard it is to read, how well known, how to cite."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ..addresses import at
from ..language.grade import Reading
from ..language.phrases import Phrases
from ..model.base import Model, Review, Sourced
from ..reading.guesses import id_of
from .speaking import Speaker, together

# A page that was measured: its title, its address, what was counted, its review.
Measured = tuple[str, str, Reading, Review]


@dataclass(frozen=True, slots=True)
class Graded:
    """One page in the list of reading grades; without an address it stands for many."""

    title: str
    address: str | None
    grade: str
    known: str
    words: str
    checked: str
    next: str
    state: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """How many statements of a page were read where, in words; without an address it stands for
    many.
    """

    title: str
    address: str | None
    confirmed: str
    restated: str
    weak: str


def forms(phrases: Phrases, name: str) -> str:
    """Return a pattern's forms as JSON for a page's script; # stands for the count.

    Their names are those of the language's numbers: one, other.
    """
    patterns = phrases.under(name)
    found = {}
    for form, pattern in patterns.items():
        found[form] = pattern.replace("{count}", "#")
    return json.dumps(found, ensure_ascii=False)


def ways_to_cite(say: Speaker, title: str, url: str, day: date) -> dict[str, str]:
    """Return how to cite a page: in a text, in a list of references, for BibTeX."""
    name, publisher = say.content.site.name, say.content.publisher.name
    # Who made the facts is named wherever these pages are.
    source = say.content.facts_from
    if source:
        publisher = say.phrases.list([source, publisher])
    credited = f"{source}, {name}" if source else name
    key = id_of(name) or "site"
    fields = {
        "author": f"{{{publisher}}}",
        "title": f"{name}: {title}",
        "year": day.year,
        "note": day.isoformat(),
        "url": url,
    }
    lines = [f"  {field} = {{{value}}}" for field, value in fields.items()]
    entry = ",\n".join([f"@misc{{{key}-{day.year}", *lines])
    return {
        "plain": f"{credited}, {say.phrases.day(day)}, {url}",
        "apa": f"{publisher}. ({day.year}). {name}: {title} {url}",
        "bibtex": f"{entry}\n}}",
    }


def grades(say: Speaker, measured: Iterable[Measured]) -> list[Graded]:
    """Return the pages with their reading grades, given as (title, address, counts, review).

    The hardest come first. Comparisons share one row, since there can be thousands; the
    hardest of them has its own.
    """
    pairs, others = [], []
    for page in measured:
        _, address, *_ = page
        kind = pairs if "-vs-" in address else others
        kind.append(page)

    rows = []
    for page in sorted(others, key=_grade_of, reverse=True):
        rows.append(_graded(say, page))
    if pairs:
        hardest = max(pairs, key=_grade_of)
        rows += [_graded(say, hardest), _all_pairs(say, pairs)]
    return rows


def _grade_of(page: Measured) -> float:
    return page[2].grade


def _graded(say: Speaker, page: Measured) -> Graded:
    title, address, found, review = page
    number = say.phrases.number
    return Graded(
        title=title,
        address=address,
        grade=number(found.grade),
        known=number(found.known),
        words=number(found.words),
        checked=say.phrases.day(review.checked),
        next=_next_check(say, review),
        state=_state(say.phrases, review),
    )


def _all_pairs(say: Speaker, pairs: list[Measured]) -> Graded:
    readings = [page[2] for page in pairs]
    review = together(page[3] for page in pairs)
    return Graded(
        title=say.phrases("quality.pairs", count=len(pairs)),
        address=None,
        grade=_range(say.phrases, [found.grade for found in readings]),
        known=_range(say.phrases, [found.known for found in readings]),
        words=_range(say.phrases, [found.words for found in readings]),
        checked=say.phrases.day(review.checked),
        next=_next_check(say, review),
        state=_state(say.phrases, review),
    )


def _range(phrases: Phrases, values: list[float]) -> str:
    least = phrases.number(min(values))
    most = phrases.number(max(values))
    return phrases("quality.pairs_range", least=least, most=most)


def _next_check(say: Speaker, review: Review) -> str:
    """Return the day of the next check, and where it is past, that it is."""
    day = say.phrases.day(review.next)
    if not say.overdue(review):
        return day
    return say.phrases("quality.overdue", day=day)


def _state(phrases: Phrases, review: Review) -> str:
    """Return who checked a page."""
    if review.state == "clinician":
        return phrases("quality.by_clinician", by=review.by)
    return phrases("quality.by_editor")


def evidence(say: Speaker) -> list[Evidence]:
    """Return how well the statements of each level are known, of all that stands elsewhere, and of
    both together. A site without statements has none.
    """
    levels = [(level, _bases(level)) for level in say.content.levels]
    whole = _bases(say.content)
    if not whole:
        return []

    rows = []
    elsewhere = Counter(whole)
    for level, counted in levels:
        elsewhere -= counted
        rows.append(_evidence(say, say.name(level), at("level", level.id), counted))
    rows.append(_evidence(say, say.phrases("quality.everywhere_else"), None, elsewhere))
    rows.append(_evidence(say, say.phrases("quality.everything"), None, whole))
    return rows


def evidence_before(say: Speaker) -> Iterator[str]:
    """Yield how well the site was known after each change that says so, the newest first."""
    number = say.phrases.number
    for change in say.content.changes:
        if not change.known:
            continue
        yield say.phrases(
            "quality.counts",
            day=say.phrases.day(change.date),
            confirmed=number(change.known.confirmed),
            restated=number(change.known.restated),
            weak=number(change.known.weak),
        )


def _bases(group: Model) -> Counter[str]:
    """Return how many statements with sources a group holds, by how they are known."""
    said = (one for one in group.groups() if isinstance(one, Sourced))
    return Counter(one.basis for one in said if one.sources)


def _evidence(
    say: Speaker, title: str, address: str | None, counted: Counter[str]
) -> Evidence:
    number = say.phrases.number
    return Evidence(
        title=title,
        address=address,
        confirmed=number(counted["confirmed"]),
        restated=number(counted["restated"]),
        weak=number(counted["weak"]),
    )
