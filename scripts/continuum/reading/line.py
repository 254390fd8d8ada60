"""A line of the file -> its pieces, and what should be typed in its place."""

from __future__ import annotations

import re

from .whereabouts import NAME

NAME_WITHOUT_COLON = r"(-\s*)?[\"']?([a-z_]+)[\"']?\s*[:;=]\s*(\S.*)"
# What ends before a remark and cannot be the first half of a text.
WHOLE_VALUE = r"(:|[\]}]|: (true|false|-?[\d.]+))$"


def cut(text: str, most: int = 60) -> str:
    """Return a text, or its start where it is too long for a report."""
    if len(text) <= most:
        return text

    start = text[: most - 8].rstrip()
    return f"{start} …"


def quoted(text: str) -> str:
    """Return a text in double quotation marks, as it would have to be typed.

    A long one is cut, and marks inside it are curly.
    """
    text = re.sub(r'"([^"]*)"?', r"“\1”", text.strip())
    text = cut(text).replace("\\", "\\\\")
    return f'"{text}"'


def named(name: str, value: str) -> str:
    """Return a name and its value as they are typed; the value alone where it has no name."""
    if not name:
        return value
    return f"{name}: {value}"


def value_at(line: str, column: int | None = None) -> tuple[str, str]:
    """Return the name and the text on a line, as far as they can be told apart.

    Inside brackets, return those around a column.
    """
    start = len(line) - len(line.lstrip(" -"))
    name, value = _parts(line, start)
    if column is None or value.startswith("{{"):
        return name, value
    if not value.startswith(("{", "[")):
        return name, value

    left = max(line.rfind(sign, 0, column) for sign in "{[,")
    right = len(line)
    for sign in "}],":
        end = line.find(sign, column)
        if end >= 0:
            right = min(right, end)

    piece = line[left + 1 : right]
    return _parts(piece.strip(), 0)


def _parts(text: str, start: int) -> tuple[str, str]:
    name = NAME.match(text, start)
    if name is None:
        return "", text[start:]

    value = text[name.end() :]
    return name["name"], value.strip()


def bare(value: str) -> str:
    """Return a text without quotation marks around it, whose first may have ended too early."""
    ends_early = value.count('"') == 2 and not value.endswith('"')
    if value.startswith('"') and ends_early:
        return value
    if value.startswith(("'", '"')):
        return value[1:].rstrip("\"'")

    return value.strip("“”")


def in_quotes(line: str, column: int | None = None) -> str:
    """Return the advice to put the text of a line in quotation marks, with what to type."""
    name, value = value_at(line, column)
    text = quoted(bare(value))
    typed = named(name, text)
    return f"put the whole text in straight double quotation marks: {typed}"


def glued(line: str) -> str | None:
    """Return what to write for a line whose name has no colon, or no space after it."""
    found = re.match(NAME_WITHOUT_COLON, line.strip())
    if found is None:
        return None

    dash = "- " if found[1] else ""
    value = cut(found[3])
    return f"write {dash}{found[2]}: {value}"


def remark(line: str, column: int) -> tuple[str, str]:
    """Return the words for a remark behind a value: of a text, it is the lost end."""
    if re.search(WHOLE_VALUE, line[:column].rstrip()):
        return (
            "This remark does not have a line of its own.",
            "move it to a line of its own above this one.",
        )

    lost = line[column:].strip()
    name, value = value_at(line, column)
    whole = re.sub(r"^([\"'])(.*?)\1", r"\2", value)
    typed = named(name, quoted(whole))
    return (
        f"“{cut(lost, 30)}” is lost, because # starts a remark.",
        f"put the whole text in double quotation marks: {typed}",
    )
