"""Pages: every address of the site that a reader can open."""

from . import about, levels, lists, pairs, sheets, states

# Each module lists at its end what makes its pages.
MAKERS = [
    *levels.MAKERS,
    *pairs.MAKERS,
    *sheets.MAKERS,
    *lists.MAKERS,
    *states.MAKERS,
    *about.MAKERS,
]
