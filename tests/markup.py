"""Text -> elements: HTML and SVG as trees to look into, by the standard library alone."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, TreeBuilder, fromstring

ENDLESS = {"br", "hr", "img", "input", "link", "meta"}  # elements that hold nothing


class _Tree(HTMLParser):
    """Builds the elements of a page or of a part of one, below one root."""

    def __init__(self):
        super().__init__()
        self.builder = TreeBuilder()
        self.open = []
        self.handle_starttag("document", [])

    def handle_starttag(self, tag, attributes):
        values = {name: value or "" for name, value in attributes}
        self.builder.start(tag, values)
        self.open.append(tag)
        if tag in ENDLESS:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        while tag in self.open:
            last = self.open.pop()
            self.builder.end(last)
            if last == tag:
                return

    def handle_data(self, data):
        self.builder.data(data)

    def root(self) -> Element:
        self.close()
        self.handle_endtag("document")
        return self.builder.close()


def page(html: str) -> Element:
    """Return the elements of HTML below one root. Names are in small letters, as HTML has it."""
    tree = _Tree()
    tree.feed(html)
    return tree.root()


def picture(svg: str) -> Element:
    """Return the elements of an SVG file, named as `page` names them.

    Raises ParseError where it is not well-formed.
    """
    root = fromstring(svg)
    for element in root.iter():
        _, _, element.tag = element.tag.rpartition("}")
        attributes = element.items()
        element.attrib = {name.lower(): value for name, value in attributes}
    return root


def classed(element: Element, name: str) -> Iterator[Element]:
    """Yield the elements inside that carry a class."""
    for inner in element.iter():
        said = inner.get("class", "")
        names = said.split()
        if name in names:
            yield inner


def first(element: Element, name: str) -> Element:
    """Return the first element inside that carries a class. Raises LookupError without one."""
    all_found = classed(element, name)
    found = next(all_found, None)
    if found is None:
        raise LookupError(f"nothing in <{element.tag}> has the class “{name}”")
    return found


def text(element: Element) -> str:
    """Return what an element says, with single spaces."""
    parts = element.itertext()
    said = "".join(parts)
    return " ".join(said.split())


def number(element: Element, name: str) -> float:
    """Return an attribute that is a number. Raises LookupError where there is none."""
    value = element.get(name)
    if value is None:
        raise LookupError(f"<{element.tag}> has no “{name}”")
    return float(value)
