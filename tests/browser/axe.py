"""axe, which looks for what keeps people out of a page: what it is asked, and what it found."""

from __future__ import annotations

import os
from typing import Any

from building import ROOT
from playwright.sync_api import Page

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What scrolls beneath the help strip is not covered: axe knows that of what is fixed, and takes
# what is sticky for a part of the page, so that the strip is fixed for it. It loads nothing before
# it looks: of the rules that are followed only one about sounds would ask, and there are none.
RUN = """async ([tags, rules]) => {
  document.querySelector(".strip")?.style.setProperty("position", "fixed", "important");
  const found = await axe.run({
    runOnly: tags, rules, resultTypes: ["violations", "incomplete"], preload: false,
  });
  const told = node => node.target.join(" ") + ": " + node.failureSummary;
  return {
    violations: found.violations.map(rule => [rule.id, ...rule.nodes.slice(0, 3).map(told)]),
    incomplete: found.incomplete.map(rule => rule.id),
  };
}"""
WIDTHS = (320, 768, 1280)
LOOKS = [
    {"color_scheme": "light", "forced_colors": "none"},
    {"color_scheme": "dark", "forced_colors": "none"},
    {"color_scheme": "light", "forced_colors": "active"},
]
NINE = [(width, look) for width in WIDTHS for look in LOOKS]
# Each width and each look once: what axe finds in one look it seldom finds at one width alone.
DIAGONAL = list(zip(WIDTHS, LOOKS, strict=True))
EVERY = bool(os.environ.get("LOC_ALL"))
# Most of axe's work. It is left to it once for each kind of page, since a kind shares its colors,
# and test_targets_are_large_enough measures what can be pressed.
SLOW = ("color-contrast", "link-in-text-block", "target-size")
QUICK = {rule: {"enabled": False} for rule in SLOW}
# What axe leaves open, and what settles it. Anything else it leaves open is a failure.
SETTLED = {
    # test_every_text_stands_out
    "color-contrast",
    # A week's heading over the whole width: test_transcripts reads what it gives.
    "th-has-data-cells",
    # The preview of a piece: test_clinics opens pieces by themselves and in pages.
    "frame-tested",
    # The words page: a term is its own anchor, and stands in its own line.
    "link-in-text-block",
}


def found_by_axe(
    page: Page, path: str, width: int, look: dict[str, str], whole: bool = True
) -> list[tuple[Any, ...]]:
    """Return what axe finds in one width and look, and what it leaves open without our settling it.

    `whole` says whether it follows the slow rules too.
    """
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(**look)
    rules = {} if whole else QUICK
    found = page.evaluate(RUN, [TAGS, rules])
    seen = (path, width, *look.values())
    troubles = found["violations"]
    for rule in found["incomplete"]:
        if rule not in SETTLED:
            troubles.append(rule)
    return [(*seen, trouble) for trouble in troubles]
