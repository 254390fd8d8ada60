"""What visitors will see change: one row for each change, on pages that really change, in Markdown
that content cannot steer.
"""

from __future__ import annotations

import copy
import json
import os
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import cases
import diff as door
import made
import pytest
from contents import content_of, english
from continuum.addresses import address_of_path
from continuum.language.phrases import Phrases
from continuum.model.content import Content
from continuum.reading.tree import locate
from continuum.settings import CONTENT, WORDS, Publication
from continuum.versions.compare import compare
from continuum.versions.earlier.older import fitting
from continuum.versions.edit import DANGER, HELP, LOST_PAGE, UNSEEN, UNSOURCED, Diff
from continuum.versions.seen import EVERY, Version
from continuum.versions.table import report
from continuum.versions.walk import edits
from continuum.views.speaking import Speaker

KEPT = Path(__file__).parent / "diffs"
DAILY = "      - text: Evenings are full.\n"
TALK = "      - {service: talk, part: core, sources: [rule]}\n"
WALK = "      - {service: walk, part: may, sources: [rule]}\n"
SERVICES = TALK + WALK
WALKING = "  - {id: walk, name: Walk, meaning: You walk., sources: [rule]}\n"


def old() -> str:
    """Return the sound file with a second service at its second level, and more of a daily life."""
    text = cases.SOUND.replace(DAILY, DAILY + "      - text: Weekends are free.\n")
    text = text.replace("ask:\n  - {ask: What", f"{WALKING}ask:\n  - {{ask: What", 1)
    first, here, rest = text.partition("  - id: middle\n")
    return first + here + rest.replace(TALK, SERVICES, 1)


OLD = old()
HOUSE = re.search(r"  - id: house\n.*?(?=^services:)", OLD, re.S | re.M)[0]
LOW = re.search(r"  - id: low\n.*?(?=  - id: middle)", OLD, re.S)[0]
TOLD = (
    "sources:\n  - {id: rule",
    "changes:\n  - {date: 2026-02-01, what: The hours are new.}\nsources:\n  - {id: rule",
)

EDITS: dict[str, list[tuple[str, str]]] = {
    "six": [
        ("min: 41, max: 41", "min: 45, max: 45"),
        ("text: You travel.", "text: You travel by bus."),
        (
            "faq:\n  - {id: first",
            "faq:\n  - {id: price, q: What does it cost?, a: Ask them., sources: [rule]}\n"
            "  - {id: first",
        ),
        (LOW + "  - id: middle", "  - id: middle"),
        ("  - id: high\n", LOW + "  - id: high\n"),
        (SERVICES, "".join(reversed(SERVICES.splitlines(True)))),
        ("      - text: Weekends are free.\n", ""),
    ],
    "borrowed": [
        ("min: 9, max: 19, whose: standard", "min: 9, max: 18, whose: standard"),
        TOLD,
    ],
    "backing": [
        (
            "{who: everyone, min: 3, max: 4, whose: state, headline: true, sources: [rule]}",
            "{who: everyone, min: 3, max: 5, whose: state, headline: true, sources: [rule, count],"
            " basis: restated}",
        ),
        (
            "checked: 2026-01-05, next: 2027-01-05, state: editor}\n  - id: high",
            "checked: 2026-02-05, next: 2027-01-05, state: editor}\n  - id: high",
        ),
        TOLD,
    ],
    "renamed": [
        ("id: middle\n", "id: center\n"),
        ("to: middle", "to: center"),
        ("{{ middle.", "{{ center."),
    ],
    "gone": [(HOUSE, "")],
    "crisis": [('value: "988", words: Call 988', 'value: "999", words: Call 999')],
    "machines": [("addresses: [the-middle]", "addresses: [the-middle, middle-level]")],
    "hostile": [
        (
            "text: You travel.",
            'text: "| `a` **b** <img src=x> [c](https://d.example) @octocat #12 GH-7'
            ' www.e.example :tada: $f$ ~~g~~"',
        )
    ],
}


def views(text: str, words: Phrases | None = None) -> Speaker:
    """Return the views of a content, which need not keep every rule."""
    return Speaker(
        content_of(text),
        words or english(),
        Publication(),
    )


