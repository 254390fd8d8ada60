"""States: what each says of the levels, beside the number shown first, and how far they differ."""

from .spread import Spread, Strip, numbers_of, spreads
from .told import (
    AtLevel,
    InState,
    Told,
    Voice,
    in_states,
    read_by,
    silent_levels,
    voices,
)

__all__ = [
    "AtLevel",
    "InState",
    "Spread",
    "Strip",
    "Told",
    "Voice",
    "in_states",
    "numbers_of",
    "read_by",
    "silent_levels",
    "spreads",
    "voices",
]
