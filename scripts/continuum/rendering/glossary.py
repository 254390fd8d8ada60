"""A page's HTML -> the same with its first use of each glossary word linked, and each acronym written out there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape

from ..model.site import Word

TAG = re.compile(r"(<[^>]*>)")
NAME = re.compile(r"</?([a-zA-Z0-9]+)")
# Text in these is a heading, a label or already a link; so is what a template marks `data-plain`.
PLAIN = {
    "a",
    "button",
    "caption",
    "dt",
    "h1",
    "h2",
    "h3",
    "h4",
    "label",
    "nav",
    "script",
    "summary",
    "svg",
    "textarea",
    "th",
}
BEFORE = 400  # how far back a written-out form still counts as read


class Glossary:
    """The words that pages explain, under every name they go by."""

    def __init__(self, words: list[Word]):
        self.words = {word.id: word for word in words}
        self.named: dict[str, Word] = {}
        for names in (lambda word: [word.term], lambda word: word.also):
            for word in words:
                for name in names(word):
                    self.named.setdefault(_key(name), word)
        names = sorted(
            {name for word in words for name in (word.term, *word.also)},
            key=len,
            reverse=True,
        )
        both = "|".join(map(_pattern, names))
        self.pattern = re.compile(rf"(?<![\w-])(?:{both})(?![\w-])") if names else None

    def mark(self, html: str, known: set[str] = frozenset()) -> tuple[str, list[Word]]:
        """Return the page with each word linked to `#word-<id>` where it first stands, and those words. `known` words are left alone."""
        if not self.pattern:
            return html, []
        used: dict[str, Word] = {}
        read = ""
        parts = TAG.split(html)
        for index in _running_text(parts):
            text = parts[index]
            if not text.strip():
                continue
            parts[index] = self._mark_text(text, read, used, known)
            read = (read + " " + text)[-BEFORE:]
        self._add_named_in_meanings(used, known)
        return "".join(parts), sorted(
            used.values(), key=lambda word: word.term.casefold()
        )

    def _mark_text(
        self, text: str, read: str, used: dict[str, Word], known: set[str]
    ) -> str:
        def link(found: re.Match) -> str:
            word = self._word(found[0])
            if word is None or word.id in used or word.id in known:
                return found[0]
            used[word.id] = word
            marked = f'<a class="term" href="#word-{word.id}">{found[0]}</a>'
            if (
                word.stands_for
                and _key(unescape(found[0])) == _key(word.term)
                and not self._written_out(word, read, text, found)
            ):
                return f"{marked} ({escape(_small(word.stands_for))})"
            return marked

        return self.pattern.sub(link, text)

    def _word(self, found: str) -> Word | None:
        name = unescape(found)
        return self.named.get(_key(name)) or self.named.get(
            _key(name.removesuffix("s"))
        )

    def _add_named_in_meanings(self, used: dict[str, Word], known: set[str]) -> None:
        """Add the letters that the meanings themselves use, until none is left unexplained."""
        waiting = list(used.values())
        while waiting:
            for found in self.pattern.findall(escape(waiting.pop().meaning)):
                word = self._word(found)
                if (
                    word
                    and word.stands_for
                    and word.id not in used
                    and word.id not in known
                ):
                    used[word.id] = word
                    waiting.append(word)

    @staticmethod
    def _written_out(word: Word, read: str, text: str, found: re.Match) -> bool:
        """Return whether the reader has met the long form: just before, in this very text, or as "long form (LETTERS)"."""
        inside_brackets = text[max(0, found.start() - 1) : found.start()] == "("
        return (
            inside_brackets or word.stands_for.casefold() in f"{read} {text}".casefold()
        )


def _running_text(parts: list[str]) -> Iterator[int]:
    """Yield the places of texts that stand in no element of PLAIN. `parts` are texts and tags in turn."""
    inside, depth = "", 0
    for index, part in enumerate(parts):
        if index % 2 == 0:
            if not inside:
                yield index
            continue
        found = NAME.match(part)
        name = found[1].lower() if found else ""
        if inside:
            depth += (name == inside) * (
                -1 if part[1] == "/" else 0 if part.endswith("/>") else 1
            )
            inside = inside if depth else ""
        elif part[1] != "/" and (name in PLAIN or " data-plain" in part):
            inside, depth = name, 1


def _pattern(name: str) -> str:
    """Return a pattern for one name: letters as they are, with a plural; other words with a small or a capital first letter."""
    if name.isupper():
        return re.escape(escape(name)) + "s?"
    return f"[{re.escape(name[0].upper())}{re.escape(name[0].lower())}]{re.escape(escape(name[1:]))}"


def _key(name: str) -> str:
    return name if name.isupper() else name[:1].lower() + name[1:]


def _small(text: str) -> str:
    """Return a long form for brackets: a small first letter, unless it is the name of an organization or a law."""
    words = text.split()
    return (
        text
        if sum(word[:1].isupper() for word in words) > 1
        else text[:1].lower() + text[1:]
    )
