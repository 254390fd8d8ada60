"""The tools work in any terminal, under any git or none, and with whatever a machine has set."""

from __future__ import annotations

import ast
import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import cases
import check
import diff
import pytest
from building import ENVIRONMENT, ROOT, write_settings
from continuum.report.terminal import show_any_sign
from continuum.versions.earlier.git import commit_of

WRONG = cases.SOUND.replace("language: en", "langauge: en")
DOORS = ("check.py", "diff.py", "due.py", "publish.py", "serve.py", "write.py")
CARD = (
    "dangers:\n  - {id: stop, title: Ask first, text: It can be dangerous., "
    "sources: [rule, count], levels: [low]}\n"
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


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_terminal_that_lacks_a_sign_is_told_all_the_same(
    files, encoding, monkeypatch
):
    """Signs that it does not know stand there as numbers; nothing ends in the middle."""
    old, new, wrong = files
    for name in ("stdout", "stderr"):
        stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="strict")
        monkeypatch.setattr(sys, name, stream)
    show_any_sign()
    assert diff.main([str(old), str(new)]) == 0
    assert check.main([str(wrong)]) == 1

    sys.stdout.flush()
    said = sys.stdout.buffer.getvalue()
    for sign in ("⚠", "did you mean “language”?"):
        assert sign.encode(encoding, "backslashreplace") in said


def test_a_door_in_such_a_terminal(files):
    """As it is called."""
    told = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    checked = run("check.py", files[2], **told)
    assert checked.returncode == 1
    assert rb"did you mean \u201clanguage\u201d?" in checked.stdout


@pytest.mark.parametrize("door", DOORS)
def test_every_door_readies_its_terminal_first(door):
    """Where it is called, and nowhere else: to read a module changes nothing."""
    module = ast.parse((ROOT / "scripts" / door).read_text(encoding="utf-8"))
    last = module.body[-1]
    assert ast.unparse(last.test) == "__name__ == '__main__'"
    called = [ast.unparse(line) for line in last.body]
    assert called[-2:] == ["show_any_sign()", "sys.exit(main(sys.argv[1:]))"]


# What makes the project's folder one that nothing can be written into, as on a disk for reading.
READ_ONLY = """
import os, sys
root = sys.argv.pop(1)
def refuse(event, given):
    writes = event in ("os.mkdir", "os.rename", "os.remove")
    if event == "open":
        mode, flags = given[1:]
        writes = flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) or set(mode or "") & set("wax+")
    if writes and os.path.abspath(os.fsdecode(given[0])).startswith(root + os.sep):
        raise PermissionError(13, "Permission denied", given[0])
sys.addaudithook(refuse)
sys.path.insert(0, os.path.join(root, "scripts"))
import check, diff, due, write
old, new, settings, out = sys.argv[1:]
assert check.main([old]) == 0
assert diff.main([old, new]) == 0
assert due.main([]) in (0, 1)
assert write.main([out, "--settings", settings]) == 0
assert write.main([os.path.join(root, "site"), "--settings", settings]) == 2
assert write.main(["--schema", os.path.join(root, "content", "schema.json")]) == 2
"""


def test_a_folder_that_cannot_be_written_into_is_enough(files, tmp_path):
    """To check, to compare, to list what is due and to build elsewhere write nothing beside the
    project; what has to says in one sentence that it cannot.
    """
    old, new, _ = files
    out = tmp_path / "site"
    write_settings(tmp_path, new)
    settings = tmp_path / "mkdocs.yml"
    done = subprocess.run(
        [sys.executable, "-c", READ_ONLY, ROOT, old, new, settings, out],
        env={**ENVIRONMENT, "PYTHONDONTWRITEBYTECODE": ""},
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    assert (out / "index.html").exists()
    built, schema = done.stderr.splitlines()
    assert built.startswith(str(ROOT / "site"))
    assert built.endswith(": Permission denied.")
    assert schema == f"{ROOT / 'content' / 'schema.json'}: Permission denied."


def test_what_cannot_be_saved_is_told(files):
    """Below a file there is no room for a folder, nor for the settings of a site."""
    file = files[0]
    for asked in (["--schema", file / "x.json"], ["x", "--settings", file / "x.yml"]):
        done = run("write.py", *asked)
        assert done.returncode == 2
        assert done.stderr.decode() == f"{asked[-1]}: Not a directory.\n"


def test_python_without_docstrings_is_told_off(tmp_path):
    """The help, the guide and the schema are made of docstrings, so nothing is made without them;
    what needs none still works.
    """
    bare = {"PYTHONOPTIMIZE": "2"}
    for asked in (["--schema", tmp_path / "schema.json"], [tmp_path / "site"]):
        done = run("write.py", *asked, **bare)
        assert done.returncode == 1
        assert done.stderr.startswith(b"Python was told to drop docstrings")
    assert list(tmp_path.iterdir()) == []
    assert run("check.py", **bare).returncode == 0


# What the tests of pages need, but for what only makes them faster.
NEEDED = (
    "apt-get chromium java npm firefox-esr WebKitWebDriver Xvfb nginx apache2 caddy"
)


def set_up(folder: Path, there: list[str]) -> subprocess.CompletedProcess:
    """Run the set-up of the browsers as somebody who is not root, on a machine with some programs
    and without sudo.
    """
    for name in [*there, "id"]:
        program = folder / name
        program.write_text("#!/bin/sh\necho 1000\n")
        program.chmod(0o755)
    script = (ROOT / "tests" / "browser" / "setup.sh").read_text(encoding="utf-8")
    script = script.replace("$PATH:/usr/sbin", str(folder))
    letters = "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf"
    script = script.replace(letters, str(folder / "id"))
    return subprocess.run(["/bin/sh", "-c", script], capture_output=True, text=True)


def test_set_up_needs_no_rights_where_all_is_there(tmp_path):
    """What only makes tests faster is not worth a password."""
    done = set_up(tmp_path, NEEDED.split())
    told = "There is no chromium-headless-shell here: tests take longer.\n"
    assert (done.returncode, done.stdout, done.stderr) == (0, told, "")


def test_set_up_says_what_root_has_to_install(tmp_path):
    """Where nobody can become root by sudo, one sentence names what is missing."""
    done = set_up(tmp_path, NEEDED.replace("nginx ", "").split())
    told = "As root, install: nginx\n"
    assert (done.returncode, done.stdout, done.stderr) == (1, told, "")


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
    """In containers it is the rule. git can be told to take any folder for one of those, whatever
    its user has told it.
    """
    folder = copy_of_the_work(tmp_path / "work")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
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


def test_without_git_there_is_no_earlier_version(tmp_path, monkeypatch, capsys):
    """And that is said."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SystemExit):
        diff.main(["HEAD"])
    assert "Git knows no version “HEAD” here." in capsys.readouterr().err


def test_without_a_home_nothing_changes(files, monkeypatch):
    """Some jobs have none."""
    monkeypatch.delitem(ENVIRONMENT, "HOME", raising=False)
    assert run("check.py", files[1]).returncode == 0


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
