"""Content -> the pages and questions that texts may name between quotation marks."""

from __future__ import annotations

from ...addresses import PAGES, at
from ..asked.answers import all_answers
from ..speaking import Speaker


def titles(say: Speaker) -> dict[str, str]:
    """Return the address of every page that has a title of its own, and of every question that is
    answered, under that title.

    Of the levels only those whose name has several words: one word between quotation marks is
    most often someone else's, such as “Outpatient” in another site's list.
    """
    found = {}
    for entry in PAGES:
        missing = entry.needs and not getattr(say.content, entry.needs)
        if entry.listed and entry.heading and not missing:
            found[say.phrases(entry.heading)] = entry.address
    for level in say.content.levels:
        if " " in level.name:
            found[level.name] = at("level", level.id)
    for topic in say.content.topics:
        found[topic.title] = at("topic", topic.id)
    for answer in all_answers(say.content):
        found.setdefault(answer.q, f"{at('faq')}#{answer.id}")
    return found
