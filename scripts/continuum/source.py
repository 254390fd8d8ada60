"""YAML text -> located tree. Refuses what YAML silently mangles.

Every scalar and every key keeps its line and column. Only the JSON scalars are typed (`true`, `12`, `2.5`, `null`);
all other plain text stays text, so `no`, `1:30`, `010` and `2026-09-31` arrive as they were written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml

from .problems import ContentError, Place, Problem

# libyaml composes about ten times faster. Its errors are poorer, so a failing text is composed again by the pure loader.
FAST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
CONSTANTS = {"true": True, "false": False, "null": None, "": None}
BAD_CHARACTERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]")
WIDE_SPACES = re.compile("^[ ]*[\u00a0\u2000-\u200a\u3000]|:[\u00a0\u3000]|\uff1a")
JOINED_ITEM = re.compile(r"\s*-\s+\S")


@dataclass(slots=True)
class Node:
    """One value and where it stands. `value` is a dict of Nodes, a list of Nodes, text, a number, a truth value or None."""

    value: Any
    place: Place
    key: Place | None = None

    @property
    def spot(self) -> Place:
        """Return what to underline: the value if it is one line of text, else the name before it."""
        return self.key if self.key and isinstance(self.value, (dict, list)) else self.place

    def plain(self) -> Any:
        """Return the value without places."""
        if isinstance(self.value, dict):
            return {name: node.plain() for name, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value

    def find(self, *way: str | int) -> Node:
        """Return the node at the end of `way`; where a step does not exist, the nearest one above it."""
        node = self
        for step in way:
            try:
                node = node.value[step]
            except (KeyError, IndexError, TypeError):
                break
        return node


def decode(raw: bytes, file: str) -> str:
    """Return the file's text with `\\n` line ends. Raises ContentError where the bytes are not UTF-8."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
        fix = "in your editor choose “Save with encoding: UTF-8”, then check the accented letters."
        raise ContentError([Problem(Place(line, column), "", "The file is not saved as UTF-8.", fix)], file) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def locate(text: str, file: str = "levels.yaml") -> Node:
    """Return the located tree of `text`. Raises ContentError with every fault that the text itself shows."""
    problems = list(_characters(text))
    if problems:
        raise ContentError(problems, file, text)
    try:
        root = yaml.compose(text, Loader=FAST)
    except (yaml.YAMLError, RecursionError):
        raise ContentError([_syntax(text)], file, text) from None
    if root is None or not isinstance(root, yaml.MappingNode):
        fix = "start the file with a name and a colon, such as “language: en”."
        raise ContentError([Problem(Place(), "", "The file holds no named values.", fix)], file, text)
    walk = _Walk(text)
    tree = walk.node(root)
    if walk.problems:
        raise ContentError(walk.problems, file, text)
    return tree


def _characters(text: str):
    """Yield a problem for each character that cannot be seen or that YAML reads in another way than people do."""
    for number, line in enumerate(text.split("\n"), 1):
        if "\t" in line:
            yield Problem(Place(number, line.index("\t") + 1), "", "This line holds a tab.", "use spaces instead of the Tab key.")
        if (found := BAD_CHARACTERS.search(line)) is not None:
            what = f"This line holds an invisible character (U+{ord(found[0]):04X})."
            yield Problem(Place(number, found.start() + 1), "", what, "delete it; typing the line anew is the surest way.")
        if (found := WIDE_SPACES.search(line)) is not None:
            what = "This line holds a special space or a wide colon that only looks like an ordinary one."
            yield Problem(Place(number, found.end()), "", what, "type an ordinary space or colon in its place.")
        if line.startswith(("<<<<<<< ", "=======", ">>>>>>> ")):
            what = "This line marks two versions that were never put together."
            yield Problem(Place(number, 1, len(line)), "", what, "keep the version you want and delete the three marker lines.")


def _syntax(text: str) -> Problem:
    """Return the first fault in the way the text is written, in an editor's words."""
    try:
        yaml.compose(text, Loader=yaml.SafeLoader)
    except RecursionError:
        return Problem(Place(), "", "The brackets are nested too deeply to read.", "remove the extra brackets.")
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        said = f"{error.context or ''} {error.problem or ''}"
        for pattern, what, fix, at_context in SYNTAX:
            if re.search(pattern, said):
                if at_context and error.context_mark:
                    mark = error.context_mark
                return Problem(Place(mark.line + 1, mark.column + 1), "", what, fix)
        return Problem(Place(mark.line + 1, mark.column + 1), "", "This line cannot be read.", CHECK_ABOVE)
    except yaml.YAMLError:
        pass
    return Problem(Place(), "", "The file cannot be read.", CHECK_ABOVE)


