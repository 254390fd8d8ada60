"""The door for editors: what it prints in each form, and what it returns."""

from __future__ import annotations

import json
import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import cases
import check
import markdown
import pytest
from continuum.report.github import commands, summary
from continuum.report.problem import Findings, Place, Problem

HOSTILE = [
    "::error::owned",
    "x\n::add-mask::owned\r\n::error::owned",
    "%0A::error::owned%25",
    "line=1,title=x::owned",
    "##[error]owned",
    "</pre><img src=x onerror=owned> ]]>",
    "a | b | c\n|---|---|\n`code` **bold** _it_ ~~no~~",
    "@everyone #1 [x](https://owned.example) ![x](https://owned.example/x.png) "
    "https://owned.example www.owned.example",
    "- item\n# heading\n1. one\n---\n> quote\n    indented",
    "\x1b[31m\u2028::error::owned\x85 \x07 &amp; &#64; :tada:",
]
COMMAND = re.compile(r"::(\w+) ((?:\w+=[^,:]*,?)+)::(.*)")


@pytest.fixture(autouse=True)
def _some_day(monkeypatch):
    """Dates are compared with a day on which nothing is overdue, and nothing is known of a pull
    request.
    """
    monkeypatch.setenv("TODAY", "2026-06-01")
    for name in (
        "GITHUB_BASE_REF",
        "GITHUB_STEP_SUMMARY",
        "GITHUB_SERVER_URL",
        "GITHUB_REPOSITORY",
        "GITHUB_SHA",
    ):
        monkeypatch.delenv(name, raising=False)


def file_of(folder: Path, text: str) -> Path:
    """Return a file that holds this content."""
    file = folder / "levels.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def hostile() -> Findings:
    """Return problems in whose every word and line someone tries to give a command, to draw a
    picture or to call a person.
    """
    problems = [
        Problem(Place(n, 1, 3), f"levels > {bad} > x", bad, bad, advice=n > 8)
        for n, bad in enumerate(HOSTILE, 1)
    ]
    return Findings(
        problems,
        "content/levels.yaml",
        "\n".join(bad.replace("\n", " ") for bad in HOSTILE),
    )


def told(lines: list[str]) -> list[tuple[str, dict[str, str], str]]:
    """Return the commands that a runner would read: their kind, their properties and their text."""
    found = []
    for line in lines:
        kind, properties, text = COMMAND.fullmatch(line).groups()
        pairs = dict(pair.split("=", 1) for pair in properties.split(","))
        found.append(
            (
                kind,
                {name: decoded(value) for name, value in pairs.items()},
                decoded(text),
            )
        )
    return found


def decoded(text: str) -> str:
    """Return what the runner makes of a value."""
    for sign, code in (
        ("\r", "%0D"),
        ("\n", "%0A"),
        (":", "%3A"),
        (",", "%2C"),
        ("%", "%25"),
    ):
        text = text.replace(code, sign)
    return text


class Elements(HTMLParser):
    """Gathers the elements of a page with their addresses, its text, and the running text alone."""

    def __init__(self, html: str):
        super().__init__()
        self.found, self.text, self.running, self.tag = set(), "", "", ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found.add((tag, *(value for _, value in attrs)))
        self.tag = tag

    def handle_data(self, data):
        self.text += data
        self.running += data if self.tag != "pre" else ""


def test_sound_content_is_told_in_a_line(capsys):
    """For sound content there is one line, and 0."""
    assert check.main([str(cases.CASES / "sound.yaml")]) == 0
    assert capsys.readouterr().out == "4 levels, 2 sources: no problem found.\n"


def test_advice_comes_after_problems_and_stops_nothing(capsys, tmp_path, monkeypatch):
    """An overdue check alone gives advice and 0; beside a problem it stands last, and the result is
    1.
    """
    monkeypatch.setenv("TODAY", "2027-01-06")
    assert check.main([str(cases.CASES / "sound.yaml")]) == 0
    assert capsys.readouterr().out.endswith(
        "\n\n6 pieces of advice. 4 levels, 2 sources: no problem found.\n"
    )
    assert check.main([str(file_of(tmp_path, cases.changed("sources_are_used")))]) == 1
    out = capsys.readouterr().out
    assert out.index("Fix: cite it where it is the source") < out.index(
        "Better: check the page against its sources"
    )
    assert out.endswith(
        "\n\n6 pieces of advice. 1 problem in levels.yaml. Nothing was published.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere.yaml"], "nowhere.yaml cannot be read: No such file or directory."),
        ([str(cases.CASES)], "cannot be read: Is a directory."),
        (["--format", "xml"], "choose from 'people', 'github', 'json'"),
        (["--fast"], "unrecognized arguments: --fast"),
        (["one.yaml", "two.yaml"], "unrecognized arguments: two.yaml"),
    ],
)
def test_a_wrong_call_is_told_plainly(arguments, said, capsys):
    """A file that is not there, or an option that does not exist, gives a line and 2."""
    try:
        result = check.main(arguments)
    except SystemExit as ended:
        result = ended.code
    out, error = capsys.readouterr()
    assert (result, out) == (2, "")
    assert said in error
    assert "Traceback" not in error


