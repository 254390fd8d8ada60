"""For other site generators: `python scripts/write.py FOLDER` saves every generated file there, pages as Markdown.

`python scripts/write.py --schema FILE` saves the JSON Schema of `levels.yaml`, which editors' tools read.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from continuum import build, load
from continuum.editors.schema import schema
from continuum.report.problem import ContentError
from continuum.settings import site_address, this_day
from continuum.views.speaking import Site


def main(arguments: list[str]) -> int:
    """Save what was asked for. Return 1, and save nothing, where the content has a problem or the call is not understood."""
    if len(arguments) == 2 and arguments[0] == "--schema":
        Path(arguments[1]).write_text(
            json.dumps(schema(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
        )
        return 0
    if len(arguments) != 1 or arguments[0].startswith("-"):
        print(__doc__)
        return 1
    try:
        files = list(build(*load(), Site(site_address(), today=this_day())))
    except ContentError as error:
        print(error)
        return 1
    for file in files:
        path = Path(arguments[0]) / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.body)
    print(f"{len(files)} files saved in {arguments[0]}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
