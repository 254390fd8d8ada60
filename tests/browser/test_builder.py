"""The page that hands out pieces: what is chosen is what is copied,
and what is copied works in a clinic's page.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator

import pytest
from clinics import HOST, fits, frame_of, opened, snippet, stated, until
from playwright.sync_api import Error, Page, expect

pytestmark = pytest.mark.browser

CHOICES = {
    "levels/php": lambda page: page.get_by_label("Which level?").select_option("php"),
    "week/op": lambda page: (
        page.get_by_label("A week at a level").check(),
        page.get_by_label("Which level?").select_option("op"),
    ),
    "compare/iop-vs-php": lambda page: page.get_by_label(
        "2 to 4 levels side by side"
    ).check(),
    "compare/op-vs-iop-vs-php": lambda page: (
        page.get_by_label("2 to 4 levels side by side").check(),
        page.get_by_label("OP", exact=True).check(),
    ),
    "levels/iop/small": lambda page: page.get_by_label("One fact").check(),
    "continuum/medium": lambda page: (
        page.get_by_label("The picture of all levels").check(),
        page.get_by_label("The main facts").check(),
    ),
    "states/php": lambda page: (
        page.get_by_label("What states say about hours").check(),
        page.get_by_label("Which level?").select_option("php"),
    ),
    "levels": lambda page: page.get_by_label("All levels", exact=True).check(),
    "continuum": lambda page: page.get_by_label("The picture of all levels").check(),
    "faq": lambda page: page.get_by_label("Questions and answers").check(),
    "faq/op": lambda page: (
        page.get_by_label("Questions and answers").check(),
        page.get_by_label("Which questions?").select_option("op"),
    ),
    "words/asam": lambda page: (
        page.get_by_label("One word explained").check(),
        page.get_by_label("Which word?").select_option("asam"),
    ),
}


LINK = "getComputedStyle(document.querySelector('summary')).color"
PASTED = ("compare/op-vs-iop-vs-php", "words/asam")


@pytest.fixture
def builder(browser, address) -> Iterator[Page]:
    """The page, with a clipboard that may be used; an error in a script fails the test."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 900},
        permissions=["clipboard-read", "clipboard-write"],
        reduced_motion="reduce",
    )
    page = context.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on(
        "console",
        lambda message: (
            errors.append(message.text) if message.type == "error" else None
        ),
    )
    page.goto(address + "embed/")
    expect(page.locator(".high")).to_contain_text("pixels high")
    yield page
    context.close()
    assert errors == []


def wait_for(page: Page, piece: str) -> None:
    """Wait until the preview shows a piece and has said how high it is.

    Each choice puts a new frame in the place of the one before, so a frame just found may be gone:
    it is then looked for again.
    """
    chosen = """piece => {
        const at = new RegExp(`/embed/v1/${piece}/(["?]|$)`);
        return at.test(document.querySelector(".stage iframe")?.src)
          && at.test(document.getElementById("html").value);
    }"""
    page.wait_for_function(chosen, arg=piece)
    page.locator(".stage").evaluate(
        "stage => stage.scrollIntoView()"
    )  # a frame out of sight may wait with its layout

    def whole() -> bool:
        try:
            return fits(page, frame_of(page, piece)) > 0
        except Error:
            return False

    until(whole, f"a preview of {piece} that stays")


def copied(page: Page, way: str) -> str:
    """Press the copy button of a way; return what is then in the clipboard.

    By keyboard: a click right after the page moved may land in the frame that was there before.
    """
    page.get_by_role("tab", name=way, exact=True).press("Enter")
    panel = page.get_by_role("tabpanel", name=way, exact=True)
    panel.get_by_role("button", name="Copy").first.press("Enter")
    expect(panel.get_by_role("status").first).to_have_text("Copied.")
    return page.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize("piece", CHOICES)
def test_what_is_chosen_is_copied_and_works(
    piece, builder, host, site, address, browser
):
    """For each kind of piece the copy is, byte for byte, the snippet of the list without scripts,
    with the height measured here.

    That list's snippets are shown in pages by `test_clinics`;
    what was copied here is pasted once more for two of them.
    """
    CHOICES[piece](builder)
    wait_for(builder, piece)
    code = copied(builder, "HTML")
    ready = snippet(site, HOST, piece)
    assert re.sub(r'height="\d+"', "", code) == re.sub(r'height="\d+"', "", ready)
    assert abs(stated(code) - stated(ready)) <= 4
    assert copied(builder, "WordPress") == f"{HOST}embed/v1/{piece}/"
    assert (
        copied(builder, "Wix and Squarespace") == f"{HOST}embed/v1/{piece}/?theme=light"
    )
    assert copied(builder, "A copy") == (
        site / "embed" / "v1" / piece / "copy.txt"
    ).read_text(encoding="utf-8")
    if piece not in PASTED:
        return
    for width in (900, 320):
        page = opened(
            browser,
            host.page(code.replace(HOST, address), "<style>body{margin:0}</style>"),
            width,
        )
        fits(page, frame_of(page, piece))
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page = opened(
        browser, host.page(code.replace(HOST, address)), java_script_enabled=False
    )
    assert page.frame_locator("iframe").locator("h2").inner_text()
    assert page.locator("iframe").bounding_box()["height"] == stated(code)


