"""What readers can do on a page: open a word in place, pick levels to compare,
look for levels by hours.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser, address):
    """A page of usual size; an error in a script fails the test."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on(
        "console",
        lambda message: (
            errors.append(message.text) if message.type == "error" else None
        ),
    )
    yield page
    page.close()
    assert errors == []


def small(page):
    """Make the window as small as an old phone's."""
    page.set_viewport_size({"width": 320, "height": 600})


def rows(page) -> list[str]:
    """Return the questions of the table that the reader made."""
    return page.locator(".picked tbody th").all_inner_texts()


def test_a_word_opens_and_closes_in_place(page, address):
    """By mouse, by Enter and by Escape: the meaning stands under its paragraph,
    and focus stays on the word.
    """
    page.goto(address + "levels/iop/")
    word = page.locator("a.term", has_text="day program")
    word.click()
    assert (
        page.locator("p:has(a.term) > .meaning")
        .inner_text()
        .startswith("Day treatment")
    )
    assert word.get_attribute("aria-expanded") == "true"
    word.focus()
    page.keyboard.press("Enter")
    assert page.locator(".meaning").count() == 0
    page.keyboard.press("Enter")
    assert page.locator(".meaning").count() == 1
    page.keyboard.press("Escape")
    assert page.locator(".meaning").count() == 0
    assert page.evaluate("document.activeElement.textContent") == "day program"
    assert page.url == address + "levels/iop/"


