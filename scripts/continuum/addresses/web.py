"""An address as somebody typed it -> as browsers, policies and programs write it.

A policy that names a site with letters beyond ASCII, or with a `;` in it, lets nothing through, and
a path with `..` leads out of every folder.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import SplitResult, quote, unquote_to_bytes, urlsplit

import idna

from ..report.problem import ContentError, Findings, Place, Problem
from ..settings import SITE_FILE, Settings, known_as

# What may stand in a path as it is. `;` and `,` may, and end the name of a site in a policy.
AS_IT_IS = "-._~!$&'()*+=:@"
SCHEMES = ("http", "https")
CONTACT = re.compile(r"https://[!-~]+|mailto:[!-?A-~]+@[!-?A-~]+")
PLAIN_HOST = re.compile(r"[a-z0-9._-]+")


class AddressError(ValueError):
    """An address at which no site can stand: `text` says why, and `fix` what to do."""

    def __init__(self, text: str, fix: str):
        super().__init__(f"{text} {fix}")
        self.text, self.fix = text, fix


def web_address(typed: str) -> str:
    """Return an address with its host in letters that every browser knows, its path encoded, and a
    slash at the end; nothing where none was typed.

    Raises AddressError where no site can stand there.
    """
    wanted = typed.strip()
    if not wanted:
        return ""
    parts = _parts(wanted)
    return f"{parts.scheme}://{_host(parts)}{_path(parts)}"


def _parts(wanted: str) -> SplitResult:
    """Return the parts of an address, when it has all that it needs and nothing else."""
    fix = "write it as it stands in a browser, such as https://example.org/care/."
    try:
        parts = urlsplit(wanted)
        whole = parts.scheme in SCHEMES and parts.hostname
        parts.port  # noqa: B018  to read it is to check it
    except ValueError:
        whole = False
    if not whole:
        raise AddressError(f"“{wanted}” is no address of a site.", fix)
    if "@" in parts.netloc:
        told = f"“{wanted}” holds the name of somebody, which everyone would read."
        raise AddressError(told, "leave out all before the @, and the @.")
    if parts.query or parts.fragment or wanted.endswith(("?", "#")):
        told = f"“{wanted}” leads to a part of a page, and not to a site."
        raise AddressError(told, "leave out all from the ? or the # on.")
    return parts


def _host(parts: SplitResult) -> str:
    """Return the host with its port, in letters that every browser knows."""
    host = parts.hostname
    port = f":{parts.port}" if parts.port else ""
    if ":" in host:
        return f"[{host}]{port}"
    if PLAIN_HOST.fullmatch(host):
        return f"{host}{port}"
    try:
        known = idna.encode(host, uts46=True).decode()
    except idna.IDNAError:
        told = f"“{host}” is no name of a host."
        raise AddressError(told, "look for a space or a sign too many.") from None
    return f"{known}{port}"


def _path(parts: SplitResult) -> str:
    """Return the path of an address, encoded."""
    path = "/"
    for typed in parts.path.split("/"):
        name = unquote_to_bytes(typed)
        if name in (b".", b"..") or b"/" in name or b"\0" in name:
            told = f"The address leads out of its own folder: “{typed}”."
            raise AddressError(told, "write the whole address, without . and .. in it.")
        if name:
            path += quote(name, safe=AS_IT_IS) + "/"
    return path


def published_at(settings: Settings) -> str:
    """Return where the site of some settings stands, as browsers write it.

    Raises ContentError where no site can stand there.
    """
    found = misplaced(settings)
    if not found.problems and "address" in settings.own:
        found = _of_file(settings.folder / SITE_FILE, address=settings.url)
    if found.problems:
        raise ContentError(found)
    return web_address(settings.url)


def contact_address(typed: str) -> str:
    """Return where people can write to, as programs read it; nothing where none was typed.

    Raises AddressError where it is neither a web address nor one of mail.
    """
    wanted = typed.strip()
    if wanted and not CONTACT.fullmatch(wanted):
        fix = "write https://... or mailto:somebody@example.org."
        raise AddressError(f"Nobody can be written to at “{wanted}”.", fix)
    return wanted


def misplaced(settings: Settings) -> Findings:
    """Return why no site can stand at the address that the settings say, and nobody be written to
    at the other; nothing where that can be. A `site.yaml` is read for itself.
    """
    said = {"site_url": settings.url, "security_contact": settings.security}
    if "address" in settings.own:
        del said["site_url"]
    if "security" in settings.own:
        del said["security_contact"]
    return _of_file(settings.file, **said)


# What reads an address, by the name under which it stands.
READERS: dict[str, Callable[[str], str]] = {
    "site_url": web_address,
    "address": web_address,
    "security_contact": contact_address,
}


def _of_file(file: Path, **said: str) -> Findings:
    """Return which of the addresses that a file says cannot be read, and why."""
    problems = []
    for name, typed in said.items():
        try:
            READERS[name](typed)
        except AddressError as error:
            text = _text_of(file)
            before = text.partition(name)[0] if name in text else ""
            place = Place(before.count("\n") + 1)
            problems.append(Problem(place, name, error.text, error.fix))
    text = _text_of(file) if problems else ""
    return Findings(problems, known_as(file), text)


def _text_of(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace")
