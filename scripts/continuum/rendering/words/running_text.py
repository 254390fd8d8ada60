"""Texts of a page -> the same with the first use of each glossary word linked, and each acronym
written out there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from ...model.site import Word
from .glossary import Glossary, Use, key_of, with_small_letter

LINK = Markup('<a class="term" href="#word-{}"{}>{}</a>')
SPELLED = Markup(' translate="no"')  # letters are no word of any language
POSSESSIVE = re.compile(r"['’]s\b")
Spans = list[tuple[int, int]]
BEFORE = 400  # how far back a written-out form still counts as read


@dataclass(slots=True)
class RunningText:
    """What one page says in running text, in the order in which it says it.

    It marks each word of the glossary where it first stands, but for those that are `known`
    because the page itself explains them. On paper nothing is linked: the long form is enough.
    `exact` makes HTML of the rest; what `whole` finds stays in one piece, from where to where.
    """

    glossary: Glossary
    known: set[str]
    linked: bool = True
    exact: Callable[[str], Markup] = escape
    whole: Callable[[str], Spans] = lambda text: []
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

            # "ASAM's (American Society …) rule", not "ASAM (American Society …)'s rule".
            ending = POSSESSIVE.match(text, use.end) if long else None
            owner = ending[0] if ending else ""

            html += self.exact(before) + link + self.exact(owner + long)
            plain += before + name + owner + long
            done = use.end + len(owner)

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
            if word.id in self._used or word.id in self.known:
                continue
            if any(start <= use.start < end for start, end in self.whole(text)):
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
        if key_of(name) != key_of(word.term):
            return ""
        if text[: use.start].endswith("("):
            return ""

        read = f"{self._read} {text}"
        if word.stands_for.casefold() in read.casefold():
            return ""
        long = _small(word.stands_for)
        return f" ({long})"


def _small(text: str) -> str:
    """Return a long form for brackets: a small first letter, unless it is the name of an
    organization or a law.
    """
    words = text.split()
    capitals = [word for word in words if word[0].isupper()]
    if len(capitals) > 1:
        return text

    return with_small_letter(text)
