"""The last good site stays, whatever happens to the next one, and what others put there too."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import moments
import pytest
from publish import publish
from publishing import exchange, places
from publishing.kept import keep, sign
from publishing.links import broken_links
from publishing.make import place_in
from publishing.places import MARK, refusal

WAYS = ["at-once", "two-steps"]
# Of each way to be stopped. A run with as many as there are takes minutes: see moments.py.
MOMENTS = {"kill": "14", "interrupt": "13"}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("how", MOMENTS)
def test_a_whole_site_stands_whenever_a_publication_is_stopped(how, way):
    """And what is said of it is true: by the one that was stopped, by one that fails after it, and
    by two at once.
    """
    program = moments.__file__
    done = subprocess.run(
        [sys.executable, program, how, way, MOMENTS[how]],
        capture_output=True,
        text=True,
        check=True,
    )
    *faults, counted = done.stdout.splitlines()
    assert faults == []
    assert int(counted.split()[0]) >= int(MOMENTS[how])


@pytest.fixture
def published(tmp_path, capsys) -> Path:
    """A published site."""
    folder = tmp_path / "site"
    assert publish(folder, moments.maker("A")) == 0
    capsys.readouterr()
    return folder


def test_what_others_put_there_stays_and_is_named(published, capsys):
    """Files, hidden ones, links: each time anew. What the site no longer has goes."""
    (published / "CNAME").write_text("levels.example")
    (published / ".well-known").mkdir()
    (published / ".well-known" / "proof").write_text("1")
    (published / "old").symlink_to("levels")
    (published / "assets" / "site.css").unlink()

    for version in "BC":
        assert publish(published, moments.maker(version)) == 0
        said = capsys.readouterr().out
        assert "Kept, since others put it there: .well-known/proof, CNAME, old." in said
        assert (published / "CNAME").read_text() == "levels.example"
        assert (published / ".well-known" / "proof").read_text() == "1"
        assert os.readlink(published / "old") == "levels"
        assert moments.version_of(published) == version

    small = {"index.html": "D"}

    def make(folder: Path) -> Path:
        folder.mkdir(parents=True)
        for name, text in small.items():
            (folder / name).write_text(text)
        return folder

    publish(published, make)
    assert not (published / "levels").exists()
    small["CNAME"] = "the site's own"
    capsys.readouterr()
    publish(published, make)
    said = capsys.readouterr().out
    assert "Not kept, since the site now has a file of that name: CNAME." in said
    assert (published / "CNAME").read_text() == "the site's own"


def test_a_file_where_the_site_has_a_folder_is_not_kept(tmp_path):
    """And a folder where it has a file is not."""
    old, new = tmp_path / "old", tmp_path / "new"
    for folder in (old, new):
        folder.mkdir()
        sign(folder)
        (folder / MARK).write_text("index.html\n")
    (old / "levels").write_text("")
    (old / "faq").mkdir()
    (old / "faq" / "mine").write_text("")
    (new / "levels").mkdir()
    (new / "faq").write_text("")
    assert keep(old, new) == ([], ["faq/mine", "levels"])


def test_a_link_to_the_site_stays_a_link(tmp_path, published, capsys):
    """The folder that it leads to is exchanged; its own folder need not lie beside it."""
    link = tmp_path / "elsewhere" / "www"
    link.parent.mkdir()
    link.symlink_to(published)
    assert publish(link.resolve(), moments.maker("B")) == 0
    assert link.is_symlink()
    assert (link / "index.html").read_text() == "B"


def refused(folder: Path, capsys: pytest.CaptureFixture) -> str:
    """Return what is said of a folder that no site can be put into, before one is made."""
    made = []
    assert publish(folder, made.append) == 1
    assert made == []
    return capsys.readouterr().out


def test_a_folder_that_cannot_be_exchanged_is_refused_before_the_build(
    tmp_path, capsys, monkeypatch
):
    """In one sentence, and what to do in another."""
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "thesis.txt").write_text("mine")
    assert "not made by this program" in refused(theirs, capsys)
    assert [path.name for path in theirs.iterdir()] == ["thesis.txt"]

    assert "is a file" in refused(theirs / "thesis.txt", capsys)
    assert "is the whole disk" in refused(Path("/"), capsys)
    assert "Nothing can be put into" in refused(Path("/proc/levels"), capsys)
    inner = theirs / "thesis.txt" / "site"
    assert "Nothing can be put into" in refused(inner, capsys)

    mounts = tmp_path / "mountinfo"
    here = os.fsencode(theirs).replace(b" ", b"\\040")
    mounts.write_bytes(b"36 35 98:0 / " + here + b" rw - ext4 /dev/root rw\n")
    monkeypatch.setattr(places, "MOUNTS", mounts)
    said = refused(theirs, capsys)
    assert "another disk is attached" in said
    assert f"such as {theirs / 'www'}" in said


def test_a_site_of_somebody_else_is_refused(published, capsys, monkeypatch):
    """It could be exchanged, and then not be thrown away. Root may change everything, so it is
    the answer of the system that is made up here.
    """
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert "may not be changed by you" in refused(published, capsys)


def test_an_empty_folder_is_taken(tmp_path):
    """Somebody has made it for the site."""
    (tmp_path / "site").mkdir()
    assert refusal(tmp_path / "site") == ""
    assert publish(tmp_path / "site", moments.maker("A")) == 0


def test_a_disk_that_is_full_leaves_the_site(published, capsys, monkeypatch):
    """Whatever the system refuses on the way, what is said is true."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "index.html")

    monkeypatch.setattr(exchange, "settle", full)
    assert publish(published, moments.maker("B")) == 1
    said = capsys.readouterr().out
    assert "No space left on device" in said
    assert f"Nothing was published. {published} is as it was." in said
    assert moments.version_of(published) == "what was put there is lost"
    assert (published / "index.html").read_text() == "A"
    assert sorted(os.listdir(published.parent)) == [".site-lock", "site"]


