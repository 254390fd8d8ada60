"""What the table of changes must know of single fields: their page, names and pointers."""

from __future__ import annotations

from ..addresses import PAGES, path_of

# What several pages show, and how the table calls it.
SHARED = {
    "dangers": "Dangers that several levels share",
    "supervision": "Medical backup",
}
# The page that shows a list of the file, or a heading where several pages do.
HOMES = {
    field: path_of(entry.address) for entry in PAGES for field in entry.home_of
} | SHARED
# Lists that share their page with others.
PARTS_OF_A_PAGE = ("authorities",)

# What a field is called where the site has words for it.
SPOKEN = {
    "in_short": "page.in_short",
    "next_step": "page.next_step",
    "steps_up": "level.step_up",
    "steps_down": "level.step_down",
    "why": "level.why",
    "listen_for": "level.listen",
}
# What a field is called where its own name says too little.
PLAIN = {
    "q": "question",
    "a": "answer",
    "checked": "last check",
    "next": "next check",
    "headline": "shown in tables",
    "id": "address",
}
# What a place of one text, or a page, is made of: it needs no name.
NAMELESS = ("text", "sections")

# The list that a field points into, by the ids there.
POINTS_INTO = {
    "sources": "sources",
    "whose": "authorities",
    "standard": "authorities",
    "grade": "supervision",
    "service": "services",
    "to": "levels",
    "level": "levels",
    "levels": "levels",
    "neighbor": "levels",
}
# Lists of ids: each is one value.
IDS = ("sources", "levels", "addresses")
# Where the site's words for the choices of a field stand.
CHOICES = {
    "who": "who",
    "where": "sleep",
    "part": "part",
    "tier": "tier",
    "kind": "kind",
}

# What an item of a list is called by, the first that it has.
CALLED = ("name", "term", "title", "q", "ask", "words", "service", "to", "standard")
# What names an item for good, the first that it has.
KEYS = ("id", "service", "to", "standard", "levels", "rule")
# What is left out where an item is told as a whole.
UNSAID = {
    "id",
    "basis",
    "tier",
    "level",
    "kind",
    "place",
    "where",
    "form",
    "url",
    "stands_for",
}
# What says what a page is.
PAGE = ("name", "title", "in_a_line")
# What makes the range of a claim, which is told as one value.
RANGE = ("id", "min", "max", "under", "unit")
