"""For editors: `python scripts/check.py [FILE]` reports every problem of the content, then advice.

    --format people   what to read in a terminal; this is what you get without the option
    --format github   notes on the changed lines of a pull request, and everything in the job's
                      summary
    --format json     for tools: an object with `file`, `problems` and `advice` (how many there
                      are), and `found`, a list. Each entry has `file`, `line`, `column`,
                      `endColumn` (the first one after it), all counted from 1; `path`, the way to
                      it in the editor's words; `text`, what is wrong; `fix`, what to do; and
                      `kind`, `problem` or `advice`.

It returns 0 for sound content, advice or not; 1 where there is a problem; 2 where the call was
wrong: no such file, no such option.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from continuum.model.content import Content
    from continuum.report.github import Lines

if __name__ == "__main__":
    # Half a second is over before it pays to look for what is no longer needed.
    gc.disable()

from continuum import examine, examine_site  # noqa: E402
from continuum.report.problem import ContentError, Findings  # noqa: E402
from continuum.report.terminal import advised, closing, reports, show_any_sign  # noqa: E402
from continuum.report.tools import found_as_values  # noqa: E402
from continuum.settings import ROOT, read_settings, this_day  # noqa: E402

SERVER = ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA")


def main(arguments: list[str]) -> int:
    """Print what was found in the form asked for; return 0, 1 or 2 as said above."""
    asked = ArgumentParser(
        prog="check.py",
        description=__doc__,
        formatter_class=RawDescriptionHelpFormatter,
    )
    asked.add_argument("file", nargs="?", type=Path)
    asked.add_argument("--format", choices=FORMS, default="people")
    called = asked.parse_args(arguments)

    sound = ""
    try:
        content, found = examined(called.file)
        levels, sources = len(content.levels), len(content.sources)
        sound = f"{levels} levels, {sources} sources: no problem found."
    except ContentError as error:
        found = error.findings
    except OSError as error:
        print(f"{error.filename} cannot be read: {error.strerror}.", file=sys.stderr)
        return 2
    FORMS[called.format](found, sound)
    return 0 if sound else 1


def examined(file: Path | None) -> tuple[Content, Findings]:
    """Return the content of a file, else of the site, and what might be better. Raises ContentError
    with every problem.
    """
    if file:
        content, _, found = examine(file)
        return content, found
    _, content, _, found = examine_site(read_settings(), this_day())
    return content, found


def for_people(found: Findings, sound: str) -> None:
    """Print each problem with its line, then advice, then how much it was."""
    last = advised(found) + sound if sound else closing(found)
    print("\n\n".join([*reports(found), last]))


def for_github(found: Findings, sound: str) -> None:
    """Print the commands that put notes on lines, and add everything to the job's summary."""
    # What only a job on GitHub needs is not read at a desk.
    from continuum.report.github import commands

    for command in commands(found, lines_of_the_change(found)):
        print(command)
    told = f"Problems: {len(found.faults)}. The summary of this job shows them all."
    print(sound or told)

    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if file:
        with open(file, "a", encoding="utf-8") as page:
            page.write(_summary(found, sound))


def _summary(found: Findings, sound: str) -> str:
    """Return what stands in the job's summary, with links where GitHub says where files are."""
    from continuum.report.github import summary

    if not found.problems:
        return f"{sound}\n\n"
    here = [os.environ.get(name, "") for name in SERVER]
    address = "{}/{}/blob/{}/".format(*here) if all(here) else ""
    return summary(found, address)


def for_tools(found: Findings, sound: str) -> None:
    """Print everything as JSON."""
    values = found_as_values(found)
    print(json.dumps(values, indent=1, ensure_ascii=False))


def lines_of_the_change(found: Findings, folder: Path = ROOT) -> Lines | None:
    """Return the lines that a pull request changes in each file with a problem; None where there
    is no telling.
    """
    from continuum.report.github import changed_lines
    from continuum.versions.earlier.git import diff_of

    base = os.environ.get("GITHUB_BASE_REF")
    if not base:
        return None
    changed = {}
    for file in {problem.file or found.file for problem in found.problems}:
        diff = diff_of(folder, f"origin/{base}", file)
        if diff is None:
            return None
        changed[file] = changed_lines(diff)
    return changed


FORMS = {"people": for_people, "github": for_github, "json": for_tools}

if __name__ == "__main__":
    show_any_sign()
    sys.exit(main(sys.argv[1:]))
