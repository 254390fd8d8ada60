"""A site is a folder: its file, colors, logo and pages; and every command works from it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import cases
import made
import pytest
from building import ENVIRONMENT, ROOT, SITE
from continuum import build
from continuum.loading import ALIKE, own_site
from continuum.loading.look import MEANINGS, colors_can_be_read
from continuum.model.own import DARK, LIGHT, Colors, contrast, palette
from continuum.reading.tree import locate
from continuum.report.problem import ContentError
from continuum.settings import read_settings
from hypothesis import given
from hypothesis import strategies as st

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>'
OWN = """\
address: https://harbor.example/care/
colors: {accent: "#7a2e8e", warning: "#9c1c1c", help: "#2b1b33"}
logo: logo.svg
"""
ENOUGH = 4.5
HEX = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
NAMES = [meaning.name for meaning in MEANINGS]


@pytest.fixture
def folder(tmp_path) -> Path:
    """A site's folder with a space in its name, elsewhere."""
    made = tmp_path / "our site"
    (made / "pages").mkdir(parents=True)
    (made / "levels.yaml").write_text(cases.SOUND, encoding="utf-8")
    (made / "site.yaml").write_text(OWN, encoding="utf-8")
    (made / "logo.svg").write_text(LOGO, encoding="utf-8")
    (made / "pages" / "rooms.md").write_text("# Our rooms\n\nQuiet.\n")
    return made


def run(
    *command: str | Path, site: Path | str, **more: str
) -> subprocess.CompletedProcess:
    """Return how a command ended that works from a site's folder."""
    env = {**ENVIRONMENT, "SITE": str(site), **more}
    return subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=env, capture_output=True, text=True
    )


def files_of(folder: Path, monkeypatch) -> dict[str, bytes]:
    """Return every file of a site by its path."""
    monkeypatch.setenv("SITE", str(folder))
    return {file.path: file.body for file in build(read_settings())}


def test_a_site_is_built_from_its_folder(folder, monkeypatch):
    """Its levels, address, colors, logo and pages are in it, and none of this project's own."""
    files = files_of(folder, monkeypatch)
    home = files["index.html"].decode()
    assert "Sound" in home and "https://harbor.example/care/" in home
    assert 'src="./assets/logo.svg" alt=""' in home and SITE not in home
    style = files["assets/site.css"].decode()
    assert "--accent: #7a2e8e" in style and LIGHT["accent"] not in style
    assert files["assets/logo.svg"] == files["assets/icon.svg"] == LOGO.encode()
    assert "Our rooms" in files["rooms/index.html"].decode()
    assert "Our rooms" in home  # the foot leads there
    assert "privacy/index.html" in files


def test_a_page_of_its_own_takes_the_place_of_its_like(folder, monkeypatch):
    """A site says in its own words what another says in ours."""
    (folder / "pages" / "privacy.md").write_text("# We keep nothing\n\nNothing.\n")
    page = files_of(folder, monkeypatch)["privacy/index.html"].decode()
    assert "We keep nothing" in page


def test_every_door_works_from_the_folder(folder):
    """Check, review dates and saving take the site's levels, and leave the project alone."""
    before = changed_in_project()
    checked = run("scripts/check.py", site=folder)
    assert checked.stdout == "2 levels, 1 source: no problem found.\n" or (
        checked.returncode == 0 and "15 levels" not in checked.stdout
    )
    due = run("scripts/due.py", site=folder, TODAY="2026-06-01")
    assert "Low" in due.stdout and "IOP" not in due.stdout
    saved = run("scripts/write.py", folder / "made", site=folder)
    assert saved.returncode == 0, saved.stderr
    assert "Sound" in (folder / "made" / "index.html").read_text(encoding="utf-8")
    assert changed_in_project() == before


def changed_in_project() -> dict[str, int]:
    """Return when each file of the project's own folders was written."""
    found = {}
    for name in ("content", "docs", "overrides"):
        for file in (ROOT / name).rglob("*"):
            found[str(file)] = file.stat().st_mtime_ns
    return found


