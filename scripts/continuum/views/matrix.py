"""Content -> readers' questions, and how each level answers them, worked out once for all pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from ..model.base import FIGURES
from ..model.claim import Authority
from ..model.level import Level, Numbering
from .around import core_services
from .figures import Cell, figure_cell
from .speaking import Speaker, capitalized, uncapitalized

Reply = Callable[[Speaker, Level], Cell]
# The questions that a table of cards asks in columns; the others follow in lines below them.
MAIN = ("sleep", "hours_per_week", "length", "medical")
# What people ask first; where they sleep is said there too.
FIRST = ("what", "hours_per_week")


@dataclass(frozen=True, slots=True)
class Row:
    """One question of readers, and how each level answers it, by the level's id."""

    id: str
    question: str
    cells: Mapping[str, Cell]

    @property
    def first(self) -> bool:
        """Whether it is one of those that people ask first."""
        return self.id in FIRST


@dataclass(frozen=True, slots=True)
class Matrix:
    """Every question with every answer."""

    rows: tuple[Row, ...]

    def row(self, id: str) -> Row:
        """Return one of the questions. Raises KeyError where there is none of that id."""
        for row in self.rows:
            if row.id == id:
                return row
        raise KeyError(id)

    def answered(self, levels: Sequence[Level]) -> list[Row]:
        """Return the questions that at least one of these levels answers."""
        found = []
        for row in self.rows:
            for level in levels:
                cell = row.cells[level.id]
                if not cell.silent:
                    found.append(row)
                    break
        return found


@dataclass(frozen=True, slots=True)
class Table:
    """Levels side by side: those on the line, or those that stand beside it."""

    place: str
    caption: str
    levels: list[Level]
    rows: list[Row]

    def silent(self, row: Row) -> list[Level]:
        """Return the levels whose answer is the same: that nothing is known. One alone is shown
        like the others.
        """
        found = [level for level in self.levels if row.cells[level.id].silent]
        said = {row.cells[level.id].text for level in found}
        return found if len(found) > 1 and len(said) == 1 else []

    @property
    def main(self) -> list[Row]:
        """The questions asked first."""
        return [row for row in self.rows if row.id in MAIN]

    @property
    def more(self) -> list[Row]:
        """The questions asked after those, but for what it is, which stands with its name."""
        return [row for row in self.rows if row.id not in (*MAIN, "what")]


def matrix_of(say: Speaker) -> Matrix:
    """Return every question with the answers of all levels."""
    return Matrix(tuple(_rows(say)))


def tables(say: Speaker, found: Matrix) -> list[Table]:
    """Return the table of the line of levels, and that of what stands beside it, if any."""
    line, alongside = say.content.line_of_levels, say.content.alongside
    on_line = Table(
        place="continuum",
        caption=say.phrases("levels.caption", count=len(line)),
        levels=line,
        rows=found.answered(line),
    )
    beside = Table(
        place="alongside",
        caption=say.phrases("levels.caption_alongside"),
        levels=alongside,
        rows=found.answered(alongside),
    )
    return [table for table in (on_line, beside) if table.levels]


def _rows(say: Speaker) -> Iterator[Row]:
    """Yield the questions in the order in which pages ask them."""
    w = say.phrases
    yield _row(say, "what", w("levels.what"), _what)
    yield _row(say, "sleep", w("levels.sleep"), _sleep)
    for name in FIGURES:
        question = w(f"levels.{name}")
        cell = partial(figure_cell, figure=name)
        yield _row(say, name, question, cell)
    yield _row(say, "medical", w("levels.medical"), _medical)
    yield _row(say, "attend", w("levels.attend"), _attend)
    if say.services:
        yield _row(say, "services", w("levels.services"), _services)
    for standard in _standards(say):
        question = w("levels.number", standard=standard.name)
        number = partial(_number, standard=standard.id)
        # No id holds this sign, so no standard is taken for another question.
        yield _row(say, f"called_by_{standard.id}", question, number)


def _row(say: Speaker, id: str, question: str, reply: Reply) -> Row:
    cells = {}
    for level in say.content.levels:
        cells[level.id] = reply(say, level)
    return Row(id, question, cells)


def _what(say: Speaker, level: Level) -> Cell:
    text = say.text(level.in_a_line)
    return Cell(text)


def _sleep(say: Speaker, level: Level) -> Cell:
    sleep = level.sleep
    return Cell(
        text=say.text(sleep.text),
        sourced=(sleep,),
    )


def _medical(say: Speaker, level: Level) -> Cell:
    return Cell(
        text=say.backup(level),
        sourced=(level.medical,),
    )


def _attend(say: Speaker, level: Level) -> Cell:
    attend = level.attend
    if attend is None:
        return _not_said(say)
    return Cell(
        text=say.text(attend.text),
        whose=say.basis(attend),
        sourced=(attend,),
    )


def _services(say: Speaker, level: Level) -> Cell:
    core = core_services(level)
    if not core:
        return _not_said(say)
    names = []
    for use in core:
        name = say.services[use.service].name
        names.append(uncapitalized(name))
    text = say.phrases.list(names)
    return Cell(
        text=capitalized(text),
        # The first stands for all: on the level's page each service has its own sources.
        sourced=(core[0],),
    )


def _not_said(say: Speaker) -> Cell:
    text = say.phrases("levels.not_said")
    return Cell(text, silent=True)


def _standards(say: Speaker) -> Iterator[Authority]:
    """Yield the standards in which some level has a number or a name. What states call a level
    stands on their own pages.
    """
    used = set()
    for level in say.content.levels:
        for numbering in level.numbering:
            used.add(numbering.standard)
    for authority in say.content.authorities:
        if authority.id in used and not authority.speaks_of_a_state:
            yield authority


def _number(say: Speaker, level: Level, standard: str) -> Cell:
    found, titles = [], []
    for numbering in level.numbering:
        if numbering.standard == standard:
            found.append(numbering)
            titles.append(_titled(numbering))
    if not found:
        text = say.phrases("levels.none")
        return Cell(text, silent=True)
    return Cell(
        text=titles[0],
        small=tuple(titles[1:]),
        sourced=tuple(found),
    )


def _titled(numbering: Numbering) -> str:
    if not numbering.number:
        return numbering.title
    return f"{numbering.number}: {numbering.title}"
