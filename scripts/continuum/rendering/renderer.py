"""Templates, set up once: everything escaped, and a name that does not exist is an error."""

from __future__ import annotations

import re
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ..addresses import at, of_file, pair_id, share_of
from ..language.grade import known_names
from ..language.phrases import direction_of
from ..model.own import Colors, palette
from ..settings import TEMPLATES
from ..views.around import foreign_topics
from ..views.card import standing
from ..views.heard import titles
from ..views.help.room import page_room, piece_room
from ..views.help.strip import link_of, strip
from ..views.share import Cards
from ..views.speaking import Speaker
from .compiled import Compiled
from .words.exact import Exact, contact_words, typed
from .words.glossary import Glossary

SETTINGS = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True}
# What templates may ask for whatever the site, and what only some of them are given.
OF_ANY_SITE = {
    "link_of": link_of,
    "contact_words": contact_words,
    "typed": typed,
    "at": at,
    "file": of_file,
    "share_of": share_of,
    "pair_id": pair_id,
    "direction_of": direction_of,
    "dated": "",
    "spoken": "",
}


@cache
def _environment(templates: Path, colors: tuple[tuple[str, str], ...]) -> Environment:
    """Return the templates of a folder with the colors of a site, each read into code once; one
    that changes on the disk is read again.
    """
    found = Environment(
        loader=FileSystemLoader(templates),
        bytecode_cache=Compiled(templates, SETTINGS),
        undefined=StrictUndefined,
        **SETTINGS,
    )
    # Colors are imported by other templates, which take no values along.
    found.globals["palette"] = palette(Colors(**dict(colors)) if colors else None)
    return found


class Renderer:
    """Renders the site's templates as one speaker says them."""

    def __init__(self, say: Speaker, templates: Path = TEMPLATES):
        self.say = say
        self.templates = templates
        self.environment = _environment(templates, say.publication.look.colors)
        self.exact = Exact(say.content.help, say.content.sources, titles(say))
        self.shared = OF_ANY_SITE | {
            "say": say,
            "w": say.phrases,
            "c": say.content,
            "publication": say.publication,
            "logo": bool(say.publication.look.logo),
            "strip": strip(say.content),
            "room": {"page": page_room(say), "piece": piece_room(say)},
            "text": self._text,
            "plain": say.text,
            "mark": self.exact,
            "language": say.phrases.language,
            "standing": standing,
            "exact": self.exact,
            "lang_of": self._lang_of,
        }

    def __call__(self, template: str, **values: Any) -> str:
        """Return a template rendered with `values`."""
        return self.environment.get_template(template).render(self.shared | values)

    def _text(self, text: str) -> Markup:
        filled = self.say.text(text)
        return self.exact(filled)

    @cached_property
    def _foreign(self) -> dict[str, str]:
        """The language of each page whose texts are in another one than the file's."""
        foreign = foreign_topics(self.say.content)
        return {at("topic", topic.id): topic.language for topic in foreign}

    def _lang_of(self, address: str) -> Markup:
        """Return the attribute that a page's title needs among titles in the file's language."""
        language = self._foreign.get(address)
        return Markup(' lang="{}"').format(language) if language else Markup("")

    def source(self, name: str) -> str:
        """Return a file beside the templates as it is."""
        return self.environment.loader.get_source(self.environment, name)[0]

    def names(self, folder: str) -> list[str]:
        """Return the names of the files in a folder beside the templates."""
        return sorted(path.name for path in (self.templates / folder).iterdir())

    @cached_property
    def tokens(self) -> Any:
        """The colors and the mark that pages, pieces and pictures share, by their names."""
        return self.environment.get_template("styles/_tokens.css.j2").module

    @cached_property
    def cards(self) -> Cards:
        """What the pictures of pages for sharing say."""
        return Cards(self.say)

    @cached_property
    def glossary(self) -> Glossary:
        """The words that pages explain."""
        return Glossary(self.say.content.words)

    @cached_property
    def explained(self) -> re.Pattern | None:
        """A pattern of the names that pages explain; nothing in a language without a grade."""
        english = self.say.phrases.language == "en"
        return known_names(self.say.content) if english else None