def test_all_that_is_wrong_is_told_at_once(folder):
    """Faults of both files come together, each with its place and what to do."""
    (folder / "site.yaml").write_text(
        'address: harbor.example\ncolors: {accent: "#ffcc00", help: red}\nlogo: l.svg\n'
    )
    levels = folder / "levels.yaml"
    levels.write_text(cases.SOUND.replace("name: Sound", "name:"), encoding="utf-8")
    told = run("scripts/check.py", site=folder).stdout
    assert "site.yaml:1:10  address" in told
    assert "“harbor.example” is not a web address" in told
    assert "site.yaml:2:35  colors > help" in told and "“red” is not a color." in told
    assert "levels.yaml" in told and "in 2 files. Nothing was published." in told


def test_colors_that_cannot_be_read_are_told_with_the_nearest_that_can(folder):
    """So is a logo that is not there."""
    (folder / "site.yaml").write_text(
        'colors: {accent: "#ffcc00", help: "#cccccc"}\nlogo: missing.svg\n'
    )
    with pytest.raises(ContentError) as caught:
        own_site(replace(read_settings(), folder=folder))
    found = [(p.path, p.text, p.fix) for p in caught.value.findings.problems]
    assert [path for path, _, _ in found] == [
        "colors > accent",
        "colors > help",
        "logo",
    ]
    assert "They need 4.5." in found[0][1]
    assert found[2][1] == "There is no file “missing.svg” beside this one."
    for path, _, fix in found[:2]:
        name, color = path.split(" > ")[1], re.search('"(#.{6})"', fix)[1]
        assert not list(colors_can_be_read(Colors(**{name: color}))), fix


@given(name=st.sampled_from(NAMES), color=HEX)
def test_a_color_is_fine_or_the_offered_one_is(name, color):
    """Whatever color is named, the nearest one that is offered is taken."""
    faults = list(colors_can_be_read(Colors(**{name: color})))
    for fault in faults:
        offered = re.search('"(#.{6})"', fault.problem.fix)[1]
        assert not list(colors_can_be_read(Colors(**{name: offered}))), (name, color)


@given(accent=HEX, warning=HEX, help=HEX)
def test_what_is_made_of_colors_can_be_read(accent, warning, help):
    """Letters on and in the colors that are made of sound ones have 4.5 to 1, by day and at night,
    and bars 3 to 1.
    """
    colors = Colors(accent=accent, warning=warning, help=help)
    if list(colors_can_be_read(colors)):
        return
    whole = palette(colors)
    for tokens in (whole.light, whole.dark):
        for letters, grounds in {
            "ink": ("paper", "card", "band", "accent-pale", "care-pale", "yours"),
            "soft": ("paper", "card", "band"),
            "accent": ("paper", "card", "band", "accent-pale"),
            "on-accent": ("accent",),
            "care": ("paper", "card", "care-pale"),
            "on-care": ("care",),
            "on-help": ("help", "help-cell"),
            "help-strong": ("help", "help-cell"),
        }.items():
            for ground in grounds:
                ratio = contrast(tokens[letters], tokens[ground])
                assert ratio >= ENOUGH, (letters, ground, round(ratio, 2))
        assert contrast(tokens["bar-pale"], tokens["paper"]) >= 3


def test_a_color_of_the_night_needs_none_of_the_day():
    """What a site names is taken, whatever it leaves as it is."""
    whole = palette(Colors(accent_at_night="#ffd9a8", warning_at_night="#f3bb8c"))
    assert whole.light == LIGHT
    assert (whole.dark["accent"], whole.dark["care"]) == ("#ffd9a8", "#f3bb8c")


def test_without_colors_all_stay_as_they_are():
    """A site that names none has those of this one."""
    assert palette(None).light == palette(Colors()).light == LIGHT
    assert palette(None).dark == palette(Colors()).dark == DARK


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["site", "STE=x"], "There is no setting “STE”."),
        (["site", "FILE=x"], "FILE is for make check alone."),
        (["check", "SITE="], "SITE names no folder."),
        (["check", "FILE=x", "SITE=y"], "FILE and SITE name two things to check."),
        (["check", "FILE=x", "-n"], ""),
        (["check", "SITE=x", "-n"], ""),
    ],
)
def test_a_slip_on_the_command_line_is_an_error(words, said):
    """No unknown name is passed over, so that never the usual site is built in place of another."""
    env = {name: value for name, value in os.environ.items() if name != "MAKEFLAGS"}
    done = subprocess.run(
        ["make", *words], cwd=ROOT, env=env, capture_output=True, text=True
    )
    assert said in done.stderr
    assert (done.returncode != 0) == bool(said), done.stderr


