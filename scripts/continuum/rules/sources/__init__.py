"""Rules about sources: that there are some, that they are used, and how good they must be."""

from __future__ import annotations

from .cited import (
    facts_have_sources,
    secondhand_sources_are_cited,
    sources_are_used,
)
from .strength import (
    dangers_have_two_official_sources,
    headlines_have_strong_sources,
    safety_has_two_official_sources,
    what_rests_on_weak_sources_says_so,
)

RULES = [
    facts_have_sources,
    sources_are_used,
    secondhand_sources_are_cited,
    headlines_have_strong_sources,
    dangers_have_two_official_sources,
    safety_has_two_official_sources,
    what_rests_on_weak_sources_says_so,
]
