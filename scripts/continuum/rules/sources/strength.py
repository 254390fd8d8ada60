"""Rules about how good a source must be: the more rests on a statement, the better."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.base import Sourced
from ...model.claim import Claim
from ..fault import Fault, at
from ..subject import Subject

OFFICIAL = "A"
WEAK = ("D", "E")  # such a page sells something, or names no author


def headlines_have_strong_sources(subject: Subject) -> Iterator[Fault]:
    """A number that tables and pictures show comes from a source of tier A, B or C.

    It is what readers remember, and what other sites copy.
    """
    tiers = _tiers(subject)
    for group in subject.content.everything:
        if not isinstance(group, Claim) or not group.headline or not group.sources:
            continue

        if _only_weak(group.sources, tiers):
            yield at(
                group,
                "sources",
                text="This headline rests on sources of tier D or E alone.",
                fix="cite a source of tier A, B or C, or make another number the headline.",
            )


def dangers_have_two_official_sources(subject: Subject) -> Iterator[Fault]:
    """A warning is printed without a doubt beside it: two sources of tier A say it themselves.

    Whoever reads it must act on it, now.
    """
    tiers = _tiers(subject)
    for danger in subject.content.dangers:
        official = _official(danger, tiers)
        if official < 2:
            yield at(
                danger,
                "sources",
                text="A danger needs two sources of tier A that say it themselves; "
                f"this one has {official}.",
                fix="cite more, or take the warning out.",
            )
        if danger.basis != "confirmed":
            yield at(
                danger,
                "basis",
                text="A danger is shown without a doubt beside it.",
                fix="confirm it and delete this line, or take the warning out.",
            )


def safety_has_two_official_sources(subject: Subject) -> Iterator[Fault]:
    """What a part about danger says bears no mark of doubt: two sources of tier A say it
    themselves. Plain advice, such as to sit with someone, names no source.
    """
    tiers = _tiers(subject)
    for topic in subject.content.topics:
        for section in topic.sections:
            said = [*section.text, *section.points] if section.safety else []
            for one in said:
                if one.sources and _official(one, tiers) < 2:
                    yield at(
                        one,
                        "sources",
                        text="What to do in danger needs two sources of tier A that say it "
                        f"themselves; this has {_official(one, tiers)}.",
                        fix="cite more, or take the sentence out.",
                    )


def what_rests_on_weak_sources_says_so(subject: Subject) -> Iterator[Fault]:
    """What only sources of tier D or E say is weak, or restated: the page then says whose words
    they are. A number says so by itself: it is somebody's.

    Readers may know what such pages say, and must know that nobody else says it.
    """
    tiers = _tiers(subject)
    for group in subject.content.everything:
        if not isinstance(group, Sourced) or isinstance(group, Claim):
            continue
        if group.basis != "confirmed" or not group.sources:
            continue

        if _only_weak(group.sources, tiers):
            yield at(
                group,
                "sources",
                text="Only sources of tier D or E say this.",
                fix="write “basis: weak” (or “restated”), or cite a source of tier A, B or C.",
            )


def _official(sourced: Sourced, tiers: dict[str, str]) -> int:
    """Return how many sources of tier A say something themselves."""
    return sum(
        tiers.get(id) == OFFICIAL and id not in sourced.secondhand
        for id in sourced.sources
    )


def _tiers(subject: Subject) -> dict[str, str]:
    """Return the tier of each source under its id."""
    return {source.id: source.tier for source in subject.content.sources}


def _only_weak(sources: list[str], tiers: dict[str, str]) -> bool:
    """Return whether all of these are weak. One that does not exist is another rule's to tell."""
    return all(tiers.get(id) in WEAK for id in sources)
