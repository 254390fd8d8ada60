"""For editors: `python scripts/due.py` lists what must be checked again, and when;
`--format markdown` does it for an issue or a summary.

It returns 0 where nothing is overdue, and 1 where something is, so that a monthly job can tell
whether to call someone. It returns 2 where it cannot say: the call was wrong, or the content has
problems.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from pathlib import Path

from continuum import examine_site, load
from continuum.editors.due import as_markdown, due, for_people
from continuum.report.problem import ContentError
from continuum.report.terminal import show_any_sign
from continuum.settings import read_settings, this_day

FORMS = {"people": for_people, "markdown": as_markdown}


def main(arguments: list[str], file: Path | None = None) -> int:
    """Print the list of a file, else of the site; return 0, 1 or 2 as said above."""
    asked = ArgumentParser(
        prog="due.py",
        description=__doc__,
        formatter_class=RawDescriptionHelpFormatter,
    )
    asked.add_argument("--format", choices=FORMS, default="people")
    called = asked.parse_args(arguments)
    try:
        if file:
            content, _ = load(file)
        else:
            _, content, _, _ = examine_site(read_settings(), this_day())
    except ContentError as error:
        print(error, file=sys.stderr)
        return 2

    entries = due(content, this_day())
    lines = FORMS[called.format](entries)
    print("\n".join(lines))
    first = entries[0]
    return 1 if first.days < 0 else 0


if __name__ == "__main__":
    show_any_sign()
    sys.exit(main(sys.argv[1:]))
