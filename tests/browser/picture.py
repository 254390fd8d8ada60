"""`make picture`: takes the README's picture of the site."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright
from serving import launch, served

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    """Build the site beside everything else and save its picture."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        subprocess.run(
            [sys.executable, "scripts/publish.py", str(site)], cwd=ROOT, check=True
        )
        with served(site) as url:
            browser = launch(playwright, whole=True)
            page = browser.new_page(viewport={"width": 1280, "height": 1560})
            page.goto(url)
            save(page, ROOT / ".github" / "site.png")
            browser.close()


def save(page: Page, file: Path) -> None:
    """Save a picture of what is in sight, with no more colors than it needs."""
    page.screenshot(path=file)
    Image.open(file).convert("RGB").quantize(96, dither=Image.Dither.NONE).save(
        file, optimize=True
    )


if __name__ == "__main__":
    main()