@pytest.mark.parametrize(
    ("address", "way"),
    [
        ("", ""),
        ("https://levels.example", ""),
        ("https://levels.example/care/en/", "care/en"),
        ("https://levels.example/my%20care/", "my care"),
        ("https://levels.example/../../content/", "content"),
        ("https://levels.example/%2e%2e/%2e%2e%2fcontent/", ""),
        ("https://levels.example//etc/./x", "etc/x"),
    ],
)
def test_an_address_never_leads_out_of_the_folder_of_the_build(tmp_path, address, way):
    """With `..` in it, the content itself was thrown away."""
    assert place_in(tmp_path, address) == tmp_path / way


# Links

LISTED = "<urlset><url><loc>{}</loc></url></urlset>"
PAGE = '<!doctype html><title>x</title><p id="here"><a href="{}">x</a>'


@pytest.fixture
def pages(tmp_path) -> Path:
    """A site of two pages with sound links, in a folder with signs that patterns are made of."""
    folder = tmp_path / "[a]* #1 100%20 é 'b'" / ".site-new"
    (folder / "two").mkdir(parents=True)
    (folder / "index.html").write_text(PAGE.format("two/#here"))
    (folder / "two" / "index.html").write_text(PAGE.format("/"))
    return folder


def faults(folder: Path) -> list[str]:
    """Return what is wrong with the links of a site."""
    return list(broken_links(folder, folder, "https://levels.example/"))


def ignore_everything(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have everything ignored, in each way that lychee knows."""
    home = folder.parent / "home"
    (home / "git").mkdir(parents=True)
    (home / "git" / "ignore").write_text("*\n")
    (home / ".gitconfig").write_text(f"[core]\nexcludesFile = {home}/git/ignore\n")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    subprocess.run(["git", "init", "-q", folder.parent], check=True)
    for name in (".gitignore", ".ignore", ".lycheeignore"):
        (folder.parent / name).write_text("*\n.*\n")
    settings = 'exclude_path = [".*"]\nexclude = [".*"]\n'
    (folder.parent / "lychee.toml").write_text(settings)
    (folder / "lychee.toml").write_text(settings)
    (folder / ".gitignore").write_text("*\n")
    monkeypatch.chdir(folder.parent)


def test_links_that_lead_nowhere_are_found_whatever_is_ignored(pages, monkeypatch):
    """By lists of git, of the home, of the folder: none decides what is looked at."""
    ignore_everything(pages, monkeypatch)
    assert faults(pages) == []
    (pages / "two" / "index.html").write_text(PAGE.format("../three/"))
    [fault] = faults(pages)
    assert "three" in fault


@pytest.mark.parametrize(
    ("name", "text"),
    [(".hidden/index.html", PAGE), ("two/%41.html", PAGE), ("sitemap.xml", LISTED)],
)
def test_every_file_with_links_is_looked_at(pages, name, text):
    """Hidden ones too, and those that no page leads to."""
    file = pages / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(text.format("https://levels.example/nowhere/"))
    [fault] = faults(pages)
    assert "nowhere" in fault


def test_a_fragment_that_no_page_has_is_found(pages):
    """A link leads to a place in a page."""
    (pages / "index.html").write_text(PAGE.format("two/#there"))
    [fault] = faults(pages)
    assert "there" in fault


def test_a_check_that_does_not_look_is_a_fault(pages, monkeypatch):
    """As that of another release might not."""
    real = subprocess.run

    def blind(command: list[str], **settings: object) -> subprocess.CompletedProcess:
        done = real(command, **settings)
        done.stdout = done.stdout.replace("./two/index.html\n", "")
        return done

    monkeypatch.setattr(subprocess, "run", blind)
    assert faults(pages) == [
        "The check of links does not look at 1 files, such as two/index.html."
    ]
