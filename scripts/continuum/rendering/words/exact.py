"""Text -> HTML in which what is dialed, texted or spelled out stays as it is.

No machine translates it, and a number keeps its order where letters run from right to left.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from markupsafe import Markup, escape

from ...model.site import Contact, Help
from ...views.help.strip import DIALED, link_of, site_of

TYPED = Markup('<span dir="ltr" translate="no">{}</span>')
DIALING = Markup('<a dir="ltr" translate="no" href="{}">{}</a>')
LETTERS = Markup('<span translate="no">{}</span>')
# Capitals spell something: IOP, ASAM, or a word to text. Search and grades read words with a space
# around each element, so that only those are set apart that have one or a sign after them.
CAPITALS = r"[A-Z][A-Z0-9]+"
ALONE = r"(?<![^\s(]){}(?![^\s.,;:?!)])"
# A number as people write it: 1-800-555-0100, (800) 555 0100, 1-800-662-HELP (4357).
DIGITS = r"(?:\d+|\(\d[\d -]*\))"
NUMBER = rf"\+?{DIGITS}(?:[-./ ]*{DIGITS}|-[A-Z]{{2,}})*"


class Exact:
    """Says which parts of a site's texts are exact: its numbers to call, and letters."""

    def __init__(self, help: Iterable[Help]):
        numbers = _numbers(help)
        self.links = {number: link_of(contact) for number, contact in numbers.items()}
        typed = ALONE.format(f"(?P<typed>{_any_of(numbers)})")
        letters = ALONE.format(f"(?P<letters>{CAPITALS})")
        self.pattern = re.compile(f"{typed}|{letters}" if numbers else letters)

    def __call__(self, text: str) -> Markup:
        """Return a text as HTML, with its numbers to call and its letters set apart."""
        return _marked(self.pattern, text)

    def dialing(self, text: str) -> Markup:
        """Return the same with links that dial: for running text, which stands in no link."""
        return _marked(self.pattern, text, self._dialing)

    def _dialing(self, number: str) -> Markup:
        return DIALING.format(self.links[number], number)


def contact_words(contact: Contact) -> Markup:
    """Return what a contact says to do as HTML, with all that people dial or type set apart."""
    typed = [contact.value, contact.keyword, site_of(contact)]
    either = _any_of(filter(None, typed))
    pattern = re.compile(
        rf"(?P<typed>(?i:{either})|{NUMBER})|\b(?P<letters>{CAPITALS})\b"
    )
    return _marked(pattern, contact.words)


def typed(value: str) -> Markup:
    """Return a number to dial as HTML that no machine translates and nothing turns round."""
    return TYPED.format(value)


@lru_cache(16384)  # pages that compare two levels say again what others said
def _marked(
    pattern: re.Pattern, text: str, number: Callable[[str], Markup] = TYPED.format
) -> Markup:
    """Return a text with what the pattern finds set apart, numbers as `number` does it."""
    html = Markup("")
    done = 0
    for found in pattern.finditer(text):
        form = number if found.lastgroup == "typed" else LETTERS.format
        html += escape(text[done : found.start()]) + form(found[0])
        done = found.end()
    return html + escape(text[done:])


def _numbers(help: Iterable[Help]) -> dict[str, Contact]:
    """Return every number that people dial or text, with the first way to reach it."""
    found: dict[str, Contact] = {}
    for one in help:
        for contact in one.contacts:
            if contact.kind in DIALED:
                found.setdefault(contact.value, contact)
    return found


def _any_of(texts: Iterable[str]) -> str:
    """Return a pattern for any of these texts, the longest first."""
    longest_first = sorted(texts, key=len, reverse=True)
    return "|".join(map(re.escape, longest_first))
