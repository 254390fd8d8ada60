"""Names that the model does not know: misspelt, misplaced, or pieces of a text that fell apart."""

from __future__ import annotations

import re
from difflib import get_close_matches

from ...model.node import Node
from ..line import quoted
from .kinds import bare, fields_of, kind_at, names_at
from .misfit import Misfit, Steps, Words, short

NAME = re.compile(r"[a-z]+(_[a-z]+)*")
GLUED = r"[\"']?([a-z_]+)[\"']?:(.+)"
GLUED_START = r"[\"']?([a-z_]+)[\"']?:"
MANY = 12  # names are too many to list


def unknown(misfit: Misfit, tree: Node) -> Words:
    """Return the words for a name that the group does not have."""
    name = str(misfit.steps[-1])
    if misfit.value is None and not NAME.fullmatch(name):
        return _no_name(name, misfit.holder)

    home = home_of(misfit.steps, tree)
    right = right_name(misfit.steps, misfit.holder)
    if home is not None and right is None:
        return (
            f"“{name}” does not belong here.",
            _way_home(misfit.steps, home, tree),
        )

    near = _near_name(name, misfit)
    if right is None and near is None and _is_start_of_text(name, misfit):
        return _text_cut_by_colon(name, misfit)

    return (
        f"There is no value called “{short(name)}” here.",
        _name_to_use(right, near, misfit),
    )


def _no_name(name: str, holder: Node) -> Words:
    """Return the words for what stands where a name should, with nothing after it."""
    glued = re.fullmatch(GLUED, name)
    if glued is not None:
        return (
            f"After “{glued[1]}:” the space is missing.",
            f"write {glued[1]}: {glued[2]}",
        )
    return _text_cut_by_comma(name, holder)


def right_name(steps: Steps, holder: Node) -> str | None:
    """Return the name that a misspelt one stands for, if it does not stand there already."""
    free = names_at(steps[:-1])
    if isinstance(holder.value, dict):
        free = [name for name in free if name not in holder.value]

    name = str(steps[-1]).strip().lower()
    name = re.sub(r"[ -]", "_", name)
    return _closest(name, free)


def home_of(steps: Steps, tree: Node) -> Steps | None:
    """Return where a value belongs that stands in the wrong group.

    That is in a group below it, or in one further out.
    """
    *group, name = steps
    here = tree.find(*group)
    for below, field in fields_of(kind_at(tuple(group))).items():
        there = here.find(below)
        if there is here or name not in fields_of(bare(field.annotation)):
            continue
        if _lacks(there, name):
            return (*group, below, name)

    while group:
        group.pop()
        if name in names_at(tuple(group)) and _lacks(tree.find(*group), name):
            return (*group, name)

    return None


def place_of_name(steps: Steps, tree: Node) -> Steps | None:
    """Return where an unknown name was to stand, so that it is not missed there too."""
    group = steps[:-1]
    name = str(steps[-1])
    if (glued := re.match(GLUED_START, name)) is not None:
        return (*group, glued[1])
    if (right := right_name(steps, tree.find(*group))) is not None:
        return (*group, right)
    if (home := home_of(steps, tree)) is not None:
        return home
    if "text" in names_at(group) and not NAME.fullmatch(name):
        return (*group, "text")

    return None


def _lacks(group: Node, name: str | int) -> bool:
    if not isinstance(group.value, dict):
        return False
    return name not in group.value


def _closest(name: str, names: list[str]) -> str | None:
    for close in get_close_matches(name, names, 1, 0.7):
        return close
    return None


def _near_name(name: str, misfit: Misfit) -> str | None:
    """Return a name of the group that is nearly this one and stands there too."""
    near = _closest(name.lower(), names_at(misfit.steps[:-1]))
    if near is None or _lacks(misfit.holder, near):
        return None

    return near


def _name_to_use(right: str | None, near: str | None, misfit: Misfit) -> str:
    if right is not None:
        return f"did you mean “{right}”?"
    if near is not None:
        line = misfit.holder.value[near].key.line
        return f"did you mean “{near}”? It stands on line {line}; keep one of the two."

    names = names_at(misfit.steps[:-1])
    if len(names) > MANY:
        return (
            "delete it, or compare it with the names that others of its kind have here."
        )

    return f"delete it, or use one of {', '.join(names)}."


def _is_start_of_text(name: str, misfit: Misfit) -> bool:
    """Return whether a name and its value look like one text with a colon inside it."""
    if NAME.fullmatch(name):
        return False
    return isinstance(misfit.value, (str, int, float))


def _text_cut_by_colon(name: str, misfit: Misfit) -> Words:
    names = names_at(misfit.steps[:-1])
    start = ""
    if "text" in names and _lacks(misfit.holder, "text"):
        start = "text: "

    whole = quoted(f"{name}: {misfit.in_file}")
    return (
        f"The text fell apart at the colon after “{short(name)}”.",
        f"put it in double quotation marks: {start}{whole}",
    )


def _text_cut_by_comma(name: str, holder: Node) -> Words:
    """Return the words for a text, or a number, inside curly brackets that a comma has cut."""
    names = list(holder.value)
    index = names.index(name)
    before = names[index - 1] if index else ""
    value = holder.value[before] if index else Node("", holder.place)
    if re.fullmatch(r"\d{3}", name) and value.typed.isdigit():
        return (
            f"“{value.typed},{name}” is not a number.",
            f"write {before}: {value.typed}{name}",
        )

    whole = quoted(name)
    if before and isinstance(value.value, str):
        text = quoted(f"{value.value}, {name}")
        whole = f"{before}: {text}"

    return (
        f"Inside curly brackets the comma before “{short(name)}” ends the text.",
        f"put the whole text in double quotation marks: {whole}",
    )


def _way_home(steps: Steps, home: Steps, tree: Node) -> str:
    """Return what to do with a value that belongs elsewhere."""
    group = home[:-1]
    if len(home) > len(steps):
        return (
            f"it belongs under “{group[-1]}”; "
            "move it there, with two more spaces before it."
        )

    node = tree.find(*group)
    column = next(iter(node.value.values())).key.column - 1
    where = "one group further out" if column else "at the left edge"
    if node.key:
        where = f"to the values of “{group[-1]}”"

    spaces = "1 space" if column == 1 else f"{column or 'no'} spaces"
    return f"it belongs {where}; put {spaces} before it."
