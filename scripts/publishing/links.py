"""A built site -> whether each of its links, files and anchors leads somewhere.

The program that looks, lychee, goes by settings and by lists of what to ignore that it finds where
it runs, in the home of whoever runs it and in git. None of these may decide what it looks at here,
so each is turned off, and it is asked first which files it will look at.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

KINDS = ("html", "xml", "css", "txt", "md")
NAMED = 5  # files of many, where all would be too many to read


def broken_links(folder: Path, root: Path, address: str) -> Iterator[str]:
    """Yield what is wrong with the links of a site in a folder, which will stand at `address`;
    `root` is the folder that addresses start at which have no name of a site.
    """
    beside = str(Path(sys.executable).parent)
    lychee = shutil.which("lychee", path=beside) or shutil.which("lychee")
    if not lychee:
        yield "lychee is not installed, so links cannot be checked."
        return

    command = [lychee, "--config", os.devnull, "--no-ignore", "--hidden"]
    command += ["--extensions", ",".join(KINDS)]
    unseen = _unseen(command, folder)
    if unseen:
        some = ", ".join(unseen[:NAMED])
        yield f"The check of links does not look at {len(unseen)} files, such as {some}."
        return

    command += ["--offline", "--include-fragments", "--no-progress"]
    command += ["--index-files", "index.html", "--root-dir", str(root.resolve())]
    if address:
        command += ["--remap", f"{re.escape(address)} {folder.resolve().as_uri()}/"]
    done = _run(command, folder)
    if done.returncode:
        yield f"{done.stdout[:4000]}{done.stderr[-2000:]}"


def _unseen(command: list[str], folder: Path) -> list[str]:
    """Return the files of a folder that hold links and that lychee will not look at."""
    done = _run([*command, "--dump-inputs"], folder)
    seen = {line.removeprefix("./") for line in done.stdout.splitlines()}
    unseen = []
    for file in sorted(folder.rglob("*")):
        name = file.relative_to(folder).as_posix()
        if file.is_file() and file.suffix[1:] in KINDS and name not in seen:
            unseen.append(name)
    return unseen


def _run(command: list[str], folder: Path) -> subprocess.CompletedProcess:
    """Return how lychee went, over a whole folder. It starts there, so that no sign in the folder's
    name is taken for a pattern.
    """
    return subprocess.run(
        [*command, "--", "."],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
