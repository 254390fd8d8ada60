"""One value of the wrong shape -> what is wrong with it and how to put it right."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic_core import ErrorDetails

from ..model.base import Model
from ..model.content import Content
from ..model.node import NAMES_OF_ITEMS, Node
from . import guesses as meant
from .line import quoted

Steps = tuple[str | int, ...]
POINTERS = (
    *NAMES_OF_ITEMS,
    "addresses",
    "sources",
    "levels",
    "level",
    "grade",
    "neighbor",
)
NAME = re.compile(r"[a-z]+(_[a-z]+)*")


@dataclass(frozen=True, slots=True)
class Wrong:
    """One wrong value: where it stands, what was found there, and what the model says of it."""

    error: ErrorDetails
    node: Node
    holder: Node

    @property
    def kind(self) -> str:
        return self.error["type"]

    @property
    def steps(self) -> Steps:
        return self.error["loc"]

    @property
    def name(self) -> str:
        """Return the name that an editor gave the value, or that of the list it stands in."""
        return next(
            (step for step in reversed(self.steps) if isinstance(step, str)), ""
        )

    @property
    def value(self) -> Any:
        return self.error["input"]

    @property
    def typed(self) -> str:
        """Return a value as it stands in the file."""
        return self.node.typed or str(self.value)

    @property
    def shown(self) -> str:
        """Return the value in quotation marks; a long text is cut, and a group stands as its name."""
        if isinstance(self.value, (dict, list)) or self.value is None:
            return f"“{self.name}”"
        return f"“{short(self.typed)}”"

    def write(self, value: str) -> str:
        """Return what to type: the name, where the value has one of its own, and the value."""
        return (
            f"{self.steps[-1]}: {value}"
            if self.steps and isinstance(self.steps[-1], str)
            else value
        )


def short(text: str) -> str:
    """Return a text cut to a length that fits a report."""
    return text if len(text) <= 40 else f"{text[:38].rstrip()}…"


def kind_at(steps: Steps) -> Any:
    """Return what the model wants at the end of `steps`: a Model, a list, or a plain type; None where it knows nothing."""
    wanted: Any = Content
    for step in steps:
        wanted = bare(wanted)
        if isinstance(step, int):
            wanted = get_args(wanted)[0] if get_origin(wanted) is list else None
        elif (
            isinstance(wanted, type)
            and issubclass(wanted, Model)
            and step in wanted.model_fields
        ):
            wanted = wanted.model_fields[step].annotation
        else:
            return None
    return bare(wanted)


def bare(wanted: Any) -> Any:
    """Return a type without what is said around it: `X` of `Annotated[X, ...]` and of `X | None`."""
    while get_origin(wanted) in (Annotated, Union, UnionType):
        wanted = next(part for part in get_args(wanted) if part is not type(None))
    return wanted


def names_at(steps: Steps) -> list[str]:
    """Return the names allowed in the group at the end of `steps`."""
    wanted = kind_at(steps)
    return (
        list(wanted.model_fields)
        if isinstance(wanted, type) and issubclass(wanted, Model)
        else []
    )


def is_due(steps: Steps) -> bool:
    """Return whether the value at the end of `steps` may not be left out."""
    group = kind_at(steps[:-1])
    field = (
        group.model_fields.get(steps[-1])
        if isinstance(group, type) and issubclass(group, Model)
        else None
    )
    return field is not None and field.is_required()


def meant_name(steps: Steps, holder: Node) -> str | None:
    """Return the name that a misspelt one was meant to be, if it does not stand there already."""
    free = [
        name
        for name in names_at(steps[:-1])
        if name not in (holder.value if isinstance(holder.value, dict) else ())
    ]
    typed = re.sub(r"[ -]", "_", str(steps[-1]).strip().lower())
    close = get_close_matches(typed, free, 1, 0.7)
    return close[0] if close else None


def home_of(steps: Steps, tree: Node) -> Steps | None:
    """Return where a value belongs that stands in the wrong group: in a group below it, or in one further out."""
    name, group, here = steps[-1], kind_at(steps[:-1]), tree.find(*steps[:-1])
    for below in names_at(steps[:-1]):
        inner, there = bare(group.model_fields[below].annotation), here.find(below)
        lacks = (
            there is not here
            and isinstance(there.value, dict)
            and name not in there.value
        )
        if (
            lacks
            and isinstance(inner, type)
            and issubclass(inner, Model)
            and name in inner.model_fields
        ):
            return (*steps[:-1], below, name)
    for end in range(len(steps) - 2, -1, -1):
        holder = tree.find(*steps[:end])
        if (
            name in names_at(steps[:end])
            and isinstance(holder.value, dict)
            and name not in holder.value
        ):
            return (*steps[:end], name)
    return None


def words_for(wrong: Wrong, tree: Node) -> tuple[str, str]:
    """Return what is wrong with the value found, and how to put it right."""
    if wrong.kind == "extra_forbidden":
        return _unknown(wrong, tree)
    return SAID[wrong.kind](wrong)


def empty(steps: Steps) -> tuple[str, str]:
    """Return the words for a name with nothing after it."""
    if steps and isinstance(steps[-1], int):
        return (
            "This item is empty.",
            "write its text after the dash, or delete the line.",
        )
    name = steps[-1] if steps else ""
    kind, leave = kind_at(steps), "" if is_due(steps) else ", or delete the line"
    if isinstance(kind, type) and issubclass(kind, Model):
        return (
            f"“{name}” is empty.",
            f"write its values below it, each with two more spaces: {_and(due_names(steps))}{leave}.",
        )
    what = {
        list: "add an item below it, with a dash and a space",
        float: "write a number after the colon",
        bool: "write true after the colon",
    }
    return (
        f"“{name}” is empty.",
        f"{what.get(get_origin(kind) or kind, 'write its text after the colon')}{leave}.",
    )


def due_names(steps: Steps) -> list[str]:
    """Return the names of a group that may not be left out; all of them where none is due."""
    return [name for name in names_at(steps) if is_due((*steps, name))] or names_at(
        steps
    )


def _and(words: list[str]) -> str:
    return ", ".join(words[:8]) + (" and more" if len(words) > 8 else "")


def _or(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def _missing(wrong: Wrong) -> tuple[str, str]:
    kind, name = kind_at(wrong.steps), wrong.steps[-1]
    if get_origin(kind) is list:
        return (
            f"“{name}” is missing.",
            f"add a line “{name}:”, and below it one item or more, each with a dash and a space.",
        )
    if isinstance(kind, type) and issubclass(kind, Model):
        return (
            f"“{name}” is missing.",
            f"add a line “{name}:”, and below it its values: {_and(due_names(wrong.steps))}.",
        )
    if get_origin(kind) is Literal:
        return (
            f"“{name}” is missing.",
            f"add “{name}:” with {_or(list(get_args(kind)))}.",
        )
    return (
        f"“{name}” is missing.",
        f"add “{name}:” with its {'day' if kind is datetime.date else 'text'}.",
    )


def _unknown(wrong: Wrong, tree: Node) -> tuple[str, str]:
    name, holder = str(wrong.steps[-1]), wrong.holder
    if (
        glued := re.fullmatch(r"[\"']?([a-z_]+)[\"']?:(.+)", name)
    ) is not None and wrong.value is None:
        return (
            f"After “{glued[1]}:” the space is missing.",
            f"write {glued[1]}: {glued[2]}",
        )
    if wrong.value is None and not NAME.fullmatch(name):
        return _parted(name, holder)
    text = f"There is no value called “{short(name)}” here."
    if (right := meant_name(wrong.steps, holder)) is not None:
        return text, f"did you mean “{right}”?"
    if (home := home_of(wrong.steps, tree)) is not None:
        return _misplaced(wrong, home, tree)
    allowed = names_at(wrong.steps[:-1])
    if (
        len(near := get_close_matches(name.lower(), allowed, 1, 0.7))
        and near[0] in holder.value
    ):
        return (
            text,
            f"did you mean “{near[0]}”? It stands on line {holder.value[near[0]].key.line}; keep one of the two.",
        )
    if not NAME.fullmatch(name) and isinstance(wrong.value, (str, int, float)):
        start = "text: " if "text" in allowed and "text" not in holder.value else ""
        said = f"{name}: {wrong.node.typed or wrong.value}"
        return (
            f"The text fell apart at the colon after “{short(name)}”.",
            f"put it in double quotation marks: {start}{quoted(said)}",
        )
    if len(allowed) > 12:
        return (
            text,
            "delete it, or compare it with the names that others of its kind have here.",
        )
    return text, f"delete it, or use one of {', '.join(allowed)}."


def _parted(name: str, holder: Node) -> tuple[str, str]:
    """Return the words for a text inside curly brackets that a comma has cut."""
    names = list(holder.value)
    if (
        re.fullmatch(r"\d{3}", name)
        and names.index(name)
        and (number := holder.value[names[names.index(name) - 1]]).typed.isdigit()
    ):
        typed = f"{names[names.index(name) - 1]}: {number.typed}{name}"
        return f"“{number.typed},{name}” is not a number.", f"write {typed}"
    before = names[names.index(name) - 1] if names.index(name) else ""
    said = holder.value[before].value if before else ""
    start = (
        f"{before}: {quoted(f'{said}, {name}')}"
        if isinstance(said, str) and before
        else quoted(name)
    )
    return (
        f"Inside curly brackets the comma before “{short(name)}” ends the text.",
        f"put the whole text in double quotation marks: {start}",
    )


def _misplaced(wrong: Wrong, home: Steps, tree: Node) -> tuple[str, str]:
    name = wrong.steps[-1]
    text = f"“{name}” does not belong here."
    if len(home) > len(wrong.steps):
        return (
            text,
            f"it belongs under “{home[-2]}”; move it there, with two more spaces before it.",
        )
    group = tree.find(*home[:-1])
    column = next(iter(group.value.values())).key.column - 1
    where = (
        f"to the values of “{group.key and home[-2]}”"
        if group.key
        else "one group further out"
        if column
        else "at the left edge"
    )
    return (
        text,
        f"it belongs {where}; put {column or 'no'} {'space' if column == 1 else 'spaces'} before it.",
    )


def _not_allowed(wrong: Wrong) -> tuple[str, str]:
    allowed = re.findall(r"'([^']+)'", wrong.error["ctx"]["expected"])
    typed = wrong.typed.strip().lower()
    close = get_close_matches(typed, [word.lower() for word in allowed], 1, 0.6)
    right = next((word for word in allowed if close and word.lower() == close[0]), None)
    text = f"{wrong.shown} is not one of the words allowed here."
    return (
        text,
        f"did you mean “{right}”? Allowed are {_or(allowed)}."
        if right
        else f"write {_or(allowed)}.",
    )


def _not_a_number(wrong: Wrong) -> tuple[str, str]:
    if isinstance(wrong.value, (dict, list)):
        return (
            f"“{wrong.name}” must be one number.",
            f"write one number after the colon, such as {wrong.write('9')}",
        )
    text, typed = f"{wrong.shown} is not a number.", str(wrong.value)
    if (
        isinstance(wrong.value, str)
        and not wrong.node.typed
        and re.fullmatch(r"\d+(\.\d+)?", typed)
    ):
        return (
            f"{wrong.shown} stands in quotation marks, so it is a text and not a number.",
            f"take them away: {wrong.write(typed)}",
        )
    if re.fullmatch(r"[+]?\.?inf(inity)?|∞", typed.lower()):
        return text, f"leave “{wrong.name}” out; without it the range has no upper end."
    right = meant.number(typed)
    if re.fullmatch(r"\d{1,3}\.\d{3}", typed):
        return (
            text,
            f"write {wrong.write(typed.replace('.', ''))} or {wrong.write(typed.partition('.')[0])}",
        )
    if right is None:
        return text, "write digits alone, without a unit, a comma or quotation marks."
    if " and max: " in right:
        return text, f"for a range write two values, {right}."
    if ": " in right:
        return text, f"write {right}" if right.endswith(
            "max"
        ) else f"write {right} in its place"
    return text, f"write {wrong.write(right)}"


def _not_a_text(wrong: Wrong) -> tuple[str, str]:
    value = wrong.value
    if isinstance(value, dict):
        inner = [(name, node) for name, node in wrong.node.value.items()]
        if len(inner) == 1 and not isinstance(inner[0][1].value, (dict, list)):
            said = f"{inner[0][0]}: {inner[0][1].typed or inner[0][1].value or ''}"
            return (
                f"The text fell apart at the colon after “{short(inner[0][0])}”.",
                f"put it in double quotation marks: {wrong.write(quoted(said))}",
            )
        return (
            f"“{wrong.name}” must be one text, and a group of values stands here.",
            "write one text after the colon.",
        )
    if isinstance(value, list):
        first = next((item for item in value if isinstance(item, str)), "the text")
        return (
            f"“{wrong.name}” must be one text, and a list stands here.",
            f"write one text without a dash or brackets: {wrong.write(short(first))}",
        )
    what = "as true or false" if isinstance(value, bool) else "as a number"
    return (
        f"{wrong.shown} is read {what}, and a text is due.",
        f"put it in quotation marks: {wrong.write(quoted(wrong.typed))}",
    )


def _not_true(wrong: Wrong) -> tuple[str, str]:
    right = (
        meant.truth(wrong.typed) if not isinstance(wrong.value, (dict, list)) else None
    )
    return (
        f"{wrong.shown} is neither true nor false.",
        f"write {wrong.write(right)}" if right else "write true or false.",
    )


def _not_a_list(wrong: Wrong) -> tuple[str, str]:
    item = kind_at((*wrong.steps, 0))
    if isinstance(wrong.value, dict):
        first, node = next(iter(wrong.node.value.items()), ("", wrong.node))
        said = (
            f" {node.typed or node.value}"
            if isinstance(node.value, (str, int, float))
            else ""
        )
        return (
            f"“{wrong.name}” must be a list, and its dash is missing.",
            f"put a dash and a space before the first name of each item: - {first}:{short(said)}",
        )
    if isinstance(item, type) and issubclass(item, Model):
        start = (
            "text: "
            if "text" in item.model_fields
            else f"{next(iter(item.model_fields))}: "
        )
        return (
            f"“{wrong.name}” must be a list.",
            f"put each item on a line of its own below the name: - {start}{short(wrong.typed)}",
        )
    return (
        f"“{wrong.name}” must be a list.",
        f"put square brackets around it, {wrong.write('[' + short(wrong.typed) + ']')}, or each item on its own line with a dash and a space.",
    )


def _not_a_group(wrong: Wrong) -> tuple[str, str]:
    if isinstance(wrong.value, list):
        text = f"“{wrong.name}” must be a group of values, and a list stands here."
        return (
            text,
            f"delete the dashes or square brackets, and write its values by name: {_and(due_names(wrong.steps))}.",
        )
    if isinstance(wrong.value, str) and due_names(wrong.steps) == ["text"]:
        return (
            f"{wrong.shown} needs a name before it.",
            f"write {'- ' if isinstance(wrong.steps[-1], int) else ''}text: {short(wrong.typed)}",
        )
    return (
        f"{wrong.shown} stands where a group of values is due.",
        f"write each value with its name and a colon: {_and(due_names(wrong.steps))}.",
    )


def _too_few(wrong: Wrong) -> tuple[str, str]:
    least = wrong.error["ctx"]["min_length"]
    return (
        f"“{wrong.name}” needs at least {least} {'item' if least == 1 else 'items'}.",
        "add what is missing, each on its own line with a dash.",
    )


def _too_many(wrong: Wrong) -> tuple[str, str]:
    return (
        f"“{wrong.name}” may have {wrong.error['ctx']['max_length']} items at most.",
        "delete those that are too many.",
    )


def _not_a_day(wrong: Wrong) -> tuple[str, str]:
    if isinstance(wrong.value, (dict, list)):
        return (
            f"“{wrong.name}” must be one day.",
            "write it as year-month-day, such as 2026-09-30.",
        )
    typed = wrong.typed
    if wrong.kind == "date_too_old":
        return f"The day {wrong.shown} is too long ago.", "write a day from 2020 on."
    if (last := meant.last_of_month(typed)) is not None:
        return (
            f"The day {wrong.shown} does not exist.",
            f"write a day that exists; the last one of that month is {last}",
        )
    right = meant.day(typed)
    text = f"{wrong.shown} is not a day we can read."
    return (
        text,
        f"write {wrong.write(right)}"
        if right
        else "write year-month-day with a day that exists, such as 2026-09-30.",
    )


def _out_of_range(wrong: Wrong) -> tuple[str, str]:
    if wrong.kind == "greater_than_equal":
        return f"{wrong.shown} is below 0.", "write a number without the minus sign."
    return f"{wrong.shown} is far too large.", "check the number; the most is 100000."


def _wrong_form(wrong: Wrong) -> tuple[str, str]:
    """Return the words for a text that does not have the form which is due: an address, an id, a language, or any letters at all."""
    if not str(wrong.value).strip():
        return (
            f"“{wrong.name}” is empty.",
            "write its text between the quotation marks"
            + (", or delete the line." if not is_due(wrong.steps) else "."),
        )
    if wrong.name == "url":
        right = meant.address(wrong.typed)
        typed = (
            f"write {wrong.write(quoted(right))}"
            if right
            else "write the whole address, starting with https://"
        )
        if re.match(r"https?://[^/]*@", wrong.typed):
            return "This address holds a name or a password.", typed
        return f"{wrong.shown} is not a web address that starts with https://", typed
    if wrong.name == "language":
        return (
            f"{wrong.shown} is not the short name of a language.",
            "write two or three small letters, such as en or es.",
        )
    right = meant.id_of(wrong.typed)
    if wrong.kind == "string_too_long":
        return "This id is too long.", "use 60 signs at most."
    typed = (
        f": {wrong.write(right)}"
        if right and right != wrong.typed
        else ", such as intensive-outpatient."
    )
    return (
        f"{wrong.shown} cannot be an id.",
        f"use small letters, digits and single dashes{typed}",
    )


SAID: dict[str, Callable[[Wrong], tuple[str, str]]] = {
    "missing": _missing,
    "literal_error": _not_allowed,
    **dict.fromkeys(("float_type", "finite_number"), _not_a_number),
    "string_type": _not_a_text,
    "bool_type": _not_true,
    "list_type": _not_a_list,
    "model_type": _not_a_group,
    "too_short": _too_few,
    "too_long": _too_many,
    **dict.fromkeys(
        (
            "date_type",
            "date_parsing",
            "date_from_datetime_parsing",
            "date_from_datetime_inexact",
            "date_too_old",
        ),
        _not_a_day,
    ),
    **dict.fromkeys(("greater_than_equal", "less_than_equal"), _out_of_range),
    **dict.fromkeys(
        ("string_pattern_mismatch", "string_too_long", "string_too_short"), _wrong_form
    ),
    "no_number": lambda wrong: (
        "This claim holds no number.",
        "add min:, max: or under: with a number.",
    ),
    "two_ends": lambda wrong: (
        "This claim has both “max” and “under”.",
        "keep “max” if the number itself belongs to the range, else “under”.",
    ),
    "address_or_reason": lambda wrong: (
        "A source has either an address or the reason why it has none.",
        "add one of url: and no_url:, or delete one.",
    ),
}


def empties(node: Node, steps: Steps = ()) -> Iterator[Steps]:
    """Yield the way to each name and each item that has nothing after it."""
    if node.value is None:
        yield steps
    elif isinstance(node.value, dict):
        for name, below in node.value.items():
            yield from empties(below, (*steps, name))
    elif isinstance(node.value, list):
        for index, below in enumerate(node.value):
            yield from empties(below, (*steps, index))
