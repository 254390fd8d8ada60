"""Choices that stand in the address: read however the address was copied, and never lost to a link
that leads to a place on the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

# What people and programs make of compare/#iop+php, and what it must pick.
PICKED = {
    "#iop+php": "iop php",
    "#php+iop": "iop php",
    "#iop%2Bphp": "iop php",
    "#iop%252Bphp": "iop php",
    "#iop%20php": "iop php",
    "#iop,php": "iop php",
    "#iop%2Cphp": "iop php",
    "#IOP+Php": "iop php",
    "#iop%2bphp%26differ": "iop php differ",
    "#iop+php%26DIFFER": "iop php differ",
    "#iop&php&differ": "iop php differ",
    "#levels=iop+php": "iop php",
    "?levels=iop%2Bphp": "iop php",
    "?levels=iop,php#main": "iop php",
    "?levels=op,php#iop+php": "iop php",
    "?utm_source=a+b&utm_campaign=op#iop+php": "iop php",
    "#iop+iop+php+php": "iop php",
    "#iop+php%E0%A4%A": "iop php",
    "#%E0%A4%A+iop+php": "iop php",
    "#iop+php+nothing-here": "iop php",
    "#iop+php+" + "x" * 50_000: "iop php",
    "#iop+php" + "+op" * 5_000: "op iop php",
    "#op+iop+php+medication": "op iop php",
    "#medication": "medication",
    "#main": "",
    "#nothing+here": "",
    "#constructor+__proto__": "",
    "#%E0%A4%A": "",
    "#" + "%" * 5_000: "",
    "?levels=%E0%A4%A": "",
}
ANSWERED = {
    "#hours=10&home=yes": ("10", "yes"),
    "#home=yes&hours=10": ("10", "yes"),
    "#hours%3D10%26home%3Dyes": ("10", "yes"),
    "#Hours=10&amp;HOME=YES": ("10", "yes"),
    "#hours=10,home=yes": ("10", "yes"),
    "?hours=10&home=yes": ("10", "yes"),
    "?hours=10&home=yes#main": ("10", "yes"),
    "#hours=7.5": ("7.5", ""),
    "#hours=0": ("0", ""),
    "#hours=999&home=no": ("", "no"),
    "#hours=-1": ("", ""),
    "#hours=1e2": ("", ""),
    "#hours=" + "9" * 5_000: ("", ""),
    "#home=maybe&hours=%E0%A4%A": ("", ""),
    "#main": ("", ""),
}


@pytest.fixture
def page(browser) -> Iterator[Page]:
    """A page; an error in a script fails the test."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    page.close()
    assert errors == []


def picked(page: Page) -> str:
    """Return what is ticked on the page that compares: levels in order, then the one that hides
    what is alike.
    """
    return page.evaluate("""() => {
        const ticked = [...document.querySelectorAll("form.pick :checked")];
        return ticked.map(box => box.name === "differ" ? "differ" : box.value).join(" ");
    }""")


def opened_at(page: Page, tool: str, rest: str) -> None:
    """Open a tool at an address. Where it differs in its hash alone, the page that stands there is
    cleared and led to the hash, as browsers do.
    """
    if not rest.startswith("#"):
        page.goto(tool + rest)
        return
    page.evaluate(
        """hash => new Promise(done => {
            document.querySelector("main form").reset();
            setTimeout(() => { // the page hears of the reset before
                history.replaceState(null, "", location.pathname);
                addEventListener("hashchange", () => setTimeout(done), { once: true });
                location.hash = hash;
            });
        })""",
        rest,
    )


def test_an_address_picks_the_same_levels_however_it_was_copied(page, address):
    """Escaped signs, other signs between, capitals, doubles and what is unknown change nothing;
    the count is true, and the address then is the plain one.
    """
    said = page.locator("form.pick [role=status]")
    page.goto(address + "compare/")
    for given, wanted in PICKED.items():
        opened_at(page, address + "compare/", given)
        count = re.compile("picked: " if wanted else "^(0 levels picked)?$")
        expect(said, given[:60]).to_have_text(count)
        assert picked(page) == wanted, given
        if wanted:
            assert_told(page, given, wanted)
            assert page.url == address + "compare/#" + plain(wanted)
        else:
            assert page.url == address + "compare/" + given


def plain(picked: str) -> str:
    """Return what stands after the # sign for what is picked."""
    levels, differ, _ = picked.partition(" differ")
    hash = levels.replace(" ", "+")
    return hash + "&differ" if differ else hash


