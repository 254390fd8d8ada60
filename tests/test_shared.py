"""The pictures that stand for pages where these are shared: what they say, show and weigh."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from io import BytesIO
from itertools import combinations
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import cases
import made
import pytest
from building import SITE
from contents import content_of, english
from continuum import load
from continuum.addresses import share_of
from continuum.model.level import Level
from continuum.outputs.whole import whole_site
from continuum.rendering.output import Page
from continuum.rendering.renderer import Renderer
from continuum.rendering.share import HEIGHT, WIDTH, Easel
from continuum.settings import Publication
from continuum.views.share import Row
from continuum.views.share.card import ShownWeek
from continuum.views.speaking import Speaker
from PIL import Image, ImageDraw
from preview.pages import Snapshot, settings_at
from shown import MADE, made_of

MOST = 60_000  # bytes
MARGIN = 24  # pixels at each edge that no letter reaches
FEW = 12
NAMES = ["real", *MADE, "arabic"]
SEEN = re.compile(r'<meta property="og:image" content="([^"]+)">')
SAVED = re.compile(r'<a href="(?:\.\./|\./)*([^"]+)" download(?:="[^"]+")?>')
SVG = "{http://www.w3.org/2000/svg}"
BOX = re.compile(r"M(\d+) (\d+)h(\d+)v(\d+)h-\d+z")
HEARD = re.compile(r'<meta property="og:image:alt" content="([^"]+)">')


def rendering(name: str, folder: Path) -> Renderer:
    """Return what renders a content of that name."""
    if name == "real":
        content, phrases = load()
    elif name == "arabic":
        content, phrases = load(*made.arabic(folder))
    else:
        content, phrases = content_of(made.text_of(MADE[name]())), english()
    return Renderer(Speaker(content, phrases, Publication(SITE)))


@pytest.fixture(scope="module", params=NAMES)
def site(request, tmp_path_factory):
    """What renders a site, and those of its pages that have a picture."""
    name = request.param
    files = (
        request.getfixturevalue("generated") if name == "real" else made_of(name).files
    )
    pages = [file for file in files.values() if isinstance(file, Page)]
    render = rendering(name, tmp_path_factory.mktemp("site"))
    return render, [page for page in pages if not page.entry.on_paper]


def drawn(render: Renderer, page: Page) -> Image.Image:
    """Return the picture of a page in full colors."""
    body = Easel(render).png(render.cards.card(page))
    return Image.open(BytesIO(body)).convert("RGB")


class Home(NamedTuple):
    """A home page, whose picture shows the line of levels."""

    title: str
    id: str = "home"
    address: str = ""
    description: str = ""


def page_of(pages: list[Page], address: str) -> Page:
    """Return the page at an address."""
    return next(page for page in pages if page.address == address)


def small_site(folder: Path) -> dict[str, bytes]:
    """Return the files of a small site with a hand-written page, by their paths."""
    (folder / "levels.yaml").write_text(cases.SOUND, encoding="utf-8")
    settings = folder / "mkdocs.yml"
    settings.write_text("extra: {content: levels.yaml}\n", encoding="utf-8")
    docs = folder / "docs" / "about"
    docs.mkdir(parents=True)
    (docs / "us.md").write_text("# About us\n\nWe are here.\n", encoding="utf-8")
    told = replace(settings_at(SITE, settings), pages=folder / "docs")
    return {file.path: file.body for file in whole_site(Snapshot(told).render, told)}


def test_each_page_names_its_own_picture(tmp_path):
    """Each page of a site says where its picture is and what is on it; the picture is there, and no
    other. A sheet, which is for paper, has that of the whole site.
    """
    files = small_site(tmp_path)
    named = set()
    for path, body in files.items():
        found = SEEN.findall(body.decode()) if path.endswith(".html") else []
        if found:
            assert len(found) == len(HEARD.findall(body.decode())) == 1, path
            named.add(found[0].removeprefix(SITE))
    pictures = {path for path in files if path.startswith("assets/share/")}
    assert named == {path for path in pictures if path.endswith(".png")}
    assert {"assets/share/index.png", "assets/share/about/us.png"} < pictures
    assert share_of("print/low/") == "assets/share/index.png"


def test_pictures_are_small_and_the_same_each_time(site):
    """Each is of the size that is asked for, at most 60 kB, and has the same bytes whichever
    picture was drawn before it.
    """
    render, pages = site
    first, again = Easel(render), Easel(render)
    bodies = {}
    for page in pages:
        body = first.png(render.cards.card(page))
        assert len(body) <= MOST, page.address
        assert Image.open(BytesIO(body)).size == (WIDTH, HEIGHT), page.address
        bodies[page.address] = body
    for page in reversed(pages[:FEW]):
        assert again.png(render.cards.card(page)) == bodies[page.address], page.address


def test_no_text_leaves_a_picture_or_lies_on_another(site):
    """However long names are, and however many levels there are."""
    render, pages = site
    easel = Easel(render)
    for page in pages:
        spots = easel.paper(render.cards.card(page)).spots
        for left, top, right, bottom in spots:
            assert left >= MARGIN and right <= WIDTH - MARGIN, page.address
            assert top >= MARGIN and bottom <= HEIGHT - MARGIN // 2, page.address
        for one, other in combinations(spots, 2):
            assert not overlap(one, other), (page.address, one, other)


def overlap(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Return whether two boxes share a pixel."""
    across = one[0] < other[2] and other[0] < one[2]
    return across and one[1] < other[3] and other[1] < one[3]


