"""Two versions of the site -> what visitors see change, and on which pages."""

from __future__ import annotations

from dataclasses import replace

from ..addresses import address_of_path
from .edit import NO_LINE, UNSEEN, Diff, Edit
from .match import bare
from .seen import NOTHING, Version, changed, changes_of, shown_on
from .walk import edits


def compare(old: Version, new: Version) -> Diff:
    """Return what changes between two sound versions, and on which pages.

    Both sites are rendered to know that, unless both versions say the same.
    """
    if _alike(old, new):
        return Diff()

    titles = changed(old.pages, new.pages)
    changes = {}
    for path in titles:
        before = old.pages.get(path, NOTHING)
        after = new.pages.get(path, NOTHING)
        changes[path] = changes_of(before, after)

    found = []
    for edit in edits(old.say, new.say):
        pages = shown_on(edit.proof, changes)
        found.append(_placed(edit, pages, titles))
    return Diff(
        found,
        titles,
        gone=old.pages.keys() - new.pages.keys(),
        flags=_lacks(old, new, found),
    )


def _alike(old: Version, new: Version) -> bool:
    """Return whether two versions say the same in the same words."""
    before = old.say
    after = new.say
    if before.phrases.patterns != after.phrases.patterns:
        return False

    content = bare(before.content)
    return content == bare(after.content)


def _lacks(old: Version, new: Version, found: list[Edit]) -> tuple[str, ...]:
    """Return what the whole lacks: a line for readers where numbers or answers changed."""
    told = [edit for edit in found if edit.number or edit.answer]
    if not told:
        return ()

    known = bare(old.say.content.changes)
    lines = bare(new.say.content.changes)
    for line in lines:
        if line not in known:
            return ()

    return (NO_LINE,)


def _placed(edit: Edit, pages: list[str], titles: dict[str, str]) -> Edit:
    """Return the edit with its pages. Where its own page stays as it is, it moves to one that
    changes, or is seen on none.
    """
    page = edit.home.endswith(".html")
    placed = replace(edit, pages=tuple(pages))
    if edit.machines:
        home = UNSEEN
    elif edit.home in titles or (pages and not page):
        return placed
    else:
        home = pages[0] if pages else UNSEEN

    where = edit.where
    if page:
        address = address_of_path(edit.home)
        where = f"/{address}: {where}"

    return replace(placed, home=home, where=where)
