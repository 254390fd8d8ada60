"""The preview's eye on the files, and what it understands of mistakes. What a browser shows of it
is in `browser/test_preview.py`.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import serve
from building import english
from continuum.language.phrases import MissingPhrase, UnfillablePhrase
from continuum.report.panel import NEAR, panel
from continuum.report.problem import Findings, Place, Problem
from jinja2 import DictLoader, Environment, TemplateNotFound


class Clock:
    """A clock that a test moves."""

    now = 100.0

    def monotonic(self) -> float:
        """Return the time in seconds."""
        return self.now


@pytest.fixture
def clock(monkeypatch) -> Clock:
    """The clock that the preview goes by."""
    made = Clock()
    monkeypatch.setattr(serve, "time", made)
    return made


@pytest.fixture
def file(tmp_path) -> Path:
    """A file of content that is watched."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "levels.yaml").write_text("good")
    return tmp_path / "content" / "levels.yaml"


def looks(watch: serve.Watch, clock: Clock, seconds: float) -> int:
    """Return how often the watch tells of a change, in so many seconds."""
    told = 0
    for _ in range(round(seconds / serve.LOOK)):
        told += watch.changed()
        clock.now += serve.LOOK
    return told


def test_each_edit_is_told_once(file, clock):
    """A file that was changed, added or taken away is told once, when it has stood still."""
    watch = serve.Watch(file.parents[1])
    file.write_text("better")
    assert watch.changed() is False
    clock.now += 2 * serve.STILL
    assert watch.changed() is True
    assert looks(watch, clock, 3) == 0
    (file.parent / "more.yaml").write_text("more")
    assert looks(watch, clock, 3) == 1
    (file.parent / "more.yaml").unlink()
    assert looks(watch, clock, 3) == 1


def test_a_file_that_is_saved_in_steps_or_unchanged_is_no_news(file, clock):
    """A file that is empty or gone for a moment before it is what it was, or a spare copy beside
    it, is not told; one that stays empty is.
    """
    watch = serve.Watch(file.parents[1])
    for spoil in (
        lambda: file.write_text(""),
        file.unlink,
        lambda: None,
        (file.parent / ".levels.yaml.swp").touch,
        (file.parent / "levels.yaml~").touch,
    ):
        spoil()
        assert looks(watch, clock, serve.RETURN / 2) == 0
        file.write_text("good")
        assert looks(watch, clock, 3) == 0
    file.write_text("")
    assert looks(watch, clock, serve.RETURN / 2) == 0
    assert looks(watch, clock, serve.RETURN) == 1


def test_our_own_mistake_is_told_as_ours(capsys, tmp_path):
    """A mistake of the program is named as one, without blame; the terminal has all of it."""
    try:
        [][1]
    except IndexError as error:
        found = serve.understood(error, tmp_path)
    assert found.problems[0].text.startswith(
        "The program itself made a mistake (IndexError: list index out of range)."
    )
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
    found = serve.understood(caught.value, tmp_path)
    assert (found.file, found.problems[0].text) == (file, said)


def template(markup: str) -> str:
    """Return what a page of this markup says, with the English phrases."""
    page = Environment(loader=DictLoader({"page": markup})).get_template("page")
    return page.render(words=english().phrases)


@pytest.mark.parametrize(
    ("markup", "way", "text", "fix"),
    [
        (
            "{{ words('site.nobody') }}",
            "site.nobody",
            "The words for “site.nobody” are missing.",
            "add them, or correct the name that was “nobody”.",
        ),
        (
            "{{ words('range.between', min=1, count=2) }}",
            "range.between",
            "This pattern cannot be filled in: 'max'",
            "close each brace; the holes that can be filled here: {min}, {count}.",
        ),
    ],
)
def test_a_phrase_that_fails_a_page_is_told_in_its_own_file(
    markup, way, text, fix, tmp_path
):
    """A phrase that a page asks for in vain, or that it cannot fill, is told with its place among
    the phrases.
    """
    with pytest.raises((MissingPhrase, UnfillablePhrase)) as caught:
        template(markup)
    found = serve.understood(caught.value, tmp_path)
    (problem,) = found.problems
    assert (found.file, problem.path, problem.text, problem.fix) == (
        "en.yaml",
        way,
        text,
        fix,
    )
    name = way.split(".")[0 if "missing" in text else 1]
    line = found.source.split("\n")[problem.place.line - 1]
    assert line.strip().startswith(f"{name}:")


def test_the_list_shows_the_spot_in_a_long_line():
    """A line is shown around the spot, cut where it is long; titles count problems before
    suggestions, and files where there are several.
    """
    long = "a" * 200 + "bad" + "c" * 200
    problem, advice = (
        Problem(Place(2, 201, 3), "x > y", "No.", "Yes."),
        Problem(Place(1, 1), "", "Hm.", "So.", advice=True, file="w.yaml"),
    )
    shown = panel(
        Findings([problem, advice], "l.yaml", f"first\n{long}", {"w.yaml": ""})
    )
    assert (shown.title, shown.files) == ("1 problem in l.yaml", 2)
    assert (
        shown.problems[0].before,
        shown.problems[0].spot,
        shown.problems[0].after,
    ) == ("…" + "a" * NEAR, "bad", "c" * NEAR + "…")
    assert (shown.problems[0].way, shown.advice[0].spot) == ("x › y", "")
    assert (
        panel(
            Findings(
                [problem, Problem(Place(), "", "", "", file="w.yaml")],
                "l.yaml",
                "",
                {"w.yaml": ""},
            )
        ).title
        == "2 problems in 2 files"
    )
    assert (
        panel(Findings([advice], "l.yaml", "", {"w.yaml": ""})).title
        == "1 suggestion in w.yaml"
    )
    assert panel(Findings([])) is None
