"""Content made for tests: sound files with any number of levels, in any vocabulary or script."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import cases
import yaml
from continuum.editors.help import model_in
from continuum.model.base import Model
from continuum.model.content import Content
from continuum.reading.tree import locate
from continuum.settings import WORDS
from hypothesis import strategies as st

Data = dict[str, Any]


def sound() -> Data:
    """Return the sound file as plain values, which the test may change."""
    return copy.deepcopy(_sound())


@cache
def _sound() -> Data:
    return locate(cases.SOUND).plain()


class _Plain(yaml.CSafeDumper):
    """Writes a value that stands in two places twice, as people do."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def text_of(data: Data) -> str:
    """Return plain values as YAML."""
    return yaml.dump(
        data, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=1000
    )


# A line of levels

_CLAIM = {"who": "everyone", "whose": "standard", "headline": True, "sources": ["rule"]}
_LENGTH = {
    "who": "adults",
    "min": 41,
    "max": 41,
    "unit": "days",
    "whose": "state",
    "headline": True,
    "sources": ["count"],
}
_GRADES = ("none", "on-call", "always")


def line_of(bounds: list[int], live_in: int = 0, day: int = 0) -> Data:
    """Return a sound file of levels at home, then `live_in` more.

    Those at home end before each of `bounds`, which are rising hours a week, and the last runs on
    without end. With `day`, levels with both ends also say hours a day and days a week that make
    them.
    """
    data = sound()
    model, house = data["levels"][2], data["levels"][3]
    ranges = _ranges(bounds)
    count = len(ranges) + live_in
    levels = [_level(model, index, count) for index in range(count)]
    for level, ends in zip(levels, ranges, strict=False):
        level |= {"hours_per_week": [_CLAIM | ends]}
        level["sleep"]["where"] = "home"
        if day and "max" in ends:
            level |= _days_of(ends["max"])
    for lower, higher in pairwise(levels):
        lower["steps_up"] = [{"to": higher["id"], "when": "You need more."}]
        higher["steps_down"] = [{"to": lower["id"], "when": "You need less."}]
    levels[0]["length"] = [dict(_LENGTH)]
    data["levels"] = [*levels, house]
    data["words"][0]["level"] = "level-1"
    return data


def _ranges(bounds: list[int]) -> list[dict[str, int]]:
    """Return the hours a week of each level at home."""
    ranges = [{"under": bounds[0]}]
    for low, high in pairwise(bounds):
        ranges.append({"min": low, "max": high - 1})
    ranges.append({"min": bounds[-1]})
    return ranges


