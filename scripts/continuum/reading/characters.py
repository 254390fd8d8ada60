"""Bytes -> text. Refuses what cannot be read, what cannot be seen, and what only looks like an ordinary space or colon."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..report.problem import ContentError, Findings, Place, Problem

# Signs of other scripts that join or turn letters (U+200C to U+200F) are needed there and stay.
UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u180e\u200b\u2028-\u202e\u2060-\u206f\ue000-\uf8ff\ufdd0-\ufdef\ufeff\ufff9-\uffff\U000e0000-\U0010ffff]"
)
SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
# A wide space inside a text is fine. At the start or end of a line, and beside a dash or a name, YAML takes it for a letter.
WIDE = re.compile(
    f"^[ ]*(?P<start>[{SPACES}])|^[ ]*(?:- +)*-[ ]*(?P<dash>[{SPACES}])|(?:^[ ]*(?:- +)*|[{{,][ ]*)\\w+[ ]*:[ ]*(?P<after>[{SPACES}])"
    f"|(?:^[ ]*(?:- +)*|{{[ ]*)\\w+[ ]*(?P<before>[{SPACES}])[ ]*:(?:[ ]|$)|(?P<end>[{SPACES}])[ ]*$"
)
WIDE_COLON = re.compile("^[ ]*(?:- )*[\"']?[A-Za-z_][A-Za-z0-9_-]*[\"']?[ ]*([：﹕꞉])")
UNPUT = re.compile(r"<{7}(?: |$)|\|{7}(?: |$)|={7}$|>{7}(?: |$)")
SAVE_AS = "choose “Save with encoding”, then “UTF-8”, in your editor"


def decode(raw: bytes, file: str) -> str:
    """Return the file's text with `\\n` line ends. Raises ContentError where the bytes are not UTF-8."""
    if (
        raw[:2] in (b"\xff\xfe", b"\xfe\xff")
        or raw[:100].count(b"\x00") > len(raw[:100]) // 4
    ):
        text = "The file is saved with two or four bytes for each letter, and we read UTF-8."
        problem = Problem(Place(), "", text, f"{SAVE_AS}.")
        raise ContentError(Findings([problem], file, _guess(raw)))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        seen = _lines_of(raw.decode("utf-8-sig", "replace"))
        raise ContentError(Findings([_not_utf8(raw, error)], file, seen)) from None
    return _lines_of(text)


def _lines_of(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _guess(raw: bytes) -> str:
    """Return the text of a file in UTF-16 or UTF-32 for the report, as well as we can tell."""
    zeros = raw[:4].count(b"\x00")
    wide = "utf-32" if zeros > 2 or raw[:4] == b"\xff\xfe\x00\x00" else "utf-16"
    if raw[:2] not in (b"\xff\xfe", b"\xfe\xff") and raw[:4] != b"\x00\x00\xfe\xff":
        wide += "-be" if raw[:1] == b"\x00" else "-le"
    return raw.decode(wide, "replace")


def _not_utf8(raw: bytes, error: UnicodeDecodeError) -> Problem:
    before = _lines_of(raw[: error.start].decode("utf-8-sig")).split("\n")
    meant = raw[error.start : error.start + 1].decode("cp1252", "replace")
    text = (
        "A letter here is not saved as UTF-8."
        if meant == "\ufffd"
        else f"A letter here, perhaps “{meant}”, is not saved as UTF-8."
    )
    return Problem(
        Place(len(before), len(before[-1]) + 1),
        "",
        text,
        f"{SAVE_AS}; then look at all accented letters and dashes.",
    )


def faults_of_characters(text: str) -> Iterator[Problem]:
    """Yield a problem for each line that holds a sign that cannot be seen, or that YAML reads in another way than people do."""
    for number, line in enumerate(text.split("\n"), 1):
        if UNPUT.match(line):
            what = "Two versions of the file meet here, and nobody has chosen yet."
            yield Problem(
                Place(number, 1, len(line)),
                "",
                what,
                "keep the lines you want, and delete the lines of <<<<<<<, ======= and >>>>>>>.",
            )
            continue
        if line.isascii() and line.isprintable():
            continue
        if "\t" in line:
            yield Problem(
                Place(number, line.index("\t") + 1),
                "",
                "This line holds a tab.",
                "delete it, and type spaces with the space bar.",
            )
        if (found := UNSEEN.search(line)) is not None:
            yield Problem(
                Place(number, found.start() + 1),
                "",
                *_unseen(found[0], line[found.end() :]),
            )
        if (found := WIDE.search(line)) is not None:
            what = f"This is a special space (U+{ord(found[found.lastgroup]):04X}) that only looks like an ordinary one."
            yield Problem(
                Place(number, found.start(found.lastgroup) + 1),
                "",
                what,
                "delete it, and type a space with the space bar.",
            )
        if (found := WIDE_COLON.search(line)) is not None:
            what = f"This is a wide colon (U+{ord(found[1]):04X}) that only looks like an ordinary one."
            yield Problem(
                Place(number, found.start(1) + 1),
                "",
                what,
                "type an ordinary colon and a space in its place.",
            )


def _unseen(sign: str, after: str) -> tuple[str, str]:
    if sign == "\ufffd":
        return "A letter was lost here and stands as “\ufffd”.", "type the letter anew."
    follows = (
        f"the one before “{after.strip()[:12]}”"
        if after.strip()
        else "the one at the end of the line"
    )
    return (
        f"This line holds a sign that cannot be seen (U+{ord(sign):04X}).",
        f"delete it: it is {follows}. To type the line anew is the surest way.",
    )
