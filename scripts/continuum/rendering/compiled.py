"""Templates -> the code that they became, kept where Python keeps what it compiled.

To make code of the templates takes longer than to render them for a small site. What cannot be
kept or read is made anew: no build fails for it.
"""

from __future__ import annotations

import sys
from importlib.util import cache_from_source
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, FileSystemBytecodeCache


class Compiled(FileSystemBytecodeCache):
    """Keeps what a folder of templates became, read with some settings, beside the folder."""

    def __init__(self, templates: Path, settings: object):
        beside = Path(cache_from_source(str(templates / "any.py")))
        super().__init__(str(beside.parent), "%s.jinja")
        self.made_by = f"{jinja2.__version__} {settings}"

    def get_source_checksum(self, source: str) -> str:
        """Return what changes when the text, the settings or the maker of the code change."""
        return super().get_source_checksum(self.made_by + source)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Put the code into a bucket where it was kept and can be read."""
        try:
            super().load_bytecode(bucket)
        except Exception:  # noqa: BLE001  whatever a broken file holds
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code, where Python may keep its own."""
        if sys.dont_write_bytecode:
            return
        try:
            Path(self.directory).mkdir(parents=True, exist_ok=True)
            super().dump_bytecode(bucket)
        except OSError:
            return
