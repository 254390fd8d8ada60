"""What a visit costs: bytes, requests, and things that move after they were shown."""

from __future__ import annotations

import gzip

import pytest
from kinds import one_of_each

pytestmark = pytest.mark.browser

# Compressed, in bytes. The hard limit is 75,000 for a first visit to a level's page;
# these stand a little above what it is.
FIRST_VISIT = 29_300
SCRIPT = 1_400
SEARCH_IN_USE = 105_000


def visit(browser, address: str, path: str, use=None) -> dict[str, int]:
    """Return what a first visit fetches: addresses, and the bytes of each when compressed."""
    context = browser.new_context(viewport={"width": 360, "height": 640})
    page = context.new_page()
    fetched = {}
    page.on(
        "response",
        lambda answer: fetched.update(
            {answer.url.removeprefix(address): len(gzip.compress(answer.body(), 9))}
        ),
    )
    page.goto(address + path, wait_until="networkidle")
    if use:
        use(page)
        page.wait_for_load_state("networkidle")
    context.close()
    return fetched


@pytest.mark.parametrize("path", ["", "levels/iop/", "compare/iop-vs-php/", "levels/"])
def test_a_first_visit_weighs_little(path, browser, address):
    """Home, a level, a comparison and the table of all levels: page, at most two styles,
    icon and at most one script, within the budget.
    """
    fetched = visit(browser, address, path)
    print(path or "home", fetched, sum(fetched.values()))
    assert sum(fetched.values()) <= FIRST_VISIT, fetched
    assert len(fetched) <= 5, fetched
    assert (
        sum(size for name, size in fetched.items() if name.endswith(".js")) <= SCRIPT
    ), fetched


def test_search_waits_until_it_is_used(browser, address):
    """The search page fetches neither index nor worker before the box is used,
    and within its budget afterwards.
    """
    before = visit(browser, address, "search/")
    assert not [name for name in before if "search_index" in name or "worker" in name]
    after = visit(
        browser,
        address,
        "search/",
        lambda page: (
            page.fill("#query", "iop"),
            page.locator("ol.results li").nth(6).wait_for(),
        ),
    )
    assert [name for name in after if "search_index" in name]
    assert sum(after.values()) <= SEARCH_IN_USE, after


def test_nothing_moves_after_it_was_shown(browser, site, address):
    """No page of any kind shifts its layout while it loads, on a phone or a wide screen."""
    moved = []
    for width in (320, 1280):
        page = browser.new_page(viewport={"width": width, "height": 700})
        for path in one_of_each(site):
            page.goto(address + path, wait_until="load")
            shift = page.evaluate("""() => new Promise(done => {
                let sum = 0;
                new PerformanceObserver(list => {
                  for (const entry of list.getEntries()) sum += entry.value;
                }).observe({ type: "layout-shift", buffered: true });
                setTimeout(() => done(sum), 120);
            })""")
            if shift > 0.001:
                moved.append((path, width, round(shift, 4)))
        page.close()
    assert moved == []


def test_text_is_there_before_any_script_runs(undrawn, site, address):
    """Every script is fetched in parallel and runs after the page;
    with scripts blocked the text is the same.
    """
    context = undrawn.new_context()
    context.route("**/*.js", lambda route: route.abort())
    blocked, page = context.new_page(), undrawn.new_page()
    for path in one_of_each(site):
        for each in (blocked, page):
            each.goto(address + path)
        assert blocked.evaluate(
            "[...document.scripts].filter(script => script.src).every(script => script.defer)"
        )
        strip = """() => {
            document.querySelectorAll('form, .see, .without, .tabs').forEach(part => part.remove());
            return document.querySelector('main').innerText.replace(/\\s+/g, ' ');
        }"""
        assert blocked.evaluate(strip) == page.evaluate(strip), path
    context.close()
    page.close()
