"""Templates -> the code that they became, kept where Python keeps what it compiled.

To make code of the templates takes longer than to render them for a small site. What cannot be
kept or read is made anew: no build fails for it.
"""

from __future__ import annotations

import sys
from importlib.util import cache_from_source
from pathlib import Path
from types import CodeType

import jinja2
from jinja2 import Environment
from jinja2.bccache import Bucket, FileSystemBytecodeCache


class Compiled(FileSystemBytecodeCache):
    """Keeps what a folder of templates became, read with some settings, beside the folder."""

    def __init__(self, templates: Path, settings: object):
        beside = Path(cache_from_source(str(templates / "any.py")))
        super().__init__(str(beside.parent), "%s.jinja")
        self.made_by = f"{jinja2.__version__} {settings}"

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return what is the same for a template wherever its folder stands, so that a folder that
        was moved or copied takes along what was kept.
        """
        return super().get_cache_key(name)

    def get_bucket(
        self, environment: Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        """Return what was kept of a template, told where that stands now."""
        bucket = super().get_bucket(environment, name, filename, source)
        if bucket.code and filename and bucket.code.co_filename != filename:
            bucket.code = _standing_at(filename, bucket.code)
        return bucket

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


def _standing_at(file: str, code: CodeType) -> CodeType:
    """Return code whose errors name another file."""
    parts = []
    for part in code.co_consts:
        inner = isinstance(part, CodeType)
        parts.append(_standing_at(file, part) if inner else part)
    return code.replace(co_filename=file, co_consts=tuple(parts))
