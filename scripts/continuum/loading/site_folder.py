"""The folder of a site -> what is its own: where it stands, how it looks, what it says instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from xml.etree import ElementTree

from ..addresses.web import AddressError, contact_address, web_address
from ..language.phrases import direction_of
from ..model.content import Content
from ..model.node import Node
from ..model.own import SiteFile, without
from ..reading.characters import decode
from ..reading.read import read_content, read_model
from ..reading.tree import locate
from ..report.problem import ContentError, Findings, Place, Problem
from ..settings import LEVELS, PAGES, SITE_FILE, Look, Settings, known_as
from .look import site_can_be_seen

LEAST = 2  # levels of a site
# What a site can say in place of what the file of levels says.
INSTEAD = ("site", "publisher", "help")


@dataclass(frozen=True, slots=True)
class Own:
    """What is one site's own, and where it says so: `tree` is the file called `name`, whose text is
    `source`. `folders` hold its hand-written pages.
    """

    site: SiteFile = field(default_factory=SiteFile)
    tree: Node = field(default_factory=lambda: Node({}, Place()))
    name: str = SITE_FILE
    source: str = ""
    folders: Sequence[Path] = (PAGES,)

    def read(self, tree: Node, file: str, text: str) -> tuple[Content, Content]:
        """Return the whole content of a file of levels, with what this site says in its place; and
        what the site shows of it.

        Raises ContentError with every value that has the wrong shape.
        """
        publisher = tree.find("publisher", "name").value
        for name in INSTEAD:
            own = self.tree.value.get(name)
            if own:
                tree.value[name] = _merged(tree.find(name), _in_file(own, self.name))
        whole = _directed(read_content(tree, file, text))
        shown = without(whole, self.site.without)
        if self.site.publisher and isinstance(publisher, str):
            shown.take_facts_from(publisher)

        return whole, shown

    def lost(self, content: Content) -> Iterator[Problem]:
        """Yield each level to leave out that the content does not have, and that too few stay."""
        known = [level.id for level in content.levels]
        if len(set(known) - set(self.site.without)) < LEAST:
            place = self.tree.find("without").spot
            text = f"Fewer than {LEAST} levels would be left."
            yield Problem(place, "without", text, "leave out fewer.", file=self.name)
        for index, id in enumerate(self.site.without):
            if id not in known:
                close = get_close_matches(id, known, 1, 0.6)
                guess = f"did you mean “{close[0]}”?" if close else "delete it."
                place = self.tree.find("without", index).spot
                text = f"No level has the id “{id}”."
                yield Problem(place, "without", text, guess, file=self.name)


def _directed(content: Content) -> Content:
    """Return a content that runs the way of its language, where it does not say another."""
    direction = direction_of(content.language)
    if direction == content.direction or "direction" in content.model_fields_set:
        return content
    found = content.model_copy(update={"direction": direction})
    found.stand_at(content.node, content.path)
    return found


ALIKE = Own()  # a site like any other


def _merged(base: Node, own: Node) -> Node:
    """Return a site's own value in place of another; of a list each item takes the place of that
    with its id, and others come after them.
    """
    if not isinstance(own.value, list) or not isinstance(base.value, list):
        return own
    items = {_id_of(one): one for one in own.value}
    kept = [items.pop(_id_of(one), one) for one in base.value]
    return Node([*kept, *items.values()], own.place, own.key)


def _id_of(item: Node) -> str:
    """Return the id of an item as it was typed; what lacks one is told when it is read."""
    return str(item.find("id").value)


def _in_file(node: Node, name: str) -> Node:
    """Return a value whose places say in which file they lie."""
    held = node.value
    if isinstance(held, dict):
        held = {key: _in_file(below, name) for key, below in held.items()}
    elif isinstance(held, list):
        held = [_in_file(below, name) for below in held]
    key = node.key._replace(file=name) if node.key else None
    return Node(held, node.place._replace(file=name), key, node.typed)


def own_site(settings: Settings) -> Own:
    """Return what the `site.yaml` of a site's folder says; where there is none, a site like others.

    Raises ContentError with every problem.
    """
    folder = settings.folder
    file = folder / SITE_FILE if folder else None
    if file is None or not file.is_file():
        return Own(folders=settings.folders)
    name = known_as(file)
    text = decode(file.read_bytes(), name)
    tree = locate(text, name)
    site = read_model(SiteFile, tree, name, text)
    problems = [
        *site_can_be_seen(site, _names_in(folder)),
        *_nowhere(site),
        *_baseless(site, folder),
        *_no_logo(site, folder),
    ]
    if problems:
        raise ContentError(Findings(problems, name, text))

    return Own(site, tree, name, text, settings.folders)


def _baseless(site: SiteFile, folder: Path) -> Iterator[Problem]:
    """Yield why a site cannot be based on another one's file."""
    if site.based_on is None:
        if not (folder / LEVELS).is_file():
            text = f"There is no {LEVELS} beside this file."
            fix = "put one there, or name that of another site under based_on:."
            yield Problem(Place(), "", text, fix)
        return
    spot = site.node.find("based_on").spot
    for name in ("site", "publisher"):
        if getattr(site, name) is None:
            text = f"The {name} would be that of the other site: “{name}:” is missing."
            fix = "say it here, as the page on making your own site does."
            yield Problem(spot, name, text, fix)
    if not (folder / site.based_on).is_file():
        text = f"There is no file “{site.based_on}”, seen from here."
        fix = "write the way to a levels.yaml, such as ../levels-of-care/content/levels.yaml."
        yield Problem(spot, "based_on", text, fix)

    if (folder / LEVELS).is_file():
        text = f"A {LEVELS} lies beside this file, and would not be shown."
        fix = f"delete this line, or {LEVELS}."
        yield Problem(spot, "based_on", text, fix)


