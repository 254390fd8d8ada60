"""The tools work in any terminal, under any git or none, and with whatever a machine has set."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import cases
import pytest
from building import ENVIRONMENT, ROOT, write_settings
from continuum.versions.earlier.git import commit_of

WRONG = cases.SOUND.replace("language: en", "langauge: en")
CARD = (
    "dangers:\n  - {id: stop, title: Ask first, text: It can be dangerous., "
    "sources: [rule], levels: [low]}\n"
)


def run(*command: str | Path, **environment: str) -> subprocess.CompletedProcess:
    """Run a door of the project, with some values in the environment."""
    script, *rest = command
    return subprocess.run(
        [sys.executable, str(ROOT / "scripts" / script), *map(str, rest)],
        env={**ENVIRONMENT, **environment},
        capture_output=True,
    )


@pytest.fixture
def files(tmp_path) -> tuple[Path, Path, Path]:
    """A sound file, one that loses a warning, which is told with ⚠, and one that is wrong."""
    texts = {"old.yaml": cases.SOUND + CARD, "new.yaml": cases.SOUND, "no.yaml": WRONG}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tuple(tmp_path / name for name in texts)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8"])
def test_a_terminal_that_lacks_a_sign_is_told_all_the_same(files, encoding):
    """Signs that it does not know stand there as numbers; nothing ends in the middle."""
    old, new, wrong = files
    told = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}

    changed = run("diff.py", old, new, **told)
    assert changed.returncode == 0, changed.stderr
    assert b"Ask first" in changed.stdout
    sign = "⚠".encode(encoding, "backslashreplace")
    assert sign in changed.stdout

    checked = run("check.py", wrong, **told)
    assert checked.returncode == 1
    meant = "did you mean “language”?".encode(encoding, "backslashreplace")
    assert meant in checked.stdout

    settings = wrong.with_name("mkdocs.yml")
    settings.write_text(f"site_url: \nextra: {{content: '{wrong}'}}\n")
    saved = run("write.py", wrong.with_name("site"), "--settings", settings, **told)
    assert saved.returncode == 1
    assert meant in saved.stdout


def copy_of_the_work(folder: Path) -> Path:
    """Return a folder under git with one commit, which belongs to somebody else if it can."""
    folder.mkdir()
    (folder / "levels.yaml").write_text(cases.SOUND)
    for command in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=a", "-c", "user.email=a@b.example", "commit", "-qm", "x"],
    ):
        subprocess.run(["git", *command], cwd=folder, check=True)
    return folder


def test_a_folder_of_somebody_else_is_read(tmp_path, monkeypatch):
    """In containers it is the rule. git can be told to take any folder for one of those."""
    folder = copy_of_the_work(tmp_path / "work")
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    plain = subprocess.run(["git", "log"], cwd=folder, capture_output=True, text=True)
    assert "dubious ownership" in plain.stderr
    commit = commit_of(folder, "HEAD")
    assert commit.file(folder / "levels.yaml") == cases.SOUND.encode()


def test_a_hook_of_another_folder_changes_nothing(tmp_path, monkeypatch):
    """Where git runs a hook, it names its own folder in the environment."""
    folder = copy_of_the_work(tmp_path / "work")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "elsewhere" / "index"))
    assert commit_of(folder, "HEAD").file(folder / "levels.yaml") is not None


def test_a_worktree_is_read_like_any_folder(tmp_path):
    """Its `.git` is a file."""
    folder = copy_of_the_work(tmp_path / "work")
    tree = tmp_path / "my tree (1)"
    subprocess.run(
        ["git", "worktree", "add", "-q", "--detach", tree], cwd=folder, check=True
    )
    assert commit_of(tree, "HEAD").file(tree / "levels.yaml") is not None


@pytest.mark.parametrize("without", ["git", "HOME"])
def test_tools_do_without(files, tmp_path, without):
    """Without git there is no earlier version, and that is said; without a home nothing changes."""
    old, new, _ = files
    environment = {**ENVIRONMENT}
    environment.pop("HOME", None)
    if without == "git":
        environment["PATH"] = str(tmp_path)
    door = ROOT / "scripts" / "diff.py"
    for arguments, code in (([old, new], 0), (["HEAD"], 2 if without == "git" else 0)):
        done = subprocess.run(
            [sys.executable, door, *arguments],
            env=environment,
            capture_output=True,
            text=True,
        )
        assert done.returncode == code, done.stderr
    if without == "git":
        assert "Git knows no version “HEAD” here." in done.stderr


def test_a_date_of_building_that_is_empty_is_none(tmp_path):
    """Tools set SOURCE_DATE_EPOCH to nothing where there is no date. MkDocs ends at that."""
    folder = tmp_path / "small"
    content = tmp_path / "levels.yaml"
    content.write_text(cases.SOUND)

    write_settings(folder, content)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(folder / "site")],
        cwd=folder,
        env={**ENVIRONMENT, "SOURCE_DATE_EPOCH": ""},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert (folder / "site" / "index.html").exists()


@pytest.mark.parametrize(
    "name", ["levels (1).yaml", "o'brien.yaml", 'a "b".yaml', "a#b $HOME %20 é;x.yaml"]
)
def test_make_hands_on_any_name_of_a_file(tmp_path, name):
    """The rule of the Makefile, with the check in the place of the environment's own Python."""
    file = tmp_path / name
    file.write_text(cases.SOUND, encoding="utf-8")
    copy = tmp_path / "project"
    copy.mkdir()
    shutil.copy(ROOT / "Makefile", copy)
    inner = copy / ".venv" / "bin"
    inner.mkdir(parents=True)
    (inner / "python").symlink_to(sys.executable)
    (copy / ".venv" / "pyvenv.cfg").write_text("")
    (copy / "scripts").mkdir()
    (copy / "scripts" / "check.py").write_text(
        "import sys; sys.stdout.buffer.write(sys.argv[1].encode('utf-8', 'surrogateescape'))"
    )
    (copy / "requirements.txt").touch()
    (inner.parent / "ready-site").touch()
    value = str(file).replace("$", "$$")
    done = subprocess.run(
        ["make", "-s", "check", f"FILE={value}"],
        cwd=copy,
        env={**os.environ},
        capture_output=True,
    )
    assert done.stdout.decode() == str(file), done.stderr
