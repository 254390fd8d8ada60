"""What a picture of the line of levels is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...model.level import Level
from .measure import Box


@dataclass(frozen=True, slots=True)
class Label:
    """Lines of text.

    `x` is where they start in the reading direction, `y` the baseline of the first line.
    """

    x: float
    y: float
    lines: tuple[str, ...]
    kind: str
    leading: float = 17

    @property
    def last(self) -> float:
        """The baseline of the last line."""
        return self.y + self.leading * (len(self.lines) - 1)


@dataclass(frozen=True, slots=True)
class Bar:
    """A part of a range to scale. `path` is its outline; `kind` is `least`, what is certain,
    `most`, up to the upper end, or `more`, which fades because no one sets an upper end.
    """

    kind: str
    path: str


@dataclass(frozen=True, slots=True)
class Sign:
    """A small picture: its name, and its corner at the top left."""

    name: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Pill:
    """A level in a rounded frame: `spoken` is what is heard in place of its text."""

    level: Level
    box: Box
    text: Label
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """Levels one under the other where people sleep at the same place: a cell that says where,
    and the ground on which the levels stand.
    """

    where: str
    cell: Box
    ground: Box
    sign: Sign
    text: Label


@dataclass(frozen=True, slots=True)
class Hours:
    """A level's hours: the words, and the bars under them, which begin at the height `top`.

    There are no bars without a number. `bottom` is where all of it ends.
    """

    words: Label
    bars: tuple[Bar, ...]
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class DrawnLevel:
    """One level of the line: its names, its hours where any level has hours, its medical backup,
    and tags for levels that only add to it.

    `rule` parts it from the level above; `touch` is the area that leads to its page.
    """

    level: Level
    spoken: str
    bottom: float
    rule: str
    touch: Box
    name: tuple[Label, ...]
    hours: Hours | None
    backup: Label
    tags: tuple[Pill, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A number on the axis with `x` as its middle, and its line beside all bars."""

    x: float
    y: float
    text: str
    path: str


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside the levels: a band with a head and pills."""

    band: Box
    head: Label
    pills: tuple[Pill, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """One form of the picture, wide or narrow."""

    kind: str
    width: float
    height: float
    heads: tuple[Label, ...]
    bands: tuple[Band, ...]
    ticks: tuple[Tick, ...]
    levels: tuple[DrawnLevel, ...]
    beside: Beside | None


@dataclass(frozen=True, slots=True)
class Diagram:
    """The line of levels: what it shows, how to read it, its forms, and each level in words.

    One that stands alone, without a page around it, brings its own look and its title.
    """

    finding: str
    key: str
    forms: tuple[Form, ...]
    sentences: tuple[tuple[Level, str], ...]
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """Small bars of hours a week for every level, by its id, all `width` by `height`.

    They run from 0 to `end` hours.
    """

    width: float
    height: float
    end: str
    bars: Mapping[str, tuple[Bar, ...]]
