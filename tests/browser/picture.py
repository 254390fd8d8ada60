"""`make picture`: takes the README's picture of the site,
and draws the one that is shown where its address is shared.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright
from serving import launch, served

ROOT = Path(__file__).resolve().parents[2]
ASSETS = ROOT / "docs" / "assets"

# The home page's own heading, line and picture, laid out for a small card: name and title on top,
# the line of levels under them.
CARD = """
.strip, .skip, .top nav, .to-help, .doors, .told, .heard, main > section:not(.wide),
section.wide > :not(figure), section.wide:not(:has(figure)), figcaption,
footer { display: none !important }
body { padding: 0 !important; width: 1200px; height: 630px; overflow: hidden; position: relative }
.top { border: 0; background: var(--band); padding: 18px 60px 0 !important }
.brand { font-size: 34px }
.brand svg { width: 44px; height: 44px }
main { padding: 0 60px !important; max-width: none }
.hero { margin: 0 !important; padding: 0 0 14px !important }
h1 { font-size: 56px !important; margin: 0 0 4px !important }
.lead { font-size: 23px; line-height: 1.4; max-width: none !important }
.term { text-decoration: none }
.start { display: block !important }
.continuum-figure { margin: 2px 0 0 }
.continuum { width: 1080px }
.continuum text { font-size: 15px }
.continuum .name { font-size: 19px }
"""


def main() -> None:
    """Build the site beside everything else and save both pictures."""
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
            card = browser.new_context(
                viewport={"width": 1200, "height": 630}, bypass_csp=True
            ).new_page()
            card.goto(url)
            card.add_style_tag(content=CARD)
            save(card, ASSETS / "share.png")
            browser.close()


def save(page: Page, file: Path) -> None:
    """Save a picture of what is in sight, with no more colors than it needs."""
    page.screenshot(path=file)
    Image.open(file).convert("RGB").quantize(96, dither=Image.Dither.NONE).save(
        file, optimize=True
    )


if __name__ == "__main__":
    main()
