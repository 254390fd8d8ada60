"""`make picture`: takes the README's picture of the site, at `python tests/browser/picture.py FILE`."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright
from serving import launch, served

ROOT = Path(__file__).resolve().parents[2]


def main(target: str) -> None:
    """Build the site beside everything else and save a picture of its home page."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        subprocess.run([sys.executable, "scripts/publish.py", str(site)], cwd=ROOT, check=True)
        with served(site) as url:
            browser = launch(playwright)
            page = browser.new_page(viewport={"width": 1280, "height": 1560})
            page.goto(url)
            page.screenshot(path=target)
            browser.close()


if __name__ == "__main__":
    main(sys.argv[1])
