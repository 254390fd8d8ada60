"""Content -> the ways to reach help: the address of each link, and the strip on every page."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from ...model.content import Content
from ...model.site import Contact, Help

# How the address of a number begins.
DIALED = {"call": "tel:", "tty": "tel:", "text": "sms:"}
Strip = list[tuple[Help, list[Contact]]]


def link_of(contact: Contact) -> str:
    """Return the address of a contact's link.

    A message to send stands in it. The standard has `?body=`, iPhones want `&body=`, and both
    read `?&body=`.
    """
    scheme = DIALED.get(contact.kind, "")
    address = contact.value
    if scheme:
        address = f"{scheme}{address.replace(' ', '')}"  # as a phone takes it
    if not contact.keyword:
        return address

    message = quote(contact.keyword)
    return f"{address}?&body={message}"


def site_of(contact: Contact) -> str:
    """Return the site that a contact's address leads to, as people name it, else nothing."""
    if contact.kind in DIALED:
        return ""
    address = urlsplit(contact.value)
    host = address.hostname or ""
    return host.removeprefix("www.")


def strip(content: Content) -> Strip:
    """Return what the strip on every page shows.

    It is the first number to call and the first to text, else the first contact there is.
    """
    found = []
    for help in content.help:
        if help.strip:
            contacts = _reached(help)
            found.append((help, contacts))
    return found


def _reached(help: Help) -> list[Contact]:
    first: dict[str, Contact] = {}
    for contact in help.contacts:
        first.setdefault(contact.kind, contact)

    shown = []
    for kind in ("call", "text"):
        if kind in first:
            shown.append(first[kind])
    return shown or [help.contacts[0]]