def runs(line: bytes, wanted: bytes) -> list[tuple[int, int]]:
    """Return where stretches of a color start and end on a line of pixels of three bytes."""
    found, start = [], None
    for x in range(WIDTH + 1):
        is_it = line[3 * x : 3 * x + 3] == wanted
        if is_it and start is None:
            start = x
        if not is_it and start is not None:
            found.append((start, x))
            start = None
    return found


def bars(image: Image.Image, color: str, least: int = 4) -> list[list[tuple[int, int]]]:
    """Return the stretches of a color in each bar of a picture, from the top to the bottom: those
    that are the same on six lines.
    """
    body, wide = image.tobytes(), 3 * WIDTH
    found, last, same = [], b"", 0
    for y in range(HEIGHT):
        line = body[y * wide : (y + 1) * wide]
        same = same + 1 if line == last else 0
        last = line
        if same == 5:
            stretches = runs(line, bytes.fromhex(color[1:]))
            found.append([(x, end) for x, end in stretches if end - x >= least])
    return [stretches for stretches in found if stretches]


def test_bars_begin_at_zero_and_are_as_long_as_hours(generated):
    """OP takes fewer than 9 hours, IOP 9 to 19, PHP 20 or more: in the pictures of two levels one
    hour is as long as another.
    """
    render = rendering("real", Path())
    pages = [file for file in generated.values() if isinstance(file, Page)]
    dark, pale = render.tokens.LIGHT["accent"], render.tokens.LIGHT["bar-pale"]
    image = drawn(render, page_of(pages, "compare/iop-vs-php/"))
    (iop,), (php,) = bars(image, dark, 100)
    assert iop[0] == php[0]
    hour = (iop[1] - iop[0]) / 9
    assert (php[1] - php[0]) / 20 == pytest.approx(hour, abs=0.1)
    (top,), fading = bars(image, pale)
    assert top[0] == iop[1]
    assert (top[1] - top[0]) / 10 == pytest.approx(hour, abs=0.2)
    assert len(fading) > 2 and fading[0][0] == php[1]

    image = drawn(render, page_of(pages, "compare/op-vs-iop/"))
    ((op,), (top,)) = bars(image, pale)
    (iop,) = bars(image, dark, 100)[-1]
    assert op[0] == iop[0]
    assert (op[1] - op[0]) / 9 == pytest.approx(hour, abs=0.2)


