"""Tools whose scripts or tables do not arrive: what stands there is true, the choice stays, and
they go on when they can.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from breaking import BROKEN, broken, pass_patience, pass_patience_until, silence
from clinics import until
from playwright.sync_api import BrowserContext, Locator, Page, expect

pytestmark = pytest.mark.browser

# The pages with tools, and what is shown in place of each where its script does not run.
TOOLS = {
    "compare": "any two in the list below",
    "hours": "Below are all levels",
    "search": "Below is a list of all pages",
    "embed": "ready to paste",
}
SHARED = "**/assets/tools.js"
# Before its style has come, a page hides nothing and waits for nothing.
STYLED = "document.getAnimations().length > 0"
# Goes back to when the page was opened, however slow the machine is.
OPENED = """document.getAnimations().forEach(waiting => {
    waiting.pause();
    waiting.currentTime = 0;
})"""
# Lets pass the time after which a page says that a script has not come.
PASSED = "document.getAnimations().forEach(waiting => waiting.finish())"


@pytest.fixture(scope="module")
def context(browser) -> Iterator[BrowserContext]:
    """One reader's browser, in which scripts throw nothing that they do not catch."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context
    context.close()


@pytest.fixture
def page(context) -> Iterator[Page]:
    """A page whose clock the test may turn on; an error in a script fails the test."""
    page = context.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.clock.install()
    yield page
    page.close()
    assert errors == []


def used(page: Page) -> Locator:
    """Return what a reader could use or type into, but for texts to copy."""
    return page.locator("main :is(button, select, input):visible")


def status(page: Page) -> Locator:
    """Return the line in which a tool says how it stands."""
    return page.locator("main form [role=status]").first


@pytest.mark.parametrize(
    ("kind", "shared"),
    [
        ("404", True),
        ("half of it", False),
        ("another page", True),
        ("no answer", False),
    ],
)
def test_a_tool_whose_script_does_not_come_is_not_shown(kind, shared, context, address):
    """Nothing that would do nothing is in sight. After a while the page says so, and what else
    there is; the links to it lead on.
    """
    page = context.new_page()
    for name, other in TOOLS.items():
        own = f"**/assets/{name}.js"
        file = SHARED if shared else own
        with broken(context, file, BROKEN[kind]):
            page.goto(f"{address}{name}/", wait_until="commit")
            expect(page.locator("footer.bottom")).to_have_count(1)
            said = page.locator(".without")
            until(lambda: page.evaluate(STYLED), "a page with its style")
            page.evaluate(OPENED)
            assert said.is_hidden(), name
            assert used(page).count() == 0, name
            page.evaluate(PASSED)
            expect(said).to_contain_text(other)
            expect(said).to_be_visible()
            assert used(page).count() == 0, name
            tool = page.locator(".tool").bounding_box()
            assert tool["height"] < 300, name
            assert_links_lead_on(said)
    page.close()


def assert_links_lead_on(part: Locator) -> None:
    """Assert that each link of a part of a page has a page behind it."""
    for link in part.locator("a").all():
        to = link.evaluate("link => link.href")
        answer = part.page.request.get(to)
        assert answer.ok, to


def test_without_scripts_the_page_says_so_at_once(browser, address):
    """With scripts off no tool is in sight, and no time passes before that is said."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for name, other in TOOLS.items():
        page.goto(f"{address}{name}/")
        said = page.locator(".without")
        assert said.is_visible(), name
        assert "needs a script" in said.inner_text()
        assert other in said.inner_text()
        assert used(page).count() == 0, name
    context.close()


def test_a_script_that_a_tool_can_do_without_does_not_stop_it(context, page, address):
    """A page's other scripts may stay away: words lead to their meaning, and the tool works."""
    with broken(context, "**/assets/words.js", silence):
        page.goto(address + "hours/#hours=10", wait_until="commit")
        expect(status(page)).to_contain_text("to ask about")
    with broken(context, "**/embed/v1.js", silence):
        page.goto(address + "embed/", wait_until="commit")
        expect(page.locator(".stage iframe")).to_have_count(1)


def test_a_script_that_comes_late_is_not_too_late(context, page, address):
    """The tool takes its place when its script comes, with the choice of the address."""
    held = []
    with broken(context, "**/assets/compare.js", lambda route: held.append(route)):
        page.goto(address + "compare/#iop+php", wait_until="commit")
        expect(page.locator(".without")).to_have_count(1)
        page.evaluate(PASSED)
        expect(page.locator(".without")).to_be_visible()
        held[0].continue_()
        expect(page.locator(".picked table")).to_be_visible()
    expect(page.locator("form.pick")).to_be_visible()
    expect(page.locator(".without")).to_be_hidden()


