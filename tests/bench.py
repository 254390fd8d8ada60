"""`make bench`: the check of the real file; the whole build at 12 to 100 levels, beside plain MkDocs with Material building the same pages.

Levels are copies of the real ones, all pairs included. The Markdown is made from our own pages before the clock starts. Both
builds run in turn, and each figure is a median; CPU seconds (user and system) are the ones to trust.

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
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

import made  # noqa: E402
from building import subject  # noqa: E402
from continuum import build, load  # noqa: E402
from continuum.reading.tree import locate  # noqa: E402
from continuum.rendering.output import Page  # noqa: E402
from continuum.settings import CONTENT  # noqa: E402
from continuum.views.speaking import Site  # noqa: E402
from markdownify import markdownify  # noqa: E402

RUNS = {12: 5, 25: 3, 50: 2, 100: 1}


def grown(count: int) -> dict[str, Any]:
    """Return the real content with exactly `count` levels, 12 or more: the line first, and copies of the real ones beside it."""
    data = locate(CONTENT.read_text(encoding="utf-8")).plain()
    real = data["levels"]
    levels = [level for level in real if level["place"] == "continuum"]
    levels += [level for level in real if level["place"] != "continuum"]
    for index in range(len(levels), count):
        level = copy.deepcopy(real[index % len(real)])
        level |= {
            "id": f"{level['id']}-{index}",
            "name": f"{level['name']} {index}",
            "place": "alongside",
        }
        level |= {"addresses": [], "steps_up": [], "steps_down": []}
        level["exceptions"] = [
            one
            for one in level.get("exceptions", [])
            if one["rule"].startswith("hours_a_day")
        ]
        for answer in level.get("faq", []):
            answer["id"] += f"-{index}"
        for figure in ("hours_per_week", "hours_per_day", "days_per_week", "length"):
            for claim in level.get(figure, []):
                claim.pop("id", None)
        levels.append(level)
    data["levels"] = levels[:count]
    kept = {level["id"] for level in data["levels"]}
    for group in (*data["dangers"], *data["changes"]):
        if "levels" in group:
            group["levels"] = [level for level in group["levels"] if level in kept]
    for word in data["words"]:
        if word.get("level") not in kept:
            word.pop("level", None)
    cited = made.cited(data)
    data["sources"] = [source for source in data["sources"] if source["id"] in cited]
    return data


def run(command: list[str], folder: Path) -> tuple[float, float, float]:
    """Return CPU seconds, wall seconds and peak memory in MiB of one process."""
    environment = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "SOURCE_DATE_EPOCH": "1700000000",
    }
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    errors = process.stderr.read().decode()
    _, status, used = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{' '.join(command)} failed:\n{errors[-2000:]}")
    return (
        used.ru_utime + used.ru_stime,
        time.perf_counter() - start,
        used.ru_maxrss / 1024,
    )


def ours(folder: Path, content: Path) -> list[str]:
    """Write a project that builds `content` with our hook; return the command that builds it."""
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace(
        "extra:", f"docs_dir: {ROOT / 'docs'}\nextra:\n  content: {content}", 1
    )
    settings = settings.replace(
        "custom_dir: overrides", f"custom_dir: {ROOT / 'overrides'}"
    ).replace("hooks: [scripts", f"hooks: [{ROOT / 'scripts'}")
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(folder / "site")]


def plain(folder: Path, content: Path) -> tuple[list[str], int]:
    """Write plain Markdown of the same pages for stock Material; return the command that builds it, and the number of pages."""
    pages = [file for file in build(*load(content), Site()) if isinstance(file, Page)]
    for page in pages:
        path = folder / "docs" / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        body = re.sub(r"<svg.*?</svg>", "", page.html, flags=re.S)
        text = markdownify(body, heading_style="ATX", escape_misc=False)
        path.write_text(
            f"---\ntitle: {json.dumps(page.title)}\ndescription: {json.dumps(page.description)}\n---\n\n{text}\n",
            encoding="utf-8",
        )
    levels = [
        page.path
        for page in pages
        if page.path.startswith("levels/") and not page.path.endswith("index.md")
    ]
    nav = [
        {"Home": "index.md"},
        {"Levels": levels},
        {"Matrix": "levels/index.md"},
        {"Questions": "faq.md"},
    ]
    settings = {
        "site_name": "Plain",
        "theme": {"name": "material"},
        "plugins": ["search"],
        "nav": nav,
        "not_in_nav": "/*",
    }
    settings["markdown_extensions"] = ["tables", "toc", "attr_list"]
    settings["validation"] = {
        "unrecognized_links": "ignore",
        "absolute_links": "ignore",
        "anchors": "ignore",
    }
    (folder / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
    return [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "-q",
        "-d",
        str(folder / "site"),
    ], len(pages)


def first_visit(site: Path) -> dict[str, int]:
    """Return what the first visit to a level's page weighs, compressed with gzip 9, in bytes: the page and what it asks for by itself."""
    page = site / "levels" / "iop" / "index.html"
    html = page.read_text(encoding="utf-8")
    asked = re.findall(
        r'<(?:script|link)\b[^>]*?(?:src|href)="?([^">\s]+\.(?:css|js|png|svg))', html
    )
    asked += re.findall(
        r'"search": "([^"]+)"', html
    )  # stock Material's worker, which then fetches the index
    files = {
        page,
        *(
            found
            for name in asked
            if (found := (page.parent / name).resolve()).is_file()
        ),
    }
    files |= {site / "search" / "search_index.json"} if '"search": "' in html else set()
    return {
        str(file.relative_to(site)): len(gzip.compress(file.read_bytes(), 9))
        for file in sorted(files)
    }


