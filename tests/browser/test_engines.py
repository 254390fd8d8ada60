"""The pages in the browsers that people have: Chromium, Firefox, and WebKit as Safari has it."""

from __future__ import annotations

import shutil

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait
from serving import webkit

pytestmark = pytest.mark.browser

PAGES = [
    "",
    "levels/iop/",
    "compare/iop-vs-php/",
    "levels/",
    "faq/",
    "week/",
    "hours/",
    "compare/",
    "search/",
]


def use(browser, address: str) -> None:
    """Open every kind of page at two widths, and use search, the picker,
    hours and words, through Playwright.
    """
    page = browser.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        for path in PAGES:
            page.goto(address + path)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (
                path,
                width,
            )
            assert page.locator(".strip a").first.is_visible(), path
            assert page.locator("h1").inner_text()
    page.goto(address + "search/")
    page.fill("#query", "iop")
    page.locator("ol.results li").first.wait_for()
    page.goto(address + "compare/")
    page.get_by_label("IOP", exact=True).check()
    page.get_by_label("PHP", exact=True).check()
    page.locator(".picked table").wait_for()
    page.goto(address + "hours/")
    page.get_by_label("Hours you could give each week").fill("10")
    assert "to ask about" in page.locator("form.fit [role=status]").inner_text()
    page.goto(address + "levels/iop/")
    page.locator("a.term").first.click()
    assert page.locator(".meaning").is_visible()
    page.locator("summary", has_text="Why do the numbers differ?").click()
    page.locator("#numbers summary").first.click()
    assert page.locator("#numbers table").first.is_visible()
    assert errors == []


def test_a_browser_shows_and_runs_every_kind_of_page(engine, address):
    """In Chromium and in Firefox (Debian's own over WebDriver BiDi, else Playwright's) pages fit,
    the help strip stands, and everything works.
    """
    use(engine, address)


def test_webkit_shows_and_runs_every_kind_of_page(playwright, address):
    """In WebKit (WebKitGTK where there is apt, else Playwright's) pages fit, the help strip stands,
    and everything works.
    """
    if not shutil.which("apt-get"):
        browser = playwright.webkit.launch()
        use(browser, address)
        browser.close()
        return
    with webkit() as driver:
        for width in (447, 1280):  # its window cannot be narrower
            driver.set_window_size(width, 900)
            for path in PAGES:
                driver.get(address + path)
                assert driver.execute_script(
                    "return document.documentElement.scrollWidth <= innerWidth"
                ), (path, width)
                assert driver.find_element(
                    By.CSS_SELECTOR, ".strip a"
                ).is_displayed(), path
        driver.get(address + "search/")
        driver.find_element(By.ID, "query").send_keys("iop")
        wait_for(driver, "ol.results li")
        driver.get(address + "compare/#iop+php")
        wait_for(driver, ".picked table")
        driver.get(address + "hours/")
        driver.find_element(By.ID, "hours").send_keys("10")
        assert (
            "to ask about"
            in driver.find_element(By.CSS_SELECTOR, "form.fit [role=status]").text
        )
        driver.get(address + "levels/iop/")
        driver.execute_script("document.querySelector('a.term').click()")
        assert driver.find_element(By.CSS_SELECTOR, ".meaning").is_displayed()


def wait_for(driver, what: str) -> None:
    """Wait until something stands in the page."""
    WebDriverWait(driver, 10).until(
        lambda driver: driver.find_elements(By.CSS_SELECTOR, what)
    )
