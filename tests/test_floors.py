"""The house: which room may import from which, how large a room may be, and what is named there."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import median

import pytest
from building import ROOT

SCRIPTS = ROOT / "scripts"
HOUSE = SCRIPTS / "continuum"
LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"
LINES, LINES_OF_DECLARATIONS = 250, 350
LINES_OF_A_CLASS, METHODS, LINES_OF_A_FUNCTION, PARAMETERS, FILES = 120, 12, 25, 5, 10
NODES = 9  # syntax nodes a line, the median over all functions
# What holds fields and their docstrings, and no steps.
DECLARATIONS = {"model/base.py", "model/claim.py", "model/level.py", "model/site.py"}
# Functions that are longer, and why.
LONGER = {
    "language/patterns/openings.py: openings": "a small machine: one case for each sort of piece",
}
# What has the name of a file in another room, since it means the same there.
SHARED_NAMES = {
    "figures.py": "the figures of a level, as rules judge them and as readers see them",
    "level.py": "a level, as the file holds it and as programs are promised it",
    "files.py": "what is made beside pages: where it stands, and each room's own",
    "pages.py": "pages: the table of all, and those about pieces for other sites",
    "pairs.py": "two levels beside each other, in words and as a page",
}


def linted(house: Path) -> subprocess.CompletedProcess:
    """Return what the layer contract says of a house."""
    settings = str(ROOT / "pyproject.toml")
    command = [sys.executable, "-c", LINT, settings, "--no-cache", "--no-logo"]
    environment = {**os.environ, "PYTHONPATH": str(house.parent)}
    return subprocess.run(
        command, env=environment, cwd=house.parent, capture_output=True, text=True
    )


def copied(folder: Path) -> Path:
    """Return a copy of the house in which a test may break something."""
    for file in HOUSE.rglob("*.py"):
        target = folder / file.relative_to(SCRIPTS)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.read_bytes())
    return folder / HOUSE.name


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    """Yield every function of a module."""
    yield from (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def length(node: ast.AST) -> int:
    """Return how many lines a function or class has, without its docstring."""
    first = node.body[0]
    told = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    docstring = first.end_lineno - first.lineno + 1 if told else 0
    return node.end_lineno - node.lineno + 1 - docstring


@cache
def scripts() -> dict[Path, ast.Module]:
    """Return every script, read once."""
    found = sorted(SCRIPTS.rglob("*.py"))
    return {file: ast.parse(file.read_text(encoding="utf-8")) for file in found}


def files() -> dict[str, ast.Module]:
    """Return every file of the house by its place."""
    return {
        file.relative_to(HOUSE).as_posix(): tree
        for file, tree in scripts().items()
        if file.is_relative_to(HOUSE)
    }


def test_each_room_imports_only_from_the_floors_below():
    """The house keeps the contract that `pyproject.toml` draws."""
    done = linted(HOUSE)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("rules/planted.py", "from ..views import speaking\n"),
        ("model/planted.py", "from ..outputs import pages\n"),
        ("attic/__init__.py", ""),
    ],
)
def test_a_room_on_the_wrong_floor_is_told(tmp_path, file, text):
    """A room that looks up or sideways breaks the contract, and so does one without a floor."""
    house = copied(tmp_path)
    (house / file).parent.mkdir(exist_ok=True)
    (house / file).write_text(text, encoding="utf-8")
    done = linted(house)
    assert done.returncode == 1
    assert Path(file).parts[0] in done.stdout


def test_no_room_knows_an_engine():
    """No file of the house names MkDocs as something to import: the hook alone meets it."""
    for file, tree in scripts().items():
        names = [name for node in ast.walk(tree) for name in _imported(node)]
        assert not [
            name for name in names if name.split(".")[0] in ("mkdocs", "properdocs")
        ], file


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []


def test_rooms_stay_small():
    """Files, classes, functions and folders keep the sizes in which people find their way; what is
    larger is named here with its reason.
    """
    over = []
    for place, tree in files().items():
        text = (HOUSE / place).read_text(encoding="utf-8")
        most = LINES_OF_DECLARATIONS if place in DECLARATIONS else LINES
        if text.count("\n") > most:
            over.append(f"{place}: {text.count(chr(10))} lines")
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                over += _large_class(place, node)
        for function in functions(tree):
            over += _large_function(place, function)
    for folder in {HOUSE / Path(place).parent for place in files()}:
        count = len(
            [file for file in folder.glob("*.py") if file.name != "__init__.py"]
        )
        over += [f"{folder.name}: {count} files"] if count > FILES else []
    assert over == []


def test_what_is_longer_is_still_there_and_still_longer():
    """An exception that is no longer needed is taken away."""
    for named in LONGER:
        place, name = named.split(": ")
        lengths = [length(one) for one in functions(files()[place]) if one.name == name]
        assert max(lengths) > LINES_OF_A_FUNCTION, named


def test_no_two_files_share_a_name():
    """One name is one thing in the whole house; what two rooms share is named here with what it
    means in both.
    """
    rooms = defaultdict(list)
    for place in files():
        path = Path(place)
        if path.name != "__init__.py":
            rooms[path.name].append(place)

    shared = {name for name, places in rooms.items() if len(places) > 1}
    assert shared == set(SHARED_NAMES)


def _large_class(place: str, node: ast.ClassDef) -> list[str]:
    methods = [one for one in node.body if isinstance(one, ast.FunctionDef)]
    large = length(node) > LINES_OF_A_CLASS and place not in DECLARATIONS
    return [f"{place}: class {node.name}"] if large or len(methods) > METHODS else []


def _large_function(place: str, function: ast.FunctionDef) -> list[str]:
    arguments = function.args
    count = len(arguments.args) + len(arguments.kwonlyargs)
    named = f"{place}: {function.name}"
    long = length(function) > LINES_OF_A_FUNCTION and named not in LONGER
    if not long and count <= PARAMETERS:
        return []
    return [f"{named} ({length(function)} lines, {count} values)"]


def test_lines_are_about_as_dense_as_prose():
    """The median function has nine syntax nodes a line or fewer: one thought a line."""
    densities = []
    for tree in scripts().values():
        for function in functions(tree):
            nodes = sum(1 for _ in ast.walk(function))
            densities.append(nodes / max(1, length(function)))
    assert median(densities) <= NODES
