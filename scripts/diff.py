"""For reviewers: what visitors will see change, as a Markdown table.

python scripts/diff.py            compares levels.yaml with what was pushed last (origin/HEAD), or else with the last commit
python scripts/diff.py REF        compares it with the commit at which this work left REF, such as main
python scripts/diff.py OLD NEW    compares two files

It ends with 0; with 1 where the new content has problems; with 2 where it was not called in one of these ways.
"""

from __future__ import annotations

import subprocess
import sys
from difflib import unified_diff
from itertools import islice
from pathlib import Path

from continuum import load, phrases_for
from continuum.language.phrases import Phrases
from continuum.language.phrases_file import patterns_of
from continuum.model.content import Content
from continuum.reading.read import read_content
from continuum.reading.tree import decode, locate
from continuum.report.problem import ContentError, Findings
from continuum.report.text import count
from continuum.rules.ids import ids_are_unique, ids_resolve
from continuum.rules.numbers import placeholders_resolve
from continuum.rules.subject import Subject
from continuum.settings import CONTENT, ROOT, WORDS, site_address, this_day
from continuum.versions.compare import diff, fitting
from continuum.versions.table import MOST, fenced, report
from continuum.views.speaking import Site, Views

FOUNDATIONS = (
    ids_are_unique,
    ids_resolve,
    placeholders_resolve,
)  # a version that breaks these cannot be shown as pages
UNREADABLE = "The old version does not fit today's shape of the file ({problems}), so its pages cannot be made. These lines changed:"


def main(arguments: list[str]) -> int:
    """Print what visitors will see change. Return 0, 1 where the new content has problems, 2 where the call is not understood."""
    try:
        old, commit, new = _versions(arguments)
    except LookupError as error:
        print(error.args[0], file=sys.stderr)
        return 2
    try:
        content, words = load(new)
    except ContentError as error:
        print(error)
        return 1
    site = Site(site_address())
    try:
        before, spoken = _read(old, commit)
    except ContentError as error:
        print(_lines(old, new.read_bytes(), error))
        return 0
    print(
        report(
            diff(Views(before, spoken, site), Views(content, words, site)), site.url
        ),
        end="",
    )
    return 0


def _versions(arguments: list[str]) -> tuple[bytes, str | None, Path]:
    """Return the old content, the commit it is from, if it is from one, and the new file. Raises LookupError with what to say."""
    if len(arguments) > 2 or any(argument.startswith("-") for argument in arguments):
        raise LookupError(__doc__)
    if len(arguments) == 2:
        missing = [name for name in arguments if not Path(name).is_file()]
        if missing:
            raise LookupError(f"There is no file “{missing[0]}”.\n\n{__doc__}")
        return Path(arguments[0]).read_bytes(), None, Path(arguments[1])
    commit = next(
        filter(None, map(_commit, arguments or ["origin/HEAD", "HEAD"])), None
    )
    if commit is None:
        raise LookupError(
            f"Git knows no version “{(arguments or ['HEAD'])[0]}” here. To compare two files, name both.\n\n{__doc__}"
        )
    old = _kept(commit, CONTENT)
    if old is None:
        raise LookupError(f"The version “{commit[:12]}” has no content/levels.yaml.")
    return old, commit, CONTENT


def _commit(ref: str) -> str | None:
    """Return the commit at which this work left a version, or where git cannot tell, that version."""
    known = _git(
        "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}"
    )
    base = known and _git("merge-base", "HEAD", known.decode().strip())
    return (base or known or b"").decode().strip() or None


def _kept(commit: str, file: Path) -> bytes | None:
    """Return a file as a commit has it; None where it has none."""
    return _git("show", f"{commit}:{file.relative_to(ROOT).as_posix()}")


def _git(*command: str) -> bytes | None:
    """Return what git says; None where it fails."""
    done = subprocess.run(["git", *command], cwd=ROOT, capture_output=True)
    return done.stdout if done.returncode == 0 else None


def _read(old: bytes, commit: str | None) -> tuple[Content, Phrases]:
    """Return the old version in today's shape. It need not keep today's rules, but for those that pages are built on. Raises ContentError."""
    text = decode(old, "the old version")
    content = read_content(locate(text))
    file = phrases_for(content, WORDS, "the old version", text)
    subject, words = Subject(content, file, this_day()), file.phrases
    faults = [fault.problem for rule in FOUNDATIONS for fault in rule(subject)]
    if faults:
        raise ContentError(Findings(faults, "the old version", text))
    said = _kept(commit, WORDS / f"{content.language}.yaml") if commit else None
    return content, fitting(
        words, patterns_of(locate(decode(said, "the old words")))
    ) if said else words


def _lines(old: bytes, new: bytes, error: ContentError) -> str:
    """Return the lines that differ, for an old version that cannot be shown as pages."""
    texts = [raw.decode("utf-8", "replace").splitlines() for raw in (old, new)]
    found = list(
        islice(unified_diff(*texts, "was", "will be", n=1, lineterm=""), 10_000)
    )
    return f"{UNREADABLE.format(problems=count(len(error.findings.problems), 'problem'))}\n\n{fenced(found, MOST)}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