def test_without_scripts_a_word_leads_to_its_meaning_on_the_same_page(browser, address):
    """The link of a word leads to its entry under "Words on this page"."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "levels/iop/")
    page.locator("a.term").first.click()
    assert page.locator(":target dd").inner_text()
    context.close()


def test_picked_levels_stand_side_by_side(page, address):
    """Two picks make a table in the order of the site, say so, and stand in the address;
    a third adds a column; Clear takes all away.
    """
    page.goto(address + "compare/")
    page.get_by_label("PHP", exact=True).check()
    assert page.locator(".picked table").count() == 0
    page.get_by_label("IOP", exact=True).check()
    page.wait_for_selector(".picked table")
    assert page.locator(".picked thead th").all_inner_texts() == ["IOP", "PHP"]
    assert "9 to 19 hours a week" in page.locator(".picked").inner_text()
    assert page.url.endswith("compare/#iop+php")
    assert (
        page.locator("form.pick [role=status]").inner_text()
        == "2 levels picked: IOP, PHP"
    )
    assert page.locator(".pair-link a").get_attribute("href") == "iop-vs-php/"
    page.get_by_label("OP", exact=True).check()
    page.wait_for_selector(".picked .of-3")
    assert page.locator(".pair-link").is_hidden()
    page.get_by_role("button", name="Clear").click()
    page.locator(".picked table").wait_for(state="detached")
    assert page.url.endswith("/compare/")
    assert not page.get_by_label("PHP", exact=True).is_checked()


def test_the_cells_are_those_of_the_table_of_all_levels(page, address):
    """Each cell says what the table of all levels says, and its source links lead there."""
    page.goto(address + "levels/")
    cell = (
        page.locator("table.matrix tbody tr", has_text="How many hours a week?")
        .first.locator("td")
        .nth(3)
    )
    all_levels = cell.text_content()
    page.goto(address + "compare/#iop+php")
    mine = (
        page.locator(".picked tbody", has_text="How many hours a week?")
        .locator("td")
        .first
    )
    assert mine.text_content() == all_levels
    mine.locator(".proof").first.click()
    page.wait_for_url(address + "levels/#source-*")
    assert page.locator(":target").count() == 1


def test_only_what_differs(page, address):
    """The choice hides the questions that all picked levels answer alike,
    and stands in the address.
    """
    page.goto(address + "compare/#iop+php")
    page.wait_for_selector(".picked table")
    everything = rows(page)
    assert "Where do I sleep?" in everything
    page.get_by_label("Only what differs").check()
    expect(page.locator(".picked tbody")).not_to_have_count(len(everything))
    assert "Where do I sleep?" not in rows(page)
    assert "How many hours a week?" in rows(page)
    page.goto("about:blank")
    page.goto(address + "compare/#iop+php&differ")
    page.wait_for_selector(".picked table")
    assert "Where do I sleep?" not in rows(page)


def test_three_at_most_and_two_on_a_phone(page, address):
    """One pick too many is not taken, and the page says why."""
    page.goto(address + "compare/#op+iop+php")
    page.wait_for_selector(".picked .of-3")
    page.get_by_label("Medication", exact=True).click()
    assert not page.get_by_label("Medication", exact=True).is_checked()
    assert "3 at a time" in page.locator("form.pick [role=status]").inner_text()
    small(page)
    page.goto("about:blank")
    page.goto(address + "compare/#op+iop+php")
    page.wait_for_selector(".picked .of-2")
    page.get_by_label("PHP", exact=True).click()
    said = page.locator("form.pick [role=status]")
    assert "2 at a time" in said.inner_text()
    edge = page.locator(".strip").bounding_box()["y"]
    box = said.bounding_box()
    assert box["y"] >= 0, "above the window"
    assert box["y"] + box["height"] <= edge, (
        "under the help numbers or below the window"
    )


def test_a_strange_address_picks_nothing(page, address):
    """What an address names and the page does not have is passed over."""
    for part in ("#<script>", "#nothing+here", "#iop+iop+%", "#php&differ&x"):
        page.goto("about:blank")
        page.goto(address + "compare/" + part)
        assert page.locator(".picked table").count() == 0


def shown(page) -> list[str]:
    """Return the names of the levels that the list of hours shows."""
    return [
        item.locator("a").first.inner_text()
        for item in page.locator(".by-hours li").all()
        if item.is_visible()
    ]


def test_hours_and_home_show_levels_to_ask_about(page, address):
    """10 hours at home leave OP and IOP; without a home the places to live stay;
    Clear brings all back; the answers stand in the address.
    """
    page.goto(address + "hours/")
    everything = shown(page)
    page.get_by_label("Hours you could give each week").fill("10")
    page.get_by_label("Yes", exact=True).check()
    assert shown(page) == ["Outpatient (OP)", "Intensive outpatient (IOP)"]
    assert (
        page.locator("form.fit [role=status]").inner_text() == "2 levels to ask about"
    )
    assert page.url.endswith("hours/#hours=10&home=yes")
    page.get_by_label("No", exact=True).check()
    assert "Rehab (high-intensity residential)" in shown(page)
    assert "Intensive outpatient (IOP)" not in shown(page)
    page.get_by_role("button", name="Clear").click()
    expect(page.locator("form.fit [role=status]")).to_have_text("")
    assert shown(page) == everything


def test_hours_that_fit_nothing_say_so(page, address):
    """When no level fits, the page says that and what to do."""
    page.goto(address + "hours/")
    page.evaluate("""document.querySelectorAll('[data-least]').forEach(item => {
      item.dataset.least = 50;
      item.dataset.sleep = 'home';
    })""")
    page.get_by_label("Hours you could give each week").fill("2")
    assert shown(page) == []
    assert (
        page.locator("form.fit [role=status]")
        .inner_text()
        .startswith("No level on this site fits")
    )


@pytest.mark.parametrize("path", ["compare/", "hours/"])
def test_without_scripts_the_lists_are_there(browser, address, path):
    """The form is hidden; every pair and every level can still be reached."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + path)
    assert page.locator("main form").is_hidden()
    assert page.locator("main ul a:visible").count() >= 15
    context.close()


def test_nothing_chosen_is_stored_or_sent(browser, address):
    """A choice asks for nothing but the site's own table, and leaves nothing behind."""
    context = browser.new_context()
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + "compare/#iop+php")
    page.wait_for_selector(".picked table")
    assert [url for url in asked if "iop" in url.split("#")[0]] == []
    page.goto(address + "hours/#hours=10&home=yes")
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert context.cookies() == []
    context.close()