def test_a_folder_that_is_not_there_is_an_error(tmp_path):
    """The usual site is not taken in its place."""
    done = run("scripts/check.py", site=tmp_path / "nowhere")
    assert done.returncode == 2
    assert "There is no folder" in done.stderr and "SITE=FOLDER" in done.stderr


def test_a_logo_is_a_drawing_and_no_more(folder):
    """What is no SVG, runs something or fetches something is refused."""
    own = replace(read_settings(), folder=folder)
    for drawing, said in {
        "no svg": "is not an SVG file",
        "<html/>": "is not an SVG file",
        LOGO.replace("<path", '<path onload="x()"'): "holds a program",
        LOGO.replace("<path", "<script/><path"): "holds a program",
        LOGO.replace("<path", '<image href="https://x.example/p"/><path'): "fetches",
    }.items():
        (folder / "logo.svg").write_text(drawing, encoding="utf-8")
        with pytest.raises(ContentError) as caught:
            own_site(own)
        (problem,) = caught.value.findings.problems
        assert problem.path == "logo" and said in problem.text, drawing


BASED = """\
based_on: levels-of-another/levels.yaml
without: [{}]
site: {{name: Harbor, title: What is it?, purpose: It says what care is.}}
publisher:
  name: Harbor Light
  about: [We are a clinic.]
  funding: We are paid.
  review_policy: [We read it.]
  update_policy: [Each year.]
  corrections: [Call us.]
help:
  - id: lifeline
    name: The line
    when: You need someone now.
    strip: Now
    what: Someone answers.
    contacts:
      - {{kind: call, value: "116-123", words: Call 116-123}}
    sources: [rule]
"""


@pytest.fixture
def based(folder) -> Path:
    """A site's folder without levels of its own: it shows those of another site, but for one."""
    other = folder / "levels-of-another"
    other.mkdir()
    text = made.text_of(made.many(4))
    (other / "levels.yaml").write_text(text, encoding="utf-8")
    (folder / "levels.yaml").unlink()
    (folder / "site.yaml").write_text(BASED.format("level-1"), encoding="utf-8")
    return folder


def test_a_site_shows_another_ones_levels_as_its_own_site(based, monkeypatch):
    """Its name, publisher and help numbers are in it, and who checked the facts; a level that it
    leaves out is on no page, and in no file.
    """
    files = files_of(based, monkeypatch)
    assert not [path for path in files if "level-1" in path]
    page = files["levels/level-2/index.html"].decode()
    assert "· Harbor</title>" in page
    assert "tel:116-123" in page and "tel:988" not in page
    assert "gathered these facts and checked them." in page
    api = files["api/v1/levels.json"].decode()
    assert '"level-1"' not in api and "gathered these facts" in api
    maker = re.search(r"([\w ]+) gathered these facts", page)[1].strip()
    assert f'"credit": "{maker}, Harbor' in api or f"{maker}, Harbor" in api
    assert f"{maker} and Harbor Light" in files["cite/index.html"].decode()
    home = files["index.html"].decode()
    assert "What is it?" in home
    # Nobody checked against sources what a site says of itself.
    assert (
        "Last checked" in page
        and "Last checked" not in files["rooms/index.html"].decode()
    )


def test_what_is_said_of_levels_left_out_is_told(based):
    """An id that no level has, fewer than two levels left, a file that is not there, and one too
    many: each with its place in the site's own file.
    """
    told = []
    for written in ("level-11", "level-1, level-2, level-3, level-4"):
        (based / "site.yaml").write_text(BASED.format(written), encoding="utf-8")
        told.append(run("scripts/check.py", site=based).stdout)
    assert "site.yaml:2:11  without" in told[0]
    assert "No level has the id “level-11”." in told[0]
    assert "did you mean “level-1”?" in told[0]
    assert "Fewer than 2 levels would be left." in told[1]
    (based / "levels.yaml").write_text(cases.SOUND, encoding="utf-8")
    (based / "levels-of-another" / "levels.yaml").unlink()
    told = run("scripts/check.py", site=based).stdout
    assert "There is no file “levels-of-another/levels.yaml”, seen from here." in told
    assert "A levels.yaml lies beside this file, and would not be shown." in told


