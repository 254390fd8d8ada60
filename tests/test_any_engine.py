"""The site is the same whatever carries it: MkDocs, ProperDocs, Zensical, or nothing at all."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import made
import pytest
import write
from building import built, write_settings
from continuum.rendering.text import read

ADDRESS = "https://care.example/levels/"


@pytest.fixture(scope="module")
def sites(tmp_path_factory) -> dict[str, Path]:
    """One small site, as each engine carries it."""
    folder = tmp_path_factory.mktemp("engines")
    content = folder / "levels.yaml"
    content.write_text(made.text_of(made.sound()), encoding="utf-8")
    none, properdocs = folder / "none", folder / "properdocs"
    write_settings(properdocs, content, ADDRESS, "mailto:safe@care.example")
    done = built(properdocs, "properdocs")
    assert done.returncode == 0, done.stdout + done.stderr
    assert write.main([str(none), "--settings", str(properdocs / "mkdocs.yml")]) == 0
    return {
        "none": none,
        "properdocs": properdocs / "site",
        "zensical": carried_by_zensical(none, folder / "zensical"),
    }


def carried_by_zensical(saved: Path, folder: Path) -> Path:
    """Return the site that Zensical makes of what `write.py` saved. Its theme brings a page for
    what is missing and a list of pages; a folder of our own takes their place.
    """
    shutil.copytree(saved, folder / "docs")
    (folder / "own").mkdir()
    for name in ("404.html", "sitemap.xml"):
        shutil.copy(saved / name, folder / "own" / name)
    lines = [f"site_name: Levels\nsite_url: {ADDRESS}\n"]
    lines += ["theme:\n  name: material\n  custom_dir: own\n"]
    (folder / "mkdocs.yml").write_text("".join(lines), encoding="utf-8")
    command = [sys.executable, "-m", "zensical", "build", "-f", "mkdocs.yml"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def files(site: Path) -> dict[str, bytes]:
    """Return every file of a site by its path."""
    found = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in found}


def test_every_file_is_the_same(sites):
    """ProperDocs and no engine at all give the same files, byte for byte: an engine is handed
    whole documents and adds nothing. `test_two_builds_are_the_same` says so of MkDocs.
    """
    carried = files(sites["properdocs"])
    assert carried == files(sites["none"])
    assert ".well-known/security.txt" in carried  # which engines leave out of a folder


def test_zensical_carries_the_same_pages(sites):
    """Zensical gives the same pages at the same addresses. What it adds is its theme's own; folders
    that begin with a dot it leaves out.
    """
    ours, theirs = files(sites["none"]), files(sites["zensical"])
    lost = {path for path in ours if ours[path] != theirs.get(path)}
    assert lost == {".well-known/security.txt"}
    more = {path.split("/")[0] for path in theirs.keys() - ours.keys()}
    assert more <= {"assets", "search.json"}


@pytest.mark.parametrize("engine", ["none", "zensical"])
def test_every_page_has_the_help_strip(sites, engine):
    """Every page of every engine has the help strip, a title and its text; redirects lead on."""
    pages = sorted(sites[engine].rglob("*.html"))
    assert len(pages) > 20
    for page in pages:
        html = page.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' in html:
            continue
        assert re.search(r"<aside\b[^>]*\sdata-help\b.*?tel:", html, re.S), page
        assert read(html).lines(), page
