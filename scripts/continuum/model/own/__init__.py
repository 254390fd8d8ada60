"""What is one site's own: its file, its colors, and which levels it leaves out."""

from .palette import DARK, LIGHT, Palette, contrast, mixed, palette
from .site_file import Colors, SiteFile
from .without import without

__all__ = [
    "DARK",
    "LIGHT",
    "Colors",
    "Palette",
    "SiteFile",
    "contrast",
    "mixed",
    "palette",
    "without",
]
