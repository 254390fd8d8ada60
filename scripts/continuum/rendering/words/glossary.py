"""A text -> the words of the glossary that it uses, and where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from ...model.site import Word

STRAIGHT, CURLY = "'", "\u2019"


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
            word = self.named.get(key_of(form))
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


def _named(words: list[Word]) -> dict[str, Word]:
    """Return each word under every name; a term comes before another word's second name."""
    found: dict[str, Word] = {}
    for word in words:
        key = key_of(word.term)
        found.setdefault(key, word)

    for word in words:
        for name in word.also:
            key = key_of(name)
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
    or a capital first letter. An apostrophe is typed in two ways.
    """
    if name.isupper():
        return _typed(name) + "s?"

    large = re.escape(name[0].upper())
    small = re.escape(name[0].lower())
    return f"[{large}{small}]{_typed(name[1:])}"


def _typed(text: str) -> str:
    """Return a pattern for a text, however its apostrophes are typed."""
    straight = text.replace(CURLY, STRAIGHT)
    return re.escape(straight).replace(STRAIGHT, f"[{STRAIGHT}{CURLY}]")


def key_of(name: str) -> str:
    """Return what is the same for a name at the start and in the middle of a sentence, with either
    apostrophe.
    """
    name = name.replace(CURLY, STRAIGHT)
    if name.isupper():
        return name
    return with_small_letter(name)


def with_small_letter(text: str) -> str:
    """Return a text with a small first letter."""
    first, rest = text[:1], text[1:]
    return first.lower() + rest


def _alphabetical(word: Word) -> str:
    return word.term.casefold()
