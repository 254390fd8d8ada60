"""An exception -> problems of the files that it lies in, as editors are told of them."""

from __future__ import annotations

import traceback
from pathlib import Path

from continuum import unsayable
from continuum.language.phrases import UnsayablePhrase
from continuum.reading.characters import decode
from continuum.report.problem import ContentError, Findings, Place, Problem
from continuum.settings import TEMPLATES
from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from .watch import files

TEXTS = (".yaml", ".yml", ".md", ".html", ".j2", ".js", ".json")
PUT_BACK = "put it back, or give it its old name."


def explained(error: Exception, root: Path) -> Findings:
    """Return an error as problems of the files below `root` that it lies in.

    What is our own mistake is printed whole, for whoever can mend it.
    """
    if isinstance(error, UnsayablePhrase):
        error = unsayable(error)
    if isinstance(error, ContentError):
        return error.findings
    return (
        _of_a_file(error, root)
        or _of_a_template(error, root)
        or _of_filling(error, root)
        or _our_own(error, root)
    )


def _of_a_file(error: Exception, root: Path) -> Findings | None:
    """Return what is wrong with a file that cannot be read."""
    if isinstance(error, UnicodeDecodeError):
        return _not_text(root)
    if isinstance(error, OSError) and error.filename:
        path = Path(error.filename)
        why = error.strerror
        text = f"The file cannot be read: {why}."
        return _at(root, path, 1, text, PUT_BACK)

    return None


def _not_text(root: Path) -> Findings | None:
    """Return what is wrong with the first file that is not saved as UTF-8."""
    for file in files(root):
        path = Path(file)
        if path.suffix not in TEXTS or not path.is_file():
            continue

        name = _known_as(path, root)
        body = path.read_bytes()
        try:
            decode(body, name)
        except ContentError as found:
            return found.findings

    return None


def _of_a_template(error: Exception, root: Path) -> Findings | None:
    """Return what is wrong with a template that is not there or cannot be read."""
    if isinstance(error, TemplateNotFound):
        path = TEMPLATES / f"{error.name}"
        text = "This template is not there."
        return _at(root, path, 1, text, PUT_BACK)

    if isinstance(error, TemplateSyntaxError) and error.filename:
        path = Path(error.filename)
        text = f"This template cannot be read: {error.message}"
        fix = "look at this line, and at the tags before it."
        return _at(root, path, error.lineno, text, fix)

    return None


def _of_filling(error: Exception, root: Path) -> Findings | None:
    """Return what went wrong while a template was filled in, if that is where it did.

    Jinja puts the template and its line among the steps that led there, as if it were a program.
    """
    what = "cannot be filled in"
    if isinstance(error, TemplateError):
        what = "asks for something that does not exist"

    templates = root / "overrides"
    steps = traceback.extract_tb(error.__traceback__)
    for step in reversed(steps):
        path = Path(step.filename)
        if path.is_relative_to(templates):
            text = f"This template {what}: {error}"
            fix = "look for a slip of the pen in this line."
            return _at(root, path, step.lineno, text, fix)

    return None


def _our_own(error: Exception, root: Path) -> Findings:
    """Return what a mistake of the program says to editors, and print what it says to others."""
    traceback.print_exception(error)
    steps = traceback.extract_tb(error.__traceback__)
    last = steps[-1]
    path = Path(last.filename)
    kind = type(error).__name__
    mistake = f"The program itself made a mistake ({kind}: {error})."
    text = f"{mistake} You did nothing wrong."
    fix = "undo the last change, and send what the terminal says to a developer."
    return _at(root, path, last.lineno, text, fix)


def _at(root: Path, path: Path, line: int, text: str, fix: str) -> Findings:
    """Return a problem that lies in a whole line of a file."""
    source = _text_of(path)
    problem = Problem(
        place=_whole_line(source, line),
        path="",
        text=text,
        fix=fix,
    )
    return _in(root, path, problem)


def _in(root: Path, path: Path, problem: Problem) -> Findings:
    """Return a problem of a file."""
    return Findings(
        problems=[problem],
        file=_known_as(path, root),
        source=_text_of(path),
    )


def _known_as(path: Path, root: Path) -> str:
    """Return how an editor knows a file: its way from `root`, where it lies below it."""
    if not path.is_relative_to(root):
        return path.name

    way = path.relative_to(root)
    return way.as_posix()


def _text_of(path: Path) -> str:
    """Return the text of a file; nothing where there is no such file."""
    if not path.is_file():
        return ""
    return path.read_text(encoding="utf-8", errors="replace")


def _whole_line(source: str, number: int) -> Place:
    """Return the place of a line, from its first letter to its last."""
    lines = source.split("\n")
    if number > len(lines):
        return Place(number)

    line = lines[number - 1].rstrip()
    said = line.lstrip()
    before = len(line) - len(said)
    width = max(1, len(said))
    return Place(number, before + 1, width)
