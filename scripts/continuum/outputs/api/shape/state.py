"""What states say of the levels."""

from __future__ import annotations

import datetime
from typing import Literal

from .claims import Claim, Whose
from .head import Document
from .level import NameInStandard, Statement
from .part import Address, Part


class StateClaim(Part):
    """One number of a state, with the level and the figure that it belongs to."""

    level: str
    """The id of a level."""
    figure: Literal["hours_per_week", "hours_per_day", "days_per_week", "length"]
    """Which of the level's numbers it is."""
    claim: Claim
    """The number."""
    until: datetime.date | None
    """The day since which it is no longer in force. Null where it still is."""


class StateName(Part):
    """How a state calls a level."""

    level: str
    """The id of a level."""
    name: NameInStandard
    """Its number and name there."""


class StateStatement(Part):
    """One thought, and who in the state says it."""

    whose: Whose
    """The state, or a county, city or plan in it."""
    statement: Statement
    """The thought."""


class State(Part):
    """A state, with all that it says, and what counties, cities and plans in it say."""

    id: str
    """Its short name, which stays."""
    name: str
    """What pages call it."""
    about: str
    """What is notable about its rules."""
    url: Address
    """Its page."""
    within: list[Whose]
    """The counties, cities and plans in it."""
    names: list[StateName]
    """How it calls the levels."""
    claims: list[StateClaim]
    """Its numbers, and those of what lies in it."""
    edition: list[StateStatement]
    """Which edition of a standard it uses, and since when."""
    rules: list[StateStatement]
    """What else its rules say."""


class States(Document):
    """`states.json`: what each state says. It is there where we have read a state's rules."""

    states: list[State]
    """The states, from A to Z."""
    unread: list[str]
    """The names of the states whose rules we have not read."""
