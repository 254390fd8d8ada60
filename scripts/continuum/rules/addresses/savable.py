"""The rule that each system can save every address as a folder."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.base import Model
from ...model.claim import Authority
from ...model.content import Content
from ...model.level import Level
from ...model.pages.topic import Topic
from ..fault import Fault, at, in_docs
from ..subject import Subject
from .spots import Way, spots

# Names of devices, which Windows gives to no file and no folder, whatever follows a dot.
DEVICES = {"con", "prn", "aux", "nul"}
DEVICES |= {f"com{number}" for number in range(1, 10)}
DEVICES |= {f"lpt{number}" for number in range(1, 10)}
LONGEST = 255  # bytes in the name of a file or folder, on nearly every system
MOST_IDS, AROUND = 4, 20  # ids in one name, and the letters between and after them
NOT_ON_WINDOWS = re.compile(r'[<>:"|?*\\]|[. ]$')

Name = tuple[Model, Way, str]  # whose name it is, where that stands, and the name


def addresses_can_be_saved_everywhere(subject: Subject) -> Iterator[Fault]:
    """Every part of an address is a name that each system can give to a folder: clinics build
    their sites on Windows too, where some names are kept for devices and none ends in a dot.
    """
    for of, way, name in _names(subject.content):
        if _is_device(name):
            text, fix = _device(name)
            yield at(of, *way, text=text, fix=fix)
    for file, page in subject.prose_files.items():
        for former in page.former:
            name = _unsavable_part(former.address)
            if name:
                yield in_docs(file, *_device(name), place=former.place)
    for file in subject.files:
        name = _unsavable_part(file)
        if name:
            yield in_docs(
                file,
                text=f"Windows can save nothing under the name “{name}”.",
                fix="give the file or its folder another name, with letters, digits and dashes.",
            )
    yield from _too_long(subject)


def _too_long(subject: Subject) -> Iterator[Fault]:
    """Yield each file or folder with a name longer than systems can save: a comparison of four
    levels holds four ids.
    """
    ids = [level.id for level in subject.content.levels]
    if MOST_IDS * len(max(ids, key=len)) + AROUND <= LONGEST:
        return

    told = set()
    for spot in spots(subject):
        name = max(spot.path.split("/"), key=len)
        size = len(name.encode())
        if spot.of is None or size <= LONGEST or spot.cause in told:
            continue

        told.add(spot.cause)
        yield at(
            spot.of,
            *spot.way,
            text=f"The file “{name[:20]}…” would have a name of {size} letters, and no system "
            f"saves more than {LONGEST}.",
            fix=f"name fewer levels, or those with shorter ids: {size - LONGEST} letters fewer.",
        )


def _device(name: str) -> tuple[str, str]:
    """Return what is wrong with the name of a device, and how to put it right."""
    text = (
        f"“{name}” is the name of a device on Windows, which can save no such folder."
    )
    return text, f"add to it, such as “{name}-page”."


def _names(content: Content) -> Iterator[Name]:
    """Yield each name of the content that becomes a folder, and where it stands."""
    pages = [*content.levels, *content.topics, *content.states]
    for one in pages:
        yield one, ("id",), one.id
    for word in content.words:
        yield word, ("id",), word.id
    for one in pages:
        yield from _old_names(one)


def _old_names(one: Level | Topic | Authority) -> Iterator[Name]:
    """Yield the names by which a page went before."""
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
    stem = name.split(".")[0]
    return stem in DEVICES
