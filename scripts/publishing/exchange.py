"""A finished site -> in the place of the old one. Killed at any moment, a whole one remains.

Where the system can exchange two folders in one step, there is a site at every moment. Elsewhere
there is none for a moment between two steps, and who is killed just then leaves the old one beside
it: the next run puts that back before it does anything else.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
from contextlib import suppress
from pathlib import Path

from .places import Places

HERE = -100  # AT_FDCWD: ways start at the folder that the program runs in
BOTH = 2  # RENAME_EXCHANGE


def repair(places: Places) -> bool:
    """Put back the site of an earlier run that was cut off, and throw away what else it left.
    Return whether there was a site to put back.
    """
    lost = places.old.is_dir() and not os.path.lexists(places.site)
    if lost:
        places.old.rename(places.site)
    discard(places)
    return lost


def exchange(new: Path, places: Places) -> None:
    """Put a new site in the place of the old one. Raises OSError where that cannot be done, and
    then the old one stands where it stood.
    """
    settle(new)
    if not os.path.lexists(places.site):
        new.rename(places.site)
    elif not _exchanged(new, places.site):
        _in_two_steps(new, places)
    _flush(places.site.parent)


def discard(places: Places) -> None:
    """Throw away what is no longer needed beside the site, as far as that can be done."""
    left = [places.gone, places.new]
    if os.path.lexists(places.site):
        left.append(places.old)
    for folder in left:
        with suppress(OSError):
            # From here on it may lack files, so nobody may take it for a whole site.
            if folder != places.gone:
                folder.rename(places.gone)
        with suppress(OSError):
            shutil.rmtree(places.gone, ignore_errors=True)


def settle(folder: Path) -> None:
    """Return when every byte of a folder lies on the disk: power may fail the moment after."""
    for inside, _, names in os.walk(folder):
        for name in names:
            file = os.path.join(inside, name)
            if not os.path.islink(file):
                _flush(file)
        _flush(inside)


def _flush(path: str | Path) -> None:
    """Write out a file or a folder. Where a system cannot do that for folders, it need not."""
    # Windows writes out what may be written to alone, and no folders.
    mode = os.O_RDWR if os.name == "nt" else os.O_RDONLY
    with suppress(PermissionError):
        opened = os.open(path, mode)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _exchanged(new: Path, site: Path) -> bool:
    """Return whether two folders have changed places in one step; not every system can."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    if rename(HERE, os.fsencode(new), HERE, os.fsencode(site), BOTH) == 0:
        return True

    number = ctypes.get_errno()
    if number in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):
        return False
    raise OSError(number, os.strerror(number), str(site))


def _in_two_steps(new: Path, places: Places) -> None:
    """Put the old site aside and the new one in its place; where that fails, put it back."""
    try:
        places.site.rename(places.old)
        new.rename(places.site)
    finally:
        if not os.path.lexists(places.site):
            places.old.rename(places.site)