def test_a_day_that_is_no_day_is_told_plainly(capsys, monkeypatch):
    """TODAY in the environment must be a day."""
    monkeypatch.setenv("TODAY", "tomorrow")
    with pytest.raises(SystemExit) as ended:
        check.main([str(cases.CASES / "sound.yaml")])
    assert ended.value.code == 2
    assert "such as 2027-06-01" in capsys.readouterr().err


def test_tools_get_every_place(capsys, tmp_path, monkeypatch):
    """The JSON says for each problem what the report says, and its columns cut the wrong words out
    of the line.
    """
    monkeypatch.setenv("TODAY", "2027-01-06")
    text = cases.changed("exceptions_are_needed")
    assert check.main([str(file_of(tmp_path, text)), "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert (found["file"], found["problems"], found["advice"]) == ("levels.yaml", 1, 6)
    first, kinds = found["found"][0], [entry["kind"] for entry in found["found"]]
    assert kinds == ["problem"] + ["advice"] * 6
    cut = text.split("\n")[first["line"] - 1][
        first["column"] - 1 : first["endColumn"] - 1
    ]
    report = (cases.CASES / "exceptions_are_needed.txt").read_text(encoding="utf-8")
    assert f"“{cut}”" in first["text"]
    assert (
        f"{first['file']}:{first['line']}:{first['column']}  {first['path']}\n"
        in report
    )
    assert f"   {first['text']}\n   Fix: {first['fix']}\n" in report
    assert set(first) == {
        "file",
        "line",
        "column",
        "endColumn",
        "path",
        "text",
        "fix",
        "kind",
    }


def test_a_file_of_the_project_is_named_from_its_root(capsys, monkeypatch):
    """However a file is given, tools and GitHub get its way from the project's folder."""
    monkeypatch.chdir(cases.CASES)
    assert check.main(["sound.yaml", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["file"] == "tests/cases/sound.yaml"


def test_a_note_on_github_says_what_the_report_says(capsys, tmp_path, monkeypatch):
    """A problem becomes a note on its line, with its text and how to fix it; the summary has it as
    well.
    """
    page = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    assert (
        check.main(
            [
                str(file_of(tmp_path, cases.changed("exceptions_are_needed"))),
                "--format",
                "github",
            ]
        )
        == 1
    )
    command, closing = capsys.readouterr().out.splitlines()
    ((kind, properties, text),) = told([command])
    report = (cases.CASES / "exceptions_are_needed.txt").read_text(encoding="utf-8")
    assert kind == "error"
    assert "levels.yaml:{line}:{col}  {title}\n".format(**properties) in report
    assert "\n".join(f"   {line}" for line in text.split("\n")) in report
    assert closing == "Problems: 1. The summary of this job shows them all."
    shown = Elements(markdown.markdown(page.read_text(encoding="utf-8"))).text
    assert all(
        line.strip("| ") in re.sub(r"\s+", " ", shown)
        for line in report.split("\n")[1:]
        if "^" not in line
    )


def test_no_content_gives_a_command():
    """Whatever a problem quotes, there is one command for it in one line, of the kind it should
    have, and its words arrive whole.
    """
    found = hostile()
    lines = "\n".join(commands(found, None)).splitlines()
    assert len(lines) == len(HOSTILE)
    for (kind, properties, text), problem in zip(
        told(lines), found.problems, strict=True
    ):
        clean = re.sub("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028]", " ", problem.text)
        assert kind == ("notice" if problem.advice else "error")
        assert (properties["file"], properties["line"]) == (
            "content/levels.yaml",
            str(problem.place.line),
        )
        assert text == f"{clean}\n{'Better' if problem.advice else 'Fix'}: {clean}"


def test_no_content_becomes_markup_in_the_summary():
    """Whatever a problem quotes is text in the summary: no link, picture, table, list or heading
    comes of it, and nobody is called.
    """
    found = hostile()
    page = summary(found, "https://github.com/owner/name/blob/1a2b/")
    shown = Elements(
        markdown.markdown(
            page, extensions=["tables", "fenced_code", "nl2br", "sane_lists"]
        )
    )
    files = {
        (
            "a",
            f"https://github.com/owner/name/blob/1a2b/content/levels.yaml#L{problem.place.line}",
        )
        for problem in found.problems
    }
    assert shown.found == {("h3",), ("h4",), ("p",), ("pre",), ("strong",), *files}
    between = re.sub(
        r"<pre>\n.*?\n</pre>|\n#{3,4} |\*\*(Fix|Better):\*\*|\[([^\[\]]*)\]\(https://github\.com/[\w/.#]*\)",
        "",
        f"\n{page}",
        flags=re.S,
    )
    assert re.findall(r"[<>`|\[\]*_~!@]|#(?!\d+;)|www\.|://", between) == []
    assert re.findall(r"[@#]\w", shown.running) == []
    for problem in found.problems:
        words = re.sub(
            r"\s+", " ", re.sub("[\x00-\x1f\x7f-\x9f\u2028]", " ", problem.text)
        ).strip()
        assert words in re.sub(r"\s+", " ", shown.text.replace("\u200b", ""))


def test_github_gets_ten_of_each_kind_at_most():
    """Of 30 problems and 30 pieces of advice, ten of each become notes; the summary has 60."""
    problems = [
        Problem(Place(n), f"levels > a{n}", f"text {n}.", "fix.", n > 30)
        for n in range(1, 61)
    ]
    found = Findings(problems, "levels.yaml", "x\n" * 60)
    kinds = [kind for kind, _, _ in told(list(commands(found, None)))]
    assert kinds == ["error"] * 10 + ["notice"] * 10
    assert summary(found).count("**Fix:**") + summary(found).count("**Better:**") == 60


def test_a_long_summary_ends_in_time():
    """A summary never outgrows what GitHub takes, and says how many problems it left out."""
    problems = [
        Problem(Place(n), f"levels > ä{n % 7}", "“ü”" * 40, "fix.")
        for n in range(1, 201)
    ]
    page = summary(Findings(problems, "levels.yaml", "ö\n" * 200), room=20_000)
    left = int(re.search(r"(\d+) more\. `make check` shows them all\.\n$", page)[1])
    assert 15_000 < len(page.encode()) <= 20_000
    assert page.count("**Fix:**") + left == 200


def test_problems_of_one_part_stand_together():
    """The summary goes level by level, in the order of the file, and advice comes last."""
    ways = ["levels > a > x", "levels > b > x", "levels > a > y", "sources > z", ""]
    problems = [
        Problem(Place(n), way, "text.", "fix.") for n, way in enumerate(ways, 1)
    ]
    page = summary(
        Findings(
            [*problems, Problem(Place(1), "levels > b", "text.", "fix.", True)],
            "levels.yaml",
            "x",
        )
    )
    assert re.findall(r"#### (.*)", page) == [
        "levels &#62; a",
        "levels &#62; b",
        "sources",
        "The file as a whole",
        "Advice&#58; levels &#62; b",
    ]


def test_notes_on_changed_lines_come_first(tmp_path, monkeypatch):
    """In a pull request, problems on its own lines are noted before others, and advice on other
    lines is not noted at all.
    """

    def git(*arguments: str) -> None:
        subprocess.run(
            ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *arguments],
            cwd=tmp_path,
            check=True,
            capture_output=True,
        )

    lines = [f"line {n}" for n in range(1, 41)]
    file = file_of(tmp_path, "\n".join(lines))
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "before")
    git("update-ref", "refs/remotes/origin/main", "HEAD")
    lines[34:36] = ["changed", "changed too", "added"]
    file.write_text("\n".join(lines), encoding="utf-8")
    git("commit", "-qam", "after")
    monkeypatch.setattr(check, "ROOT", tmp_path)
    problems = [
        Problem(Place(n), "", "text.", "fix.", n in (5, 36)) for n in range(1, 41)
    ]
    found = Findings(problems, "levels.yaml", "\n".join(lines))
    monkeypatch.setenv("GITHUB_BASE_REF", "main")
    assert check.lines_of_the_change(found) == {"levels.yaml": {35, 36, 37}}
    noted = told(list(commands(found, check.lines_of_the_change(found))))
    assert [(kind, properties["line"]) for kind, properties, _ in noted][:3] == [
        ("error", "35"),
        ("error", "37"),
        ("error", "1"),
    ]
    assert [
        properties["line"] for kind, properties, _ in noted if kind == "notice"
    ] == ["36"]
    monkeypatch.setenv("GITHUB_BASE_REF", "a-branch-that-is-not-there")
    assert check.lines_of_the_change(found) is None
