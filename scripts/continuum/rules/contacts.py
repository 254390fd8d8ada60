"""Rules about ways to reach help: that each can be reached, and is what its words say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.site import Contact
from ..reading.guesses import address
from .fault import Fault, at
from .subject import Subject

WEB = re.compile(r"https://[^\s@]+")
PHONE = re.compile(r"\+?[0-9]+([- ][0-9]+)*")


def help_can_be_reached(subject: Subject) -> Iterator[Fault]:
    """A contact is a number that a phone can dial, or a web address.

    An address starts with https:// and holds no password. What is dialed is what the words say. In
    a crisis nobody corrects a number.
    """
    for help in subject.content.help:
        for contact in help.contacts:
            if contact.kind in ("chat", "web"):
                yield from _web(contact)
                continue
            if not _says(contact.words, contact.value):
                yield at(
                    contact,
                    "words",
                    text=f"The words say another number than “{contact.value}”, which is dialed.",
                    fix=f"write {contact.value} in the words, or correct the value.",
                )
            if not PHONE.fullmatch(contact.value):
                yield at(
                    contact,
                    "value",
                    text=f"A phone cannot dial “{contact.value}”.",
                    fix="write digits with hyphens or single spaces between them, "
                    'such as "988", "116 123" or "1-800-555-0100".',
                )


def _says(words: str, number: str) -> bool:
    """Return whether words hold the digits of a number, or no digits at all."""
    said, dialed = ("".join(filter(str.isdigit, one)) for one in (words, number))
    return not said or dialed in said


def _web(contact: Contact) -> Iterator[Fault]:
    if WEB.fullmatch(contact.value):
        return

    right = address(contact.value)
    whole = "write the whole address, starting with https://"
    yield at(
        contact,
        "value",
        text=f"“{contact.value}” is not a web address that starts with https://",
        fix=f'write value: "{right}"' if right else whole,
    )


def the_strip_shows_help(subject: Subject) -> Iterator[Fault]:
    """At least one way to reach help stands in the strip on every page.

    An empty strip helps nobody.
    """
    help = subject.content.help
    if not any(one.strip for one in help):
        yield at(
            help[0],
            text="No way to reach help stands in the strip on every page.",
            fix="add “strip:” with two or three words to one or more of them.",
        )


def keywords_are_texted(subject: Subject) -> Iterator[Fault]:
    """Only a contact by text message has a word to text.

    Nothing sends it for a call or a web address, so who needs it would never learn of it.
    """
    for help in subject.content.help:
        for contact in help.contacts:
            if contact.keyword and contact.kind != "text":
                yield at(
                    contact,
                    "keyword",
                    text=f"“{contact.keyword}” is to be texted, and this is no text message.",
                    fix="write kind: text, or delete keyword.",
                )


RULES = [help_can_be_reached, the_strip_shows_help, keywords_are_texted]
