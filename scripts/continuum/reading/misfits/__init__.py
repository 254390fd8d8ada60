"""One value of the wrong shape -> what is wrong with it and how to put it right."""

from __future__ import annotations

from collections.abc import Callable

from ...model.node import Node
from .gaps import missing
from .groups import not_a_group, not_a_list, too_few, too_many
from .misfit import Misfit, Words
from .names import unknown
from .values import (
    not_a_day,
    not_a_number,
    not_a_text,
    not_allowed,
    not_true,
    out_of_range,
    wrong_form,
)


def no_number(misfit: Misfit) -> Words:
    """Return the words for a claim without any end."""
    return "This claim holds no number.", "add min:, max: or under: with a number."


def two_ends(misfit: Misfit) -> Words:
    """Return the words for a claim with two upper ends."""
    return (
        "This claim has both “max” and “under”.",
        "keep “max” if the number itself belongs to the range, else “under”.",
    )


def address_or_reason(misfit: Misfit) -> Words:
    """Return the words for a source with neither an address nor a reason, or with both."""
    return (
        "A source has either an address or the reason why it has none.",
        "add one of url: and no_url:, or delete one.",
    )


# What the model complains of, and who explains it.
EXPLANATIONS: dict[str, Callable[[Misfit], Words]] = {
    "missing": missing,
    "literal_error": not_allowed,
    "float_type": not_a_number,
    "finite_number": not_a_number,
    "string_type": not_a_text,
    "bool_type": not_true,
    "list_type": not_a_list,
    "model_type": not_a_group,
    "too_short": too_few,
    "too_long": too_many,
    "date_type": not_a_day,
    "date_parsing": not_a_day,
    "date_from_datetime_parsing": not_a_day,
    "date_from_datetime_inexact": not_a_day,
    "date_too_old": not_a_day,
    "greater_than_equal": out_of_range,
    "less_than_equal": out_of_range,
    "string_pattern_mismatch": wrong_form,
    "string_too_long": wrong_form,
    "string_too_short": wrong_form,
    "no_number": no_number,
    "two_ends": two_ends,
    "address_or_reason": address_or_reason,
}


def explain(misfit: Misfit, tree: Node) -> Words:
    """Return what is wrong with the value found, and how to put it right."""
    if misfit.sort == "extra_forbidden":
        return unknown(misfit, tree)
    return EXPLANATIONS[misfit.sort](misfit)
