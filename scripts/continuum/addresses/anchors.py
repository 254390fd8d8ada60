"""What the parts of pages are called in addresses: what stands after `#`."""

from __future__ import annotations

# Parts that the site itself puts on its pages: on every one, and on those of an id in the table of
# pages that also have parts named by ids of the content.
EVERYWHERE = {
    "contents-title",
    "g-days",
    "g-home",
    "g-hospital",
    "g-hours",
    "g-in-person",
    "g-length",
    "g-medical",
    "g-mixed",
    "g-residence",
    "g-varies",
    "g-video",
    "g-work",
    "main",
    "next-step",
    "page-sources",
    "page-words",
    "page-read",
}
ON_A_PAGE = {
    "level": {
        "compare",
        "daily-life",
        "enough",
        "facts",
        "faq",
        "good-and-hard",
        "in-short",
        "may-not-be-enough",
        "may-suit",
        "moving",
        "not-known",
        "numbering",
        "numbers",
        "paying",
        "place",
        "questions",
        "services",
        "states",
        "warning",
        "week",
        "what-happens",
    },
    "compare": {"often"},
    "faq": {"about-levels"},
    "topic": {"asked"},
    "states": {"list", "spread", "unread"},
    "state": {"edition", "rules", "silent"},
    "sources": {"authorities", "list"},
}
NUMBERED = "source-"  # each source of a page, by its number there


def is_own(page: str, name: str) -> bool:
    """Return whether a page has a part of the site itself of this name."""
    number = name.removeprefix(NUMBERED)
    if number != name and number.isdecimal():
        return True
    return name in EVERYWHERE or name in ON_A_PAGE.get(page, ())