def test_a_row_is_the_claim_of_its_level():
    """In parts of the axis, which holds all: dark to the lower end, pale to the upper one."""
    render = rendering("real", Path())
    rows: dict[str, Row] = {row.name: row for row in render.cards.card(Home("")).rows}
    iop, php, op = rows["IOP"], rows["PHP"], rows["OP"]
    assert iop.least / 9 == pytest.approx(iop.most / 19)
    assert php.least / 20 == pytest.approx(iop.least / 9)
    assert (op.least, op.most) == (0, iop.least)
    assert [php.fades, iop.fades, op.fades] == [True, False, False]
    assert php.end > php.least
    assert rows["Aftercare"].end == 0


def test_marks_are_the_ends_of_the_states_ranges(generated):
    """Over each level's axis stands a mark for each end of what a state says, hollow where the
    range ends, and behind them the number that tables show.
    """
    render = rendering("real", Path())
    pages = [file for file in generated.values() if isinstance(file, Page)]
    card = render.cards.card(page_of(pages, "states/"))
    boxes = by_color(render, Easel(render).svg(card))
    rows = {}
    for left, top, wide, _ in boxes["line"]:
        rows[top] = (left, wide / float(card.differing.ticks[-1][1]))
    found: dict[int, Counter] = {top: Counter() for top in rows}
    hollow = {(left - 1, top - 1) for left, top, _, _ in boxes["paper"]}
    for left, top, wide, high in boxes["accent"]:
        line = min(row for row in rows if row >= top + high)
        start, hour = rows[line]
        starts = (left, top) not in hollow
        found[line][round((left + wide / 2 - start) / hour), starts] += 1
    said = [ends_said(render, level) for level in render.say.content.levels]
    assert list(found.values()) == [ends for ends in said if ends]

    first, (left, top, wide, high) = boxes["line"][0], boxes["accent-pale"][0]
    assert (left, top + high) == first[:2]  # OP begins at zero
    assert wide == pytest.approx(9 * rows[first[1]][1], abs=1)


def by_color(render: Renderer, svg: bytes) -> dict[str, list[tuple[int, ...]]]:
    """Return the boxes of a picture by the name of their color, from the top to the bottom."""
    names = {color: name for name, color in render.tokens.LIGHT.items()}
    found: dict[str, list[tuple[int, ...]]] = {}
    for part in ElementTree.fromstring(svg).iter(f"{SVG}path"):
        if not part.get("stroke"):
            boxes = BOX.findall(part.get("d"))
            known = found.setdefault(names[part.get("fill")], [])
            known += [tuple(map(int, box)) for box in boxes]
    found["paper"] = [box for box in found["paper"] if box[2] < WIDTH]
    return {
        name: sorted(boxes, key=lambda box: box[1]) for name, boxes in found.items()
    }


def ends_said(render: Renderer, level: Level) -> Counter:
    """Return the hours at which what states say to adults starts (true) and ends (false)."""
    content = render.say.content
    voices = {voice.id for state in content.states for voice in content.within(state)}
    found: Counter = Counter()
    for claim in level.hours_per_week:
        if claim.whose in voices and claim.who != "adolescents" and not claim.until:
            if claim.min is not None:
                found[claim.min, True] += 1
            top = claim.under if claim.max is None else claim.max
            if top not in (None, claim.min):
                found[top, False] += 1
    return found


def test_a_week_has_as_many_hours_as_it_says(generated):
    """Of its 168 cells as many are treatment as the example has hours."""
    render = rendering("real", Path())
    pages = [file for file in generated.values() if isinstance(file, Page)]
    card = render.cards.card(page_of(pages, "levels/iop/"))
    image = drawn(render, page_of(pages, "levels/iop/")).crop((760, 0, WIDTH, HEIGHT))
    colors = Counter(image.get_flattened_data())
    parts = {}
    for name in ("accent", "asleep", "yours"):
        color = render.tokens.LIGHT[name]
        parts[name] = colors[tuple(int(color[at : at + 2], 16) for at in (1, 3, 5))]
    cell = sum(parts.values()) / 168
    assert parts["accent"] / cell == 9
    assert parts["asleep"] / cell == 56
    assert "9 of 168" in card.week.caption[0]


