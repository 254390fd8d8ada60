"""Texts of a page -> the same with the first use of each glossary word linked, and each acronym
written out there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup, escape

from ..model.site import Word

BEFORE = 400  # how far back a written-out form still counts as read


@dataclass(frozen=True, slots=True)
class Use:
    """A word of the glossary in a text, from `start` to `end`."""

    word: Word
    start: int
    end: int


class Glossary:
    """The words that pages explain, under every name they go by."""

    def __init__(self, words: list[Word]):
        self.words = {word.id: word for word in words}
        self.named: dict[str, Word] = {}
        for word in words:
            self.named.setdefault(_key(word.term), word)
        for word in words:
            for name in word.also:
                self.named.setdefault(_key(name), word)
        names = {name for word in words for name in (word.term, *word.also)}
        longest = "|".join(map(_pattern, sorted(names, key=len, reverse=True)))
        self.pattern = (
            re.compile(rf"(?<![\w-])(?:{longest})(?![\w-])") if names else None
        )
        self.uses = cache(self._uses)

    def _uses(self, text: str) -> tuple[Use, ...]:
        """Return the words that a text uses, in the order in which they stand."""
        if self.pattern is None:
            return ()
        found = ((self._word(hit[0]), hit) for hit in self.pattern.finditer(text))
        return tuple(Use(word, *hit.span()) for word, hit in found if word)

    def _word(self, name: str) -> Word | None:
        return self.named.get(_key(name)) or self.named.get(
            _key(name.removesuffix("s"))
        )

    def with_their_letters(self, words: Iterable[Word], known: set[str]) -> list[Word]:
        """Return words with the letters that their meanings use, until none is left
        unexplained, from A to Z.
        """
        found = {word.id: word for word in words}
        waiting = list(found.values())
        while waiting:
            for use in self.uses(waiting.pop().meaning):
                word = use.word
                if word.stands_for and word.id not in found and word.id not in known:
                    found[word.id] = word
                    waiting.append(word)
        return sorted(found.values(), key=lambda word: word.term.casefold())


class Said:
    """What one page says in running text, in the order in which it says it.

    It marks each word of the glossary where it first stands, but for those that are `known`
    because the page itself explains them. On paper nothing is linked: the long form is enough.
    """

    def __init__(self, glossary: Glossary, known: set[str], linked: bool = True):
        self.glossary, self.known, self.linked = glossary, known, linked
        self.texts: list[str] = []
        self.shown: dict[str, str] = {}
        self._used: dict[str, Word] = {}
        self._read = ""

    @property
    def words(self) -> list[Word]:
        """The words of the glossary that the page uses, and those that their meanings use."""
        return self.glossary.with_their_letters(self._used.values(), self.known)

    def mark(self, text: str) -> Markup:
        """Return a text of the page as HTML, with its words marked; keep how it reads."""
        html, plain, done = [], [], 0
        for use in self.glossary.uses(text):
            if use.word.id in self._used or use.word.id in self.known:
                continue
            self._used[use.word.id] = use.word
            before, name = text[done : use.start], text[use.start : use.end]
            long = self._long_form(use, text)
            html += [escape(before), self._link(use.word, name), escape(long)]
            plain += [before, name, long]
            done = use.end
        rest = text[done:]
        self._read = f"{self._read} {text}"[-BEFORE:]
        said = "".join([*plain, rest])
        self.texts.append(" ".join(said.split()))
        self.shown[text] = said
        return Markup("").join([*html, escape(rest)])

    def as_shown(self, text: str) -> str:
        """Return a text as the page shows it, with its long forms."""
        return self.shown.get(text, text)

    def _link(self, word: Word, name: str) -> Markup:
        if not self.linked:
            return escape(name)
        return Markup('<a class="term" href="#word-{}">{}</a>').format(word.id, name)

    def _long_form(self, use: Use, text: str) -> str:
        """Return the long form in brackets, where the reader has not met it just before, in this
        very text, or as "long form (LETTERS)".
        """
        word, name = use.word, text[use.start : use.end]
        if not word.stands_for or _key(name) != _key(word.term):
            return ""
        in_brackets = text[max(0, use.start - 1) : use.start] == "("
        met = word.stands_for.casefold() in f"{self._read} {text}".casefold()
        return "" if in_brackets or met else f" ({_small(word.stands_for)})"


def _pattern(name: str) -> str:
    """Return a pattern for one name: letters as they are, with a plural; other words with a small
    or a capital first letter.
    """
    if name.isupper():
        return re.escape(name) + "s?"
    first = re.escape(name[0].upper()) + re.escape(name[0].lower())
    return f"[{first}]{re.escape(name[1:])}"


def _key(name: str) -> str:
    return name if name.isupper() else name[:1].lower() + name[1:]


def _small(text: str) -> str:
    """Return a long form for brackets: a small first letter, unless it is the name of an
    organization or a law.
    """
    capitals = sum(word[:1].isupper() for word in text.split())
    return text if capitals > 1 else text[:1].lower() + text[1:]
