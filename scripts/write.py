"""Saves the whole site without any site generator, or what the content's tools read.

    python scripts/write.py FOLDER          every file of the site, ready for a static host
    python scripts/write.py --schema FILE   the JSON Schema of `levels.yaml`, which editors read;
                                            that of `site.yaml` with --of site

It ends with 0; with 1 where the content has a problem, and then nothing is saved; with 2 where a
file cannot be read or saved, or it was not called in one of these ways.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from continuum import build
from continuum.editors.schema import FILES, schema
from continuum.report.problem import ContentError
from continuum.report.terminal import show_any_sign
from continuum.settings import SETTINGS, read_settings


def main(arguments: list[str]) -> int:
    """Save what was asked for. Return 0, 1 or 2 as said above."""
    asked = _asked(arguments)
    try:
        if asked.schema:
            text = (
                json.dumps(schema(FILES[asked.of]), indent=1, ensure_ascii=False) + "\n"
            )
            asked.schema.write_text(text, encoding="utf-8")
        else:
            made = build(read_settings(asked.settings))
            files = [(file.path, file.body) for file in made]
            _save(asked.folder, files)
            print(f"{len(files)} files saved in {asked.folder}.")
    except ContentError as error:
        print(error)
        return 1
    except OSError as error:
        print(f"{error.filename}: {error.strerror}.", file=sys.stderr)
        return 2
    return 0


def _asked(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="write.py",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("folder", nargs="?", type=Path)
    which.add_argument("--schema", type=Path, metavar="FILE")
    parser.add_argument("--of", choices=FILES, default="levels")
    parser.add_argument(
        "--settings", type=Path, default=SETTINGS, help="another mkdocs.yml"
    )
    return parser.parse_args(arguments)


def _save(folder: Path, files: list[tuple[str, bytes]]) -> None:
    for path, body in files:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(body)


if __name__ == "__main__":
    show_any_sign()
    sys.exit(main(sys.argv[1:]))
