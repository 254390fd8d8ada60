"""The forty ways to break the file, each with its variants: changes to a sound file that holds
every kind of value once.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

BAD = Path(__file__).parent / "bad"
WHOLE = (BAD / "whole.yaml").read_text(encoding="utf-8")
# What a line of a change file cannot hold.
LONG = {"@DEEP@": "[" * 3000, "@DASHES@": "- " * 3000 + "x"}
BYTES: dict[str, Callable[[str], bytes]] = {
    "01-not-utf-8": lambda text: text.replace(
        "Nobody pays.", "Nobody pays for the café."
    ).encode("cp1252"),
    "01-half-a-letter": lambda text: (
        text.replace("Nobody pays.", "Nobody pays for the caf")
        .encode()
        .replace(b"the caf", b"the caf\xc3")
    ),
    "01-surrogates": lambda text: text.encode().replace(
        b"Nobody pays.", b"Nobody pays \xed\xa0\x80."
    ),
    "02-utf-16": lambda text: text.encode("utf-16"),
    "02-utf-16-without-a-mark": lambda text: text.encode("utf-16-le"),
    "02-utf-32": lambda text: text.encode("utf-32"),
    "08-nul-bytes": lambda text: text.encode().replace(
        b"Nobody pays.", b"Nobody\x00 pays."
    ),
    "22-no-bytes": lambda text: b"",
}
ACCEPTED: dict[str, Callable[[str], bytes]] = {
    "03-byte-order-mark-at-the-start": lambda text: text.encode("utf-8-sig"),
    "04-windows-line-ends": lambda text: text.replace("\n", "\r\n").encode(),
    "04-old-mac-line-ends": lambda text: text.replace("\n", "\r").encode(),
}
NAMES = sorted([path.stem for path in BAD.glob("*.change")] + list(BYTES))


def bytes_of(name: str) -> bytes:
    """Return the sound file broken in the way of that name.

    In a change, `-` is what stands there, `+` what takes its place, and `=` a whole file; `\\n`,
    `\\t` and `\\u0000` stand for their signs.
    """
    if name in BYTES:
        return BYTES[name](WHOLE)
    text, old = WHOLE, ""
    for line in (BAD / f"{name}.change").read_text(encoding="utf-8").splitlines():
        sign, rest = line[:1], _plain(line[2:])
        if sign == "=":
            text = rest
        elif sign == "-":
            old = rest
            assert old in text, f"{name}: the file does not hold {old!r}"
        elif sign == "+":
            text = text.replace(old, rest, 1)
    return text.encode()


def _plain(line: str) -> str:
    for short, long in LONG.items():
        line = line.replace(short, long)
    signs = {"n": "\n", "t": "\t", "\\": "\\"}
    return re.sub(
        r"\\(?:([nt\\])|u([0-9a-f]{4}))",
        lambda found: signs[found[1]] if found[1] else chr(int(found[2], 16)),
        line,
    )
