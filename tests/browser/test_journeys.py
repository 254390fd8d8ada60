"""Fifteen questions, each played from the home page on a phone to the sentence that answers it.

A journey is a chain of touches. Each costs the screens that must be scrolled to reach it, and so
does the sentence at its end.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from clinics import until
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page
from selenium.common.exceptions import WebDriverException
from serving import webkit

pytestmark = pytest.mark.browser

PHONES = {"small": (360, 640), "usual": (390, 844)}
SAFETY = (2, 2)  # touches and screens
OTHERS = (3, 3)


@dataclass(frozen=True, slots=True)
class Journey:
    """A question, the names of what is touched on the way, and words of the answer."""

    question: str
    touches: tuple[str, ...]
    answer: str
    budget: tuple[int, int] = OTHERS


JOURNEYS = [
    Journey(
        "What does IOP stand for?", ("IOP",), "IOP stands for intensive outpatient"
    ),
    Journey("How many hours?", ("IOP",), "9 to 19 hours a week"),
    Journey("Do I sleep there?", ("IOP",), "At home, or in recovery housing"),
    Journey("Can I keep my job?", ("IOP",), "Often yes"),
    Journey("What does it cost?", ("Paying",), "Call the number on your card"),
    Journey(
        "Will insurance pay?",
        ("IOP", "Will insurance pay? What do I say?"),
        "Say to your plan",
    ),
    Journey(
        "IOP or PHP?",
        ("IOP", "How is it different?", "IOP or PHP"),
        "PHP takes at least 20 hours a week. IOP takes 9 to 19.",
    ),
    Journey(
        "What comes after?",
        ("IOP", "What comes before and after?"),
        "OP: You are steady and a few hours a week are enough.",
    ),
    Journey(
        "Someone wants to stop tonight",
        ("Someone wants to stop, tonight",),
        "ask a doctor or nurse before they stop",
        SAFETY,
    ),
    Journey("I was told “3.5”", ("3.5",), "You live at the program"),
    Journey("¿En español?", ("Español",), "oprima 2 para español"),
    Journey(
        "What about my kids?",
        ("What about my children?",),
        "Some live-in programs take children too",
    ),
    Journey(
        "The court ordered it",
        ("What if the court orders treatment?",),
        "Ask what your order names",
    ),
    Journey(
        "Rehab or detox?", ("Rehab or detox, which comes first?",), "Detox first, if"
    ),
    Journey(
        "Near me", ("How do I find a place near me?",), "look on FindTreatment.gov"
    ),
]
# Also played in the other two engines.
ELSEWHERE = [JOURNEYS[place] for place in (1, 5, 7, 8, 9)]

# Marks what is touched, or what answers, scrolls to it, and returns how many screens that takes.
MARK = """([text, touched]) => {
  if (document.readyState !== "complete") return -1;
  for (const old of document.querySelectorAll("[data-here]")) old.removeAttribute("data-here");
  const strip = document.querySelector(".strip");
  const stays = getComputedStyle(strip).position !== "static";
  const free = innerHeight - (stays ? strip.getBoundingClientRect().height : 0);
  const said = part => part.textContent.replace(/\\s+/g, " ").trim();
  const seen = part => {
    const box = part.getBoundingClientRect();
    const fold = part.closest("details:not([open]) > :not(summary)");
    return box.width > 1 && box.height > 1 && !fold;
  };
  const all = [...document.querySelectorAll(touched ? "a[href], summary" : "main *")].filter(seen);
  const found = touched
    ? all.find(part => said(part).startsWith(text))
    : all.find(part => said(part).includes(text)
      && ![...part.children].some(child => said(child).includes(text)));
  if (!found) return -1;
  const box = found.getBoundingClientRect(), beyond = box.top + Math.min(box.height, free) - free;
  // At once: what is looked for next is measured from there.
  const top = scrollY + box.top - free / 3;
  if (beyond > 0 || box.top < 0) scrollTo({ top, behavior: "instant" });
  found.setAttribute("data-here", "");
  return Math.max(0, Math.ceil(beyond / free));
}"""
HERE = "[data-here]"


@dataclass(frozen=True, slots=True)
class Reader:
    """Someone who reads: opens an address, looks for words, touches what was found."""

    opens: Callable[[str], object]
    looks: Callable[[list], int]
    touches: Callable[[], object]


def reader(page: Page) -> Reader:
    """Return a reader in a window of Playwright."""
    return Reader(
        opens=page.goto,
        looks=lambda sought: page.evaluate(MARK, sought),
        touches=lambda: page.locator(HERE).click(),
    )


def played(someone: Reader, address: str, journey: Journey) -> tuple[int, int]:
    """Return how many touches and screens a journey takes. Fails where a step is not there."""
    someone.opens(address)
    screens = 0
    for name in journey.touches:
        screens += reached(someone, name, touched=True)
        someone.touches()
    screens += reached(someone, journey.answer, touched=False)
    return len(journey.touches), screens


def reached(someone: Reader, text: str, touched: bool) -> int:
    """Return how many screens lie before a text, as soon as it is on the page."""
    found = until(
        lambda: [taken for taken in [looked(someone, text, touched)] if taken >= 0],
        f"“{text}”",
    )
    return found[0]


def looked(someone: Reader, text: str, touched: bool) -> int:
    """Return how many screens lie before a text; -1 where it is not there, or not yet."""
    try:
        return someone.looks([text, touched])
    except (PlaywrightError, WebDriverException):
        return -1  # the next page is on its way


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("phone", PHONES)
def test_each_question_is_answered_within_its_budget(phone, scripts, browser, address):
    """In Chromium, on a small phone and a usual one, with scripts and without."""
    width, height = PHONES[phone]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        java_script_enabled=scripts,
        reduced_motion="reduce",
    )
    hold(reader(context.new_page()), address, JOURNEYS)
    context.close()


def test_five_questions_in_firefox(fox, address):
    """The same in Firefox, on a usual phone."""
    width, height = PHONES["usual"]
    page = fox.new_page(viewport={"width": width, "height": height})
    hold(reader(page), address, ELSEWHERE)
    page.close()


def test_five_questions_in_webkit(address):
    """The same in WebKit, whose window is as narrow as it can be."""
    with webkit() as driver:
        driver.set_window_size(447, 844)
        someone = Reader(
            opens=driver.get,
            looks=lambda sought: driver.execute_script(
                f"return ({MARK})(arguments[0])", sought
            ),
            touches=lambda: driver.execute_script(
                f"document.querySelector('{HERE}').click()"
            ),
        )
        hold(someone, address, ELSEWHERE)


def hold(someone: Reader, address: str, journeys: list[Journey]) -> None:
    """Fail unless each journey stays within its budget; print what each takes."""
    over = []
    for journey in journeys:
        taken = played(someone, address, journey)
        print(journey.question, "·", " > ".join(journey.touches), *taken)
        if any(took > most for took, most in zip(taken, journey.budget, strict=True)):
            over.append((journey.question, taken, journey.budget))
    assert over == []
