"""No two things stand at one address, and every address can be saved: told before anything is
built, in exact words.
"""

from __future__ import annotations

from dataclasses import replace

import cases
import pytest
from building import saved
from contents import content_of, hand_written, real_content, subject
from continuum import examine, files_in
from continuum.addresses import address_of_file, other_addresses, path_of
from continuum.language.prose_file import ProseFile, read_prose
from continuum.loading import Own
from continuum.report.problem import ContentError
from continuum.rules import check
from continuum.rules.addresses.spots import spots
from publishing.places import MARK

TOPIC = "- id: paying-for-it"
OLD = "[the-middle]"
TAKEN = "is already the address of a page of the site. Fix: choose another one."
DEVICE = (
    "is the name of a device on Windows, which can save no such folder. Fix: add to it,"
)


def told(old: str, new: str, *files: str) -> list[str]:
    """Return what is said of the sound file with a change, and of files in `docs/` beside it."""
    text = cases.SOUND.replace(old, new, 1)
    assert files or text != cases.SOUND
    judged = replace(subject(content_of(text)), files=files)
    return [said for problem in check(judged) if (said := line_of(problem))]


def line_of(problem, line: bool = False) -> str:
    """Return a problem in one line, and nothing of advice; with the `line` of another file too."""
    if problem.advice:
        return ""
    name = problem.file or "levels.yaml"
    if line or not problem.file:
        name = f"{name}:{problem.place.line}"
    return f"{name}: {problem.text} Fix: {problem.fix}"


@pytest.mark.parametrize(
    "id", ["guide", "index", "search", "embed", "api", "assets", "continuum"]
)
def test_a_topic_takes_no_address_of_the_site(id):
    """A topic's page stands at the root, where the site has pages, files and folders."""
    assert told(TOPIC, f"- id: {id}") == [f"levels.yaml:177: “{id}” {TAKEN}"]


def test_a_topic_does_not_stand_for_what_is_lost():
    """The page for what is not there cannot be a topic, however its number is written."""
    assert told(TOPIC, '- id: "404"') == [f"levels.yaml:177: “404” {TAKEN}"]
    with pytest.raises(ContentError) as error:
        told(TOPIC, "- id: 404")
    assert str(error.value) == (
        "levels.yaml:177:9  topics > item 1 > id\n"
        "   |   - id: 404\n"
        "   |         ^^^\n"
        "   “404” is read as a number, and a text is due.\n"
        '   Fix: put it in quotation marks: id: "404"\n'
        "\n"
        "1 problem in levels.yaml. Nothing was published."
    )


def test_an_old_address_takes_none_of_the_site():
    """What leads to a level does not hide a page."""
    assert told(OLD, "[guide]") == [f"levels.yaml:66: “guide” {TAKEN}"]


def test_the_content_takes_no_address_twice():
    """Topics and levels share the root: a level's short address, and its old ones."""
    levels = told(TOPIC, "- id: low")
    assert levels == [
        "levels.yaml:28: “low” is already the address of “low”, on line 177."
        " Fix: choose another one."
    ]
    old = told(TOPIC, "- id: the-middle")
    assert old == [
        "levels.yaml:66: “the-middle” is already the address of “the-middle”, on line 177."
        " Fix: choose another one."
    ]


@pytest.mark.parametrize(("id", "better"), [("Low", "low"), ("notes.", "notes")])
def test_an_id_differs_in_more_than_capitals_and_dots(id, better):
    """Where two ids differ only in case, or end in a dot, Windows saves one over the other."""
    with pytest.raises(ContentError) as error:
        told(TOPIC, f"- id: {id}")
    assert (
        f"“{id}” cannot be an id.\n   Fix: use small letters, digits and single dashes:"
        in (str(error.value))
    )
    assert f" id: {better}\n" in str(error.value)


@pytest.mark.parametrize("id", ["con", "aux", "com1"])
def test_no_name_is_that_of_a_device(id):
    """Clinics build on Windows too."""
    assert told(TOPIC, f"- id: {id}") == [
        f"levels.yaml:177: “{id}” {DEVICE} such as “{id}-page”."
    ]


