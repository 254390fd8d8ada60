"""Search: by the words people use, misspelled too; help where nothing is found;
nothing sent or kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


# What may be typed or pasted, and what must be said of it. Without a letter or a digit there is
# nothing to look for.
ODD = {
    "5,000 letters without a space": ("a" * 5_000, "Nothing found"),
    "5,000 letters of many words": ("residential" * 454, "Nothing found"),
    "5,000 words": ("insurance " * 5_000, "results"),
    "5,000 words at once": ("zzz qqq " * 2_500, "Nothing found"),
    "long words that are nearly one": ("inpatiantt" * 30, "Nothing found"),
    "right to left": ("\u200fالرعاية", "Nothing found"),
    "right to left with marks": ("رِعَايَة שָׁלוֹם", "Nothing found"),
    "signs of patterns": (".*(insurance)+[a-z]?$", "results"),
    "signs of the worker": ('title:insurance^9 "+-~1', "results"),
    "a field that there is not": ("nothing:insurance", "results"),
    "a question with a sign": ("+insurance -insurance", "results"),
    "signs alone": ("*:^~+-()[]\\", "Type a word"),
    "an emoji": ("🙂🙂", "Type a word"),
    "spaces": ("      \u00a0", ""),
    "markup": ("<b>insurance</b>&amp;", "results"),
}


@contextmanager
def searching(browser, address) -> Iterator[Page]:
    """Open the search page; an error in a script fails."""
    page = browser.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(address + "search/")
    yield page
    page.close()
    assert errors == []


@pytest.fixture
def page(browser, address) -> Iterator[Page]:
    """The search page, just opened."""
    with searching(browser, address) as page:
        yield page


@pytest.fixture(scope="module")
def one_page(browser, address) -> Iterator[Page]:
    """A search page into which one query is typed after another, as people do."""
    with searching(browser, address) as page:
        yield page


def first(page, query: str, count: int = 3) -> list[str]:
    """Return the addresses of the first results for a query, from the root of the site."""
    page.fill("#query", query)
    expect(page.locator("ol.results[aria-busy=false] li").first).to_be_visible()
    root = page.evaluate("new URL('../', location).href")
    return [
        link.evaluate("link => link.href").removeprefix(root)
        for link in page.locator("ol.results a").all()[:count]
    ]


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("iop", "levels/iop/"),
        ("IOP", "levels/iop/"),
        ("intensive outpatient", "levels/iop/"),
        ("2.1", "levels/iop/"),
        ("level 2.1", "levels/iop/"),
        ("php", "levels/php/"),
        ("day program", "words/#day-treatment"),
        ("partial hospitalisation", "levels/php/"),
        ("rehab", "levels/high-intensity-residential/"),
        ("rehab", "words/#rehab"),
        ("detox", "levels/withdrawal-management/"),
        ("withdrawl", "words/#withdrawal"),
        ("sober living", "levels/recovery-housing/"),
        ("halfway house", "words/#halfway-house"),
        ("methadone clinic", "words/#otp"),
        ("inpatiant", "levels/hospital-inpatient/"),
        ("residental", "words/#residential"),
        ("out patient", "levels/op/"),
        ("insurance", "paying/"),
        ("how much does it cost", "paying/"),
        ("my daughter", "family/"),
        ("stop drinking tonight", "tonight/"),
        ("overdose", "tonight/"),
        ("narcan", "tonight/"),
        ("court ordered", "court/"),
        ("my court ordered it", "court/"),
        ("DUI", "court/"),
        ("probation", "court/"),
        ("can i keep my job", "work-and-school/"),
        ("work", "work-and-school/"),
        ("school", "work-and-school/"),
        ("kids", "children/"),
        ("child care", "children/"),
        ("teenager", "teens/"),
        ("near me", "near-me/"),
        ("free treatment", "no-insurance/"),
        ("uninsured", "no-insurance/"),
        ("rehab or detox", "rehab-or-detox/"),
        ("suboxone", "medication-questions/"),
        ("maryland", "states/maryland/"),
        ("sober livng", "levels/recovery-housing/"),
    ],
)
def test_search_finds_what_people_type(one_page, query, wanted):
    """Everyday names, letters, numbers of levels and misspelled words lead to the right page
    among the first three results.
    """
    found = first(one_page, query)
    assert wanted in found, found


def test_results_are_counted_aloud_and_say_what_they_are(page):
    """The count is spoken, and each result for a name says what it is in a line."""
    first(page, "iop")
    assert page.locator("form.search [role=status]").inner_text().endswith("results")
    assert (
        page.locator("ol.results li p").first.inner_text()
        == "Treatment for part of the day, several days a week. You sleep at home."
    )


def test_a_part_is_called_by_its_page_too_and_its_text_ends_with_a_word(page):
    """Many pages have parts of one name, so that a result says which page it is on; what is shown
    of a text is not cut inside a word.
    """
    page.fill("#query", "naloxone")
    expect(page.locator("ol.results li").nth(4)).to_be_visible()
    titles = page.locator("ol.results a").all_inner_texts()
    assert len(titles) == len(set(titles)), titles
    assert any(" – " in title for title in titles), titles
    texts = page.locator("ol.results p").all_inner_texts()
    cut = [text for text in texts if text.endswith(" …")]
    assert cut, texts
    assert all(len(text) <= 162 for text in texts), texts


def test_nothing_found_leads_on(page):
    """Where nothing is found the page says so and leads to the words, the list of pages and help;
    with results it does not.
    """
    page.fill("#query", "xyzzy")
    expect(page.locator(".nothing")).to_be_visible()
    assert (
        page.locator("form.search [role=status]")
        .inner_text()
        .startswith("Nothing found")
    )
    assert [
        link.get_attribute("href") for link in page.locator(".nothing a").all()
    ] == ["../words/", "#all-pages", "../get-help-now/"]
    first(page, "iop")
    assert page.locator(".nothing").is_hidden()
    page.fill("#query", "")
    expect(page.locator("ol.results li")).to_have_count(0)
    assert page.locator(".nothing").is_hidden()


def test_what_is_typed_is_not_sent_kept_or_run(page):
    """A query changes neither address nor storage,
    asks no page for anything with it, and is never markup.
    """
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.fill("#query", "<img src=x onerror=window.pwn=1> iop")
    page.wait_for_timeout(500)
    assert page.evaluate("window.pwn") is None
    assert page.url.endswith("/search/")
    assert [url for url in asked if "iop" in url or "img" in url] == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.evaluate("document.activeElement.id") == "query"


def test_the_box_does_not_take_focus_and_loads_nothing_by_itself(page):
    """Nothing has focus when the page opens; worker and index come when the box is used."""
    assert page.evaluate("document.activeElement === document.body")
    loaded = page.evaluate(
        "performance.getEntriesByType('resource').map(entry => entry.name)"
    )
    assert [name for name in loaded if "search_index" in name or "worker" in name] == []


@pytest.mark.parametrize("lost", ["**/search_index.json", "**/search*.js"])
def test_names_are_found_where_search_does_not_load(lost, browser, address):
    """On a bad line, without the index or without the program that reads it, names on the page
    still answer at once, and nothing is said to be missing before all was looked through.
    """
    page = browser.new_page()
    held = []
    page.goto(address + "search/")
    page.route(lost, lambda route: held.append(route))
    page.fill("#query", "iop")
    expect(page.locator("ol.results li").first).to_contain_text("IOP")
    page.fill("#query", "xyzzy")
    expect(page.locator("ol.results li")).to_have_count(0)
    assert page.locator(".nothing").is_hidden()
    held[0].abort()
    expect(page.locator(".nothing")).to_be_visible()
    assert first(page, "iop", 1) == ["levels/iop/"]
    page.close()


def test_the_last_thing_typed_is_what_is_answered(page):
    """Answers to what was typed before are not shown, however fast one types."""
    first(page, "iop")
    shown = page.evaluate("""() => new Promise(done => {
        const box = document.getElementById("query"), seen = [];
        const list = document.querySelector("ol.results");
        new MutationObserver(() => {
            seen.push(list.textContent);
            if (list.getAttribute("aria-busy") === "false") done(seen);
        }).observe(list, { childList: true });
        for (const query of ["methadone", "insurance", "xyzzy"]) {
            box.value = query;
            box.dispatchEvent(new Event("input"));
        }
    })""")
    assert shown == [""]


@pytest.mark.parametrize("odd", ODD)
def test_odd_queries_are_answered_at_once_and_truly(odd, one_page):
    """Whatever is typed or pasted, the page does not hang, and the answer is true: what
    stands in the box is what was looked for.
    """
    query, said = ODD[odd]
    first(one_page, "iop")
    took = one_page.evaluate(
        """query => {
            const box = document.getElementById("query"), before = performance.now();
            box.value = query;
            box.dispatchEvent(new Event("input"));
            return performance.now() - before;
        }""",
        query,
    )
    status = one_page.locator("form.search [role=status]")
    if said:
        expect(status).to_contain_text(said)
    else:
        expect(status).to_have_text("")
    assert took < 500, took
    assert len(one_page.input_value("#query")) <= 200
    assert one_page.locator(".lost").is_hidden()
