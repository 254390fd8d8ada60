"""What is dialed, texted or spelled out: set apart on every page, and sent along by links."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from contents import real_content
from continuum.model.site import Contact
from continuum.rendering.output import Page
from continuum.rendering.words.exact import Exact, contact_words, typed
from continuum.rendering.words.glossary import Glossary
from continuum.rendering.words.running_text import RunningText
from continuum.views.help.strip import link_of


def contact(kind: str, value: str, words: str, keyword: str | None = None) -> Contact:
    """Return a way to reach help."""
    return Contact(kind=kind, value=value, words=words, keyword=keyword)


@pytest.mark.parametrize(
    ("kind", "value", "keyword", "words", "apart"),
    [
        ("call", "988", None, "Call 988", ["988"]),
        ("text", "741741", "HOME", "Text HOME to 741741", ["HOME", "741741"]),
        ("text", "741741", "ayuda", "Envía ayuda al 741741", ["ayuda", "741741"]),
        (
            "tty",
            "1-800-487-4889",
            None,
            "TTY: 1-800-487-4889",
            ["TTY", "1-800-487-4889"],
        ),
        (
            "call",
            "1-800-662-4357",
            None,
            "Call 1-800-662-HELP (4357)",
            ["1-800-662-HELP (4357)"],
        ),
        ("call", "800-662-4357", None, "Call (800) 662 4357 now", ["(800) 662 4357"]),
        (
            "chat",
            "https://www.988lifeline.org/chat",
            None,
            "At 988Lifeline.org",
            ["988Lifeline.org"],
        ),
        (
            "call",
            "+966-11-555-0100",
            None,
            "اتصل +966 11 555 0100",
            ["+966 11 555 0100"],
        ),
    ],
)
def test_a_contact_keeps_what_is_dialed_or_typed(kind, value, keyword, words, apart):
    """Each number, keyword and site in a contact's words is in an element that no machine
    translates; numbers run from left to right; everything else stays as it is.
    """
    html = contact_words(contact(kind, value, words, keyword))
    found = re.findall(r'<span(?: dir="ltr")? translate="no">([^<]*)</span>', html)
    # A number stays in one line.
    assert [one.replace("\u00a0", " ") for one in found] == apart
    assert not [one for one in found if " " in one and one[-1].isdigit()]
    assert re.sub(r"<[^>]+>", "", html).replace("\u00a0", " ") == words
    assert html.count('dir="ltr"') == len(apart) - apart.count("TTY")


def test_texts_keep_numbers_and_letters():
    """In running text numbers to call and letters are set apart; words and other numbers are not;
    everything is escaped.
    """
    help = real_content()[0].help
    exact = Exact(help)
    call = typed("1-800-662-4357")
    assert exact("Call 1-800-662-4357.") == f"Call {call}."
    assert exact("IOP (or PHP), 9 to 19 <b>") == (
        '<span translate="no">IOP</span> (or <span translate="no">PHP</span>), 9 to 19 &lt;b&gt;'
    )
    for plain in ("A day. I go.", "9880 or 3-988", "Not-IOP-like"):
        assert exact(plain) == plain


@pytest.mark.parametrize("keyword", ["HOME", "مساعدة", "a&b #1"])
def test_a_link_to_text_carries_its_keyword(keyword):
    """The message stands in the address in the one form that iPhones and Android both read."""
    link = link_of(contact("text", "741741", "Text", keyword))
    address, message = link.split("?&body=")
    assert address == "sms:741741"
    assert unquote(message) == keyword
    assert re.fullmatch(r"[\w.~%-]+", message, re.ASCII)


def test_every_number_to_call_is_set_apart(generated):
    """Wherever a page or a piece shows a number to call with hyphens, no machine translates it and
    it runs from left to right; names of lines are not translated.
    """
    help = real_content()[0].help
    numbers = [one.value for line in help for one in line.contacts if "-" in one.value]
    assert len(numbers) > 1
    count = 0
    for file in generated.values():
        if isinstance(file, Page):
            shown = re.sub(
                r"<(script|pre|textarea)\b.*?</\1>", "", file.html, flags=re.S
            )
            for number in numbers:
                apart = re.compile(
                    rf'<(span|a) dir="ltr" translate="no"[^>]*>{number}</\1>'
                )
                others, times = apart.subn("", shown)
                count += times
                text = re.sub(r"<[^>]*>", "", others)
                assert not re.search(rf"(?<![\w-]){number}(?![\w-])", text), file.path
    assert count > 3
    page = generated["get-help-now/index.html"].html
    for line in help:
        name = line.name.replace("&", "&amp;")
        assert re.search(rf'<h2[^>]* translate="no">{re.escape(name)}</h2>', page)


def test_running_text_leads_to_sites_and_pages_that_it_names():
    """The site of help, or of an official source, is a link where running text names it, and so is
    the title of a page between quotation marks, with words of the glossary in it, and a number to
    call that is not ours; none is in other texts, and neither a day nor a title without the marks
    is one.
    """
    content = real_content()[0]
    exact = Exact(content.help, content.sources, {"Rehab or detox?": "first/"})
    text = (
        "See FindTreatment.gov, HealthCare.gov. Read “Rehab or detox?”. Rehab or detox?"
        " Call 1-866-555-0100 from 2026-01-05 on."
    )
    html = exact.linked("../")(text)
    assert re.findall('href="([^"]*)"', html) == [
        "https://findtreatment.gov",
        "https://www.healthcare.gov/",
        "../first/",
        "tel:1-866-555-0100",
    ]
    assert "<a" not in exact(text)
    glossary = Glossary(content.words)
    said = RunningText(glossary, set(), exact=exact.linked(""), whole=exact.named)
    assert '“<a href="first/">Rehab or detox?</a>”' in said.mark(text)


def test_each_page_that_a_text_names_can_be_followed(generated):
    """What texts of pages call a page, between quotation marks, is a link to it."""
    count = 0
    for file in generated.values():
        if isinstance(file, Page) and not file.entry.on_paper:
            shown = re.sub(r"<(script|textarea)\b.*?</\1>", "", file.html, flags=re.S)
            assert not re.findall(r"[Pp]age “[^<”]+”", shown), file.path
            count += len(re.findall(r"[Pp]age “<a href", shown))
    assert count > 10