def test_the_height_is_that_of_the_chosen_width(builder, host, site, address, browser):
    """The slider makes the preview narrower,
    and the snippet states the height that the piece has there.
    """
    wide = stated(builder.locator("#html").input_value())
    builder.get_by_label("Width of your column").fill("320")
    builder.wait_for_function(
        "wide => !document.getElementById('html').value.includes(`height=\"${wide}\"`)",
        arg=wide,
    )
    frame = frame_of(builder, "levels/iop")
    assert fits(builder, frame) == stated(builder.locator("#html").input_value()) > wide
    assert builder.locator("output").inner_text() == "320 pixels"
    assert frame.evaluate("innerWidth") == 320


def test_a_choice_without_a_page_of_its_own(builder, host, address, browser):
    """Levels that no comparison names are shown by the script in the piece; the page says so,
    and the copy shows exactly these.
    """
    builder.get_by_label("2 to 4 levels side by side").check()
    builder.get_by_label("Sober living").check()
    expect(builder.locator(".said-now")).to_contain_text("needs the script")
    wait_for(builder, "levels")
    code = copied(builder, "HTML")
    assert "/embed/v1/levels/?levels=iop,php,recovery-housing" in code
    page = opened(browser, host.page(code.replace(HOST, address)))
    frame = frame_of(page, "levels")
    fits(page, frame)
    assert frame.locator("tbody").filter(visible=True).evaluate_all(
        "rows => rows.map(row => row.id)"
    ) == ["iop", "php", "recovery-housing"]


def test_only_what_there_is_is_offered(builder, site):
    """For each kind that is offered, each level and each size that can be chosen has a piece; what
    has no sizes asks for none.
    """
    chosen = """() => {
      const form = document.querySelector(".builder"), kind = form.elements.kind.value;
      const asks = name => form.elements[name].length
        && !(form.elements[name][0] || form.elements[name]).closest("[data-for]").hidden;
      const { name } = form.querySelector("[name=kind]:checked").dataset;
      const options = [...form.elements.level.options].filter(one => !one.disabled);
      const levels = asks("level") ? options : [];
      const sizes = asks("size") ? [...form.elements.size] : [];
      return [kind, name, levels.map(one => one.value), sizes.map(one => one.value)];
    }"""
    seen = {}
    for radio in builder.locator("[name=kind]").all():
        radio.check()
        kind, name, levels, sizes = builder.evaluate(chosen)
        seen[kind] = bool(levels), len(sizes)
        for level in levels or [""]:
            for size in sizes or [""]:
                if kind in ("compare", "word", "faq"):
                    continue
                piece = "/".join(filter(None, [name.replace("{}", level), size]))
                assert (site / "embed" / "v1" / piece / "index.html").is_file()
    assert seen["level"] == (True, 3)
    assert seen["continuum"] == (False, 3)
    assert seen["spread"] == seen["week"] == (True, 0)
    assert seen["faq"] == seen["levels"] == (False, 0)


def test_a_color_is_judged_at_once(builder):
    """One that can be read is in the snippet and in the preview; one that cannot is not, and the
    nearest that can is one press away. What is no color is asked for again.
    """
    field, said = builder.get_by_label("Your color"), builder.locator("#accent-said")
    code = builder.locator("#html")
    field.fill("#B0305C")
    expect(said).to_have_text("It can be read: 5.9 to 1.")
    field.press("Tab")
    expect(code).to_have_value(re.compile(r"\?theme=light&amp;accent=b0305c\""))
    frame = frame_of(builder, "levels/iop")
    until(lambda: frame.evaluate(LINK) == "rgb(176, 48, 92)", "the color")
    field.fill("e05c8a")
    expect(said).to_contain_text("3.3 to 1, and 4.5 is needed")
    builder.get_by_role("button", name="Take the nearest").click()
    expect(field).to_have_value("#be4e75")
    expect(said).to_have_text("It can be read: 4.5 to 1.")
    expect(code).to_have_value(re.compile("accent=be4e75"))
    assert "accent" not in builder.locator("#wordpress").input_value()
    builder.get_by_label("Dark", exact=True).check()
    expect(said).to_contain_text("too close to the background")
    expect(code).not_to_have_value(re.compile("accent"))
    builder.get_by_label("As the reader's device has them").check()
    expect(said).to_contain_text("On light pages it can be read.")
    field.fill("raspberry")
    expect(said).to_have_text("We need six digits from 0 to 9 and a to f.")
    field.fill("")
    expect(said).to_have_text("")


