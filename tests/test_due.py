"""Review dates: what falls due when, and what readers are told when it has passed."""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache

import cases
import due as door
import made
import pytest
from building import DAY
from contents import content_of, english, site_files
from continuum import load
from continuum.editors.due import as_markdown, due, for_people
from continuum.outputs.pages.levels import home
from continuum.rendering.output import Page
from continuum.rendering.renderer import Renderer
from continuum.settings import Publication
from continuum.views.speaking import Speaker, together

ADDRESS = "https://levels-of-care.example/"
END = (
    "Last checked January 5, 2026."
    " The next check was due on January 5, 2027 and is not done yet."
)
SAID = "Facts here were due for a check on January 5, 2027. They may be out of date."


@cache
def files(today: date, text: str = cases.SOUND) -> dict[str, str]:
    """Return every page, piece and copy of a site built on a day, by its path."""
    made_files = site_files(
        content_of(text),
        english(),
        Publication(ADDRESS, today=today),
    )
    return {
        file.path: file.html if isinstance(file, Page) else file.body.decode()
        for file in made_files
    }


def for_readers(found: dict[str, str]) -> dict[str, str]:
    """Return what readers look at: pages, pieces and copies, but not what only leads to another
    page.
    """
    shown = {
        path: text
        for path, text in found.items()
        if path.endswith((".html", "copy.txt"))
    }
    return {
        path: text for path, text in shown.items() if 'http-equiv="refresh"' not in text
    }


def with_review(name: str, **changes: str) -> str:
    """Return the sound file with other dates at one level."""
    data = made.sound()
    for level in data["levels"]:
        if level["id"] == name:
            level["review"] |= changes
    return made.text_of(data)


def test_what_is_due_first_stands_first():
    """The list is sorted by day; what is late comes first, then what is due soon, then the rest."""
    data = made.sound()
    for level, day in zip(
        data["levels"],
        ("2026-09-01", "2026-05-31", "2026-06-01", "2026-07-31"),
        strict=True,
    ):
        level["review"]["next"] = day
    text = made.text_of(data)
    entries = due(content_of(text), date(2026, 6, 1))
    assert [(entry.what, entry.left) for entry in entries[:4]] == [
        (data["levels"][1]["name"], "1 day late"),
        (data["levels"][2]["name"], "today"),
        (data["levels"][3]["name"], "60 days left"),
        (data["levels"][0]["name"], "92 days left"),
    ]
    groups = [line for line in for_people(entries) if line and not line.startswith(" ")]
    assert groups == [
        "Overdue: 1",
        "Due in the next 60 days: 2",
        f"Due later: {len(entries) - 3}",
    ]
    lines = text.split("\n")
    assert all(
        "review:" in lines[entry.line - 1] or "checked:" in lines[entry.line - 1]
        for entry in entries
    )


def test_everything_with_a_review_is_on_the_list(loaded):
    """Each level, each topic and the file as a whole is on the list, once."""
    continuum = loaded[0]
    names = [
        "The file as a whole",
        *(level.name for level in continuum.levels),
        *(topic.title for topic in continuum.topics),
    ]
    assert sorted(
        entry.what for entry in due(continuum, date.fromisoformat(DAY))
    ) == sorted(names)


def test_names_are_text_in_the_list():
    """A name that looks like markup or calls someone is text in the Markdown, and stays in its
    cell.
    """
    data = made.replaced(made.sound(), "a | b\n@everyone <img src=x> `c` [x](y)")
    page = "\n".join(as_markdown(due(content_of(made.text_of(data)), date(2026, 6, 1))))
    rows = [line for line in page.split("\n") if line.startswith("| 20")]
    assert len(rows) == 6
    assert [row for row in rows if len(re.findall(r"(?<!\\)\|", row)) != 6] == []
    assert not re.search(r"(?<!\\)[`\[\]]|[<>]|@\w", page)


@pytest.mark.parametrize("result", [0, 1])
def test_the_list_tells_a_job_whether_something_is_late(result, capsys, monkeypatch):
    """It returns 1 from the day after the first one is due."""
    sound = cases.CASES / "sound.yaml"
    monkeypatch.setenv("TODAY", ("2027-01-05", "2027-01-06")[result])
    assert door.main([], sound) == result
    assert ("Overdue: 6\n" in capsys.readouterr().out) == bool(result)
    assert door.main(["--format", "markdown"], sound) == result
    assert ("### Overdue: 6\n" in capsys.readouterr().out) == bool(result)


def test_a_list_that_cannot_be_made_says_why(capsys, tmp_path):
    """Content with problems, and a form that does not exist, return 2."""
    broken = tmp_path / "levels.yaml"
    broken.write_text(cases.changed("sources_are_used"), encoding="utf-8")
    assert door.main([], broken) == 2
    assert "1 problem in levels.yaml" in capsys.readouterr().err
    with pytest.raises(SystemExit) as ended:
        door.main(["--format", "xml"])
    assert ended.value.code == 2


