"""For editors: `python scripts/check.py [file]` reports every problem of the content, and exits with 1 if there is one."""

from __future__ import annotations

import sys
from pathlib import Path

from continuum import CONTENT, ContentError, load


def main(arguments: list[str]) -> int:
    """Return 0 for sound content, else print what is wrong and return 1."""
    try:
        continuum, _ = load(Path(arguments[0]) if arguments else CONTENT)
    except ContentError as error:
        print(error)
        return 1
    print(f"{len(continuum.levels)} levels, {len(continuum.sources)} sources: no problem found.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
