"""A page's HTML -> how hard its prose is to read: the Flesch-Kincaid grade. English only.

The grade is 0.39 x words a sentence + 11.8 x syllables a word - 15.59 (Kincaid and others, 1975): about the school year in which
a text can be read. It counts lengths. It knows nothing of whether a text is clear, true or kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from ..model.content import Content

# Prose stands in these. What lies in a heading, a menu, a list of links or of sources, or a picture is left out.
BLOCK = re.compile(r"<(/?)(p|li|dd|td|figcaption|summary|blockquote)\b[^>]*>")
NOT_PROSE = re.compile(
    r"<(nav|script|form|h[1-4]|dt|th|caption)\b.*?</\1>"
    r"|<(ul|ol)\b[^>]*class=\"(?:links|sources)[^\"]*\".*?</\2>"
    r'|<span class="(?:cite|sr|of|chip|whose|part|label)[^"]*"[^>]*>.*?</span>',
    re.S,
)
PICTURE = re.compile(
    r"<svg\b(?:(?!<svg\b|</svg>).)*</svg>", re.S
)  # pictures hold pictures: the inner ones go first
CITATION = re.compile(
    r'<span class="cite"[^>]*>(?:<small class="basis">.*?</small>)?(?:<a\b.*?</a>)*</span>',
    re.S,
)
TAG = re.compile(r"<[^>]+>")
SENTENCE = re.compile(r"(?<=[.!?])[\s\"”’)]+(?=[\"“(]?[A-Z0-9])")
ENDS = re.compile(r"[.!?:][\"”’)]*$")
WORD = re.compile(r"[A-Za-z0-9]+(?:[.,'’]\d+|['’][a-z]+)*")
LEAST_WORDS = 4  # shorter pieces are labels


@dataclass(frozen=True, slots=True)
class Reading:
    """What was counted in a text, and its grade; `known` counts names that the page explains as one short word each."""

    words: int
    sentences: int
    grade: float
    known: float


def reading(html: str, names: re.Pattern | None = None) -> Reading | None:
    """Return the reading grade of a page's prose; None where there is too little to measure. `names` are explained on the page."""
    said = [sentence for block in prose(html) for sentence in sentences(block)]
    if sum(len(WORD.findall(sentence)) for sentence in said) < 20:
        return None
    words, count, raw = _measure(said)
    known = (
        _measure([names.sub("it", sentence) for sentence in said])[2] if names else raw
    )
    return Reading(words, count, raw, known)


def known_names(content: Content) -> re.Pattern:
    """Return a pattern of the names that pages explain where they first stand: levels and words of the glossary."""
    names = {name for level in content.levels for name in (level.name, level.short)} | {
        word.term for word in content.words
    }
    longest = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"\b(?:{longest})\b", re.I)


def prose(html: str) -> list[str]:
    """Return the paragraphs, list items and cells of a page that hold whole sentences, as plain text."""
    while PICTURE.search(html):
        html = PICTURE.sub(" ", html)
    html = NOT_PROSE.sub(" ", CITATION.sub(" ", html))
    blocks, start = [], 0
    for found in BLOCK.finditer(html):
        blocks.append(html[start : found.start()])
        start = found.end()
    texts = (
        re.sub(r"\s+", " ", unescape(TAG.sub(" ", block))).strip() for block in blocks
    )
    return [
        text
        for text in texts
        if ENDS.search(text) and len(WORD.findall(text)) >= LEAST_WORDS
    ]


def sentences(text: str) -> list[str]:
    """Return the sentences of a text; a colon or a semicolon ends none."""
    return [part for part in SENTENCE.split(text) if WORD.search(part)]


def grade_of(text: str) -> float:
    """Return the grade of a plain text."""
    return _measure(sentences(text))[2]


def _measure(said: list[str]) -> tuple[int, int, float]:
    words = [word for sentence in said for word in WORD.findall(sentence)]
    grade = (
        0.39 * len(words) / max(1, len(said))
        + 11.8 * sum(map(syllables, words)) / max(1, len(words))
        - 15.59
    )
    return len(words), len(said), round(grade, 1)


@lru_cache(16384)
def syllables(word: str) -> int:
    """Return how many syllables a word has, by rule. Letters such as IOP are spoken one by one; a number counts as two."""
    if word[0].isdigit():
        return 2
    if word.isupper() and 1 < len(word) <= 5:
        return len(word)
    word = re.sub(r"['’].*", "", word.lower())
    count = len(re.findall(r"[aeiouy]+", word))
    count += len(
        re.findall(
            r"(?<![tcsgl])ia|(?<![tscgnlx])io|ua(?!r|y)|uu|eo(?=l|g)|ie(?=t)|[aeouy](?=ing)|(?<=[aeiou])y[aeiou]",
            word,
        )
    )
    count -= len(
        re.findall(
            r"(?<=[gtcvsd])e(?=ments?$)|(?<=ic)a(?=lly$)|(?<=[fmtr])e(?=line|times|thing|way|one|where)",
            word,
        )
    )
    if re.search(r"[^aeiouytd]ed$|[aeiouy][wy]ed$|[aeiou]ed$", word):
        count -= not re.search(r"[aeiou]ed$", word)
    elif re.search(r"[^aeiouylcszxg]es$|[^csz]hes$|[aeiouy]les$", word) or re.search(
        r"[^aeiouyl]e$|[aeiouy]le$", word
    ):
        count -= 1
    return max(1, count)