def edited(text: str, edits: list[tuple[str, str]]) -> str:
    """Return a text with edits made everywhere they fit; each must fit somewhere."""
    for was, will in edits:
        assert was in text, was
        text = text.replace(was, will)
    return text


@cache
def versions(name: str) -> tuple[Version, Version]:
    """Return the site before and after an edit, each rendered once for all tests."""
    return base(), Version(views(edited(OLD, EDITS[name])))


@cache
def base() -> Version:
    """Return the site that most edits start from."""
    return Version(views(OLD))


@cache
def found(name: str) -> Diff:
    """Return what an edit changes."""
    return compare(*versions(name))


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_is_reported_exactly(name):
    """An edit gives the report kept beside it. `WRITE_CASES=1` writes it anew; read it."""
    kept = KEPT / f"{name}.md"
    made_now = report(found(name))
    if os.environ.get("WRITE_CASES"):
        kept.write_text(made_now, encoding="utf-8")
    assert made_now == kept.read_text(encoding="utf-8")


def test_no_report_is_left_over():
    """Every kept report belongs to an edit."""
    assert {path.stem for path in KEPT.glob("*.md")} == set(EDITS)


def test_six_edits_are_six_rows():
    """A number, a text, a question put first, a level that moves, services in another order and a
    line less: six rows.
    """
    assert len(found("six").edits) == 6


@pytest.mark.parametrize(
    "text",
    [
        OLD,
        f"# A remark\n{OLD}",
        OLD.replace("text: You travel.", "text: >-\n          You\n          travel."),
    ],
)
def test_another_way_to_write_the_same_changes_nothing(text):
    """No edit, a remark, and a text wrapped in another way: nothing that visitors see changes."""
    assert (
        report(compare(base(), Version(views(text))))
        == "Nothing that visitors see changes.\n"
    )


class Reader(HTMLParser):
    """Gathers what is seen or heard of a page, in another way than the code does."""

    def __init__(self, html: str):
        super().__init__()
        self.said, self.silent = [], 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in ("script", "style")
        self.said += [
            value or ""
            for name, value in attrs
            if name in ("alt", "aria-label", "placeholder")
        ]

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        self.said += [] if self.silent else data.split()


@cache
def read(version: Version) -> dict[str, list[str]]:
    """Return what every page of the built site says."""
    return {
        path: [page.title, *Reader(page.html).said]
        for path, page in version.pages.items()
        if path != EVERY
    }


@pytest.mark.parametrize(
    "name", ["six", "borrowed", "renamed", "gone", "crisis", "machines"]
)
def test_the_pages_named_are_those_that_change(name):
    """In the two built sites, every page whose text changed is named, and no other.

    Comparisons and sheets are counted, and so is what a list has no room for.
    """
    old, new = (read(version) for version in versions(name))
    truth = {path for path in old.keys() | new.keys() if old.get(path) != new.get(path)}
    assert set(found(name).changed) - {EVERY} == truth
    told = report(found(name))
    addresses = set(re.findall(r"`/([^` ]*)`", re.sub(r"^\|.*$", "", told, flags=re.M)))
    truly = {
        address_of_path(path)
        for path in truth
        if not re.match(r"(compare|print)/(?!index)", path)
    }
    counted = sum(map(int, re.findall(r"(\d+) more pages?\b", told)))
    assert addresses <= truly
    assert len(truly - addresses) == counted


def test_a_crisis_number_is_on_every_page():
    """A help number that changes is told for every page, and asks for care."""
    edit = found("crisis").edits[0]
    assert EVERY in edit.pages
    assert HELP in edit.flags


def test_a_danger_that_changes_asks_for_care():
    """A warning of a level that changes is flagged."""
    warned = edited(
        OLD,
        [
            (
                "    what_happens:\n      - text: You talk in a group.",
                "    warnings:\n      - text: Do not stop alone.\n"
                "    what_happens:\n      - text: You talk in a group.",
            )
        ],
    )
    changed = warned.replace("Do not stop", "Never stop")
    [edit] = edits(views(warned), views(changed))
    assert edit.flags == (DANGER,)


