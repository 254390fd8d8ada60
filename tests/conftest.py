"""What tests look at: the real content, every file that is made of it, and the built site."""

from __future__ import annotations

import fcntl
import gc
import subprocess
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import once
import pytest
from building import ENVIRONMENT, ROOT, SITE
from contents import real_content, site_files
from continuum.language.phrases import Phrases
from continuum.model.content import Content
from continuum.rendering.output import Output, Page
from continuum.settings import Publication
from hypothesis import settings

# Tests hold much at once and little of it in circles: looking for those after every 700 new
# objects, as Python does by itself, takes a sixth of the whole time.
gc.set_threshold(100_000, 20, 100)

# How long an example takes says how busy the machine is, and nothing of what it shows.
settings.register_profile("beside others", deadline=None)
settings.load_profile("beside others")

# What breaks whoever takes a path for an address, for a pattern, or for several words.
FOLDER = "real, 100% café #1"


# What takes longest is begun first, so that no worker ends alone with it.
LONGEST = (
    "test_tab_reaches_everything_in_order_and_in_sight",
    "test_firefox_reads_every_way_to_get_help",
    "test_numbers_to_call_read_in_order",
    "test_a_page_of_every_kind_keeps_its_help_numbers",
    "test_a_browser_shows_and_runs_every_kind_of_page",
    "test_no_page_scrolls_sideways_in_firefox",
    "test_stated_heights_are_those_that_a_browser_measures",
    "test_every_text_stands_out",
    "test_pages_fit_and_fetch_nothing_from_elsewhere",
    "test_the_nu_validator_finds_no_error",
    "test_axe_finds_nothing",
)


# What has much to set up: all tests of such a file are one worker's, which begins with them, so
# that nobody takes some of them away and sets it up once more.
TOGETHER = ("test_wordpress", "test_preview")


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Deal tests out to the workers: to each first a share of those that need no built site, which
    is built meanwhile, then of those that stay together, of the longest, and of all others in
    their order.

    A worker is handed one share of the list, as long as any other, and who has done his takes from
    the end of another's.
    """
    workers = getattr(config, "workerinput", {}).get("workercount", 1)
    early, kept, long, rest = sorted_out(items)
    others = iter(rest)
    dealt = []
    for worker in range(workers):
        end = len(items) * (worker + 1) // workers
        dealt += share_of(early, worker, workers)
        for name in TOGETHER[worker::workers]:
            dealt += kept[name]
        dealt += long[worker::workers]
        dealt += islice(others, end - len(dealt))
    items[:] = [*dealt, *others]


def sorted_out(items: list[pytest.Item]) -> tuple:
    """Return tests that need no built site; by their files, those that stay together; the longest;
    and all others.
    """
    early, long, others = [], [], []
    kept = {name: [] for name in TOGETHER}
    for item in items:
        if not needs_site(item):
            early.append(item)
        elif item.path.stem in kept:
            kept[item.path.stem].append(item)
        elif item.name.partition("[")[0] in LONGEST:
            long.append(item)
        else:
            others.append(item)
    return early, kept, long, others


def needs_site(item: pytest.Item) -> bool:
    """Return whether a test looks at the built site, by itself or in a browser."""
    return "site" in item.fixturenames or item.get_closest_marker("browser") is not None


def share_of(items: list[pytest.Item], worker: int, workers: int) -> list[pytest.Item]:
    """Return a worker's part of tests, as long as any other's or by one longer."""
    first, last = (len(items) * place // workers for place in (worker, worker + 1))
    return items[first:last]


@pytest.fixture(scope="session")
def loaded() -> tuple[Content, Phrases]:
    """The real content and the English phrases."""
    return real_content()


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory, worker_id) -> Path:
    """A folder that all workers of this run share."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="session", autouse=True)
def made_once(shared_folder) -> None:
    """Says where workers find what another one made."""
    once.folder = shared_folder


@pytest.fixture(scope="session")
def generated(loaded) -> dict[str, Output | Page]:
    """Every generated file of the real site, by its path."""

    def make() -> dict[str, Output | Page]:
        files = site_files(*loaded, Publication(SITE))
        return {file.path: file for file in files}

    return once.for_all("generated", make)


@pytest.fixture(scope="session", autouse=True)
def real_folder(request, shared_folder) -> Iterator[Path]:
    """The folder for the real site, which is begun before the first test if one will look at it.

    One build is enough for all workers that run side by side.
    """
    folder = shared_folder / FOLDER
    folder.mkdir(exist_ok=True)
    process = None
    for item in request.session.items:
        if "site" in item.fixturenames:
            process = begun(folder)
            break
    yield folder
    if process:
        process.wait()


def begun(folder: Path) -> subprocess.Popen | None:
    """Begin to build the real site as `make site` does; None if another worker has begun.

    The build holds the lock until it ends, and those who need the site wait for the lock.
    """
    command = [sys.executable, "scripts/publish.py", str(folder / "site")]
    told = folder / "said.txt"
    with (folder / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return None
        if told.exists():
            return None
        with told.open("w") as said:
            return subprocess.Popen(
                command,
                cwd=ROOT,
                env=ENVIRONMENT,
                stdout=said,
                stderr=said,
                pass_fds=[lock.fileno()],
            )


@pytest.fixture(scope="session")
def site(real_folder) -> Path:
    """The real site, built and checked as `make site` does."""
    process = begun(real_folder)  # a test may ask for it that did not say so before
    with (real_folder / "lock").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
    if process:
        process.wait()
    said = (real_folder / "said.txt").read_text(encoding="utf-8")
    assert (real_folder / "site").exists(), said
    return real_folder / "site"
