"""Colors by what they mean -> all that pages and pictures use, by day and at night."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .site_file import Colors

Tokens = Mapping[str, str]

# What each color means, and its value by day and at night. Styles and pictures say them by name.
LIGHT = {
    "paper": "#fdfcf8",
    "card": "#ffffff",
    "band": "#e8f0ed",
    "ink": "#1b2631",
    "soft": "#47545f",
    "line": "#d3d3c8",
    "accent": "#0b5a60",
    "on-accent": "#ffffff",
    "accent-pale": "#d8e9e6",
    "bar-pale": "#4f8a85",
    "yours": "#e8f0ed",
    "asleep": "#bcc2e4",
    "night": "#dcdff0",
    "night-deep": "#2a3360",
    "on-night": "#eceefb",
    "ward": "#191f42",
    "ward-pale": "#cfd3ea",
    "care": "#8a3b12",
    "care-pale": "#fcf1e7",
    "on-care": "#ffffff",
    "help": "#17212b",
    "help-cell": "#2a3948",
    "on-help": "#ffffff",
    "help-strong": "#ffd9a8",
}
DARK = {
    "paper": "#11171c",
    "card": "#182027",
    "band": "#16232a",
    "ink": "#ece8df",
    "soft": "#b9c1c7",
    "line": "#38444e",
    "accent": "#7ccbc6",
    "on-accent": "#0c1a1b",
    "accent-pale": "#1d3638",
    "bar-pale": "#558f8b",
    "yours": "#1b2a31",
    "asleep": "#474f80",
    "night": "#2b3354",
    "night-deep": "#252d50",
    "on-night": "#e3e7ff",
    "ward": "#181d3a",
    "ward-pale": "#363e63",
    "care": "#f3bb8c",
    "care-pale": "#2c211a",
    "on-care": "#241407",
    "help": "#070b0e",
    "help-cell": "#1d2831",
    "on-help": "#ffffff",
    "help-strong": "#ffd9a8",
}
WHITE, BLACK = "#ffffff", "#000000"
TEXT, SHAPE = 4.5, 3.0  # to 1: what letters and what shapes must have (WCAG 2.2 AA)
EASY = 7.0  # to 1: letters at night that nobody chose
STEPS = 100  # how finely the nearest color is looked for
WEIGHTS = (0.2126, 0.7152, 0.0722)  # of red, green and blue, in how light a color is

# How much of a color stands in paler ones of its kind; the rest is paper.
PALE = {"light": 0.14, "dark": 0.22}
BAND = {"light": 0.08, "dark": 0.12}
BAR = {"light": 0.68, "dark": 0.62}
WARM = {"light": 0.07, "dark": 0.12}
CELL = 0.12  # of white in the cells of the help strip


@dataclass(frozen=True, slots=True)
class Palette:
    """Every color of a site by its name, by day and at night."""

    light: Tokens
    dark: Tokens


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colors, from 1 to 21 (WCAG 2.2, relative luminance)."""
    first, second = _light(one), _light(other)
    high, low = max(first, second), min(first, second)
    return (high + 0.05) / (low + 0.05)


def nearest(color: str, grounds: Iterable[str], enough: float = TEXT) -> str:
    """Return the first color on the way from this one to black or white that has enough contrast to
    each of some grounds, all of them light or all of them dark.
    """
    found = list(grounds)
    end = BLACK if _light(found[0]) > 0.5 else WHITE
    for step in range(STEPS + 1):
        tried = mixed(end, color, step / STEPS)
        if all(contrast(tried, ground) >= enough for ground in found):
            return tried
    return end


def mixed(color: str, ground: str, share: float) -> str:
    """Return a color of which so much is `color`, and the rest `ground`."""
    parts = zip(_parts(color), _parts(ground), strict=True)
    whole = [round(a * share + b * (1 - share)) for a, b in parts]
    return "#" + "".join(f"{part:02x}" for part in whole)


def palette(colors: Colors | None) -> Palette:
    """Return all colors of a site: those that it names, what is made of them, and the others."""
    if colors is None:
        return Palette(LIGHT, DARK)
    by_day, at_night = dict(LIGHT), dict(DARK)
    accent, accent_at_night = colors.accent, colors.accent_at_night
    if accent:
        by_day |= _of_accent(accent, "light", LIGHT)
        accent_at_night = accent_at_night or _at_night(accent)
    if accent_at_night:
        at_night |= _of_accent(accent_at_night, "dark", DARK)
    warning, warning_at_night = colors.warning, colors.warning_at_night
    if warning:
        by_day |= _of_warning(warning, "light", LIGHT)
        warning_at_night = warning_at_night or _at_night(warning)
    if warning_at_night:
        at_night |= _of_warning(warning_at_night, "dark", DARK)
    if colors.help:
        cell = mixed(WHITE, colors.help, CELL)
        help = {"help": colors.help, "help-cell": cell}
        by_day |= help
        at_night |= help

    return Palette(by_day, at_night)


def _at_night(color: str) -> str:
    """Return a paler color of the same kind for dark pages."""
    return nearest(color, (DARK["paper"], DARK["card"]), EASY)


def _of_accent(accent: str, time: str, others: Tokens) -> dict[str, str]:
    """Return the colors that are made of an accent."""
    paper = others["paper"]
    pale = mixed(accent, paper, PALE[time])
    band = mixed(accent, paper, BAND[time])
    bar = mixed(accent, paper, BAR[time])
    return {
        "accent": accent,
        "on-accent": _letters_on(accent),
        "accent-pale": pale,
        "band": band,
        "yours": band,
        "bar-pale": nearest(bar, (paper, others["card"]), SHAPE),
    }


def _of_warning(warning: str, time: str, others: Tokens) -> dict[str, str]:
    """Return the colors that are made of that of warnings."""
    return {
        "care": warning,
        "on-care": _letters_on(warning),
        "care-pale": mixed(warning, others["paper"], WARM[time]),
    }


def _letters_on(ground: str) -> str:
    """Return white or black, whichever is read better on a ground."""
    return max((WHITE, BLACK), key=lambda letters: contrast(letters, ground))


def _parts(color: str) -> tuple[int, ...]:
    return tuple(int(color[at : at + 2], 16) for at in (1, 3, 5))


def _light(color: str) -> float:
    """Return how light a color is, from 0 to 1."""
    total = 0.0
    for weight, part in zip(WEIGHTS, _parts(color), strict=True):
        total += weight * _linear(part / 255)
    return total


def _linear(share: float) -> float:
    """Return how much light a part of a color gives."""
    if share <= 0.04045:
        return share / 12.92
    return ((share + 0.055) / 1.055) ** 2.4
