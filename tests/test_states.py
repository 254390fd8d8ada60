"""What each state says stands on its page, in the picture of the spread, in the data and on the
pages of levels; a site that knows no state has nothing of it.
"""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import cases
import pytest
from contents import content_of, english, real_content, site_files, subject
from continuum.model.base import AUDIENCES
from continuum.model.content import Content
from continuum.outputs.files import redirects
from continuum.outputs.pages.states import states
from continuum.rendering.renderer import Renderer
from continuum.rules import check
from continuum.settings import TEMPLATES, Publication
from continuum.views.speaking import Speaker
from markup import classed, first, number, page, text

ADDRESS = Publication(url="https://levels.example/")
NEW_STATE = """  - {id: newland, kind: state, name: Newland, about: Its rule is short.}
  - {id: new-county, kind: payer, name: New County, about: It pays., within: newland}
"""
NEW_CLAIMS = """      - {who: everyone, min: 12, max: 30, whose: newland, sources: [rule], note: L.}
      - {who: adults, max: 7, whose: new-county, sources: [rule], note: It pays less.}
      - {who: adults, min: 2, until: 2026-01-31, whose: newland, sources: [rule], note: It was.}
"""


def made(content: Content, templates: Path = TEMPLATES) -> dict[str, str]:
    """Return every file of a site that holds text, by its path."""
    render = Renderer(Speaker(content, english(), ADDRESS), templates)
    everything = templates is TEMPLATES
    files = site_files(content, english(), ADDRESS) if everything else states(render)
    return {
        file.path: getattr(file, "html", "") or file.body.decode("utf-8", "replace")
        for file in files
    }


def with_a_state() -> str:
    """Return the sound file with one state more: one authority and its claims."""
    line = (
        "  - {id: state, kind: state, name: A state, about: It follows the standard.}\n"
    )
    claim = "whose: state, sources: [rule], note: The state names no top.}\n"
    grown = cases.SOUND.replace(line, line + NEW_STATE)
    return grown.replace(claim, claim + NEW_CLAIMS)


@pytest.fixture(scope="module")
def real() -> dict[str, str]:
    content, _ = real_content()
    return made(content)


@pytest.fixture(scope="module")
def grown() -> dict[str, str]:
    return made(content_of(with_a_state()))


def ends(content: Content, level: str, audience: str) -> Counter[tuple[float, str]]:
    """Return where the ranges of states start and end, as the file has them."""
    voices = {one.id for one in content.authorities if one.speaks_of_a_state}
    found = Counter()
    for one in content.levels:
        for claim in one.hours_per_week:
            told = one.id == level and claim.whose in voices and claim.covers(audience)
            if not told or claim.until:
                continue
            top = claim.under if claim.max is None else claim.max
            if claim.min is not None:
                found[claim.min, "starts"] += 1
            if top is not None and top != claim.min:
                found[top, "ends"] += 1
    return found


def drawn(svg: Element) -> Counter[tuple[float, str]]:
    """Return where the marks of a strip stand, by the numbers on its axis."""
    ticks = [(number(tick, "x"), float(text(tick))) for tick in svg.iter("text")]
    (x, hours), (end_x, end_hours) = ticks[0], ticks[-1]
    found = Counter()
    for mark in svg.iter("circle"):
        part = (number(mark, "cx") - x) / (end_x - x)
        at = hours + part * (end_hours - hours)
        found[round(at, 1), mark.get("class")] += 1
    return found


def strips(html: str) -> Iterator[tuple[str, str, Element]]:
    """Yield the strips of the page: the level, the audience, the picture."""
    names = dict(zip(("Adults", "Teens"), AUDIENCES, strict=True))
    for part in classed(page(html), "spread"):
        level = next(part.iter("h3")).get("id")
        heads = [names[text(head)] for head in part.iter("h4")]
        for audience, svg in zip(heads, classed(part, "marks"), strict=True):
            yield level, audience, svg


def test_each_mark_stands_where_the_range_of_a_state_starts_or_ends(real):
    """One mark for each end of each state's range, and no other, at every level and for both
    audiences.
    """
    content, _ = real_content()
    shown = list(strips(real["states/index.html"]))
    assert len(shown) >= 8
    for level, audience, svg in shown:
        assert drawn(svg) == ends(content, level, audience), (level, audience)


def test_the_band_is_the_number_that_tables_show(real):
    """The band behind the marks begins and ends where the headline does."""
    content, _ = real_content()
    for id, audience, svg in strips(real["states/index.html"]):
        level = next(level for level in content.levels if level.id == id)
        head = level.headline("hours_per_week", audience)
        band = first(svg, "band")
        ticks = [(number(tick, "x"), float(text(tick))) for tick in svg.iter("text")]
        (x, hours), (end_x, end_hours) = ticks[0], ticks[-1]
        scale = (end_x - x) / (end_hours - hours)
        left = number(band, "x")
        right = left + number(band, "width")
        top = head.max if head.under is None else head.under
        assert left == pytest.approx(x + (head.min or 0) * scale, abs=0.2)
        assert right == pytest.approx(x + (top or end_hours) * scale, abs=0.2)


