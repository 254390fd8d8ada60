"""For reviewers: what visitors will see change, as a Markdown table.

python scripts/diff.py            compares levels.yaml with what was pushed last
                                  (origin/HEAD), or else with the last commit
python scripts/diff.py REF        compares it with the commit at which this work
                                  left REF, such as main
python scripts/diff.py OLD NEW    compares two files

It ends with 0; with 1 where the new content has problems; with 2 where it was not called
in one of these ways.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from pathlib import Path

from continuum import load
from continuum.addresses.web import published_at
from continuum.report.problem import ContentError
from continuum.report.terminal import show_any_sign
from continuum.settings import LEVELS, ROOT, Publication, read_settings
from continuum.versions.compare import compare
from continuum.versions.earlier.git import Commit, commit_of
from continuum.versions.earlier.older import by_lines, read_older
from continuum.versions.seen import Version
from continuum.versions.table import report
from continuum.views.speaking import Speaker

USAGE = """python scripts/diff.py
       python scripts/diff.py REF
       python scripts/diff.py OLD NEW"""


def main(arguments: list[str], folder: Path | None = None) -> int:
    """Print what visitors will see change on the site, or in a project's folder; return 0 or 1,
    or exit with 2, as said above.
    """
    asked = ArgumentParser(
        usage=USAGE,
        description=__doc__,
        formatter_class=RawDescriptionHelpFormatter,
    )
    asked.add_argument("old", nargs="?", metavar="REF or OLD")
    asked.add_argument("new", nargs="?", metavar="NEW", type=Path)
    called = asked.parse_args(arguments)

    here = folder / "content" / LEVELS if folder else read_settings().content
    new = called.new or here
    try:
        commit = None if called.new else _commit(called.old, folder or project_of(here))
        old = _old(called.old, commit, new)
    except LookupError as error:
        asked.error(error.args[0])
    try:
        print(_told(old, commit, new), end="")
    except ContentError as error:
        print(error)
        return 1
    return 0


def project_of(file: Path) -> Path:
    """Return the folder whose history is asked: the project's, or a site's own."""
    return ROOT if file.is_relative_to(ROOT) else file.parent


def _told(old: bytes, commit: Commit | None, new: Path) -> str:
    """Return what visitors will see change. Raises ContentError for problems of the new content."""
    site = Publication(published_at(read_settings()))
    will = Speaker(*load(new), site)
    try:
        was = Speaker(*read_older(old, commit), site)
    except ContentError as error:
        return by_lines(old, new.read_bytes(), len(error.findings.problems))
    found = compare(Version(was), Version(will))
    return report(found, site.url)


def _commit(ref: str | None, folder: Path) -> Commit:
    """Return the commit to compare with. Raises LookupError with what to say if there is none."""
    for known in (ref,) if ref else ("origin/HEAD", "HEAD"):
        commit = commit_of(folder, known)
        if commit:
            return commit
    unknown = f"Git knows no version “{ref or 'HEAD'}” here."

    raise LookupError(f"{unknown} To compare two files, name both.")


def _old(name: str | None, commit: Commit | None, new: Path) -> bytes:
    """Return the old content. Raises LookupError with what to say if it or the new is missing."""
    if commit:
        kept = commit.file(new)
        if kept is None:
            raise LookupError(
                f"The version “{commit.id[:12]}” has no {new.parent.name}/{new.name}."
            )
        return kept
    for file in (Path(name), new):
        if not file.is_file():
            raise LookupError(f"There is no file “{file}”.")

    return Path(name).read_bytes()


if __name__ == "__main__":
    show_any_sign()
    sys.exit(main(sys.argv[1:]))
