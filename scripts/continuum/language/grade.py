"""Texts -> how hard they are to read: the Flesch-Kincaid grade. English only.

The grade is 0.39 x words a sentence + 11.8 x syllables a word - 15.59 (Kincaid and others, 1975):
about the school year in which a text can be read. It counts lengths. It knows nothing of whether
a text is clear, true or kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ..model.content import Content

SENTENCE = re.compile(r"(?<=[.!?])[\s\"”’)]+(?=[\"“(]?[A-Z0-9])")
ENDS = re.compile(r"[.!?:][\"”’)]*$")
WORD = re.compile(r"[A-Za-z0-9]+(?:[.,'’]\d+|['’][a-z]+)*")
LEAST_WORDS = 4  # shorter pieces are labels
LEAST_TO_GRADE = 20  # words; fewer give a grade by chance

# How the rule counts syllables: groups of vowels, then what is spoken apart or not at all.
VOWELS = re.compile(r"[aeiouy]+")
SPOKEN_APART = re.compile(
    r"(?<![tcsgl])ia|(?<![tscgnlx])io|ua(?!r|y)|uu|eo(?=l|g)|ie(?=t)|[aeouy](?=ing)"
    r"|(?<=[aeiou])y[aeiou]"
)
SILENT_WITHIN = re.compile(
    r"(?<=[gtcvsd])e(?=ments?$)|(?<=ic)a(?=lly$)"
    r"|(?<=[fmtr])e(?=line|times|thing|way|one|where)"
)
ENDS_IN_ED = re.compile(r"[^aeiouytd]ed$|[aeiouy][wy]ed$|[aeiou]ed$")
ED_AFTER_VOWEL = re.compile(r"[aeiou]ed$")
ENDS_IN_SILENT_E = re.compile(
    r"[^aeiouylcszxg]es$|[^csz]hes$|[aeiouy]les$|[^aeiouyl]e$|[aeiouy]le$"
)
AFTER_APOSTROPHE = re.compile(r"['’].*")


@dataclass(frozen=True, slots=True)
class Count:
    """How many words, sentences and syllables a text has. Counts of several texts add up."""

    words: int = 0
    sentences: int = 0
    syllables: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(
            words=self.words + other.words,
            sentences=self.sentences + other.sentences,
            syllables=self.syllables + other.syllables,
        )

    @property
    def grade(self) -> float:
        """The grade of a text with so many."""
        words_a_sentence = self.words / max(1, self.sentences)
        syllables_a_word = self.syllables / max(1, self.words)
        of_sentences = 0.39 * words_a_sentence
        of_words = 11.8 * syllables_a_word
        return round(of_sentences + of_words - 15.59, 1)


NOTHING = Count()


@dataclass(frozen=True, slots=True)
class Reading:
    """What was counted in a page, and its grade. `known` is the grade where each name that pages
    explain counts as one short word.
    """

    words: int
    sentences: int
    grade: float
    known: float


def reading(texts: Iterable[str], names: re.Pattern) -> Reading | None:
    """Return how hard texts are to read; None where there is too little to measure. Only whole
    sentences count. `names` are explained on the page.
    """
    raw = NOTHING
    known = NOTHING
    for text in texts:
        if is_prose(text):
            raw += count(text)
            known += count_known(text, names)

    if raw.words < LEAST_TO_GRADE:
        return None
    return Reading(
        words=raw.words,
        sentences=raw.sentences,
        grade=raw.grade,
        known=known.grade,
    )


def known_names(content: Content) -> re.Pattern:
    """Return a pattern of the names that pages explain where they first stand: those of levels
    and of the glossary.
    """
    names = {word.term for word in content.words}
    for level in content.levels:
        names.update((level.name, level.short))

    longest = sorted(names, key=len, reverse=True)
    either = "|".join(map(re.escape, longest))
    return re.compile(rf"\b(?:{either})\b", re.I)


@lru_cache(16384)
def is_prose(text: str) -> bool:
    """Return whether a text is made of sentences, and is no label."""
    if ENDS.search(text) is None:
        return False

    words = WORD.findall(text)
    return len(words) >= LEAST_WORDS


def sentences(text: str) -> list[str]:
    """Return the sentences of a text; a colon or a semicolon ends none."""
    found = []
    for part in SENTENCE.split(text):
        if WORD.search(part):
            found.append(part)
    return found


def grade_of(text: str) -> float:
    """Return the grade of a plain text."""
    return count(text).grade


@lru_cache(16384)
def count(text: str) -> Count:
    """Return what a text counts."""
    said = sentences(text)
    return _count(said)


@lru_cache(16384)
def count_known(text: str, names: re.Pattern) -> Count:
    """Return what a text counts with each of these names as one short word."""
    said = []
    for sentence in sentences(text):
        short = names.sub("it", sentence)
        said.append(short)

    return _count(said)


def _count(said: list[str]) -> Count:
    words = []
    for sentence in said:
        words += WORD.findall(sentence)

    return Count(
        words=len(words),
        sentences=len(said),
        syllables=sum(map(syllables, words)),
    )


@lru_cache(16384)
def syllables(word: str) -> int:
    """Return how many syllables a word has, by rule.

    Letters such as IOP are spoken one by one; a number counts as two.
    """
    if word[0].isdigit():
        return 2

    letters = len(word)
    if word.isupper() and 1 < letters <= 5:
        return letters

    word = AFTER_APOSTROPHE.sub("", word.lower())

    count = len(VOWELS.findall(word))
    count += len(SPOKEN_APART.findall(word))
    count -= len(SILENT_WITHIN.findall(word))
    count -= _silent_end(word)
    return max(1, count)


def _silent_end(word: str) -> bool:
    """Return whether the last `e` of a word is not spoken, as in "care" and "helped"."""
    if ENDS_IN_ED.search(word):
        return not ED_AFTER_VOWEL.search(word)

    return ENDS_IN_SILENT_E.search(word) is not None
