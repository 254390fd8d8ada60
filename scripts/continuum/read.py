"""Located tree -> Continuum. Every wrong shape is reported, with line and column."""

from __future__ import annotations

import json
import re
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from .model import Continuum, Model
from .problems import ContentError, Place, Problem
from .source import Node

NAMES_OF_ITEMS = ("id", "service", "to", "standard", "whose", "q", "rule")


def read_continuum(tree: Node, file: str = "levels.yaml", text: str = "") -> Continuum:
    """Return the model of a located tree. Raises ContentError with every value that has the wrong shape."""
    try:
        continuum = Continuum.model_validate_json(json.dumps(tree.plain()), strict=True)
    except ValidationError as error:
        raise ContentError(_problems(error.errors(include_url=False), tree), file, text) from None
    _attach(continuum, tree, "")
    return continuum


def name_of(node: Node, index: int) -> str:
    """Return how an editor would call an item of a list: its id, what it points to, or its number."""
    if isinstance(node.value, dict):
        for name in NAMES_OF_ITEMS:
            if name in node.value and isinstance(node.value[name].value, str):
                return node.value[name].value
    return f"item {index + 1}"


def way(tree: Node, steps: tuple[str | int, ...]) -> str:
    """Return the way to a value in the editor's words: `levels > iop > hours_per_week > medicare`."""
    words, node = [], tree
    for step in steps:
        if isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            words.append(name_of(node, step))
        elif isinstance(node.value, dict) and step in node.value:
            node = node.value[step]
            words.append(str(step))
        else:
            words.append(str(step))
    return " > ".join(words)


def _attach(value: Any, node: Node, path: str) -> None:
    """Tell every group of values where it stands."""
    if isinstance(value, Model):
        value._node, value._path = node, path
        for name in node.value:
            below = getattr(value, name)
            if isinstance(below, (Model, list)):
                _attach(below, node.value[name], f"{path} > {name}" if path else name)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            if isinstance(item, Model):
                _attach(item, node.value[index], f"{path} > {name_of(node.value[index], index)}")


def _problems(errors: list[ErrorDetails], tree: Node) -> list[Problem]:
    """Return each error once, in an editor's words; a misspelt name is not reported again as a missing one."""
    misspelt = set()
    for error in errors:
        if error["type"] == "extra_forbidden" and (meant := _meant(error["loc"])):
            misspelt.add((*error["loc"][:-1], meant))
    kept = [error for error in errors if not (error["type"] == "missing" and error["loc"] in misspelt)]
    return [_problem(error, tree) for error in kept]


def _problem(error: ErrorDetails, tree: Node) -> Problem:
    steps, kind = error["loc"], error["type"]
    node = tree.find(*steps)
    text, fix = _words(error)
    if kind == "missing":
        holder = tree.find(*steps[:-1])
        place = holder.key or _first_key(holder) or holder.place
    elif kind == "extra_forbidden":
        place = node.key or node.place
    else:
        place = _first_key(node) if isinstance(node.value, dict) and node.key is None else node.spot
    return Problem(place or node.place, way(tree, steps), text, fix)


def _first_key(node: Node) -> Place | None:
    return next((item.key for item in node.value.values()), None) if isinstance(node.value, dict) else None


def _fields(steps: tuple[str | int, ...]) -> list[str]:
    """Return the names allowed in the group at the end of `steps`."""
    from typing import get_args

    model: Any = Continuum
    for step in steps:
        if isinstance(step, int):
            continue
        found = model.model_fields.get(step) if isinstance(model, type) and issubclass(model, Model) else None
        if found is None:
            return []
        model = found.annotation
        while not (isinstance(model, type) and issubclass(model, Model)):
            inner = [part for part in get_args(model) if part is not type(None)]
            if not inner:
                return []
            model = inner[0]
    return list(model.model_fields)


def _meant(loc: tuple[str | int, ...]) -> str | None:
    close = get_close_matches(str(loc[-1]), _fields(loc[:-1]), 1, 0.7)
    return close[0] if close else None


