"""A page's HTML -> how hard its prose is to read: the Flesch-Kincaid grade. English only.

The grade is 0.39 x words a sentence + 11.8 x syllables a word - 15.59 (Kincaid and others, 1975):
about the school year in which a text can be read. It counts lengths. It knows nothing of whether
a text is clear, true or kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from ..model.content import Content

# Prose stands in these. What lies in a heading, a menu, a list of links or of sources, or a
# picture is left out.
BLOCK = re.compile(r"<(/?)(p|li|dd|td|figcaption|summary|blockquote)\b[^>]*>")
NOT_PROSE = re.compile(
    r"<(nav|script|form|h[1-4]|dt|th|caption)\b.*?</\1>"
    r"|<(ul|ol)\b[^>]*class=\"(?:links|sources)[^\"]*\".*?</\2>"
    r'|<span class="(?:cite|sr|of|chip|whose|part|label)[^"]*"[^>]*>.*?</span>',
    re.S,
)
# Pictures hold pictures: the inner ones go first.
PICTURE = re.compile(r"<svg\b(?:(?!<svg\b|</svg>).)*</svg>", re.S)
CITATION = re.compile(
    r'<span class="cite"[^>]*>'
    r'(?:<small class="basis">.*?</small>)?(?:<a\b.*?</a>)*</span>',
    re.S,
)
TAG = re.compile(r"<[^>]+>")
SENTENCE = re.compile(r"(?<=[.!?])[\s\"”’)]+(?=[\"“(]?[A-Z0-9])")
ENDS = re.compile(r"[.!?:][\"”’)]*$")
WORD = re.compile(r"[A-Za-z0-9]+(?:[.,'’]\d+|['’][a-z]+)*")
LEAST_WORDS = 4  # shorter pieces are labels
LEAST_OF_PAGE = 20  # words; a page of fewer gives a grade by chance

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
class Reading:
    """What was counted in a text, and its grade.

    `known` counts names that the page explains as one short word each.
    """

    words: int
    sentences: int
    grade: float
    known: float


def reading(html: str, names: re.Pattern | None = None) -> Reading | None:
    """Return the reading grade of a page's prose; None where there is too little to measure.

    `names` are explained on the page.
    """
    said = []
    for block in prose(html):
        said += sentences(block)

    words, count, grade = _measure(said)
    if words < LEAST_OF_PAGE:
        return None

    known = grade
    if names:
        plain = [names.sub("it", sentence) for sentence in said]
        _, _, known = _measure(plain)
    return Reading(words, count, grade, known)


def known_names(content: Content) -> re.Pattern:
    """Return a pattern of the names that pages explain where they first stand.

    These are levels and words of the glossary.
    """
    names = {word.term for word in content.words}
    for level in content.levels:
        names |= {level.name, level.short}

    longest_first = sorted(names, key=len, reverse=True)
    any_name = "|".join(map(re.escape, longest_first))
    return re.compile(rf"\b(?:{any_name})\b", re.I)


def prose(html: str) -> list[str]:
    """Return the paragraphs, list items and cells of a page that hold whole sentences, as text."""
    found = []
    for block in _blocks(_only_prose(html)):
        text = _plain(block)
        if _is_prose(text):
            found.append(text)
    return found


def _only_prose(html: str) -> str:
    """Return a page without its pictures, and without what else holds no prose."""
    while PICTURE.search(html):
        html = PICTURE.sub(" ", html)

    html = CITATION.sub(" ", html)
    return NOT_PROSE.sub(" ", html)


def _blocks(html: str) -> Iterator[str]:
    start = 0
    for found in BLOCK.finditer(html):
        yield html[start : found.start()]
        start = found.end()


def _plain(block: str) -> str:
    """Return a piece of a page without its markup."""
    bare = TAG.sub(" ", block)
    text = unescape(bare)
    return re.sub(r"\s+", " ", text).strip()


def _is_prose(text: str) -> bool:
    """Return whether a text ends like a sentence and is longer than a label."""
    if not ENDS.search(text):
        return False

    words = WORD.findall(text)
    return len(words) >= LEAST_WORDS


def sentences(text: str) -> list[str]:
    """Return the sentences of a text; a colon or a semicolon ends none."""
    parts = SENTENCE.split(text)
    return [part for part in parts if WORD.search(part)]


def grade_of(text: str) -> float:
    """Return the grade of a plain text."""
    _, _, grade = _measure(sentences(text))
    return grade


def _measure(said: list[str]) -> tuple[int, int, float]:
    """Return how many words and sentences there are, and their grade."""
    words = []
    for sentence in said:
        words += WORD.findall(sentence)

    a_sentence = len(words) / max(1, len(said))
    spoken = sum(map(syllables, words))
    a_word = spoken / max(1, len(words))

    grade = 0.39 * a_sentence + 11.8 * a_word - 15.59
    return len(words), len(said), round(grade, 1)


@lru_cache(16384)
def syllables(word: str) -> int:
    """Return how many syllables a word has, by rule.

    Letters such as IOP are spoken one by one; a number counts as two.
    """
    if word[0].isdigit():
        return 2
    if word.isupper() and 1 < len(word) <= 5:
        return len(word)

    word = AFTER_APOSTROPHE.sub("", word.lower())
    count = len(VOWELS.findall(word))
    count += len(SPOKEN_APART.findall(word))
    count -= len(SILENT_WITHIN.findall(word))

    if _ends_silent(word):
        count -= 1
    return max(1, count)


def _ends_silent(word: str) -> bool:
    """Return whether the last `e` of a word is not spoken, as in "care" and "helped"."""
    if ENDS_IN_ED.search(word):
        return ED_AFTER_VOWEL.search(word) is None
    return ENDS_IN_SILENT_E.search(word) is not None
