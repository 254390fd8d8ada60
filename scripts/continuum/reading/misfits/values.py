"""Single values that are not what is due: a number, a word, a day, an address."""

from __future__ import annotations

import re
from difflib import get_close_matches

from ...model.marks import SHOWN, URL
from ...model.own.site_file import COLOR, LOGO
from .. import guesses
from ..line import quoted
from .kinds import is_due
from .misfit import Misfit, Words, short, with_or

ENDLESS = r"[+]?\.?inf(inity)?|∞"
A_LIST_OR_GROUP = (dict, list)


def not_allowed(misfit: Misfit) -> Words:
    """Return the words for a word that is not one of those to choose from."""
    allowed = re.findall(r"'([^']+)'", misfit.limits["expected"])
    fix = f"write {with_or(allowed)}."
    small = {word.lower(): word for word in reversed(allowed)}
    typed = misfit.in_file.strip().lower()
    for close in get_close_matches(typed, small, 1, 0.6):
        right = small[close]
        fix = f"did you mean “{right}”? Allowed are {with_or(allowed)}."

    return (
        f"{misfit.shown} is not one of the words allowed here.",
        fix,
    )


def not_a_number(misfit: Misfit) -> Words:
    """Return the words for what is no number."""
    if isinstance(misfit.value, A_LIST_OR_GROUP):
        return (
            f"“{misfit.name}” must be one number.",
            f"write one number after the colon, such as {misfit.write('9')}",
        )
    if _is_number_in_marks(misfit):
        return (
            f"{misfit.shown} stands in quotation marks, so it is a text and not a number.",
            f"take them away: {misfit.write(misfit.value)}",
        )

    return f"{misfit.shown} is not a number.", _number_to_write(misfit)


def _is_number_in_marks(misfit: Misfit) -> bool:
    if not isinstance(misfit.value, str) or misfit.node.typed:
        return False
    return re.fullmatch(r"\d+(\.\d+)?", misfit.value) is not None


def _number_to_write(misfit: Misfit) -> str:
    text = str(misfit.value)
    if re.fullmatch(ENDLESS, text.lower()):
        return f"leave “{misfit.name}” out; without it the range has no upper end."
    if re.fullmatch(r"\d{1,3}\.\d{3}", text):
        thousands = misfit.write(text.replace(".", ""))
        return f"write {thousands} or {misfit.write(text.partition('.')[0])}"

    right = guesses.number(text)
    if right is None:
        return "write digits alone, without a unit, a comma or quotation marks."
    if " and max: " in right:
        return f"for a range write two values, {right}."
    if right.endswith(" and no max"):
        return f"write {right}"
    if ": " in right:
        return f"write {right} in its place"

    return f"write {misfit.write(right)}"


def not_true(misfit: Misfit) -> Words:
    """Return the words for what is neither true nor false."""
    fix = "write true or false."
    right = guesses.truth(misfit.in_file)
    if right is not None and not isinstance(misfit.value, A_LIST_OR_GROUP):
        fix = f"write {misfit.write(right)}"

    return (
        f"{misfit.shown} is neither true nor false.",
        fix,
    )


def not_a_day(misfit: Misfit) -> Words:
    """Return the words for what is no day, or none that can be meant."""
    if isinstance(misfit.value, A_LIST_OR_GROUP):
        return (
            f"“{misfit.name}” must be one day.",
            "write it as year-month-day, such as 2026-09-30.",
        )
    if misfit.sort == "date_too_old":
        text = f"The day {misfit.shown} is too long ago."
        return text, "write a day from 2020 on."
    if (last := guesses.last_of_month(misfit.in_file)) is not None:
        return (
            f"The day {misfit.shown} does not exist.",
            f"write a day that exists; the last one of that month is {last}",
        )

    text = f"{misfit.shown} is not a day we can read."
    if (right := guesses.day(misfit.in_file)) is not None:
        return text, f"write {misfit.write(right)}"

    return text, "write year-month-day with a day that exists, such as 2026-09-30."


