"""What rules judge: the content, all that stands beside it, and every text of these once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from ..language.avoided import Avoided
from ..language.borrowed import ById, by_id, end_of, fill, resolve
from ..language.phrases import Phrases
from ..language.phrases_file import PhrasesFile
from ..language.prose_file import ProseFile
from ..model.content import Content
from .texts import Written, of_group, of_pages, of_phrases

CAPITALS = re.compile(r"[A-Z][A-Z]+")


@dataclass(frozen=True)
class Subject:
    """The content, its phrases' file, the day it is judged on, and what else is published with it.

    `avoided` are the words that its language avoids, where it has such lists. `prose_files` are
    the hand-written pages, by the way from their folder; `files` is all that lies in
    it, but for what is `hidden`.
    """

    content: Content
    phrases_file: PhrasesFile
    today: date
    avoided: Avoided | None = None
    prose_files: Mapping[str, ProseFile] = field(default_factory=dict)
    files: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()

    @property
    def phrases(self) -> Phrases:
        """The site's own words in the language of the content."""
        return self.phrases_file.phrases

    @property
    def others(self) -> dict[str, str]:
        """The text of each file that may hold a fault, beside the content, by its name."""
        file = self.phrases_file
        found = {file.name: file.source}
        for page in self.prose_files.values():
            found[page.name] = page.source
        if self.avoided:
            found[self.avoided.file] = self.avoided.text
        return found

    @cached_property
    def texts(self) -> list[Written]:
        """Every text of the content that readers read."""
        return list(of_group(self.content))

    @cached_property
    def borrowers(self) -> list[Written]:
        """The texts that may borrow numbers: those of the content that readers did not ask."""
        return [text for text in self.texts if text.by != "readers"]

    @cached_property
    def unjudged(self) -> list[Written]:
        """The texts of the content whose words nobody judges: titles and names that others gave,
        and all that is in another language than the file.
        """
        own = self.content.language
        return [
            text for text in self.texts if text.by == "others" or text.language != own
        ]

    @cached_property
    def prose(self) -> list[Written]:
        """The texts whose words are judged: all others, the phrases and the pages."""
        unjudged = set(map(id, self.unjudged))
        content = [text for text in self.texts if id(text) not in unjudged]
        phrases = of_phrases(self.phrases_file)
        pages = of_pages(self.pages)
        return [*content, *phrases, *pages]

    @property
    def pages(self) -> dict[str, str]:
        """The texts of hand-written pages, by file, where they are in the language of the content:
        in English.
        """
        if self.content.language != "en":
            return {}
        return {page.name: page.source for page in self.prose_files.values()}

    @cached_property
    def known_letters(self) -> set[str]:
        """The letters, such as IOP, that are explained somewhere or that all know."""
        content = self.content
        names = [one.name for one in (*content.authorities, *content.help)]
        names += [level.acronym for level in content.levels if level.acronym]
        for word in content.words:
            names += [word.term, *word.also]

        known = set(self.avoided.lists.letters) if self.avoided else set()
        for name in names:
            known.update(CAPITALS.findall(name))
        return known

    @cached_property
    def by_id(self) -> ById:
        """The levels and the ways to reach help under their ids."""
        return by_id(self.content)

    def as_read(self, text: str) -> str:
        """Return a text with its borrowed numbers as readers see them.

        What stands for nothing stays as it is.
        """
        return fill(text, self._shown)

    def _shown(self, name: str) -> str:
        try:
            found = resolve(name, *self.by_id)
        except LookupError:
            return name

        if found.help:
            return found.help.contacts[0].value
        if not found.end:
            return self.phrases.amount(found.figure, found.claim)

        end = end_of(found.claim, found.end)
        return self.phrases.number(end)