def _or(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def _words(error: ErrorDetails) -> tuple[str, str]:
    """Return what is wrong with the value found, and how to put it right."""
    kind, value, context = error["type"], error["input"], error.get("ctx", {})
    name = next((step for step in reversed(error["loc"]) if isinstance(step, str)), "")
    shown = f"“{value}”" if isinstance(value, (str, int, float)) and not isinstance(value, bool) else f"“{name}”"
    match kind:
        case "missing":
            return f"“{name}” is missing.", f"add a line that starts with “{name}:”."
        case "extra_forbidden":
            meant = _meant(error["loc"])
            if meant:
                return f"There is no value called “{name}”.", f"did you mean “{meant}”?"
            return (
                f"There is no value called “{name}”.",
                f"use one of {', '.join(_fields(error['loc'][:-1])) or 'the names in the guide'}, or delete the line.",
            )
        case "literal_error":
            allowed = re.findall(r"'([^']+)'", context["expected"])
            close = get_close_matches(str(value), allowed, 1, 0.6)
            return f"{shown} is not one of the words allowed here.", f"did you mean “{close[0]}”?" if close else f"write {_or(allowed)}."
        case "float_type" | "float_parsing" | "int_type" | "finite_number":
            if isinstance(value, str) and re.search(r"\d\s*(-|–|—|to)\s*\d", value):
                low, high = re.findall(r"\d+(?:\.\d+)?", value)[:2]
                return f"{shown} is not a number.", f"for a range write two lines, min: {low} and max: {high}."
            if value is None:
                return f"“{name}” is empty.", "write a number after the colon, or delete the line."
            return f"{shown} is not a number.", "write digits alone, without a unit, a comma or quotation marks."
        case "string_type":
            if value is None:
                return f"“{name}” is empty.", "write the text after the colon, or delete the line."
            if isinstance(value, (int, float)):
                return f"{shown} was read as a number or as yes or no, but it is a name.", f'put it in quotation marks: "{value}".'
            return f"“{name}” is not a text.", "write one text after the colon; if it holds a colon, put it in quotation marks."
        case "bool_type" | "bool_parsing":
            return f"{shown} is neither true nor false.", "write true or false."
        case "list_type":
            if value is None:
                return f"“{name}” is empty.", "add at least one item that starts with a dash, or delete the line."
            return f"“{name}” must be a list.", "start each item on its own line with a dash and a space."
        case "model_type" | "dict_type" | "model_attributes_type":
            return (
                f"A group of named values is due here, and {'nothing' if value is None else 'something else'} was found.",
                "write each value as a name, a colon and the value, further to the right.",
            )
        case "too_short":
            return (
                f"“{name}” needs at least {context['min_length']} {'item' if context['min_length'] == 1 else 'items'}.",
                "add what is missing, each on its own line with a dash.",
            )
        case "date_from_datetime_parsing" | "date_parsing" | "date_type" | "date_from_datetime_inexact" | "date_too_old":
            return f"{shown} is not a day we can use.", "write year-month-day with a day that exists, such as 2026-09-30."
        case "greater_than_equal" | "less_than_equal":
            return f"{shown} is out of range.", f"write a number from 0 to {100_000:,}."
        case "string_pattern_mismatch" if name == "url":
            return f"{shown} is not a web address.", "write the whole address, starting with https://, without a name or password in it."
        case "string_pattern_mismatch" | "string_too_long" if name in NAMES_OF_ITEMS + (
            "addresses",
            "sources",
            "level",
            "grade",
            "neighbor",
        ):
            return f"{shown} cannot be an id.", "use small letters, digits and single dashes, such as intensive-outpatient."
        case "string_pattern_mismatch" | "string_too_short":
            return f"{shown if value else f'“{name}”'} is not filled in rightly.", "write the text after the colon."
        case "no_number":
            return "This claim holds no number.", "add min:, max: or under:."
        case "two_ends":
            return "This claim has both “max” and “under”.", "keep “max” if the number itself belongs to the range, else “under”."
        case "address_or_reason":
            return "A source needs either an address or the reason why it has none.", "add url: or no_url:, and not both."
        case _:
            return f"{shown} has a shape we do not know ({kind}).", "compare it with the same line of another level."
