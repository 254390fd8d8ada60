"""Bytes -> text, and every sign in it that cannot be read or seen, or only looks like another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..report.problem import ContentError, Findings, Place, Problem

# Signs of other scripts that join or turn letters (U+200C to U+200F) are needed there and stay.
# Letters that show nothing (U+115F, U+2800, U+3164 and others) stand for no text.
UNSEEN_SIGNS = (
    "\u115f\u1160\u2800\u3164\uffa0"
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u180e\u200b\u2028-\u202e\u2060-\u206f"
    "\ue000-\uf8ff\ufdd0-\ufdef\ufeff\ufff9-\uffff\U000e0000-\U0010ffff"
)
# These three are compiled when a line is found that needs them; nearly no file has one.
UNSEEN = f"[{UNSEEN_SIGNS}]"
SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
# A wide space inside a text is fine. At the start or end of a line, and beside a dash or a name,
# YAML takes it for a letter.
WIDE = (
    f"^[ ]*(?P<start>[{SPACES}])"
    f"|^[ ]*(?:- +)*-[ ]*(?P<dash>[{SPACES}])"
    f"|(?:^[ ]*(?:- +)*|[{{,][ ]*)\\w+[ ]*:[ ]*(?P<after>[{SPACES}])"
    f"|(?:^[ ]*(?:- +)*|{{[ ]*)\\w+[ ]*(?P<before>[{SPACES}])[ ]*:(?:[ ]|$)"
    f"|(?P<end>[{SPACES}])[ ]*$"
)
COLONS = "：﹕꞉"
WIDE_COLON = f"^[ ]*(?:- )*[\"']?[A-Za-z_][A-Za-z0-9_-]*[\"']?[ ]*([{COLONS}])"
SUSPECT = re.compile(f"[\t{COLONS}{SPACES}{UNSEEN_SIGNS}]")
CONFLICT = re.compile(r"(?m)^(?:<{7}(?: |$)|\|{7}(?: |$)|={7}$|>{7}(?: |$))")
MARKS = (b"\xff\xfe", b"\xfe\xff")  # how files in UTF-16 begin
SAVE_AS = "choose “Save with encoding”, then “UTF-8”, in your editor"


def decode(raw: bytes, file: str) -> str:
    """Return the file's text with `\\n` line ends. Raises ContentError where it is not UTF-8."""
    start = raw[:100]
    if raw[:2] in MARKS or start.count(b"\x00") > len(start) // 4:
        problem = Problem(
            Place(),
            "",
            "The file is saved with two or four bytes for each letter, and we read UTF-8.",
            f"{SAVE_AS}.",
        )
        raise ContentError(Findings([problem], file, _decode_wide(raw)))

    try:
        return _with_line_ends(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        problem = _not_utf8(raw, error)
        text = _with_line_ends(raw.decode("utf-8-sig", "replace"))
        raise ContentError(Findings([problem], file, text)) from None


def faults_of_characters(text: str) -> Iterator[Problem]:
    """Yield a problem for each sign that cannot be seen, or that YAML reads as people do not."""
    # Nearly every file has none, and one look at the whole is faster than five at each line.
    if not (SUSPECT.search(text) or CONFLICT.search(text)):
        return

    for number, line in enumerate(text.split("\n"), 1):
        if CONFLICT.match(line):
            yield _two_versions(number, line)
        elif SUSPECT.search(line):
            yield from _faults_of_line(number, line)


def _with_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode_wide(raw: bytes) -> str:
    """Return the text of a file in UTF-16 or UTF-32 for the report, as well as we can tell."""
    start = raw[:4]
    form = "utf-16"
    if start.count(b"\x00") > 2 or start == b"\xff\xfe\x00\x00":
        form = "utf-32"
    if start[:2] not in MARKS and start != b"\x00\x00\xfe\xff":
        form += "-be" if start[:1] == b"\x00" else "-le"

    return raw.decode(form, "replace")


def _not_utf8(raw: bytes, error: UnicodeDecodeError) -> Problem:
    before = raw[: error.start].decode("utf-8-sig")
    lines = _with_line_ends(before).split("\n")
    byte = raw[error.start : error.start + 1]
    letter = byte.decode("cp1252", "replace")
    perhaps = "" if letter == "\ufffd" else f", perhaps “{letter}”,"
    return Problem(
        Place(len(lines), len(lines[-1]) + 1),
        "",
        f"A letter here{perhaps} is not saved as UTF-8.",
        f"{SAVE_AS}; then look at all accented letters and dashes.",
    )


def _two_versions(number: int, line: str) -> Problem:
    return Problem(
        Place(number, 1, len(line)),
        "",
        "Two versions of the file meet here, and nobody has chosen yet.",
        "keep the lines you want, and delete the lines of <<<<<<<, ======= and >>>>>>>.",
    )


def _faults_of_line(number: int, line: str) -> Iterator[Problem]:
    """Yield a problem for the first sign of each sort that stands on a line."""
    if "\t" in line:
        yield Problem(
            Place(number, line.index("\t") + 1),
            "",
            "This line holds a tab.",
            "delete it, and type spaces with the space bar.",
        )
    if (found := re.search(UNSEEN, line)) is not None:
        place = Place(number, found.start() + 1)
        after = line[found.end() :].strip()
        yield Problem(place, "", *_words_for_unseen(found[0], after))

    yield from _faults_of_looks(number, line)


def _faults_of_looks(number: int, line: str) -> Iterator[Problem]:
    """Yield a problem for the first sign of each sort that only looks like another."""
    if (found := re.search(WIDE, line)) is not None:
        sign = found.lastgroup
        yield Problem(
            Place(number, found.start(sign) + 1),
            "",
            f"This is a special space ({_code(found[sign])}) that only looks like an ordinary one.",
            "delete it, and type a space with the space bar.",
        )
    if (found := re.search(WIDE_COLON, line)) is not None:
        yield Problem(
            Place(number, found.start(1) + 1),
            "",
            f"This is a wide colon ({_code(found[1])}) that only looks like an ordinary one.",
            "type an ordinary colon and a space in its place.",
        )


def _words_for_unseen(sign: str, after: str) -> tuple[str, str]:
    if sign == "\ufffd":
        return "A letter was lost here and stands as “\ufffd”.", "type the letter anew."

    which = (
        f"the one before “{after[:12]}”" if after else "the one at the end of the line"
    )
    return (
        f"This line holds a sign that cannot be seen ({_code(sign)}).",
        f"delete it: it is {which}. To type the line anew is the surest way.",
    )


def _code(sign: str) -> str:
    """Return the number of a sign as Unicode's tables have it."""
    return f"U+{ord(sign):04X}"