@pytest.mark.parametrize(
    ("file", "what"),
    [
        ("guide.md", "a page of the site"),
        ("Guide/index.md", "a page of the site"),
        ("README.md", "a page of the site"),
        ("sitemap.xml", "a file of the site"),
        ("assets/site.css", "a file of the site"),
    ],
)
def test_a_hand_written_page_takes_no_address_of_the_site(file, what):
    """Nor does any other file in `docs/`, in capital letters or small ones."""
    address = address_of_file(file)
    kind = what.split()[1]
    assert told("", "", file) == [
        f"docs/{file}: This {kind} would stand at /{address}, the address of {what}."
        " Fix: give the file another name."
    ]


@pytest.mark.parametrize("file", ["low.md", "Low.md", "Low/index.md"])
def test_a_level_does_not_hide_a_hand_written_page(file):
    """The file is there already: the id is what is told."""
    assert told("", "", file) == [
        f"levels.yaml:28: “low” is already the address of docs/{file}."
        " Fix: choose another one."
    ]


@pytest.mark.parametrize("file", ["notes..md", "con/more.md", "aux.svg", "what?.md"])
def test_a_file_has_a_name_that_windows_can_hold(file):
    """A part of its way that Windows cannot hold is named."""
    (said,) = told("", "", file)
    name = file.removesuffix(".md").split("/")[0]
    assert said == (
        f"docs/{file}: Windows can save nothing under the name “{name}”."
        " Fix: give the file or its folder another name, with letters, digits and dashes."
    )


def test_files_beside_each_other_are_no_fault():
    """Files in one folder, and those beside the made ones, are what `docs/` is for."""
    assert told("", "", "notes/one.md", "notes/two.md", "assets/more.svg") == []


@pytest.mark.parametrize(
    "file",
    [
        "Thumbs.db",
        "assets/desktop.ini",
        "privacy.md.bak",
        "privacy.bak",
        "privacy.md~",
        "notes (1).md",
        "notes - Copy.md",
        "Copy of notes.md",
        "~$notes.docx",
        "half.tmp",
    ],
)
def test_what_a_program_left_behind_is_not_published(file):
    """Copies that systems and editors leave in `docs/` are told: they would be published."""
    name = file.split("/")[-1]
    assert told("", "", file) == [
        f"docs/{file}: “{name}” looks like a copy that a program left here, "
        "and it would be published. Fix: delete it, or give it another name."
    ]


@pytest.mark.parametrize("file", ["Notes.MD", "more/notes.markdown", "notes.mkd"])
def test_a_page_has_the_name_of_one(file):
    """Another ending would publish what was typed, signs and all."""
    stem = file.split("/")[-1].split(".")[0]
    assert told("", "", file) == [
        f"docs/{file}: This page would be published as it is typed, and not as a page."
        f" Fix: end its name in .md: {stem}.md"
    ]


def test_what_is_hidden_is_told_and_stops_nothing(tmp_path):
    """A hidden file is not published, and whoever put it there is told so; what systems and
    editors hide for themselves is nobody's concern.
    """
    for name in (".well-known/x.txt", ".DS_Store", "a/._b", ".a.md.swp", ".git/x"):
        file = tmp_path / "docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x")
    content = tmp_path / "levels.yaml"
    content.write_text(cases.SOUND, encoding="utf-8")
    _, _, findings = examine(content, own=Own(folders=[tmp_path / "docs"]))
    (tmp_path / "docs" / ".#by-hand.md").symlink_to("nobody@here.123")
    assert not [file for file in files_in(tmp_path / "docs") if ".md" in file]
    assert not (
        saved(tmp_path / "site", content, docs=tmp_path / "docs") / ".a"
    ).exists()
    (problem,) = [one for one in findings.problems if one.file]
    assert (problem.file, problem.advice) == ("docs/.well-known/x.txt", True)
    assert problem.text == (
        "This file is not published: a name that starts with a dot is hidden."
    )
    assert problem.fix == "delete it, or give it a name without the dot."


@pytest.mark.parametrize(
    ("file", "address"), [("levels.md", "levels/"), ("robots.txt", "robots.txt")]
)
def test_a_file_by_hand_meets_no_generated_one(file, address):
    """Neither would be seen for the other: which one, would be chance."""
    (said,) = told("", "", file)
    assert f"would stand at /{address}, the address of a " in said
    assert said.endswith("Fix: give the file another name.")


