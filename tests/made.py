"""Content made for tests: sound files with any number of levels, in any vocabulary or script."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cases
import yaml
from continuum.editors.help import model_in
from continuum.model.base import Model
from continuum.model.content import Content
from continuum.reading.tree import locate
from continuum.settings import WORDS


def sound() -> dict[str, Any]:
    """Return the sound file as plain values."""
    return locate(cases.SOUND).plain()


class _Plain(yaml.CSafeDumper):
    """Writes a value that stands in two places twice, as people do."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def text_of(data: dict[str, Any]) -> str:
    """Return plain values as YAML."""
    return yaml.dump(
        data, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=1000
    )


def line_of(bounds: list[int], live_in: int = 0, day: int = 0) -> dict[str, Any]:
    """Return a sound file whose levels at home end before each bound, and then run on without end;
    then `live_in` more.

    `bounds` are rising hours a week. With `day`, levels with both ends also say hours a day and
    days a week that make them.
    """
    data = sound()
    model, house = copy.deepcopy(data["levels"][2]), data["levels"][3]
    ranges = (
        [{"under": bounds[0]}]
        + [
            {"min": low, "max": high - 1}
            for low, high in zip(bounds, bounds[1:], strict=False)
        ]
        + [{"min": bounds[-1]}]
    )
    levels = []
    for index in range(len(ranges) + live_in):
        level = copy.deepcopy(model)
        level |= {
            "id": f"level-{index + 1}",
            "name": f"Level {index + 1}",
            "in_short": "You come in.",
            "steps_up": [],
            "steps_down": [],
        }
        home = index < len(ranges)
        level["sleep"]["where"] = "home" if home else "residence"
        level["medical"]["grade"] = ["none", "on-call", "always"][
            min(2, index * 3 // (len(ranges) + live_in))
        ]
        level["hours_per_week"] = (
            [
                {
                    "who": "everyone",
                    **ranges[index],
                    "whose": "standard",
                    "headline": True,
                    "sources": ["rule"],
                }
            ]
            if home
            else []
        )
        if day and home and "max" in ranges[index]:
            base = {
                "who": "everyone",
                "whose": "state",
                "headline": True,
                "sources": ["rule"],
            }
            level["hours_per_day"] = [
                {**base, "min": 0.25, "max": min(24, ranges[index]["max"])}
            ]
            level["days_per_week"] = [{**base, "min": 1, "max": 7}]
        if index:
            level["steps_down"] = [{"to": f"level-{index}", "when": "You need less."}]
            levels[-1]["steps_up"] = [{"to": level["id"], "when": "You need more."}]
        levels.append(level)
    levels[0]["length"] = [
        {
            "who": "adults",
            "min": 41,
            "max": 41,
            "unit": "days",
            "whose": "state",
            "headline": True,
            "sources": ["count"],
        }
    ]
    data["levels"] = [*levels, house]
    data["words"][0]["level"] = "level-1"
    return data


def many(count: int) -> dict[str, Any]:
    """Return a sound file with `count` levels: one in three at home, the rest live-in, one beside
    the line.
    """
    home = max(1, count // 3)
    data = line_of(
        [5 * step for step in range(1, home)] or [9],
        0 if count < 4 else count - home - 1,
    )
    if count < 4:
        data["levels"] = data["levels"][:count]
        data["levels"][-1]["steps_up"] = []
    return data


def cited(data: Any) -> set[str]:
    """Return the ids of all sources that the content cites."""
    if isinstance(data, dict):
        return set().union(
            *(
                set(value)
                if name == "sources" and value and isinstance(value[0], str)
                else cited(value)
                for name, value in data.items()
            )
        )
    return set().union(*map(cited, data)) if isinstance(data, list) else set()


KEPT = {
    "id",
    "place",
    "where",
    "grade",
    "service",
    "part",
    "to",
    "whose",
    "who",
    "standard",
    "kind",
    "unit",
    "basis",
    "sources",
    "level",
    "state",
    "checked",
    "next",
    "url",
    "tier",
    "language",
    "direction",
    "addresses",
    "rule",
    "neighbor",
    "value",
    "number",
}


def replaced(data: dict[str, Any], text: str) -> dict[str, Any]:
    """Return a copy of the content in which every text that readers see is `text`; levels after the
    first are numbered, since no two share a name.
    """
    copy = _replaced(data, text)
    for number, level in enumerate(copy["levels"][1:], 2):
        level |= {
            name: f"{text} {number}" for name in ("name", "acronym") if name in level
        }
    return copy


def _replaced(data: Any, text: str) -> Any:
    if isinstance(data, dict):
        return {
            key: value if key in KEPT else _replaced(value, text)
            for key, value in data.items()
        }
    if isinstance(data, list):
        return [_replaced(item, text) for item in data]
    return text if isinstance(data, str) else data


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


def arabic(folder: Path) -> tuple[Path, Path]:
    """Write the sound file and the site's words in Arabic letters; return the file and the folder
    of words.
    """
    data = replaced(sound(), "مستوى الرعاية الخارجية المكثفة مع نص طويل") | {
        "language": "ar",
        "direction": "rtl",
    }
    for index, level in enumerate(data["levels"]):
        level["name"] = f"مستوى الرعاية {index + 1}" if index else "رعاية قليلة"
        level.pop("acronym", None)
        level["next_step"], level["in_a_line"] = (
            "اتصل اليوم.",
            "رعاية لبضع ساعات في الأسبوع.",
        )
    (folder / "levels.yaml").write_text(text_of(data), encoding="utf-8")
    english = locate((WORDS / "en.yaml").read_text(encoding="utf-8")).plain()
    (folder / "words").mkdir(exist_ok=True)
    (folder / "words" / "ar.yaml").write_text(
        text_of(_in_arabic(english)), encoding="utf-8"
    )
    return folder / "levels.yaml", folder / "words"


def _in_arabic(patterns: Any, name: str = "") -> Any:
    """Return patterns with the same holes between Arabic words; what checks read as a pattern
    stays.
    """
    if isinstance(patterns, dict):
        return {
            key: value if key == "prose" else _in_arabic(value, key)
            for key, value in patterns.items()
        }
    holes = re.findall(r"\{\w+\}", patterns)
    return " ".join(["كلمة", *holes, "الرعاية"]) if holes else "كلمات عن الرعاية"
