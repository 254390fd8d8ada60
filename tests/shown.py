"""Contents to look at, the real one and made ones, with the files that are made of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import made
import once
import yaml
from building import SITE
from claims import Level, levels_of
from contents import content_of, english, site_files
from continuum import load
from continuum.rendering.output import Output, Page
from continuum.settings import CONTENT, Publication

Data = dict[str, Any]
Made = Iterable[Output | Page]
Files = dict[str, Output | Page]

# Levels: of more, only home page and table are made, since comparisons are many.
FEW = 10


@dataclass(frozen=True, slots=True)
class Shown:
    """A content as plain values, and files made of it, by path. `whole` says whether all are."""

    data: Data
    files: Files
    whole: bool = True

    @property
    def levels(self) -> list[Level]:
        """Its levels, in order."""
        levels = levels_of(self.data)
        return list(levels)

    @property
    def line(self) -> list[Level]:
        """Its levels on the continuum, in order."""
        levels = levels_of(self.data)
        return [level for level in levels if level.place == "continuum"]

    @property
    def mirrored(self) -> bool:
        """Whether its script runs from right to left."""
        direction = self.data.get("direction")
        return direction == "rtl"

    def page(self, address: str) -> str:
        """Return the HTML of the page at an address such as `levels/`. Raises KeyError without."""
        path = path_of(address)
        page = self.files[path]
        return page.html

    def file(self, path: str) -> str:
        """Return the text of a file that is no page. Raises KeyError without one."""
        file = self.files[path]
        body = file.body
        return body.decode("utf-8-sig")


def path_of(address: str) -> str:
    """Return the path under which the page at an address is made."""
    return f"{address}index.html"


def real(files: Files) -> Shown:
    """Return the real content with its files, made before."""
    data = _plain(CONTENT)
    return Shown(data, files)


@cache
def made_of(name: str) -> Shown:
    """Return one of the made contents with its files."""
    return once.for_all(f"shown {name}", lambda: _made(name))


def _made(name: str) -> Shown:
    if name == "arabic":
        return _arabic()
    make = MADE[name]
    data = make()
    text = made.text_of(data)
    files = site_files(content_of(text), english(), Publication(SITE))
    count = len(data["levels"])
    if count > FEW:
        first = _until(files, {"", "levels/"})
        return Shown(data, first, whole=False)
    everything = _by_path(files)
    return Shown(data, everything)


def _arabic() -> Shown:
    with TemporaryDirectory() as folder:
        file, words = made.arabic(Path(folder))
        data = _plain(file)
        content, phrases = load(file, words)
    site = Publication(SITE)
    files = site_files(content, phrases, site)
    return Shown(data, _by_path(files))


def _plain(file: Path) -> Data:
    with file.open(encoding="utf-8") as text:
        return yaml.load(text, yaml.CSafeLoader)


def _by_path(files: Made) -> Files:
    found = {}
    for file in files:
        found[file.path] = file
    return found


def _until(files: Made, addresses: set[str]) -> Files:
    """Return the first files, as few as it takes to have the pages at some addresses."""
    missing = {path_of(address) for address in addresses}
    found = {}
    for file in files:
        found[file.path] = file
        missing.discard(file.path)
        if not missing:
            break
    return found


def _few() -> Data:
    """Return levels of fewer than 9 hours, of 9 to 19, of 20 or more, and one to live in."""
    return made.line_of([9, 20], live_in=1)


def _mirrored() -> Data:
    data = _few()
    data["direction"] = "rtl"
    return data


def _without_numbers() -> Data:
    data = _few()
    for level in data["levels"]:
        level.pop("hours_per_week", None)
    return data


def _for_teens() -> Data:
    data = _few()
    for level in data["levels"]:
        for claim in level.get("hours_per_week", []):
            claim["who"] = "adolescents"
    return data


def _odd() -> Data:
    """Return ranges of every form, every place to sleep, and steps that cross."""
    data = made.line_of([9, 20, 30, 40], live_in=2)
    one, two, three, four, five, house, hospital, beside = data["levels"]
    teens = _claim("adolescents", min=6, max=8)
    adults = _claim("adults", min=10, max=12.5)
    other = _claim(min=1)
    other["headline"] = False
    one["hours_per_week"] = [other, _claim(min=4, under=9)]
    two["hours_per_week"] = [teens, adults]
    three["hours_per_week"] = []
    four["hours_per_week"] = [_claim(min=20, max=20)]
    five["hours_per_week"] = [_claim(max=30)]
    house["hours_per_week"] = [_claim(min=30, max=41)]
    beside["hours_per_week"] = [_claim(min=3, max=8)]
    five["sleep"]["where"] = "varies"
    hospital["sleep"]["where"] = "hospital"
    _join(one, three)
    _join(two, five)
    _join(one, hospital)
    _join(four, house)
    return data


def _long_names() -> Data:
    """Return levels with names of many words, and of one word that no line holds."""
    data = made.line_of([9, 20], live_in=1)
    one, two, three, house, _ = data["levels"]
    one["name"] = "Treatment in groups in the evening for people who work by day"
    two["everyday"] = "Donaudampfschifffahrtsgesellschaftskapitaen"
    three["acronym"] = "WWMWMW"
    house["name"] = "A house for people who need a home and company"
    data["supervision"][0]["name"] = (
        "Nobody, unless you call and somebody can come to you"
    )
    return data


def variants() -> Data:
    """Return levels that only add to others: tags, but for one with hours and one that lives in."""
    data = made.line_of([9, 20, 30], live_in=2)
    one, two, three, four, house, clinic, _ = data["levels"]
    for level, like in ((two, one), (three, one), (four, one), (clinic, one)):
        level["variant"] = {
            "of": like["id"],
            "adds": f"help from {level['id']}",
            "sources": ["rule"],
        }
    two["hours_per_week"] = []
    three["hours_per_week"] = []
    clinic["variant"]["of"] = house["id"]
    house["variant"] = {"of": four["id"], "adds": "nights", "sources": ["rule"]}
    return data


def _claim(who: str = "everyone", **ends: float) -> Data:
    return {
        "who": who,
        **ends,
        "whose": "standard",
        "headline": True,
        "sources": ["rule"],
    }


def _join(low: Data, high: Data) -> None:
    """Let one step up from a level to another, and back down."""
    up = {"to": high["id"], "when": "You need more."}
    down = {"to": low["id"], "when": "You need less."}
    low["steps_up"].append(up)
    high["steps_down"].append(down)


MADE: dict[str, Callable[[], Data]] = {
    "two levels": lambda: made.many(2),
    "forty levels": lambda: made.many(40),
    "right to left": _mirrored,
    "no numbers": _without_numbers,
    "only teens": _for_teens,
    "odd ranges": _odd,
    "variants": variants,
    "long names": _long_names,
}


def asked_for(request: Any) -> Shown:
    """Return the content whose name a test is run with. The real one is made once for all."""
    if request.param == "real":
        files = request.getfixturevalue("generated")
        return real(files)
    return made_of(request.param)
