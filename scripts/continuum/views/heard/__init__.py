"""Content -> what people were told, and which level or page that means."""

from .called import Called, called, chips, numbers_told
from .findable import Findable, index
from .help_shown import help_shown
from .titles import titles

__all__ = [
    "Called",
    "Findable",
    "called",
    "chips",
    "help_shown",
    "index",
    "numbers_told",
    "titles",
]
