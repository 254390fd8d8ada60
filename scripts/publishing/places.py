"""A folder -> where the site stands and what stands beside it, and why none can be put there."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

MARK = ".made-by-levels-of-care"
MOUNTS = Path("/proc/self/mountinfo")


@dataclass(frozen=True, slots=True)
class Places:
    """The site, and what stands beside it for as long as a new one is made.

    Beside it, because there it lies on the same disk, and no file needs to be moved.
    """

    site: Path

    @property
    def new(self) -> Path:
        """The new site, until it stands in the place of the old one."""
        return self._beside("new")

    @property
    def old(self) -> Path:
        """The last good site, for the moment in which the new one takes its place."""
        return self._beside("old")

    @property
    def gone(self) -> Path:
        """What is being thrown away: it may lack files, so it is never put back."""
        return self._beside("gone")

    @property
    def lock(self) -> Path:
        """The file that says whose turn it is."""
        return self._beside("lock")

    def _beside(self, name: str) -> Path:
        return self.site.with_name(f".{self.site.name}-{name}")


def refusal_beside(site: Path) -> str:
    """Return why nothing can be put beside a folder, and what to do; nothing where it can."""
    if not site.name:
        return f"{site} is the whole disk. Name a folder in it."
    try:
        site.parent.mkdir(parents=True, exist_ok=True)
        Places(site).lock.touch()
    except OSError as error:
        told = f"Nothing can be put into {site.parent} ({error.strerror}), and a new site is made"
        return f"{told} there beside the old one. Name a folder elsewhere."
    return ""


def refusal(site: Path) -> str:
    """Return why what stands in a folder cannot be exchanged, and what to do; nothing where it can
    be. No other build may put a site there meanwhile.
    """
    if not site.exists():
        return ""
    if not site.is_dir():
        return f"{site} is a file. Name a folder, or move it away first."
    if _is_mounted(site):
        inner = site / "www"
        told = f"{site} is where another disk is attached, and cannot be exchanged as a whole."
        return f"{told} Name a folder in it, such as {inner}."
    if not (site / MARK).exists() and any(site.iterdir()):
        return f"{site} was not made by this program, so it is left alone. Move it away first."
    if not os.access(site, os.W_OK | os.X_OK):
        return (
            f"{site} may not be changed by you. Ask its owner, or name another folder."
        )
    return ""


def _is_mounted(folder: Path) -> bool:
    """Return whether a folder is where something is attached, be it a part of the same disk."""
    if os.path.ismount(folder):
        return True
    try:
        mounts = MOUNTS.read_bytes().splitlines()
    except OSError:
        return False
    points = {line.split(b" ")[4] for line in mounts}
    return _escaped(folder) in points


def _escaped(folder: Path) -> bytes:
    """Return the way to a folder as the system lists it: some signs stand there as numbers."""
    name = os.fsencode(folder)
    for sign in b"\\ \t\n":
        name = name.replace(bytes([sign]), b"\\%03o" % sign)
    return name
