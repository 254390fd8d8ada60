"""Texts of a page -> the same with the first use of each glossary word linked, and each acronym
written out there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from markupsafe import Markup, escape

from ..model.site import Word

LINK = Markup('<a class="term" href="#word-{}"{}>{}</a>')
SPELLED = Markup(' translate="no"')  # letters are no word of any language
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
        self.named = _named(words)
        self.pattern = _any_of(_names(words))
        self.uses = cache(self._uses)

    def _uses(self, text: str) -> tuple[Use, ...]:
        """Return the words that a text uses, in the order in which they stand."""
        if self.pattern is None:
            return ()

        found = []
        for hit in self.pattern.finditer(text):
            word = self._word(hit[0])
            if word:
                use = Use(word, *hit.span())
                found.append(use)

        return tuple(found)

    def _word(self, name: str) -> Word | None:
        """Return the word that goes by a name, in the singular or the plural."""
        for form in (name, name.removesuffix("s")):
            word = self.named.get(_key(form))
            if word:
                return word

        return None

    def with_their_letters(self, words: Iterable[Word], known: set[str]) -> list[Word]:
        """Return words with the letters that their meanings use, until none is left
        unexplained, from A to Z.
        """
        found = {word.id: word for word in words}
        waiting = list(found.values())
        while waiting:
            meaning = waiting.pop().meaning
            for word in self._letters(meaning):
                if word.id in known:
                    continue
                if word.id not in found:
                    found[word.id] = word
                    waiting.append(word)

        return sorted(found.values(), key=_alphabetical)

    def _letters(self, text: str) -> Iterator[Word]:
        """Yield the words in a text that stand for a longer form."""
        for use in self.uses(text):
            word = use.word
            if word.stands_for:
                yield word


@dataclass(slots=True)
class Said:
    """What one page says in running text, in the order in which it says it.

    It marks each word of the glossary where it first stands, but for those that are `known`
    because the page itself explains them. On paper nothing is linked: the long form is enough.
    `exact` makes HTML of the rest.
    """

    glossary: Glossary
    known: set[str]
    linked: bool = True
    exact: Callable[[str], Markup] = escape
    texts: list[str] = field(default_factory=list, init=False)
    shown: dict[str, str] = field(default_factory=dict, init=False)
    _used: dict[str, Word] = field(default_factory=dict, init=False)
    _read: str = field(default="", init=False)

    @property
    def words(self) -> list[Word]:
        """The words of the glossary that the page uses, and those that their meanings use."""
        used = self._used.values()
        return self.glossary.with_their_letters(used, self.known)

    def mark(self, text: str) -> Markup:
        """Return a text of the page as HTML, with its words marked; keep how it reads."""
        html = Markup("")
        plain = ""
        done = 0
        for use in self._first_uses(text):
            before = text[done : use.start]
            name = text[use.start : use.end]
            long = self._long_form(use, text)
            link = self._link(use.word, name)

            html += self.exact(before) + link + self.exact(long)
            plain += before + name + long
            done = use.end

        rest = text[done:]
        self._keep(text, plain + rest)
        return html + self.exact(rest)

    def as_shown(self, text: str) -> str:
        """Return a text as the page shows it, with its long forms."""
        return self.shown.get(text, text)

    def _first_uses(self, text: str) -> Iterator[Use]:
        """Yield the words that stand in this text for the first time on the page."""
        for use in self.glossary.uses(text):
            word = use.word
            if word.id in self.known:
                continue
            if word.id in self._used:
                continue

            self._used[word.id] = word
            yield use

    def _keep(self, text: str, said: str) -> None:
        """Keep how a text reads on the page, and what was read last."""
        read = f"{self._read} {text}"
        self._read = read[-BEFORE:]
        self.shown[text] = said

        one_line = " ".join(said.split())
        self.texts.append(one_line)

    def _link(self, word: Word, name: str) -> Markup:
        if not self.linked:
            return self.exact(name)

        return LINK.format(word.id, SPELLED if name.isupper() else "", name)

    def _long_form(self, use: Use, text: str) -> str:
        """Return the long form in brackets, where the reader has not met it just before, in this
        very text, or as "long form (LETTERS)".
        """
        word = use.word
        if not word.stands_for:
            return ""

        name = text[use.start : use.end]
        if _key(name) != _key(word.term):
            return ""
        if text[: use.start].endswith("("):
            return ""

        read = f"{self._read} {text}"
        if word.stands_for.casefold() in read.casefold():
            return ""
        long = _small(word.stands_for)
        return f" ({long})"


def _named(words: list[Word]) -> dict[str, Word]:
    """Return each word under every name; a term comes before another word's second name."""
    found: dict[str, Word] = {}
    for word in words:
        key = _key(word.term)
        found.setdefault(key, word)

    for word in words:
        for name in word.also:
            key = _key(name)
            found.setdefault(key, word)

    return found


def _names(words: list[Word]) -> set[str]:
    """Return every name that words go by."""
    found = set()
    for word in words:
        found.add(word.term)
        found.update(word.also)

    return found


def _any_of(names: set[str]) -> re.Pattern | None:
    """Return a pattern for any of these names, the longest first; nothing for no names."""
    if not names:
        return None
    longest = sorted(names, key=len, reverse=True)
    either = "|".join(map(_pattern, longest))
    return re.compile(rf"(?<![\w-])(?:{either})(?![\w-])")


def _pattern(name: str) -> str:
    """Return a pattern for one name: letters as they are, with a plural; other words with a small
    or a capital first letter.
    """
    if name.isupper():
        return re.escape(name) + "s?"

    large = re.escape(name[0].upper())
    small = re.escape(name[0].lower())
    rest = re.escape(name[1:])
    return f"[{large}{small}]{rest}"


def _key(name: str) -> str:
    """Return what is the same for a name at the start and in the middle of a sentence."""
    if name.isupper():
        return name
    return _with_small_letter(name)


def _small(text: str) -> str:
    """Return a long form for brackets: a small first letter, unless it is the name of an
    organization or a law.
    """
    words = text.split()
    capitals = [word for word in words if word[0].isupper()]
    if len(capitals) > 1:
        return text

    return _with_small_letter(text)


def _with_small_letter(text: str) -> str:
    first, rest = text[:1], text[1:]
    return first.lower() + rest


def _alphabetical(word: Word) -> str:
    return word.term.casefold()
