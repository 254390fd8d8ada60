"""Rules about how easily a page is taken in.

Texts and sentences are short, words are easy, and as much is said for a level as against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..language.grade import WORD, grade_of, sentences
from .fault import Fault, at
from .subject import Subject
from .texts import Written

LETTERS = 80  # of a word: the longest of a dictionary has 79
# Signs up to Arabic, and Latin and Greek with accents. Scripts after these need no spaces. The gap
# that stands for what is filled in is no sign of a word.
ENDLESS = re.compile(
    rf"(?<![!-\u06ff\u1e00-\u1fff])[!-\u00a6\u00a8-\u06ff\u1e00-\u1fff]{{{LETTERS + 1},}}"
)
LONG, TOO_LONG = 25, 30  # words in a sentence
HARD, TOO_HARD, EASY = 8.0, 10.0, 6.9  # school years
LEAST_TO_GRADE, LEAST_OF_EASY = 30, 8  # words; what is shorter gives a grade by chance
SIGNS = 4  # so many signs a word has at least, with the space after it


def short_texts_are_short(subject: Subject) -> Iterator[Fault]:
    """A line has at most 16 words; a short answer, and an answer to a question, at most 60.

    Most people read these alone, on a phone, and often in a hurry.
    """
    for one in subject.texts:
        if one.most is None:
            continue

        words = subject.as_read(one.text).split()
        count = len(words)
        too_many = count - one.most
        if too_many > 0:
            yield one.fault(
                text=f"This text has {count} words; the limit is {one.most}.",
                fix=f"cut {too_many}, or say the rest elsewhere.",
            )


def words_fit_on_a_line(subject: Subject) -> Iterator[Fault]:
    """No word of a script with spaces has more than 80 letters. It fits on no line of a phone, and
    nobody can read it: a space is missing.
    """
    texts = [*subject.unjudged, *subject.prose]
    # Hardly a text has one, and one look at all is faster than one at each.
    if not ENDLESS.search("\n".join(one.said for one in texts)):
        return

    for one in texts:
        for found in ENDLESS.finditer(one.said):
            if _is_word(found[0]):
                yield one.fault(
                    text=f"“{found[0][:20]}…” is a word of {len(found[0])} letters.",
                    fix=f"put spaces between its words: one has at most {LETTERS} letters.",
                    span=found.span(),
                )


def _is_word(signs: str) -> bool:
    """Return whether signs are a word, and no address and no line of dashes."""
    letters = sum(map(str.isalnum, signs))
    return letters > LETTERS and "://" not in signs


def good_and_hard_points_balance(subject: Subject) -> Iterator[Fault]:
    """A level has as many hard points as good points, so that no page sells and none frightens."""
    for level in subject.content.levels:
        good = len(level.good_points)
        hard = len(level.hard_points)
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
        suits = len(level.may_suit)
        lacks = len(level.may_not_be_enough)
        if abs(suits - lacks) > 1:
            yield at(
                level,
                "may_not_be_enough",
                text=f"The lines on whom it may suit are {suits}, "
                f"those on when it may not be enough {lacks}.",
                fix="add or remove some until the lists differ by one line at most.",
            )


def sentences_are_short(subject: Subject) -> Iterator[Fault]:
    """A sentence has at most 25 words, and never more than 30.

    Who is ill, tired or afraid loses the thread of a longer one.
    """
    if not _is_english(subject):
        return

    for one in subject.prose:
        if one.text.count(" ") < LONG:
            continue

        for sentence in sentences(subject.as_read(one.plain)):
            words = sentence.split()
            if len(words) > LONG:
                yield _long(one, words)


def _long(one: Written, words: list[str]) -> Fault:
    count = len(words)
    start = " ".join(words[:4])
    too_long = count > TOO_LONG
    limit = TOO_LONG if too_long else LONG
    return one.fault(
        text=f"The sentence that starts “{start}” has {count} words. "
        f"It should have {limit} or fewer.",
        fix="make two sentences of it.",
        advice=not too_long,
    )


def texts_read_easily(subject: Subject) -> Iterator[Fault]:
    """A text reads at grade 8, and never above 10.

    A short answer, a next step, a warning and help in a crisis read at 6.9: who is in need reads
    worse than on other days.
    """
    if not _is_english(subject):
        return

    for one in subject.prose:
        least = LEAST_OF_EASY if one.easy else LEAST_TO_GRADE
        if len(one.text) < SIGNS * least:
            continue

        said = subject.as_read(one.plain)
        if len(WORD.findall(said)) < least:
            continue

        grade = grade_of(said)
        limit = EASY if one.easy else HARD
        if grade > limit:
            yield _hard(one, grade, limit)


def _hard(one: Written, grade: float, limit: float) -> Fault:
    return one.fault(
        text=f"This text reads at grade {grade}. It should be {limit:g} or lower.",
        fix="use shorter words and shorter sentences.",
        advice=not one.easy and grade <= TOO_HARD,
    )


def _is_english(subject: Subject) -> bool:
    """Return whether the grade's formula is made for this language."""
    return subject.phrases.locale.language == "en"


RULES = [
    words_fit_on_a_line,
    short_texts_are_short,
    good_and_hard_points_balance,
    suits_and_not_enough_balance,
]
# These judge words, so the lists of words to avoid may excuse what they find.
ABOUT_WORDS = [
    sentences_are_short,
    texts_read_easily,
]
