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


@dataclass(frozen=True, slots=True)
class Bar:
    """A range to scale. `path` is its outline; `kind` is `hours`, `night` or `unknown`."""

    kind: str
    path: str


@dataclass(frozen=True, slots=True)
class Sign:
    """A small picture: its name, and its corner at the top left."""

    name: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Dot:
    """One of the dots that count how near a doctor or nurse is; so many are filled."""

    x: float
    y: float
    filled: bool


@dataclass(frozen=True, slots=True)
class DrawnLevel:
    """One level of the line: where its dot, its texts, its bars and its signs stand.

    `rule` parts it from the level above.
    """

    level: Level
    spoken: str
    bottom: float
    rule: str
    dot: tuple[float, float]
    name: tuple[Label, ...]
    texts: tuple[Label, ...]
    bars: tuple[Bar, ...]
    signs: tuple[Sign, ...]
    grades: tuple[Dot, ...] = ()


@dataclass(frozen=True, slots=True)
class Tick:
    """A number on the axis with `x` as its middle, and its line through all levels."""

    x: float
    y: float
    text: str
    path: str


@dataclass(frozen=True, slots=True)
class Steps:
    """The lines that join levels with a step between them, and the tips at their ends."""

    lanes: tuple[str, ...] = ()
    tips: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pill:
    """Something beside the levels."""

    level: Level
    box: Box
    text: Label


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
    ticks: tuple[Tick, ...]
    steps: Steps
    levels: tuple[DrawnLevel, ...]
    beside: Beside | None


@dataclass(frozen=True, slots=True)
class Diagram:
    """The line of levels: its forms, and for each level the same in words.

    One that stands alone, without a page around it, brings its own look.
    """

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