def test_a_number_that_moves_alone_is_flagged():
    """A number whose sources and review stay as they are is flagged; one whose source changed, or
    that was checked again, is not.
    """
    assert UNSOURCED in found("borrowed").edits[0].flags
    assert not any(UNSOURCED in edit.flags for edit in found("backing").edits)


def test_a_renamed_level_keeps_its_address_or_is_flagged():
    """A new id without the old one under `addresses` is flagged; with it, it is not."""
    assert any(LOST_PAGE in edit.flags for edit in found("renamed").edits)
    kept = views(
        edited(
            edited(OLD, EDITS["renamed"]),
            [("addresses: [the-middle]", "addresses: [the-middle, middle]")],
        )
    )
    assert not any(LOST_PAGE in edit.flags for edit in edits(base().say, kept))


def test_a_change_of_the_sites_own_words_is_told():
    """A word of the site that changes is a row, with its pages; an old word whose holes today's
    templates cannot fill is passed over.
    """
    today = base().say.phrases
    old = fitting(
        today,
        {
            "level.good_points": "Good sides",
            "week.example": "For {nobody}",
            "long.gone": "Old",
        },
    )
    assert old.patterns.keys() == today.patterns.keys()
    [edit] = compare(Version(views(OLD, old)), base()).edits
    assert (edit.was, edit.will) == ("Good sides", "Good points")
    assert "levels/low/index.html" in edit.pages


def test_what_no_page_shows_says_so():
    """Another address for a level is seen on no page."""
    assert [edit.home for edit in found("machines").edits] == [UNSEEN]


def places(data: Any, way: tuple = ()) -> Iterator[tuple]:
    """Yield the way to every value of the file."""
    for name, value in data.items() if isinstance(data, dict) else enumerate(data):
        yield (*way, name)
        if isinstance(value, (dict, list)):
            yield from places(value, (*way, name))


def at(data: Any, way: tuple) -> Any:
    """Return what stands at the end of a way."""
    for step in way:
        data = data[step]
    return data


def spoken(data: Any, way: tuple) -> bool:
    """Return whether readers see this text."""
    return (
        isinstance(at(data, way), str)
        and isinstance(way[-1], str)
        and way[-1] not in made.KEPT | {"language", "rule", "form"}
    )


def a_new_word(holder: Any, name: str) -> None:
    holder[name] = f"{holder[name]} Marigold"


def a_line_less(holder: Any, name: int) -> None:
    del holder[name]


def a_line_moved(holder: list, name: int) -> None:
    holder.append(holder.pop(name))


def listed(data: Any, way: tuple) -> bool:
    """Return whether this is an item, not the last, of a list that can do without it."""
    holder = at(data, way[:-1])
    return (
        isinstance(way[-1], int)
        and 1 < len(holder) > way[-1] + 1
        and isinstance(holder[0], dict)
    )


@pytest.mark.parametrize(
    "edit, fits, step",
    [
        (a_new_word, spoken, 601),
        (a_line_less, listed, 301),
        (a_line_moved, listed, 307),
    ],
)
def test_one_edit_of_the_real_file_is_one_row(edit, fits, step):
    """Wherever in the real file one text changes, one item goes, or one moves to the end, there is
    one row.
    """
    data, old = real_content()
    for way in [way for way in places(data) if fits(data, way)][::step]:
        changed = copy.deepcopy(data)
        edit(at(changed, way[:-1]), way[-1])
        found = list(edits(old, Speaker(as_read(changed), old.phrases, Publication())))
        assert len(found) == 1, (way, found)
        assert ("Marigold" in found[0].will) == (edit is a_new_word)


@cache
def real_content() -> tuple[Any, Speaker]:
    """Return the real content as plain values and as views."""
    data = locate(CONTENT.read_text(encoding="utf-8")).plain()
    return data, Speaker(as_read(data), base().say.phrases, Publication())


def as_read(data: Any) -> Content:
    """Return plain values as the model, whether or not they keep every rule."""
    return Content.model_validate_json(json.dumps(data), strict=True)