def out_of_range(misfit: Misfit) -> Words:
    """Return the words for a number that nothing can have."""
    if misfit.sort == "greater_than_equal":
        text = f"{misfit.shown} is below 0."
        return text, "write a number without the minus sign."

    text = f"{misfit.shown} is far too large."
    return text, "check the number; the most is 100000."


def wrong_form(misfit: Misfit) -> Words:
    """Return the words for a text of another form than an address, an id or a language has.

    A text that must have letters and has none is one, too.
    """
    if not re.search(SHOWN, str(misfit.value)):
        leave = "." if is_due(misfit.steps) else ", or delete the line."
        fix = f"write its text between the quotation marks{leave}"
        return f"“{misfit.name}” is empty.", fix
    if misfit.name == "language":
        return (
            f"{misfit.shown} is not the short name of a language.",
            "write two or three small letters, such as en or es.",
        )
    of_its_form = FORMS.get(misfit.limits.get("pattern"))
    if of_its_form:
        return of_its_form(misfit)
    if misfit.sort == "string_too_long":
        return "This id is too long.", "use 60 signs at most."

    return _not_an_id(misfit)


def _not_an_address(misfit: Misfit) -> Words:
    right = guesses.address(misfit.in_file)
    fix = "write the whole address, starting with https://"
    if right is not None:
        fix = f"write {misfit.write(quoted(right))}"
    if re.match(r"https?://[^/]*@", misfit.in_file):
        return "This address holds a name or a password.", fix

    return f"{misfit.shown} is not a web address that starts with https://", fix


def _not_a_color(misfit: Misfit) -> Words:
    fix = "write # and six digits or letters from a to f, in quotation marks: "
    return f"{misfit.shown} is not a color.", fix + misfit.write('"#1a5fb4"')


def _not_a_logo(misfit: Misfit) -> Words:
    text = f"{misfit.shown} is not the name of an SVG file beside this one."
    return text, f"save the logo as an SVG and write {misfit.write('logo.svg')}"


# What to say of a text by the form that its type asks for.
FORMS = {URL: _not_an_address, COLOR: _not_a_color, LOGO: _not_a_logo}


def _not_an_id(misfit: Misfit) -> Words:
    right = guesses.id_of(misfit.in_file)
    fix = "use small letters, digits and single dashes"
    if right and right != misfit.in_file:
        fix += f": {misfit.write(right)}"
    else:
        fix += ", such as intensive-outpatient."

    return f"{misfit.shown} cannot be an id.", fix


def not_a_text(misfit: Misfit) -> Words:
    """Return the words for a number, a truth value, a list or a group in place of a text."""
    if isinstance(misfit.value, dict):
        return _group_for_text(misfit)
    if isinstance(misfit.value, list):
        texts = (item for item in misfit.value if isinstance(item, str))
        typed = misfit.write(short(next(texts, "the text")))
        return (
            f"“{misfit.name}” must be one text, and a list stands here.",
            f"write one text without a dash or brackets: {typed}",
        )

    what = "true or false" if isinstance(misfit.value, bool) else "a number"
    return (
        f"{misfit.shown} is read as {what}, and a text is due.",
        f"put it in quotation marks: {misfit.write(quoted(misfit.in_file))}",
    )


def _group_for_text(misfit: Misfit) -> Words:
    """Return the words for a group of values, which may be a text with a colon inside it."""
    inner = list(misfit.node.value.items())
    name, node = inner[0] if inner else ("", misfit.node)
    if len(inner) != 1 or isinstance(node.value, A_LIST_OR_GROUP):
        text = f"“{misfit.name}” must be one text, and a group of values stands here."
        return text, "write one text after the colon."

    whole = quoted(f"{name}: {node.typed or node.value or ''}")
    return (
        f"The text fell apart at the colon after “{short(name)}”.",
        f"put it in double quotation marks: {misfit.write(whole)}",
    )