def assert_told(page: Page, given: str, wanted: str) -> None:
    """Assert that the count is that of the ticks, and that what was not picked is told."""
    told = page.locator("form.pick [role=status]").inner_text()
    count = len(page.locator("form.pick [name=level]:checked").all())
    forms = "1 level picked: " if count == 1 else f"{count} levels picked: "
    assert told.startswith(forms), given
    strange = any(part in given for part in ("nothing-here", "xxx", "A4"))
    assert ("not here" in told) == strange, given
    many = "php+medication" in given
    assert ("at a time" in told) == many, given


def test_an_address_answers_the_same_however_it_was_copied(page, address):
    """Escaped signs, capitals and another order are read; what is no answer fills in nothing."""
    page.goto(address + "hours/")
    for given, wanted in ANSWERED.items():
        opened_at(page, address + "hours/", given)
        found = page.evaluate("""() => {
            const { hours, home } = document.querySelector("form.fit").elements;
            return [hours.value, home.value];
        }""")
        assert tuple(found) == wanted, given
        told = page.locator("form.fit [role=status]").inner_text()
        assert ("to ask about" in told) == any(wanted), given


def test_a_piece_shows_the_same_levels_however_its_address_was_copied(page, address):
    """Programs that paste addresses escape their signs: a piece still shows what was chosen."""
    for given in (
        "op,iop",
        "op%2Ciop",
        "op%252Ciop",
        "OP+iop",
        "op%20iop",
        "op,iop&x=1",
    ):
        page.goto(f"{address}embed/v1/levels/?theme=dark&levels={given}")
        shown = page.locator("tbody[id]:visible")
        expect(shown, given).to_have_count(2)
        assert shown.first.get_attribute("id") == "op"


def test_a_place_on_the_page_takes_no_pick_away(page, address):
    """The skip link, the list of contents and a hash that names nothing leave every tick, and the
    address goes on telling the choice; going back and forward too.
    """
    page.goto(address + "compare/#iop+php&differ")
    expect(page.locator(".picked table")).to_be_visible()
    for link in ("a.skip", ".top a[href='#main'], a.skip"):
        page.locator(link).evaluate("link => link.click()")
        page.wait_for_url("**/compare/#iop+php&differ")
        assert picked(page) == "iop php differ", link
        assert page.locator(".picked table").count() == 1
    page.evaluate("location.hash = '#nothing-like-this'")
    page.wait_for_url("**/compare/#iop+php&differ")
    page.evaluate("location.hash = '#op+php'")
    page.wait_for_url("**/compare/#op+php")
    page.wait_for_function(
        "document.querySelectorAll('form.pick :checked').length == 2"
    )
    assert picked(page) == "op php"
    page.go_back()
    page.wait_for_url("**/compare/#iop+php&differ")
    assert picked(page) == "iop php differ"
    page.go_forward()
    page.wait_for_url("**/compare/#op+php")
    assert picked(page) == "op php"
    page.goto(address + "levels/")
    page.go_back()
    expect(page.locator(".picked table")).to_be_visible()
    assert picked(page) == "op php"


def test_a_skip_link_leads_on_with_a_choice(page, address):
    """Who skips to the text is there, though the address goes on telling the choice."""
    page.goto(address + "compare/#iop+php")
    expect(page.locator(".picked table")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/compare/#iop+php")
    assert page.evaluate("document.activeElement.id") == "main"


def test_a_place_on_the_page_takes_no_answer_away(page, address):
    """The skip link leaves hours and home as they are, in the fields, the list and the address."""
    page.goto(address + "hours/#hours=10&home=yes")
    told = page.locator("form.fit [role=status]")
    expect(told).to_have_text("2 levels to ask about")
    page.locator("a.skip").evaluate("link => link.click()")
    page.wait_for_url("**/hours/#hours=10&home=yes")
    page.evaluate("location.hash = '#by-hours'")
    page.wait_for_url("**/hours/#hours=10&home=yes")
    expect(told).to_have_text("2 levels to ask about")
    assert page.locator("#hours").input_value() == "10"


def test_hours_that_no_week_has_are_not_asked_by(page, address):
    """A number beyond the week is told, never answered as if no level fitted it; half an hour
    counts.
    """
    page.goto(address + "hours/")
    told = page.locator("form.fit [role=status]")
    every = page.locator("[data-least]:visible").count()
    for wrong in ("500", "-3"):
        page.get_by_label("Hours you could give each week").fill(wrong)
        expect(told).to_contain_text("A number from 0 to 168")
        assert page.locator("[data-least]:visible").count() == every
        assert "hours=" not in page.url
    page.get_by_label("Hours you could give each week").fill("9.5")
    expect(told).to_contain_text("to ask about")
    assert page.url.endswith("#hours=9.5")
