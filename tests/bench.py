"""`make bench`: what a check and the whole build cost, beside plain MkDocs with Material.

Levels are copies of the real ones, all pairs included. The Markdown for the plain site is made from
our own pages before the clock starts. Both builds run in turn, and each figure is a median; CPU
seconds (user and system) are the ones to trust.

    make bench                        12, 25, 50 and 100 levels (about 10 minutes)
    python tests/bench.py 12 25       only these
"""

from __future__ import annotations

import copy
import gzip
import json
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

import made  # noqa: E402
from building import ENVIRONMENT, write_settings  # noqa: E402
from contents import content_of, english, site_files, subject  # noqa: E402
from continuum import load  # noqa: E402
from continuum.reading.read import read_content  # noqa: E402
from continuum.reading.tree import locate  # noqa: E402
from continuum.rendering.output import Page  # noqa: E402
from continuum.settings import CONTENT, Publication  # noqa: E402
from markdownify import markdownify  # noqa: E402

Data = dict[str, Any]
RUNS = {12: 5, 25: 3, 50: 2, 100: 1}
CHECKS = 7
FIGURES = ("hours_per_week", "hours_per_day", "days_per_week", "length")
HEADING = (
    "levels pages |  ours: CPU s  wall s    MiB | plain: CPU s  wall s    MiB"
    " |  CPU ratio, each pair | bytes of a pair page"
)
INDENT = " " * 13
# What a browser asks for by itself when it has the page.
ASKED = re.compile(
    r'<(?:script|link)\b[^>]*?(?:src|href)="?([^">\s]+\.(?:css|js|png|svg))'
)
# Stock Material's worker, which then fetches the index.
WORKER = re.compile(r'"search": "([^"]+)"')


@dataclass(frozen=True)
class Cost:
    """What one process took: CPU seconds (user and system), seconds in all, MiB at its peak."""

    cpu: float
    wall: float
    memory: float


@dataclass(frozen=True)
class Comparison:
    """Our build and the plain one of the same pages: the costs of each run, and what came out."""

    pages: int
    ours: list[Cost]
    plain: list[Cost]
    pair_bytes: int
    visits: dict[str, dict[str, int]]
    steps: dict[str, float]


def main(counts: list[int]) -> None:
    """Print one line for the check, and a few for each number of levels."""
    print(checking(CHECKS), flush=True)
    print(HEADING)
    for count in counts:
        with tempfile.TemporaryDirectory(prefix="bench-") as name:
            folder = Path(name)
            content = folder / "levels.yaml"
            content.write_text(made.text_of(grown(count)), encoding="utf-8")
            found = compared(content, folder, RUNS.get(count, 2))
        for line in told(count, found):
            print(line, flush=True)


# Content


def grown(count: int) -> Data:
    """Return the real content with exactly `count` levels, 12 or more.

    The line of levels comes first, then what stands beside it, then copies of all, beside it too.
    """
    data = locate(CONTENT.read_text(encoding="utf-8")).plain()
    real = data["levels"]
    levels = sorted(real, key=lambda level: level["place"] != "continuum")
    for number in range(len(real), count):
        model = real[number % len(real)]
        levels.append(_numbered(model, number))
    data["levels"] = levels[:count]
    _forget_others(data)
    cited = made.cited(data)
    data["sources"] = [one for one in data["sources"] if one["id"] in cited]
    return data


def _numbered(level: Data, number: int) -> Data:
    """Return a copy of a level that shares no id, name, letters or address with another one."""
    own = copy.deepcopy(level)
    own |= {"id": f"{level['id']}-{number}", "place": "alongside"}
    own |= {"addresses": [], "steps_up": [], "steps_down": []}
    own.pop("variant", None)
    for name in ("name", "everyday", "acronym"):
        if name in own:
            own[name] += f" {number}"
    # Exceptions from rules about neighbors are not needed beside the line.
    exceptions = own.get("exceptions", [])
    own["exceptions"] = [
        one for one in exceptions if one["rule"].startswith("hours_a_day")
    ]
    for answer in own.get("faq", []):
        answer["id"] += f"-{number}"
        answer.pop("addresses", None)
    for figure in FIGURES:
        for claim in own.get(figure, []):
            claim.pop("id", None)
    return own


