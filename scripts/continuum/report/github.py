"""Problems -> what GitHub shows: notes on the lines of a change, and the summary of a job.

What comes from the content is text there too: it can neither give a command to the runner nor become a link, a picture or a call to someone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, groupby
from urllib.parse import quote

from . import text as words
from .problem import Findings, Problem
from .text import excerpt

MOST = 10  # of one kind that GitHub shows for a step
ROOM = 1_000_000  # bytes; GitHub drops a summary of more than 1 MiB as a whole
CONTROL = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")
MARKUP = re.compile(r"[^\w\s,;?’“”–]|_")
LINE = re.compile(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.M)

Lines = Mapping[str, set[int]]


def commands(found: Findings, changed: Lines | None) -> Iterator[str]:
    """Yield a command for each problem that GitHub can show beside the file, those on changed lines first.

    `changed` holds the numbers of each file's changed lines. Where it is known, advice on other lines is left to the summary: it is not
    about this change.
    """
    near = [
        problem
        for problem in found.problems
        if problem.place.line in (changed or {}).get(problem.file or found.file, ())
    ]
    far = (
        [problem for problem in found.faults if problem not in near]
        if changed is not None
        else found.problems
    )
    for advice in (False, True):
        ordered = [problem for problem in chain(near, far) if problem.advice == advice]
        yield from (
            _command(problem, problem.file or found.file) for problem in ordered[:MOST]
        )


def _command(problem: Problem, file: str) -> str:
    place = problem.place
    properties = {
        "file": file,
        "line": place.line,
        "endLine": place.line,
        "col": place.column,
        "endColumn": place.column + place.width - 1,
        "title": problem.path or file,
    }
    told = ",".join(
        f"{name}={_property(str(value))}" for name, value in properties.items()
    )
    said = f"{problem.text}\n{'Better' if problem.advice else 'Fix'}: {problem.fix}"
    return f"::{'notice' if problem.advice else 'error'} {told}::{_data(said)}"


def _data(text: str) -> str:
    """Return a text as a command carries it: in one line."""
    return (
        CONTROL.sub(" ", text)
        .replace("%", "%25")
        .replace("\r", "%0D")
        .replace("\n", "%0A")
    )


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def changed_lines(diff: str) -> set[int]:
    """Return the numbers of the lines that a git diff without context added or changed in one file."""
    return {
        int(first) + step
        for first, length in LINE.findall(diff)
        for step in range(int(length or 1))
    }


def summary(found: Findings, address: str = "", room: int = ROOM) -> str:
    """Return all problems as Markdown, by the part of the file that they stand in, in at most `room` bytes.

    `address` is where the files of this version can be seen, such as `https://github.com/owner/name/blob/1a2b3c/`.
    """
    told, closing, left = (
        [f"### {plain(words.closing(found))}\n"],
        "\n{} more. `make check` shows them all.\n",
        len(found.problems),
    )
    used = len(told[0].encode()) + len(closing) + 20
    for part, problems in groupby(_in_parts(found.problems), _part):
        heading = f"\n#### {plain(part)}\n"
        for problem in problems:
            block = heading + _block(problem, found, address)
            used += len(block.encode())
            if used > room:
                return "".join(told) + closing.format(left)
            told.append(block)
            heading, left = "", left - 1
    return "".join(told)


def _part(problem: Problem) -> str:
    """Return the part of the file that a problem stands in: a level, a topic, or one of the file's own groups."""
    steps = problem.path.split(" > ")
    part = " > ".join(steps[:2] if steps[0] in ("levels", "topics") else steps[:1])
    return f"{'Advice: ' if problem.advice else ''}{part or problem.file or 'The file as a whole'}"


def _in_parts(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems with those of one part together, the parts in the order in which they first appear."""
    order = {
        part: place for place, part in enumerate(dict.fromkeys(map(_part, problems)))
    }
    return sorted(problems, key=lambda problem: order[_part(problem)])


def _block(problem: Problem, found: Findings, address: str) -> str:
    file, line = problem.file or found.file, problem.place.line
    where = f"{plain(file)}, line {line}"
    if address:
        where = f"[{where}]({address}{quote(file)}#L{line})"
    seen = _escaped(
        "\n".join(excerpt(problem.place, found.text_of(problem).split("\n")))
    )
    shown = f"<pre>\n{seen}\n</pre>\n" if seen else ""
    fix = "Better" if problem.advice else "Fix"
    return f"\n{where}: {plain(problem.path)}\n{shown}\n{plain(problem.text)}\n\n**{fix}:** {plain(problem.fix)}\n"


def _escaped(text: str) -> str:
    return (
        CONTROL.sub(" ", text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
    )


def plain(text: str) -> str:
    """Return a text as Markdown that shows it as it is. A mark after @ and # that nobody sees keeps GitHub from calling a person or an issue."""
    signs = MARKUP.sub(
        lambda sign: f"&#{ord(sign[0])};" + ("&#8203;" if sign[0] in "@#" else ""),
        CONTROL.sub(" ", text),
    )
    return re.sub(r"\s+", " ", signs).strip()
