"""Every field of the model says what it is, leads where it says, and is shown to someone."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Annotated, Any, Literal, get_args, get_origin

import bad_inputs
import made
import pytest
from building import ROOT, SITE
from contents import english, site_files, subject
from continuum.editors.help import kinds, model_in
from continuum.model.base import Model
from continuum.model.content import Content
from continuum.model.marks import (
    AsItStands,
    Id,
    Mark,
    Names,
    PointsTo,
    Prose,
    Quoted,
    Ref,
    Text,
    Url,
    Voice,
    marked,
)
from continuum.reading.read import read_content
from continuum.reading.tree import locate
from continuum.rendering.output import Output, Page
from continuum.rules.ids import NAMED, ids_are_unique, ids_resolve
from continuum.settings import Publication
from pydantic import Field

MODELS = [kind.model for kind in kinds()]
SORTS = (Voice, PointsTo, Names, AsItStands)  # a text is one of these
LEVELS = Ref.__class_getitem__("levels")
SIGN = re.compile(r"\bzq\d+x\b", re.I)  # a list may give it a capital
# Where a field is read that readers do not see as a text.
READERS = [
    *(ROOT / "scripts" / "continuum" / "views").rglob("*.py"),
    *(ROOT / "scripts" / "continuum" / "rendering").rglob("*.py"),
    *(ROOT / "scripts" / "continuum" / "outputs").rglob("*.py"),
    *(ROOT / "overrides" / "templates").rglob("*.j2"),
]
# What no output shows, each with its reason.
TEXTS_FOR_EDITORS = {
    "DeclaredException.rule": "names the rule that is broken; readers get the reason",
    "Supervision.meaning": "tells editors which grade to choose; readers see its name, "
    "and what each level says of its own backup",
}
OTHERS_FOR_EDITORS = {
    "DeclaredException.neighbor": "says which of two levels a rule is broken with; "
    "readers get the reason",
}


def marks_of_texts(form: Any, above: tuple[Any, ...]) -> Iterator[list[Mark]]:
    """Yield, for each text that a type holds, the marks that say what it is."""
    if form is str:
        yield [mark for mark in above if isinstance(mark, SORTS)]
    elif get_origin(form) is Annotated:
        inner, *metadata = get_args(form)
        yield from marks_of_texts(inner, (*above, *metadata))
    elif get_origin(form) is not Literal:
        for part in get_args(form):
            yield from marks_of_texts(part, above)


def undeclared(model: type[Model]) -> list[str]:
    """Return the fields of a kind of group with a text that does not say what it is, or says it
    twice.
    """
    return [
        f"{model.__name__}.{name}"
        for name, field in model.model_fields.items()
        for marks in marks_of_texts(field.annotation, tuple(field.metadata))
        if len(marks) != 1
    ]


def test_every_text_says_what_it_is():
    """Each text of the model is prose, a quotation, a question, an id that points somewhere, or
    stands as it is.
    """
    assert len(MODELS) > 30
    assert [name for model in MODELS for name in undeclared(model)] == []


@pytest.mark.parametrize(
    ("form", "told"),
    [
        (str, True),
        (Text, True),
        (list[str], True),
        (Text | None, True),
        (Annotated[str, Field(max_length=9)], True),
        (Annotated[Prose, AsItStands()], True),
        (Prose | None, False),
        (list[Quoted], False),
        (list[LEVELS], False),
        (Annotated[Id, Field(max_length=9)], False),
        (Url, False),
        (Literal["one", "two"], False),
        (float, False),
    ],
)
def test_a_new_text_that_says_nothing_of_itself_is_told(form, told):
    """A field that is planted into the model is told by its name where its type says nothing, or
    two things.
    """

    class Planted(Model):
        """A group with a new field."""

        __annotations__ = {"remark": form}

    assert undeclared(Planted) == (["Planted.remark"] if told else [])


def lists_of_ids() -> set[str]:
    """Return the lists of the file whose items have ids."""
    found = set()
    for name, field in Content.model_fields.items():
        inner = model_in(field.annotation)
        several = get_origin(field.annotation) is list
        if several and inner and "id" in inner.model_fields:
            found.add(name)
    return found


def pointing() -> dict[str, str]:
    """Return each field that points to an item of a list, with the name of that list."""
    return {
        f"{model.__name__}.{name}": mark.list
        for model in MODELS
        for name, mark in marked(model, PointsTo).items()
    }


def test_every_pointer_leads_to_a_list_with_ids():
    """Each id that points elsewhere names a list of the file whose items have ids, and the rules
    know what to call one.
    """
    assert len(pointing()) >= 12
    assert {
        name: list for name, list in pointing().items() if list not in lists_of_ids()
    } == {}
    assert set(NAMED) == lists_of_ids()


def whole() -> dict[str, Any]:
    """Return a file that holds every field, as plain values."""
    data = locate(bad_inputs.WHOLE).plain()
    low, middle = data["levels"]
    middle["exceptions"][0]["neighbor"] = low["id"]
    high = copy.deepcopy(middle) | {"id": "high", "addresses": [], "faq": []}
    data["levels"].append(high)
    data["comparisons"] = [{"levels": [level["id"] for level in data["levels"]]}]
    return data


def judged(data: dict[str, Any]):
    """Return what rules judge: plain values as content."""
    return subject(read_content(locate(made.text_of(data))))


def test_every_pointer_is_resolved():
    """Each id that points elsewhere is reported where it leads nowhere; where all lead somewhere,
    none is.
    """
    assert list(ids_resolve(judged(whole()))) == []
    data, planted = whole(), {}
    for model, name, group in made.fields(data):
        if name in marked(model, PointsTo):
            lost = f"nowhere-{len(planted)}"
            several = get_origin(model.model_fields[name].annotation) is list
            group[name] = [lost, *group.get(name, [])[1:]] if several else lost
            planted[lost] = f"{model.__name__}.{name}"
    said = "\n".join(fault.problem.text for fault in ids_resolve(judged(data)))
    assert {planted[lost] for lost in planted if f"“{lost}”" not in said} == set()
    assert set(planted.values()) >= set(pointing()) - {
        "Sourced.sources",
        "Sourced.secondhand",
    }


def test_every_id_of_a_list_is_its_own():
    """In each list of the file, a second item of the same id is reported."""
    data = whole()
    for name in lists_of_ids():
        data[name] = [data[name][0], *data[name]]
    found = {
        fault.problem.path.split(" > ")[0] for fault in ids_are_unique(judged(data))
    }
    assert lists_of_ids() - found == set()


def signed() -> tuple[dict[str, Any], dict[str, str]]:
    """Return a file in which every text is a sign of its own, and the field of each sign.

    A field that stands nowhere in the file is added, so that a new one is there too.
    """
    data, signs = whole(), {}
    held = {(model, name) for model, name, group in made.fields(data) if name in group}

    def sign(field: str, text: str) -> str:
        made_up = f"zq{len(signs)}x"
        signs[made_up] = field
        return f"https://{made_up}.example/" if text.startswith("http") else made_up

    for model, name, group in list(made.fields(data)):
        field = f"{model.__name__}.{name}"
        if not is_text(model, name) or name == "language":
            continue
        if name not in group and (model, name) in held:
            continue
        several = get_origin(model.model_fields[name].annotation) is list
        texts = group.get(name, [""] if several else "")
        group[name] = (
            [sign(field, text) for text in texts] if several else sign(field, texts)
        )
    return data, signs


def is_text(model: type[Model], name: str) -> bool:
    """Return whether a field holds texts, and not only ids."""
    return name in marked(model, Voice) or name in marked(model, AsItStands)


def said(file: Output | Page) -> str:
    """Return all that a file says."""
    if isinstance(file, Page):
        return f"{file.title}\n{file.description}\n{file.html}"
    return file.body.decode("utf-8", "replace")


def test_every_text_is_shown():
    """Each text of a file that holds every field stands on a page, in a piece or in the data, but
    for those that are for editors.
    """
    data, signs = signed()
    content = read_content(locate(made.text_of(data)))
    # The menu is in the frame, which another test holds.
    shown = {topic.menu for topic in content.topics if topic.menu}
    for file in site_files(content, english(), Publication(SITE)):
        shown.update(sign.lower() for sign in SIGN.findall(said(file)))
    assert len(signs) > 100
    assert {signs[sign] for sign in signs if sign not in shown} == set(
        TEXTS_FOR_EDITORS
    )


def test_every_other_field_is_read_by_what_shows_it():
    """Each id, number, day and choice of the model is asked for, by its name, where pages, pieces
    and data are made.
    """
    code = "\n".join(path.read_text(encoding="utf-8") for path in READERS)
    known = set(re.findall(r"(?<=[.\"'])[a-z_]+\b", code))
    assert {
        f"{model.__name__}.{name}"
        for model in MODELS
        for name in model.model_fields
        if not is_text(model, name) and name not in known
    } == set(OTHERS_FOR_EDITORS)
