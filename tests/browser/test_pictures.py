"""Pictures in a browser: every text is in the picture, whole, and lies on no other."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page
from shown import MADE, asked_for

pytestmark = pytest.mark.browser

NAMES = ["real", *MADE, "arabic"]
WIDTHS = (320, 390, 560, 768, 1280)
PHONE = 560  # below, the narrow form is shown
# The picture in sight -> its form, and each text and sign that leaves it or lies on another.
LAID = """() => {
  const shown = [...document.querySelectorAll("svg.continuum")].filter(one => one.clientWidth);
  return shown.map(svg => {
    const whole = svg.getBoundingClientRect();
    const boxes = [];
    for (const text of svg.querySelectorAll("text"))
      for (const line of text.querySelectorAll("tspan"))
        boxes.push([line.textContent, line.getBoundingClientRect()]);
    for (const tick of svg.querySelectorAll(".tick"))
      boxes.push([tick.textContent, tick.getBoundingClientRect()]);
    for (const sign of svg.querySelectorAll("use"))
      boxes.push([sign.getAttribute("href"), sign.getBoundingClientRect()]);
    const wrong = [];
    const inside = box => box.left >= whole.left - 1 && box.right <= whole.right + 1
      && box.top >= whole.top - 1 && box.bottom <= whole.bottom + 1;
    boxes.forEach(([name, box], index) => {
      if (!inside(box)) wrong.push(name + " leaves the picture");
      const part = box.height / 4;  // letters reach less far than the lines they stand on
      for (const [other, at] of boxes.slice(index + 1))
        if (box.left < at.right - 1 && at.left < box.right - 1
            && box.top + part < at.bottom - part && at.top + part < box.bottom - part)
          wrong.push(name + " lies on " + other);
    });
    return [svg.getAttribute("class"), boxes.length, wrong];
  });
}"""


@pytest.fixture(scope="module", params=NAMES)
def content(request):
    """The real content and made ones, with their files."""
    return asked_for(request)


def test_no_text_leaves_the_picture_or_lies_on_another(undrawn, generated, content):
    """At every width one form is in sight, wide from 560 pixels on, with every text whole."""
    shown = undrawn.new_page()
    style = "".join(
        generated[f"assets/{name}.css"].body.decode() for name in ("site", "more")
    )
    for width in WIDTHS:
        shown.set_viewport_size({"width": width, "height": 800})
        _show(shown, content.page(""), style)
        (form, count, wrong), *more = shown.evaluate(LAID)
        assert not more
        assert form.split()[1] == ("narrow" if width < PHONE else "wide")
        assert count > 10
        assert wrong == [], width
    shown.close()


def _show(shown: Page, html: str, style: str) -> None:
    """Show the inside of a page, all its folds open."""
    shown.set_content(f"<style>{style}</style><main>{html}</main>")
    shown.evaluate(
        "document.querySelectorAll('details').forEach(one => one.open = true)"
    )
