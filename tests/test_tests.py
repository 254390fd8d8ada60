"""The tests themselves: what they share stands in rooms beside them, and none leans on another."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from building import ROOT

MODULES = sorted((ROOT / "tests").rglob("*.py"))


def imported(module: Path) -> Iterator[str]:
    """Yield the name of everything that a module imports, at its top or inside a function."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or "."


def test_no_test_imports_a_test():
    """A test file can be moved or removed alone: nobody imports it."""
    tests = {module.stem for module in MODULES if module.stem.startswith("test_")}
    assert len(tests) > 30
    found = []
    for module in MODULES:
        for name in imported(module):
            if tests.intersection(name.split(".")):
                found.append((module.name, name))
    assert found == []
