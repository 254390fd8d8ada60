"""Lists and groups of values that are not lists and groups, or hold too little or too much."""

from __future__ import annotations

from ...model.node import Node
from .kinds import due_names, fields_of, kind_at
from .misfit import Misfit, Words, short, with_and


def not_a_list(misfit: Misfit) -> Words:
    """Return the words for one value, or one group, in place of a list."""
    if isinstance(misfit.value, dict):
        return _group_for_list(misfit)

    text = f"“{misfit.name}” must be a list."
    names = fields_of(kind_at((*misfit.steps, 0)))
    typed = short(misfit.in_file)
    if names:
        first = "text" if "text" in names else next(iter(names))
        item = f"- {first}: {typed}"
        return text, f"put each item on a line of its own below the name: {item}"

    in_brackets = misfit.write(f"[{typed}]")
    return (
        text,
        f"put square brackets around it, {in_brackets}, "
        "or each item on its own line with a dash and a space.",
    )


def _group_for_list(misfit: Misfit) -> Words:
    items = misfit.node.value.items()
    name, node = next(iter(items), ("", misfit.node))
    return (
        f"“{misfit.name}” must be a list, and its dash is missing.",
        "put a dash and a space before the first name of each item: "
        f"- {name}:{short(_after_colon(node))}",
    )


def _after_colon(node: Node) -> str:
    """Return what stands behind a name, where it is one value."""
    if not isinstance(node.value, (str, int, float)):
        return ""
    return f" {node.typed or node.value}"


def not_a_group(misfit: Misfit) -> Words:
    """Return the words for a list, or one value, in place of a group of values."""
    names = due_names(misfit.steps)
    if isinstance(misfit.value, list):
        return (
            f"“{misfit.name}” must be a group of values, and a list stands here.",
            "delete the dashes or square brackets, and write its values by name: "
            f"{with_and(names)}.",
        )
    if isinstance(misfit.value, str) and names == ["text"]:
        dash = "- " if isinstance(misfit.steps[-1], int) else ""
        return (
            f"{misfit.shown} needs a name before it.",
            f"write {dash}text: {short(misfit.in_file)}",
        )

    return (
        f"{misfit.shown} stands where a group of values is due.",
        f"write each value with its name and a colon: {with_and(names)}.",
    )


def too_few(misfit: Misfit) -> Words:
    """Return the words for a list that is too short."""
    least = misfit.limits["min_length"]
    items = "1 item" if least == 1 else f"{least} items"
    return (
        f"“{misfit.name}” needs at least {items}.",
        "add what is missing, each on its own line with a dash.",
    )


def too_many(misfit: Misfit) -> Words:
    """Return the words for a list that is too long."""
    most = misfit.limits["max_length"]
    return (
        f"“{misfit.name}” may have {most} items at most.",
        "delete those that are too many.",
    )
