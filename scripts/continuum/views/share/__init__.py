"""A page -> what its picture for sharing says and shows, before any of it is drawn."""

from .card import Card, Row
from .cards import Cards

__all__ = ["Card", "Cards", "Row"]
