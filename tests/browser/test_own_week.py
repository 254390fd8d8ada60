"""The reader's own week: marked by mouse, by touch and by keyboard, beside an example."""

from __future__ import annotations

import re
import shutil

import pytest
from playwright.sync_api import Page, expect
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from serving import webkit

pytestmark = pytest.mark.browser

EVENING = re.compile("IOP. In the evening: 9 of 168 hours")
MEETS = "3 of them meet what you marked: Mon."
# 168 hours without 56 of sleep, 9 of treatment, and what was marked beside it.
LEFT = "103 waking hours are left for you"


@pytest.fixture
def week(engine, address):
    """The page of weeks in Chromium and in Firefox; an error in a script fails the test."""
    page = engine.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(address + "week/")
    yield page
    page.close()
    assert errors == []


def said(page: Page):
    """Return what the tool says."""
    return page.locator("form.own [role=status]")


def hour(page: Page, name: str):
    """Return the button of an hour, whether treatment takes it or not."""
    return page.get_by_role("button", name=re.compile(f"^{name}(,|$)"))


def pick(page: Page) -> None:
    """Pick IOP's example in the evening."""
    option = page.locator("#example option", has_text=EVENING)
    page.select_option("#example", label=option.inner_text())


def test_by_keyboard_alone(week):
    """Tab reaches one hour, arrows the others; Space marks and takes back; nothing is sent."""
    pick(week)
    expect(said(week)).to_contain_text("9 hours of this week are treatment.")
    hour(week, "Monday, 7 AM").focus()
    for _ in range(11):
        week.keyboard.press("ArrowDown")
    for _ in range(3):
        week.keyboard.press("Space")
        week.keyboard.press("ArrowDown")
    expect(said(week)).to_contain_text(MEETS)
    expect(said(week)).to_contain_text(LEFT)
    expect(week.get_by_text("Do you have groups at other times")).to_be_visible()
    week.keyboard.press("ArrowUp")
    week.keyboard.press("Space")
    expect(said(week)).to_contain_text("2 of them meet")
    assert (
        week.evaluate(
            "document.querySelectorAll('.own-week button[tabindex=\"0\"]').length"
        )
        == 1
    )
    assert week.url.endswith("/week/")


def test_many_hours_at_once(week):
    """A preset marks its hours, Clear takes all away."""
    week.get_by_role("button", name="I work by day").click()
    assert week.locator(".own-week [aria-pressed=true]").count() == 5 * 8
    pick(week)
    expect(said(week)).to_contain_text("None of them meets what you marked.")
    week.locator("form.own").get_by_role("button", name="Clear").click()
    expect(week.locator(".own-week [aria-pressed=true]")).to_have_count(0)
    expect(said(week)).to_have_text("")


def test_a_mouse_paints(browser, address):
    """It marks all hours that it is drawn over, and takes away where it begins on a marked one."""
    page = browser.new_page(viewport={"width": 1280, "height": 1200})
    page.goto(address + "week/")
    pick(page)
    for count in (3, 0):
        hour(page, "Monday, 6 PM").scroll_into_view_if_needed()
        hour(page, "Monday, 6 PM").hover()
        page.mouse.down()
        hour(page, "Monday, 7 PM").hover()
        hour(page, "Monday, 8 PM").hover()
        page.mouse.up()
        assert page.locator(".own-week [aria-pressed=true]").count() == count
    page.close()


def test_a_finger_marks_and_may_scroll(browser, address):
    """Each hour can be tapped; a long drag scrolls and marks nothing."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True
    )
    page = context.new_page()
    page.goto(address + "week/")
    pick(page)
    for time in ("6 PM", "7 PM", "8 PM"):
        hour(page, f"Monday, {time}").tap()
    expect(said(page)).to_contain_text(MEETS)
    box = hour(page, "Monday, 9 AM").bounding_box()
    assert box["height"] >= 24 and box["width"] >= 24
    context.close()


def test_in_webkit(playwright, address):
    """WebKit says the same (WebKitGTK where there is apt, else Playwright's)."""
    if not shutil.which("apt-get"):
        browser = playwright.webkit.launch()
        page = browser.new_page()
        page.goto(address + "week/")
        test_by_keyboard_alone(page)
        browser.close()
        return
    with webkit() as driver:
        driver.get(address + "week/")
        example = driver.find_element(By.ID, "example")
        texts = [option.text for option in example.find_elements(By.TAG_NAME, "option")]
        (place,) = [index for index, text in enumerate(texts) if EVENING.match(text)]
        driver.execute_script(
            "arguments[0].selectedIndex = arguments[1];"
            "arguments[0].dispatchEvent(new Event('change', {bubbles: true}))",
            example,
            place,
        )
        first = driver.find_element(By.CSS_SELECTOR, "[data-day='0'][data-hour='18']")
        driver.execute_script("arguments[0].focus()", first)
        for _ in range(3):
            driver.switch_to.active_element.send_keys(Keys.SPACE)
            driver.switch_to.active_element.send_keys(Keys.ARROW_DOWN)
        status = driver.find_element(By.CSS_SELECTOR, "form.own [role=status]")
        assert MEETS in status.text
        assert LEFT in status.text


@pytest.mark.parametrize("form", ["Letter", "A4"])
def test_it_prints_on_one_sheet(browser, address, form):
    """Who asks for paper gets this week alone: one sheet, with the help numbers."""
    page = browser.new_page()
    page.add_init_script("window.print = () => {}")
    page.goto(address + "week/")
    pick(page)
    page.get_by_role("button", name="I work by day").click()
    page.get_by_role("button", name="Print your week").click()
    page.emulate_media(media="print")
    assert page.locator(".own-week").is_visible()
    assert page.locator(".strip").is_visible()
    assert not page.locator(".weeks").first.is_visible()
    paper = page.pdf(format=form)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1
    page.close()


def test_without_scripts_there_is_an_empty_week(browser, address):
    """It can be printed and filled in; the tool is not shown."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "week/")
    assert page.locator(".own-week td").count() == 24 * 7 + 1
    assert page.locator(".own-week").is_visible()
    assert not page.locator("form.own").is_visible()
    assert page.get_by_text("Below is an empty week.").is_visible()
    context.close()