def test_a_fault_in_what_a_site_says_instead_is_told_in_its_file(based):
    """A rule that its own words break stands in `site.yaml`, not in the file of levels."""
    text = BASED.format("").replace("sources: [rule]", "sources: [nowhere]")
    (based / "site.yaml").write_text(text, encoding="utf-8")
    told = run("scripts/check.py", site=based).stdout
    assert "site.yaml:19:15  help > lifeline > sources" in told, told
    assert "   |     sources: [nowhere]" in told


def test_what_the_page_for_clinics_says_is_taken(tmp_path):
    """The blocks of the page on making a site, put together, are a site that is sound."""
    page = (ROOT / "content" / "pages" / "your-own-site.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```\n(.*?)```", page, re.S)
    own = "\n".join(block for block in blocks if re.match(r"\w+:", block))
    assert {"based_on:", "colors:", "without:", "publisher:"} <= set(own.split())
    levels = os.path.relpath(ROOT / "content" / "levels.yaml", tmp_path)
    own = re.sub("(?<=based_on: ).*", levels, own)
    (tmp_path / "site.yaml").write_text(own, encoding="utf-8")
    (tmp_path / "logo.svg").write_text(LOGO, encoding="utf-8")
    told = run("scripts/check.py", site=tmp_path)
    assert told.stdout.endswith("no problem found.\n"), told.stdout
    for block in blocks:
        for goal in re.findall(r"make (\w+) SITE=", block):
            assert f"\n{goal}: " in (ROOT / "Makefile").read_text(encoding="utf-8")


def test_a_number_with_spaces_is_dialed_without_and_read_in_one_line(
    based, monkeypatch
):
    """As people in other countries write it: links hold its digits, and no line breaks it."""
    text = BASED.format("level-1").replace("116-123", "116 123")
    (based / "site.yaml").write_text(text, encoding="utf-8")
    files = files_of(based, monkeypatch)
    page = files["levels/level-2/index.html"].decode()
    assert 'href="tel:116123"' in page and "116\u00a0123" in page
    assert "tel:116 123" not in page and "Call 116 123" not in page
    piece = files["embed/v1/levels/level-2/index.html"].decode()
    assert 'href="tel:116123"' in piece


@pytest.mark.parametrize(
    ("language", "said", "direction"),
    [("en", "", "ltr"), ("ar", "", "rtl"), ("ar", "direction: ltr\n", "ltr")],
)
def test_a_language_runs_its_own_way(language, said, direction):
    """Arabic runs from right to left without a word about it; what the file says is stronger."""
    text = cases.SOUND.replace("language: en\n", f"language: {language}\n{said}")
    whole, shown = ALIKE.read(locate(text), "levels.yaml", text)
    assert whole.direction == shown.direction == direction


def test_help_takes_the_place_of_its_like_or_comes_after(based, monkeypatch):
    """Numbers that texts of the other site name stay; a line of one's own is added at the end."""
    text = BASED.format("").replace("- id: lifeline", "- id: front-desk")
    (based / "site.yaml").write_text(text, encoding="utf-8")
    page = files_of(based, monkeypatch)["get-help-now/index.html"].decode()
    assert page.index("tel:988") < page.index("tel:116-123")


def test_a_site_based_on_another_says_who_it_is(based):
    """Its name and its publisher are never those of the other; a misspelt name is told as such."""
    (based / "site.yaml").write_text(
        "based_on: levels-of-another/levels.yaml\nadress: https://x.example/\n"
    )
    told = run("scripts/check.py", site=based).stdout
    assert "did you mean “address”?" in told
    (based / "site.yaml").write_text("based_on: levels-of-another/levels.yaml\n")
    told = run("scripts/check.py", site=based).stdout
    assert "“site:” is missing." in told and "“publisher:” is missing." in told


def test_what_the_other_file_lacks_is_told_and_no_traceback(based):
    """A help entry without its id in the other file is that file's fault, with its place."""
    other = based / "levels-of-another" / "levels.yaml"
    text = other.read_text(encoding="utf-8")
    other.write_text(
        text.replace("- id: lifeline\n  name:", "- name:"), encoding="utf-8"
    )
    done = run("scripts/check.py", site=based)
    assert done.stderr == "" and "“id” is missing" in done.stdout, done
