"""YAML that other programs saved: where it means the same, it is read as the same.

The files in `other_tools/` were saved once by ruamel.yaml 0.19, PyYAML 6.0, js-yaml 4, `yaml` 2 and
prettier 3, as these do by themselves and with lines of 60, 100 and 120 letters.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from contents import content_of
from continuum.reading.tree import locate
from continuum.report.problem import ContentError
from continuum.settings import CONTENT

FOLDER = Path(__file__).parent / "other_tools"
TYPED = FOLDER / "typed.yaml"
SAVED = sorted(file.name for file in FOLDER.glob("*-*.yaml"))
WIDTHS = (60, 72, 80, 100, 120)


def values(file: Path):
    """Return what a file says, as our reader reads it."""
    return locate(file.read_text(encoding="utf-8"), file.name).plain()


@pytest.mark.parametrize("name", SAVED)
def test_what_a_program_saved_is_read_as_it_was_typed(name):
    """No line that a program began with a word and a colon is taken for a name."""
    assert values(FOLDER / name) == values(TYPED)


def test_all_programs_are_there():
    """Five programs, each with four widths."""
    assert len(SAVED) == 20


@pytest.mark.parametrize("width", WIDTHS)
def test_the_real_file_can_be_saved_by_another_program(width):
    """The whole of it, folded at any width, is the same content."""
    text = CONTENT.read_text(encoding="utf-8")
    saved = yaml.dump(
        yaml.load(text, yaml.CSafeLoader),
        Dumper=yaml.CSafeDumper,
        allow_unicode=True,
        sort_keys=False,
        width=width,
    )
    assert content_of(saved).model_dump() == content_of(text).model_dump()


SWALLOWED = {
    "a quotation mark that the next one closes": (
        'a:\n  text: "You talk.\n  note: You listen"\n',
        "A quotation mark is opened here and not closed on its line.",
    ),
    "the same in a list": (
        "a:\n  - text: 'You talk.\n    sources: it is'\n",
        "A quotation mark is opened here and not closed on its line.",
    ),
    "a name inside a folded text": (
        "a:\n  in_short: >\n    You talk.\n    sources: [x]\n",
        "“sources:” was read as part of the text above it.",
    ),
}


@pytest.mark.parametrize("name", SWALLOWED)
def test_what_a_text_swallowed_is_still_told(name):
    """A name in the column of its group, or one that the file knows, was meant as a name."""
    text, said = SWALLOWED[name]
    with pytest.raises(ContentError) as caught:
        locate(text)
    assert said in {problem.text for problem in caught.value.findings.problems}