@pytest.mark.parametrize(
    ("window", "beside"), [(1280, True), (1000, True), (800, False)]
)
def test_preview_and_code_stand_side_by_side_where_there_is_room(
    window, beside, builder
):
    """On wide windows the code is beside the preview; a column that is too wide for that puts it
    below. The width that is said is that of the preview.
    """
    builder.set_viewport_size({"width": window, "height": 900})
    builder.reload()
    expect(builder.locator(".high")).to_contain_text("pixels high")
    look = """() => {
      const [see, take, frame] = [".see", "#take", ".stage iframe"].map(name =>
        document.querySelector(name).getBoundingClientRect());
      const said = parseInt(document.querySelector("output").value);
      return [take.left > see.right, said, Math.round(frame.width)];
    }"""
    is_beside, said, shown = builder.evaluate(look)
    assert is_beside == beside
    assert said == shown
    builder.get_by_label("Width of your column").fill("900")
    is_beside, said, shown = builder.evaluate(look)
    assert not is_beside
    assert said == shown > 640
    builder.get_by_label("Width of your column").fill("400")
    assert builder.evaluate(look) == [beside, 400, 400]


def test_a_copy_taken_at_once_is_of_what_was_chosen(builder):
    """On a slow line the copy waits for the piece; it is never the one chosen before."""
    held = []
    builder.route("**/oembed/continuum.json", lambda route: held.append(route))
    builder.get_by_label("The picture of all levels").check()
    builder.get_by_role("tab", name="HTML", exact=True).press("Enter")
    panel = builder.get_by_role("tabpanel", name="HTML", exact=True)
    panel.get_by_role("button", name="Copy").press("Enter")
    until(lambda: builder.evaluate("1") and held, "a question for the piece")
    assert panel.get_by_role("status").inner_text() == ""
    held[0].continue_()
    expect(panel.get_by_role("status")).to_have_text("Copied.")
    assert "/embed/v1/continuum/" in builder.evaluate("navigator.clipboard.readText()")


def test_a_piece_that_does_not_load(browser, address):
    """With no connection the page says so and hands out nothing; with the connection back,
    one press shows the piece.
    """
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + "embed/")
    expect(page.locator(".high")).to_contain_text("pixels high")
    context.set_offline(True)
    page.get_by_label("The picture of all levels").check()
    expect(page.locator(".said-now")).to_contain_text("could not load")
    assert [
        page.locator(f"#{way}").input_value()
        for way in ("wordpress", "html", "boxes", "copy", "developers")
    ] == [""] * 5
    page.get_by_role("tab", name="HTML", exact=True).press("Enter")
    panel = page.get_by_role("tabpanel", name="HTML", exact=True)
    panel.get_by_role("button", name="Copy").press("Enter")
    expect(panel.get_by_role("status")).to_contain_text("could not load")
    context.set_offline(False)
    page.get_by_role("button", name="Show it").click()
    wait_for(page, "continuum")
    expect(page.locator(".said-now")).to_have_text("")
    context.close()


def test_too_few_and_too_many_levels(builder):
    """With one level the page asks for another; a fifth is refused. Both are said."""
    builder.get_by_label("2 to 4 levels side by side").check()
    builder.get_by_label("PHP", exact=True).uncheck()
    expect(builder.locator(".said-now")).to_have_text("Pick one more.")
    for name in ("OP", "PHP", "Medication"):
        builder.get_by_label(name, exact=True).check()
    builder.locator("label", has_text="Support groups").locator("input").click()
    expect(builder.locator(".said-now")).to_have_text(
        "4 is the most. Take one away first."
    )
    expect(builder.get_by_label("Support groups")).not_to_be_checked()