@pytest.mark.parametrize("kind", BROKEN)
def test_a_table_that_does_not_come_is_told_and_tried_again(
    kind, context, page, address
):
    """The count is that of the ticks, the choice stays in boxes and address, and "Try again" makes
    the table without loading the page; so does a connection that comes back.
    """
    again = page.get_by_role("button", name="Try again")
    page.goto(address + "compare/")
    page.evaluate("document.body.dataset.same = 'page'")
    with broken(context, "**/levels/", BROKEN[kind]):
        page.get_by_label("IOP", exact=True).check()
        page.get_by_label("PHP", exact=True).check()
        expect(status(page)).to_contain_text("2 levels picked: IOP, PHP")
        pass_patience(page)
        expect(again).to_be_visible()
        expect(status(page)).to_contain_text("2 levels picked: IOP, PHP. We could not")
        again.click()
        pass_patience(page)
        expect(status(page)).to_contain_text("We could not")
        page.get_by_label("OP", exact=True).check()
        expect(status(page)).to_contain_text("3 levels picked: OP, IOP, PHP")
        pass_patience(page)
        expect(status(page)).to_contain_text("We could not")
    assert page.url.endswith("#op+iop+php")
    again.click()
    expect(page.locator(".picked table.of-3")).to_be_visible()
    expect(status(page)).to_have_text("3 levels picked: OP, IOP, PHP")
    expect(again).to_be_hidden()
    assert page.evaluate("document.activeElement.className") == "picked"
    assert page.evaluate("document.body.dataset.same") == "page"


def test_a_connection_that_comes_back_is_used_at_once(browser, address):
    """Who was without a connection sees the table, the search and the piece when it is back."""
    context = browser.new_context()
    page = context.new_page()

    def away(name: str, choose: Callable[[], None], told: Locator, back: Locator):
        page.goto(f"{address}{name}/")
        context.set_offline(True)
        choose()
        expect(told).to_contain_text("Check your connection")
        context.set_offline(False)
        expect(back).to_be_visible()
        expect(told).not_to_contain_text("Check your connection")

    def two_levels() -> None:
        page.get_by_label("IOP", exact=True).check()
        page.get_by_label("PHP", exact=True).check()

    picture = page.get_by_label("The picture of all levels")
    frame = page.locator(".stage iframe[src*=continuum]")
    results = page.locator("ol.results a[href*=paying]")
    away("compare", two_levels, status(page), page.locator(".picked table"))
    away("search", lambda: page.fill("#query", "insur"), status(page), results.first)
    away("embed", picture.check, page.locator(".said-now"), frame)
    context.close()


@pytest.mark.parametrize(
    ("file", "kinds"),
    [("**/oembed/*.json", BROKEN), ("**/copy.txt", ["half of it", "another page"])],
)
def test_a_piece_that_does_not_come_leaves_nothing_to_copy(
    file, kinds, context, page, address
):
    """The builder never offers the piece before as the one that was chosen, and "Show it" tries
    again.
    """
    html, said = page.locator("#html"), page.locator(".said-now")
    page.goto(address + "embed/")
    for kind in kinds:
        page.get_by_label("All levels", exact=True).check()
        expect(html).to_have_value(re.compile("embed/v1/levels/"))
        with broken(context, file, BROKEN[kind]):
            page.get_by_label("The picture of all levels").check()
            asked = page.evaluate(
                "document.querySelector('.builder').elements.kind.value"
            )
            assert asked == "continuum"
            if kind == "no answer":
                page.clock.fast_forward(2_000)
                expect(said).to_have_text("Loading.")
            pass_patience(page)
            expect(said, kind).to_contain_text("could not load")
            expect(html, kind).to_have_value("")
            expect(page.locator(".high"), kind).to_have_text("")
        page.get_by_role("button", name="Show it", exact=True).click()
        expect(html, kind).to_have_value(re.compile("embed/v1/continuum/"))
        expect(said).to_have_text("")


@pytest.mark.parametrize(
    ("file", "kinds"),
    [
        ("**/search_index.json", BROKEN),
        ("**/workers/search*.js", ["404", "half of it", "no answer"]),
    ],
)
def test_a_search_that_does_not_load_never_says_that_nothing_was_found(
    file, kinds, context, page, address
):
    """Names are still found, the page says that it looked through them alone, and "Try again"
    looks through all.
    """
    again = page.get_by_role("button", name="Try again")
    results = page.locator("ol.results li")
    for kind in kinds:
        page.goto(address + "search/")
        with broken(context, file, BROKEN[kind]):
            page.fill("#query", "iop")
            expect(results.first, kind).to_contain_text("IOP")
            page.fill("#query", "xyzzy")
            pass_patience_until(again)
            expect(status(page), kind).to_contain_text("through the names of pages")
            assert "Nothing found" not in page.inner_text("main")
            again.click()
            expect(status(page), kind).to_have_text(
                re.compile("Loading|through the names")
            )
            pass_patience_until(again)
            expect(again, kind).to_be_visible()
            page.fill("#query", "insurance")
        again.click()
        expect(status(page), kind).to_have_text(re.compile(r"^\d+ results$"))
        assert page.evaluate("document.activeElement.id") == "query"
    page.fill("#query", "xyzzy")
    expect(status(page)).to_contain_text("Nothing found")
