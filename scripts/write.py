"""For other site generators: `python scripts/write.py FOLDER` saves every generated file there, pages as Markdown.

`python scripts/write.py --schema FILE` saves the JSON Schema of `levels.yaml`, which editors' tools read.
`python scripts/write.py --forms FOLDER` saves GitHub's issue forms, which name the levels and the numbers.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from continuum import build, load
from continuum.editors.forms import forms
from continuum.editors.schema import schema
from continuum.report.problem import ContentError
from continuum.settings import Publication, site_address, this_day


def main(arguments: list[str]) -> int:
    """Save what was asked for. Return 1, and save nothing, where the content has a problem or the call is not understood."""
    if len(arguments) == 2 and arguments[0] == "--schema":
        Path(arguments[1]).write_text(
            json.dumps(schema(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
        )
        return 0
    if len(arguments) == 2 and arguments[0] == "--forms":
        return write_forms(Path(arguments[1]))
    if len(arguments) != 1 or arguments[0].startswith("-"):
        print(__doc__)
        return 1
    try:
        files = list(build(*load(), Publication(site_address(), today=this_day())))
    except ContentError as error:
        print(error)
        return 1
    for file in files:
        path = Path(arguments[0]) / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.body)
    print(f"{len(files)} files saved in {arguments[0]}.")
    return 0


def write_forms(folder: Path) -> int:
    """Save the issue forms. Return 1, and save nothing, where the content has a problem."""
    try:
        made = list(forms(*load()))
    except ContentError as error:
        print(error)
        return 1
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in made:
        (folder / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
