"""The old site -> what others have put into it, which the new one keeps.

A site lists its own files in its mark. All else was put there by somebody: the name of a domain, a
proof for a search engine, a folder `.well-known`.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from .places import MARK


def sign(folder: Path) -> None:
    """Write into a new site which files are its own."""
    own = "".join(f"{name}\n" for name in sorted(files_in(folder)))
    (folder / MARK).write_text(own, encoding="utf-8")


def keep(old: Path, new: Path) -> tuple[list[str], list[str]]:
    """Copy what others put into the old site into the new one, which is signed already.

    Return the names of what was kept, and of what was not, since the new site has a file there of
    its own.
    """
    kept, left = [], []
    for name in sorted(put_there(old)):
        if _copied(old / name, new / name):
            kept.append(name)
        else:
            left.append(name)
    return kept, left


def put_there(site: Path) -> set[str]:
    """Return the names of the files of a site that are not its own; none where it does not say
    which those are.
    """
    try:
        own = (site / MARK).read_text(encoding="utf-8").splitlines()
    except OSError:
        return set()
    return set(files_in(site)) - set(own) if own else set()


def files_in(folder: Path) -> Iterator[str]:
    """Yield the name of each file below a folder, but for its mark. A link is a file."""
    for inside, folders, names in os.walk(folder):
        links = [name for name in folders if Path(inside, name).is_symlink()]
        for name in [*names, *links]:
            path = Path(inside, name).relative_to(folder)
            if path != Path(MARK):
                yield path.as_posix()


def _copied(file: Path, copy: Path) -> bool:
    """Return whether a file could be copied. It takes the place of none."""
    if os.path.lexists(copy):
        return False
    try:
        copy.parent.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        return False
    shutil.copy2(file, copy, follow_symlinks=False)
    return True
