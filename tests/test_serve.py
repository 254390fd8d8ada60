"""The site while someone edits it: what is made, when it is made anew, who is told of it.

What a browser shows of it is in `browser/test_preview.py`.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import cases
import pytest
import serve
from building import ROOT
from continuum.outputs.whole import whole_site
from continuum.report.panel import NEAR, panel
from continuum.report.problem import Findings, Place, Problem
from preview.answers import Answers
from preview.editing import Editing
from preview.news import News
from preview.pages import Snapshot, settings_at
from preview.server import Server

ADDRESS = "http://127.0.0.1:8000/"
PAIR = "compare/low-vs-middle/"


@pytest.fixture
def settings(tmp_path) -> Path:
    """The settings of a small site; its content stands beside them."""
    (tmp_path / "levels.yaml").write_text(cases.SOUND, encoding="utf-8")
    written = tmp_path / "mkdocs.yml"
    written.write_text(f"docs_dir: {ROOT / 'docs'}\nextra: {{content: levels.yaml}}\n")
    return written


@pytest.fixture
def editing(settings) -> Editing:
    """That site, read once."""
    made = Editing(ADDRESS, settings)
    made.read()
    return made


def content_with(settings: Path, old: str, new: str) -> None:
    """Save the content of the small site with `old` replaced."""
    assert old in cases.SOUND
    content = settings.with_name("levels.yaml")
    content.write_text(cases.SOUND.replace(old, new, 1), encoding="utf-8")


def test_every_file_is_what_is_published(settings):
    """In whatever order files are asked for, each is byte for byte what the whole site holds at
    its address, and there is no other.
    """
    told = settings_at(ADDRESS, settings)
    shown = Snapshot(told)
    published = {made.path: made.body for made in whole_site(shown.render, told)}
    for path in reversed(published):
        assert shown.file(path).body == published[path], path
    assert set(shown.files) == set(published)
    at_leisure = Snapshot(told)
    assert len(list(at_leisure.rest())) == len(published)
    assert {path: made.body for path, made in at_leisure.files.items()} == published


def test_a_page_does_not_wait_for_others(editing):
    """A page that was there before an edit is made first of all after it."""
    assert editing.file(PAIR).page
    editing.read()
    assert editing.file(PAIR).page
    assert list(editing.snapshot.files) == [f"{PAIR}index.html"]


def test_what_was_good_stays(editing, settings, capsys):
    """A mistake in the content leaves every page that was shown, and the site follows again once
    it is put right; the terminal has the report, once.
    """
    page = editing.file(PAIR)
    content_with(settings, "name: Middle", "nmae: Middle")
    for _ in range(2):
        editing.read()
    assert editing.file(PAIR) == page
    said = capsys.readouterr().out
    assert said.count("did you mean “name”?") == 1
    assert said.endswith("\nThe last good pages stay.\n")
    content_with(settings, "name: Middle", "name: Central")
    editing.read()
    assert b"Central" in editing.file(PAIR).body
    assert editing.file("nothing-here/") is None


def test_a_mistake_that_only_making_meets_spoils_no_page(settings):
    """Where a page cannot be made, what last stood there is shown, nothing more is made, and the
    site counts as good again only when all of it can be made.
    """
    note = settings.parent / "docs" / "note.md"
    note.parent.mkdir()
    settings.write_text("extra: {content: levels.yaml}\n")
    note.write_text("# A note\n")
    editing = Editing(ADDRESS, settings)
    editing.read()
    good, level = editing.file("note/"), editing.file("levels/middle/")
    note.write_text("# A note\n\n{{ nobody.hours_per_week }}\n")
    editing.read()
    assert editing.file("levels/middle/") == level
    assert editing.file("note/") == good
    assert editing.news.found.problems[0].place == Place(3, 1, 27)
    assert editing.file(PAIR) is editing.lost() is None
    assert editing.work() is False
    edition = editing.news.edition
    editing.read()
    assert editing.news.edition == edition
    note.write_text("# Another note\n")
    editing.read()
    assert editing.news.found.faults == []
    assert b"Another note" in editing.file("note/").body


def test_pages_are_told_of_another_edition():
    """Whoever waits is told when there is a new site or another list of problems; a list that is
    the same is no news.
    """
    news, nothing = News(), Findings()
    wrong = Findings([Problem(Place(), "", "No.", "Yes.", advice=True)], source="a")
    first = news.after(None, 1)
    assert news.after(first, 0.01) == first
    soon = threading.Timer(0.05, news.tell, [nothing, True])
    soon.start()
    second = news.after(first, 60)
    assert second.good != first.good
    assert second.trouble == first.trouble
    news.tell(wrong)
    third = news.after(second, 60)
    assert (third.good, third.trouble == second.trouble) == (second.good, False)
    news.tell(wrong)
    assert news.edition == third
    assert News().edition.good != first.good
    with news.looked_at("a/"), news.looked_at("a/"), news.looked_at("b/"):
        assert news.addresses() == ["a/", "b/"]
    assert news.addresses() == []


@pytest.fixture
def connection(editing) -> Iterator[HTTPConnection]:
    """A way to ask a server that shows the small site."""
    server = Server(0)
    server.answers = Answers(editing)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    found = HTTPConnection("127.0.0.1", server.server_port)
    yield found
    found.close()
    server.shutdown()
    server.server_close()


def test_browsers_get_pages_files_and_news(connection, editing):
    """Pages follow edits, files are as they are, a folder without its line is found, what is
    missing says so, and a page that follows is told its edition.
    """
    for address, status, kind, part in (
        ("/levels/middle/", 200, "text/html", b"/-preview/follow.js"),
        ("/levels/middle", 302, "text/html", b""),
        ("/nothing-here/", 404, "text/html", b"/-preview/follow.js"),
        ("/assets/site.css", 200, "text/css", b"--paper"),
        ("/embed/v1.js", 200, "text/javascript", b"function"),
        ("/-preview/style.css", 200, "text/css", b".editing"),
        ("/-preview/follow.js", 200, "text/javascript", b"EventSource"),
        ("/-preview/problems", 200, "text/html", b'id="editing"'),
        ("/-preview/nothing", 404, "text/html", b""),
    ):
        connection.request("GET", address)
        answer = connection.getresponse()
        assert (answer.status, address) == (status, address)
        assert answer.getheader("Content-Type").startswith(kind), address
        assert part in answer.read(), address
    assert answer.getheader("Cache-Control") == "no-store"
    connection.request("GET", "/-preview/state?at=%2Flevels%2Fmiddle%2F")
    told = connection.getresponse().readline().removeprefix(b"data: ")
    assert json.loads(told)["good"] == editing.news.edition.good
    assert editing.news.addresses() == ["levels/middle/"]


def asked(
    connection: HTTPConnection, how: str, address: str, host: str
) -> HTTPResponse:
    """Return what a browser gets that knows this machine by some name."""
    connection.putrequest(how, address, skip_host=True)
    if host:
        connection.putheader("Host", host)
    connection.endheaders()
    return connection.getresponse()


@pytest.mark.parametrize("how", ["GET", "HEAD"])
@pytest.mark.parametrize(
    "address", ["/", "/levels/middle/", "/-preview/state?at=%2F", "/-preview/problems"]
)
def test_the_preview_answers_to_its_own_names_alone(connection, how, address):
    """The name of a page elsewhere may lead here (DNS rebinding), and would read drafts."""
    port = connection.port
    for host in (
        "evil.example",
        f"evil.example:{port}",
        "127.0.0.1:1",
        "localhost",
        "",
    ):
        answer = asked(connection, how, address, host)
        said = answer.read()
        assert answer.status == 403
        assert said == b"" if how == "HEAD" else f"127.0.0.1:{port}" in said.decode()
    for host in (f"127.0.0.1:{port}", f"localhost:{port}"):
        other = HTTPConnection("127.0.0.1", port)
        assert asked(other, how, address, host).status == 200
        other.close()


@pytest.mark.parametrize(
    "address", ["/levels/middle/", "/nothing/", "/-preview/state?at=%2F"]
)
def test_what_comes_before_a_file_can_be_asked_for_alone(connection, address):
    """It is the same, and no body follows, nor does a page that asks so wait for news."""
    host = f"127.0.0.1:{connection.port}"
    answer = asked(connection, "HEAD", address, host)
    assert answer.read() == b""
    whole = HTTPConnection("127.0.0.1", connection.port)
    got = asked(whole, "GET", address, host)
    assert (got.status, got.getheader("Content-Length")) == (
        answer.status,
        answer.getheader("Content-Length"),
    )
    whole.close()


def test_a_site_that_never_was_good_shows_the_list_alone(settings):
    """Without a page to show, there is one that holds nothing but what is wrong."""
    content_with(settings, "name: Middle", "nmae: Middle")
    editing = Editing(ADDRESS, settings)
    editing.read()
    answer = Answers(editing).of_the_site("levels/middle/")
    assert answer.status == 503
    assert "did you mean “name”?" in answer.body.decode()
    assert b"/-preview/follow.js" in answer.body


@pytest.mark.parametrize("port", ["abc", "99999", "-1", "taken"])
def test_a_port_that_cannot_be_used_is_named(port, capsys):
    """A port that is taken or is none is refused in one line that says what to do."""
    with Server(0) as other:
        port = f"{other.server_port}" if port == "taken" else port
        assert serve.main([port]) == 2
    why = "it is taken, or not a number from 0 to 65535"
    fix = "Choose another: python scripts/serve.py 8001"
    assert capsys.readouterr().out == f"{port} cannot be used: {why}. {fix}\n"


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
    assert panel(Findings()) is None