def _forget_others(data: Data) -> None:
    """Take levels that are not there out of what names levels."""
    there = {level["id"] for level in data["levels"]}
    for group in (*data["dangers"], *data["changes"]):
        named = group.get("levels")
        if named:
            group["levels"] = [level for level in named if level in there]
    for word in data["words"]:
        if word.get("level") not in there:
            word.pop("level", None)


# Running


def run(command: list[str], folder: Path) -> Cost:
    """Return what a command costs. Ends the program where the command fails."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=ENVIRONMENT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    with process.stderr:
        errors = process.stderr.read().decode()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if status:
        sys.exit(f"{' '.join(command)} failed:\n{errors[-2000:]}")
    wall = time.perf_counter() - start
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)


def median(costs: list[Cost]) -> Cost:
    """Return the median of each figure."""
    return Cost(
        statistics.median(cost.cpu for cost in costs),
        statistics.median(cost.wall for cost in costs),
        statistics.median(cost.memory for cost in costs),
    )


def checking(rounds: int) -> str:
    """Return what one check of the real file costs, from the command to the answer."""
    command = [sys.executable, str(ROOT / "scripts" / "check.py")]
    costs = [run(command, ROOT) for _ in range(rounds)]
    cost = median(costs)
    return (
        f"check of the real file: CPU {cost.cpu:.2f} s, wall {cost.wall:.2f} s,"
        f" {cost.memory:.0f} MiB (the median of {rounds}; under 1 s is the aim)"
    )


def compared(content: Path, folder: Path, runs: int) -> Comparison:
    """Return what both builds of a content cost, in so many runs; `folder` is where they work."""
    ours, plain = folder / "ours", folder / "plain"
    our_command = our_project(ours, content)
    pages = plain_project(plain, content)
    plain_command = mkdocs(plain)
    pairs = [(run(our_command, ours), run(plain_command, plain)) for _ in range(runs)]
    return Comparison(
        pages,
        [mine for mine, _ in pairs],
        [theirs for _, theirs in pairs],
        _pair_page(ours / "site").stat().st_size,
        {
            "ours": first_visit(ours / "site"),
            "plain Material": first_visit(plain / "site"),
        },
        where_time_goes(content),
    )


def told(count: int, found: Comparison) -> Iterator[str]:
    """Yield the lines that tell of a comparison at so many levels."""
    ratios = []
    for mine, theirs in zip(found.ours, found.plain, strict=True):
        ratios.append(f"{mine.cpu / theirs.cpu:.2f}")
    columns = (
        f"{count:6} {found.pages:5}",
        _columns(median(found.ours)),
        _columns(median(found.plain)),
        f"{' '.join(ratios):>21}",
        str(found.pair_bytes),
    )
    yield " | ".join(columns)
    for name, weights in found.visits.items():
        weight = f"{sum(weights.values())} bytes in {len(weights)} files"
        yield f"{INDENT}first visit to a level, {name}: {weight}"
    steps = [f"{name} {seconds:.2f}" for name, seconds in found.steps.items()]
    rest = "the rest is MkDocs, Material and start-up"
    yield f"{INDENT}our own steps, CPU s: {', '.join(steps)}; {rest}"


def _columns(cost: Cost) -> str:
    return f"{cost.cpu:12.2f} {cost.wall:7.2f} {cost.memory:6.0f}"


# The two projects


def mkdocs(folder: Path) -> list[str]:
    """Return the command that builds the project in a folder."""
    target = str(folder / "site")
    return [sys.executable, "-m", "mkdocs", "build", "-q", "-d", target]


def our_project(folder: Path, content: Path) -> list[str]:
    """Write a project that builds `content` with our hook; return the command that builds it."""
    write_settings(folder, content)
    return mkdocs(folder)


def plain_project(folder: Path, content: Path) -> int:
    """Write plain Markdown of the same pages for stock Material; return the number of pages."""
    checked, phrases = load(content)
    paths = []
    for page in site_files(checked, phrases, Publication()):
        if isinstance(page, Page):
            source = f"{page.address}index.md"
            paths.append(source)
            path = folder / "docs" / source
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_as_markdown(page), encoding="utf-8")
    settings = json.dumps(_plain_settings(paths))
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return len(paths)


def _as_markdown(page: Page) -> str:
    body = re.sub(r"<svg.*?</svg>", "", page.html, flags=re.S)
    text = markdownify(body, heading_style="ATX", escape_misc=False)
    head = {"title": page.title, "description": page.description}
    return f"---\n{json.dumps(head)}\n---\n\n{text}\n"


def _plain_settings(paths: list[str]) -> Data:
    in_levels = [path for path in paths if path.startswith("levels/")]
    levels = [path for path in in_levels if path != "levels/index.md"]
    return {
        "site_name": "Plain",
        "theme": {"name": "material"},
        "plugins": ["search"],
        "nav": [
            {"Home": "index.md"},
            {"Levels": levels},
            {"Matrix": "levels/index.md"},
            {"Questions": "faq/index.md"},
        ],
        "not_in_nav": "/*",
        "markdown_extensions": ["tables", "toc", "attr_list"],
        "validation": {
            "unrecognized_links": "ignore",
            "absolute_links": "ignore",
            "anchors": "ignore",
        },
    }


# What came out


def _pair_page(site: Path) -> Path:
    """Return a page that compares two levels: that of OP and IOP where there is one."""
    usual = site / "compare" / "op-vs-iop" / "index.html"
    if usual.exists():
        return usual
    # A redirect is smaller than any page.
    pairs = (site / "compare").glob("*/index.html")
    return max(pairs, key=lambda page: page.stat().st_size)


def first_visit(site: Path) -> dict[str, int]:
    """Return what the first visit to a level's page weighs, compressed with gzip 9, in bytes.

    That is the page and what it asks for by itself.
    """
    page = _level_page(site)
    html = page.read_text(encoding="utf-8")
    workers = WORKER.findall(html)
    files = {page}
    for name in ASKED.findall(html) + workers:
        file = (page.parent / name).resolve()
        if file.is_file():
            files.add(file)
    if workers:
        files.add(site / "search" / "search_index.json")
    weights = {}
    for file in sorted(files):
        packed = gzip.compress(file.read_bytes(), 9)
        weights[str(file.relative_to(site))] = len(packed)
    return weights


def _level_page(site: Path) -> Path:
    """Return the page of a level: that of IOP where there is one."""
    usual = site / "levels" / "iop" / "index.html"
    if usual.exists():
        return usual
    return min((site / "levels").glob("*/index.html"))


def where_time_goes(content: Path) -> dict[str, float]:
    """Return the CPU seconds that each step of our own pipeline takes, in one process."""
    from continuum.outputs import outputs
    from continuum.outputs.shared import pictures
    from continuum.rendering.renderer import Renderer
    from continuum.rules import check
    from continuum.views.speaking import Speaker

    text, phrases = content.read_text(encoding="utf-8"), english()
    content_of(text)  # what is only slow the first time is no step
    start = time.process_time()
    tree = locate(text)
    located = time.process_time()
    read = read_content(tree, "levels.yaml", text)
    was_read = time.process_time()
    check(subject(read))
    checked = time.process_time()
    renderer = Renderer(Speaker(read, phrases, Publication()))
    pages = [file for file in outputs(renderer) if isinstance(file, Page)]
    rendered = time.process_time()
    list(pictures(renderer, pages))
    end = time.process_time()
    return {
        "source": located - start,
        "read": was_read - located,
        "checks": checked - was_read,
        "views, diagrams, render": rendered - checked,
        "pictures for sharing": end - rendered,
    }


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main([int(argument) for argument in sys.argv[1:]] or list(RUNS))
