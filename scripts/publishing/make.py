"""The project's files -> a checked site, and what its pieces weigh."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

from continuum import examine_site
from continuum.addresses import of_file
from continuum.addresses.web import published_at
from continuum.outputs.inspection import faults_of
from continuum.report.problem import ContentError
from continuum.settings import ROOT, Settings, read_settings, this_day

from .links import broken_links


def checked_site(folder: Path) -> Path | None:
    """Build the site below a folder, and check it. Return where it is; None where it has a fault,
    which was printed.
    """
    settings = read_settings()
    try:
        address = published_at(settings)
    except ContentError as error:
        print(error)
        return None
    site = place_in(folder, address)
    if build(site) and is_sound(site, folder, settings):
        return site
    return None


def place_in(folder: Path, address: str) -> Path:
    """Return where a site has to lie in a folder, so that addresses that start at the root of its
    address lead where they will lead. It is never outside of the folder.
    """
    names = []
    for part in urlsplit(address).path.split("/"):
        name = unquote(part)
        if name not in ("", ".", "..") and "/" not in name and "\0" not in name:
            names.append(name)
    return folder.joinpath(*names)


def build(folder: Path) -> bool:
    """Return whether a strict build into a folder succeeded."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir"]
    environment = dict(os.environ)
    if environment.get("SITE"):  # the engine runs elsewhere
        environment["SITE"] = str(Path(environment["SITE"]).resolve())
    made = subprocess.run([*command, folder], cwd=ROOT, env=environment)
    return made.returncode == 0


def is_sound(site: Path, root: Path, settings: Settings) -> bool:
    """Return whether every page is sound, and every link and anchor leads somewhere. Print what is
    not.
    """
    sound = pages_are_sound(site, settings)
    for fault in broken_links(site, root, published_at(settings)):
        print(fault)
        sound = False
    return sound


def pages_are_sound(folder: Path, settings: Settings) -> bool:
    """Return whether every page has its help strip, the warning cards that its content asks for
    and no script of its own.
    """
    _, content, _, _ = examine_site(settings, this_day())
    sound = True
    for page in sorted(folder.rglob("*.html")):
        path = page.relative_to(folder)
        html = page.read_text(encoding="utf-8")
        for fault in faults_of(path, html, content):
            print(f"{path}: {fault}")
            sound = False
    return sound


def about(folder: Path) -> str:
    """Return what whoever publishes a site should know of it."""
    told = sizes(folder)
    if not published_at(read_settings()):
        told += "\nIt does not know where it will stand, so nothing of it can be shown on other"
        told += " sites. Write its address into site.yaml, and build it again."
    return told


def sizes(folder: Path) -> str:
    """Return what pieces and their scripts weigh when compressed."""
    inside = folder / of_file("scripts")
    scripts = ", ".join(
        f"{path.name} {weight(path):,}" for path in sorted(inside.rglob("*.js"))
    )
    pieces = [weight(path) for path in (folder / of_file("pieces")).rglob("*.html")]
    least, most = min(pieces), max(pieces)
    told = (
        f"{len(pieces)} pieces for other sites: {least:,} to {most:,} bytes compressed"
    )
    return f"{told}; scripts: {scripts}."


def weight(path: Path) -> int:
    """Return how many bytes a file has when compressed."""
    return len(gzip.compress(path.read_bytes(), 9))