CHECK_ABOVE = "compare the spaces at its start with the lines above, and put the whole text in double quotation marks."
SYNTAX = [
    (r"quoted scalar", "A quotation mark is opened here and never closed.", "add the closing quotation mark.", True),
    (r"flow (sequence|mapping)", "A bracket is opened here and never closed.", "close the bracket, or write one item a line.", True),
    (r"mapping values are not allowed", "A colon followed by a space stands inside a text.", "put the whole text in double quotation marks.", False),
    (r"could not find expected ':'", "This line has no colon after its name.", "write the name, a colon and a space, then the text.", True),
    (r"expected a single document", "“---” starts a second document.", "delete that line; the file is one document.", False),
    (r"cannot start any token", "A text may not start with this sign.", "put the whole text in double quotation marks.", False),
    (r"undefined alias|anchor|alias", "A text may not start with * or &.", "put the whole text in double quotation marks.", False),
    (r"unhashable|unknown tag|tag", "A text may not start with !.", "put the whole text in double quotation marks.", False),
    (r"block (mapping|collection)", "This line starts in another column than the lines it belongs to.", "give it as many spaces as the lines above.", False),
    (r"indentation|block scalar", "The text after > or | must start on the next line, further to the right.", "start the text on a new line with two more spaces.", False),
]  # fmt: skip


class _Walk:
    """Turns composed nodes into located ones and gathers what YAML would have let pass."""

    def __init__(self, text: str):
        self.lines = text.split("\n")
        self.problems: list[Problem] = []
        self.seen: set[int] = set()

    def fault(self, place: Place, text: str, fix: str) -> None:
        self.problems.append(Problem(place, "", text, fix))

    def node(self, node: yaml.Node, key: Place | None = None) -> Node:
        place = _place(node)
        if id(node) in self.seen:
            self.fault(key or place, "This repeats another part of the file with * or <<.", "write the text out again here.")
            return Node(None, place, key)
        self.seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return Node(self.mapping(node), place, key)
        if isinstance(node, yaml.SequenceNode):
            return Node([self.node(item) for item in node.value], place, key)
        return Node(self.scalar(node, place), place, key)

    def mapping(self, node: yaml.MappingNode) -> dict[str, Node]:
        found: dict[str, Node] = {}
        for name, value in node.value:
            place = _place(name)
            if not isinstance(name, yaml.ScalarNode):
                self.fault(
                    place, "Two curly brackets or a list stand where a name is due.", "put the whole text in double quotation marks."
                )
                continue
            if name.value == "<<" and not name.style:
                self.fault(place, "“<<” copies another part of the file.", "write the lines out here.")
                continue
            if name.value in found:
                first = found[name.value].key.line
                self.fault(place, f"“{name.value}” stands here a second time; it is already on line {first}.", "keep one of the two.")
            found[name.value] = self.node(value, place)
        return found

    def scalar(self, node: yaml.ScalarNode, place: Place) -> Any:
        text = node.value
        if node.style not in (None, ""):
            return text
        first, last = node.start_mark.line, node.end_mark.line
        after = self.lines[last][node.end_mark.column :]
        if text and re.match(r"\s+#\S", after):
            self.fault(
                Place(last + 1, node.end_mark.column + 2),
                "Everything from “#” on is lost, because # starts a remark.",
                "put the whole text in double quotation marks.",
            )
        before = self.lines[first][: node.start_mark.column]
        if re.search(r"(^|\s)[&!]\S*\s*$", before) or self.lines[first][node.start_mark.column :][:1] in ("&", "!"):
            self.fault(place, "A word that starts with & or ! is not read as text.", "put the whole text in double quotation marks.")
        if first != last and any(JOINED_ITEM.match(line) for line in self.lines[first + 1 : last + 1]):
            self.fault(place, "The next list item was read as part of this one.", "start all items of the list in the same column.")
        if re.match(r"-\w", text) and not NUMBER.fullmatch(text):
            self.fault(place, f"“{text[:20]}” has no space after its dash.", "write a dash, a space, then the text.")
        if text in CONSTANTS:
            return CONSTANTS[text]
        if (number := NUMBER.fullmatch(text)) is not None and len(text) < 16:
            return float(text) if number[2] else int(text)
        return text


def _place(node: yaml.Node) -> Place:
    """Return where a node starts; a text of one line is underlined whole, anything longer only at its start."""
    start, end = node.start_mark, node.end_mark
    width = end.column - start.column if start.line == end.line else 1
    return Place(start.line + 1, start.column + 1, max(width, 1))
