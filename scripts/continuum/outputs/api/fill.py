"""Speaker -> documents: what pages say, put into the shape."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ...addresses import at, of_file
from ...model.base import FIGURES, Review, Sourced, Statement
from ...model.claim import Claim, LengthClaim
from ...model.level import Answer, Level, MedicalBackup, Numbering, ServiceUse, Step
from ...model.site import Help
from ...views.around import dangers, exceptions, services_of
from ...views.figures import claims
from ...views.matrix import matrix_of
from ...views.site import SCHEMES, ways_to_cite
from ...views.speaking import Speaker, sources_of
from . import shape

VERSION = "1.0"
FOLDER = of_file("data")
LICENCE = ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/")
MEDIA = {"json": "application/json", "csv": "text/csv", "xml": "application/atom+xml"}


@dataclass(frozen=True, slots=True)
class File:
    """One file of the data: what it is one of, its place from the root of the site, what it holds in words."""

    kind: str
    path: str
    name: str

    @property
    def schema(self) -> str:
        """The place of its schema; nothing for what is not JSON."""
        return (
            f"{FOLDER}{self.kind}.schema.json" if self.kind in shape.DOCUMENTS else ""
        )


def files(say: Speaker) -> Iterator[File]:
    """Yield every file of the data."""
    w = say.phrases
    yield File("index", f"{FOLDER}index.json", w("api.file.index"))
    yield File("levels", f"{FOLDER}levels.json", w("api.file.levels"))
    for level in say.content.levels:
        yield File("level", f"{FOLDER}levels/{level.id}.json", say.name(level))
    yield File("glossary", f"{FOLDER}glossary.json", w("api.file.glossary"))
    yield File("sources", f"{FOLDER}sources.json", w("api.file.sources"))
    yield File("matrix", f"{FOLDER}matrix.csv", w("api.file.matrix"))
    yield File("feed", of_file("feed"), w("api.file.feed"))


def documents(say: Speaker) -> Iterator[tuple[str, shape.Document]]:
    """Yield every JSON document with its place from the root of the site."""
    help = [_help(one) for one in say.content.help]
    levels = [_level(say, level) for level in say.content.levels]
    yield f"{FOLDER}index.json", _index(say)
    authorities = [
        shape.Authority(id=one.id, name=one.name, kind=one.kind, about=one.about)
        for one in say.content.authorities
    ]
    grades = [
        shape.Grade(id=grade.id, name=grade.name) for grade in say.content.supervision
    ]
    whole = _opening(say, "levels", at("levels"), say.content.review)
    yield (
        f"{FOLDER}levels.json",
        shape.Levels(
            help=help,
            authorities=authorities,
            supervision=grades,
            levels=levels,
            **whole,
        ),
    )
    for level, made in zip(say.content.levels, levels, strict=True):
        opening = _opening(say, "level", at("level", level.id), level.review)
        yield (
            f"{FOLDER}levels/{level.id}.json",
            shape.OneLevel(help=help, level=made, **opening),
        )
    yield f"{FOLDER}glossary.json", _glossary(say)
    yield f"{FOLDER}sources.json", _sources(say)


def _opening(say: Speaker, kind: str, path: str, review: Review) -> dict[str, Any]:
    content, url = say.content, say.publication.url + path
    ways = ways_to_cite(say, content.site.title, url, review.checked)
    return {
        "schema_version": VERSION,
        "$schema": f"{say.publication.url}{FOLDER}{kind}.schema.json",
        "site": shape.Site(name=content.site.name, url=say.publication.url or None),
        "url": url,
        "language": content.language,
        "direction": content.direction,
        **_review(say, review),
        "licence": shape.Licence(id=LICENCE[0], url=LICENCE[1], credit=ways["plain"]),
    }


def _review(say: Speaker, review: Review) -> dict[str, Any]:
    text = (
        say.phrases("page.by_clinician", by=review.by)
        if review.state == "clinician"
        else say.phrases("page.by_editor")
    )
    name = review.by if review.state == "clinician" else None
    return {
        "checked": review.checked,
        "next_check": review.next,
        "review": shape.Review(by=review.state, name=name, text=text),
    }


def _backed(said: Sourced) -> dict[str, Any]:
    return {"sources": said.sources, "basis": said.basis if said.sources else None}


def _help(help: Help) -> shape.Help:
    contacts = [
        shape.Contact(
            kind=one.kind,
            value=one.value,
            text=one.words,
            link=SCHEMES[one.kind] + one.value,
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
        **_backed(help),
    )


def _level(say: Speaker, level: Level) -> shape.Level:
    text, line = say.text, say.content.line_of_levels
    return shape.Level(
        id=level.id,
        name=level.name,
        acronym=level.acronym,
        stands_for=level.stands_for,
        also_called=level.also_called,
        place=level.place,
        position=line.index(level) + 1 if level.place == "continuum" else None,
        url=say.publication.url + at("level", level.id),
        in_a_line=text(level.in_a_line),
        in_short=text(level.in_short),
        dangers=[
            shape.Danger(
                id=one.id, title=one.title, text=text(one.text), **_backed(one)
            )
            for one in dangers(say.content, level)
        ],
        warnings=_statements(say, level.warnings),
        figures=_figures(say, level),
        sleep=shape.Sleep(
            where=level.sleep.where, text=text(level.sleep.text), **_backed(level.sleep)
        ),
        medical=_medical(say, level.medical),
        attend=level.attend
        and shape.Attendance(
            form=level.attend.form,
            text=text(level.attend.text),
            **_backed(level.attend),
        ),
        what_happens=_statements(say, level.what_happens),
        services=[_service(say, use) for _, uses in services_of(level) for use in uses],
        may_suit=_statements(say, level.may_suit),
        may_not_be_enough=_statements(say, level.may_not_be_enough),
        good_points=_statements(say, level.good_points),
        hard_points=_statements(say, level.hard_points),
        daily_life=_statements(say, level.daily_life),
        steps_up=_steps(say, level.steps_up),
        steps_down=_steps(say, level.steps_down),
        moving=_statements(say, level.moving),
        paying=_statements(say, level.paying),
        numbering=[_numbering(say, one) for one in level.numbering],
        disagreements=[
            shape.Disagreement(
                title=text(one.title), text=text(one.text), **_backed(one)
            )
            for one in level.disagreements
        ],
        good_to_know=exceptions(say, level),
        not_known=_statements(say, level.not_known),
        questions=[
            shape.Question(
                ask=text(one.ask), why=text(one.why), listen_for=text(one.listen_for)
            )
            for one in level.questions
        ],
        faq=[_answer(say, one) for one in level.faq],
        next_step=text(level.next_step),
        **_review(say, level.review),
    )


def _figures(say: Speaker, level: Level) -> shape.Figures:
    known = claims(say, level)
    return shape.Figures(
        **{
            name: [
                _claim(say, name, row.claim, row.number) for row in known.get(name, [])
            ]
            for name in FIGURES
        }
    )


def _claim(say: Speaker, figure: str, claim: Claim, text: str) -> shape.Claim:
    return shape.Claim(
        text=text,
        whose=_whose(say, claim.whose),
        audience=claim.who,
        headline=claim.headline,
        min=_amount(claim.min),
        max=_amount(claim.max),
        under=_amount(claim.under),
        unit=claim.unit if isinstance(claim, LengthClaim) else figure,
        counts=claim.counts,
        note=say.text(claim.note) if claim.note else None,
        **_backed(claim),
    )


def _amount(value: float | None) -> int | float | None:
    """Return a number as people write it: 9 rather than 9.0."""
    return int(value) if value is not None and value == int(value) else value


def _whose(say: Speaker, id: str) -> shape.Whose:
    authority = say.authorities[id]
    return shape.Whose(id=id, name=authority.name, kind=authority.kind)


def _medical(say: Speaker, medical: MedicalBackup) -> shape.Medical:
    grade = say.supervision[medical.grade]
    return shape.Medical(
        grade=medical.grade,
        name=grade.name,
        text=say.text(medical.text),
        **_backed(medical),
    )


def _service(say: Speaker, use: ServiceUse) -> shape.ServiceUse:
    note = say.text(use.note) if use.note else None
    url = f"{say.publication.url}{at('services')}#{use.service}"
    return shape.ServiceUse(
        id=use.service,
        name=say.services[use.service].name,
        part=use.part,
        url=url,
        note=note,
        **_backed(use),
    )


def _statements(say: Speaker, lines: Iterable[Statement]) -> list[shape.Statement]:
    return [
        shape.Statement(
            title=one.title and say.text(one.title),
            text=say.text(one.text),
            **_backed(one),
        )
        for one in lines
    ]


def _steps(say: Speaker, steps: Iterable[Step]) -> list[shape.Step]:
    return [
        shape.Step(
            to=one.to,
            name=say.levels[one.to].short,
            when=say.text(one.when),
            **_backed(one),
        )
        for one in steps
    ]


def _numbering(say: Speaker, one: Numbering) -> shape.NameInStandard:
    note = say.text(one.note) if one.note else None
    return shape.NameInStandard(
        standard=_whose(say, one.standard),
        number=one.number,
        title=one.title,
        note=note,
        **_backed(one),
    )


def _answer(say: Speaker, one: Answer) -> shape.Answer:
    return shape.Answer(
        id=one.id,
        question=one.q,
        answer=say.text(one.a),
        url=f"{say.publication.url}{at('faq')}#{one.id}",
        **_backed(one),
    )


def _glossary(say: Speaker) -> shape.Glossary:
    words = [
        shape.Word(
            id=word.id,
            term=word.term,
            stands_for=word.stands_for,
            also=word.also,
            meaning=say.text(word.meaning),
            level=word.level,
            url=f"{say.publication.url}{at('words')}#{word.id}",
            **_backed(word),
        )
        for word in sorted(say.content.words, key=lambda word: word.term.casefold())
    ]
    return shape.Glossary(
        words=words, **_opening(say, "glossary", at("words"), say.content.review)
    )


def _sources(say: Speaker) -> shape.Sources:
    sources = [
        shape.Source(
            id=source.id,
            kind=source.tier,
            publisher=source.publisher,
            title=source.title,
            date=source.date,
            url=source.url,
            no_url=source.no_url,
            note=source.note,
            page=f"{say.publication.url}{at('sources')}#{source.id}",
        )
        for source in say.content.sources
    ]
    return shape.Sources(
        sources=sources, **_opening(say, "sources", at("sources"), say.content.review)
    )


def _index(say: Speaker) -> shape.Index:
    listed = [
        shape.Listed(
            kind=file.kind,
            name=file.name,
            url=say.publication.url + file.path,
            media_type=MEDIA[file.path.rpartition(".")[2]],
            described_by=say.publication.url + file.schema if file.schema else None,
        )
        for file in files(say)
    ]
    return shape.Index(
        documents=listed, **_opening(say, "index", at("api"), say.content.review)
    )


def table(say: Speaker) -> Iterator[list[str]]:
    """Yield the matrix as rows of text: the names of the columns, then one row for each level.

    Each question has three columns: the answer, whose number it is, and the addresses of its sources.
    """
    rows = matrix_of(say).rows
    columns = [
        (f"called_by_{row.id}" if row.id in say.authorities else row.id) for row in rows
    ]
    yield [
        "id",
        "name",
        "acronym",
        "place",
        "url",
        "checked",
        "licence",
        *(f"{name}{end}" for name in columns for end in ("", "_whose", "_sources")),
    ]
    for level in say.content.levels:
        url, day = (
            say.publication.url + at("level", level.id),
            level.review.checked.isoformat(),
        )
        cells = [row.cells[level.id] for row in rows]
        answers = [
            text
            for cell in cells
            for text in (
                " · ".join((cell.text, *cell.small)),
                cell.whose,
                _found_at(say, cell.sourced),
            )
        ]
        yield [
            level.id,
            level.name,
            level.acronym or "",
            level.place,
            url,
            day,
            LICENCE[0],
            *answers,
        ]


def _found_at(say: Speaker, sourced: Iterable[Sourced]) -> str:
    """Return where the sources of a cell are found, with a space between; for one without an address, where our page says why."""
    ids = sources_of(sourced)
    return " ".join(
        say.sources[id].url or f"{say.publication.url}{at('sources')}#{id}"
        for id in ids
    )