def test_a_strip_drawn_wrong_is_told(tmp_path):
    """Marks at half their place are not where the file says: the test above can fail."""
    shutil.copytree(TEMPLATES, tmp_path / "templates")
    file = tmp_path / "templates" / "diagrams" / "_spread.svg.j2"
    old = 'cx="{{ mark.x }}"'
    assert old in file.read_text()
    halved = file.read_text().replace(old, 'cx="{{ mark.x / 2 }}"')
    file.write_text(halved)
    content = content_of(with_a_state())
    level, audience, svg = next(
        strips(made(content, tmp_path / "templates")["states/index.html"])
    )
    assert drawn(svg) != ends(content, level, audience)


def test_a_state_is_one_authority_and_its_claims(grown):
    """Nothing else is needed for its page, the list of states, the level's page, the picture, the
    data and the search; and the check has nothing to say.
    """
    assert check(subject(content_of(with_a_state()))) == []
    own = text(page(grown["states/newland/index.html"]))
    assert "12 to 30 hours a week" in own
    assert "New County" in own
    assert "up to 7 hours a week" in own
    every = grown["states/index.html"]
    assert 'href="../states/newland/"' in every
    level = page(grown["levels/middle/index.html"])
    said = text(first(level, "states"))
    assert "Newland" in said
    assert "12 to 30 hours a week" in said
    marks = [drawn(svg) for name, _, svg in strips(every) if name == "middle"]
    assert marks[0][12, "starts"] == marks[0][30, "ends"] == marks[0][7, "ends"] == 1
    data = json.loads(grown["api/v1/states.json"])
    new = next(state for state in data["states"] if state["id"] == "newland")
    assert [one["claim"]["max"] for one in new["claims"]] == [30, 7, None]
    assert [one["id"] for one in new["within"]] == ["new-county"]
    assert "newland" in {row["state"] for row in table(grown)}
    assert "Newland" in grown["search/index.html"]


def test_a_state_speaks_first_whatever_the_order_of_the_file():
    """A county that stands above its state in the file stands below it on the page, and is what
    lies within the state in the data.
    """
    state, county = NEW_STATE.splitlines(keepends=True)
    turned = with_a_state().replace(state + county, county + state)
    assert turned.index(county) < turned.index(state)
    files = made(content_of(turned))
    own = files["states/newland/index.html"]
    assert own.index('<h2 id="middle">') < own.index('<h2 id="new-county">')
    data = json.loads(files["api/v1/states.json"])
    new = next(one for one in data["states"] if one["id"] == "newland")
    assert [one["id"] for one in new["within"]] == ["new-county"]


def table(files: dict[str, str]) -> list[dict[str, str]]:
    """Return the rows of the table for spreadsheets."""
    file = files["api/v1/states.csv"].removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(file)))


def test_each_row_of_the_table_leads_to_its_place(real):
    """The address in a row is a page, and what stands after # is a part of it."""
    for row in table(real):
        path, part = row["url"].removeprefix(ADDRESS.url).split("#")
        assert f'id="{part}"' in real[f"{path}index.html"], row["url"]


def test_what_is_no_longer_in_force_is_told_as_past(grown):
    """Its state's page and the data say since when; lists and the picture leave it out."""
    own = text(page(grown["states/newland/index.html"]))
    assert "No longer in force since January 31, 2026." in own
    assert "2 or more hours a week" in own
    assert "2 or more hours a week" not in text(page(grown["states/index.html"]))
    said = text(first(page(grown["levels/middle/index.html"]), "states"))
    assert "2 or more" not in said
    assert [row["until"] for row in table(grown)].count("2026-01-31") == 1


def test_every_claim_and_statement_of_a_state_is_on_its_page(real):
    """Each number, what it counts, its note, each name, each rule and each edition."""
    content, _ = real_content()
    say = Speaker(content, english(), ADDRESS)
    assert len(content.states) >= 23
    for state in content.states:
        own = plain(text(page(real[f"states/{state.id}/index.html"])))
        for voice in content.within(state):
            for said in [*voice.edition, *voice.rules]:
                assert plain(say.text(said.text)) in own, (state.id, said.text)
        ids = {voice.id for voice in content.within(state)}
        claims = [one for one in table(real) if one["state"] == state.id]
        told = sum(getattr(one, "whose", "") in ids for one in content.everything)
        assert len(claims) == told
        for claim in claims:
            for name in ("number", "counts", "note"):
                assert plain(claim[name]) in own, (state.id, claim[name])


def plain(said: str) -> str:
    """Return a text without spaces and the signs around long forms of letters, so that a page which
    writes letters out can be compared.
    """
    for word in real_content()[0].words:
        if word.stands_for:
            for form in (word.stands_for, word.stands_for.lower()):
                said = said.replace(f" ({form})", "")
    return "".join(said.split()).casefold()


def test_a_site_without_states_says_nothing_of_them():
    """No page, no part, no entry in a menu or list, no file of data."""
    bare = cases.SOUND.replace("kind: state", "kind: payer")
    files = made(content_of(bare))
    assert [path for path in files if "state" in path and "assets" not in path] == []
    assert "states" not in files["levels/middle/index.html"]
    assert "What your state says" not in files["search/index.html"]
    assert "states" not in files["api/v1/index.json"]


def test_an_address_that_a_state_had_leads_to_its_page():
    """A state that has another id keeps its old address as a redirect."""
    old = "about: It follows the standard.}"
    moved = cases.SOUND.replace(old, f"{old[:-1]}, addresses: [old-name]}}")
    render = Renderer(Speaker(content_of(moved), english(), ADDRESS))
    made = {file.path: file for file in redirects(render)}
    assert b"states/state/" in made["states/old-name/index.html"].body
