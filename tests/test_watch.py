"""The preview's eye on the files: what is an edit, and when it is finished."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from preview.watch import LOOK, RETURN, STILL, Watch


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        """Return the time in seconds."""
        return self.now


@pytest.fixture
def file(tmp_path) -> Path:
    """A file of content that is watched."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "levels.yaml").write_text("good")
    return tmp_path / "content" / "levels.yaml"


@pytest.fixture
def clock() -> Clock:
    """The clock that the watch goes by."""
    return Clock()


@pytest.fixture
def watch(file, clock) -> Watch:
    """The eye on that file."""
    return Watch(file.parents[1], clock)


def looks(watch: Watch, seconds: float) -> int:
    """Return how often the watch tells of a change, in so many seconds."""
    told = 0
    for _ in range(round(seconds / LOOK)):
        told += watch.changed()
        watch.clock.now += LOOK
    return told


def test_each_edit_is_told_once(file, watch, clock):
    """A file that was changed, added or taken away is told once, when it has stood still."""
    file.write_text("better")
    assert watch.changed() is False
    clock.now += 2 * STILL
    assert watch.changed() is True
    assert looks(watch, 3) == 0
    (file.parent / "more.yaml").write_text("more")
    assert looks(watch, 3) == 1
    (file.parent / "more.yaml").unlink()
    assert looks(watch, 3) == 1


def test_a_file_that_is_saved_in_steps_or_unchanged_is_no_news(file, watch):
    """A file that is empty or gone for a moment before it is what it was, or a spare copy beside
    it, is not told; one that stays empty is.
    """
    for spoil in (
        lambda: file.write_text(""),
        file.unlink,
        lambda: None,
        (file.parent / ".levels.yaml.swp").touch,
        (file.parent / "levels.yaml~").touch,
    ):
        spoil()
        assert looks(watch, RETURN / 2) == 0
        file.write_text("good")
        assert looks(watch, 3) == 0
    file.write_text("")
    assert looks(watch, RETURN / 2) == 0
    assert looks(watch, RETURN) == 1


def test_a_file_is_not_read_while_it_is_being_saved(file, watch, clock):
    """As long as a file grows, nothing is told; then it is, once."""
    for size in range(2, 20):
        file.write_text("better " * size)
        assert watch.changed() is False
        clock.now += STILL / 2
    assert looks(watch, 3) == 1


def test_edits_are_seen_after_a_folder_was_gone(file, watch):
    """A folder that is taken away and put back, as git does, is watched as before."""
    away = file.parents[1] / "away"
    file.parent.rename(away)
    assert looks(watch, RETURN + 1) == 1
    away.rename(file.parent)
    assert looks(watch, 3) == 1
    file.write_text("better")
    assert looks(watch, 3) == 1


def test_what_python_keeps_is_no_news(file, watch):
    """Templates become code while the site is made from them."""
    kept = file.parent / "__pycache__"
    kept.mkdir()
    (kept / "page.jinja").write_text("code")
    assert looks(watch, 3) == 0


def test_a_file_of_the_same_size_and_time_is_news(file, watch):
    """A copy that keeps its time, as `cp -p` makes it, or one that was put in its place."""
    before = file.stat()
    file.write_text("best")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.stat().st_mtime_ns == before.st_mtime_ns
    assert looks(watch, 3) == 1

    other = file.with_name(".other")
    other.write_text("goal")
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.replace(file)
    assert looks(watch, 3) == 1
