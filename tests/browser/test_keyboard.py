"""The keyboard reaches everything, in order, in sight, and leaves it again;
text may grow; nothing moves.
"""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest
from kinds import one_of_each
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

# What Tab should reach, in the order of the page: one stop for each group of radio buttons.
STOPS = """() => {
  const groups = new Set();
  window.stops = [...document.querySelectorAll(
    "a[href], button, input, select, textarea, summary, [tabindex='0']"
  )].filter(part => {
    if (part.disabled || part.tabIndex < 0) return false;
    if (!part.checkVisibility({ checkVisibilityCSS: true })) return false;
    if (part.type !== "radio") return true;
    const chosen = document.querySelector(`input[name="${part.name}"]:checked`);
    return chosen ? chosen === part : !groups.has(part.name) && groups.add(part.name);
  });
  return window.stops.length;
}"""
# Where focus is: its place among the stops, whether a ring is drawn,
# and what hides it, if anything does.
FOCUS = """async later => {
  if (later) await new Promise(requestAnimationFrame);
  const part = document.activeElement, style = getComputedStyle(part);
  const label = part.closest("label");
  const box = (part.getClientRects()[0] || part.getBoundingClientRect());
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const strip = document.querySelector(".strip");
  const fixed = getComputedStyle(strip).position === "fixed";
  const edge = fixed ? strip.getBoundingClientRect().top : innerHeight;
  const beyond = box.bottom > edge + 1 || box.top < -1;
  const hidden = !strip.contains(part) && beyond && box.height < edge;
  const over = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
  // Covered by a head of a table that stays in sight, say.
  const covered = over && !part.contains(over) && !over.contains(part) && !label?.contains(over);
  let clipped = false;
  for (let above = part; above; above = above.parentElement)
    clipped ||= getComputedStyle(above).clipPath !== "none";
  const outside = clipped || box.right < 1 || box.left > innerWidth - 1
    || box.width < 1 || box.height < 1;
  const name = (part.textContent || part.name || "").trim().slice(0, 40);
  const stop = window.stops.indexOf(part);
  return { stop, ring, hidden: hidden || Boolean(covered), outside, name };
}"""


# Looks where focus is each time that a key is let go, without being asked each time.
LOOK = f"""() => {{
  const look = {FOCUS};
  window.seen = [];
  window.onkeyup = async event => event.key === "Tab" && window.seen.push(await look(false));
}}"""


def walk(page: Page, keys: str, count: int) -> list[dict]:
    """Press keys so many times; return where focus was each time."""
    page.evaluate(LOOK)
    for _ in range(count):
        page.keyboard.press(keys)
    return page.evaluate("window.seen")


def stroll(page: Page, keys: str, count: int) -> list[dict]:
    """Do as `walk` does, but give a list that slides its time to do so."""
    seen = []
    for _ in range(count):
        page.keyboard.press(keys)
        found = page.evaluate(FOCUS, False)
        if found["outside"] or found["hidden"]:
            found = page.evaluate(FOCUS, True)
        seen.append(found)
    return seen


def troubles_on(page: Page, address: str, way: Callable[..., list[dict]]) -> list:
    """Return what goes wrong where Tab goes through a page in some way, and back, and out."""
    page.goto(address)
    # A piece has stops of its own: `test_clinics` goes through them.
    page.evaluate("document.querySelector('.stage')?.remove()")
    count = page.evaluate(STOPS)
    assert count > 10, address
    troubles = []
    seen = way(page, "Tab", count)
    if len(seen) != count:
        troubles.append(f"{len(seen)} stops of {count}")
    for index, found in enumerate(seen):
        astray = found["stop"] != index or found["outside"]
        if astray or not found["ring"] or found["hidden"]:
            troubles.append(found)
    page.keyboard.press("Tab")
    if page.evaluate("window.stops.indexOf(document.activeElement)") > 0:
        troubles.append("focus does not leave")
    page.evaluate("window.stops[3].focus()")
    back = [found["stop"] for found in way(page, "Shift+Tab", 3)]
    if back != [2, 1, 0]:
        troubles.append(back)
    return troubles


@pytest.mark.parametrize("width", [320, 1280])
def test_tab_reaches_everything_in_order_and_in_sight(
    width, browser, undrawn, site, address
):
    """On a page of every kind, Tab stops at each link and control once, in the page's order,
    ringed, and never under the help strip; it goes back, and out.

    The kinds take turns in being narrow and wide; with LOC_ALL=1 each is looked at in both.
    """
    settings = {
        "viewport": {"width": width, "height": 700},
        "reduced_motion": "reduce",
    }
    quick, drawn = [each.new_page(**settings) for each in (undrawn, browser)]
    troubles = []
    paths = one_of_each(site)
    for path in paths if os.environ.get("LOC_ALL") else paths[width > 320 :: 2]:
        # What is amiss at a quick walk may only have been sliding into sight.
        found = troubles_on(quick, address + path, walk)
        found = found and troubles_on(drawn, address + path, stroll)
        troubles += [(path, trouble) for trouble in found]
    quick.close()
    drawn.close()
    assert not troubles, "\n".join(map(str, troubles[:20]))


