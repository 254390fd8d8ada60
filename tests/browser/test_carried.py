"""The browsers that are carried, as package.json lists them, know all that the site ships."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest
from building import ROOT

pytestmark = pytest.mark.browser

LINT = ROOT / "tests" / "old" / "lint.js"
PACKAGE = ROOT / "package.json"
PAGE = ROOT / "docs" / "accessibility.md"

# What some carried browser does not know, and what is said of it.
STRANGE = {
    "css": {
        "a{inset:0}": "css.properties.inset",
        "a{height:10dvh}": "viewport_percentage_units_dynamic",
        "a{display:flex;gap:1rem}": "css.properties.gap.flex_context",
        "a:not(b,c){color:red}": "css.selectors.not.selector_list",
        "a,b:has(c){color:red}": 'css.selectors.has, and all of "a,b:has(c)"',
        "a:has(c){color:red}": "css.selectors.has",
        "a:is(b){color:red}": "css.selectors.is",
        "a{color:color-mix(in srgb,red,blue)}": "css.types.color.color-mix",
        "a{overflow:clip}": "css.properties.overflow.clip",
        "a{colour:red}": "css.properties.colour",
        "a{&:hover{color:red}}": "css.selectors.nesting",
        "@layer a{b{color:red}}": "css.at-rules.layer",
        "@media (width>=1rem){a{color:red}}": "css.at-rules.media.range_syntax",
        "@supports (color:red){a{aspect-ratio:1}}": "css.properties.aspect-ratio",
    },
    "js": {
        "a.replaceAll('b', 'c')": "javascript.builtins.String.replaceAll",
        "[].at(-1)": "javascript.builtins.Array.at",
        "document.body.replaceChildren()": "replaceChildren",
        "structuredClone({})": "structuredClone",
        "let a; a ??= 1": "syntax newer than 2020",
        "class A { #b = 1 }": "syntax newer than 2020",
        "/(?<=a)b/.test('c')": "lookbehind_assertion",
    },
    "html": {
        "<dialog>a</dialog>": "html.elements.dialog",
        "<div inert>a</div>": "html.global_attributes.inert",
        "<details name=a></details>": "html.elements.details.name",
        "<style>b{inset:0}</style>": "css.properties.inset",
        '<p style="inset:0">a</p>': "css.properties.inset",
        "<script>[].at(0)</script>": "javascript.builtins.Array.at",
    },
    "svg": {"<svg><style>c{inset:0}</style></svg>": "css.properties.inset"},
}
# The same where it does no harm: all know something else that stands in for it.
PLAIN = {
    "css": [
        "a{height:100vh;height:100dvh}",
        "@supports (inset:0){a{inset:0}}",
        "@supports (aspect-ratio:1) and (color:red){a{aspect-ratio:1}}",
        "a{display:flex;gap:1rem}@supports not (inset:0){a>*{margin:0 1rem}}",
        "a{display:grid;gap:1rem}",
        "@media (forced-colors:active){a{color:red}}",
    ],
    "js": ["a.querySelector('b')?.remove()", "const at = { at: 1 }; at.lost = at.at"],
    "html": ["<details><summary>a</summary></details>"],
}


def linted(site: Path) -> dict[str, list[str]]:
    """Return what the carried browsers do not know of a folder's files, and what was looked at."""
    done = subprocess.run(
        ["node", LINT, site],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def whole(site) -> dict[str, list[str]]:
    """What the carried browsers do not know of the real site."""
    return linted(site)


def save(folder: Path, name: str, kind: str, texts: Iterable[str]) -> list[str]:
    """Save each text as a file; return the names."""
    saved = []
    for number, text in enumerate(texts):
        file = folder / f"{name}-{number}.{kind}"
        file.write_text(text)
        saved.append(file.name)
    return saved


def shipped(site: Path, kind: str) -> set[str]:
    """Return the files of one kind that a site ships."""
    names = set()
    for file in site.rglob(f"*.{kind}"):
        name = file.relative_to(site)
        names.add(name.as_posix())
    return names


def test_carried_browsers_know_all_that_the_site_ships(whole):
    """Every style, script, element and attribute of the built site is known to every carried
    browser, has a plain form before it, or only adds; no exception is idle.
    """
    problems = whole["problems"]
    assert problems == [], "\n".join(problems)
    assert whole["idle"] == []


def test_the_lint_looks_at_every_style_and_script(whole, site):
    """Those of files, those inside pages and pieces, and those of pictures."""
    looked = set(whole["looked"])
    styles = shipped(site, "css")
    scripts = shipped(site, "js")
    assert len(styles) >= 2
    assert len(scripts) >= 8
    assert styles <= looked
    assert scripts <= looked
    assert "assets/continuum.svg" in looked
    for page in shipped(site, "html"):
        is_piece = page.startswith("embed/v1/")
        assert not is_piece or page in looked, page


def test_what_a_carried_browser_does_not_know_is_told(tmp_path):
    """Newer properties, values, selectors, rules, syntax, members, elements and attributes are
    told, wherever they stand; those with something plain beside them are not.
    """
    expected = {}
    for kind, cases in STRANGE.items():
        names = save(tmp_path, "strange", kind, cases)
        expected |= dict(zip(names, cases.values(), strict=True))
    for kind, texts in PLAIN.items():
        save(tmp_path, "plain", kind, texts)
    problems = linted(tmp_path)["problems"]
    for name, said in expected.items():
        assert told(problems, name, said), name
    assert not told(problems, "plain")


def told(problems: list[str], name: str, said: str = "") -> list[str]:
    """Return the problems of a file that say something."""
    own = []
    for problem in problems:
        its = problem.startswith(name)
        if its and said in problem:
            own.append(problem)
    return own


def test_the_page_about_access_says_which_browsers_are_carried():
    """It names each line of package.json's list, in words."""
    lines = json.loads(PACKAGE.read_text())["browserslist"]
    page = PAGE.read_text(encoding="utf-8")
    assert len(lines) >= 5
    for line in lines:
        name = line.replace(" >=", "")
        on_phones = name.replace("ChromeAndroid", "Chrome")
        assert on_phones in page, line
