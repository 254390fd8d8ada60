"""For editors: `python scripts/due.py` lists what must be checked again, and when; `--format markdown` does it for an issue or a summary.

It returns 0 where nothing is overdue, and 1 where something is, so that a monthly job can tell whether to call someone. It returns 2 where
it cannot say: the call was wrong, or the content has problems.
"""

from __future__ import annotations

import argparse
import sys

from continuum import load
from continuum.editors.due import as_markdown, due, for_people
from continuum.report.problem import ContentError
from continuum.settings import this_day


def main(arguments: list[str]) -> int:
    """Print the list; return 0, 1 or 2 as said above."""
    asked = argparse.ArgumentParser(
        prog="due.py",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    asked.add_argument("--format", choices=["people", "markdown"], default="people")
    form = {"people": for_people, "markdown": as_markdown}[
        asked.parse_args(arguments).format
    ]
    try:
        entries = due(load()[0], this_day())
    except ContentError as error:
        print(error, file=sys.stderr)
        return 2
    print("\n".join(form(entries)))
    return 1 if entries[0].days < 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
