"""Level -> the same in the shape of the data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ...addresses import at
from ...model.base import Statement
from ...model.level import Answer, Level, Numbering, Step
from ...views.around import dangers, exceptions
from ...views.speaking import Speaker
from . import shape
from .envelope import backed, reviewed
from .fill_figures import note, told_by_figures, whose


def filled_level(say: Speaker, level: Level) -> shape.Level:
    """Return a level with all that is said of it."""
    return shape.Level(
        **_named(say, level),
        **_dangers(say, level),
        **told_by_figures(say, level),
        **_told_in_statements(say, level),
        **_moves(say, level),
        **_told_by_others(say, level),
        **_asked(say, level),
        next_step=say.text(level.next_step),
        **reviewed(say, level.review),
    )


def _named(say: Speaker, level: Level) -> dict[str, Any]:
    """Return what it is called, where it stands, and what it is in short."""
    position = None
    if level.place == "continuum":
        position = say.content.line_of_levels.index(level) + 1

    return {
        "id": level.id,
        "name": level.name,
        "everyday": level.everyday,
        "acronym": level.acronym,
        "stands_for": level.stands_for,
        "also_called": level.also_called,
        "place": level.place,
        "position": position,
        "url": say.publication.url + at("level", level.id),
        "in_a_line": say.text(level.in_a_line),
        "in_short": say.text(level.in_short),
    }


def _dangers(say: Speaker, level: Level) -> dict[str, Any]:
    shown = [
        shape.Danger(
            id=one.id,
            title=one.title,
            text=say.text(one.text),
            **backed(one),
        )
        for one in dangers(say.content, level)
    ]
    return {
        "dangers": shown,
        "warnings": statements(say, level.warnings),
    }


def _told_in_statements(say: Speaker, level: Level) -> dict[str, Any]:
    """Return what its page says in thoughts of a sentence or two."""
    return {
        "what_happens": statements(say, level.what_happens),
        "may_suit": statements(say, level.may_suit),
        "may_not_be_enough": statements(say, level.may_not_be_enough),
        "good_points": statements(say, level.good_points),
        "hard_points": statements(say, level.hard_points),
        "daily_life": statements(say, level.daily_life),
        "paying": statements(say, level.paying),
        "not_known": statements(say, level.not_known),
    }


def _moves(say: Speaker, level: Level) -> dict[str, Any]:
    return {
        "steps_up": _steps(say, level.steps_up),
        "steps_down": _steps(say, level.steps_down),
        "moving": statements(say, level.moving),
    }


def _told_by_others(say: Speaker, level: Level) -> dict[str, Any]:
    """Return what standards call it, and what sources do not agree on."""
    disagreements = [
        shape.Disagreement(
            title=say.text(one.title),
            text=say.text(one.text),
            **backed(one),
        )
        for one in level.disagreements
    ]
    return {
        "numbering": [name_in_standard(say, one) for one in level.numbering],
        "disagreements": disagreements,
        "good_to_know": exceptions(say, level),
    }


def _asked(say: Speaker, level: Level) -> dict[str, Any]:
    """Return the questions to ask a program, and those that people ask."""
    questions = [
        shape.Question(
            ask=say.text(one.ask),
            why=say.text(one.why),
            listen_for=say.text(one.listen_for),
        )
        for one in level.questions
    ]
    return {
        "questions": questions,
        "faq": [_answer(say, one) for one in level.faq],
    }


def statements(say: Speaker, lines: Iterable[Statement]) -> list[shape.Statement]:
    """Return thoughts of a sentence or two in the shape of the data."""
    return [
        shape.Statement(
            title=one.title and say.text(one.title),
            text=say.text(one.text),
            **backed(one),
        )
        for one in lines
    ]


def _steps(say: Speaker, steps: Iterable[Step]) -> list[shape.Step]:
    return [
        shape.Step(
            to=one.to,
            name=say.levels[one.to].short,
            when=say.text(one.when),
            **backed(one),
        )
        for one in steps
    ]


def name_in_standard(say: Speaker, one: Numbering) -> shape.NameInStandard:
    """Return how a standard or a state calls a level, in the shape of the data."""
    return shape.NameInStandard(
        standard=whose(say, one.standard),
        number=one.number,
        title=one.title,
        note=note(say, one.note),
        **backed(one),
    )


def _answer(say: Speaker, one: Answer) -> shape.Answer:
    return shape.Answer(
        id=one.id,
        question=one.q,
        answer=say.text(one.a),
        url=f"{say.publication.url}{at('faq')}#{one.id}",
        **backed(one),
    )
