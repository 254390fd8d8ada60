"""Content -> the help that the search shows above what it finds about danger, or about a place."""

from __future__ import annotations

from ...model.content import Content
from ...model.pages.topic import Topic
from ...model.site import Contact, Help
from ..help.strip import strip
from ..speaking import Speaker

# The help that stands on the strip of every page.
STRIP = "strip"
Ways = list[tuple[Help, Contact]]


def help_of(topic: Topic) -> str:
    """Return which help stands above a topic where it is found, else nothing."""
    if topic.help:
        return topic.id
    return STRIP if topic.urgent else ""


def help_shown(say: Speaker) -> list[tuple[str, Ways]]:
    """Return each help that may stand there: its name, and the ways to reach it."""
    shown = [(STRIP, _on_the_strip(say.content))]
    for topic in say.content.topics:
        if topic.help:
            found = [say.help[id] for id in topic.help]
            ways = [(help, help.contacts[0]) for help in found]
            shown.append((topic.id, ways))
    return shown


def _on_the_strip(content: Content) -> Ways:
    found = []
    for help, contacts in strip(content):
        found += [(help, contact) for contact in contacts]
    return found
