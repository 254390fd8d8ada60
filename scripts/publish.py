"""Builds the site beside the old one, checks it, and swaps it in. Where anything fails, the old
site stays as it was.

    python scripts/publish.py [FOLDER]   FOLDER is site/ where it is not said
"""

from __future__ import annotations

import argparse
import gzip
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

from continuum import load
from continuum.addresses import of_file
from continuum.outputs.inspection import faults_of
from continuum.settings import ROOT, Settings, read_settings

MARK = ".made-by-levels-of-care"


def main(arguments: list[str]) -> int:
    """Return 0 when the folder holds the new site, 1 when it was left alone."""
    asked = argparse.ArgumentParser(prog="publish.py", description=__doc__)
    asked.add_argument("folder", nargs="?", type=Path, default=ROOT / "site")
    return publish(asked.parse_args(arguments).folder.resolve())


def publish(target: Path) -> int:
    """Put a new site into `target`; return 0, or 1 where it was left alone."""
    if target.exists() and not (target / MARK).exists():
        told = f"{target} was not made by this program, so it is left alone."
        print(f"{told} Move it away first.")
        return 1
    settings = read_settings()
    root, old = (target.with_name(f".{target.name}-{name}") for name in ("new", "old"))
    # Where it will be served, so that addresses from the root hold.
    new = root / urlsplit(settings.url).path.strip("/")
    shutil.rmtree(root, ignore_errors=True)
    try:
        if not build(new) or not check(new, root, settings):
            print(f"Nothing was published. {target} is as it was.")
            return 1
        (new / MARK).touch()
        swap(new, target, old)
    finally:
        shutil.rmtree(root, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)
    pages = sum(1 for _ in target.rglob("*.html"))
    print(f"The site is in {target}: {pages} pages.\n{sizes(target)}")
    return 0


def build(folder: Path) -> bool:
    """Return whether a strict build into `folder` succeeded."""
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--site-dir",
        folder,
    ]
    return subprocess.run(command, cwd=ROOT).returncode == 0


def check(folder: Path, root: Path, settings: Settings) -> bool:
    """Return whether every page is sound, and every link and anchor leads somewhere."""
    sound = pages_are_sound(folder, settings)
    return links_lead_somewhere(folder, root, settings.url) and sound


def pages_are_sound(folder: Path, settings: Settings) -> bool:
    """Return whether every page has its help strip, the warning cards that its content asks for
    and no script of its own.
    """
    content, _ = load(settings.content, settings.words)
    sound = True
    for page in sorted(folder.rglob("*.html")):
        path = page.relative_to(folder)
        html = page.read_text(encoding="utf-8")
        for fault in faults_of(path, html, content):
            print(f"{path}: {fault}")
            sound = False
    return sound


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


def links_lead_somewhere(folder: Path, root: Path, address: str) -> bool:
    """Return whether lychee finds no broken link, file or anchor inside the site, which will stand
    at `address`.
    """
    beside = str(Path(sys.executable).parent)
    lychee = shutil.which("lychee", path=beside) or shutil.which("lychee")
    if not lychee:
        print("lychee is not installed, so links cannot be checked.")
        return False
    command = [lychee, "--offline", "--include-fragments", "--no-progress"]
    command += ["--index-files", "index.html", "--root-dir", root]
    if address:
        command += ["--remap", f"{re.escape(address)} {folder.as_uri()}/"]
    looked_at = [folder, folder / of_file("sitemap")]
    done = subprocess.run([*command, *looked_at], capture_output=True, text=True)
    if done.returncode:
        print(done.stdout[:4000], done.stderr[-2000:])
    return done.returncode == 0


def swap(new: Path, target: Path, old: Path) -> None:
    """Put `new` in the place of `target`; where that fails, put `target` back."""
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    try:
        new.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
