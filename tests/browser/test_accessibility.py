"""Every page against axe, its texts against our own contrast computation,
and the words that a screen reader is given.
"""

from __future__ import annotations

import io
import json
import os
from base64 import b64decode
from pathlib import Path

import pytest
from axe import AXE, DIAGONAL, EVERY, NINE, found_by_axe
from clinics import PIECES
from colors import contrast, rgb
from kinds import one_of_each, pages, spread
from PIL import Image
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

PARTS = 16

OPEN = """
document.querySelectorAll('details').forEach(part => part.open = true);
document.querySelectorAll('a.term').forEach(word => word.click())
"""

# Every line of text that can be seen: its box, color, size and weight.
TEXTS = """() => {
  const found = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walk.nextNode()) {
    const node = walk.currentNode, element = node.parentElement;
    if (!node.textContent.trim()
        || !element.checkVisibility({ checkVisibilityCSS: true })
        || element.closest(".sr, .skip, script, textarea")) continue;
    const style = getComputedStyle(element), fixed = element.closest(".strip") !== null;
    // The words of a mark are heard, and seen only where there are no scripts.
    const heard = element.closest(".proof > span");
    if (style.clipPath !== "none" || (heard && getComputedStyle(heard).clipPath !== "none")
        || (element.closest("thead")
          && getComputedStyle(element.closest("thead")).clipPath !== "none")) continue;
    const color = element.closest("svg") ? style.fill : style.color;
    range.selectNodeContents(node);
    for (const box of range.getClientRects())
      if (box.width > 3 && box.height > 5)
        found.push({
          text: node.textContent.trim().slice(0, 40), color, fixed,
          large: parseFloat(style.fontSize) >= 24
            || (parseFloat(style.fontSize) >= 18.66 && style.fontWeight >= 700),
          x: box.x + scrollX, y: box.y + scrollY, width: box.width, height: box.height });
  }
  // As text it is handed over five times as fast.
  return JSON.stringify(found);
}"""
NO_TEXT = """
* {
  color: transparent !important;
  text-decoration-color: transparent !important;
  transition: none !important;
  animation: none !important
}
svg text { fill: transparent !important }
.strip, .crisis { position: static !important }
body { padding: 0 !important }
html { scroll-behavior: auto !important }
"""
# The whole page at once: nothing lies over it, and lists are as long as they are.
UNROLLED = """
.strip, .crisis { position: static !important }
body { padding: 0 !important }
.slides { max-height: none !important }
"""


def test_contrast_is_computed_as_wcag_does():
    """Black on white is 21; the gray that just passes is 4.54; order does not matter."""
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((118, 118, 118), (255, 255, 255)) == pytest.approx(4.54, abs=0.01)
    assert contrast((255, 255, 255), (119, 119, 119)) < 4.5


@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing(part, undrawn, site, address):
    """No page breaks a rule of axe (WCAG 2.2 AA and best practices),
    with details and words closed and open.

    Of 3 widths in light, dark and forced colors, the largest page of every kind is looked at
    in 3, a spread of each kind and one in three of the others, which are comparisons and
    sheets, in one. With LOC_ALL=1 every page is looked at in all 9. The slow
    rules, about colors and the size of what can be pressed, are followed in one look of the
    largest, opened: a kind shares them, and other tests see to them.
    """
    context = undrawn.new_context(
        viewport={"width": 1280, "height": 800}, bypass_csp=True
    )
    # Kept by the browser, which hands it to each page.
    context.add_init_script(AXE)
    page = context.new_page()
    everywhere, some = (
        set(pages(site) if EVERY else one_of_each(site)),
        set(spread(site)),
    )
    troubles = []
    for index, path in list(enumerate(pages(site)))[part::PARTS]:
        if path not in everywhere and path not in some and index % 3:
            continue
        page.goto(address + path)
        looks = NINE if EVERY else DIAGONAL if path in everywhere else [NINE[index % 9]]
        for width, look in looks:
            troubles += found_by_axe(page, path, width, look, whole=EVERY)
        if path in everywhere:
            page.evaluate(OPEN)
            for width, look in DIAGONAL if EVERY else [DIAGONAL[index % 3]]:
                troubles += found_by_axe(page, path + " opened", width, look)
    context.close()
    assert troubles == []


