"""The forty bad inputs, with their variants: each is refused with exactly the report kept beside
it, and what is sound is taken.
"""

from __future__ import annotations

import os
import re
from datetime import date

import bad_inputs
import pytest
from bad_inputs import ACCEPTED, BAD, NAMES, WHOLE
from cases import CASES
from contents import content_of, subject
from continuum.language.grade import grade_of
from continuum.model.base import Model, Sourced
from continuum.model.content import Content
from continuum.model.site import Comparison
from continuum.reading.characters import decode
from continuum.report.problem import ContentError, Findings
from continuum.rules import check

SAID = re.compile(r"^   ([^|\s].*)\n   (?:Fix|Better): (.*)$", re.M)
TODAY = date(2026, 1, 6)


def read(raw: bytes) -> Content:
    """Return the checked content of these bytes. Raises ContentError as the build would; advice
    stops nothing and is left out.
    """
    text = decode(raw, "levels.yaml")
    continuum = content_of(text)
    found = Findings(check(subject(continuum, TODAY)), "levels.yaml", text)
    if found.faults:
        raise ContentError(Findings(found.faults, "levels.yaml", text))
    return continuum


def problems(name: str) -> ContentError:
    """Return what is wrong with a bad input."""
    with pytest.raises(ContentError) as caught:
        read(bad_inputs.bytes_of(name))
    return caught.value


def test_the_whole_file_is_sound_and_holds_every_kind_of_value():
    """The file that all inputs start from breaks no rule, and each field of each group stands in it
    once.
    """
    found: dict[type, set[str]] = {}
    for group in read(WHOLE.encode()).everything:
        for kind in type(group).__mro__:
            found.setdefault(kind, set()).update(group.model_fields_set)
    lacking = {
        f"{kind.__name__}.{name}"
        for kind in found
        if isinstance(kind, type) and issubclass(kind, Model)
        for name in set(kind.model_fields) - found[kind] - set(Sourced.model_fields)
    }
    assert lacking - {
        "Claim.id",
        "LengthClaim.under",
        "LengthClaim.until",
        "LengthClaim.note",
        "LengthClaim.counts",
    } == {
        "Content.comparisons",
        "DeclaredException.neighbor",
    }
    assert Comparison not in found  # three levels are due; an input of its own has one


@pytest.mark.parametrize("name", NAMES)
def test_a_bad_input_gives_exactly_its_report(name):
    """Each gives the report kept beside it: line and column, the line with the spot underlined, the
    way there, what is wrong, what to type.
    """
    found = str(problems(name)) + "\n"
    kept = BAD / f"{name}.txt"
    if os.environ.get("WRITE_CASES"):
        kept.write_text(found, encoding="utf-8")
    assert found == kept.read_text(encoding="utf-8")


def test_every_report_belongs_to_an_input():
    """No report is left over, and all forty ways are there."""
    assert sorted(path.stem for path in BAD.glob("*.txt")) == NAMES
    assert {name[:2] for name in [*NAMES, *ACCEPTED]} == {
        f"{number:02}" for number in range(1, 41)
    }


@pytest.mark.parametrize("name", ACCEPTED)
def test_what_is_only_saved_in_another_way_is_accepted(name):
    """A byte order mark at the start and other line ends change nothing."""
    assert read(ACCEPTED[name](WHOLE)).model_dump() == read(WHOLE.encode()).model_dump()


@pytest.mark.parametrize("folder", [BAD, CASES])
def test_reports_are_easy_to_read(folder):
    """What is wrong and what to do read at grade 8 or below; what is quoted or to be typed counts
    as one short word.
    """
    said = {
        spoken(*found)
        for kept in folder.glob("*.txt")
        for found in SAID.findall(kept.read_text(encoding="utf-8"))
    }
    assert len(said) > 20
    assert {text: grade for text in said if (grade := grade_of(text)) > 8} == {}


def spoken(text: str, fix: str) -> str:
    """Return a report as two sentences, with one short word for each thing quoted or named."""
    said = f"{text.rstrip('.')}. {fix[:1].upper()}{fix[1:].rstrip('.')}."
    said = re.sub(r"“[^”]*”|\"[^\"]*\"|https://\S*|\{\{.*?\}\}|\(U\+\w+\)", "it", said)
    return re.sub(
        r"(- )?\b[a-z_]+: (\[.*?\]|\{.*?\}|\S+)(?= and | or |$|[.,])|[a-z]+_[a-z_]+|[<=>]{7}",
        "it",
        said,
    )
