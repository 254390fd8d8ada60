"""Elements -> what tables and lists of facts say: level -> question -> answer."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from drawing.signs import level_of
from markup import classed, first, text

Answers = dict[str, dict[str, str]]


def matrix(document: Element) -> Answers:
    """Return what the tables of all levels say: questions down, levels across."""
    answers: Answers = {}
    for table in classed(document, "matrix"):
        head, *rows = table.iter("tr")
        _, *names = head.iter("th")
        levels = [level_of(name) for name in names]
        for row in rows:
            question = text(first(row.find("th"), "asked"))
            cells = row.findall("td")
            for level, cell in zip(levels, cells, strict=True):
                said = first(cell, "it")
                answers.setdefault(level, {})
                answers[level][question] = text(said)
    return answers


def levels_piece(document: Element) -> Answers:
    """Return what the piece with all levels says: a part of a table for each level."""
    answers: Answers = {}
    for table in document.iter("table"):
        head = table.find("thead")
        names = _texts(head, "th")
        questions = list(names)
        for body in table.iter("tbody"):
            level = body.get("id")
            row = first(body, "row")
            cells = _texts(row, "td")
            said = facts(body)
            for question, cell in zip(questions, cells, strict=True):
                said[question] = cell.removeprefix(question)
            answers[level] = said
    return answers


def facts(element: Element) -> dict[str, str]:
    """Return what a list of facts says, by the name of each."""
    names = _texts(element, "dt")
    answers = _texts(element, "dd")
    pairs = zip(names, answers, strict=True)
    return dict(pairs)


def _texts(element: Element, tag: str) -> Iterator[str]:
    for cell in element.iter(tag):
        yield text(cell)


def lines_of(file: str) -> Answers:
    """Return the lines of a CSV file by their first column."""
    found = {}
    for line in csv.DictReader(io.StringIO(file)):
        level = line["id"]
        found[level] = line
    return found
