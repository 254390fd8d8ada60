"""What opens in place: questions, dangers, and the marks that say how well a fact is known."""

from __future__ import annotations

import pytest
from clinics import until
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
ON_TOP = """id => {
  const part = document.getElementById(id), box = part.getBoundingClientRect();
  return part.closest("details").open && box.top >= 0 && box.top < innerHeight / 2;
}"""


@pytest.fixture
def phone(browser):
    """A window as large as a phone's."""
    context = browser.new_context(viewport=PHONE, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_the_address_of_a_fold_opens_it(browser, address, scripts):
    """A link to what is folded shows it, on its own page and from elsewhere, with scripts and
    without, and going back goes back.
    """
    context = browser.new_context(
        viewport=PHONE, java_script_enabled=scripts, reduced_motion="reduce"
    )
    page = context.new_page()
    for part in ("paying", "page-sources"):
        page.goto("about:blank")
        page.goto(f"{address}levels/iop/#{part}")
        until(lambda part=part: page.evaluate(ON_TOP, part), f"{part} in sight")
    page.goto(f"{address}levels/iop/")
    assert not page.locator("#daily-life").is_visible()
    page.locator(".fold > summary").first.click()
    expect(page.locator("#daily-life")).to_be_visible()
    page.locator("#daily-life > p a").last.click()
    expect(page).not_to_have_url(f"{address}levels/iop/")
    page.go_back()
    page.wait_for_url("**/levels/iop/")
    context.close()


def test_a_mark_opens_its_sources_in_place(phone, address):
    """Under a tile it says whose number it is, names the source with its link, how it was read and
    when, and leads to all the numbers; a second touch and the Escape key close it.
    """
    phone.goto(address + "levels/iop/")
    mark = phone.locator(".tiles .proof").first
    box = mark.bounding_box()
    assert min(box["width"], box["height"]) >= 24
    source = phone.locator(mark.get_attribute("href"))
    mark.click()
    note = phone.locator(".meaning")
    expect(note).to_have_count(1)
    said = note.text_content()
    assert source.locator("a").text_content() in said
    assert "the source's own text" in said
    assert "Read by " in said
    links = note.locator("a").evaluate_all(
        "all => all.map(a => a.getAttribute('href'))"
    )
    assert links == [source.locator("a").get_attribute("href"), "#numbers"]
    note.locator("a").last.click()
    until(lambda: phone.evaluate(ON_TOP, "numbers"), "all numbers in sight")
    mark.click()
    expect(note).to_have_count(0)
    mark.press("Enter")
    expect(note).to_have_count(1)
    phone.keyboard.press("Escape")
    expect(note).to_have_count(0)


def test_each_mark_says_its_own_state(phone, address):
    """Every mark of the page opens with the words of its state, and names all its sources."""
    phone.goto(address + "levels/iop/")
    phone.evaluate(
        "document.querySelectorAll('details').forEach(one => one.open = true)"
    )
    means = phone.evaluate("""() => Object.fromEntries(
        [...document.querySelectorAll(".marks-mean > div")].map(one => [
          one.querySelector(".proof").className.split(" ")[1], one.querySelector("dd").textContent
        ]))""")
    assert set(means) == {"read", "restated", "weak"}
    told = phone.evaluate("""() => [...document.querySelectorAll("a.proof")].map(mark => {
      mark.click();
      const note = document.getElementById(mark.getAttribute("aria-controls"));
      const named = mark.querySelector("b").textContent.split(", ").map(
        number => document.querySelector(`#source-${number}`).textContent);
      const said = [mark.className.split(" ")[1], note.textContent, named];
      mark.click();
      return said;
    })""")
    assert len(told) > 60
    for state, said, sources in told:
        assert means[state] in said
        assert sources
        assert [source for source in sources if source not in said] == []
    assert {state for state, *_ in told} == set(means)


def test_no_mark_stands_on_what_keeps_people_safe(phone, address):
    """A danger opens from one line, says whom to call, and names its sources without a mark."""
    phone.goto(address + "levels/iop/")
    danger = phone.locator("details.danger").first
    line = danger.locator("summary").bounding_box()
    assert 44 <= line["height"] <= 72
    danger.locator("summary").click()
    expect(danger.locator("a.dial")).to_be_visible()
    assert danger.locator(".proof").count() == 0
    assert danger.locator("a[href^='#source-']").count() >= 2
    assert phone.locator(".warning .proof").count() == 0
