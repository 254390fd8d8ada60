"""What editors are told of mistakes that the preview meets: the file, its line, what to do."""

from __future__ import annotations

import pytest
from continuum.report.problem import ContentError
from jinja2 import DictLoader, Environment, TemplateNotFound
from preview.explain import explained
from preview.pages import settings_at

ADDRESS = "http://127.0.0.1:8000/"


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("site_url: a\nextra: [\n", 3, "expected the node content"),
        ("site_url: a\nmarkdown_extensions: [none-such]\n", 1, "none-such"),
        ("extra: many\n", 1, "'str' object has no attribute"),
    ],
)
def test_settings_that_cannot_be_read_are_named(text, line, said, tmp_path):
    """What is wrong with the settings is a problem of their file, with its line if it is known."""
    file = tmp_path / "mkdocs.yml"
    file.write_text(text)
    with pytest.raises(ContentError) as caught:
        settings_at(ADDRESS, file)
    problem = caught.value.findings.problems[0]
    assert (caught.value.findings.file, problem.place.line) == ("mkdocs.yml", line)
    assert problem.text.startswith("The settings cannot be read. ")
    assert said in problem.text


def test_our_own_mistake_is_told_as_ours(capsys, tmp_path):
    """A mistake of the program is named as one, without blame; the terminal has all of it."""
    with pytest.raises(IndexError) as caught:
        [][1]
    found = explained(caught.value, tmp_path)
    said = "The program itself made a mistake (IndexError: list index out of range)."
    assert found.problems[0].text.startswith(said)
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("do", "file", "said"),
    [
        (
            lambda root: (root / "content" / "levels.yaml").read_text(),
            "content/levels.yaml",
            "The file cannot be read: No such file or directory.",
        ),
        (
            lambda root: (root / "docs" / "bad.md").read_text(encoding="utf-8"),
            "docs/bad.md",
            "A letter here, perhaps “é”, is not saved as UTF-8.",
        ),
        (
            lambda root: Environment(loader=DictLoader({})).get_template(
                "pages/gone.html.j2"
            ),
            "gone.html.j2",
            "This template is not there.",
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_named(do, file, said, tmp_path):
    """A file that is gone, or not saved as UTF-8, and a template that is gone, are named."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "bad.md").write_bytes("é".encode("latin-1"))
    with pytest.raises((OSError, UnicodeDecodeError, TemplateNotFound)) as caught:
        do(tmp_path)
    found = explained(caught.value, tmp_path)
    assert (found.file, found.problems[0].text) == (file, said)
