"""For editors: `python scripts/check.py [FILE]` reports every problem of the content, then advice.

    --format people   what to read in a terminal; this is what you get without the option
    --format github   notes on the changed lines of a pull request, and all in the job's summary
    --format json     for tools: an object with `file`, `problems` and `advice` (how many there
                      are), and `found`, a list. Each entry has `file`, `line`, `column`,
                      `endColumn` (the first one after it), all counted from 1; `path`, the way
                      to it in the editor's words; `text`, what is wrong; `fix`, what to do; and
                      `kind`, `problem` or `advice`.

It returns 0 for sound content, advice or not; 1 where there is a problem; 2 where the call was
wrong: no such file, no such option.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from continuum import examine
from continuum.report.github import Lines, changed_lines, commands, summary
from continuum.report.problem import ContentError, Findings, Problem
from continuum.report.text import advised, closing, reports
from continuum.settings import CONTENT, ROOT

DIFF = ("git", "diff", "--no-color", "--no-ext-diff", "--unified=0")


def main(arguments: list[str]) -> int:
    """Print what was found in the form asked for; return 0, 1 or 2 as said above."""
    asked = _asked(arguments)
    sound = ""
    try:
        content, _, found = examine(asked.file)
        counted = f"{len(content.levels)} levels, {len(content.sources)} sources"
        sound = f"{counted}: no problem found."
    except ContentError as error:
        found = error.findings
    except OSError as error:
        print(f"{error.filename} cannot be read: {error.strerror}.", file=sys.stderr)
        return 2
    FORMATS[asked.format](found, sound)
    return 0 if sound else 1


def _asked(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="check.py",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", nargs="?", type=Path, default=CONTENT)
    parser.add_argument("--format", choices=[*FORMATS], default="people")
    return parser.parse_args(arguments)


def for_people(found: Findings, sound: str) -> None:
    """Print each problem with its line, then advice, then how much it was."""
    last = advised(found) + sound if sound else closing(found)
    print("\n\n".join([*reports(found), last]))


def for_github(found: Findings, sound: str) -> None:
    """Print the commands that put notes on lines, and add everything to the job's summary."""
    for command in commands(found, lines_of_the_change(found)):
        print(command)
    counted = f"Problems: {len(found.faults)}. The summary of this job shows them all."
    print(sound or counted)
    if file := os.environ.get("GITHUB_STEP_SUMMARY"):
        told = summary(found, _address()) if found.problems else f"{sound}\n\n"
        with open(file, "a", encoding="utf-8") as page:
            page.write(told)


def _address() -> str:
    """Return where the files of this version can be seen; nothing where there is no telling."""
    names = ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA")
    here = [os.environ.get(name, "") for name in names]
    return "{}/{}/blob/{}/".format(*here) if all(here) else ""


def for_tools(found: Findings, sound: str) -> None:
    """Print everything as JSON."""
    whole = {
        "file": found.file,
        "problems": len(found.faults),
        "advice": len(found.advice),
        "found": [_entry(problem, found) for problem in found.problems],
    }
    print(json.dumps(whole, indent=1, ensure_ascii=False))


def _entry(problem: Problem, found: Findings) -> dict[str, Any]:
    return {
        "file": found.file_of(problem),
        "line": problem.place.line,
        "column": problem.place.column,
        "endColumn": problem.place.column + problem.place.width,
        "path": problem.path,
        "text": problem.text,
        "fix": problem.fix,
        "kind": "advice" if problem.advice else "problem",
    }


def lines_of_the_change(found: Findings) -> Lines | None:
    """Return the lines that a pull request changes in each file with a problem.

    None where there is no telling.
    """
    base = os.environ.get("GITHUB_BASE_REF")
    if not base or not shutil.which("git"):
        return None
    changed = {}
    for file in {found.file_of(problem) for problem in found.problems}:
        command = [*DIFF, f"origin/{base}...HEAD", "--", file]
        done = subprocess.run(
            command, cwd=ROOT, capture_output=True, encoding="utf-8", errors="replace"
        )
        if done.returncode:
            return None
        changed[file] = changed_lines(done.stdout)
    return changed


FORMATS = {"people": for_people, "github": for_github, "json": for_tools}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