@pytest.mark.parametrize(
    ("name", "scheme", "paper"),
    [
        ("Light", "light", "rgb(253, 252, 248)"),
        ("Dark", "dark", "rgb(17, 23, 28)"),
        ("As my page has them", "inherit", None),
        ("As the reader's device has them", "light dark", None),
    ],
)
def test_colors_are_those_that_were_chosen(name, scheme, paper, builder):
    """The choice of colors is in the snippet, and the preview has it."""
    builder.get_by_label(name, exact=True).check()
    builder.wait_for_function(
        """scheme =>
        document.getElementById('html').value.includes(`style="color-scheme:${scheme}"`)""",
        arg=scheme,
    )
    themes = re.findall(r"[?&;]theme=(\w+)", builder.locator("#html").input_value())
    assert themes == ([scheme] if paper else [])
    frame = frame_of(builder, "levels/iop")
    if paper:
        assert (
            frame.evaluate("getComputedStyle(document.documentElement).backgroundColor")
            == paper
        )
    builder.get_by_label("Show it on a dark page").check()
    assert (
        builder.locator(".stage").evaluate(
            "stage => getComputedStyle(stage).backgroundColor"
        )
        == "rgb(12, 15, 18)"
    )


def test_the_sealed_script_is_handed_out_with_its_checksum(builder, site):
    """For developers the snippet names the release that never changes with its checksum,
    and the policy line names the same file.
    """
    code = copied(builder, "Developers")
    name, sri = re.search(
        r'embed/(v[\d.]+\.js)" integrity="(sha384-[^"]+)" crossorigin="anonymous"', code
    ).groups()
    assert (
        sri
        == "sha384-"
        + base64.b64encode(
            hashlib.sha384((site / "embed" / name).read_bytes()).digest()
        ).decode()
    )
    assert (
        builder.locator("#policy").input_value()
        == f"frame-src {HOST}; script-src {HOST}embed/{name}"
    )


def test_by_keyboard_alone(builder):
    """Kind, level, colors, way and copy are reached and used with Tab, arrows, Space and Enter;
    the result is spoken; tabs go round.
    """
    builder.locator("input[name=kind]:checked").focus()
    builder.keyboard.press("ArrowDown")
    expect(builder.get_by_label("2 to 4 levels side by side")).to_be_checked()
    builder.keyboard.press("Tab")
    builder.keyboard.press("Tab")
    expect(builder.get_by_label("OP", exact=True)).to_be_focused()
    builder.keyboard.press("Space")
    wait_for(builder, "compare/op-vs-iop-vs-php")
    tabs = builder.get_by_role("tab")
    tabs.first.focus()
    builder.keyboard.press("ArrowRight")
    expect(tabs.nth(1)).to_be_focused()
    builder.keyboard.press("ArrowLeft")
    builder.keyboard.press("ArrowLeft")
    expect(tabs.last).to_be_focused()
    builder.keyboard.press("Home")
    builder.keyboard.press("ArrowRight")
    expect(builder.get_by_role("tabpanel")).to_have_count(1)
    builder.keyboard.press("Tab")
    expect(builder.locator("#html")).to_be_focused()
    builder.keyboard.press("Tab")
    builder.keyboard.press("Enter")
    expect(builder.get_by_role("tabpanel").get_by_role("status").first).to_have_text(
        "Copied."
    )
    assert "/embed/v1/compare/op-vs-iop-vs-php/" in builder.evaluate(
        "navigator.clipboard.readText()"
    )


def test_a_refused_clipboard(builder):
    """Where the browser refuses, the text is marked for the reader to copy,
    and the page says how.
    """
    builder.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }"
    )
    builder.get_by_role("tab", name="HTML").click()
    panel = builder.get_by_role("tabpanel")
    panel.get_by_role("button", name="Copy").click()
    expect(panel.get_by_role("status")).to_contain_text("Press Ctrl and C")
    area = builder.locator("#html")
    expect(area).to_be_focused()
    assert area.evaluate(
        "area => area.selectionEnd - area.selectionStart === area.value.length"
    )


def test_without_scripts_everything_is_there(browser, address, site):
    """With scripts off all ways stand one under the other with a ready snippet,
    the list of every piece is one link away, and nothing is shown that would do nothing.
    """
    page = opened(browser, address + "embed/", java_script_enabled=False)
    for way in ("wordpress", "html", "boxes", "copy", "developers", "policy"):
        assert page.locator(f"#{way}").is_visible()
    assert page.locator("form, button").filter(visible=True).count() == 0
    assert page.locator("#html").input_value().strip() == snippet(
        site, HOST, "levels/iop"
    )
    page.get_by_role("link", name="All pieces, ready to paste").first.click()
    page.wait_for_url(address + "embed/ready/")
    page.locator("summary", has_text="Intensive outpatient (IOP)").first.click()
    assert page.get_by_text("<iframe data-loc").filter(visible=True).count() == 1
