"""Pages: every address of the site that a reader can open."""

from .about import changes, cite, help, publisher, quality, search
from .guide import guide
from .levels import home, hours, levels, matrix, week
from .lists import ask, glossary, questions, services, sources, topics
from .pairs import compare, pairs
from .sheets import sheets

__all__ = [
    "ask",
    "changes",
    "cite",
    "compare",
    "glossary",
    "guide",
    "help",
    "home",
    "hours",
    "levels",
    "matrix",
    "pairs",
    "publisher",
    "quality",
    "questions",
    "search",
    "services",
    "sheets",
    "sources",
    "topics",
    "week",
]
