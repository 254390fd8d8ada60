"""Signs that mean something to YAML where they stand, and that an editor meant as text."""

from __future__ import annotations

from ...report.problem import Place
from ..line import cut, in_quotes, value_at
from ..parser import Refusal, Stop
from .colons import unreadable

NOT_WITH_PERCENT = "A line may not start with %."


def may_not_start(sign: str) -> str:
    """Return what is wrong with a text that starts with this sign."""
    return f"A text may not start with {sign} unless it stands in quotation marks."


def first_sign(stop: Stop) -> Refusal:
    """Return the words for a sign that may not start a text."""
    here = stop.start
    if here.text.lstrip().startswith("* "):
        return Refusal(
            here.place(),
            "This item does not start with a dash.",
            f"write - {cut(here.text.strip()[2:])}",
        )

    advice = in_quotes(here.text, here.column + 1)
    return Refusal(here.place(), may_not_start(here.sign), advice)


def block_sign(stop: Stop) -> Refusal:
    """Return the words for text behind the sign of a text of several lines."""
    here = stop.start
    return Refusal(
        here.place(),
        f"The text must not start on the line of the sign {here.sign} itself.",
        f"end this line after {here.sign}, and start the text on the next line "
        "with two more spaces than this one.",
    )


def list_on_line_of_name(stop: Stop) -> Refusal:
    """Return the words for a dash, or a question mark, behind a name."""
    if stop.sign == "?":
        text = may_not_start("? and a space")
        return Refusal(stop.place(), text, in_quotes(stop.text))

    name, _ = value_at(stop.text)
    return Refusal(
        stop.place(),
        "A list does not start on the line of its name.",
        f"end the line after “{name}:”, and start each item on a line of its own; "
        "a text that starts with a dash needs quotation marks.",
    )


def directive(stop: Stop) -> Refusal:
    """Return the words for a line that YAML takes for an order to itself."""
    return Refusal(
        stop.place(),
        NOT_WITH_PERCENT,
        "delete this line, or put the text in quotation marks.",
    )


def second_document(stop: Stop) -> Refusal:
    """Return the words for a line that ends the file, or would start it anew."""
    above = stop.lines[: stop.line + 1]
    for number, line in enumerate(above, 1):
        if line.startswith("%"):
            return Refusal(Place(number), NOT_WITH_PERCENT, "delete this line.")

    for number in range(len(above), 0, -1):
        sign = above[number - 1][:3]
        if sign in ("---", "..."):
            return Refusal(
                Place(number, 1, 3),
                f"“{sign}” ends the file for the reader, and more lines follow.",
                "delete this line.",
            )

    return unreadable(stop)
