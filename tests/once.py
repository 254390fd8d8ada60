"""What is made once for all workers that test side by side, however many of them ask for it."""

from __future__ import annotations

import fcntl
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

Made = TypeVar("Made")
# Where workers find what another one made. Without it each makes its own.
folder: Path | None = None


def for_all(name: str, make: Callable[[], Made]) -> Made:
    """Return what `make` returns, or what it returned to the first worker that asked for `name`.

    Who asks meanwhile waits. Each worker has a copy of its own.
    """
    if folder is None:
        return make()
    kept = folder / f"{name}.pickle"
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if kept.exists():
            return pickle.loads(kept.read_bytes())
        found = make()
        beside = kept.with_suffix(".new")
        beside.write_bytes(pickle.dumps(found))
        beside.rename(kept)
    return found
