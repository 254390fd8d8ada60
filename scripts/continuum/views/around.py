"""Level -> what stands around it: dangers, neighbors, steps, services, topics."""

from __future__ import annotations

from dataclasses import dataclass

from ..addresses import at
from ..model.content import Content
from ..model.level import Level, Numbering, ServiceUse, Step
from ..model.pages.topic import Section, Topic
from ..model.site import Danger
from .speaking import Speaker, capitalized, sources_of
from .weeks import week_line

# How much a service belongs to a level, in the order in which pages say it.
PARTS = ("core", "referral", "may")
SHOWN = 5  # levels in the list of a level's neighbors
BEFORE = 2  # of them stand before the level itself, where the line begins early enough


@dataclass(frozen=True, slots=True)
class Neighbors:
    """A level among its neighbors on the line, each with its week in a few words.

    `before` and `after` count the levels that are not shown.
    """

    before: int
    shown: tuple[tuple[Level, str], ...]
    after: int

    @property
    def first(self) -> int:
        """The number on the line of the first level that is shown."""
        return self.before + 1


def dangers(content: Content, *levels: Level) -> list[Danger]:
    """Return the dangers whose card stands on the page of a level, or of a comparison."""
    ids = {level.id for level in levels}
    found = []
    for danger in content.dangers:
        if ids.intersection(danger.levels):
            found.append(danger)
    return found


def dangers_of(content: Content, topic: Topic) -> list[Danger]:
    """Return the dangers whose card stands on the page of a topic."""
    return [danger for danger in content.dangers if topic.id in danger.topics]


def neighbors(say: Speaker, level: Level) -> Neighbors:
    """Return a level of the line among its neighbors."""
    line = say.content.line_of_levels
    ids = [other.id for other in line]
    place = ids.index(level.id)
    last = len(line) - SHOWN
    start = min(place - BEFORE, last)
    start = max(0, start)

    shown = []
    for other in line[start : start + SHOWN]:
        week = week_line(say, other)
        shown.append((other, week))

    return Neighbors(
        before=start,
        shown=tuple(shown),
        after=len(line) - start - len(shown),
    )


def on_the_line(say: Speaker) -> list[tuple[Level, str]]:
    """Return the levels of the line, each with its week in a few words."""
    found = []
    for level in say.content.line_of_levels:
        week = week_line(say, level)
        found.append((level, capitalized(week)))
    return found


def steps(content: Content, level: Level) -> list[tuple[str, list[Step], bool]]:
    """Return the steps to less and to more care, each kind with its name, and whether the line ends
    there: beyond its ends there is no level to step to.
    """
    line = content.line_of_levels
    return [
        ("step_down", level.steps_down, level is line[0]),
        ("step_up", level.steps_up, level is line[-1]),
    ]


def publishers_of(say: Speaker, section: Section) -> list[tuple[str, list[str]]]:
    """Return who published what backs a part of a topic, each with its sources, in order."""
    found: dict[str, list[str]] = {}
    for source in sources_of([*section.text, *section.points]):
        publisher = say.sources[source].publisher
        found.setdefault(publisher, []).append(source)
    return list(found.items())


def exceptions(say: Speaker, level: Level) -> list[str]:
    """Return why this level may differ from what holds for the others, as it declares itself."""
    reasons = []
    for exception in level.exceptions:
        because = say.text(exception.because)
        reasons.append(because)
    return reasons


def services_of(level: Level) -> list[tuple[str, list[ServiceUse]]]:
    """Return each part that services play at a level, with those that play it."""
    found = []
    for part in PARTS:
        uses = _playing(level, part)
        if uses:
            found.append((part, uses))
    return found


def core_services(level: Level) -> list[ServiceUse]:
    """Return the services that are part of what a level is."""
    return _playing(level, "core")


def _playing(level: Level, part: str) -> list[ServiceUse]:
    found = []
    for use in level.services:
        if use.part == part:
            found.append(use)
    return found


def places_of(content: Content, service: str) -> list[tuple[str, list[Level]]]:
    """Return each part that a service plays, with the levels where it plays it."""
    found = []
    for part in PARTS:
        levels = []
        for level in content.levels:
            played = [use.part for use in level.services if use.service == service]
            if part in played:
                levels.append(level)
        if levels:
            found.append((part, levels))
    return found


def example(content: Content) -> str:
    """Return a short name that people hear without knowing it: letters if there are any."""
    letters = [level.acronym for level in content.levels if level.acronym]
    if letters:
        return max(letters, key=len)
    first = content.levels[0]
    return first.name


def standards(say: Speaker, level: Level) -> list[Numbering]:
    """Return how standards call a level, without what states call it on their pages."""
    found = []
    for name in level.numbering:
        if not say.authorities[name.standard].speaks_of_a_state:
            found.append(name)
    return found


def urgent_topics(content: Content) -> list[Topic]:
    """Return the topics that someone must find at once."""
    return [topic for topic in content.topics if topic.urgent]


def quiet_topics(content: Content, door: str) -> list[Topic]:
    """Return all other topics in the language of the file, but for the one to which a door leads
    already.
    """
    found = []
    foreign = foreign_topics(content)
    for topic in content.topics:
        quiet = not topic.urgent and topic not in foreign
        if quiet and at("topic", topic.id) != door:
            found.append(topic)
    return found


def foreign_topics(content: Content) -> list[Topic]:
    """Return the topics whose texts are in another language than the file."""
    own = (None, content.language)
    return [topic for topic in content.topics if topic.language not in own]
