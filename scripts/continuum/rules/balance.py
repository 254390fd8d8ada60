"""Rules about how much is said: short texts, and as much for a level as against it."""

from __future__ import annotations

from collections.abc import Iterator

from .fault import Fault, at
from .subject import Subject


def short_texts_are_short(subject: Subject) -> Iterator[Fault]:
    """A line has at most 16 words; a short answer, and an answer to a question, at most 60.

    Most people read these alone, on a phone, and often in a hurry.
    """
    for one in subject.texts:
        if one.most is None:
            continue

        count = len(subject.as_read(one.text).split())
        if count > one.most:
            yield one.fault(
                text=f"This text has {count} words; the limit is {one.most}.",
                fix=f"cut {count - one.most}, or say the rest elsewhere.",
            )


def good_and_hard_points_balance(subject: Subject) -> Iterator[Fault]:
    """A level has as many hard points as good points, so that no page sells and none frightens."""
    for level in subject.content.levels:
        good, hard = len(level.good_points), len(level.hard_points)
        if good != hard:
            yield at(
                level,
                "hard_points",
                text=f"The good points are {good}, the hard points {hard}.",
                fix="add or remove some until both lists are equally long.",
            )


def suits_and_not_enough_balance(subject: Subject) -> Iterator[Fault]:
    """A level says as often when it may not be enough as whom it may suit, give or take one.

    Readers look for themselves in both lists, and a short one would push them to the other.
    """
    for level in subject.content.levels:
        suits, lacks = len(level.may_suit), len(level.may_not_be_enough)
        if abs(suits - lacks) > 1:
            yield at(
                level,
                "may_not_be_enough",
                text=f"The lines on whom it may suit are {suits}, "
                f"those on when it may not be enough {lacks}.",
                fix="add or remove some until the lists differ by one line at most.",
            )


RULES = [
    short_texts_are_short,
    good_and_hard_points_balance,
    suits_and_not_enough_balance,
]