def test_readers_see_it_under_the_title():
    """From the day after a check was due, every page, piece and copy says so after its title, once
    and before anything else.
    """
    shown = for_readers(files(date(2027, 1, 6)))
    assert len(shown) > 60
    for path, text in shown.items():
        if path == "embed/ready/index.html":
            continue
        title = "h2" if path.startswith("embed/v1/") else "h1"
        start = r"<p(?: class=\"overdue\")?(?: data-search-exclude)?>(?:<strong>)?"
        note = rf"</{title}>\s*{start}{re.escape(SAID)}(?:</strong>)?</p>"
        assert re.search(note, text), path
        assert text.count(SAID) == (2 if path == "embed/index.html" else 1), (
            path
        )  # the builder holds a copy to paste


def test_nothing_is_said_before_that_day():
    """On the day on which the check is due, and on every day before, the same content gives the
    same bytes and no such note.
    """
    early, late = files(date(2026, 1, 5)), files(date(2027, 1, 5))
    assert early == late
    continuum, words = load(cases.CASES / "sound.yaml")
    assert Speaker(continuum, words, Publication()).overdue(continuum.review) == ""
    assert not any(
        "out of date" in text or "not done yet" in text
        for path, text in for_readers(early).items()
    )


def test_a_page_s_end_does_not_promise_what_has_passed():
    """At the end of an overdue page stands that its check was due and is not done; a copy names the
    next check only while it is to come.
    """
    late, early = files(date(2027, 1, 6)), files(date(2027, 1, 5))
    for path, text in late.items():
        if not path.startswith("embed/v1/") and "Last checked" in text:
            assert END in text or path == "quality.md", path
            assert "Next check due" not in text, path
    copy = "embed/v1/levels/low/copy.txt"
    assert (
        "Facts checked January 5, 2026. Next check due January 5, 2027." in early[copy]
    )
    assert "Next check due" not in late[copy]
    assert "January 5, 2027, overdue" in late["quality/index.html"]
    assert ", overdue" not in early["quality/index.html"]


def test_one_overdue_level_is_told_where_its_facts_stand():
    """A late level marks its own pages and all that compares or lists levels; other levels and the
    questions stay as they are.
    """
    shown = for_readers(files(date(2026, 6, 1), with_review("low", next="2026-05-31")))
    marked = {
        path
        for path, text in shown.items()
        if "were due for a check on May 31, 2026" in text
    }
    assert {
        "levels/low/index.html",
        "print/low/index.html",
        "compare/low-vs-middle/index.html",
        "levels/index.html",
        "index.html",
        "hours/index.html",
        "week/index.html",
    } <= marked
    assert {
        "embed/v1/levels/low/index.html",
        "embed/v1/levels/index.html",
        "embed/v1/compare/low-vs-high/index.html",
    } <= marked
    assert not {path for path in marked if "low" not in path} & {
        "levels/middle/index.html",
        "faq/index.html",
        "embed/v1/levels/middle/index.html",
    }
    assert not {path for path in marked if "middle-vs-high" in path}


def test_reviews_that_are_put_together_claim_the_least():
    """For several levels the oldest check and the first one due count, and a clinician is named
    only where each has one.
    """
    text = with_review("low", next="2026-07-01", state="clinician", by="A. Lee, MD")
    low, other = (level.review for level in content_of(text).levels[:2])
    both = together([low, other])
    assert (both.checked, both.next, both.state, both.by) == (
        date(2026, 1, 5),
        date(2026, 7, 1),
        "editor",
        None,
    )
    assert together([low, low]).by == "A. Lee, MD"
    two = together([low, low.model_copy(update={"by": "B. Roy, DO"})])
    assert two.by == "A. Lee, MD, B. Roy, DO"


def test_it_is_said_in_the_language_of_the_site(tmp_path):
    """An overdue page of a site in another script says so in that script."""
    content, words = made.arabic(tmp_path)
    continuum, spoken = load(content, words)
    (page,) = home(
        Renderer(
            Speaker(continuum, spoken, Publication(ADDRESS, today=date(2040, 1, 1)))
        )
    )
    said = spoken("page.overdue", day=spoken.day(continuum.review.next))
    assert said in page.html
    assert not re.search("[A-Za-z]", re.sub(r"\{\w+\}|[0-9]", "", said))


def test_the_data_say_the_day_and_no_more():
    """The JSON is the same on every day: it has the date of the next check, and programs have a
    clock.
    """
    early, late = files(date(2027, 1, 5)), files(date(2027, 1, 6))
    data = [
        path for path in early if path.startswith("api/") and path.endswith(".json")
    ]
    assert data
    assert [path for path in data if early[path] != late[path]] == []
    assert json.loads(late["api/v1/levels/low.json"])["next_check"] == "2027-01-05"
