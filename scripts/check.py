"""For editors: `python scripts/check.py [FILE]` reports every problem of the content, then advice.

    --format people   what to read in a terminal; this is what you get without the option
    --format github   notes on the changed lines of a pull request, and everything in the job's summary
    --format json     for tools: an object with `file`, `problems` and `advice` (how many there are), and `found`, a list.
                      Each entry has `file`, `line`, `column`, `endColumn` (the first one after it), all counted from 1; `path`, the way to
                      it in the editor's words; `text`, what is wrong; `fix`, what to do; and `kind`, `problem` or `advice`.

It returns 0 for sound content, advice or not; 1 where there is a problem; 2 where the call was wrong: no such file, no such option.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from continuum import examine
from continuum.report.github import Lines, changed_lines, commands, summary
from continuum.report.problem import ContentError
from continuum.settings import CONTENT, ROOT


def main(arguments: list[str]) -> int:
    """Print what was found in the form asked for; return 0, 1 or 2 as said above."""
    asked = argparse.ArgumentParser(
        prog="check.py",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    asked.add_argument("file", nargs="?", type=Path, default=CONTENT)
    asked.add_argument(
        "--format", choices=["people", "github", "json"], default="people"
    )
    asked = asked.parse_args(arguments)
    sound = ""
    try:
        content, _, found = examine(asked.file)
        sound = f"{len(content.levels)} levels, {len(content.sources)} sources: no problem found."
    except ContentError as error:
        found = error
    except OSError as error:
        print(f"{error.filename} cannot be read: {error.strerror}.", file=sys.stderr)
        return 2
    {"people": for_people, "github": for_github, "json": for_tools}[asked.format](
        found, sound
    )
    return 0 if sound else 1


def for_people(found: ContentError, sound: str) -> None:
    """Print each problem with its line, then advice, then how much it was."""
    print(
        "\n\n".join(
            [*found.reports(), found.advised + sound if sound else found.closing]
        )
    )


def for_github(found: ContentError, sound: str) -> None:
    """Print the commands that put notes on lines, and add everything to the job's summary."""
    for command in commands(found, lines_of_the_change(found)):
        print(command)
    print(
        sound
        or f"Problems: {len(found.faults)}. The summary of this job shows them all."
    )
    if file := os.environ.get("GITHUB_STEP_SUMMARY"):
        here = [
            os.environ.get(name, "")
            for name in ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA")
        ]
        told = (
            summary(found, "{}/{}/blob/{}/".format(*here) if all(here) else "")
            if found.problems
            else f"{sound}\n\n"
        )
        with open(file, "a", encoding="utf-8") as page:
            page.write(told)


def for_tools(found: ContentError, sound: str) -> None:
    """Print everything as JSON."""
    entries = [
        {
            "file": problem.file or found.file,
            "line": problem.place.line,
            "column": problem.place.column,
            "endColumn": problem.place.column + problem.place.width,
            "path": problem.path,
            "text": problem.text,
            "fix": problem.fix,
            "kind": "advice" if problem.advice else "problem",
        }
        for problem in found.problems
    ]
    advice = len(found.problems) - len(found.faults)
    whole = {
        "file": found.file,
        "problems": len(found.faults),
        "advice": advice,
        "found": entries,
    }
    print(json.dumps(whole, indent=1, ensure_ascii=False))


def lines_of_the_change(found: ContentError) -> Lines | None:
    """Return the lines that a pull request changes in each file with a problem; None where there is no telling."""
    base = os.environ.get("GITHUB_BASE_REF")
    if not base or not shutil.which("git"):
        return None
    changed = {}
    for file in {problem.file or found.file for problem in found.problems}:
        command = [
            "git",
            "diff",
            "--no-color",
            "--no-ext-diff",
            "--unified=0",
            f"origin/{base}...HEAD",
            "--",
            file,
        ]
        done = subprocess.run(
            command, cwd=ROOT, capture_output=True, encoding="utf-8", errors="replace"
        )
        if done.returncode:
            return None
        changed[file] = changed_lines(done.stdout)
    return changed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
