"""Where everything stands on the site. Nothing else spells an address."""

from .anchors import is_own
from .comparisons import levels_in, name_of_levels, pair_id
from .entry import SHEETS, Entry
from .files import (
    FILES,
    LOST,
    PIECES,
    TAKEN,
    address_of_file,
    address_of_path,
    oembed_of,
    of_file,
    path_of,
    piece_of,
    root_of,
    share_of,
    sort_of_piece,
)
from .pages import BY_ID, HOME, PAGES, TOLD, at, home_of, menu
from .redirects import Redirect, former_addresses, other_addresses

__all__ = [
    "BY_ID",
    "Entry",
    "FILES",
    "HOME",
    "LOST",
    "Redirect",
    "PAGES",
    "PIECES",
    "SHEETS",
    "TAKEN",
    "TOLD",
    "address_of_file",
    "address_of_path",
    "at",
    "home_of",
    "is_own",
    "levels_in",
    "menu",
    "other_addresses",
    "former_addresses",
    "name_of_levels",
    "oembed_of",
    "of_file",
    "pair_id",
    "path_of",
    "piece_of",
    "root_of",
    "share_of",
    "sort_of_piece",
]