def moved(typed: str) -> dict[str, ProseFile]:
    """Return a hand-written page that names its old addresses."""
    text = f"---\ntitle: Privacy\naddresses: {typed}\n---\n# Privacy\n"
    return {"privacy.md": read_prose(text, "docs/privacy.md")}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("[old-privacy, about/privacy]", []),
        ("[guide]", [f"docs/privacy.md:3: “guide” {TAKEN}"]),
        (
            "[privacy]",
            [
                "docs/privacy.md:3: “privacy” is already the address of docs/privacy.md."
                " Fix: choose another one."
            ],
        ),
        (
            "[old, old]",
            [
                "docs/privacy.md:3: “old” is already the address of docs/privacy.md."
                " Fix: choose another one."
            ],
        ),
        (
            "[levels/low]",
            [
                "levels.yaml:28: “low” is already the address of docs/privacy.md."
                " Fix: choose another one."
            ],
        ),
        ("[old/con]", [f"docs/privacy.md:3: “con” {DEVICE} such as “con-page”."]),
    ],
)
def test_an_old_address_of_a_hand_written_page_is_one_like_others(typed, said):
    """It stands where nothing else does, and every system can save it."""
    judged = replace(
        subject(content_of(cases.SOUND)),
        files=("privacy.md",),
        prose_files=moved(typed),
    )
    found = [problem for problem in check(judged) if problem.file or line_of(problem)]
    assert [line_of(problem, line=True) for problem in found] == said


@pytest.mark.parametrize(
    "typed", ["Old", "[fine, /old/]", "[[old]]", "[a..b]", "{a: b}"]
)
def test_what_no_page_can_have_had_as_its_address(typed):
    """It is told where it stands, with how to write it."""
    with pytest.raises(ContentError) as error:
        moved(typed)
    (problem,) = error.value.findings.problems
    assert (problem.place.line, problem.path) == (3, "addresses")
    assert problem.text == "This is no address that a page can have had."
    assert problem.fix.endswith("such as addresses: [old-name, folder/old-name].")


def test_old_addresses_of_a_hand_written_page_lead_to_it(tmp_path):
    """Each of them is a small page that leads there, as deep as it lies."""
    docs = tmp_path / "docs" / "about"
    docs.mkdir(parents=True)
    (docs / "us.md").write_text(
        "---\naddresses: [who, old/about/us]\n---\n# Who we are\n", encoding="utf-8"
    )
    content = tmp_path / "levels.yaml"
    content.write_text(cases.SOUND, encoding="utf-8")
    site = saved(tmp_path / "site", content, docs=docs.parent)
    assert "Who we are" in (site / "about/us/index.html").read_text(encoding="utf-8")
    for old, way in (("who", "../about/us/"), ("old/about/us", "../../../about/us/")):
        html = (site / old / "index.html").read_text(encoding="utf-8")
        assert f'http-equiv="refresh" content="0; url={way}"' in html


def test_a_file_that_is_no_text_is_reported_too(tmp_path):
    """The report of a file in `docs/` that stands in the way of another needs none of its lines."""
    (tmp_path / "sitemap.xml").write_bytes(b"<xml/>")
    content = tmp_path / "levels.yaml"
    content.write_text(cases.SOUND, encoding="utf-8")
    with pytest.raises(ContentError) as error:
        examine(content, own=Own(folders=[tmp_path]))
    assert "docs/sitemap.xml:1:1\n   This file would stand at" in str(error.value)


# What stands in them takes its name from the site's own lists, not from ids.
OWN = ("api/v1/", "assets/", "embed/", "oembed/", "search/")


def test_the_rule_knows_every_page_of_the_site(site):
    """What was built is what the rule spoke of: a page that it does not know could stand on one
    of the content's, and nobody would be told.
    """
    content, _ = real_content()
    judged = replace(subject(content), files=hand_written())
    known = {spot.path for spot in spots(judged)}
    paths = {file.relative_to(site).as_posix() for file in site.rglob("*.*")}
    assert len(paths) > 600
    unknown = paths - known - {MARK}
    assert {path for path in unknown if not path.startswith(OWN)} == set()
    assert {path_of(move.address) for move in other_addresses(content)} <= paths
