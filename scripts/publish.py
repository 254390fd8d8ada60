"""Builds the site beside the old one, checks it, and swaps it in. Where anything fails, the old site stays as it was."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, time
from pathlib import Path
from urllib.parse import urlsplit

from continuum import load
from continuum.model.site import Danger
from continuum.settings import ROOT, site_address

MARK = ".made-by-levels-of-care"
# What no page may hold: a script of its own, an attribute that runs one, a link that runs one.
FORBIDDEN = re.compile(
    r"<script(?![^>]*\ssrc=)(?![^>]*application/)|<[a-z][^>]*\son[a-z]+\s*=|(?:href|src)\s*=\s*[\"']?\s*(?:javascript|data|vbscript):",
    re.I,
)


def main(target: Path) -> int:
    """Return 0 when `target` holds the new site, 1 when it was left alone."""
    if target.exists() and not (target / MARK).exists():
        print(
            f"{target} was not made by this program, so it is left alone. Move it away first."
        )
        return 1
    root, old = (
        target.with_name(f".{target.name}-new"),
        target.with_name(f".{target.name}-old"),
    )
    new = root / urlsplit(site_address()).path.strip(
        "/"
    )  # where it will be served, so that addresses from the root hold
    shutil.rmtree(root, ignore_errors=True)
    try:
        if not build(new) or not check(new, root):
            print(f"Nothing was published. {target} is as it was.")
            return 1
        (new / MARK).touch()
        swap(new, target, old)
    finally:
        shutil.rmtree(root, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)
    print(
        f"The site is in {target}: {sum(1 for _ in target.rglob('*.html'))} pages.\n{sizes(target)}"
    )
    return 0


def build(folder: Path) -> bool:
    """Return whether a strict build into `folder` succeeded. Dates come from the content, so the same content gives the same bytes."""
    environment = {"SOURCE_DATE_EPOCH": str(content_time()), **os.environ}
    return (
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", folder],
            cwd=ROOT,
            env=environment,
        ).returncode
        == 0
    )


def content_time() -> int:
    """Return the day of the content's last check, in seconds since 1970; 0 where the file does not say."""
    for line in (
        (ROOT / "content" / "levels.yaml").read_text(encoding="utf-8").split("\n")
    ):
        if found := re.match(r"\s*(?:review: \{)?checked: (\d{4})-(\d\d)-(\d\d)", line):
            return int(
                datetime.combine(
                    datetime(*map(int, found.groups())), time(), UTC
                ).timestamp()
            )
    return 0


def check(folder: Path, root: Path) -> bool:
    """Return whether every page has its help strip, its warning cards and no script of its own, and every link and anchor leads somewhere."""
    dangers = load()[0].dangers
    faults = []
    for page in sorted(folder.rglob("*.html")):
        path, html = page.relative_to(folder), page.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' not in html:
            faults += (
                []
                if f'class="{"crisis" if is_piece(path) else "strip"}"' in html
                else [f"{path}: the help numbers are missing"]
            )
            faults += [
                f"{path}: the warning “{title}” is missing"
                for title in missing_dangers(path, html, dangers)
            ]
        if found := FORBIDDEN.search(html):
            faults.append(f"{path}: {found[0][:80]} must not stand in a page")
    print("\n".join(faults), end="\n" if faults else "")
    return links_lead_somewhere(folder, root) and not faults


def missing_dangers(path: Path, html: str, dangers: list[Danger]) -> Iterator[str]:
    """Yield the title of each danger that belongs on the page or piece of a level, or on a comparison with it, and is not there."""
    kind, name, *_ = *(path.parts[2:] if is_piece(path) else path.parts), ""
    levels = set(name.split("-vs-")) if kind in ("levels", "compare", "faq") else set()
    for danger in dangers:
        if levels & set(danger.levels) and f'id="danger-{danger.id}"' not in html:
            yield danger.title


def is_piece(path: Path) -> bool:
    """Return whether a file of the site is a piece that other sites show."""
    return path.parts[:2] == ("embed", "v1")


def sizes(folder: Path) -> str:
    """Return what pieces and their scripts weigh when compressed."""
    weigh = {
        path: len(gzip.compress(path.read_bytes(), 9))
        for path in (folder / "embed").rglob("*")
        if path.suffix in (".js", ".html")
    }
    pieces = [
        size
        for path, size in weigh.items()
        if is_piece(path.relative_to(folder)) and path.suffix == ".html"
    ]
    scripts = ", ".join(
        f"{path.name} {size:,}"
        for path, size in sorted(weigh.items())
        if path.suffix == ".js"
    )
    return f"{len(pieces)} pieces for other sites: {min(pieces):,} to {max(pieces):,} bytes compressed; scripts: {scripts}."


def links_lead_somewhere(folder: Path, root: Path) -> bool:
    """Return whether lychee finds no broken link, file or anchor inside the site."""
    address = site_address()
    lychee = shutil.which(
        "lychee", path=str(Path(sys.executable).parent)
    ) or shutil.which("lychee")
    if not lychee:
        print("lychee is not installed, so links cannot be checked.")
        return False
    command = [
        lychee,
        "--offline",
        "--include-fragments",
        "--index-files",
        "index.html",
        "--root-dir",
        root,
        "--no-progress",
    ]
    command += ["--remap", f"{re.escape(address)} {folder.as_uri()}/"] if address else []
    done = subprocess.run(
        [*command, folder, folder / "sitemap.xml"], capture_output=True, text=True
    )
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
    sys.exit(main(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else ROOT / "site"))
