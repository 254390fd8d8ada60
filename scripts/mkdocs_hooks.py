"""The door to MkDocs: hands it the finished site, file by file.

Every page is whole before MkDocs sees it, so whatever engine of its family carries the site, the
help strip, the policy and the language are in it. Nothing of MkDocs is imported here: what is
needed comes with the files that it hands us.
"""

from __future__ import annotations

import gc
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from continuum import build  # noqa: E402
from continuum.report.problem import ContentError  # noqa: E402
from continuum.settings import SETTINGS, Settings, read_settings  # noqa: E402


def on_startup(command: str, dirty: bool) -> None:
    """Send those who would serve by MkDocs to the preview: a mistake would hang it."""
    if command == "serve":
        sys.exit("To see the site while you edit it, use: make serve")
    # A build is over before it pays to look for what is no longer needed.
    gc.disable()


def on_config(config: Any) -> Any:
    """Take away the pages that the theme makes by itself: the site brings its own."""
    config.theme.static_templates.clear()
    return config


def on_files(files: Any, config: Any) -> Any:
    """Put every file of the site in the place of what was found. A mistake ends the build."""
    one = next(iter(files))
    file, published = type(one), type(one.inclusion).INCLUDED
    for found in list(files):
        files.remove(found)
    try:
        for made in build(settings_of(config)):
            # Said outright, since files in a folder such as .well-known are left out otherwise.
            entry = file.generated(
                config, made.path, content=made.body, inclusion=published
            )
            files.append(entry)
    except ContentError as error:
        sys.exit(f"\n{error}")
    return files


def settings_of(config: Any) -> Settings:
    """Return the settings of the site, with what the engine has read from `mkdocs.yml`."""
    return replace(
        read_settings(Path(config.config_file_path or SETTINGS)),
        pages=Path(config.docs_dir),
        extensions=tuple(config.markdown_extensions),
        extension_settings=config.mdx_configs,
    )
