"""Content -> the line of levels as plain numbers that an SVG template places.

Lengths are in units of the picture's own view box.
"""

from __future__ import annotations

from ..speaking import Speaker
from .narrow import narrow
from .parts import Diagram
from .scale import small_bars
from .sentences import finding, key, sentences
from .wide import wide


def continuum_diagram(say: Speaker, alone: bool = False) -> Diagram:
    """Return the line of levels in both forms; only the wide one where the picture stands alone."""
    forms = [wide(say, titled=alone)]
    if not alone:
        forms.append(narrow(say))

    said = []
    for level in say.content.line_of_levels:
        text = sentences(say, level)
        said.append((level, text))
    return Diagram(
        finding=finding(say),
        key=key(say),
        forms=tuple(forms),
        sentences=tuple(said),
        alone=alone,
    )


__all__ = ["continuum_diagram", "small_bars"]