def test_what_pages_offer_to_save_is_there(tmp_path):
    """Every link to a file to keep leads to one, with no script, and every SVG is offered."""
    files = small_site(tmp_path)
    offered = set()
    for path, body in files.items():
        if path.endswith(".html"):
            offered |= set(SAVED.findall(body.decode()))
    assert offered <= set(files)
    pictures = {path for path in files if path.startswith("assets/share/")}
    assert {path for path in pictures if path.endswith(".svg")} < offered
    assert {
        "assets/continuum.svg",
        "assets/share/index.png",
        "api/v1/matrix.csv",
    } < offered


def test_outlines_and_pixels_show_the_same(site):
    """In both forms of a picture all words stand, and boxes are of the same colors and sizes."""
    render, pages = site
    easel = Easel(render)
    for page in pages[:FEW]:
        card = render.cards.card(page)
        tree = ElementTree.fromstring(easel.svg(card))
        assert tree[0].text == card.title
        assert tree[1].text == render.cards.heard(card)
        paper = easel.paper(card)
        paper.image.putpalette(easel.colors.palette)
        seen, boxes = paper.image.convert("RGB"), boxed(tree)
        for spot in paper.spots:  # letters differ
            seen.paste("white", spot)
            boxes.paste("white", spot)
        assert seen.tobytes() == boxes.tobytes(), page.address


def boxed(tree: ElementTree.Element) -> Image.Image:
    """Return the boxes of a picture as pixels."""
    image = Image.new("RGB", (WIDTH, HEIGHT))
    pen = ImageDraw.Draw(image)
    for part in tree.iter(f"{SVG}path"):
        for box in [] if part.get("stroke") else BOX.findall(part.get("d")):
            left, top, wide, high = map(int, box)
            pen.rectangle(
                (left, top, left + wide - 1, top + high - 1), part.get("fill")
            )
    return image


def test_letters_that_the_fonts_lack_are_left_out(tmp_path):
    """A name in Arabic letters cannot be drawn, and no bar stands without its name."""
    render = rendering("arabic", tmp_path)
    easel = Easel(render)
    card = render.cards.card(Home("عربي"))
    assert not any(row.name.isascii() for row in card.rows)
    paper = easel.paper(card)
    assert len(paper.spots) == 3  # the mark, small and large, and the address
    assert easel.colors.solid["accent"] not in set(paper.image.get_flattened_data()) - {
        easel.colors.ramps[("accent", "band")][255]
    }


def test_a_bar_has_a_name_or_is_not_drawn():
    """Of more levels than have room for their names the picture says what the page says."""
    render = rendering("forty levels", Path())
    easel = Easel(render)
    card = render.cards.card(Home("Many"))
    tree = ElementTree.fromstring(easel.svg(card))
    said = " ".join(text.text for text in tree.iter(f"{SVG}text"))
    assert "Many" in said
    assert render.tokens.LIGHT["bar-pale"] not in easel.svg(card).decode()


def test_part_of_an_hour_is_part_of_a_cell():
    """Two and a half hours from six are two cells and a half."""
    week = ShownWeek(("M",), ((18, 20.5),), (7, 23), ())
    assert list(week.treated(0)) == [(18, 0, 1), (19, 0, 1), (20, 0, 0.5)]


def test_the_help_numbers_stand_in_the_picture_of_help(generated):
    """Whoever sees it has the numbers, each with what it is for."""
    pages = [file for file in generated.values() if isinstance(file, Page)]
    render = rendering("real", Path())
    card = render.cards.card(page_of(pages, "get-help-now/"))
    said = " ".join(card.facts)
    assert all(number in said for number in ("911", "988"))
    assert all(fact in render.cards.heard(card) for fact in card.facts)


def test_a_picture_is_drawn_in_the_colors_of_the_site():
    """No color is spelt anywhere but among the site's own."""
    folder = Path(__file__).parents[1] / "scripts" / "continuum" / "rendering" / "share"
    for file in folder.glob("*.py"):
        assert not re.search(r"#[0-9a-f]{6}", file.read_text(encoding="utf-8")), file
