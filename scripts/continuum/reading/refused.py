"""What YAML's parser says of a text -> what an editor needs to hear: where, what is wrong, what to type."""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml

from ..report.problem import Place
from .line import bare, cut, glued, in_quotes, named, quoted, remark, value_at
from .parser import LOADER, UNKNOWN, Fault, Told
from .whereabouts import NAME, indent

LOOSE = "The colon and the space after this name are not in order."
WEB_PAGE = (
    "This is the code of a web page.",
    "copy the file itself: on GitHub, use the button “Raw” or “Copy raw file”.",
)
NEVER_CLOSED = "A quotation mark is opened here and never closed."


def tell(fault: Fault) -> Told:
    """Return a fault in an editor's words."""
    if fault.text.lstrip().startswith("<"):
        first = next(
            number
            for number, line in enumerate(fault.lines, 1)
            if line.lstrip().startswith("<")
        )
        return Told(Place(first, indent(fault.lines[first - 1]) + 1), *WEB_PAGE)
    return next(
        (words(fault) for pattern, words in SAID if re.search(pattern, fault.said)),
        None,
    ) or _unknown(fault)


def _unknown(fault: Fault) -> Told:
    if (typed := glued(fault.text)) is not None:
        return Told(fault.place(indent(fault.text)), LOOSE, typed)
    return Told(
        fault.place(),
        UNKNOWN,
        f"compare the spaces at its start with the lines above, or {in_quotes(fault.text)}",
    )


def _never_closed(line: int, column: int, mark: str) -> Told:
    return Told(
        Place(line + 1, column + 1),
        NEVER_CLOSED,
        f"add the closing {mark} at the end of the text.",
    )


def _open_quote(fault: Fault) -> Told:
    start = fault.start
    return _never_closed(start.line, start.column, start.sign)


def _escape(fault: Fault) -> Told:
    column = fault.text.rfind("\\", 0, fault.column + 1)
    text = "In double quotation marks a backslash starts a special sign, and this one does not exist."
    return Told(
        fault.place(max(column, 0), 2),
        text,
        "type the backslash twice, or use a plain slash.",
    )


def _colon(fault: Fault) -> Told:
    start = len(fault.text) - len(fault.text.lstrip(" -"))
    name = NAME.match(fault.text, start)
    if name is not None and name.end() - 1 == fault.column:
        return _moved(fault)
    _, value = value_at(fault.text)
    if value.startswith(("“", "”", "‘", "„", "«")):
        text = "Curly quotation marks do not hold a text together, and this one has a colon."
        return Told(fault.place(fault.text.index(value)), text, in_quotes(fault.text))
    return Told(
        fault.place(),
        "A colon and a space stand inside this text, so it falls apart.",
        in_quotes(fault.text),
    )


def _no_colon(fault: Fault) -> Told:
    here = fault.start
    text = here.text.strip()
    if (typed := glued(text)) is not None:
        return Told(here.place(), LOOSE, typed)
    if (found := re.match(r"[-*•–—](\S.*)", text)) is not None:
        return Told(
            here.place(),
            "This item does not start with a dash and a space.",
            f"write - {cut(found[1])}",
        )
    fix = "if it belongs to the text above, put two more spaces before it; else write its name, a colon and a space first."
    return Told(
        here.place(),
        "This line has no name with a colon, and it does not go on from the line above.",
        fix,
    )


def _flow(fault: Fault) -> Told:
    here = fault.start
    close = {"[": "]", "{": "}"}.get(here.sign, "]")
    if (at := here.text.find(" #", here.column) + 1) > 0:
        return Told(here.place(at, len(here.text) - at), *remark(here.text, at))
    start, end, mark = _last_quote(fault)
    if start is not None and start[0] == here.line and end[0] > here.line:
        return _never_closed(*start, mark)
    if fault.line != here.line or close not in fault.text[here.column :]:
        return Told(
            here.place(),
            "This bracket is opened and never closed.",
            f"add the closing {close} at the end of its line.",
        )
    if fault.text[: fault.column].rstrip()[-1:] in ("'", '"'):
        return _after_quote(fault)
    word = re.search(r"\s([a-z_]+)$", fault.text[: fault.column])
    name, value = value_at(fault.text, fault.column - 1)
    whole = f"put the whole text in quotation marks: {named(name, quoted(bare(value)))}"
    if fault.sign == ":" and word is not None and not value.startswith(word[1]):
        return Told(
            fault.place(word.start(1), len(word[1])),
            f"Before “{word[1]}” a comma or quotation marks are missing.",
            f"put a comma before “{word[1]}”, or {whole}",
        )
    return Told(
        fault.place(), "A comma or a colon parts this text inside the brackets.", whole
    )


