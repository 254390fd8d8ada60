"""What a page says is known before it is HTML: another class in a template changes how the page
looks, and not how hard it is to read, what it tells machines, what the search finds, or what is
refused.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import cases
import pytest
from contents import content_of, english
from continuum.outputs.inspection import faults_of
from continuum.outputs.whole import whole_site
from continuum.rendering.renderer import Renderer
from continuum.settings import TEMPLATES, Publication, read_settings
from continuum.views.speaking import Speaker

RENAMED = ("proof", "fold", "strip", "to-help")
DATA = re.compile(r'<script type="application/ld\+json">.*?</script>', re.S)


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """The pages of a small site, and its list of reading grades, as they are."""
    return site_of(TEMPLATES)


def site_of(templates: Path) -> dict[str, str]:
    """Return every file of the sound site that holds text, by its path."""
    content = content_of(cases.SOUND)
    settings = replace(read_settings(), pages=cases.CASES / "no-pages")
    render = Renderer(Speaker(content, english(), Publication()), templates)
    made = whole_site(render, settings)
    text = (".html", ".json", ".xml")
    return {file.path: file.body.decode() for file in made if file.path.endswith(text)}


@pytest.fixture(params=RENAMED)
def renamed(request, tmp_path) -> tuple[str, dict[str, str]]:
    """A class, and the site made of templates in which it has another name."""
    templates = tmp_path / "templates"
    shutil.copytree(TEMPLATES, templates)
    name = re.compile(rf'(class="(?:[^"]* )?){request.param}(?=[ "])')
    changed = 0
    for file in templates.rglob("*.j2"):
        text, count = name.subn(r"\1renamed", file.read_text(encoding="utf-8"))
        file.write_text(text, encoding="utf-8")
        changed += count
    assert changed
    return request.param, site_of(templates)


def test_the_name_of_a_class_means_nothing(renamed, pages):
    """Only the class differs: grades, data, what the search reads and what is refused do not."""
    name, made = renamed
    assert made != pages
    assert list(made) == list(pages)
    content = content_of(cases.SOUND)
    for path, html in made.items():
        before = pages[path]
        if path.endswith(".html"):
            assert DATA.findall(html) == DATA.findall(before), path
            assert list(faults_of(Path(path), html, content)) == []
        else:
            assert html.replace("renamed", name) == before.replace("renamed", name), (
                path
            )
    assert grades(made) == grades(pages) != []


def grades(made: dict[str, str]) -> list[str]:
    """Return what the page about the site's own quality says of how hard each page is to read."""
    return re.findall(r"<td[^>]*>(\d+\.\d)</td>", made["quality/index.html"])