def test_the_skip_link_leads_to_the_text(browser, address):
    """The link after the help strip shows when it has focus, and leads past the menu."""
    page = browser.new_page(viewport={"width": 320, "height": 700})
    page.goto(address + "levels/iop/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    page.close()


def test_no_single_key_does_anything(browser, address):
    """Letters, digits and signs typed on a page change neither page nor focus."""
    page = browser.new_page()
    for path in ("levels/iop/", "search/", "compare/"):
        page.goto(address + path)
        for key in "npfsjkbhgt/?.,-+01":
            page.keyboard.press(key)
        assert page.url == address + path
        assert page.evaluate("document.activeElement === document.body")
    page.close()


LARGE = (
    ".strip a, button, summary, .choices label, input[type=number], input[type=search], "
    ".brand, .door, .top nav a, .letters a"
)
# Of what can be pressed and stands outside of running text: its text, its size and the least size.
TOO_SMALL = """large => {
  const text = "p, dd, td, li:not(.links li, nav li, .choices li), figcaption, dt, svg, "
    + "h1, h2, h3, th, .sr, caption";
  const all = document.querySelectorAll("a[href], button, input, summary, label:has(input)");
  return [...all].filter(part =>
    part.checkVisibility()
    && !part.closest(text)
    && !part.closest("label:not(:scope)")
    && !part.matches(".skip")
  ).map(part => {
    const box = part.getBoundingClientRect(), least = part.matches(large) ? 43.5 : 23.9;
    return [part.textContent.trim().slice(0, 30), box.width, box.height, least];
  }).filter(([, width, height, least]) => height < least || width < 23.9);
}"""


@pytest.mark.parametrize("width", [320, 1280])
def test_targets_are_large_enough(width, undrawn, site, address):
    """Links and controls outside of running text are at least 24 by 24 pixels; help numbers,
    controls, menus and links in rows are 44 high.

    On a small screen, where a thumb is what points,
    so is every link that stands by itself (WCAG 2.5.5, level AAA).
    """
    page = undrawn.new_page(viewport={"width": width, "height": 700})
    small = []
    rows = ", nav a, .links a" if width < 768 else ", .links:not(.index) a"
    for path in one_of_each(site):
        page.goto(address + path)
        small += [(path, *found) for found in page.evaluate(TOO_SMALL, LARGE + rows)]
    page.close()
    assert small == []


GROWN = {
    "letters twice as large": "html { font-size: 200% !important }",
    "lines and letters apart": """
    * {
      line-height: 1.5 !important;
      letter-spacing: .12em !important;
      word-spacing: .16em !important
    }
    p { margin-bottom: 2em !important }
    """,
}
# The class and text of every box that cuts something off.
CUT_OFF = """() => {
  const mayScroll = ".sr, .proof > span, svg, .slides, .contents ul, .call, thead, textarea";
  const all = document.querySelectorAll("main *, header *, aside *, footer *");
  return [...all].filter(part =>
    part.checkVisibility()
    && !part.closest(mayScroll)
    && getComputedStyle(part).overflow !== "visible"
    && getComputedStyle(part).overflowX !== "auto"
    && (part.scrollWidth > part.clientWidth + 2 || part.scrollHeight > part.clientHeight + 2)
  ).map(part => part.className + ": " + part.textContent.trim().slice(0, 40));
}"""


@pytest.mark.parametrize("change", [*GROWN, "four times as close"])
def test_text_may_grow(change, undrawn, site, address):
    """With text at 200 %, with WCAG's spacing, and at 400 % zoom no page is wider than the window,
    and no text is cut off by its box.
    """
    close = change == "four times as close"
    context = undrawn.new_context(
        viewport={"width": 320 if close else 1280, "height": 256 if close else 1024},
        bypass_csp=True,
    )
    page = context.new_page()
    troubles = []
    for path in one_of_each(site):
        page.goto(address + path)
        if not close:
            page.add_style_tag(content=GROWN[change])
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            troubles.append((path, "wider than the window"))
        troubles += [(path, cut) for cut in page.evaluate(CUT_OFF)]
        if close:
            strip = page.evaluate(
                "getComputedStyle(document.querySelector('.strip')).position"
            )
            assert strip == "static", "the strip would cover a third of a small window"
    context.close()
    assert not troubles, "\n".join(map(str, troubles[:20]))


def test_nothing_moves_for_those_who_asked_for_rest(browser, address):
    """With reduced motion nothing is animated and nothing scrolls smoothly."""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(address + "levels/iop/")
    assert (
        page.evaluate("getComputedStyle(document.documentElement).scrollBehavior")
        == "auto"
    )
    assert page.evaluate("document.getAnimations().length") == 0
    context.close()
