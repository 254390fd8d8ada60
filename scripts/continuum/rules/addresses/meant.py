"""The rule that every file in `docs/` is one that somebody meant to publish."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from ..fault import Fault, in_docs
from ..subject import Subject

# What systems and editors leave beside a file: lists of pictures, spare and half-saved copies.
LEFT_BEHIND = re.compile(
    r"(?:eh)?thumbs\.db|desktop\.ini|~\$.*|.*~"
    r"|.*\.(?:bak|backup|old|orig|rej|tmp|temp|swp|part|crdownload)"
    r"|copy of .*|.* - copy(?: \(\d+\))?(?:\.\w+)?|.* ?\(\d+\)\.\w+",
    re.I,
)
# Hidden files that nobody wants to publish, and of which nobody need be told.
OWN_OF_A_SYSTEM = re.compile(r"\.DS_Store|\._.*|\.git\w*|\.#.*|\..*\.sw.|\.~lock\..*")
PAGE = ".md"
ALSO_A_PAGE = (
    ".md",
    ".markdown",
    ".mdown",
    ".mkdn",
    ".mkd",
)  # as other programs call it


def files_in_docs_are_meant_for_readers(subject: Subject) -> Iterator[Fault]:
    """Every file in `docs/` is one that somebody meant to publish, and is published as meant: a
    spare copy is not, a hidden file never is, and a page has a name that makes it one.
    """
    for file in subject.files:
        path = PurePosixPath(file)
        if LEFT_BEHIND.fullmatch(path.name):
            yield in_docs(
                file,
                text=f"“{path.name}” looks like a copy that a program left here, "
                "and it would be published.",
                fix="delete it, or give it another name.",
            )
        elif path.suffix != PAGE and path.suffix.lower() in ALSO_A_PAGE:
            yield in_docs(
                file,
                text="This page would be published as it is typed, and not as a page.",
                fix=f"end its name in {PAGE}: {path.stem}{PAGE}",
            )
    for file in subject.hidden:
        if not _is_of_a_system(file):
            yield _hidden(file)


def _is_of_a_system(file: str) -> bool:
    parts = PurePosixPath(file).parts
    return any(OWN_OF_A_SYSTEM.fullmatch(part) for part in parts)


def _hidden(file: str) -> Fault:
    return in_docs(
        file,
        text="This file is not published: a name that starts with a dot is hidden.",
        fix="delete it, or give it a name without the dot.",
        advice=True,
    )
