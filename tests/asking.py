"""Templates and the program -> the phrases that they ask for, and the values that they give each.

`python tests/asking.py` writes them into a file, which every check of phrases reads.
"""

from __future__ import annotations

import ast
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, nodes

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "scripts"))

from continuum.language.phrases_file import base_of, patterns_of  # noqa: E402
from continuum.reading.tree import locate  # noqa: E402
from continuum.settings import ASKED, ROOT, TEMPLATES, WORDS  # noqa: E402

SCRIPTS = ROOT / "scripts"
CALLED = {"w", "words", "phrases"}  # what phrases are called where one is asked for
FORMS = "forms"  # gives a script all forms of a phrase that says a count
SILENT = "many"  # chooses a form, and is not said
ANY = "*"  # stands for a part of a name that only shows in a build

Asked = tuple[str, frozenset[str]]  # a name, and what it is given


def asked_by_templates(folder: Path = TEMPLATES) -> Iterator[Asked]:
    """Yield each phrase that a template asks for."""
    environment = Environment()
    for file in sorted(folder.rglob("*.j2")):
        tree = environment.parse(file.read_text(encoding="utf-8"))
        for call in tree.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name in CALLED:
                given = frozenset(value.key for value in call.kwargs)
                name = call.args[0]
                choice = isinstance(name, nodes.CondExpr)
                for one in (name.expr1, name.expr2) if choice else (name,):
                    yield from _asked(_in_template(one), given, file)


def _in_template(name: nodes.Expr) -> str:
    if isinstance(name, nodes.Const):
        return name.value
    if isinstance(name, nodes.Concat):
        return "".join(_in_template(part) for part in name.nodes)
    return ANY


def asked_by_scripts(folder: Path = SCRIPTS) -> Iterator[Asked]:
    """Yield each phrase that the program asks for."""
    for file in sorted(folder.rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and call.args:
                yield from _by_call(call, file)


def _by_call(call: ast.Call, file: Path) -> Iterator[Asked]:
    called = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    if isinstance(call.func, ast.Name):
        called = call.func.id
    if called == FORMS and len(call.args) == 2:
        yield _in_script(call.args[1]), frozenset(["count"])
    elif called in CALLED or (called == "self" and file.name == "phrases.py"):
        given = frozenset(value.arg for value in call.keywords)
        yield from _asked(_in_script(call.args[0]), given, file)


def _in_script(name: ast.expr) -> str:
    if isinstance(name, ast.Constant):
        return name.value
    if isinstance(name, ast.JoinedStr):
        return "".join(_in_script(part) for part in name.values)
    return ANY


def _asked(name: str, given: frozenset[str], file: Path) -> Iterator[Asked]:
    """Yield a phrase that is asked for. Its name must be readable where it is given values."""
    told = name.strip(f"{ANY}.") != ""
    if told:
        yield name, given - {SILENT}
    elif given:
        raise ValueError(
            f"{file.name} gives {sorted(given)} to a phrase without a name"
        )


def asked() -> dict[str, list[str]]:
    """Return each phrase that is asked for by name, with what it is given, from A to Z.

    Raises ValueError where two places give one phrase different values.
    """
    text = (WORDS / "en.yaml").read_text(encoding="utf-8")
    patterns = patterns_of(locate(text))
    names = {base_of(name, patterns) for name in patterns}
    found: dict[str, list[str]] = {}
    every = [*asked_by_templates(), *asked_by_scripts()]
    # A whole name tells more than one with a gap, and a long one more than a short one.
    every.sort(key=lambda asked: (ANY in asked[0], -len(asked[0])))
    for name, given in every:
        for one in _named(name, names):
            values = sorted(given)
            other = found.setdefault(one, values)
            if other != values and ANY not in name:
                raise ValueError(f"{one} is given {found[one]} and {values}")
    return dict(sorted(found.items()))


def _named(name: str, names: set[str]) -> list[str]:
    """Return the names that are meant: this one, or each that has something in the gaps."""
    if ANY not in name:
        return [name]
    gaps = re.escape(name).replace(re.escape(ANY), r"[\w-]+")
    return [one for one in names if re.fullmatch(gaps, one)]


def written() -> str:
    """Return the file of them."""
    lines = [
        f"{json.dumps(name)}: {json.dumps(given)}" for name, given in asked().items()
    ]
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    ASKED.write_text(written(), encoding="utf-8")
