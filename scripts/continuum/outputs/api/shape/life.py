"""Living at a level: where you sleep, who is near, whether you go there, whether you can work."""

from __future__ import annotations

from typing import Literal

from .part import HowWeKnow, Part, Secondhand, SourceIds


class Sleep(Part):
    """Where you sleep."""

    where: Literal["home", "residence", "hospital", "varies"]
    """`residence` means that you live at the program or house."""
    text: str
    """What our tables say."""
    sources: SourceIds
    basis: HowWeKnow
    secondhand: Secondhand


class Medical(Part):
    """How near a doctor or nurse is."""

    grade: str
    """The id of a grade, as in `supervision`."""
    name: str
    """The name of the grade."""
    text: str
    """A sentence about it."""
    sources: SourceIds
    basis: HowWeKnow
    secondhand: Secondhand


class Attendance(Part):
    """Whether you go there or join by video."""

    form: Literal["in-person", "video", "mixed"]
    """`mixed` means either, or both."""
    text: str
    """What our tables say."""
    sources: SourceIds
    basis: HowWeKnow
    secondhand: Secondhand


class Work(Part):
    """Whether you can work or study at the same time."""

    text: str
    """What a tile on its page says."""
    note: str | None
    """Why, or when not."""
    sources: SourceIds
    basis: HowWeKnow
    secondhand: Secondhand
