"""The rule that each system can save every address as a folder."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.base import Model
from ...model.content import Content
from ...model.level import Level
from ...model.site import Topic
from ..fault import Fault, at, in_docs
from ..subject import Subject
from .spots import Way

# Names of devices, which Windows gives to no file and no folder, whatever follows a dot.
DEVICES = {"con", "prn", "aux", "nul"}
for port in ("com", "lpt"):
    DEVICES |= {f"{port}{number}" for number in range(1, 10)}
NOT_ON_WINDOWS = re.compile(r'[<>:"|?*\\]|[. ]$')


def addresses_can_be_saved_everywhere(subject: Subject) -> Iterator[Fault]:
    """Every part of an address is a name that each system can give to a folder: clinics build
    their sites on Windows too, where some names are kept for devices and none ends in a dot.
    """
    for of, way, name in _names(subject.content):
        if _is_device(name):
            yield at(
                of,
                *way,
                text=f"“{name}” is the name of a device on Windows, which can save no such folder.",
                fix=f"add to it, such as “{name}-page”.",
            )
    for file in subject.files:
        name = _unsavable_part(file)
        if name:
            yield in_docs(
                file,
                text=f"Windows can save nothing under the name “{name}”.",
                fix="give the file or its folder another name, with letters, digits and dashes.",
            )


def _names(content: Content) -> Iterator[tuple[Model, Way, str]]:
    """Yield each name of the content that becomes a folder, and where it stands."""
    for group in (content.levels, content.topics, content.words):
        for one in group:
            yield one, ("id",), one.id
    for group in (content.levels, content.topics):
        for one in group:
            yield from _old_names(one)


def _old_names(one: Level | Topic) -> Iterator[tuple[Model, Way, str]]:
    for index, name in enumerate(one.addresses):
        way = ("addresses", index)
        yield one, way, name


def _unsavable_part(file: str) -> str:
    """Return the first part of a page's path under which Windows saves nothing, if there is one."""
    path = file.removesuffix(".md")
    for part in path.split("/"):
        small = part.casefold()
        if _is_device(small) or NOT_ON_WINDOWS.search(part):
            return part
    return ""


def _is_device(name: str) -> bool:
    stem, _, _ = name.partition(".")
    return stem in DEVICES
