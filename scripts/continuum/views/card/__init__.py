"""The answer card of a level: four tiles, the other facts in short, and how well each is known."""

from .standing import standing
from .tiles import split

__all__ = ["split", "standing"]
