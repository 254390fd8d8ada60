"""What templates became is kept, and never keeps a build from what the templates say now."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from continuum.rendering.compiled import Compiled
from jinja2 import Environment, FileSystemLoader

SETTINGS = {"autoescape": True}


@pytest.fixture
def templates(tmp_path, monkeypatch) -> Path:
    """A folder with one template, where Python keeps what it compiles."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    folder = tmp_path / "templates #1"
    folder.mkdir()
    (folder / "page.html.j2").write_text("<p>{{ said }}</p>")
    return folder


def rendered(templates: Path, **settings: object) -> str:
    """Return the page as a program that has just started makes it."""
    settings = SETTINGS | settings
    environment = Environment(
        loader=FileSystemLoader(templates),
        bytecode_cache=Compiled(templates, settings),
        **settings,
    )
    return environment.get_template("page.html.j2").render(said="<b>")


def kept(templates: Path) -> list[Path]:
    """Return the files with what was kept."""
    return list((templates / "__pycache__").glob("*"))


def test_templates_are_read_into_code_once(templates, monkeypatch):
    """The second program takes what the first one kept, and makes no code itself."""
    first = rendered(templates)
    assert len(kept(templates)) == 1

    monkeypatch.setattr(Environment, "compile", lambda *_: pytest.fail("made again"))
    assert rendered(templates) == first == "<p>&lt;b&gt;</p>"


def test_a_moved_folder_takes_it_along(templates, monkeypatch):
    """Nothing is made again, and an error is told where the template stands now."""
    (templates / "page.html.j2").write_text(
        "{% block all %}{{ 1 / said }}{% endblock %}"
    )
    with pytest.raises(TypeError):
        rendered(templates)
    moved = templates.rename(templates.parent / "moved")

    monkeypatch.setattr(Environment, "compile", lambda *_: pytest.fail("made again"))
    with pytest.raises(TypeError) as caught:
        rendered(moved)
    assert caught.traceback[-1].path == moved / "page.html.j2"


def test_a_template_that_was_changed_is_read_again(templates):
    """What was kept is of another text."""
    rendered(templates)
    (templates / "page.html.j2").write_text("<h1>{{ said }}</h1>")
    assert rendered(templates) == "<h1>&lt;b&gt;</h1>"


def test_what_other_settings_made_is_not_taken(templates):
    """Escaping is one of them."""
    rendered(templates, autoescape=False)
    assert rendered(templates) == "<p>&lt;b&gt;</p>"


@pytest.mark.parametrize("part", [0, 10, 60, -10])
def test_a_broken_file_is_made_anew(templates, part):
    """Power may have failed while it was written."""
    rendered(templates)
    [file] = kept(templates)
    file.write_bytes(file.read_bytes()[:part])
    assert rendered(templates) == "<p>&lt;b&gt;</p>"


def test_where_nothing_can_be_kept_pages_are_made_all_the_same(templates):
    """A file stands where the folder would: so it is refused to whoever asks, root too."""
    (templates / "__pycache__").write_text("")
    assert rendered(templates) == "<p>&lt;b&gt;</p>"


def test_nothing_is_kept_where_python_keeps_nothing(templates, monkeypatch):
    """PYTHONDONTWRITEBYTECODE and -B are obeyed."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    rendered(templates)
    assert kept(templates) == []


def test_it_is_kept_where_python_is_told_to(templates, monkeypatch, tmp_path):
    """PYTHONPYCACHEPREFIX is obeyed."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "elsewhere"))
    rendered(templates)
    assert kept(templates) == []
    assert list((tmp_path / "elsewhere").rglob("*.jinja"))
