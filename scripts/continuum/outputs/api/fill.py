"""Speaker -> the JSON documents: what pages say, put into the shape."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...addresses import at
from ...model.claim import Authority
from ...model.level import Level
from ...model.site import Help, Source, Word
from ...views.help.strip import link_of
from ...views.speaking import Speaker
from . import shape
from .envelope import backed, opening, source_page
from .fill_level import filled_level
from .listing import File, files, level_path, path_of
from .states import filled_states

MEDIA = {
    "json": "application/json",
    "csv": "text/csv",
    "xml": "application/atom+xml",
}


def documents(say: Speaker) -> Iterator[tuple[str, shape.Document]]:
    """Yield every JSON document with its place from the root of the site."""
    content = say.content
    help = [_help(one) for one in content.help]
    levels = [filled_level(say, level) for level in content.levels]
    yield path_of("index"), _index(say)
    yield path_of("levels"), _levels(say, help, levels)
    for level, filled in zip(content.levels, levels, strict=True):
        yield level_path(level.id), _one_level(say, level, help, filled)

    yield path_of("glossary"), _glossary(say)
    yield path_of("sources"), _sources(say)
    if content.states:
        yield path_of("states"), filled_states(say)


def _index(say: Speaker) -> shape.Index:
    first, later = [], []
    for file in files(say):
        if file.later:
            later.append(shape.ListedLater(**_listed(say, file)))
        else:
            first.append(shape.Listed(**_listed(say, file)))
    return shape.Index(
        documents=first,
        more=later,
        **opening(say, "index", at("api"), say.content.review),
    )


def _listed(say: Speaker, file: File) -> dict[str, Any]:
    root = say.publication.url
    ending = file.path.rpartition(".")[2]
    described_by = None
    if file.schema:
        described_by = root + file.schema

    return {
        "kind": file.kind,
        "name": file.name,
        "url": root + file.path,
        "media_type": MEDIA[ending],
        "described_by": described_by,
    }


def _levels(
    say: Speaker, help: list[shape.Help], levels: list[shape.Level]
) -> shape.Levels:
    content = say.content
    grades = [
        shape.Grade(id=grade.id, name=grade.name) for grade in content.supervision
    ]
    return shape.Levels(
        help=help,
        authorities=[_authority(say, one) for one in content.authorities],
        supervision=grades,
        levels=levels,
        **opening(say, "levels", at("levels"), content.review),
    )


def _one_level(
    say: Speaker, level: Level, help: list[shape.Help], filled: shape.Level
) -> shape.OneLevel:
    page = at("level", level.id)
    return shape.OneLevel(
        help=help,
        level=filled,
        **opening(say, "level", page, level.review),
    )


def _authority(say: Speaker, authority: Authority) -> shape.Authority:
    return shape.Authority(
        id=authority.id,
        name=authority.name,
        kind=authority.kind,
        about=say.text(authority.about),
    )


def _help(help: Help) -> shape.Help:
    contacts = [
        shape.Contact(
            kind=one.kind,
            value=one.value,
            text=one.words,
            link=link_of(one),
            keyword=one.keyword,
        )
        for one in help.contacts
    ]
    return shape.Help(
        id=help.id,
        name=help.name,
        when=help.when,
        what=help.what,
        short=help.strip,
        contacts=contacts,
        **backed(help),
    )


def _glossary(say: Speaker) -> shape.Glossary:
    content = say.content
    ordered = sorted(content.words, key=lambda word: word.term.casefold())
    return shape.Glossary(
        words=[_word(say, word) for word in ordered],
        **opening(say, "glossary", at("words"), content.review),
    )


def _word(say: Speaker, word: Word) -> shape.Word:
    return shape.Word(
        id=word.id,
        term=word.term,
        stands_for=word.stands_for,
        also=word.also,
        meaning=say.text(word.meaning),
        level=word.level,
        url=f"{say.publication.url}{at('words')}#{word.id}",
        **backed(word),
    )


def _sources(say: Speaker) -> shape.Sources:
    content = say.content
    return shape.Sources(
        sources=[_source(say, source) for source in content.sources],
        **opening(say, "sources", at("sources"), content.review),
    )


def _source(say: Speaker, source: Source) -> shape.Source:
    return shape.Source(
        id=source.id,
        kind=source.tier,
        publisher=source.publisher,
        title=source.title,
        date=source.date,
        url=source.url,
        no_url=source.no_url,
        copy_of=source.copy_of,
        read=source.read,
        archived=source.archived,
        note=source.note,
        page=source_page(say, source.id),
    )
