"""Problems -> plain values, for tools that read JSON."""

from __future__ import annotations

from typing import Any

from .problem import Findings, Problem


def found_as_values(found: Findings) -> dict[str, Any]:
    """Return everything that was found, and how much of it are problems and advice."""
    return {
        "file": found.file,
        "problems": len(found.faults),
        "advice": len(found.advice),
        "found": [_entry(problem, found.file) for problem in found.problems],
    }


def _entry(problem: Problem, file: str) -> dict[str, Any]:
    """Return one problem. Lines and columns count from 1; `endColumn` is the first one after it."""
    place = problem.place
    return {
        "file": problem.file or file,
        "line": place.line,
        "column": place.column,
        "endColumn": place.column + place.width,
        "path": problem.path,
        "text": problem.text,
        "fix": problem.fix,
        "kind": "advice" if problem.advice else "problem",
    }
