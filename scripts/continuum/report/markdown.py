"""Text from the content -> Markdown that shows it as it is: it adds no markup and calls nobody."""

from __future__ import annotations

import re

from .terminal import count

CONTROL = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")
GAP = "\u200b"  # a space without width: behind it GitHub makes no link and calls nobody
CALLS = re.compile(
    r"@"  # a person, a team, an address for mail
    r"|#(?=\d)|GH(?=-\d)"  # an issue
    r"|:(?=//)|www(?=\.)"  # a web address
    r"|:(?=[\w+-]+:)"  # an emoji
    r"|\b[0-9a-f]{6}(?=[0-9a-f]+\b)",  # a commit
    re.IGNORECASE,
)
SIGNS = re.compile(r"[\\`*_\[\]|#]")
# What would open a list or draw a line.
LIST = re.compile(r"^(?:\d+(?=[.)](?: |$))|(?=[-+]))")
CODES = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    "~": "&#126;",
    "$": "<span>$</span>",  # as GitHub says to write a dollar sign that opens no formula
    GAP: "&#8203;",
}


def plain(text: str) -> str:
    """Return a text as one line of Markdown that shows it as it is: as a paragraph, in a heading,
    in a link, in a cell of a table.

    On GitHub nothing in it becomes markup, a link or an emoji, or calls a person, an issue or a
    commit.
    """
    words = CONTROL.sub(" ", text).split()
    line = CALLS.sub(rf"\g<0>{GAP}", " ".join(words))
    line = SIGNS.sub(r"\\\g<0>", line)
    line = LIST.sub(r"\g<0>\\", line, count=1)
    for sign, code in CODES.items():
        line = line.replace(sign, code)
    return line


def fenced(lines: list[str], kind: str, most: int) -> str:
    """Return lines as they are, cut to `most` characters, in a fence that none of them can close.

    `kind` tells GitHub how to color them, such as `diff`.
    """
    kept = []
    left = most
    for line in lines:
        left -= len(line) + 1
        if left < 0:
            break
        kept.append(line)

    fence = _fence(lines)
    shown = [f"{fence}{kind}", *kept, fence]
    more = len(lines) - len(kept)
    if more:
        shown += ["", f"… and {count(more, 'more line')}."]
    return "\n".join(shown)


def _fence(lines: list[str]) -> str:
    """Return more signs of code than stand together anywhere in the lines."""
    longest = 2
    for line in lines:
        for run in re.findall("`+", line):
            longest = max(longest, len(run))

    return "`" * (longest + 1)
