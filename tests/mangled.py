"""Short texts that YAML reads as nobody meant them, or refuses, and how each is read."""

from __future__ import annotations

import json

from continuum.reading.tree import locate
from continuum.report.problem import ContentError

# What YAML would read without a word, the place of the fault, and what to do.
SILENT = {
    "an anchor": ("a: &more help\n", (1, 4), 'a: "&more help"'),
    "an anchor before a list": ("a: &x [1]\n", (1, 4), "delete &x"),
    "a tag": ("a: !note text\n", (1, 4), 'a: "!note text"'),
    "a tag before quotation marks": ('a: !note "text"\n', (1, 4), "quotation marks"),
    "a merge": ("a: {b: 1}\nc:\n  <<: {b: 2}\n", (3, 3), "write the lines out"),
    "a text cut off at #": ("a: Group #1 choice\n", (1, 10), 'a: "Group #1 choice"'),
    "a text cut off at # and a space": (
        "a: Group # 1 choice\n",
        (1, 10),
        'a: "Group # 1 choice"',
    ),
    "a remark behind quotation marks": ('a: "x" # y\n', (1, 8), 'a: "x # y"'),
    "a remark behind a number": ("a: 1 # one\n", (1, 6), "line of its own"),
    "a remark behind brackets": ("a: [x] # y\n", (1, 8), "line of its own"),
    "a remark inside brackets": ("a: [x, # y\n  z]\n", (1, 8), "quotation marks"),
    "a remark behind a sign of text": ("a: > # y\n  x\n", (1, 5), "end the line"),
    "a remark inside a text": ("a: >\n  x\n  # y\n", (3, 3), "delete it"),
    "a name inside a text": ("a: >\n  x\n  b_c: 1\n", (3, 3), "same column"),
    "a name without a space inside a text": ("a: x\n  b_c:1\n", (2, 3), "write b_c: 1"),
    "joined list items": ("a:\n  - x\n   - y\n", (3, 4), "same column"),
    "joined list items in a text": ("a: |\n  x\n  - y\n", (3, 3), "same column"),
    "a dash without a space": ("a:\n  -item\n", (2, 3), "write - item"),
    "a quotation mark that closes on another line": (
        'a: "x\nb: y"\n',
        (1, 4),
        "closing",
    ),
    "a question mark as a sign": ("? a\n: b\n", (1, 1), "quotation marks"),
    "a question mark as the last sign": ("a: 1\n? ", (2, 1), "quotation marks"),
    "an end of the file": ("a: 1\n...\n", (2, 1), "delete this line"),
    "a directive": ("%YAML 1.1\n---\na: 1\n", (1, 1), "delete this line"),
    "a sign hidden by a backslash": (
        'a: "x\\u200by"\n',
        (1, 4),
        "delete the backslash",
    ),
    "half a letter hidden by a backslash": ('a: "x\\ud800y"\n', (1, 6), "backslash"),
    "a placeholder as a name": ("{{ x }}: 1\n", (1, 1), "quotation marks"),
}
# What YAML refuses, the place of the fault, and what to do.
BROKEN = {
    "no space after the only name": ("a:1\n", (1, 1), "write a: 1"),
    "no space after a name in quotation marks": ('"a":1\nb: 2\n', (1, 1), "write a: 1"),
    "text after the closing quotation mark": ('a: "x" y\n', (1, 6), 'a: "“x” y"'),
    "a quotation mark never closed": ('a: "text\nb: 1\n', (1, 4), 'closing "'),
    "a quotation mark that the next one closes": (
        'a: "text\nb: "x"\n',
        (1, 4),
        'closing "',
    ),
    "a quotation mark in brackets that the next one closes": (
        'a: [{b: "c, d: e}]\nf: "x"\n',
        (1, 9),
        'closing "',
    ),
    "a bracket never closed": ("a: [1, 2\nb: 3\n", (1, 4), "closing ]"),
    "a remark that swallows a bracket": (
        "a: [Group #1, x]\nb: 3\n",
        (1, 11),
        '"Group #1',
    ),
    "a remark that cuts a text of two lines": ("a: x\n  y # z\n  w\n", (2, 5), "y # z"),
    "one space too few": (
        "a:\n  b: 1\n c: 2\n",
        (3, 2),
        "2 spaces before it, as on line 2",
    ),
    "one space too many": (
        "a: 1\n   c: 2\n",
        (2, 4),
        "no space before it, as on line 1",
    ),
    "a name beside a list": ("a:\n  - b: 1\n  c: 2\n", (3, 3), "put 4 spaces"),
    "a list on the line of its name": ("a: - x\n", (1, 4), "line of its own"),
    "a name that is too long": ("k" * 1100 + ": 1\n", (1, 1), "spaces"),
    "a document that ends and goes on": (
        "a: 1\n...\nb: 2\n",
        (2, 1),
        "delete this line",
    ),
    "a directive of another time": (
        "%YAML 9.9\n---\na: 1\n",
        (1, 1),
        "delete this line",
    ),
}
# Sound or not: what a question mark, a colon and a column mean.
SIGNS = [
    "{a: What is it?, b: x?y}",
    "{a: ?b, c: [?d, e ?f, g? h]}",
    "[why?]",
    "{a: b: c}",
    "{a: http://b.c/?d=e, f: [g,h]}",
    "a: {? b: c}",
    "a: b?c\n? d",
    "a: [b\n  ?c, d?\n  e]",
    "a:\n  - b: c\n   - d\n",
    "a:\n    - b: c\n  d: e\n",
    "a:\n    - b\n   c: d\n",
]


def reports() -> dict[str, str]:
    """Return how each text is read: its values, or the report of its faults."""
    texts = [text for text, *_ in (*SILENT.values(), *BROKEN.values())]
    return {text: _report(text) for text in texts + SIGNS}


def _report(text: str) -> str:
    try:
        return json.dumps(locate(text).plain())
    except ContentError as error:
        return str(error)
