"""Text that YAML's parser refuses -> problems in an editor's words, as many as can be told apart.

The parser stops at its first fault. Each fault found is blanked with the lines that hang on it, and the rest is read again.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import yaml

from .problems import Place
from .whereabouts import NAME, indent

# libyaml composes about twenty times faster than the pure loader, and reports the same places.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MOST = 20  # faults told of at once
DEEPEST = 200  # what nests deeper than this crashes libyaml; the file needs about 10
STARTS = re.compile(rf"(?m)^[ ]*(?:[-?][ ]+){{{DEEPEST}}}|^[ ]{{1000}}")

Words = tuple[Place, str, str]


@dataclass(frozen=True, slots=True)
class Fault:
    """What the parser says, and the line it says it of; lines and columns count from 0."""

    said: str
    line: int
    column: int
    opened: tuple[int, int] | None
    lines: list[str]

    @property
    def text(self) -> str:
        return self.lines[self.line]

    def place(self, column: int | None = None, width: int = 1) -> Place:
        return Place(self.line + 1, (self.column if column is None else column) + 1, width)


def compose(text: str) -> tuple[yaml.Node | None, list[Words], str]:
    """Return the composed tree of what can be read, each fault with its place and fix, and the text without the faults."""
    if (deep := _too_deep(text)) is not None:
        return None, [deep], text
    lines, faults = text.split("\n"), []
    while len(faults) < MOST:
        try:
            return yaml.compose("\n".join(lines), Loader=LOADER), faults, "\n".join(lines)
        except RecursionError:
            return None, [*faults, (Place(), *DEEP)], text
        except yaml.YAMLError as error:
            fault = _fault(error, lines)
            words = _words(fault)
            if faults and words[0].line <= faults[-1][0].line:
                break
            faults.append(words)
            blank(lines, words[0].line - 1)
    return None, faults, text


def blank(lines: list[str], first: int) -> None:
    """Blank a line and the lines that hang on it."""
    edge = indent(lines[first])
    lines[first] = ""
    for number in range(first + 1, len(lines)):
        if lines[number].strip() and indent(lines[number]) <= edge:
            break
        lines[number] = ""


DEEP = ("Brackets or dashes stand inside one another too many times.", "delete those that are too many.")


def _too_deep(text: str) -> Words | None:
    """Return the fault of a text that nests too deeply to be composed."""
    if (found := STARTS.search(text)) is not None:
        return Place(text.count("\n", 0, found.start()) + 1), *DEEP
    depth = 0
    for found in re.finditer(r"[\[{]|[\]}]", text):
        depth = max(0, depth + (1 if found[0] in "[{" else -1))
        if depth > DEEPEST:
            start = text.rfind("\n", 0, found.start()) + 1
            return Place(text.count("\n", 0, start) + 1, found.start() - start + 1), *DEEP
    return None


def _fault(error: yaml.YAMLError, lines: list[str]) -> Fault:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    opened = getattr(error, "context_mark", None)
    said = f"{getattr(error, 'context', None) or ''}; {getattr(error, 'problem', None) or error}"
    line, column = (mark.line, mark.column) if mark else (0, 0)
    while line and (line >= len(lines) or not lines[line].strip()):
        line -= 1
        column = max(0, len(lines[line].rstrip()) - 1)
    return Fault(said, line, column, (opened.line, opened.column) if opened else None, lines)


def quoted(text: str) -> str:
    """Return a text in double quotation marks, as it would have to be typed; a long one is cut, and marks inside it are curly."""
    text = re.sub(r'"([^"]*)"?', r"“\1”", text.strip())
    if len(text) > 60:
        text = f"{text[:50].rsplit(' ', 1)[0]} …"
    return '"' + text.replace("\\", "\\\\") + '"'


def value_at(line: str, column: int | None = None) -> tuple[str, str]:
    """Return the name and the text on a line, as far as they can be told apart; inside brackets, those around a column."""
    start = len(line) - len(line.lstrip(" -"))
    name = NAME.match(line, start)
    rest = line[name.end() :].strip() if name else line[start:]
    if rest.startswith(("{", "[")) and column is not None:
        left = max(line.rfind(sign, 0, column) for sign in ("{", "[", ","))
        right = min((at for at in (line.find(sign, column) for sign in ("}", "]", ",")) if at >= 0), default=len(line))
        piece = line[left + 1 : right].strip()
        inner = NAME.match(piece)
        return (inner["name"], piece[inner.end() :].strip()) if inner else ("", piece)
    return (name["name"] if name else ""), rest


def in_quotes(line: str, column: int | None = None) -> str:
    """Return the advice to put the text of a line in quotation marks, with what to type."""
    name, value = value_at(line, column)
    whole = re.sub(r"^([\"'])(.*?)\1", r"\2", value) if value[:1] in ("'", '"') else value.strip("“”")
    return f"put the whole text in straight double quotation marks: {name + ': ' if name else ''}{quoted(whole)}"


def glued(line: str) -> str | None:
    """Return a line whose name has no space after its colon, or no colon, as it should be typed."""
    found = re.match(r"(-\s*)?[\"']?([a-z_]+)[\"']?[:;=]\s*(\S.*)", line.strip())
    return f"write {'- ' if found[1] else ''}{found[2]}: {_cut(found[3])}" if found else None


def remark(line: str, column: int) -> tuple[str, str]:
    """Return the words for a remark behind a value: of a text it is the lost end, of anything else a mere remark."""
    before, lost = line[:column].rstrip(), line[column:].strip()
    if re.search(r"(:|[\]}]|: (true|false|-?[\d.]+))$", before):
        return "A remark stands behind a value.", "move it to a line of its own above this one."
    name, value = value_at(line, column)
    whole = re.sub(r"^([\"'])(.*?)\1", r"\2", value) if value[:1] in ("'", '"') else value
    typed = f"{name + ': ' if name else ''}{quoted(whole)}"
    return f"“{_cut(lost, 30)}” is lost, because # starts a remark.", f"put the whole text in double quotation marks: {typed}"


def _words(fault: Fault) -> Words:
    """Return where a fault stands, what is wrong, and how to put it right."""
    return next((tell(fault) for pattern, tell in SAID if re.search(pattern, fault.said)), None) or _unknown(fault)


def _unknown(fault: Fault) -> Words:
    if (typed := glued(fault.text)) is not None:
        return fault.place(indent(fault.text)), "The colon and the space after this name are not in order.", typed
    return fault.place(), "This line cannot be read.", f"compare the spaces at its start with the lines above, or {in_quotes(fault.text)}"


def _open_quote(fault: Fault) -> Words:
    line, column = fault.opened or (fault.line, fault.column)
    mark = fault.lines[line][column : column + 1]
    return (
        Place(line + 1, column + 1),
        "A quotation mark is opened here and never closed.",
        f"add the closing {mark} at the end of the text.",
    )


def _escape(fault: Fault) -> Words:
    column = fault.text.rfind("\\", 0, fault.column + 1)
    text = "Inside double quotation marks a backslash starts a special sign, and this one does not exist."
    return fault.place(max(column, 0), 2), text, "type the backslash twice, or use a plain slash."


def _colon(fault: Fault) -> Words:
    start = len(fault.text) - len(fault.text.lstrip(" -"))
    name = NAME.match(fault.text, start)
    if name is not None and name.end() - 1 == fault.column:
        return _moved(fault, start)
    _, value = value_at(fault.text)
    if value.startswith(("“", "”", "‘", "„", "«")):
        column = fault.text.index(value)
        return fault.place(column), "Curly quotation marks do not hold a text together, and it has a colon.", in_quotes(fault.text)
    if fault.text.count(": ") > 1 and re.search(r"[{\[]", fault.text[: fault.column]):
        return _flow(fault)
    return fault.place(), "A colon and a space stand inside this text, so it falls apart.", in_quotes(fault.text)


def _no_colon(fault: Fault) -> Words:
    line, column = fault.opened or (fault.line, fault.column)
    here = Fault(fault.said, line, column, None, fault.lines)
    text = here.text.strip()
    if text.startswith("<"):
        return _web_page(here)
    if (typed := glued(text)) is not None:
        return here.place(column), "The colon and the space after this name are not in order.", typed
    if (found := re.match(r"[-*•–—](\S.*)", text)) is not None:
        return here.place(column), "This item does not start with a dash and a space.", f"write - {_cut(found[1])}"
    text = "This line has no name with a colon, and it does not go on from the line above."
    return (
        here.place(column),
        text,
        "if it belongs to the text above, put two more spaces before it; else write its name, a colon and a space first.",
    )


def _cut(text: str, most: int = 60) -> str:
    return text if len(text) <= most else f"{text[: most - 8].rstrip()} …"


def _web_page(fault: Fault) -> Words:
    text = "This is the code of a web page."
    return fault.place(), text, "copy the file itself: on GitHub, use the button “Raw” or “Copy raw file”."


def _flow(fault: Fault) -> Words:
    line, column = fault.opened or (fault.line, fault.column)
    bracket = fault.lines[line][column : column + 1]
    if (at := fault.lines[line].find(" #", column) + 1) > 0:
        return Place(line + 1, at + 1, len(fault.lines[line]) - at), *remark(fault.lines[line], at)
    close = {"[": "]", "{": "}"}.get(bracket, "]")
    if fault.line != line or close not in fault.text[column:]:
        return Place(line + 1, column + 1), "This bracket is opened and never closed.", f"add the closing {close} at the end of its line."
    if fault.text[: fault.column].rstrip()[-1:] in "\"'":
        return _after_quote(fault)
    name, value = value_at(fault.text, fault.column - 1)
    words = value.split(" ")
    if fault.text[fault.column : fault.column + 1] == ":" and re.fullmatch(
        r"[a-z]+(_[a-z]+)+|min|max|under|who|whose|basis|sources|note|text|id", words[-1].partition(":")[0]
    ):
        return (
            fault.place(fault.column - len(words[-1].partition(":")[0])),
            "A comma is missing before this name.",
            f"put a comma and a space before “{words[-1].partition(':')[0]}”.",
        )
    return fault.place(), "A comma or a colon parts this text inside the brackets.", in_quotes(fault.text, fault.column - 1)


def _documents(fault: Fault) -> Words:
    for number in range(fault.line, -1, -1):
        if re.match(r"---|\.\.\.", fault.lines[number]):
            sign = fault.lines[number][:3]
            return Place(number + 1, 1, 3), f"“{sign}” ends the file for the reader, and more lines follow.", "delete this line."
    return _unknown(fault)


def _first_sign(fault: Fault) -> Words:
    line, column = fault.opened or (fault.line, fault.column)
    here = Fault(fault.said, line, column, None, fault.lines)
    sign = here.text[column : column + 1]
    return here.place(), f"A text may not start with {sign} unless it stands in quotation marks.", in_quotes(here.text, column + 1)


def _block(fault: Fault) -> Words:
    line, column = fault.opened or (fault.line, fault.column)
    here = Fault(fault.said, line, column, None, fault.lines)
    sign = here.text[column : column + 1]
    text = f"The text must not start on the line of the sign {sign} itself."
    return here.place(), text, f"end this line after {sign}, and start the text on the next line with two more spaces than this one."


def _list_on_line(fault: Fault) -> Words:
    name, _ = value_at(fault.text)
    if fault.text[fault.column : fault.column + 1] == "?":
        return fault.place(), "A text may not start with ? and a space unless it stands in quotation marks.", in_quotes(fault.text)
    return (
        fault.place(),
        "A list does not start on the line of its name.",
        f"end the line after “{name}:”, and start each item on a line of its own.",
    )


def _directive(fault: Fault) -> Words:
    return fault.place(), "A line may not start with %.", "delete this line, or put the text in quotation marks."


def _no_value(fault: Fault) -> Words:
    sign = fault.text[fault.column : fault.column + 1]
    if sign and sign in ",]}" and re.search(r"[{\[]", fault.text[: fault.column]):
        return fault.place(), f"Before this {sign} a value is missing.", "write the value, or delete the comma that is too many."
    return fault.place(), f"A text may not start with {sign} unless it stands in quotation marks.", in_quotes(fault.text)


def _block_end(fault: Fault) -> Words:
    before = fault.text[: fault.column].rstrip()
    if fault.text.lstrip().startswith("<"):
        return _web_page(fault)
    if not before.strip(" -"):
        cut = fault.lines[fault.line - 1] if fault.line else ""
        if re.search(r"\w #", cut) and not fault.text.lstrip().startswith("-") and not NAME.match(fault.text.lstrip()):
            column = cut.index(" #") + 1
            return Place(fault.line, column + 1, len(cut) - column), *remark(cut, column)
        if fault.text.lstrip(" -").startswith(":"):
            return fault.place(), "Before this colon a name is missing.", "write the name before the colon."
        return _moved(fault, fault.column)
    if before[-1] in "\"'":
        return _after_quote(fault)
    if before.endswith("}}") or (before[-1] in "]}" and "{{" in before):
        return fault.place(before.rindex("{{"), 2), "A text that starts with {{ needs quotation marks.", in_quotes(fault.text)
    if before[-1] in "]}":
        return fault.place(), "After the closing bracket more text follows.", f"delete what follows, or {in_quotes(fault.text)}"
    if fault.text[fault.column : fault.column + 1] == ":":
        return fault.place(), "Before this colon a name is missing.", "write the name before the colon, or delete the colon."
    return _moved(fault, fault.column)


def _after_quote(fault: Fault) -> Words:
    """Return the words for text behind a closing quotation mark, which may close what an earlier line opened."""
    start, end, style = _last_quote(fault)
    if start is None:
        return _unknown(fault)
    if start[0] < fault.line:
        return (
            Place(start[0] + 1, start[1] + 1),
            "A quotation mark is opened here and never closed.",
            f"add the closing {style} at the end of the text.",
        )
    name, value = value_at(fault.text)
    if style == "'" and re.match(r"\w", fault.text[end:]):
        text = "This apostrophe ends the text, since the text stands in single quotation marks."
        return fault.place(end - 1), text, f"use double quotation marks: {name + ': ' if name else ''}{quoted(_bare(value))}"
    text = "The text ends at this quotation mark, and more follows."
    return fault.place(end - 1), text, f"let it end after all of the text: {name + ': ' if name else ''}{quoted(_bare(value))}"


def _bare(value: str) -> str:
    """Return a text without the quotation marks around it, whose first one may have ended too early."""
    mark = value[:1]
    if mark == '"' and value.count('"') == 2 and not value.endswith('"'):
        return value
    return value[1:].rstrip("\"'") if mark in "\"'" else value


def _last_quote(fault: Fault) -> tuple[tuple[int, int] | None, int, str]:
    """Return where the last quoted text before a fault starts, in which column it ends, and its quotation mark."""
    found: tuple[tuple[int, int] | None, int, str] = (None, 0, "")
    try:
        for token in yaml.scan("\n".join(fault.lines), Loader=LOADER):
            start, end = token.start_mark, token.end_mark
            if (start.line, start.column) >= (fault.line, fault.column):
                break
            if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
                found = ((start.line, start.column), end.column, token.style)
    except yaml.YAMLError:
        pass
    return found


def _moved(fault: Fault, column: int) -> Words:
    """Return the words for a line that starts in a column where nothing above it starts."""
    start = indent(fault.text)
    text = "This line does not start under a line that it could belong to."
    near = _nearest(fault, start)
    if near is None:
        return fault.place(start), text, "put as many spaces before it as before the lines it belongs to."
    spaces = f"{near[0]} {'space' if near[0] == 1 else 'spaces'}" if near[0] else "no space"
    return fault.place(start), text, f"put {spaces} before it, as on line {near[1] + 1}; there {'is' if start == 1 else 'are'} {start} now."


def _nearest(fault: Fault, start: int) -> tuple[int, int] | None:
    """Return the number of spaces nearest to `start` that an open group above has, and the line that shows it."""
    dash, edge, open_groups = fault.text.lstrip().startswith("- "), 10_000, []
    for number in range(fault.line - 1, -1, -1):
        line = fault.lines[number]
        inset = indent(line)
        if not line.strip() or line.lstrip().startswith("#") or inset >= edge:
            continue
        edge = inset
        if line.lstrip().startswith("- "):
            open_groups += [(inset, number)] if dash else [(inset + 2, number)]
        elif not dash:
            open_groups.append((inset, number))
        if edge == 0:
            break
    others = [group for group in open_groups if group[0] != start]
    return min(others, key=lambda group: (abs(group[0] - start), -group[0]), default=None)


SAID: list[tuple[str, Callable[[Fault], Words]]] = [
    (r"unexpected end of stream|quoted scalar; found unexpected document", _open_quote),
    (r"escape", _escape),
    (r"mapping values are not allowed", _colon),
    (r"could not find expected ':'", _no_colon),
    (r"flow (sequence|mapping)", _flow),
    (r"document start|single document", _documents),
    (r"cannot start any token|alias|anchor|tag handle|scanning a tag|parsing a tag", _first_sign),
    (r"block scalar", _block),
    (r"sequence entries are not allowed|mapping keys are not allowed", _list_on_line),
    (r"directive|incompatible YAML", _directive),
    (r"node content", _no_value),
    (r"block (mapping|collection)", _block_end),
]