def where_time_goes(content: Path) -> dict[str, float]:
    """Return the seconds that each step of our own pipeline takes, in one process."""
    from continuum.outputs import outputs
    from continuum.reading.read import read_content
    from continuum.rendering.renderer import Renderer
    from continuum.rules import check
    from continuum.views.speaking import Views

    text = content.read_text(encoding="utf-8")
    steps, start = {}, time.process_time()

    def lap(name: str) -> None:
        nonlocal start
        now = time.process_time()
        steps[name], start = now - start, now

    tree = locate(text)
    lap("source")
    continuum = read_content(tree)
    lap("read")
    judged = subject(continuum)
    start = time.process_time()
    check(judged)
    lap("checks")
    list(outputs(Renderer(Views(continuum, judged.phrases, Site()))))
    lap("views, diagrams, render")
    return steps


def checking() -> str:
    """Return what one check of the real file costs, from the command to the answer."""
    rounds = [
        run([sys.executable, str(ROOT / "scripts" / "check.py")], ROOT)
        for _ in range(7)
    ]
    cpu, wall, memory = (
        statistics.median(values) for values in zip(*rounds, strict=True)
    )
    return f"check of the real file: CPU {cpu:.2f} s, wall {wall:.2f} s, {memory:.0f} MiB (the median of {len(rounds)}; under 1 s is the aim)"


def main(counts: list[int]) -> None:
    """Print one line for the check, and one for each number of levels."""
    print(checking(), flush=True)
    print(
        "levels pages |  ours: CPU s  wall s    MiB | plain: CPU s  wall s    MiB |  CPU ratio, each pair | bytes of a pair page"
    )
    for count in counts:
        folder = Path(tempfile.mkdtemp(prefix="bench-"))
        try:
            content = folder / "levels.yaml"
            content.write_text(made.text_of(grown(count)), encoding="utf-8")
            (folder / "ours").mkdir()
            (folder / "plain").mkdir()
            our_command = ours(folder / "ours", content)
            plain_command, pages = plain(folder / "plain", content)
            rounds = [
                (
                    run(our_command, folder / "ours"),
                    run(plain_command, folder / "plain"),
                )
                for _ in range(RUNS.get(count, 2))
            ]
            mine, theirs = (
                [statistics.median(values) for values in zip(*side, strict=True)]
                for side in zip(*rounds, strict=True)
            )
            ratios = " ".join(f"{a[0] / b[0]:.2f}" for a, b in rounds)
            a_pair = next(
                (folder / "ours" / "site" / "compare").glob("*-vs-*/index.html")
            )
            size = folder / "ours" / "site" / "compare" / "op-vs-iop" / "index.html"
            size = (size if size.exists() else a_pair).stat().st_size
            print(
                f"{count:6} {pages:5} | {mine[0]:12.2f} {mine[1]:7.2f} {mine[2]:6.0f} | {theirs[0]:12.2f} {theirs[1]:7.2f} {theirs[2]:6.0f} | {ratios:>21} | {size}"
            )
            shown = ", ".join(
                f"{name} {seconds:.2f}"
                for name, seconds in where_time_goes(content).items()
            )
            for name, where in (("ours", "ours"), ("plain Material", "plain")):
                weight = first_visit(folder / where / "site")
                print(
                    f"             first visit to a level, {name}: {sum(weight.values())} bytes in {len(weight)} files"
                )
            print(
                f"             our own steps, CPU s: {shown}; the rest is MkDocs, Material and start-up",
                flush=True,
            )
        finally:
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main([int(argument) for argument in sys.argv[1:]] or list(RUNS))
