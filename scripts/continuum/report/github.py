"""Problems -> what GitHub shows: notes on the lines of a change, and the summary of a job.

What comes from the content is text there too: it can neither give a command to the runner nor
become a link, a picture or a call to someone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from urllib.parse import quote

from . import terminal as words
from .markdown import CONTROL, plain
from .problem import Findings, Problem
from .terminal import excerpt

MOST = 10  # of one kind that GitHub shows for a step
ROOM = 1_000_000  # bytes; GitHub drops a summary of more than 1 MiB as a whole
FOR_THE_END = 80  # bytes kept for the last line
MORE = "\n{} more. `make check` shows them all.\n"
IN_TEXT = {"%": "%25", "\r": "%0D", "\n": "%0A"}
IN_PROPERTY = {**IN_TEXT, ":": "%3A", ",": "%2C"}
LINE = re.compile(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.M)

Lines = Mapping[str, set[int]]


def commands(found: Findings, changed: Lines | None) -> Iterator[str]:
    """Yield a command for each problem that GitHub can show beside the file, those on changed
    lines first.

    `changed` holds the numbers of each file's changed lines. Where it is known, advice on other
    lines is left to the summary: it is not about this change.
    """
    noted = _noted(found, changed)
    faults = [problem for problem in noted if not problem.advice]
    advice = [problem for problem in noted if problem.advice]
    shown = faults[:MOST] + advice[:MOST]
    for problem in shown:
        file = problem.file or found.file
        yield _command(problem, file)


def _noted(found: Findings, changed: Lines | None) -> list[Problem]:
    """Return the problems to show beside the file, those on changed lines first."""
    near = []
    far = []
    known = changed or {}
    for problem in found.problems:
        file = problem.file or found.file
        lines = known.get(file, ())
        if problem.place.line in lines:
            near.append(problem)
        elif changed is None or not problem.advice:
            far.append(problem)

    return near + far


def _command(problem: Problem, file: str) -> str:
    """Return what the runner reads: `::error file=…,line=…::what is wrong, and the fix`."""
    place = problem.place
    properties = {
        "file": file,
        "line": place.line,
        "endLine": place.line,
        "col": place.column,
        "endColumn": place.column + place.width - 1,
        "title": problem.path or file,
    }
    pairs = []
    for name, value in properties.items():
        shown = _data(str(value), IN_PROPERTY)
        pairs.append(f"{name}={shown}")

    kind = "error"
    if problem.advice:
        kind = "notice"

    where = ",".join(pairs)
    said = _data(f"{problem.text}\n{_remedy(problem)}: {problem.fix}")
    return f"::{kind} {where}::{said}"


def _remedy(problem: Problem) -> str:
    if problem.advice:
        return "Better"

    return "Fix"


def _data(text: str, codes: Mapping[str, str] = IN_TEXT) -> str:
    """Return a text as a command carries it: in one line, with codes for some signs."""
    data = CONTROL.sub(" ", text)
    for sign, code in codes.items():
        data = data.replace(sign, code)

    return data


def changed_lines(diff: str) -> set[int]:
    """Return the numbers of the lines that a git diff without context added or changed in one
    file.
    """
    changed = set()
    found = LINE.findall(diff)
    for first, length in found:
        start = int(first)
        end = start + int(length or 1)
        lines = range(start, end)
        changed.update(lines)

    return changed


def summary(found: Findings, address: str = "", room: int = ROOM) -> str:
    """Return all problems as Markdown, by the part of the file that they stand in, in at most
    `room` bytes.

    `address` is where the files of this version can be seen, such as
    `https://github.com/owner/name/blob/1a2b3c/`.
    """
    closing = words.closing(found)
    heading = f"### {plain(closing)}\n"
    used = len(heading.encode()) + FOR_THE_END
    shown = []
    for block in _blocks(found, address):
        used += len(block.encode())
        if used > room:
            left = len(found.problems) - len(shown)
            shown.append(MORE.format(left))
            break
        shown.append(block)

    blocks = "".join(shown)
    return heading + blocks


def _blocks(found: Findings, address: str) -> Iterator[str]:
    """Yield each problem as Markdown, the first of each part under a heading."""
    parts = _in_parts(found.problems)
    for part, problems in parts.items():
        heading = f"\n#### {plain(part)}\n"
        for problem in problems:
            block = _block(problem, found, address)
            yield heading + block
            heading = ""


def _in_parts(problems: Iterable[Problem]) -> dict[str, list[Problem]]:
    """Return the problems by the part of the file that they stand in, in the order in which the
    parts first appear.
    """
    parts = defaultdict(list)
    for problem in problems:
        part = _part(problem)
        together = parts[part]
        together.append(problem)

    return parts


def _part(problem: Problem) -> str:
    """Return the part of the file that a problem stands in: a level, a topic, or one of the
    file's own groups.
    """
    steps = problem.path.split(" > ")
    length = 1
    if steps[0] in ("levels", "topics"):
        length = 2

    way = " > ".join(steps[:length])
    part = way or problem.file or "The file as a whole"
    if problem.advice:
        return f"Advice: {part}"
    return part


def _block(problem: Problem, found: Findings, address: str) -> str:
    """Return one problem as Markdown: its place, the line, what is wrong, the fix."""
    where = _where(problem, found, address)
    shown = [
        "",
        f"{where}: {plain(problem.path)}",
        _line(problem, found),
        plain(problem.text),
        "",
        f"**{_remedy(problem)}:** {plain(problem.fix)}",
        "",
    ]
    return "\n".join(shown)


def _where(problem: Problem, found: Findings, address: str) -> str:
    """Return the file and the line, as a link where files can be seen."""
    file = problem.file or found.file
    line = problem.place.line
    where = f"{plain(file)}, line {line}"
    if not address:
        return where

    target = f"{address}{quote(file)}#L{line}"
    return f"[{where}]({target})"


def _line(problem: Problem, found: Findings) -> str:
    """Return the line of a problem with its spot underlined; nothing where it is empty."""
    source = found.text_of(problem)
    lines = source.split("\n")
    shown = excerpt(problem.place, lines)
    if not shown:
        return ""

    text = "\n".join(shown)
    text = CONTROL.sub(" ", text)
    html = escape(text, quote=False)
    return f"<pre>\n{html}\n</pre>\n"
