"""A line of the file -> its pieces, and what should be typed in its place."""

from __future__ import annotations

import re

from .whereabouts import NAME

LOOSE_NAME = re.compile(r"(-\s*)?[\"']?([a-z_]+)[\"']?\s*[:;=]\s*(\S.*)")


def cut(text: str, most: int = 60) -> str:
    """Return a text, or its start where it is too long for a report."""
    return text if len(text) <= most else f"{text[: most - 8].rstrip()} …"


def quoted(text: str) -> str:
    """Return a text in double quotation marks, as it would have to be typed; a long one is cut, and marks inside it are curly."""
    text = re.sub(r'"([^"]*)"?', r"“\1”", text.strip())
    return '"' + cut(text).replace("\\", "\\\\") + '"'


def named(name: str, value: str) -> str:
    """Return a name and its value as they are typed; the value alone where it has no name."""
    return f"{name}: {value}" if name else value


def value_at(line: str, column: int | None = None) -> tuple[str, str]:
    """Return the name and the text on a line, as far as they can be told apart; inside brackets, those around a column."""
    start = len(line) - len(line.lstrip(" -"))
    name = NAME.match(line, start)
    rest = line[name.end() :].strip() if name else line[start:]
    if rest.startswith(("{", "[")) and not rest.startswith("{{") and column is not None:
        left = max(line.rfind(sign, 0, column) for sign in ("{", "[", ","))
        right = min(
            (
                at
                for at in (line.find(sign, column) for sign in ("}", "]", ","))
                if at >= 0
            ),
            default=len(line),
        )
        piece = line[left + 1 : right].strip()
        inner = NAME.match(piece)
        return (inner["name"], piece[inner.end() :].strip()) if inner else ("", piece)
    return (name["name"] if name else ""), rest


def bare(value: str) -> str:
    """Return a text without the quotation marks around it, whose first one may have ended too early."""
    if value[:1] == '"' and value.count('"') == 2 and not value.endswith('"'):
        return value
    if value[:1] in ("'", '"'):
        return value[1:].rstrip("\"'")
    return value.strip("“”")


def in_quotes(line: str, column: int | None = None) -> str:
    """Return the advice to put the text of a line in quotation marks, with what to type."""
    name, value = value_at(line, column)
    return f"put the whole text in straight double quotation marks: {named(name, quoted(bare(value)))}"


def glued(line: str) -> str | None:
    """Return what to write for a line whose name has no colon, or no space after it."""
    found = LOOSE_NAME.match(line.strip())
    return (
        f"write {'- ' if found[1] else ''}{found[2]}: {cut(found[3])}"
        if found
        else None
    )


def remark(line: str, column: int) -> tuple[str, str]:
    """Return the words for a remark behind a value: of a text it is the lost end, of anything else a mere remark."""
    before, lost = line[:column].rstrip(), line[column:].strip()
    if re.search(r"(:|[\]}]|: (true|false|-?[\d.]+))$", before):
        return (
            "This remark does not have a line of its own.",
            "move it to a line of its own above this one.",
        )
    name, value = value_at(line, column)
    whole = re.sub(r"^([\"'])(.*?)\1", r"\2", value)
    return (
        f"“{cut(lost, 30)}” is lost, because # starts a remark.",
        f"put the whole text in double quotation marks: {named(name, quoted(whole))}",
    )
