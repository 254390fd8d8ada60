"""Text -> HTML in which what is dialed, texted or spelled out stays as it is.

No machine translates it, and a number keeps its order where letters run from right to left.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache, partial
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from ...model.site import Contact, Help, Source
from ...views.help.strip import DIALED, link_of, site_of

TYPED = Markup('<span dir="ltr" translate="no">{}</span>')
DIALING = Markup('<a dir="ltr" translate="no" href="{}">{}</a>')
SITE = Markup('<a translate="no" href="{}" rel="noreferrer">{}</a>')
PAGE = Markup('<a href="{}{}">{}</a>')
LETTERS = Markup('<span translate="no">{}</span>')
# Capitals spell something: IOP, ASAM, or a word to text. Search and grades read words with a space
# around each element, so that only those are set apart that have one or a sign after them.
CAPITALS = r"[A-Z][A-Z0-9]+"
ALONE = r"(?<![^\s(]){}(?![^\s.,;:?!)])"
OFFICIAL = "A"  # the tier of sources whose sites are places to go
# A number of others, of ten digits or more: no date ends with four of them.
PHONE = r"\+?\d{1,4}(?:-\d{3})+-\d{4}"
# What stands around a title, in several languages.
OPENING, CLOSING = '“„«‘"', '”“»’"'
# A number as people write it: 1-800-555-0100, (800) 555 0100, 1-800-662-HELP (4357).
DIGITS = r"(?:\d+|\(\d[\d -]*\))"
NUMBER = rf"\+?{DIGITS}(?:[-./ ]*{DIGITS}|-[A-Z]{{2,}})*"


class Exact:
    """Says which parts of a site's texts are exact: its numbers to call, and letters.

    In running text it makes links of all numbers to call, of the sites of help and of sources, and
    of the titles of pages between quotation marks.
    """

    def __init__(
        self,
        help: list[Help],
        sources: Iterable[Source] = (),
        pages: Mapping[str, str] | None = None,
    ):
        numbers = _numbers(help)
        self.links = {number: link_of(contact) for number, contact in numbers.items()}
        self.sites = dict(_sites(help, sources))
        self.pages = pages or {}
        typed = ALONE.format(f"(?P<typed>{_any_of(numbers)})") if numbers else ""
        letters = ALONE.format(f"(?P<letters>{CAPITALS})")
        site = ALONE.format(f"(?P<site>(?i:{_any_of(self.sites)}))")
        page = f"(?<=[{OPENING}])(?P<page>{_any_of(self.pages)})(?=[{CLOSING}])"
        linked = [page] * bool(self.pages) + [site] * bool(self.sites)
        linked.append(ALONE.format(f"(?P<phone>{PHONE})"))
        self.pattern = re.compile("|".join(filter(None, [typed, letters])))
        self.running = re.compile("|".join(filter(None, [*linked, typed, letters])))
        self.linked = cache(self._linked)
        self.named = cache(self._named)

    def __call__(self, text: str) -> Markup:
        """Return a text as HTML, with its numbers to call and its letters set apart."""
        return _marked(self.pattern, text)

    def _linked(self, root: str) -> Callable[[str], Markup]:
        """Return what returns the same with links: for running text, which stands in no link.
        `root` leads from the page to the root of the site.
        """
        forms = {
            "typed": lambda number: DIALING.format(
                self.links[number], unbroken(number)
            ),
            "phone": lambda number: DIALING.format(f"tel:{number}", number),
            "site": lambda name: SITE.format(self.sites[name.casefold()], name),
            "page": lambda title: PAGE.format(root, self.pages[title], title),
        }
        return lru_cache(16384)(partial(_in_forms, self.running, forms))

    def _named(self, text: str) -> list[tuple[int, int]]:
        """Return from where to where a text names pages of the site."""
        found = self.running.finditer(text) if self.pages else ()
        return [one.span() for one in found if one.lastgroup == "page"]


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
    return TYPED.format(unbroken(value))


def unbroken(number: str) -> str:
    """Return a number to dial so that it stays in one line."""
    return number.replace(" ", "\u00a0")


def _in_forms(
    pattern: re.Pattern, forms: Mapping[str, Callable[[str], Markup]], text: str
) -> Markup:
    """Return a text with what the pattern finds in the form for each."""
    html = Markup("")
    done = 0
    for found in pattern.finditer(text):
        form = forms.get(found.lastgroup, LETTERS.format)
        html += escape(text[done : found.start()]) + form(found[0])
        done = found.end()
    return html + escape(text[done:])


@lru_cache(16384)  # pages that compare two levels say again what others said
def _marked(pattern: re.Pattern, text: str) -> Markup:
    """Return a text with what the pattern finds set apart."""
    return _in_forms(pattern, {"typed": typed}, text)


def _numbers(help: Iterable[Help]) -> dict[str, Contact]:
    """Return every number that people dial or text, with the first way to reach it."""
    found: dict[str, Contact] = {}
    for one in help:
        for contact in one.contacts:
            if contact.kind in DIALED:
                found.setdefault(contact.value, contact)
    return found


def _sites(
    help: Iterable[Help], sources: Iterable[Source]
) -> Iterator[tuple[str, str]]:
    """Yield each site that texts may name with its address: those of official sources, then of
    help, which say where they begin.
    """
    for source in sources:
        parts = urlsplit(source.url or "")
        if source.tier == OFFICIAL and parts.scheme == "https":
            address = f"{parts.scheme}://{parts.netloc}/"
            yield parts.hostname.removeprefix("www."), address
    for one in help:
        for contact in one.contacts:
            if site_of(contact):
                yield site_of(contact), contact.value


def _any_of(texts: Iterable[str]) -> str:
    """Return a pattern for any of these texts, the longest first."""
    longest_first = sorted(texts, key=len, reverse=True)
    return "|".join(map(re.escape, longest_first))