def _nowhere(own: SiteFile) -> Iterator[Problem]:
    """Yield each address of a site at which nothing can stand, or to which nobody can write."""
    for name, read in (("address", web_address), ("security", contact_address)):
        try:
            read(getattr(own, name) or "")
        except AddressError as error:
            yield Problem(own.node.find(name).spot, name, error.text, error.fix)


def _no_logo(site: SiteFile, folder: Path) -> Iterator[Problem]:
    """Yield why a logo cannot be shown: it is no SVG, or does more than to be seen."""
    file = folder / site.logo if site.logo else None
    if file is None or not file.is_file():
        return
    spot = site.node.find("logo").spot
    fix = "save it anew from a drawing program as a plain SVG."
    try:
        parts = list(ElementTree.fromstring(file.read_bytes()).iter())
    except ElementTree.ParseError:
        yield Problem(spot, "logo", f"“{site.logo}” is not an SVG file.", fix)
        return
    if not parts[0].tag.endswith("}svg"):
        yield Problem(spot, "logo", f"“{site.logo}” is not an SVG file.", fix)
    elif any(map(_does_more, parts)):
        text = f"“{site.logo}” holds a program, or fetches something."
        yield Problem(spot, "logo", text, fix)


def _does_more(part: ElementTree.Element) -> bool:
    """Return whether a part of a drawing runs something or leads somewhere else."""
    if part.tag.rpartition("}")[2] in ("script", "foreignObject", "iframe"):
        return True
    for name, value in part.attrib.items():
        bare = name.rpartition("}")[2]
        leads = bare in ("href", "src") and not value.startswith(("#", "data:image/"))
        if bare.startswith("on") or leads:
            return True
    return False


def _names_in(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


def look_of(own: SiteFile, settings: Settings) -> Look:
    """Return how a site looks: its own colors and the bytes of its own logo."""
    colors = own.colors.model_dump(exclude_none=True) if own.colors else {}
    logo = (settings.folder / own.logo).read_bytes() if own.logo else b""
    return Look(tuple(colors.items()), logo)
