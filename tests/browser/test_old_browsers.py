"""Browsers older than those that are carried: help can be dialed, and plain links stand in for
tools. Chromium stands in for each of them, with styles in which only that is left which the old
browser knows, and with scripts that it cannot read.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from building import ROOT
from playwright.sync_api import Browser, Page, Route

pytestmark = pytest.mark.browser

AS_READ = ROOT / "tests" / "old" / "as_read.js"
REACH = (Path(__file__).parent / "reach.js").read_text(encoding="utf-8")

# By MDN's names. Those that are carried can read the scripts.
OLD = (["safari", "9"], ["firefox", "45"], ["chrome", "49"], ["safari", "13.1"])
CARRIED = OLD[-1:]
SCREENS = ((320, 640), (390, 844), (1280, 800))
PIECE = "embed/v1/levels/iop/"
PAGES = ("", "get-help-now/", "levels/iop/", "compare/iop-vs-php/", PIECE)
# A tool, and what stands in for it: the least number of links in main.
TOOLS = {"compare/": 60, "hours/": 10, "search/": 60, "embed/": 4}
STYLE = re.compile(r"(?<=<style>).*?(?=</style>)", re.DOTALL)
# In no old browser is this a script.
UNREADABLE = "const none = {}?.nothing ?? 0; }"

# The help numbers: what they lie on and what lies on them, at both ends of the page.
BAR = """() => {
  const found = [], bar = document.querySelector("[data-help]");
  const fixed = /fixed|sticky/.test(getComputedStyle(bar).position);
  const color = getComputedStyle(bar).backgroundColor, wide = document.documentElement.clientWidth;
  if (fixed && /rgba\\(.*, 0\\)|transparent/.test(color)) found.push("text shows through it");
  for (const top of [0, document.documentElement.scrollHeight]) {
    scrollTo({ top, behavior: "instant" });
    if (!fixed) bar.scrollIntoView({ block: "end", behavior: "instant" });
    const box = bar.getBoundingClientRect();
    const end = Math.min(innerHeight, document.body.getBoundingClientRect().bottom);
    if (fixed && Math.abs(box.bottom - end) > 2) found.push(`it ends at ${box.bottom}`);
    if (box.left < -.5 || box.right > wide + .5 || box.top < -.5) found.push("it is cut");
    for (const link of bar.querySelectorAll("a")) {
      const { left, right, top, bottom } = link.getClientRects()[0];
      const on = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      if (!on || on.closest("a") !== link) found.push(`${link.textContent} cannot be tapped`);
    }
  }
  const links = [...bar.querySelectorAll("a:not(.full)")].map(link => link.href);
  if (links.length < 3) found.push("it has too few links");
  const strange = links.filter(href => !/^(tel|sms|https):/.test(href));
  strange.forEach(href => found.push(`${href} does not dial`));
  if (!links.some(href => href.startsWith("tel:"))) found.push("nothing can be called");
  // What ends the page is clear of it.
  const box = bar.getBoundingClientRect();
  const others = [...document.querySelectorAll("main *, footer *")]
    .filter(one => one.checkVisibility());
  const last = Math.max(...others.map(one => one.getBoundingClientRect().bottom));
  if (fixed && last > box.top + 1) found.push(`it covers ${last - box.top} pixels of the end`);
  return found;
}"""

# What is shown of a tool.
TOOL = """() => [...document.querySelectorAll("form, button, input, select")]
  .filter(part => part.checkVisibility({ visibilityProperty: true }))
  .map(part => part.outerHTML.slice(0, 60))"""
LINKS = """() => [...document.querySelectorAll("main a[href]")]
  .filter(link => link.getClientRects().length && !link.closest("form")).length"""


@pytest.fixture(scope="module")
def read(site) -> dict[str, dict[str, str]]:
    """The site's style and a piece's as each old browser reads them, by browser."""
    style = site / "assets" / "site.css"
    piece = site / PIECE / "index.html"
    styles = {
        "site": style.read_text(encoding="utf-8"),
        "piece": STYLE.search(piece.read_text(encoding="utf-8"))[0],
    }
    done = subprocess.run(
        ["node", AS_READ],
        input=json.dumps({"styles": styles, "browsers": OLD}),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@dataclass(eq=False)  # Playwright keeps notes on it
class Answers:
    """What the server gives to an old browser."""

    styles: dict[str, str]
    scripts: bool  # whether it can read them

    def __call__(self, route: Route) -> None:
        """Answer one request."""
        path = route.request.url
        if path.endswith("/assets/site.css"):
            style = self.styles["site"]
            route.fulfill(body=style, content_type="text/css")
        elif path.endswith(PIECE):
            page = route.fetch().text()
            body = STYLE.sub(self.piece_style, page)
            route.fulfill(body=body, content_type="text/html")
        elif path.endswith(".js") and not self.scripts:
            route.fulfill(body=UNREADABLE, content_type="text/javascript")
        else:
            route.continue_()

    def piece_style(self, _: re.Match) -> str:
        """Return what stands in a piece in place of its style."""
        return self.styles["piece"]


@pytest.fixture
def page(undrawn: Browser, read, old) -> Iterator[Page]:
    """A page in an old browser."""
    styles = read[" ".join(old)]
    answers = Answers(styles, scripts=old in CARRIED)
    # The policy of a piece knows the style that it was given, and no other.
    context = undrawn.new_context(bypass_csp=True)
    context.route("**/*", answers)
    yield context.new_page()
    context.close()


def troubles(page: Page, path: str) -> list[str]:
    """Return what is wrong with the help numbers of the page that stands there, on each screen."""
    found = []
    for width, height in SCREENS:
        page.set_viewport_size({"width": width, "height": height})
        said = page.evaluate(BAR)
        said += page.evaluate(REACH)
        for trouble in said:
            found.append(f"{path} at {width}: {trouble}")
    return found


@pytest.mark.parametrize("old", OLD, ids=" ".join)
def test_old_browsers_keep_help_in_reach_and_offer_no_dead_tools(page, old, address):
    """In each old browser, on narrow and wide screens, the help numbers stay whole at the bottom,
    cover nothing and dial; tools that cannot run are not shown, and links stand in for them.
    """
    runs = old in CARRIED
    found = []
    for path in (*PAGES, *TOOLS):
        page.goto(address + path)
        found += troubles(page, path)
        if path not in TOOLS:
            continue
        shown = page.evaluate(TOOL)
        links = page.evaluate(LINKS)
        assert bool(shown) == runs, (path, shown)
        assert links >= TOOLS[path], path
    assert found == [], "\n".join(found)