def _level(model: Data, index: int, count: int) -> Data:
    """Return one of `count` levels, where people live and no hours are told."""
    level = copy.deepcopy(model) | {
        "id": f"level-{index + 1}",
        "name": f"Level {index + 1}",
        "in_short": "You come in.",
        "steps_up": [],
        "steps_down": [],
        "hours_per_week": [],
    }
    level["sleep"]["where"] = "residence"
    level["medical"]["grade"] = _GRADES[min(2, index * 3 // count)]
    return level


def _days_of(hours: int) -> Data:
    """Return hours a day and days a week that can make any week of up to so many hours."""
    claim = _CLAIM | {"whose": "state"}
    return {
        "hours_per_day": [claim | {"min": 0.25, "max": min(24, hours)}],
        "days_per_week": [claim | {"min": 1, "max": 7}],
    }


_BOUNDS = st.lists(st.integers(2, 14), min_size=2, max_size=6).map(
    lambda steps: list(accumulate(steps))
)
# Any sound line of levels.
LINES = st.builds(line_of, _BOUNDS, st.integers(0, 3), st.integers(0, 1))


def many(count: int) -> Data:
    """Return a sound file with `count` levels: one in three at home, one beside the line.

    People live at the others.
    """
    home = max(1, count // 3)
    bounds = [5 * step for step in range(1, home)]
    if count < 4:
        return _few(line_of(bounds or [9]), count)
    return line_of(bounds or [9], count - home - 1)


def _few(data: Data, count: int) -> Data:
    """Return the content with its first levels only."""
    data["levels"] = data["levels"][:count]
    data["levels"][-1]["steps_up"] = []
    return data


# What stands in a file


def cited(data: Any) -> set[str]:
    """Return the ids of all sources that the content cites."""
    found: set[str] = set()
    if isinstance(data, list):
        for item in data:
            found |= cited(item)
    elif isinstance(data, dict):
        for name, value in data.items():
            found |= _ids(value) if name == "sources" else cited(value)
    return found


def _ids(sources: list[Any]) -> set[str]:
    """Return the ids of a list; the file's own list of sources holds groups, which cite nothing."""
    return {source for source in sources if isinstance(source, str)}


# What is chosen from a few words, is a day or a number, or leads somewhere.
KEPT = {
    *(
        "place",
        "where",
        "grade",
        "part",
        "who",
        "kind",
        "unit",
        "basis",
        "tier",
        "state",
    ),
    *("language", "direction", "checked", "next", "number", "value"),
    *(
        "id",
        "to",
        "level",
        "service",
        "whose",
        "standard",
        "sources",
        "rule",
        "neighbor",
    ),
    *("url", "archived", "addresses", "read", "heading"),
}


def replaced(data: Data, text: str) -> Data:
    """Return a copy of the content in which every text that readers see is `text`.

    Levels after the first are numbered, since no two share a name.
    """
    copied = _replaced(data, text)
    others = copied["levels"][1:]
    for number, level in enumerate(others, 2):
        for name in ("name", "everyday", "acronym"):
            if name in level:
                level[name] = f"{text} {number}"
    return copied


def _replaced(data: Any, text: str) -> Any:
    if isinstance(data, dict):
        return {
            key: value if key in KEPT else _replaced(value, text)
            for key, value in data.items()
        }
    if isinstance(data, list):
        return [_replaced(item, text) for item in data]
    return text if isinstance(data, str) else data


# Another script


def fields(
    data: dict[str, Any], model: type[Model] = Content
) -> Iterator[tuple[type[Model], str, dict[str, Any]]]:
    """Yield each field that groups of plain values have or could have.

    It comes with its kind of group and the group itself.
    """
    for name, field in model.model_fields.items():
        inner = model_in(field.annotation)
        if inner is None:
            yield model, name, data
            continue

        held = data.get(name, [])
        for item in held if isinstance(held, list) else [held]:
            yield from fields(item, inner)


# Ways to reach help with all that is hard to show: long names, long numbers, words to text.
_CALL = {
    "kind": "call",
    "value": "1-800-662-4357",
    "words": "Call 1-800-662-HELP (4357)",
}
_TEXT = {
    "kind": "text",
    "value": "741741",
    "keyword": "HOME",
    "words": "Text HOME to 741741",
}
_TTY = {"kind": "tty", "value": "1-800-487-4889", "words": "TTY: 1-800-487-4889"}
_SHORT = {"kind": "call", "value": "988", "words": "Call 988"}
_ABROAD = {
    "kind": "call",
    "value": "+966-11-555-0100",
    "words": "Call +966 11 555 0100",
}
_CHAT = {
    "kind": "chat",
    "value": "https://chat.example.org",
    "words": "Chat at chat.example.org",
}
_WAYS = {
    "lifeline": ("Someone who listens, day and night", [_SHORT, _TEXT, _TTY]),
    "veterans": (
        "For those who served, and their families",
        [_CALL | {"value": "1-800-273-8255", "words": "Call 1-800-273-TALK (8255)"}],
    ),
    "treatment": ("Find a place for treatment near you", [_CALL, _TTY]),
    "abroad": ("From another country", [_ABROAD]),
    "chat": ("You cannot talk now", [_CHAT]),
}


def much_help(arabic: bool = False) -> list[Data]:
    """Return five places that help, with long names and numbers, in English or in Arabic."""
    found = []
    for id, (strip, contacts) in _WAYS.items():
        help = {
            "id": id,
            "name": strip,
            "when": "You need it.",
            "strip": strip,
            "what": "Someone answers.",
            "contacts": copy.deepcopy(contacts),
            "sources": ["rule"],
        }
        found.append(_help_in_arabic(help) if arabic else help)
    return found


_ARABIC = {"to": "إلى", "at": "في"}


def _help_in_arabic(help: Data) -> Data:
    """Return a place that helps with its words in Arabic, but for what is dialed or typed."""
    texts = dict.fromkeys(
        ("name", "when", "strip", "what"), "مساعدة قريبة منك ليلا ونهارا"
    )
    for contact in help["contacts"]:
        words = [_ARABIC.get(word, word) for word in contact["words"].split()[1:]]
        contact["words"] = " ".join(["اتصل", *words])
    return help | texts


def arabic(folder: Path, help: list[Data] | None = None) -> tuple[Path, Path]:
    """Write the sound file and the site's phrases in Arabic letters, with other ways to reach help
    where they are given.

    Return the file, and the folder of phrases.
    """
    data = replaced(sound(), "مستوى الرعاية الخارجية المكثفة مع نص طويل")
    data |= {"language": "ar", "direction": "rtl"}
    for index, level in enumerate(data["levels"]):
        level["name"] = f"مستوى الرعاية {index + 1}" if index else "رعاية قليلة"
        level["next_step"] = "اتصل اليوم."
        level["in_a_line"] = "رعاية لبضع ساعات في الأسبوع."
        level.pop("acronym", None)
        level.pop("everyday", None)
    if help:
        data["help"] = help
        data["levels"][0]["next_step"] = "اتصل {{ help.treatment }} اليوم."
        danger = {"title": "خطر", "text": "اتصل اليوم.", "levels": ["low"]}
        data["dangers"] = [danger | {"id": "danger", "sources": ["rule", "count"]}]
    file, words = folder / "levels.yaml", folder / "words"
    file.write_text(text_of(data), encoding="utf-8")
    english = locate((WORDS / "en.yaml").read_text(encoding="utf-8")).plain()
    words.mkdir(exist_ok=True)
    (words / "ar.yaml").write_text(text_of(_in_arabic(english)), encoding="utf-8")
    return file, words


def _in_arabic(patterns: Any) -> Any:
    """Return patterns with the same holes between Arabic words.

    What checks read as a pattern stays.
    """
    if isinstance(patterns, dict):
        return {
            key: value if key == "prose" else _in_arabic(value)
            for key, value in patterns.items()
        }
    holes = re.findall(r"\{\w+\}", patterns)
    return " ".join(["كلمة", *holes, "الرعاية"]) if holes else "كلمات عن الرعاية"
