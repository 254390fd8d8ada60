"""Files of a site, read: those beside its levels, and what is its own."""

from .files_beside import (
    files_in,
    hidden_in,
    load_avoided,
    load_phrases,
    load_prose,
    pages_in,
    phrases_for,
    unsayable,
)
from .site_folder import ALIKE, Own, look_of, own_site

__all__ = [
    "ALIKE",
    "Own",
    "files_in",
    "hidden_in",
    "load_avoided",
    "load_phrases",
    "load_prose",
    "look_of",
    "own_site",
    "pages_in",
    "phrases_for",
    "unsayable",
]