def _documents(fault: Fault) -> Told:
    if (
        number := next(
            (
                at
                for at, line in enumerate(fault.lines[: fault.line + 1])
                if line.startswith("%")
            ),
            None,
        )
    ) is not None:
        return Told(
            Place(number + 1), "A line may not start with %.", "delete this line."
        )
    for number in range(fault.line, -1, -1):
        if re.match(r"---|\.\.\.", fault.lines[number]):
            sign = fault.lines[number][:3]
            return Told(
                Place(number + 1, 1, 3),
                f"“{sign}” ends the file for the reader, and more lines follow.",
                "delete this line.",
            )
    return _unknown(fault)


def _first_sign(fault: Fault) -> Told:
    here = fault.start
    if here.text.lstrip().startswith("* "):
        return Told(
            here.place(),
            "This item does not start with a dash.",
            f"write - {cut(here.text.strip()[2:])}",
        )
    return Told(
        here.place(), _may_not_start(here.sign), in_quotes(here.text, here.column + 1)
    )


def _may_not_start(sign: str) -> str:
    return f"A text may not start with {sign} unless it stands in quotation marks."


def _block(fault: Fault) -> Told:
    here = fault.start
    text = f"The text must not start on the line of the sign {here.sign} itself."
    fix = f"end this line after {here.sign}, and start the text on the next line with two more spaces than this one."
    return Told(here.place(), text, fix)


def _list_on_line(fault: Fault) -> Told:
    name, _ = value_at(fault.text)
    if fault.sign == "?":
        return Told(
            fault.place(), _may_not_start("? and a space"), in_quotes(fault.text)
        )
    fix = f"end the line after “{name}:”, and start each item on a line of its own; a text that starts with a dash needs quotation marks."
    return Told(fault.place(), "A list does not start on the line of its name.", fix)


def _directive(fault: Fault) -> Told:
    return Told(
        fault.place(),
        "A line may not start with %.",
        "delete this line, or put the text in quotation marks.",
    )


def _no_value(fault: Fault) -> Told:
    if (
        fault.sign
        and fault.sign in ",]}"
        and re.search(r"[{\[]", fault.text[: fault.column])
    ):
        return Told(
            fault.place(),
            f"Before this {fault.sign} a value is missing.",
            "write the value, or delete the comma that is too many.",
        )
    return Told(fault.place(), _may_not_start(fault.sign), in_quotes(fault.text))


def _block_end(fault: Fault) -> Told:
    before = fault.text[: fault.column].rstrip()
    if not before.strip(" -"):
        return _at_its_start(fault)
    if before[-1] in "\"'":
        return _after_quote(fault)
    if "{{" in before and before[-1] in "]}":
        return Told(
            fault.place(before.rindex("{{"), 2),
            "A text that starts with {{ needs quotation marks.",
            in_quotes(fault.text),
        )
    if before[-1] in "]}":
        fix = "delete what follows, or move it inside the brackets; a text that starts with a bracket needs quotation marks."
        return Told(fault.place(), "After the closing bracket more follows.", fix)
    if fault.sign == ":":
        return Told(
            fault.place(),
            "Before this colon a name is missing.",
            "write the name before the colon, or delete the colon.",
        )
    return _moved(fault)


def _at_its_start(fault: Fault) -> Told:
    """Return the words for a line at whose start the parser stopped."""
    above, text = fault.lines[fault.line - 1] if fault.line else "", fault.text.lstrip()
    if re.search(r"\w #", above) and not text.startswith("-") and not NAME.match(text):
        column = above.index(" #") + 1
        return Told(
            Place(fault.line, column + 1, len(above) - column), *remark(above, column)
        )
    if text.lstrip("- ").startswith(":"):
        return Told(
            fault.place(),
            "Before this colon a name is missing.",
            "write the name before the colon.",
        )
    if (
        "'-' indicator" in fault.said
        and fault.opened
        and fault.opened[1] == indent(fault.text)
    ):
        inside = indent(fault.text) + 2
        outside = max(
            (column for column, _ in _groups(fault) if column < inside - 2), default=0
        )
        fix = f"put {inside} spaces before it if it belongs to the item above, or {outside} if it stands beside the list; or delete the dash above."
        return Told(
            fault.place(),
            "Above stands a list, and this line has no dash.",
            fix,
            " " * inside + text,
        )
    return _moved(fault)


def _after_quote(fault: Fault) -> Told:
    """Return the words for text behind a closing quotation mark, which may close what an earlier line opened."""
    start, end, mark = _last_quote(fault)
    if start is None:
        return _unknown(fault)
    if start[0] < fault.line:
        return _never_closed(*start, mark)
    name, value = value_at(fault.text, end[1] - 1)
    whole = named(name, quoted(bare(value)))
    if mark == "'" and re.match(r"\w", fault.text[end[1] :]):
        text = "This apostrophe ends the text, since the text stands in single quotation marks."
        return Told(
            fault.place(end[1] - 1), text, f"use double quotation marks: {whole}"
        )
    return Told(
        fault.place(end[1] - 1),
        "The text ends at this quotation mark, and more follows.",
        f"let it end after all of the text: {whole}",
    )


