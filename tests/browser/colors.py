"""Colors as a browser computes them, and how far two of them stand apart."""

from __future__ import annotations

# Red, green and blue, from 0 to 255.
Color = tuple[int, int, int]


def luminance(color: Color) -> float:
    """Return the relative luminance of a color, as WCAG defines it."""
    red, green, blue = color
    weighed = (
        0.2126 * _linear(red),
        0.7152 * _linear(green),
        0.0722 * _linear(blue),
    )
    return sum(weighed)


def _linear(part: int) -> float:
    share = part / 255
    if share <= 0.04045:
        return share / 12.92
    return ((share + 0.055) / 1.055) ** 2.4


def contrast(one: Color, other: Color) -> float:
    """Return the contrast ratio of two colors, from 1 to 21."""
    first, second = luminance(one), luminance(other)
    lighter = max(first, second)
    darker = min(first, second)
    return (lighter + 0.05) / (darker + 0.05)


def rgb(value: str) -> Color:
    """Return a computed color such as `rgb(1, 2, 3)` as numbers.

    One that lets something through is an error.
    """
    inside = value.partition("(")[2].removesuffix(")")
    parts = inside.replace("/", ",").split(",")
    opaque = len(parts) == 3 or float(parts[3]) == 1
    assert opaque, f"{value} is not opaque"
    red, green, blue = (int(float(part)) for part in parts[:3])
    return red, green, blue