@pytest.mark.parametrize(
    "path",
    ["compare/#iop+php", "compare/#op+iop+php&differ", "hours/#hours=10&home=yes"],
)
def test_axe_finds_nothing_in_what_a_reader_chose(path, browser, address):
    """A made table and a chosen list break no rule either, in every width and look; with LOC_ALL=1,
    in every look at every width.
    """
    context = browser.new_context(
        viewport={"width": 1280, "height": 800}, bypass_csp=True
    )
    page = context.new_page()
    page.goto(address + path)
    page.locator(".picked table, .by-hours [hidden]").first.wait_for(state="attached")
    page.evaluate(AXE)
    for width, look in NINE if EVERY else DIAGONAL:
        assert found_by_axe(page, path, width, look) == []
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_every_text_stands_out(width, scheme, browser, site, address):
    """Every visible text, in pictures too,
    has 4.5 to 1 against each color that really lies behind it; large text 3 to 1.

    A page of every kind, and pieces, take turns in being light or dark, narrow or wide;
    with LOC_ALL=1 each is looked at in all four.
    """
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    weak = []
    turn = 2 * (width == 320) + (scheme == "dark")
    paths = one_of_each(site) + [f"embed/v1/{piece}/" for piece in PIECES]
    for path in paths if EVERY else paths[turn::4]:
        # A picture of a page is not as high as the page before it.
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(address + path)
        page.evaluate("document.querySelector('.stage')?.remove()")
        page.evaluate(OPEN)
        page.add_style_tag(content=UNROLLED)
        # Not `full_page`: that changes the size of the window once more,
        # and lines may then stand elsewhere than where they were measured.
        page.set_viewport_size(
            {
                "width": width,
                "height": page.evaluate("document.documentElement.scrollHeight"),
            }
        )
        texts = json.loads(page.evaluate(TEXTS))
        assert len(texts) > 10, path
        page.add_style_tag(content=NO_TEXT)
        behind = seen(page)
        weak += [(path, *found) for text in texts if (found := too_weak(text, behind))]
    context.close()
    assert weak == []


def seen(page: Page) -> Image.Image:
    """Return what a window shows, pixel by pixel."""
    session = page.context.new_cdp_session(page)
    # Packed less tightly, which takes half the time and loses nothing.
    wanted = {"format": "png", "optimizeForSpeed": True}
    shot = session.send("Page.captureScreenshot", wanted)
    session.detach()
    return Image.open(io.BytesIO(b64decode(shot["data"]))).convert("RGB")


def too_weak(text: dict, behind: Image.Image) -> tuple | None:
    """Return the text, its color, the color behind it and their contrast,
    where that is too little.
    """
    box = (
        max(0, int(text["x"]) + 1),
        max(0, int(text["y"]) + 2),
        int(text["x"] + text["width"]) - 1,
        int(text["y"] + text["height"]) - 2,
    )
    box = (box[0], box[1], min(box[2], behind.width), min(box[3], behind.height))
    if box[2] - box[0] < 2 or box[3] - box[1] < 2:
        return None
    patch = behind.crop(box)
    total, color = patch.width * patch.height, rgb(text["color"])
    shares = [(count / total, seen) for count, seen in patch.getcolors(total)]
    worst, seen = min(
        (contrast(color, seen), seen) for share, seen in shares if share > 0.08
    )
    return (
        (text["text"], color, seen, round(worst, 2))
        if worst < (3 if text["large"] else 4.5)
        else None
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_shapes_that_mean_something_stand_out(scheme, browser, address):
    """Bars, dots, lines and frames of pictures, and the ring around what has focus,
    have 3 to 1 against the page.
    """
    context = browser.new_context(
        viewport={"width": 1280, "height": 800}, color_scheme=scheme
    )
    page = context.new_page()
    for path, shapes in {
        "": [
            (".bar-least", "fill"),
            (".bar-most", "fill"),
            (".bar-more", "fill"),
            (".frame", "stroke"),
            (".sign", "stroke"),
        ],
        "levels/iop/": [
            (".week .care", "stroke"),
            (".facts .glyph", "stroke"),
            (".danger", "border-top-color"),
            (".line .here", "color"),
        ],
        "compare/": [(".choices label", "border-top-color")],
    }.items():
        page.goto(address + path)
        paper = rgb(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        for name, what in shapes:
            color = page.locator(name).first.evaluate(
                "(shape, what) => getComputedStyle(shape).getPropertyValue(what)", what
            )
            assert contrast(rgb(color), paper) >= 3, (path, name, color)
    page.keyboard.press("Tab")
    ring = page.evaluate("getComputedStyle(document.activeElement).outlineColor")
    assert contrast(rgb(ring), paper) >= 3
    context.close()


GOLDEN = Path(__file__).parents[1] / "golden"


@pytest.mark.parametrize(
    ("name", "path", "parts"),
    [
        (
            "matrix",
            "levels/",
            [
                "table.matrix >> nth=0 >> thead",
                "table.matrix >> nth=0 >> tbody tr >> nth=0",
                "table.matrix >> nth=0 >> tbody tr >> nth=1",
            ],
        ),
        ("continuum", "", ["svg.continuum.wide"]),
        ("week", "levels/iop/", [".week"]),
        ("place", "levels/iop/", ["ol.line"]),
    ],
)
def test_transcripts(name, path, parts, browser, address):
    """What a screen reader is given for the matrix, the continuum,
    a week and the place on the line is as it was read and found good.
    """
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(address + path)
    page.evaluate("document.querySelectorAll('.fold').forEach(one => one.open = true)")
    heard = "\n".join(page.locator(part).aria_snapshot() for part in parts) + "\n"
    page.close()
    file = GOLDEN / f"{name}.txt"
    if os.environ.get("WRITE_GOLDEN"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(heard, encoding="utf-8")
    assert heard == file.read_text(encoding="utf-8")
