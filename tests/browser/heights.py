"""Measures how high each piece is at the usual widths:
`make heights` writes it down for snippets and pasted links.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from serving import launch, served

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "overrides" / "templates" / "embeds" / "heights.json"
WIDTHS = [300, 320, 640, 900]


# A frame holds one piece, and is made as wide as each width in turn: the piece is read once. It may
# run nothing, so that what is measured is the piece alone, and what an overdue piece says of itself
# is left out: it goes away with the next check. Nobody looks, so nothing is painted.
MEASURE = """async ([pieces, widths]) => {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-same-origin");
  frame.style.border = 0;
  frame.style.visibility = "hidden";
  document.body.replaceChildren(frame);
  const found = {};
  for (const name of pieces) {
    const html = await (await fetch(`/embed/v1/${name}/`)).text();
    await new Promise(done => {
      frame.onload = done;
      frame.srcdoc = html;
    });
    const inside = frame.contentDocument;
    inside.querySelector(".overdue")?.remove();
    found[name] = widths.map(width => {
      frame.width = width;
      if (inside.documentElement.scrollWidth > frame.clientWidth)
        throw new Error(`${name} is wider than ${width} pixels`);
      return Math.ceil(inside.body.getBoundingClientRect().height);
    });
  }
  return found;
}"""


def measured(browser: Browser, site: Path, address: str) -> dict[str, list[int]]:
    """Return the height of every piece of a built site, served at an address, at each of WIDTHS,
    in pixels, rounded up.
    """
    folder = site / "embed" / "v1"
    names = sorted(
        piece.parent.relative_to(folder).as_posix()
        for piece in folder.rglob("index.html")
    )
    page = browser.new_page(viewport={"width": 2000, "height": 600})
    page.goto(
        address + "embed/v1.js"
    )  # any file of the site will do: its page is replaced
    heights = page.evaluate(MEASURE, [names, WIDTHS])
    page.close()
    return heights


def written(heights: dict[str, list[int]]) -> str:
    """Return the heights as the file holds them: a line for each piece,
    so that a change shows what changed.
    """
    lines = ",\n".join(
        f"  {json.dumps(name)}: {found}" for name, found in heights.items()
    )
    return f'{{"widths": {WIDTHS}, "heights": {{\n{lines}\n}}}}\n'


def main() -> None:
    """Build the site, measure its pieces, and write the file."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "-q", "-d", folder],
            cwd=ROOT,
            check=True,
        )
        browser = launch(driver)
        with served(Path(folder)) as address:
            heights = measured(browser, Path(folder), address)
        browser.close()
    FILE.write_text(written(heights), encoding="utf-8")
    print(f"{len(heights)} pieces measured at {WIDTHS} pixels.")


if __name__ == "__main__":
    main()
