"""How a site looks -> what of it could not be seen, with what can."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..model.own import Colors, SiteFile, contrast, mixed, palette
from ..report.problem import Problem
from ..rules.fault import Fault, at

ENOUGH = 4.5  # to 1, for letters (WCAG 2.2 AA)
STEPS = 100  # how finely the nearest color is looked for
BLACK, WHITE = "#000000", "#ffffff"


@dataclass(frozen=True, slots=True)
class Meaning:
    """A named color: the letters that are judged, the grounds on which they stand, and toward what
    a color goes that is too weak.
    """

    name: str
    letters: tuple[str, ...]
    grounds: tuple[str, ...]
    toward: str = BLACK
    night: bool = False

    def least(self, colors: Colors) -> float:
        """Return the least contrast of its letters to its grounds."""
        whole = palette(colors)
        tokens = whole.dark if self.night else whole.light
        found = []
        for letter in self.letters:
            for ground in self.grounds:
                found.append(contrast(tokens[letter], tokens[ground]))
        return min(found)


ON = ("paper", "card", "band", "accent-pale")
WARNED = ("paper", "card", "care-pale")
MEANINGS = (
    Meaning("accent", ("accent",), ON),
    Meaning("accent_at_night", ("accent",), ON, WHITE, night=True),
    Meaning("warning", ("care",), WARNED),
    Meaning("warning_at_night", ("care",), WARNED, WHITE, night=True),
    Meaning("help", ("on-help", "help-strong"), ("help", "help-cell")),
)


def colors_can_be_read(colors: Colors) -> Iterator[Fault]:
    """Yield each color in which, or on which, words could not be read, by day or at night. In
    forced colors a reader's own take the place of all.
    """
    for meaning in MEANINGS:
        color = getattr(colors, meaning.name)
        if color is None:
            continue
        least = meaning.least(colors)
        if least < ENOUGH:
            right = _nearest(meaning, colors, color)
            text = f"In “{color}” words have a contrast of {least:.1f} to 1. They need 4.5."
            fix = f'write {meaning.name}: "{right}", the nearest that can be read.'
            yield at(colors, meaning.name, text=text, fix=fix)


def _nearest(meaning: Meaning, colors: Colors, color: str) -> str:
    """Return the first color on the way to black or white that can be read, with all that is made
    of it.
    """
    for step in range(1, STEPS):
        share = step / STEPS
        tried = mixed(meaning.toward, color, share)
        change = {meaning.name: tried}
        changed = colors.model_copy(update=change)
        if meaning.least(changed) >= ENOUGH:
            return tried
    return meaning.toward


def site_can_be_seen(site: SiteFile, files: set[str]) -> Iterator[Problem]:
    """Yield what of the look of a site could not be seen: colors that cannot be read, a logo that
    is not among the `files` of its folder.
    """
    if site.colors:
        for fault in colors_can_be_read(site.colors):
            yield fault.problem
    if site.logo and site.logo not in files:
        text = f"There is no file “{site.logo}” beside this one."
        fix = "put the logo there, or delete this line."
        yield at(site, "logo", text=text, fix=fix).problem
