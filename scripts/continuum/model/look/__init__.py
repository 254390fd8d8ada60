"""How one site looks: its own colors and logo, and all colors by what they mean."""

from .palette import DARK, LIGHT, Palette, contrast, mixed, palette
from .site_file import Colors, SiteFile

__all__ = [
    "DARK",
    "LIGHT",
    "Colors",
    "Palette",
    "SiteFile",
    "contrast",
    "mixed",
    "palette",
]