def test_a_report_fits_in_a_comment():
    """What does not fit is cut between rows, and the rest is counted."""
    text = report(found("six"), most=1_500)
    assert len(text) <= 1_500
    shown = len(re.findall(r"^\| (?!Where|---)", text, re.M))
    assert 0 < shown < 5 and f"… and {6 - shown} more rows" in text


# The door


def run(folder: Path, *command: str) -> None:
    """Run git in a folder, as somebody."""
    who = [
        "-c",
        "user.name=A",
        "-c",
        "user.email=a@example.org",
        "-c",
        "commit.gpgsign=false",
    ]
    subprocess.run(["git", *who, *command], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path) -> Path:
    """A folder whose last commit holds the sound file; return the working file."""
    (tmp_path / "content" / "words").mkdir(parents=True)
    content = tmp_path / "content" / "levels.yaml"
    content.write_text(cases.SOUND, encoding="utf-8")
    (tmp_path / "content" / "words" / "en.yaml").write_text(
        (WORDS / "en.yaml").read_text(encoding="utf-8"), encoding="utf-8"
    )
    run(tmp_path, "init", "-q", "-b", "main")
    run(tmp_path, "add", ".")
    run(tmp_path, "commit", "-qm", "First")
    return content


def asked(repository: Path, *arguments: str) -> int:
    """Call the door in the folder of a repository; return how it ends."""
    try:
        return door.main(list(arguments), repository.parents[1])
    except SystemExit as ended:
        return ended.code


def test_the_working_file_is_compared_with_git(repository, capsys):
    """Without arguments the last commit is compared; with a version, the commit at which this work
    left it.
    """
    assert asked(repository) == 0
    assert capsys.readouterr().out == "Nothing that visitors see changes.\n"
    run(repository.parent, "checkout", "-qb", "work")
    repository.write_text(
        cases.SOUND.replace("You travel.", "You travel far."), encoding="utf-8"
    )
    run(repository.parent, "commit", "-qam", "Second")
    assert asked(repository) == 0
    assert "Nothing" in capsys.readouterr().out
    run(repository.parent, "checkout", "-q", "main")
    repository.write_text(
        cases.SOUND.replace("Nobody pays.", "A fund pays."), encoding="utf-8"
    )
    run(repository.parent, "commit", "-qam", "Meanwhile")
    run(repository.parent, "checkout", "-q", "work")
    assert asked(repository, "main") == 0
    told = capsys.readouterr().out
    assert "| You ~~travel.~~ | You **travel far.** |" in told
    assert "fund" not in told


@pytest.mark.parametrize(
    "arguments",
    [["a", "b", "c"], ["--help-me"], ["no-such-version"], ["none.yaml", "none.yaml"]],
)
def test_a_wrong_call_is_told(arguments, repository, capsys):
    """A call that is not understood ends with 2 and says what can be written."""
    assert asked(repository, *arguments) == 2
    assert "python scripts/diff.py OLD NEW" in capsys.readouterr().err


def test_problems_of_the_new_file_are_reported(repository, capsys):
    """A new file with a problem ends with 1 and the report that editors know."""
    repository.write_text(
        cases.SOUND.replace("min: 9, max: 19", "min: 9–19"), encoding="utf-8"
    )
    assert asked(repository) == 1
    assert "“9–19” is not a number" in capsys.readouterr().out


@pytest.mark.parametrize(
    "was, will",
    [
        ("in_short: You live", "summary: You live"),
        ("{{ low.hours_per_week }}", "{{ lower.hours_per_week }}"),
    ],
)
def test_an_old_version_of_another_shape_is_compared_by_its_lines(
    was, will, tmp_path, capsys
):
    """Where the old version cannot be shown as pages, the report says so and shows the lines that
    changed.
    """
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    old.write_text(cases.SOUND.replace(was, will), encoding="utf-8")
    new.write_text(cases.SOUND, encoding="utf-8")
    assert door.main([str(old), str(new)]) == 0
    told = capsys.readouterr().out
    assert "does not fit today's shape" in told
    assert re.search(rf"^-.*{re.escape(will)}", told, re.M) and re.search(
        rf"^\+.*{re.escape(was)}", told, re.M
    )
