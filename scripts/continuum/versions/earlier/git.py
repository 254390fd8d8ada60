"""A folder under git -> its files as they were, and what changed in them since."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

ELSEWHERE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR")


@dataclass(frozen=True, slots=True)
class Commit:
    """One version of a folder."""

    folder: Path
    id: str

    def file(self, path: Path) -> bytes | None:
        """Return a file of the folder as it was; None where there was none."""
        inside = path.relative_to(self.folder)
        name = f"{self.id}:./{inside.as_posix()}"
        return _told(self.folder, "show", name)

    def phrases(self, language: str) -> bytes | None:
        """Return the site's own words as they were; None where there were none."""
        name = f"{language}.yaml"
        return self.file(self.folder / "content" / "words" / name)


def commit_of(folder: Path, ref: str) -> Commit | None:
    """Return the commit at which this work left a version; where git cannot tell, that version;
    None where git knows no such version.
    """
    name = f"{ref}^{{commit}}"
    known = _told(
        folder,
        "rev-parse",
        "--verify",
        "--quiet",
        "--end-of-options",
        name,
    )
    if not known:
        return None
    id = known.decode().strip()
    base = _told(folder, "merge-base", "HEAD", id)
    if base:
        id = base.decode().strip()
    return Commit(folder, id)


def diff_of(folder: Path, branch: str, file: str) -> str | None:
    """Return what this work changed in a file since it left a branch, without the lines around;
    None where git cannot tell.
    """
    told = _told(
        folder,
        "diff",
        "--no-color",
        "--no-ext-diff",
        "--unified=0",
        f"{branch}...HEAD",
        "--",
        file,
    )
    if told is None:
        return None
    return told.decode("utf-8", "replace")


def _told(folder: Path, *command: str) -> bytes | None:
    """Return what git says; None where it fails, or is not there.

    In a container the folder often belongs to somebody else. Then git says nothing, unless the
    call itself says that the folder may be read; and what a folder asks git to start is not.
    """
    git = shutil.which("git")
    if git is None:
        return None
    readable = ["-c", "safe.directory=*", "-c", "core.fsmonitor=false"]
    done = subprocess.run(
        [git, *readable, *command],
        cwd=folder,
        env=_environment(),
        capture_output=True,
    )
    if done.returncode:
        return None
    return done.stdout


def _environment() -> dict[str, str]:
    """Return the environment without what names another folder, as it does in a hook of git."""
    return {name: value for name, value in os.environ.items() if name not in ELSEWHERE}