def _last_quote(fault: Fault) -> tuple[tuple[int, int] | None, tuple[int, int], str]:
    """Return where the last quoted text before a fault starts and ends, and its quotation mark."""
    found: tuple[tuple[int, int] | None, tuple[int, int], str] = (None, (0, 0), "")
    try:
        for token in yaml.scan("\n".join(fault.lines), Loader=LOADER):
            start, end = token.start_mark, token.end_mark
            if (start.line, start.column) >= (fault.line, fault.column):
                break
            if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
                found = (
                    (start.line, start.column),
                    (end.line, end.column),
                    token.style,
                )
    except yaml.YAMLError:
        pass
    return found


def _moved(fault: Fault) -> Told:
    """Return the words for a line that starts in a column where nothing above it starts."""
    start = indent(fault.text)
    text = "This line does not start under a line that it could belong to."
    near = _nearest(fault, start)
    if (odd := _odd_one_above(fault, near)) is not None:
        line, column = odd, indent(fault.lines[odd])
        fix = f"put {_spaces(start)} before it, as on line {fault.line + 1} and those after it; there {'is' if column == 1 else 'are'} {column} now."
        place = Place(line + 1, column + 1)
        return Told(
            place,
            "This line does not start under a line that it could belong to.",
            fix,
            " " * start + fault.lines[line].lstrip(),
        )
    if not near:
        return Told(
            fault.place(start),
            text,
            "put as many spaces before it as before the lines it belongs to.",
        )
    ways = [
        f"{_spaces(column)} before it, as on line {line + 1}" for column, line in near
    ]
    fix = (
        f"put {', or '.join(ways)}; there {'is' if start == 1 else 'are'} {start} now."
    )
    return Told(fault.place(start), text, fix, " " * near[0][0] + fault.text.lstrip())


def _odd_one_above(fault: Fault, near: list[tuple[int, int]]) -> int | None:
    """Return the line above, where it alone starts in another column: the first of its group, and two or more after it agree."""
    start = indent(fault.text)
    after = next(
        (
            text
            for text in fault.lines[fault.line + 1 :]
            if text.strip() and indent(text) <= start
        ),
        "",
    )
    if indent(after) != start:
        return None
    return next(
        (line for column, line in near if _is_alone(fault, column, line, start)), None
    )


def _is_alone(fault: Fault, column: int, line: int, start: int) -> bool:
    """Return whether a line is the only one in its column, right under what it belongs to."""
    before = next(
        (
            text
            for text in reversed(fault.lines[:line])
            if text.strip() and not text.lstrip().startswith("#")
        ),
        None,
    )
    others = [
        text
        for text in fault.lines[line + 1 : fault.line]
        if text.strip() and indent(text) == column
    ]
    return (
        indent(fault.lines[line]) == column
        and before is not None
        and indent(before) < min(column, start)
        and not others
    )


def _spaces(count: int) -> str:
    return f"{count or 'no'} space{'' if count < 2 else 's'}"


def _nearest(fault: Fault, start: int) -> list[tuple[int, int]]:
    """Return the numbers of spaces nearest to `start` that the open groups above have, each with a line that shows it."""
    others = {
        column: line for column, line in reversed(_groups(fault)) if column != start
    }
    least = min((abs(column - start) for column in others), default=0)
    return sorted(
        (column, line)
        for column, line in others.items()
        if abs(column - start) == least
    )


def _groups(fault: Fault) -> list[tuple[int, int]]:
    """Return the number of spaces before each group that is open above a line, and the last line that shows it."""
    dash, edge, groups = fault.text.lstrip().startswith("- "), 10_000, []
    for number in range(fault.line - 1, -1, -1):
        line = fault.lines[number]
        if not line.strip() or line.lstrip().startswith("#") or indent(line) >= edge:
            continue
        edge = indent(line)
        if line.lstrip().startswith("- "):
            groups.append((edge if dash else edge + 2, number))
        elif not dash:
            groups.append((edge, number))
        if edge == 0:
            break
    return groups


SAID: list[tuple[str, Callable[[Fault], Told]]] = [
    (r"unexpected end of stream|quoted scalar; found unexpected document", _open_quote),
    (r"escape", _escape),
    (r"mapping values are not allowed", _colon),
    (r"could not find expected ':'", _no_colon),
    (r"flow (sequence|mapping)", _flow),
    (r"document start|single document", _documents),
    (
        r"cannot start any token|alias|anchor|tag handle|scanning a tag|parsing a tag",
        _first_sign,
    ),
    (r"block scalar", _block),
    (r"sequence entries are not allowed|mapping keys are not allowed", _list_on_line),
    (r"directive|incompatible YAML", _directive),
    (r"node content", _no_value),
    (r"block (mapping|collection)", _block_end),
]
